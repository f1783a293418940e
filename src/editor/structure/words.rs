//! What names in a table's first row or column say, in English and Vietnamese: lists of words, compared folded; and a
//! cell's lines.
//!
//! Must not know where the cells stand.

use crate::{
    map::{LaneKind, Map},
    scene::lane_kind_name,
    survey::folded,
    texts::{Language, Texts},
};

/// What a row or column of a table is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Topic {
    /// A lane of the map.
    Lane(crate::map::LaneId),
    /// A kind of lane that the map may not have.
    Kind(LaneKind),
    /// The goal of a stage.
    Goal,
    /// What happens at a touchpoint.
    Description,
    /// Stages.
    Stage,
    /// None of these: a lane of notes under that name.
    Other,
}

const STAGES: [&str; 12] = [
    "stage",
    "stages",
    "phase",
    "phases",
    "section",
    "journey stage",
    "step group",
    "giai đoạn",
    "các giai đoạn",
    "pha",
    "giai doan",
    "bước lớn",
];
const GOALS: [&str; 10] = [
    "goal",
    "goals",
    "customer goal",
    "customer goals",
    "user goal",
    "user goals",
    "objective",
    "objectives",
    "mục tiêu",
    "mục tiêu khách hàng",
];
const DESCRIPTIONS: [&str; 5] = ["description", "details", "what happens", "mô tả", "chi tiết"];
/// Other names of the kinds of lanes.
const KINDS: [(LaneKind, &[&str]); 9] = [
    (
        LaneKind::Touchpoints,
        &[
            "touchpoint",
            "touch point",
            "touch points",
            "step",
            "steps",
            "task",
            "tasks",
            "điểm chạm",
            "bước",
            "các bước",
        ],
    ),
    (
        LaneKind::Actions,
        &[
            "action",
            "customer action",
            "customer actions",
            "user action",
            "user actions",
            "activities",
            "activity",
            "doing",
            "hành động của khách hàng",
            "khách hàng làm gì",
            "hoạt động",
        ],
    ),
    (
        LaneKind::Thoughts,
        &["thought", "thinking", "questions", "key questions", "mindset", "câu hỏi", "khách hàng nghĩ gì"],
    ),
    (
        LaneKind::Emotion,
        &["emotion", "emotions", "feeling", "feelings", "experience", "mood", "satisfaction", "cảm nhận", "tâm trạng"],
    ),
    (LaneKind::Channels, &["channel", "devices", "device", "kênh"]),
    (
        LaneKind::PainPoints,
        &[
            "pain point",
            "pain",
            "pains",
            "problems",
            "problem",
            "frustrations",
            "barriers",
            "issues",
            "vấn đề",
            "khó khăn",
        ],
    ),
    (
        LaneKind::Opportunities,
        &[
            "opportunity",
            "ideas",
            "idea",
            "improvements",
            "solutions",
            "recommendations",
            "cơ hội",
            "giải pháp",
            "ý tưởng",
            "đề xuất",
        ],
    ),
    (
        LaneKind::Backstage,
        &[
            "backstage",
            "back stage",
            "internal",
            "internal processes",
            "systems",
            "support processes",
            "hậu trường",
            "nội bộ",
        ],
    ),
    (LaneKind::Notes, &["note", "notes", "remarks", "comments", "ghi chú"]),
];

/// What a name is about; a lane of the map by its own name, or by its kind's.
pub(super) fn topic(name: &str, map: &Map) -> Topic {
    let name = folded(name.trim().trim_end_matches(':'));
    let is_one_of = |names: &[&str]| names.iter().any(|known| folded(known) == name);
    if name.is_empty() {
        return Topic::Other;
    }
    if let Some(lane) = map.lanes.iter().find(|lane| !lane.name.trim().is_empty() && folded(&lane.name) == name) {
        return if lane.kind.holds_cards() { Topic::Lane(lane.id) } else { Topic::Kind(lane.kind) };
    }
    let is_kind = |kind: LaneKind| {
        let usual = Language::ALL.iter().any(|language| folded(lane_kind_name(Texts(*language), kind)) == name);
        usual || KINDS.iter().any(|(known, names)| *known == kind && is_one_of(names))
    };
    match LaneKind::ALL.into_iter().find(|kind| is_kind(*kind)) {
        Some(kind) => Topic::Kind(kind),
        None if is_one_of(&STAGES) => Topic::Stage,
        None if is_one_of(&GOALS) => Topic::Goal,
        None if is_one_of(&DESCRIPTIONS) => Topic::Description,
        None => Topic::Other,
    }
}

/// The lines of a cell without the signs of a list, none of them empty.
pub(super) fn lines(cell: &str) -> impl Iterator<Item = String> + '_ {
    cell.lines().map(|line| without_sign(line).to_owned()).filter(|line| !line.is_empty())
}

/// The cards of a cell: its lines where they are a list, else the cell as a whole.
pub(super) fn parts(cell: &str) -> Vec<String> {
    let filled = || cell.lines().map(str::trim).filter(|line| !line.is_empty());
    let is_list = filled().all(|line| without_sign(line) != line);
    if is_list { lines(cell).collect() } else { vec![filled().collect::<Vec<_>>().join("\n")] }
}

/// The names in a cell, between commas, semicolons and lines.
pub(super) fn names(cell: &str) -> Vec<String> {
    let all =
        lines(cell).flat_map(|line| line.split([',', ';']).map(|name| name.trim().to_owned()).collect::<Vec<_>>());
    let mut names: Vec<String> = Vec::new();
    for name in all.filter(|name| !name.is_empty()) {
        if !names.iter().any(|known| folded(known) == folded(&name)) {
            names.push(name);
        }
    }
    names
}

/// A name on one line.
pub(super) fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A line without the sign of a list.
fn without_sign(line: &str) -> &str {
    let line = line.trim();
    let rest = line.strip_prefix(['•', '◦', '▪', '‣', '–', '-', '*', '·']);
    rest.filter(|rest| rest.starts_with(char::is_whitespace)).map_or(line, str::trim)
}
