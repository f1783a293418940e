//! The sample "Air purifier, bought online": the map of the target picture, with two waves of a survey.

use super::{
    File,
    answers::{Asked, long_file},
    sketch::Sketch,
    survey::{Columns, attach_long},
};
use wayfarer::map::{Control, Evidence, LaneKind, LinkKind, Map, Metric, Status, Wave};

const JUNE: &str = "air_purifier_2026_06.csv";
const OCTOBER: &str = "air_purifier_2026_10.csv";
const METRICS: [&str; 3] = ["Recommend (0-10)", "Satisfied (1-5)", "Easy (1-7)"];
const SEGMENTS: [(&str, f64); 2] = [("first order", 0.62), ("ordered before", 0.38)];

/// The map and its two survey files.
pub fn files() -> Vec<File> {
    let (june, october) = (answers_of_june(), answers_of_october());
    let mut map = journey();
    for (name, bytes, wave, date, seed) in
        [(JUNE, &june, "Jun 2026", "2026-06-30", 11), (OCTOBER, &october, "Oct 2026", "2026-10-31", 12)]
    {
        let columns = Columns {
            touchpoint: "Touchpoint",
            segment: "Customer",
            scores: &[(METRICS[0], Metric::Nps), (METRICS[1], Metric::Csat), (METRICS[2], Metric::Ces)],
        };
        let wave = Wave { name: wave.into(), date: Some(date.parse().unwrap()) };
        map = attach_long(map, name, bytes, &columns, wave, seed);
    }
    vec![File::map("air_purifier.ron", &map), File::text(JUNE, june), File::text(OCTOBER, october)]
}

fn journey() -> Map {
    let lanes = [
        LaneKind::Touchpoints,
        LaneKind::Emotion,
        LaneKind::Channels,
        LaneKind::Survey,
        LaneKind::PainPoints,
        LaneKind::Opportunities,
    ];
    let mut map = Sketch::new(
        "Air purifier, bought online",
        "How people come to an air purifier from our shop on the web, and what happens until its filter is due.",
        &lanes,
    );
    map.persona(
        "lan",
        "Lan, 34, new parent",
        "Wants clean air for the baby's room, this week, without studying brochures.",
    )
    .persona(
        "minh",
        "Minh, 52, allergic to dust",
        "Has tried two devices. Reads test reports, asks about filters and noise.",
    )
    .persona("hoa", "Hoa, 28, first flat", "Compares prices on the phone, decides after a friend's word.");
    awareness(&mut map);
    discovery(&mut map);
    purchase(&mut map);
    support(&mut map);
    map.link(LinkKind::Loop, "filter", "product", "buys again", Some(31.0));
    let mut map = map.into_map();
    map.review_date = Some("2027-02-01".parse().unwrap());
    map
}

fn awareness(map: &mut Sketch) {
    map.stage("awareness", "Awareness")
        .goal("People with dust or smoke at home think of us", "Visits that come by name, not by advert")
        .reach(12_400)
        .touchpoint("friend", "Friend's recommendation")
        .about("A friend shows the device and says how the air changed.")
        .channel("mouth", "Word of mouth")
        .control(Control::Outside)
        .feels("lan", 40, 62)
        .feels("minh", 20, 15)
        .feels("hoa", 45, 70)
        .touchpoint("advert", "Social network advert")
        .about("A short film in the feed: the colour of the light turns from red to green.")
        .channel("social", "Social")
        .feels("lan", 30, 24)
        .feels("minh", 10, -25)
        .feels("hoa", 35, 40);
}

fn discovery(map: &mut Sketch) {
    map.stage("discovery", "Discovery")
        .goal("Find the right size of device without help", "Share of visitors who put one into the cart")
        .reach(5_310)
        .touchpoint("product", "Product page")
        .about("Pictures, sizes, test report, price, and a table of the running costs.")
        .channel("website", "Website")
        .feels("lan", 55, 48)
        .feels("minh", 60, 30)
        .feels("hoa", 45, 52)
        .touchpoint("chat", "Chat with adviser")
        .about("An adviser answers questions about room size, noise and filters.")
        .channel("chat", "Chat")
        .feels("lan", 60, 12)
        .feels("minh", 65, 38)
        .feels("hoa", 40, -10)
        .card(LaneKind::PainPoints, "Waits 9 minutes for an answer");
}

