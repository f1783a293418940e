//! The invariants of a map: what `Map::check` finds is listed, never repaired silently.
//!
//! This file must not know where in a file a problem stands; it names the ids, `files` finds the line.

use super::{
    BlueprintLine, EmotionScale, FARTHEST, Holder, Image, ImageId, LaneKind, Map, NOTE_WIDTHS, Spans, Touchpoint,
};
use std::{
    collections::{HashMap, HashSet},
    fmt::Display,
};

/// One thing that is wrong with a map.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// What is wrong.
    pub fault: Fault,
    /// The id or value at fault, as the file writes it.
    pub id: String,
    /// Which occurrence of `id` in the file is meant, from 0: a double is the second one.
    pub occurrence: usize,
}

/// What can be wrong with a map that could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Two things of one sort have the same id.
    DuplicateId,
    /// A link leads to or from a touchpoint that is not there.
    DanglingLink,
    /// A link leads from a touchpoint to the same touchpoint.
    LinkToItself,
    /// A feeling belongs to a persona that is not there.
    UnknownPersona,
    /// A card stands in a lane that is not there.
    UnknownLane,
    /// A touchpoint names a channel that is not there.
    UnknownChannel,
    /// A touchpoint names a channel twice.
    ChannelTwice,
    /// A card stands in a lane that holds no cards, or not for touchpoints or not for stages.
    CardInWrongLane,
    /// Two lanes of a kind that a map has only once.
    SecondLane,
    /// Two lanes with the same line of a service blueprint under them.
    SecondLine,
    /// A survey result names a touchpoint that is not there.
    UnknownTouchpoint,
    /// A persona's path names a touchpoint that is not there.
    PathToNowhere,
    /// A survey result names a question that the survey does not have.
    UnknownQuestion,
    /// A survey has two results for the same touchpoint, question and segment.
    ResultTwice,
    /// A survey's checksum is not 64 hexadecimal digits.
    BadChecksum,
    /// A question's lowest answer is not below its highest, or the scale has more than 101 answers.
    BadScale,
    /// A question's metric is not published for its scale.
    MetricOffScale,
    /// An answer lies outside its question's scale.
    AnswerOutOfRange,
    /// A scale of the user's own has no band, or two bands that begin at the same score.
    BadBands,
    /// The arrow of a note leads to a thing that is not there.
    UnknownNoteTarget,
    /// A note is too narrow, too wide, or too far away.
    BadNotePlace,
    /// A card, touchpoint or persona shows an image that is not there.
    UnknownImage,
    /// An image is no file of a kind that a map can hold, or not as large as it says, or too large.
    BadImage,
    /// The map has no persona.
    NoPersona,
}

impl Problem {
    /// An image that is not what it says.
    pub fn bad_image(id: ImageId) -> Self {
        Self { fault: Fault::BadImage, id: id.to_string(), occurrence: 0 }
    }
}

/// Answers a scale may have at the most: 0 to 100.
const MAX_SCALE_STEPS: i64 = 100;

impl Map {
    /// Everything that is wrong with the map; empty for a sound one.
    pub fn check(&self) -> Vec<Problem> {
        let mut found = Found::default();
        self.check_ids(&mut found);
        self.check_lanes(&mut found);
        self.check_references(&mut found);
        self.check_surveys(&mut found);
        self.check_images(&mut found);
        self.check_notes(&mut found);
        if self.personas.is_empty() {
            found.add(Fault::NoPersona, "personas", 0);
        }
        if let EmotionScale::Own(bands) = &self.scale {
            let starts: HashSet<_> = bands.iter().map(|band| band.from).collect();
            if bands.is_empty() || starts.len() < bands.len() {
                found.add(Fault::BadBands, "scale", 0);
            }
        }
        found.problems
    }

