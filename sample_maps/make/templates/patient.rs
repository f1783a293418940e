//! The template "Patient": from the first signs to after-care, with the relative who comes along.

use super::{super::sketch::Sketch, LANES, Say};
use wayfarer::map::{Control, LinkKind, Map};

pub(super) fn map(say: Say) -> Map {
    let mut map = Sketch::new(
        say("Patient", "Người bệnh"),
        say(
            "From the first signs to after-care. Much of what is remembered is not medicine: waiting, being told, smells, \
             the tone of a voice.",
            "Từ dấu hiệu đầu tiên đến chăm sóc sau điều trị. Nhiều điều đọng lại không phải là y khoa: chờ đợi, được giải \
             thích, mùi, giọng nói.",
        ),
        &LANES,
    );
    map.persona(
        "patient",
        say("Patient", "Người bệnh"),
        say(
            "What do they fear, what do they want to know, who decides with them?",
            "Họ sợ điều gì, muốn biết điều gì, ai cùng quyết định với họ?",
        ),
    )
    .persona(
        "relative",
        say("Relative", "Người nhà"),
        say("Comes along, waits, asks, cares at home.", "Đi cùng, chờ đợi, hỏi han, chăm sóc tại nhà."),
    );
    before(&mut map, say);
    there(&mut map, say);
    after(&mut map, say);
    map.link(LinkKind::Loop, "checkup", "consult", say("next check-up", "tái khám"), None);
    map.into_map()
}

fn before(map: &mut Sketch, say: Say) {
    map.stage("signs", say("First signs", "Dấu hiệu đầu tiên"))
        .goal(
            say("Knows how urgent it is and where to turn.", "Biết mức khẩn cấp và nên đến đâu."),
            say("Time from first signs to the first contact", "Thời gian từ dấu hiệu đầu tiên đến lần liên hệ đầu"),
        )
        .touchpoint("symptom", say("Notices something", "Nhận thấy điều bất thường"))
        .channel("home", say("At home", "Tại nhà"))
        .control(Control::Outside)
        .touchpoint("asks", say("Asks family and the web", "Hỏi người thân và tra mạng"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .channel("web", say("Website", "Trang web"))
        .control(Control::Outside);
    map.stage("appointment", say("Appointment", "Đặt lịch khám"))
        .goal(
            say("A date in time, and clear what to bring.", "Có lịch kịp thời và biết cần mang theo gì."),
            say("Days until the appointment; calls needed", "Số ngày chờ đến lịch khám; số lần phải gọi"),
        )
        .touchpoint("booking", say("Makes an appointment", "Đặt lịch"))
        .channel("phone", say("Phone", "Điện thoại"))
        .channel("app", say("App", "Ứng dụng"))
        .touchpoint("prepare", say("Gets ready at home", "Chuẩn bị ở nhà"))
        .channel("message", say("Message", "Tin nhắn"));
}

fn there(map: &mut Sketch, say: Say) {
    map.stage("arrival", say("Arrival", "Đến nơi"))
        .goal(
            say(
                "Finds the way, is expected, knows how long it takes.",
                "Tìm được đường, được đón tiếp, biết phải chờ bao lâu.",
            ),
            say("Waiting time beyond the appointment", "Thời gian chờ quá giờ hẹn"),
        )
        .touchpoint("reception", say("Reception", "Quầy tiếp đón"))
        .channel("desk", say("In person", "Trực tiếp"))
        .touchpoint("waiting", say("Waiting room", "Phòng chờ"))
        .tags(&[say("smell", "mùi"), say("air", "không khí"), say("sound", "âm thanh")])
        .channel("desk", say("In person", "Trực tiếp"));
    map.stage("examination", say("Examination", "Thăm khám"))
        .goal(
            say("Is heard, and understands what was found.", "Được lắng nghe và hiểu kết quả."),
            say("Patients who can say what comes next", "Tỷ lệ người bệnh nói lại được bước tiếp theo"),
        )
        .touchpoint("consult", say("Talk with the doctor", "Trao đổi với bác sĩ"))
        .tags(&[say("tone of voice", "giọng nói")])
        .channel("desk", say("In person", "Trực tiếp"))
        .decides()
        .touchpoint("tests", say("Tests", "Xét nghiệm"))
        .channel("lab", say("Laboratory", "Phòng xét nghiệm"))
        .control(Control::Partner)
        .touchpoint("diagnosis", say("Is told the result", "Nghe kết quả"))
        .channel("desk", say("In person", "Trực tiếp"))
        .decides();
    map.stage("treatment", say("Treatment", "Điều trị"))
        .goal(
            say("Knows what is done and why; little pain.", "Biết mình được làm gì và vì sao; ít đau."),
            say("Pain asked about and acted upon", "Mức đau được hỏi và được xử lý"),
        )
        .touchpoint("consent", say("Explanation and consent", "Giải thích và đồng ý"))
        .channel("desk", say("In person", "Trực tiếp"))
        .touchpoint("procedure", say("Procedure or medicine", "Thủ thuật hoặc thuốc"))
        .channel("ward", say("Ward", "Khoa điều trị"))
        .decides()
        .touchpoint("nursing", say("Nursing, meals, visits", "Chăm sóc, bữa ăn, thăm nuôi"))
        .channel("ward", say("Ward", "Khoa điều trị"));
}

fn after(map: &mut Sketch, say: Say) {
    map.stage("discharge", say("Going home", "Ra về"))
        .goal(
            say("Leaves with a plan that can be followed at home.", "Ra về với kế hoạch làm được ở nhà."),
            say("Unplanned returns within 30 days", "Tỷ lệ quay lại ngoài dự kiến trong 30 ngày"),
        )
        .touchpoint("papers", say("Letter, prescription, bill", "Giấy ra viện, đơn thuốc, viện phí"))
        .channel("desk", say("In person", "Trực tiếp"))
        .touchpoint("pharmacy", say("Pharmacy", "Nhà thuốc"))
        .channel("pharmacy", say("Pharmacy", "Nhà thuốc"))
        .control(Control::Partner);
    map.stage("aftercare", say("After-care", "Chăm sóc sau điều trị"))
        .goal(
            say("Is not alone with questions; gets well.", "Không đơn độc với thắc mắc; hồi phục."),
            say(
                "Check-ups kept; questions answered in a day",
                "Tỷ lệ tái khám đúng hẹn; thắc mắc được trả lời trong ngày",
            ),
        )
        .touchpoint("question", say("A question comes up at home", "Có thắc mắc khi ở nhà"))
        .channel("phone", say("Phone", "Điện thoại"))
        .channel("app", say("App", "Ứng dụng"))
        .decides()
        .touchpoint("checkup", say("Check-up", "Tái khám"))
        .channel("desk", say("In person", "Trực tiếp"));
}
