//! What headings and questions give away, in English and Vietnamese and in the metadata of survey programs: lists of
//! words, compared folded.
//!
//! Must not know how a file is read or what is done with a column.

use super::{
    cell::Cell,
    column::Column,
    header::Heading,
    name::{as_words, folded},
};

/// Headings of personal data, as whole names.
const PERSONAL_NAMES: [&str; 44] = [
    "email",
    "e-mail",
    "e mail",
    "email address",
    "e-mail address",
    "emailaddress",
    "recipientemail",
    "mail",
    "địa chỉ email",
    "thư điện tử",
    "ip",
    "ip address",
    "ipaddress",
    "địa chỉ ip",
    "v6",
    "full name",
    "fullname",
    "first name",
    "firstname",
    "last name",
    "lastname",
    "surname",
    "recipientfirstname",
    "recipientlastname",
    "họ tên",
    "họ và tên",
    "tên khách hàng",
    "customer name",
    "your name",
    "phone",
    "phone number",
    "telephone",
    "mobile",
    "mobile number",
    "số điện thoại",
    "điện thoại",
    "sđt",
    "address",
    "home address",
    "địa chỉ",
    "location latitude",
    "location longitude",
    "date of birth",
    "ngày sinh",
];
/// Qualtrics' names of personal metadata.
const PERSONAL_METADATA: [&str; 8] = [
    "ipaddress",
    "recipientemail",
    "recipientfirstname",
    "recipientlastname",
    "locationlatitude",
    "locationlongitude",
    "locationaccuracy",
    "network id",
];
/// What Qualtrics once called them under a number.
const NUMBERED_METADATA: [&str; 3] = ["name", "emailaddress", "ipaddress"];
/// Parts of a heading that make it personal, as whole words.
const PERSONAL_WORDS: [&str; 7] = [
    " email address ",
    " e mail address ",
    " phone number ",
    " số điện thoại ",
    " ip address ",
    " your email ",
    " địa chỉ email ",
];
/// Headings that are personal only where nearly every row has another value.
const MAYBE_PERSONAL: [&str; 3] = ["name", "tên", "contact"];

/// Headings of touchpoint columns.
const TOUCHPOINTS: [&str; 6] =
    [" touchpoint ", " touch point ", " touchpoints ", " điểm tiếp xúc ", " điểm chạm ", " interaction point "];
/// Headings of the state of a response.
const STATUS: [&str; 16] = [
    "status",
    "finished",
    "progress",
    "duration (in seconds)",
    "durationinseconds",
    "responsetype",
    "last page",
    "lastpage",
    "trạng thái",
    "distributionchannel",
    "start language",
    "startlanguage",
    "userlanguage",
    "seed",
    "responseset",
    "collector id",
];
/// Headings of identifiers.
const IDENTIFIERS: [&str; 14] = [
    "id",
    "#",
    "responseid",
    "response id",
    "respondent id",
    "respondentid",
    "externalreference",
    "externaldatareference",
    "order id",
    "customer id",
    "user id",
    "mã",
    "mã khách hàng",
    "stt",
];
/// Words of headings of dates.
const DATES: [&str; 8] =
    [" date ", " startdate ", " enddate ", " recordeddate ", " timestamp ", " ngày ", " thời gian ", " horodateur "];

/// Words of recommendation questions: NPS.
const RECOMMEND: [&str; 9] = [
    " nps ",
    " recommend ",
    " recommending ",
    " recommendation ",
    " recommander ",
    " recommanderiez ",
    " giới thiệu ",
    " empfehlen ",
    " recomendar ",
];
/// Words of effort questions whose high answer is easy.
const EASE: [&str; 12] = [
    " ces ",
    " easy ",
    " ease ",
    " easily ",
    " dễ ",
    " dễ dàng ",
    " facile ",
    " einfach ",
    " fácil ",
    " made it easy ",
    " how easy ",
    " thuận tiện ",
];
/// Words of effort questions that may run the other way.
const EFFORT: [&str; 6] = [" effort ", " difficult ", " hard ", " nỗ lực ", " công sức ", " khó "];
/// Words of satisfaction questions: CSAT.
const SATISFACTION: [&str; 16] = [
    " csat ",
    " satisfied ",
    " satisfaction ",
    " satisfactory ",
    " satisfy ",
    " hài lòng ",
    " happy ",
    " rate ",
    " rating ",
    " đánh giá ",
    " zufrieden ",
    " zufriedenheit ",
    " satisfait ",
    " satisfaits ",
    " quality ",
    " chất lượng ",
];

/// Which metric the words of a question speak of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    Recommendation,
    /// "How easy": a high answer is easy.
    Ease,
    /// "How much effort": the direction is not known.
    Effort,
    Satisfaction,
}

