//! The template "Seven digital stages" (domain handbook, fact 8): online and offline on one map, with the question of
//! fact 9 answered for each stage: what does success mean here?

use super::{super::sketch::Sketch, LANES, Say};
use wayfarer::map::{Control, Map};

pub(super) fn map(say: Say) -> Map {
    let mut map = Sketch::new(
        say("Seven digital stages", "Bảy giai đoạn số"),
        say(
            "From the first time a customer hears of us to buying again; online and offline are one journey. Strike out \
             what your customers do not meet, add what is missing, then let the room set the feelings.",
            "Từ lần đầu khách biết đến mình cho đến khi mua lại; trực tuyến và trực tiếp là một hành trình. Bỏ những điểm \
             khách của bạn không gặp, thêm những điểm còn thiếu, rồi để cả nhóm đặt cảm xúc.",
        ),
        &LANES,
    );
    map.persona(
        "customer",
        say("Customer", "Khách hàng"),
        say(
            "Who is it, what do they want to get done, and what do they expect of us?",
            "Đó là ai, họ muốn làm xong việc gì và kỳ vọng gì ở mình?",
        ),
    );
    before_buying(&mut map, say);
    evaluation(&mut map, say);
    purchase(&mut map, say);
    after_buying(&mut map, say);
    map.into_map()
}

