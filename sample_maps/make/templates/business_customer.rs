//! The template "Business customer": several people buy together, slowly, and sign a contract that has to be renewed.

use super::{super::sketch::Sketch, LANES, Say};
use wayfarer::map::{Control, LinkKind, Map};

pub(super) fn map(say: Say) -> Map {
    let mut map = Sketch::new(
        say("Business customer", "Khách hàng doanh nghiệp"),
        say(
            "A company buys: who uses it, who checks it and who signs are different people. Look at each touchpoint \
             through the eyes of all three.",
            "Một công ty mua hàng: người dùng, người thẩm định và người ký là những người khác nhau. Hãy nhìn mỗi điểm \
             tiếp xúc qua mắt của cả ba.",
        ),
        &LANES,
    );
    map.persona(
        "user",
        say("The one who uses it", "Người sử dụng"),
        say(
            "Works with it every day; was perhaps never asked.",
            "Làm việc với nó mỗi ngày; có khi chưa từng được hỏi ý kiến.",
        ),
    )
    .persona(
        "checker",
        say("The one who checks it", "Người thẩm định"),
        say(
            "Compares, tests, thinks of risk, security, effort.",
            "So sánh, thử nghiệm, cân nhắc rủi ro, bảo mật, công sức.",
        ),
    )
    .persona(
        "signer",
        say("The one who signs", "Người ký duyệt"),
        say("Answers for the budget; wants to see the benefit.", "Chịu trách nhiệm ngân sách; muốn thấy lợi ích."),
    );
    finding(&mut map, say);
    deciding(&mut map, say);
    working(&mut map, say);
    map.link(LinkKind::Loop, "renewal", "use", say("renews", "gia hạn"), None)
        .link(LinkKind::Loop, "expand", "offer", say("buys more", "mua thêm"), None)
        .link(LinkKind::Referral, "reference", "colleague", say("speaks for us", "nói tốt về mình"), None);
    map.into_map()
}

fn finding(map: &mut Sketch, say: Say) {
    map.stage("need", say("Need", "Nhu cầu"))
        .goal(
            say("Somebody sees that it cannot stay as it is.", "Có người nhận ra không thể để như cũ."),
            say("First talks with the right role", "Số cuộc trao đổi đầu với đúng người"),
        )
        .touchpoint("trigger", say("Something goes wrong or changes", "Có sự cố hoặc thay đổi"))
        .channel("inside", say("Inside the company", "Nội bộ công ty"))
        .control(Control::Outside)
        .touchpoint("colleague", say("A colleague elsewhere tells of it", "Đồng nghiệp nơi khác kể"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside)
        .touchpoint("event", say("Trade fair, talk or article", "Hội chợ, hội thảo hoặc bài viết"))
        .channel("event", say("Event", "Sự kiện"));
    map.stage("search", say("Search", "Tìm hiểu"))
        .goal(
            say("We are on the short list.", "Mình có tên trong danh sách rút gọn."),
            say("Share of inquiries that become a demonstration", "Tỷ lệ yêu cầu dẫn đến buổi giới thiệu"),
        )
        .touchpoint("website", say("Website, references, prices", "Trang web, khách tiêu biểu, giá"))
        .channel("web", say("Website", "Trang web"))
        .touchpoint("firsttalk", say("First talk with sales", "Trao đổi đầu tiên với kinh doanh"))
        .channel("phone", say("Phone", "Điện thoại"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .decides();
}

fn deciding(map: &mut Sketch, say: Say) {
    map.stage("evaluation", say("Evaluation", "Thẩm định"))
        .goal(
            say(
                "Doubts are answered with proof, not with promises.",
                "Băn khoăn được trả lời bằng chứng cứ, không bằng lời hứa.",
            ),
            say("Share of tests that end in an offer", "Tỷ lệ dùng thử dẫn đến báo giá"),
        )
        .touchpoint("demo", say("Demonstration", "Buổi giới thiệu"))
        .channel("meeting", say("Meeting", "Cuộc họp"))
        .channel("video", say("Video call", "Họp trực tuyến"))
        .touchpoint("trial", say("Test with own data", "Dùng thử với dữ liệu thật"))
        .channel("product", say("Product", "Sản phẩm"))
        .decides()
        .touchpoint("security", say("Questions of security and law", "Câu hỏi về bảo mật và pháp lý"))
        .channel("mail", say("E-mail", "Thư điện tử"));
    map.stage("contract", say("Decision and contract", "Quyết định và hợp đồng"))
        .goal(
            say("Signed without a surprise for anybody.", "Ký kết mà không ai bị bất ngờ."),
            say("Days from offer to signature", "Số ngày từ báo giá đến ký kết"),
        )
        .touchpoint("offer", say("Offer", "Báo giá"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .touchpoint("negotiate", say("Negotiation with purchasing", "Thương lượng với phòng mua hàng"))
        .channel("meeting", say("Meeting", "Cuộc họp"))
        .touchpoint("sign", say("Signature", "Ký hợp đồng"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .decides();
}

fn working(map: &mut Sketch, say: Say) {
    map.stage("onboarding", say("Introduction", "Triển khai"))
        .goal(
            say("The first people work with it and see the use.", "Những người đầu tiên dùng được và thấy ích lợi."),
            say("Days until it is really used", "Số ngày đến khi dùng thật"),
        )
        .touchpoint("kickoff", say("Kick-off", "Buổi khởi động"))
        .channel("meeting", say("Meeting", "Cuộc họp"))
        .touchpoint("setup", say("Set-up and data", "Cài đặt và dữ liệu"))
        .channel("product", say("Product", "Sản phẩm"))
        .touchpoint("training", say("Training", "Đào tạo"))
        .channel("video", say("Video call", "Họp trực tuyến"))
        .channel("meeting", say("Meeting", "Cuộc họp"));
    map.stage("using", say("Use and support", "Sử dụng và hỗ trợ"))
        .goal(
            say(
                "It carries the daily work; trouble is settled fast.",
                "Gánh được việc hằng ngày; sự cố được xử lý nhanh.",
            ),
            say(
                "Active users; time to settle; effort (CES)",
                "Người dùng thường xuyên; thời gian xử lý; mức công sức (CES)",
            ),
        )
        .touchpoint("use", say("Daily work with it", "Làm việc hằng ngày"))
        .channel("product", say("Product", "Sản phẩm"))
        .touchpoint("support", say("Support case", "Yêu cầu hỗ trợ"))
        .channel("phone", say("Phone", "Điện thoại"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .decides()
        .touchpoint("invoice", say("Invoice", "Hóa đơn"))
        .channel("mail", say("E-mail", "Thư điện tử"));
    map.stage("renewing", say("Renewal and growth", "Gia hạn và mở rộng"))
        .goal(
            say("The benefit is shown before the contract ends.", "Lợi ích được chỉ ra trước khi hợp đồng hết hạn."),
            say("Contracts renewed; NPS by role", "Tỷ lệ gia hạn; NPS theo vai trò"),
        )
        .touchpoint("balance", say("Yearly look at the results", "Buổi nhìn lại kết quả hằng năm"))
        .channel("meeting", say("Meeting", "Cuộc họp"))
        .touchpoint("renewal", say("Renewal", "Gia hạn"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .decides()
        .touchpoint("expand", say("More users or functions", "Thêm người dùng hoặc tính năng"))
        .channel("meeting", say("Meeting", "Cuộc họp"))
        .touchpoint("reference", say("Speaks for us as a reference", "Làm khách tiêu biểu"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside);
}
