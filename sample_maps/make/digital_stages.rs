//! The sample "Bảy giai đoạn số": the seven digital stages (domain handbook, fact 8) of a furniture shop on the web, in
//! Vietnamese, with four personas and a wide survey file.

use super::{
    File,
    answers::{Asked, wide_file},
    sketch::{Sketch, touchpoint_id},
    survey::attach_wide,
};
use wayfarer::{
    map::{Control, EmotionScale, Evidence, LaneKind, LinkKind, Map, Metric, Status, Wave},
    survey::Target,
};

const SURVEY: &str = "bay_giai_doan_so_2026_10.csv";
const SEGMENTS: [(&str, f64); 2] = [("Khách mới", 0.7), ("Khách quen", 0.3)];
const FIRST_COLUMNS: [&str; 2] = ["Dấu thời gian", "Nhóm khách"];

/// The map and its survey file.
pub fn files() -> Vec<File> {
    let answers = answers();
    let wave = Wave { name: "Tháng 10/2026".into(), date: Some("2026-10-31".parse().unwrap()) };
    let on = |id: &str| Target::Touchpoint(touchpoint_id(id));
    let targets = [
        (Metric::Nps, Target::WholeJourney),
        (Metric::Csat, on("sanpham")),
        (Metric::Ces, on("thanhtoan")),
        (Metric::Csat, on("giaohang")),
        (Metric::Csat, on("tongdai")),
        (Metric::Ces, on("doitra")),
    ];
    let map = attach_wide(journey(), SURVEY, &answers, FIRST_COLUMNS, targets, (wave, 21));
    vec![File::map("bay_giai_doan_so.ron", &map), File::text(SURVEY, answers)]
}

/// Every score in the order of the personas Hà, Bảo, cô Lan and anh Tuấn: expected and actual.
type Scores = [(i64, i64); 4];

fn feels(map: &mut Sketch, scores: Scores) {
    for (persona, (expected, actual)) in ["ha", "bao", "lan", "tuan"].into_iter().zip(scores) {
        map.feels(persona, expected, actual);
    }
}

fn journey() -> Map {
    let lanes = [
        LaneKind::Touchpoints,
        LaneKind::Actions,
        LaneKind::Thoughts,
        LaneKind::Emotion,
        LaneKind::Channels,
        LaneKind::Survey,
        LaneKind::PainPoints,
        LaneKind::Opportunities,
        LaneKind::Backstage,
    ];
    let mut map = Sketch::new(
        "Bảy giai đoạn số",
        "Hành trình của khách mua nội thất trên mạng, từ lúc nhận biết đến lúc mua lại. Trực tuyến và trực tiếp đan xen.",
        &lanes,
    );
    map.persona(
        "ha",
        "Thu Hà, 31, mẹ hai con",
        "Mua buổi tối trên điện thoại, cần đồ an toàn cho trẻ và giao đúng hẹn.",
    )
    .persona("bao", "Quốc Bảo, 26, mới thuê căn hộ", "Ngân sách nhỏ, thích tự lắp, tin vào ảnh thật của người mua.")
    .persona("lan", "Cô Lan, 58, ít mua trên mạng", "Muốn sờ tận tay, sợ thanh toán sai, thích gọi điện thoại hỏi.")
    .persona("tuan", "Anh Tuấn, 42, mua cho văn phòng", "Mua số lượng nhiều, cần báo giá và hóa đơn nhanh.");
    awareness(&mut map);
    discovery(&mut map);
    evaluation(&mut map);
    purchase(&mut map);
    sharing(&mut map);
    support(&mut map);
    repurchase(&mut map);
    map.link(LinkKind::Loop, "uudai", "bosuutap", "mua lại", Some(24.0)).link(
        LinkKind::Referral,
        "anhphong",
        "banbe",
        "giới thiệu bạn bè",
        Some(12.0),
    );
    let mut map = map.into_map();
    map.scale = EmotionScale::Five;
    map.review_date = Some("2027-01-31".parse().unwrap());
    map
}

