//! The template "Service blueprint": what the customer does, what they see us do, what happens backstage, and what
//! supports it (Shostack 1984; the rows as in Bitner, Ostrom and Morgan 2008).

use super::{super::sketch::Sketch, Say};
use wayfarer::map::{BlueprintLine, Control, LaneKind, Map};

pub(super) fn map(say: Say) -> Map {
    let mut map = Sketch::new(
        say("Service blueprint", "Bản thiết kế dịch vụ"),
        say(
            "A service with an appointment, seen from both sides. Read each column from top to bottom: what the customer \
             does, what they see us do, what they do not see, and what has to work for that.",
            "Một dịch vụ có hẹn trước, nhìn từ hai phía. Đọc mỗi cột từ trên xuống: khách làm gì, khách thấy mình làm gì, \
             điều gì diễn ra sau hậu trường và điều gì phải chạy tốt để nâng đỡ.",
        ),
        &[LaneKind::Touchpoints],
    );
    map.lane("actions", LaneKind::Actions, say("Customer does", "Khách làm"))
        .lane("emotion", LaneKind::Emotion, "")
        .line(BlueprintLine::Interaction)
        .lane("front", LaneKind::Notes, say("Frontstage: seen", "Mặt trước: khách thấy"))
        .line(BlueprintLine::Visibility)
        .lane("backstage", LaneKind::Backstage, say("Backstage: not seen", "Hậu trường: khách không thấy"))
        .line(BlueprintLine::InternalInteraction)
        .lane("support", LaneKind::Backstage, say("Support and systems", "Hỗ trợ và hệ thống"))
        .lane("pains", LaneKind::PainPoints, "");
    map.persona(
        "customer",
        say("Customer", "Khách hàng"),
        say(
            "Whom is the service for, and what is at stake for them?",
            "Dịch vụ dành cho ai, và điều gì quan trọng với họ?",
        ),
    );
    asking(&mut map, say);
    being_served(&mut map, say);
    afterwards(&mut map, say);
    map.into_map()
}

fn asking(map: &mut Sketch, say: Say) {
    map.stage("inquiry", say("Asking", "Hỏi"))
        .goal(
            say(
                "A clear answer: whether, when, for how much.",
                "Câu trả lời rõ: có được không, khi nào, giá bao nhiêu.",
            ),
            say("Time until the first answer", "Thời gian đến câu trả lời đầu tiên"),
        )
        .touchpoint("info", say("Website or leaflet", "Trang web hoặc tờ giới thiệu"))
        .card_in("actions", say("Looks for what we offer", "Tìm xem mình có dịch vụ gì"))
        .card_in("front", say("Pages with services and prices", "Trang dịch vụ và giá"))
        .card_in("backstage", say("Keeps the pages up to date", "Cập nhật nội dung"))
        .card_in("support", say("Website, price list", "Trang web, bảng giá"))
        .touchpoint("call", say("Call or message", "Gọi điện hoặc nhắn tin"))
        .card_in("actions", say("Explains what is needed", "Trình bày nhu cầu"))
        .card_in("front", say("Listens, answers, suggests a date", "Lắng nghe, trả lời, gợi ý ngày hẹn"))
        .card_in("backstage", say("Looks up the customer and free dates", "Tra thông tin khách và lịch trống"))
        .card_in("support", say("Customer records, calendar", "Hồ sơ khách hàng, lịch hẹn"))
        .decides();
    map.stage("booking", say("Booking", "Đặt hẹn"))
        .goal(
            say("The customer knows what will happen and when.", "Khách biết điều gì sẽ diễn ra và khi nào."),
            say("Appointments kept", "Tỷ lệ giữ đúng hẹn"),
        )
        .touchpoint("confirm", say("Confirmation", "Xác nhận hẹn"))
        .card_in("actions", say("Reads it, writes down the date", "Đọc và ghi lại ngày hẹn"))
        .card_in("front", say("Confirmation with time, place, price", "Tin xác nhận có giờ, nơi, giá"))
        .card_in("backstage", say("Plans people, rooms, material", "Xếp người, phòng, vật tư"))
        .card_in("support", say("Planning of shifts, stock", "Hệ thống xếp ca, kho"))
        .touchpoint("remind", say("Reminder the day before", "Lời nhắc trước một ngày"))
        .card_in("actions", say("Gets ready, or moves the date", "Chuẩn bị hoặc dời hẹn"))
        .card_in("front", say("Message with a way to change it", "Tin nhắn kèm cách dời hẹn"))
        .card_in("support", say("Sending of messages", "Hệ thống gửi tin"))
        .control(Control::Partner);
}

