//! The template "Purchase and loyalty loop" (domain handbook, facts 5 and 6): the journey does not end at the purchase,
//! it leads back to it, and it brings new customers.

use super::{super::sketch::Sketch, LANES, Say};
use wayfarer::map::{Control, LinkKind, Map};

pub(super) fn map(say: Say) -> Map {
    let mut map = Sketch::new(
        say("Purchase and loyalty loop", "Mua hàng và vòng lặp trung thành"),
        say(
            "After the purchase the journey goes on: care, the next purchase, more of it, and new customers. Give each \
             stage its count of customers (reach) and see where they are lost.",
            "Sau khi mua, hành trình còn tiếp tục: chăm sóc, lần mua sau, mua thêm và khách mới. Ghi số khách đến được \
             mỗi giai đoạn để thấy họ rời đi ở đâu.",
        ),
        &LANES,
    );
    map.persona(
        "newbuyer",
        say("New customer", "Khách mới"),
        say("Buys from us for the first time. What made them try?", "Mua lần đầu. Điều gì khiến họ thử?"),
    )
    .persona(
        "regular",
        say("Regular customer", "Khách quen"),
        say(
            "Has bought before. What brings them back, and what would make them leave?",
            "Đã từng mua. Điều gì khiến họ quay lại, điều gì sẽ khiến họ bỏ đi?",
        ),
    );
    winning(&mut map, say);
    keeping(&mut map, say);
    map.link(LinkKind::Loop, "refill", "order", say("buys again", "mua lại"), None)
        .link(LinkKind::Loop, "upgrade", "compare", say("buys more", "mua thêm"), None)
        .link(LinkKind::Referral, "recommend", "hearsay", say("brings a friend", "giới thiệu bạn bè"), None);
    map.into_map()
}

fn winning(map: &mut Sketch, say: Say) {
    map.stage("attention", say("Attention", "Chú ý"))
        .goal(
            say("The right people hear of us.", "Đúng người biết đến mình."),
            say("New visitors who stay for a look", "Số người mới ghé và nán lại xem"),
        )
        .touchpoint("hearsay", say("A friend recommends us", "Được bạn bè giới thiệu"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside)
        .touchpoint("campaign", say("Advert or promotion", "Quảng cáo hoặc khuyến mãi"))
        .channel("social", say("Social network", "Mạng xã hội"))
        .channel("shop", say("Shop", "Cửa hàng"));
    map.stage("choice", say("Choice", "Lựa chọn"))
        .goal(
            say("The customer is sure enough to decide.", "Khách đủ yên tâm để quyết định."),
            say("Share of visitors who start an order", "Tỷ lệ người xem bắt đầu đặt hàng"),
        )
        .touchpoint("compare", say("Comparing offers and prices", "So sánh sản phẩm và giá"))
        .channel("web", say("Website", "Trang web"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .touchpoint("advice", say("Advice", "Tư vấn"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .channel("chat", say("Chat", "Trò chuyện"))
        .decides();
    map.stage("purchase", say("Purchase", "Mua hàng"))
        .goal(
            say("Ordered and received as promised.", "Đặt và nhận đúng như đã hứa."),
            say("Share of orders started that are completed", "Tỷ lệ đơn đã bắt đầu được hoàn tất"),
        )
        .touchpoint("order", say("Order and payment", "Đặt hàng và thanh toán"))
        .channel("web", say("Website", "Trang web"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .decides()
        .touchpoint("receive", say("Receiving it", "Nhận hàng"))
        .channel("courier", say("Courier", "Đơn vị giao hàng"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .control(Control::Partner);
}

fn keeping(map: &mut Sketch, say: Say) {
    map.stage("use", say("Use and care", "Sử dụng và chăm sóc"))
        .goal(
            say("It works for the customer, and help is near.", "Sản phẩm dùng tốt và luôn có người giúp."),
            say("Customers without an open complaint", "Tỷ lệ khách không còn khiếu nại"),
        )
        .touchpoint("firstuse", say("First use", "Dùng lần đầu"))
        .channel("home", say("At home", "Tại nhà"))
        .decides()
        .touchpoint("care", say("After-sale care", "Chăm sóc sau bán"))
        .channel("phone", say("Phone", "Điện thoại"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .touchpoint("complaint", say("A complaint is settled", "Khiếu nại được giải quyết"))
        .channel("phone", say("Phone", "Điện thoại"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .decides();
    map.stage("loyalty", say("Loyalty", "Trung thành"))
        .goal(
            say("The customer comes back of their own accord.", "Khách tự mình quay lại."),
            say("Share who buy again; spending per purchase", "Tỷ lệ mua lại; mức chi mỗi lần mua"),
        )
        .touchpoint("refill", say("Reminder for the next purchase", "Lời nhắc cho lần mua sau"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("club", say("Benefits of regular customers", "Quyền lợi khách quen"))
        .channel("app", say("App", "Ứng dụng"))
        .channel("shop", say("Shop", "Cửa hàng"))
        .touchpoint("upgrade", say("Offer of something more", "Gợi ý sản phẩm cao hơn"))
        .channel("mail", say("E-mail", "Thư điện tử"));
    map.stage("advocacy", say("Recommending", "Giới thiệu"))
        .goal(
            say("Satisfied customers bring new ones.", "Khách hài lòng đưa khách mới đến."),
            say("NPS; new customers who were recommended", "NPS; số khách mới nhờ giới thiệu"),
        )
        .touchpoint("review", say("Writes a review", "Viết nhận xét"))
        .channel("web", say("Website", "Trang web"))
        .control(Control::Outside)
        .touchpoint("recommend", say("Recommends us to a friend", "Giới thiệu cho bạn bè"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside);
}
