//! Which sign a channel gets by its name, in English and Vietnamese: whole words, compared folded, the first line of the
//! table that fits. A name that says nothing gets none.
//!
//! Must not know how a sign is drawn.

use crate::{
    map::{Channel, ChannelIcon, ChannelId},
    survey::as_words,
};

/// Words that give a sign away. The order decides: a web shop is a website, a chat on a social network a chat, a
/// courier delivers whoever sends.
const WORDS: [(ChannelIcon, &[&str]); 19] = [
    (ChannelIcon::Post, &["direct mail", "bưu điện", "bưu chính", "thư tay"]),
    (ChannelIcon::Web, &["web shop", "webshop", "online shop", "online store", "cửa hàng trực tuyến", "shop online"]),
    (ChannelIcon::Kiosk, &["kiosk", "self service", "self checkout", "atm", "tự phục vụ", "ki ốt", "máy bán hàng"]),
    (ChannelIcon::Chat, &["chat", "chatbot", "messenger", "whatsapp", "telegram", "viber", "zalo", "sms"]),
    (ChannelIcon::Chat, &["text message", "tin nhắn", "trò chuyện", "nhắn tin"]),
    (ChannelIcon::Social, &["social", "facebook", "instagram", "tiktok", "youtube", "linkedin", "mạng xã hội"]),
    (ChannelIcon::Email, &["email", "emails", "e mail", "e mails", "newsletter", "thư điện tử", "bản tin"]),
    (ChannelIcon::Delivery, &["courier", "delivery", "shipping", "shipper", "parcel", "giao hàng", "chuyển phát"]),
    (ChannelIcon::App, &["app", "apps", "application", "ứng dụng"]),
    (ChannelIcon::Broadcast, &["tv", "television", "radio", "truyền hình", "tivi", "phát thanh"]),
    (ChannelIcon::Print, &["newspaper", "newspapers", "print", "magazine", "flyer", "leaflet", "brochure", "poster"]),
    (ChannelIcon::Print, &["báo", "tạp chí", "tờ rơi", "ấn phẩm", "sách hướng dẫn"]),
    (ChannelIcon::Event, &["event", "events", "fair", "exhibition", "conference", "sự kiện", "hội chợ", "hội thảo"]),
    (ChannelIcon::Shop, &["shop", "store", "branch", "showroom", "counter", "supermarket"]),
    (ChannelIcon::Shop, &["cửa hàng", "siêu thị", "chi nhánh", "quầy", "điểm bán"]),
    (ChannelIcon::Phone, &["phone", "telephone", "call", "calls", "hotline", "điện thoại", "tổng đài", "gọi điện"]),
    (ChannelIcon::Web, &["web", "website", "web site", "online", "internet", "trang web", "trực tuyến", "google"]),
    (
        ChannelIcon::Person,
        &[
            "person",
            "word of mouth",
            "staff",
            "sales",
            "agent",
            "visit",
            "friend",
            "nhân viên",
            "truyền miệng",
            "tại nhà",
        ],
    ),
    (ChannelIcon::Post, &["post", "letter", "mail", "thư", "thư từ"]),
];

/// The sign that a name proposes.
pub fn proposed_icon(name: &str) -> Option<ChannelIcon> {
    let words = as_words(name);
    let is_named = |phrase: &&str| words.contains(&format!(" {phrase} "));
    WORDS.iter().find(|(_, phrases)| phrases.iter().any(is_named)).map(|(icon, _)| *icon)
}

/// A new channel with the sign that its name proposes.
pub fn named_channel(id: ChannelId, name: impl Into<String>) -> Channel {
    let name = name.into();
    Channel { icon: proposed_icon(&name), ..Channel::new(id, name) }
}