fn awareness(map: &mut Sketch) {
    map.stage("nhanbiet", "Nhận biết")
        .goal("Nhớ tên cửa hàng khi cần thay đồ trong nhà", "Lượt tìm kiếm theo tên cửa hàng")
        .reach(84_000)
        .touchpoint("video", "Video ngắn trên mạng xã hội")
        .about("Ba mươi giây: một căn phòng trống thành góc làm việc.")
        .channel("mangxahoi", "Mạng xã hội")
        .tags(&["hình ảnh", "âm nhạc"])
        .card(LaneKind::Actions, "Lướt bảng tin, dừng lại xem");
    feels(map, [(20, 35), (30, 55), (0, -5), (0, 5)]);
    map.touchpoint("baidang", "Bài đăng của người có ảnh hưởng")
        .channel("mangxahoi", "Mạng xã hội")
        .control(Control::Partner)
        .card(LaneKind::Thoughts, "Có phải quảng cáo không?");
    feels(map, [(15, 10), (25, 30), (0, -20), (0, 0)]);
    map.touchpoint("banbe", "Bạn bè giới thiệu")
        .channel("truyenmieng", "Truyền miệng")
        .control(Control::Outside)
        .card(LaneKind::Actions, "Hỏi bạn mua ở đâu");
    feels(map, [(40, 65), (40, 60), (50, 70), (30, 45)]);
}

fn discovery(map: &mut Sketch) {
    map.stage("khampha", "Khám phá")
        .goal("Thấy ngay món hợp với phòng và ngân sách", "Tỷ lệ khách xem từ ba sản phẩm trở lên")
        .reach(31_500)
        .touchpoint("timkiem", "Kết quả tìm kiếm")
        .channel("trangweb", "Trang web")
        .control(Control::Partner)
        .card(LaneKind::Actions, "Gõ “bàn làm việc 1 m”");
    feels(map, [(20, 15), (20, 20), (10, -15), (25, 20)]);
    map.touchpoint("trangchu", "Trang chủ")
        .channel("trangweb", "Trang web")
        .channel("ungdung", "Ứng dụng")
        .card(LaneKind::PainPoints, "Trang mở chậm trên mạng di động")
        .card(LaneKind::Backstage, "Kho ảnh chưa nén");
    feels(map, [(35, 5), (35, 15), (25, -30), (30, 10)]);
    map.touchpoint("bosuutap", "Bộ sưu tập theo phòng")
        .about("Đồ được xếp sẵn theo phòng khách, phòng ngủ, góc làm việc.")
        .channel("trangweb", "Trang web")
        .channel("ungdung", "Ứng dụng")
        .tags(&["hình ảnh"])
        .card(LaneKind::Thoughts, "Giống phòng mình quá");
    feels(map, [(40, 58), (40, 62), (30, 30), (30, 25)]);
}

fn evaluation(map: &mut Sketch) {
    map.stage("danhgia", "Đánh giá")
        .goal("Đủ tin để chọn mà không phải đoán", "Tỷ lệ thêm vào giỏ hàng")
        .reach(14_200)
        .touchpoint("sanpham", "Trang sản phẩm")
        .about("Ảnh, kích thước, chất liệu, giá, thời gian giao.")
        .channel("trangweb", "Trang web")
        .card(LaneKind::Actions, "So kích thước với góc phòng")
        .card(LaneKind::PainPoints, "Thiếu ảnh chụp gần chất liệu")
        .task("Thêm ảnh chất liệu và video 15 giây", "Nội dung", "2026-12-20", Status::Planned);
    feels(map, [(50, 28), (50, 35), (45, -10), (50, 30)]);
    map.touchpoint("nhanxet", "Nhận xét của khách trước")
        .channel("trangweb", "Trang web")
        .control(Control::Outside)
        .card(LaneKind::Thoughts, "Ảnh thật có khác ảnh mẫu không?");
    feels(map, [(45, 40), (55, 60), (40, 20), (30, 15)]);
    map.touchpoint("tuvan", "Trò chuyện với tư vấn viên")
        .channel("trochuyen", "Trò chuyện")
        .card(LaneKind::PainPoints, "Sau 21 giờ không có ai trả lời")
        .task("Trực trò chuyện đến 23 giờ", "Chăm sóc khách hàng", "2027-01-10", Status::Idea);
    feels(map, [(50, -18), (40, 5), (45, 22), (50, 35)]);
    map.touchpoint("cuahang", "Xem thử ở cửa hàng")
        .channel("cuahang", "Cửa hàng trải nghiệm")
        .tags(&["mùi gỗ", "ánh sáng", "chạm tay"])
        .card(LaneKind::Actions, "Ngồi thử, mở ngăn kéo");
    feels(map, [(50, 62), (40, 45), (60, 80), (45, 40)]);
    map.word("lan", "yên tâm", Evidence::Observed);
}