fn before_buying(map: &mut Sketch, say: Say) {
    map.stage("awareness", say("Awareness", "Nhận biết"))
        .goal(
            say(
                "The customer knows our name and links it with a need of theirs.",
                "Khách biết tên mình và gắn nó với một nhu cầu của họ.",
            ),
            say("Searches for our name; aided recall", "Lượt tìm kiếm theo tên; tỷ lệ nhận ra thương hiệu"),
        )
        .touchpoint("advert", say("Advert in the social feed", "Quảng cáo trên mạng xã hội"))
        .channel("social", say("Social network", "Mạng xã hội"))
        .touchpoint("creator", say("Post of somebody they follow", "Bài đăng của người họ theo dõi"))
        .channel("social", say("Social network", "Mạng xã hội"))
        .control(Control::Partner)
        .touchpoint("friend", say("A friend tells of it", "Bạn bè kể lại"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside);
    map.stage("discovery", say("Discovery", "Khám phá"))
        .goal(
            say(
                "The customer finds what we offer without our help and sees that it may fit.",
                "Khách tự tìm thấy thứ mình có và thấy nó có thể hợp với họ.",
            ),
            say("Share of visitors who open a product", "Tỷ lệ người ghé xem mở trang sản phẩm"),
        )
        .touchpoint("search", say("Search results", "Kết quả tìm kiếm"))
        .channel("web", say("Website", "Trang web"))
        .control(Control::Partner)
        .touchpoint("homepage", say("First look at the website or app", "Lần đầu vào trang web hoặc ứng dụng"))
        .channel("web", say("Website", "Trang web"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("window", say("Passing the shop", "Đi ngang cửa hàng"))
        .channel("shop", say("Shop", "Cửa hàng"));
}

fn evaluation(map: &mut Sketch, say: Say) {
    map.stage("evaluation", say("Evaluation", "Đánh giá"))
        .goal(
            say(
                "The customer can compare, has their doubts answered, and trusts the answer.",
                "Khách so sánh được, được giải đáp băn khoăn và tin câu trả lời.",
            ),
            say("Share who put something into the basket", "Tỷ lệ thêm vào giỏ hàng"),
        )
        .touchpoint("product", say("Product page", "Trang sản phẩm"))
        .channel("web", say("Website", "Trang web"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("reviews", say("Reviews of other buyers", "Nhận xét của người đã mua"))
        .channel("market", say("Marketplace", "Sàn TMĐT"))
        .control(Control::Outside)
        .touchpoint("advice", say("Question to an adviser", "Hỏi tư vấn viên"))
        .channel("chat", say("Chat", "Trò chuyện"))
        .channel("phone", say("Phone", "Điện thoại"))
        .touchpoint("tryout", say("Seeing and touching it", "Xem và chạm tận tay"))
        .about(say(
            "What it looks, sounds, feels and smells like decides more than the data sheet.",
            "Hình dáng, âm thanh, cảm giác khi chạm, mùi: những điều này quyết định nhiều hơn bảng thông số.",
        ))
        .channel("shop", say("Shop", "Cửa hàng"));
}

fn purchase(map: &mut Sketch, say: Say) {
    map.stage("purchase", say("Purchase", "Mua hàng"))
        .goal(
            say(
                "The customer pays without a surprise and holds what was promised.",
                "Khách thanh toán không gặp bất ngờ và nhận đúng thứ đã hứa.",
            ),
            say(
                "Share of baskets that are paid; delivered on the day named",
                "Tỷ lệ giỏ hàng được thanh toán; giao đúng ngày hẹn",
            ),
        )
        .touchpoint("basket", say("Basket and price in full", "Giỏ hàng và giá trọn gói"))
        .channel("web", say("Website", "Trang web"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("payment", say("Payment", "Thanh toán"))
        .channel("web", say("Website", "Trang web"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .decides()
        .touchpoint("delivery", say("Delivery or pick-up", "Giao hàng hoặc nhận tại chỗ"))
        .channel("courier", say("Courier", "Đơn vị giao hàng"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .control(Control::Partner)
        .touchpoint("unboxing", say("Opening and first use", "Mở hộp và dùng lần đầu"))
        .channel("home", say("At home", "Tại nhà"))
        .decides();
}

fn after_buying(map: &mut Sketch, say: Say) {
    map.stage("sharing", say("Sharing the experience", "Chia sẻ trải nghiệm"))
        .goal(
            say(
                "The customer has a reason to tell others, and an easy way to do it.",
                "Khách có lý do để kể với người khác và kể được dễ dàng.",
            ),
            say("Share of buyers who write a review or recommend us", "Tỷ lệ người mua viết nhận xét hoặc giới thiệu"),
        )
        .touchpoint("invite", say("Asked for a review", "Được mời nhận xét"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("post", say("Own post or word to friends", "Tự đăng bài hoặc kể với bạn bè"))
        .channel("social", say("Social network", "Mạng xã hội"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside);
    map.stage("support", say("Support", "Hỗ trợ"))
        .goal(
            say(
                "A question is settled at the first contact, by whichever channel the customer chose.",
                "Vấn đề được giải quyết ngay lần liên hệ đầu, qua bất cứ kênh nào khách chọn.",
            ),
            say("Settled at first contact; effort (CES)", "Tỷ lệ xong ngay lần đầu; mức công sức (CES)"),
        )
        .touchpoint("selfhelp", say("Instructions and answers", "Hướng dẫn và câu hỏi thường gặp"))
        .channel("web", say("Website", "Trang web"))
        .touchpoint("contact", say("Contact with customer service", "Liên hệ chăm sóc khách hàng"))
        .channel("chat", say("Chat", "Trò chuyện"))
        .channel("phone", say("Phone", "Điện thoại"))
        .decides()
        .touchpoint("returns", say("Return, exchange or repair", "Đổi trả hoặc bảo hành"))
        .channel("courier", say("Courier", "Đơn vị giao hàng"))
        .channel("shop", say("Shop", "Cửa hàng"));
    map.stage("repurchase", say("Re-purchase", "Mua lại"))
        .goal(
            say(
                "The customer thinks of us first when the need comes back.",
                "Khi nhu cầu trở lại, khách nghĩ đến mình trước tiên.",
            ),
            say("Share who buy again within a year", "Tỷ lệ mua lại trong một năm"),
        )
        .touchpoint("reminder", say("Reminder or suggestion", "Lời nhắc hoặc gợi ý"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("offer", say("Offer for regular customers", "Ưu đãi cho khách quen"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .channel("shop", say("Shop", "Cửa hàng"));
}