/// Whether a heading is metadata about a person that survey programs add: never a question, whatever its cells.
pub(super) fn is_personal_metadata(heading: &Heading) -> bool {
    let name = folded(&heading.name);
    // Qualtrics numbered its metadata once: V3 is the respondent's name, whatever stands in it.
    let is_numbered = name.strip_prefix('v').is_some_and(|number| number.parse::<u8>().is_ok());
    let is_about_person = || NUMBERED_METADATA.contains(&folded(&heading.question).as_str());
    PERSONAL_METADATA.contains(&name.as_str()) || is_numbered && is_about_person()
}

/// Whether a column is about persons: by its heading, unless its cells are scores (a column "Email" may ask how the
/// e-mail was), or by its cells: e-mail addresses, IP addresses, telephone numbers, or another value in nearly every
/// row under a heading such as "name".
pub(super) fn is_personal(heading: &Heading, column: &Column) -> bool {
    let sample = column.sample();
    let share_of = |is_meant: fn(&str) -> bool| sample.iter().filter(|cell| is_meant(cell)).count() * 2 > sample.len();
    if (has_personal_heading(heading) && !share_of(is_score)) || [is_email, is_ip, is_phone].into_iter().any(share_of) {
        return true;
    }
    let different = column.values().map_or(u64::MAX, |values| u64::try_from(values.list.len()).unwrap_or(u64::MAX));
    let is_named = MAYBE_PERSONAL.contains(&folded(&heading.name).as_str());
    is_named && different.saturating_mul(2) > column.filled() && column.filled() > 0
}

fn has_personal_heading(heading: &Heading) -> bool {
    let names = [folded(&heading.name), folded(&heading.question)];
    names.iter().any(|name| PERSONAL_NAMES.contains(&name.as_str())) || has_any(heading, &PERSONAL_WORDS)
}

/// Whether the heading says that the column names touchpoints.
pub(super) fn is_touchpoint(heading: &Heading) -> bool {
    has_any(heading, &TOUCHPOINTS)
}

/// Whether the heading is of the state of a response.
pub(super) fn is_status(heading: &Heading) -> bool {
    STATUS.contains(&folded(&heading.name).as_str())
}

/// Whether the heading is of an identifier.
pub(super) fn is_identifier(heading: &Heading) -> bool {
    let name = folded(&heading.name);
    IDENTIFIERS.contains(&name.as_str()) || IDENTIFIERS.contains(&folded(&heading.question).as_str())
}

/// Whether the heading is of a date.
pub(super) fn is_date(heading: &Heading) -> bool {
    let words = as_words(&heading.name);
    DATES.iter().any(|word| words.contains(word))
}

/// What the words of a heading or question speak of; `None` where they give no metric away.
pub(super) fn topic_of(heading: &Heading) -> Option<Topic> {
    let topics = [
        (Topic::Recommendation, &RECOMMEND[..]),
        (Topic::Effort, &EFFORT[..]),
        (Topic::Ease, &EASE[..]),
        (Topic::Satisfaction, &SATISFACTION[..]),
    ];
    topics.into_iter().find(|(_, words)| has_any(heading, words)).map(|(topic, _)| topic)
}

/// Whether the words name a scale from `low` to `high`, such as "0-10", "1 to 10" or "10 - agree, 1 - disagree".
pub(super) fn names_scale(heading: &Heading, low: i32, high: i32) -> bool {
    let words = as_words(&heading.question) + &as_words(&heading.name);
    let pairs = [format!(" {low} {high} "), format!(" {low} to {high} "), format!(" {low} đến {high} ")];
    let both = words.contains(&format!(" {low} ")) && words.contains(&format!(" {high} "));
    both || pairs.iter().any(|pair| words.contains(pair))
}

/// The scale that the words give from end to end, such as "(1-7)" or "1 to 5".
pub(super) fn scale_given(heading: &Heading) -> Option<(i32, i32)> {
    let words = as_words(&heading.question) + &as_words(&heading.name);
    let ends = (0..=1).flat_map(|low| (3..=10).rev().map(move |high| (low, high)));
    let forms =
        |low: i32, high: i32| [format!(" {low} {high} "), format!(" {low} to {high} "), format!(" {low} đến {high} ")];
    ends.into_iter().find(|(low, high)| forms(*low, *high).iter().any(|form| words.contains(form)))
}

/// Whether the heading is the metric's own name, so that its published scale is meant.
pub(super) fn is_metric_name(heading: &Heading) -> bool {
    let words = as_words(&heading.name);
    [" nps ", " csat ", " ces "].iter().any(|name| words.contains(name))
}