fn purchase(map: &mut Sketch) {
    map.stage("muahang", "Mua hàng")
        .goal("Đặt xong trong năm phút, nhận đúng hẹn", "Tỷ lệ hoàn tất đơn hàng; giao đúng ngày")
        .reach(3_860)
        .touchpoint("giohang", "Giỏ hàng")
        .channel("trangweb", "Trang web")
        .channel("ungdung", "Ứng dụng")
        .card(LaneKind::PainPoints, "Phí giao chỉ hiện ở bước cuối");
    feels(map, [(40, -25), (40, -40), (40, -30), (45, 5)]);
    map.word("bao", "bực mình", Evidence::Reported);
    map.touchpoint("thanhtoan", "Thanh toán")
        .channel("trangweb", "Trang web")
        .decides()
        .card(LaneKind::Actions, "Chọn ví điện tử hoặc trả khi nhận")
        .card(LaneKind::Thoughts, "Bấm rồi có bị trừ tiền hai lần không?")
        .card(LaneKind::Backstage, "Cổng thanh toán của đối tác")
        .task("Báo rõ “đã nhận thanh toán” trong một giây", "Kỹ thuật", "2026-12-15", Status::Started);
    feels(map, [(45, 10), (45, 20), (50, -62), (50, -5)]);
    map.word("lan", "lo lắng", Evidence::Observed);
    map.touchpoint("giaohang", "Giao hàng và lắp đặt")
        .about("Hai người giao, lắp tại nhà và dọn thùng giấy.")
        .channel("giaohang", "Giao hàng")
        .control(Control::Partner)
        .decides()
        .card(LaneKind::PainPoints, "Hẹn cả ngày, không biết giờ nào đến")
        .card(LaneKind::Backstage, "Đối tác vận chuyển xếp tuyến mỗi sáng")
        .task("Nhắn tin khung giờ hai tiếng", "Vận chuyển", "2027-01-15", Status::Planned);
    feels(map, [(55, -55), (45, -20), (50, -35), (55, -48)]);
    map.word("ha", "sốt ruột", Evidence::Reported).word("tuan", "thất vọng", Evidence::Reported);
}

fn sharing(map: &mut Sketch) {
    map.stage("chiase", "Chia sẻ trải nghiệm")
        .goal("Khách vui và muốn khoe góc phòng mới", "Số ảnh thật được đăng mỗi tháng")
        .reach(1_420)
        .touchpoint("thumoi", "Thư mời nhận xét")
        .channel("thudientu", "Thư điện tử")
        .card(LaneKind::Thoughts, "Hỏi dài quá");
    feels(map, [(20, 5), (20, 0), (15, -10), (10, -15)]);
    map.touchpoint("anhphong", "Ảnh phòng trên mạng xã hội")
        .channel("mangxahoi", "Mạng xã hội")
        .control(Control::Outside)
        .card(LaneKind::Actions, "Đăng ảnh, gắn tên cửa hàng")
        .task("Tặng phiếu nhỏ cho ảnh được đăng", "Tiếp thị", "2027-02-01", Status::Idea);
    feels(map, [(40, 60), (45, 72), (20, 25), (10, 10)]);
    map.word("bao", "ấn tượng", Evidence::Reported);
}