    fn check_ids(&self, found: &mut Found) {
        found.doubles(self.stages.iter().map(|stage| stage.id));
        found.doubles(self.touchpoints().map(|touchpoint| touchpoint.id));
        found.doubles(self.personas.iter().map(|persona| persona.id));
        found.doubles(self.channels.iter().map(|channel| channel.id));
        found.doubles(self.lanes.iter().map(|lane| lane.id));
        found.doubles(self.links.iter().map(|link| link.id));
        found.doubles(self.cards().map(|(_, _, card)| card.id));
        found.doubles(self.surveys.iter().map(|survey| survey.id));
        found.doubles(self.notes.iter().map(|note| note.id));
        found.doubles(self.images.iter().map(|image| image.id));
        found.doubles(self.surveys.iter().flat_map(|survey| survey.questions.iter().map(|question| question.id)));
    }

    fn check_lanes(&self, found: &mut Found) {
        for kind in LaneKind::ALL.into_iter().filter(|kind| !kind.holds_cards()) {
            for second in self.lanes.iter().filter(|lane| lane.kind == kind).skip(1) {
                found.add(Fault::SecondLane, second.id, 0);
            }
        }
        for line in BlueprintLine::ALL {
            for second in self.lanes.iter().filter(|lane| lane.line == Some(line)).skip(1) {
                found.add(Fault::SecondLine, second.id, 0);
            }
        }
    }

    fn check_references(&self, found: &mut Found) {
        let touchpoints: HashSet<_> = self.touchpoints().map(|touchpoint| touchpoint.id).collect();
        for link in &self.links {
            for end in [link.from, link.to].into_iter().filter(|end| !touchpoints.contains(end)) {
                found.add(Fault::DanglingLink, end, 0);
            }
            if link.from == link.to && touchpoints.contains(&link.to) {
                found.add(Fault::LinkToItself, link.to, 0);
            }
        }
        for lost in self.personas.iter().flat_map(|it| it.path.named()).filter(|id| !touchpoints.contains(id)) {
            found.add(Fault::PathToNowhere, lost, 0);
        }
        for touchpoint in self.touchpoints() {
            self.check_touchpoint(touchpoint, found);
        }
        for (holder, lane_id, _) in self.cards() {
            let Some(lane) = self.lane(lane_id) else {
                found.add(Fault::UnknownLane, lane_id, 0);
                continue;
            };
            let fits = match holder {
                Holder::Touchpoint(_) => lane.spans == Spans::Touchpoints,
                Holder::Stage(_) => lane.spans == Spans::Stages,
            };
            if !fits || !lane.kind.holds_cards() {
                found.add(Fault::CardInWrongLane, lane_id, 1);
            }
        }
    }

    fn check_touchpoint(&self, touchpoint: &Touchpoint, found: &mut Found) {
        for persona in touchpoint.feelings.keys().filter(|id| self.persona(**id).is_none()) {
            found.add(Fault::UnknownPersona, persona, 0);
        }
        for channel in touchpoint.channels.iter().filter(|id| self.channel(**id).is_none()) {
            found.add(Fault::UnknownChannel, channel, 0);
        }
        let mut named = HashSet::new();
        for channel in touchpoint.channels.iter().filter(|id| !named.insert(**id)) {
            found.add(Fault::ChannelTwice, channel, 0);
        }
    }

    fn check_notes(&self, found: &mut Found) {
        for note in &self.notes {
            if let Some(id) = note.to.and_then(|to| to.missing_in(self)) {
                found.add(Fault::UnknownNoteTarget, id, 0);
            }
            let is_wide = note.width.is_none_or(|width| (NOTE_WIDTHS.0..=NOTE_WIDTHS.1).contains(&width));
            let is_near = note.x.unsigned_abs().max(note.y.unsigned_abs()) <= FARTHEST.unsigned_abs();
            if !is_wide || !is_near {
                found.add(Fault::BadNotePlace, note.id, 0);
            }
        }
    }

    fn check_images(&self, found: &mut Found) {
        let known: HashSet<_> = self.images.iter().map(|image| image.id).collect();
        for id in self.image_uses().filter(|id| !known.contains(id)) {
            found.add(Fault::UnknownImage, id, 0);
        }
        let is_bad = |image: &Image| image.width == 0 || image.height == 0 || image.data.format().is_none();
        for image in self.images.iter().filter(|image| is_bad(image)) {
            found.add(Fault::BadImage, image.id, 0);
        }
    }

