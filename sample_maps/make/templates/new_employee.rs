//! The template "New employee": from the first advert to the end of probation. The customer here is a colleague.

use super::{super::sketch::Sketch, LANES, Say};
use wayfarer::map::{Control, LinkKind, Map};

pub(super) fn map(say: Say) -> Map {
    let mut map = Sketch::new(
        say("New employee", "Nhân viên mới"),
        say(
            "From the first advert to the end of probation. The traveller is a colleague; the promises made while hiring \
             are the expectation that the first weeks are judged by.",
            "Từ tin tuyển dụng đầu tiên đến hết thử việc. Người đi là một đồng nghiệp; những lời hứa khi tuyển dụng chính \
             là kỳ vọng để đánh giá những tuần đầu.",
        ),
        &LANES,
    );
    map.persona(
        "newcomer",
        say("New colleague", "Đồng nghiệp mới"),
        say(
            "Why did they change, and what were they told about us?",
            "Vì sao họ chuyển việc, và họ đã nghe gì về mình?",
        ),
    );
    hiring(&mut map, say);
    starting(&mut map, say);
    map.link(LinkKind::Referral, "recommend", "ofcolleague", say("brings a friend", "giới thiệu bạn bè"), None);
    map.into_map()
}

fn hiring(map: &mut Sketch, say: Say) {
    map.stage("attention", say("Attention", "Chú ý"))
        .goal(
            say("People who fit think of us.", "Người phù hợp nghĩ đến mình."),
            say("Applications that fit; where they come from", "Số hồ sơ phù hợp; nguồn đến"),
        )
        .touchpoint("advert", say("Job advert", "Tin tuyển dụng"))
        .channel("jobs", say("Job site", "Trang tuyển dụng"))
        .control(Control::Partner)
        .touchpoint("ofcolleague", say("Somebody who works here tells", "Người đang làm ở đây kể"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside);
    map.stage("application", say("Application", "Ứng tuyển"))
        .goal(
            say("Quick, fair, and each one gets an answer.", "Nhanh, công bằng và ai cũng được trả lời."),
            say("Days until an answer; candidates who withdraw", "Số ngày chờ trả lời; số người rút hồ sơ"),
        )
        .touchpoint("apply", say("Sends the application", "Gửi hồ sơ"))
        .channel("web", say("Website", "Trang web"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .touchpoint("interview", say("Interview", "Phỏng vấn"))
        .channel("office", say("At the office", "Tại văn phòng"))
        .channel("video", say("Video call", "Họp trực tuyến"))
        .decides()
        .touchpoint("offer", say("Offer and contract", "Thư mời và hợp đồng"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .decides();
    map.stage("before", say("Before the first day", "Trước ngày đầu tiên"))
        .goal(
            say("Looks forward to it and has what is needed.", "Háo hức và có đủ thứ cần thiết."),
            say("Work place and accounts ready on the first day", "Chỗ ngồi và tài khoản sẵn sàng vào ngày đầu"),
        )
        .touchpoint("silence", say("Weeks between signature and start", "Những tuần giữa ký hợp đồng và ngày đi làm"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .touchpoint("papers", say("Papers and equipment", "Giấy tờ và thiết bị"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .channel("post", say("Post", "Bưu điện"));
}

fn starting(map: &mut Sketch, say: Say) {
    map.stage("firstday", say("First day", "Ngày đầu tiên"))
        .goal(
            say("Is expected, meets the team, can log in.", "Được chờ đón, gặp cả nhóm, đăng nhập được."),
            say("“I was expected”: answers after day one", "“Mọi người chờ đón tôi”: câu trả lời sau ngày đầu"),
        )
        .touchpoint("welcome", say("Welcome and tour", "Chào đón và giới thiệu nơi làm"))
        .channel("office", say("At the office", "Tại văn phòng"))
        .decides()
        .touchpoint("desk", say("Work place and accounts", "Chỗ ngồi và tài khoản"))
        .channel("office", say("At the office", "Tại văn phòng"))
        .touchpoint("lunch", say("Lunch with the team", "Bữa trưa cùng nhóm"))
        .channel("office", say("At the office", "Tại văn phòng"));
    map.stage("firstweeks", say("First weeks", "Những tuần đầu"))
        .goal(
            say("Knows what is expected and has a first success.", "Biết điều được kỳ vọng và có thành công đầu tiên."),
            say("Time until the first own result", "Thời gian đến kết quả đầu tiên của mình"),
        )
        .touchpoint("buddy", say("A colleague at one's side", "Có người kèm cặp"))
        .channel("office", say("At the office", "Tại văn phòng"))
        .channel("chat", say("Chat", "Trò chuyện"))
        .touchpoint("training", say("Training", "Đào tạo"))
        .channel("video", say("Video call", "Họp trực tuyến"))
        .touchpoint("firsttask", say("First own task", "Nhiệm vụ đầu tiên"))
        .channel("office", say("At the office", "Tại văn phòng"))
        .decides();
    map.stage("probation", say("End of probation", "Hết thử việc"))
        .goal(
            say("Both sides stay, knowingly.", "Hai bên cùng muốn đi tiếp, có cân nhắc."),
            say(
                "Still here after a year; would recommend us (eNPS)",
                "Còn làm sau một năm; sẵn sàng giới thiệu (eNPS)",
            ),
        )
        .touchpoint("talk", say("Talk with the manager", "Trao đổi với quản lý"))
        .channel("office", say("At the office", "Tại văn phòng"))
        .decides()
        .touchpoint("salary", say("Salary and papers arrive right", "Lương và giấy tờ đúng, đủ"))
        .channel("mail", say("E-mail", "Thư điện tử"))
        .touchpoint("recommend", say("Tells friends about the job", "Kể với bạn bè về công việc"))
        .channel("word", say("Word of mouth", "Truyền miệng"))
        .control(Control::Outside);
}