fn being_served(map: &mut Sketch, say: Say) {
    map.stage("service", say("Being served", "Được phục vụ"))
        .goal(
            say("Done right at the first visit, on time.", "Làm đúng ngay lần đầu, đúng giờ."),
            say("Done at the first visit; waiting time", "Tỷ lệ xong ngay lần đầu; thời gian chờ"),
        )
        .touchpoint("arrive", say("Arriving and waiting", "Đến nơi và chờ"))
        .tags(&[say("signs", "biển chỉ dẫn"), say("smell", "mùi"), say("sound", "âm thanh")])
        .card_in("actions", say("Finds the place, reports in", "Tìm đường, báo có mặt"))
        .card_in("front", say("Greets by name, says how long it takes", "Chào đúng tên, báo thời gian chờ"))
        .card_in("backstage", say("Gets the case ready", "Chuẩn bị hồ sơ"))
        .card_in("support", say("Building, signs, queue", "Mặt bằng, biển chỉ dẫn, lượt chờ"))
        .touchpoint("visit", say("The service itself", "Thực hiện dịch vụ"))
        .card_in("actions", say("Tells, watches, decides", "Kể, theo dõi, quyết định"))
        .card_in(
            "front",
            say("Explains each step, asks before extra cost", "Giải thích từng bước, hỏi trước khi phát sinh"),
        )
        .card_in("backstage", say("Colleague checks the result", "Đồng nghiệp kiểm tra kết quả"))
        .card_in("support", say("Tools, material, training", "Dụng cụ, vật tư, đào tạo"))
        .decides()
        .touchpoint("pay", say("Invoice and payment", "Hóa đơn và thanh toán"))
        .card_in("actions", say("Checks the invoice, pays", "Xem hóa đơn, thanh toán"))
        .card_in("front", say("Explains the invoice", "Giải thích hóa đơn"))
        .card_in("backstage", say("Books what was done", "Ghi nhận việc đã làm"))
        .card_in("support", say("Accounting, payment service", "Kế toán, cổng thanh toán"));
}

fn afterwards(map: &mut Sketch, say: Say) {
    map.stage("after", say("Afterwards", "Sau dịch vụ"))
        .goal(
            say("Open ends are closed before the customer asks.", "Việc còn dở được xử lý trước khi khách phải hỏi."),
            say("Complaints settled at first contact", "Khiếu nại xong ngay lần liên hệ đầu"),
        )
        .touchpoint("followup", say("Call or survey afterwards", "Gọi hỏi thăm hoặc khảo sát"))
        .card_in("actions", say("Says how it went", "Cho biết trải nghiệm"))
        .card_in("front", say("Asks, thanks, promises an answer", "Hỏi thăm, cảm ơn, hẹn phản hồi"))
        .card_in("backstage", say("Passes findings to the right person", "Chuyển góp ý đến đúng người"))
        .card_in("support", say("Survey, list of open points", "Khảo sát, danh sách việc còn mở"))
        .touchpoint("complaint", say("Complaint", "Khiếu nại"))
        .card_in("actions", say("Says what is wrong", "Nói điều chưa ổn"))
        .card_in("front", say("Takes it on, names a date", "Nhận việc, hẹn ngày trả lời"))
        .card_in("backstage", say("Finds the cause, repairs it", "Tìm nguyên nhân, khắc phục"))
        .card_in("support", say("Goodwill rules, suppliers", "Quy định bồi hoàn, nhà cung cấp"))
        .decides();
}
