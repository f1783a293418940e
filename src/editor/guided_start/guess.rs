//! Guesses the stage of an answer from the question and the words in it, English and Vietnamese, with or without marks.
//!
//! A guess is a proposal that a person sees and can move; it need not be clever, it has to be plain: each question has a
//! usual stage, and a few decisive words lead elsewhere. Must not know the map.

use super::{DigitalStage, GuideQuestion};
use std::sync::LazyLock;
use unicode_normalization::{UnicodeNormalization as _, char::is_combining_mark};

/// Words that lead from a question's usual stage to another one.
struct Rule {
    stage: DigitalStage,
    questions: &'static [GuideQuestion],
    /// Whole words, or several in this order; an English plural counts as its word.
    words: &'static [&'static str],
}

/// The rules; the first that fits counts.
const RULES: [Rule; 8] = [
    Rule {
        stage: DigitalStage::Support,
        questions: &[GuideQuestion::Answer, GuideQuestion::Discover, GuideQuestion::Again],
        words: &[
            "warranty",
            "guarantee",
            "repair",
            "hotline",
            "helpline",
            "help desk",
            "customer service",
            "support",
            "call centre",
            "call center",
            "complaint",
            "return",
            "exchange",
            "manual",
            "instruction",
            "spare part",
            "bảo hành",
            "sửa chữa",
            "tổng đài",
            "khiếu nại",
            "đổi trả",
            "chăm sóc khách hàng",
            "cskh",
            "đường dây nóng",
            "hướng dẫn sử dụng",
            "hỗ trợ",
            "phụ tùng",
        ],
    },
    Rule {
        stage: DigitalStage::Purchase,
        questions: &[GuideQuestion::Answer, GuideQuestion::Discover, GuideQuestion::Again],
        words: &[
            "checkout",
            "cart",
            "basket",
            "till",
            "payment",
            "order",
            "delivery",
            "courier",
            "invoice",
            "receipt",
            "unboxing",
            "packaging",
            "thanh toán",
            "giỏ hàng",
            "đặt hàng",
            "giao hàng",
            "nhận hàng",
            "hóa đơn",
            "quầy thu ngân",
            "mở hộp",
            "bao bì",
            "shipper",
        ],
    },
    Rule {
        stage: DigitalStage::Purchase,
        questions: &[GuideQuestion::Decide],
        words: &["checkout", "cart", "basket", "till", "giỏ hàng", "quầy thu ngân"],
    },
    Rule { stage: DigitalStage::Awareness, questions: &[GuideQuestion::Answer], words: ADVERTS },
    Rule {
        stage: DigitalStage::Evaluation,
        questions: &[GuideQuestion::Answer, GuideQuestion::Discover],
        words: &[
            "compare",
            "comparison",
            "review",
            "rating",
            "test",
            "trial",
            "sample",
            "demo",
            "price",
            "so sánh",
            "đánh giá",
            "nhận xét",
            "dùng thử",
            "giá cả",
            "bảng giá",
            "hàng mẫu",
        ],
    },
    Rule {
        stage: DigitalStage::Discovery,
        questions: &[GuideQuestion::Discover],
        words: &[
            "google",
            "search",
            "website",
            "web",
            "marketplace",
            "shopee",
            "lazada",
            "tiki",
            "amazon",
            "tìm kiếm",
            "trang web",
            "sàn thương mại",
            "tra mạng",
            "cửa hàng ứng dụng",
        ],
    },
    Rule {
        stage: DigitalStage::Sharing,
        questions: &[GuideQuestion::Again],
        words: &[
            "review",
            "rating",
            "share",
            "story",
            "post",
            "friend",
            "recommend",
            "recommendation",
            "community",
            "group",
            "survey",
            "đánh giá",
            "nhận xét",
            "chia sẻ",
            "bạn bè",
            "giới thiệu",
            "cộng đồng",
            "hội nhóm",
            "khảo sát",
            "đăng ảnh",
            "đăng bài",
        ],
    },
    Rule {
        stage: DigitalStage::Discovery,
        questions: &[GuideQuestion::Decide],
        words: &["google", "search", "tìm kiếm"],
    },
];

/// What reaches people who were not looking.
const ADVERTS: &[&str] = &[
    "advert",
    "advertisement",
    "advertising",
    "ad",
    "commercial",
    "tv",
    "television",
    "radio",
    "billboard",
    "poster",
    "flyer",
    "newspaper",
    "magazine",
    "quảng cáo",
    "tivi",
    "truyền hình",
    "tờ rơi",
    "biển hiệu",
    "bảng hiệu",
    "tạp chí",
    "báo chí",
];

/// The rules with their words taken apart, as they are written and without marks.
static PHRASES: LazyLock<Vec<(&'static Rule, Vec<Phrase>)>> = LazyLock::new(|| {
    RULES.iter().map(|rule| (rule, rule.words.iter().map(|words| Phrase::new(words)).collect())).collect()
});