fn purchase(map: &mut Sketch) {
    map.stage("purchase", "Purchase")
        .goal("Order and receive without a surprise", "Carts that become orders; deliveries on the promised day")
        .reach(1_240)
        .touchpoint("checkout", "Checkout and payment")
        .about("Cart, address, shipping, payment by card or wallet.")
        .channel("website", "Website")
        .decides()
        .feels("lan", 50, -38)
        .word("lan", "confused", Evidence::Observed)
        .feels("minh", 45, -15)
        .feels("hoa", 40, -52)
        .word("hoa", "cheated", Evidence::Reported)
        .card(LaneKind::PainPoints, "Shipping fee appears only at the last step")
        .task("Show the full price on the product page", "Web shop", "2026-12-10", Status::Started)
        .touchpoint("delivery", "Delivery")
        .about("The courier brings the parcel and sets it down at the door.")
        .channel("courier", "Courier")
        .control(Control::Partner)
        .decides()
        .feels("lan", 45, -72)
        .word("lan", "worried", Evidence::Reported)
        .feels("minh", 40, -48)
        .feels("hoa", 35, -60)
        .card(LaneKind::PainPoints, "Two days late, nobody calls")
        .task("Text message with a 2 hour window", "Logistics", "2027-01-15", Status::Planned);
}

fn support(map: &mut Sketch) {
    map.stage("support", "Support")
        .goal(
            "The device keeps working and the filter is replaced in time",
            "Filters ordered before the light turns red",
        )
        .reach(1_112)
        .touchpoint("hotline", "Call to hotline")
        .about("Questions about the light, the smell of a new filter, or a late parcel.")
        .channel("phone", "Phone")
        .feels("lan", 35, 8)
        .feels("minh", 40, 25)
        .feels("hoa", 30, -5)
        .touchpoint("filter", "Filter replaced at home")
        .about("A technician brings the filter, cleans the sensor and shows the old filter.")
        .channel("visit", "Visit")
        .tags(&["smell", "attention to detail"])
        .feels("lan", 40, 78)
        .word("lan", "delighted", Evidence::Reported)
        .feels("minh", 45, 66)
        .feels("hoa", 40, 58);
}

fn answers_of_june() -> String {
    let asked = [
        nps("Social network advert", &[3, 1, 2, 4, 5, 9, 11, 34, 41, 38, 24], &[]),
        nps("Product page", &[12, 6, 9, 14, 17, 33, 42, 88, 97, 181, 142], &["", "n/a"]),
        csat("Chat with adviser", &[22, 19, 23, 37, 19], &[""]),
        ces("Checkout and payment", &[161, 173, 188, 151, 117, 66, 44], &["n/a", "n/a"]),
        nps("Delivery", &[61, 40, 45, 52, 56, 54, 44, 38, 26, 51, 45], &["", "", "n/a"]),
        nps("Call to hotline", &[3, 1, 1, 2, 1, 4, 5, 15, 17, 13, 9], &[]),
        nps("Filter replaced at home", &[2, 0, 1, 1, 2, 5, 8, 20, 27, 78, 106], &[]),
    ];
    file("2026-06", &asked, 202_606)
}

/// The counts of Delivery are the bars of the target picture: 468 detractors, 95 passives, 77 promoters of 640.
fn answers_of_october() -> String {
    let asked = [
        nps("Social network advert", &[2, 1, 1, 3, 4, 9, 13, 49, 59, 44, 27], &[]),
        nps("Product page", &[11, 7, 8, 16, 21, 45, 62, 58, 76, 269, 231], &["", "", ""]),
        csat("Chat with adviser", &[24, 14, 14, 34, 10], &["", "n/a"]),
        ces("Checkout and payment", &[240, 255, 250, 190, 130, 80, 45], &["n/a", "n/a", "n/a"]),
        nps("Delivery", &[92, 61, 58, 66, 70, 64, 57, 60, 35, 42, 35], &["", "", "", "", "n/a", "n/a", "11"]),
        nps("Call to hotline", &[2, 0, 1, 1, 2, 3, 4, 20, 23, 18, 14], &[]),
        nps("Filter replaced at home", &[1, 0, 1, 1, 2, 6, 9, 24, 35, 112, 150], &[]),
    ];
    file("2026-10", &asked, 202_610)
}

fn file(month: &str, asked: &[Asked<'_>], seed: u64) -> String {
    long_file(["Answer", "Day", "Touchpoint", "Customer"], &METRICS, &SEGMENTS, month, asked, seed)
}

fn nps<'a>(about: &'a str, counts: &'a [usize; 11], not_counted: &'a [&'a str]) -> Asked<'a> {
    Asked { about, column: 0, low: 0, counts, not_counted }
}

fn csat<'a>(about: &'a str, counts: &'a [usize; 5], not_counted: &'a [&'a str]) -> Asked<'a> {
    Asked { about, column: 1, low: 1, counts, not_counted }
}

fn ces<'a>(about: &'a str, counts: &'a [usize; 7], not_counted: &'a [&'a str]) -> Asked<'a> {
    Asked { about, column: 2, low: 1, counts, not_counted }
}