/// Whether a text is a calendar date, with or without a time: 2026-10-31, 31/10/2026 17:05, 31.10.26.
pub(super) fn is_date_text(text: &str) -> bool {
    let date = text.split([' ', 'T', ',']).next().unwrap_or_default();
    let parts: Vec<&str> = date.split(['-', '/', '.']).collect();
    let is_part = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(is_part) && parts.iter().any(|part| part.len() != 3) && date.len() >= 6
}

fn has_any(heading: &Heading, words: &[&str]) -> bool {
    let text = as_words(&heading.name) + &as_words(&heading.question);
    words.iter().any(|word| text.contains(word))
}

fn is_email(text: &str) -> bool {
    let Some((person, domain)) = text.split_once('@') else { return false };
    !person.is_empty() && domain.contains('.') && !text.contains(char::is_whitespace)
}

/// An address of IP version 4, or of version 6 with at least three colons.
fn is_ip(text: &str) -> bool {
    let is_four =
        text.split('.').filter(|part| part.parse::<u8>().is_ok()).count() == 4 && text.split('.').count() == 4;
    let is_hex = |c: char| c.is_ascii_hexdigit() || c == ':';
    is_four || (text.matches(':').count() >= 3 && text.chars().all(is_hex))
}

/// A whole number as scales have them.
fn is_score(text: &str) -> bool {
    matches!(Cell::parse(text), Cell::Whole(number) if (0.0..=100.0).contains(&number))
        || Cell::parse(text) == Cell::NotApplicable
}

/// Nine to fifteen digits that begin with `+` or `0`, with the usual marks between them.
fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let is_marked = text.chars().all(|c| c.is_ascii_digit() || matches!(c, '+' | ' ' | '-' | '(' | ')' | '.'));
    is_marked && (9..=15).contains(&digits) && text.starts_with(['+', '0', '(']) && !is_date_text(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn heading(name: &str) -> Heading {
        Heading { name: name.into(), question: name.into() }
    }

    fn column(cells: &[&str]) -> Column {
        let mut column = Column::new();
        cells.iter().for_each(|cell| column.push(cell.as_bytes()));
        column
    }

    #[test]
    fn personal_columns_are_known_by_heading_and_by_cells() {
        let words = column(&["a", "b"]);
        for name in
            ["RecipientEmail", "IPAddress", "Email", "Số điện thoại", "Họ và tên", "What is your email address?"]
        {
            assert!(is_personal(&heading(name), &words), "{name}");
        }
        for name in ["touchpoint", "E-mail newsletter", "How was the phone call?", "Tên điểm tiếp xúc"] {
            assert!(!is_personal(&heading(name), &words), "{name}");
        }
        assert!(is_personal(&heading("Q7"), &column(&["ann@example.org", "bo@example.org", "none"])));
        assert!(is_personal(&heading("Name"), &column(&["Ann", "Bo", "Cy", "Di"])));
    }

    #[test]
    fn scores_under_the_name_of_a_channel_are_not_personal() {
        assert!(!is_personal(&heading("Email"), &column(&["5", "4", "", "3", "n/a"])));
        assert!(!is_personal(&heading("Name"), &column(&["Web", "Web", "Shop", "Shop", "Web", "Shop", "Web", "Web"])));
    }

    #[test]
    fn questions_tell_their_topic() {
        for (question, topic) in [
            ("How likely are you to recommend us?", Some(Topic::Recommendation)),
            ("Bạn có sẵn lòng giới thiệu chúng tôi không?", Some(Topic::Recommendation)),
            ("Q1_nps", Some(Topic::Recommendation)),
            ("The company made it easy for me", Some(Topic::Ease)),
            ("How much effort did you have to put forth?", Some(Topic::Effort)),
            ("Bạn hài lòng thế nào?", Some(Topic::Satisfaction)),
            ("Where did you buy?", None),
        ] {
            assert_eq!(topic_of(&heading(question)), topic, "{question}");
        }
    }

    #[test]
    fn dates_and_persons_are_seen_in_cells() {
        assert!(["2026-10-31", "31/10/2026 17:05:00", "1.2.2026", "2016-03-29T21:24"].into_iter().all(is_date_text));
        assert!(!["3.5", "10-11", "1.2.3", "hello", "192.168.1.1"].into_iter().any(is_date_text));
        assert!(is_email("ann@example.org") && !is_email("@ home"));
        assert!(is_ip("192.168.1.1") && is_ip("2001:db8::ff00:42:8329") && !is_ip("1.2.3"));
        assert!(is_phone("+84 912 345 678") && is_phone("0912345678") && !is_phone("123456789"));
    }
}