    fn check_surveys(&self, found: &mut Found) {
        let touchpoints: HashSet<_> = self.touchpoints().map(|touchpoint| touchpoint.id).collect();
        for survey in &self.surveys {
            if !is_checksum(&survey.sha256) {
                found.add(Fault::BadChecksum, &survey.sha256, 0);
            }
            for question in &survey.questions {
                let steps = i64::from(question.scale.high) - i64::from(question.scale.low);
                if !(1..=MAX_SCALE_STEPS).contains(&steps) {
                    found.add(Fault::BadScale, question.id, 0);
                } else if !question.metric.is_defined_on(question.scale) {
                    found.add(Fault::MetricOffScale, question.id, 0);
                }
            }
            let mut told = HashSet::new();
            for result in &survey.results {
                if !told.insert((result.touchpoint, result.question, &result.segment)) {
                    found.add(Fault::ResultTwice, result.question, 1);
                }
                if let Some(id) = result.touchpoint.filter(|id| !touchpoints.contains(id)) {
                    found.add(Fault::UnknownTouchpoint, id, 0);
                }
                match survey.question(result.question) {
                    None => found.add(Fault::UnknownQuestion, result.question, 0),
                    Some(question) => {
                        let range = question.scale.low..=question.scale.high;
                        if result.answers.keys().any(|answer| !range.contains(answer)) {
                            found.add(Fault::AnswerOutOfRange, result.question, 1);
                        }
                    }
                }
            }
        }
    }
}

fn is_checksum(text: &str) -> bool {
    text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit())
}

#[derive(Default)]
struct Found {
    problems: Vec<Problem>,
}

impl Found {
    fn add(&mut self, fault: Fault, id: impl Display, occurrence: usize) {
        let problem = Problem { fault, id: id.to_string(), occurrence };
        if !self.problems.contains(&problem) {
            self.problems.push(problem);
        }
    }

    fn doubles<I: std::hash::Hash + Eq + Display + Copy>(&mut self, ids: impl Iterator<Item = I>) {
        let mut seen: HashMap<I, usize> = HashMap::new();
        for id in ids {
            let count = seen.entry(id).or_default();
            *count += 1;
            if *count > 1 {
                self.add(Fault::DuplicateId, id, *count - 1);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::map::{Link, LinkId, LinkKind, Stage, StageId, TouchpointId};
    use std::sync::Arc;

    fn map_with(name: &str, second: &str) -> Map {
        let mut map = Map::empty(&mut fastrand::Rng::with_seed(7));
        let mut stage = Stage::new(StageId::parse("s").expect("a good id"), "Buying");
        for id in [name, second] {
            stage.touchpoints.push(Arc::new(Touchpoint::new(TouchpointId::parse(id).expect("a good id"), id)));
        }
        map.stages.push(Arc::new(stage));
        map
    }

    #[test]
    fn a_sound_map_has_no_problem() {
        assert_eq!(map_with("a", "b").check(), []);
    }

    #[test]
    fn a_double_id_is_found_at_its_second_place() {
        let problem = Problem { fault: Fault::DuplicateId, id: "a".into(), occurrence: 1 };
        assert_eq!(map_with("a", "a").check(), [problem]);
    }

    #[test]
    fn a_link_to_nowhere_is_found() {
        let mut map = map_with("a", "b");
        map.links.push(Arc::new(Link {
            id: LinkId::parse("l").expect("a good id"),
            from: TouchpointId::parse("a").expect("a good id"),
            to: TouchpointId::parse("gone").expect("a good id"),
            kind: LinkKind::Loop,
            label: String::new(),
            share: None,
        }));
        assert_eq!(map.check(), [Problem { fault: Fault::DanglingLink, id: "gone".into(), occurrence: 0 }]);
    }
}