fn support(map: &mut Sketch) {
    map.stage("hotro", "Hỗ trợ")
        .goal("Giải quyết xong trong một lần liên hệ", "Tỷ lệ xong ngay lần đầu")
        .reach(610)
        .touchpoint("tongdai", "Gọi tổng đài")
        .channel("dienthoai", "Điện thoại")
        .card(LaneKind::PainPoints, "Phải kể lại từ đầu khi chuyển máy");
    feels(map, [(40, -8), (30, -15), (50, 18), (45, 5)]);
    map.touchpoint("doitra", "Đổi trả")
        .channel("ungdung", "Ứng dụng")
        .channel("giaohang", "Giao hàng")
        .decides()
        .card(LaneKind::PainPoints, "Phải tự đóng gói lại món cồng kềnh")
        .task("Người giao mang theo bao bì", "Vận chuyển", "2027-03-01", Status::Idea);
    feels(map, [(35, -65), (35, -50), (40, -70), (40, -45)]);
    map.word("ha", "nản", Evidence::Reported);
    map.touchpoint("baohanh", "Bảo hành tại nhà")
        .channel("dichvu", "Dịch vụ tại nhà")
        .card(LaneKind::Backstage, "Thợ của cửa hàng, hẹn trong 48 giờ");
    feels(map, [(45, 64), (35, 40), (55, 75), (45, 50)]);
    map.word("lan", "hài lòng", Evidence::Reported);
}

fn repurchase(map: &mut Sketch) {
    map.stage("mualai", "Mua lại")
        .goal("Nghĩ đến cửa hàng trước tiên cho món tiếp theo", "Tỷ lệ mua lại trong 12 tháng")
        .reach(930)
        .touchpoint("goiy", "Gợi ý trong ứng dụng")
        .channel("ungdung", "Ứng dụng")
        .card(LaneKind::Thoughts, "Gợi ý đúng món đã mua rồi");
    feels(map, [(25, -12), (30, 18), (10, -20), (20, 0)]);
    map.touchpoint("uudai", "Ưu đãi cho khách quen")
        .channel("thudientu", "Thư điện tử")
        .channel("ungdung", "Ứng dụng")
        .card(LaneKind::Actions, "Dùng phiếu cho món tiếp theo");
    feels(map, [(35, 52), (40, 58), (30, 48), (35, 38)]);
}

fn answers() -> String {
    let question = |about, low, counts, not_counted| Asked { about, column: 0, low, counts, not_counted };
    let asked = [
        question(
            "Anh/chị có sẵn lòng giới thiệu cửa hàng cho bạn bè? (0–10)",
            0,
            &[9, 4, 6, 8, 11, 29, 32, 58, 71, 62, 48],
            &["không áp dụng"],
        ),
        question("Anh/chị hài lòng với trang sản phẩm đến mức nào? (1–5)", 1, &[12, 31, 88, 126, 64], &[]),
        question(
            "Việc thanh toán dễ dàng đến mức nào? (1–7)",
            1,
            &[18, 26, 41, 57, 63, 48, 29],
            &["không áp dụng", "8"],
        ),
        question("Anh/chị hài lòng với giao hàng và lắp đặt đến mức nào? (1–5)", 1, &[61, 74, 66, 45, 22], &["0"]),
        question("Anh/chị hài lòng với tổng đài đến mức nào? (1–5)", 1, &[7, 9, 13, 14, 6], &[]),
        question("Việc đổi trả dễ dàng đến mức nào? (1–7)", 1, &[9, 7, 5, 3, 1, 1, 0], &["không áp dụng"]),
    ];
    wide_file(FIRST_COLUMNS, &SEGMENTS, ("10/2026", 202_610), &asked)
}