struct Phrase {
    written: Vec<String>,
    plain: Vec<String>,
}

impl Phrase {
    fn new(words: &str) -> Self {
        Self { written: words_of(words), plain: words_of(&without_marks(words)) }
    }
}

/// The stage that an answer to a question most likely belongs to.
pub fn guess_stage(question: GuideQuestion, answer: &str) -> DigitalStage {
    let words = words_of(answer);
    // Who types without marks means the words with them; who types some means those.
    let is_plain = answer.is_ascii();
    let fits = |phrase: &Phrase| holds(&words, if is_plain { &phrase.plain } else { &phrase.written });
    let rule = PHRASES.iter().find(|(rule, phrases)| rule.questions.contains(&question) && phrases.iter().any(fits));
    rule.map_or(question.usual_stage(), |(rule, _)| rule.stage)
}

fn words_of(text: &str) -> Vec<String> {
    let lower = text.nfc().collect::<String>().to_lowercase();
    lower.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

fn without_marks(text: &str) -> String {
    let plain = text.nfd().filter(|c| !is_combining_mark(*c));
    plain.map(|c| if c == 'đ' { 'd' } else { c }).collect()
}

/// Whether `phrase` stands in `words`, word by word.
fn holds(words: &[String], phrase: &[String]) -> bool {
    let is_same = |(word, wanted): (&String, &String)| word == wanted || word.strip_suffix('s') == Some(wanted);
    !phrase.is_empty() && words.windows(phrase.len()).any(|part| part.iter().zip(phrase).all(is_same))
}

#[cfg(test)]
mod tests {
    use super::*;
    use DigitalStage::{Awareness, Discovery, Evaluation, Purchase, Repurchase, Sharing, Support};

    #[track_caller]
    fn check(question: GuideQuestion, answers: &[(&str, DigitalStage)]) {
        for (answer, stage) in answers {
            assert_eq!(guess_stage(question, answer), *stage, "{question:?}: {answer}");
        }
    }

    // What a facilitator would put where; decided by hand, line by line.
    #[test]
    fn where_i_go_for_an_answer_is_discovery_unless_words_say_otherwise() {
        check(
            GuideQuestion::Answer,
            &[
                ("", Discovery),
                ("Google", Discovery),
                ("I ask a colleague", Discovery),
                ("Their website", Discovery),
                ("Reviews on YouTube", Evaluation),
                ("Compare prices", Evaluation),
                ("Call centre", Support),
                ("Adverts on TV", Awareness),
                ("Gọi tổng đài", Support),
                ("goi tong dai", Support),
                ("Đọc nhận xét trên mạng", Evaluation),
                ("Hỏi gia đình", Discovery),
                ("Quảng cáo trên báo", Awareness),
            ],
        );
    }

    #[test]
    fn where_i_discover_brands_is_awareness_unless_words_say_otherwise() {
        check(
            GuideQuestion::Discover,
            &[
                ("A friend tells me", Awareness),
                ("Instagram", Awareness),
                ("Advert in the underground", Awareness),
                ("Searching the web", Discovery),
                ("Shopee", Discovery),
                ("Test magazine", Evaluation),
                ("Bạn bè kể", Awareness),
                ("Tìm kiếm trên mạng", Discovery),
                ("tim kiem google", Discovery),
                ("Dùng thử ở siêu thị", Evaluation),
            ],
        );
    }

    #[test]
    fn what_helps_me_decide_is_evaluation_nearly_always() {
        check(
            GuideQuestion::Decide,
            &[
                ("Price", Evaluation),
                ("A long warranty", Evaluation),
                ("Free delivery", Evaluation),
                ("My sister's opinion", Evaluation),
                ("A discount at the checkout", Purchase),
                ("Thời gian bảo hành", Evaluation),
                ("Giảm giá khi vào giỏ hàng", Purchase),
            ],
        );
    }

    #[test]
    fn whether_i_see_the_brand_again_is_repurchase_unless_words_say_otherwise() {
        check(
            GuideQuestion::Again,
            &[
                ("Newsletter", Repurchase),
                ("Points on my card", Repurchase),
                ("In my kitchen every day", Repurchase),
                ("Had to call the hotline", Support),
                ("Returns", Support),
                ("The courier's van", Purchase),
                ("Asked to write a review", Sharing),
                ("Friends ask me about it", Sharing),
                ("Tin nhắn khuyến mãi", Repurchase),
                ("Mang đi bảo hành", Support),
                ("mang di bao hanh", Support),
                ("Đăng bài khoe nhà mới", Sharing),
            ],
        );
    }

    #[test]
    fn only_whole_words_count() {
        check(GuideQuestion::Answer, &[("My advisor", Discovery), ("Radiology", Discovery), ("Cartoons", Discovery)]);
        // A word with other marks is another word: “giá” (price) is not “gia” (house), “bán” (sell) not “bạn” (friend).
        check(GuideQuestion::Again, &[("Bán lại cho người khác", Repurchase)]);
    }
}
