//! The guided start: who travels, then four questions (domain handbook, fact 11), one at a time. Each line of an answer
//! becomes a touchpoint in a guessed stage, which a person can change. It can be left at any step with what is there.
//!
//! The guide is a value beside the editor: [`GuidedStart::edit`] is what makes the map of it, recomputed from the map
//! before the guide whenever something was typed. Must not know egui, or how a question is worded.

mod digital_stage;
mod guess;

pub use digital_stage::DigitalStage;
pub use guess::guess_stage;

use super::{Edit, PersonaChange};
use crate::{
    map::{Map, Stage, StageId, Touchpoint, TouchpointId},
    texts::Texts,
};
use std::sync::Arc;
use unicase::UniCase;

/// A question that finds touchpoints.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum GuideQuestion {
    /// Where do I go when I need an answer?
    Answer,
    /// Where do I usually discover brands?
    Discover,
    /// What helps me decide?
    Decide,
    /// Do I see the brand again after buying?
    Again,
}

impl GuideQuestion {
    /// Every question, in order.
    pub const ALL: [Self; 4] = [Self::Answer, Self::Discover, Self::Decide, Self::Again];

    /// The stage of an answer in which no word says otherwise.
    pub fn usual_stage(self) -> DigitalStage {
        match self {
            Self::Answer => DigitalStage::Discovery,
            Self::Discover => DigitalStage::Awareness,
            Self::Decide => DigitalStage::Evaluation,
            Self::Again => DigitalStage::Repurchase,
        }
    }
}

/// A step of the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GuidedStep {
    /// Who travels.
    #[default]
    Traveller,
    /// A question.
    Question(GuideQuestion),
}

impl GuidedStep {
    /// Every step, in order.
    pub const ALL: [Self; 5] = [
        Self::Traveller,
        Self::Question(GuideQuestion::Answer),
        Self::Question(GuideQuestion::Discover),
        Self::Question(GuideQuestion::Decide),
        Self::Question(GuideQuestion::Again),
    ];

    /// Its place, from 0.
    pub fn place(self) -> usize {
        Self::ALL.iter().position(|step| *step == self).unwrap_or_default()
    }

    /// The step after it; `None` after the last.
    pub fn next(self) -> Option<Self> {
        Self::ALL.get(self.place() + 1).copied()
    }

    /// The step before it; `None` before the first.
    pub fn previous(self) -> Option<Self> {
        Self::ALL.get(self.place().checked_sub(1)?).copied()
    }
}

/// A line of an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnswerLine {
    /// The touchpoint it becomes.
    id: TouchpointId,
    text: String,
    /// The stage that a person chose; `None`: the guessed one counts.
    chosen: Option<DigitalStage>,
}

impl AnswerLine {
    /// What was typed.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// Names the line for as long as it is there.
    pub fn id(&self) -> TouchpointId {
        self.id
    }
}

/// The guide's state. The lines of each question end with an empty one, into which the next answer is typed.
#[derive(Clone, Debug)]
pub struct GuidedStart {
    /// Where the person is.
    pub step: GuidedStep,
    /// The name of who travels.
    pub traveller: String,
    /// A line about them.
    pub about: String,
    lines: [Vec<AnswerLine>; 4],
    stages: [StageId; 7],
    rng: fastrand::Rng,
}

impl GuidedStart {
    /// A guide in which nothing was typed. New ids come from `rng`.
    pub fn new(mut rng: fastrand::Rng) -> Self {
        let stages = DigitalStage::ALL.map(|_| StageId::random(&mut rng));
        let mut guide = Self {
            step: GuidedStep::default(),
            traveller: String::new(),
            about: String::new(),
            lines: Default::default(),
            stages,
            rng,
        };
        GuideQuestion::ALL.into_iter().for_each(|question| guide.keep_room(question));
        guide
    }

    /// The lines of the answer to a question; the last one is empty.
    pub fn lines(&self, question: GuideQuestion) -> &[AnswerLine] {
        let [answer, discover, decide, again] = &self.lines;
        match question {
            GuideQuestion::Answer => answer,
            GuideQuestion::Discover => discover,
            GuideQuestion::Decide => decide,
            GuideQuestion::Again => again,
        }
    }

    fn lines_mut(&mut self, question: GuideQuestion) -> &mut Vec<AnswerLine> {
        let [answer, discover, decide, again] = &mut self.lines;
        match question {
            GuideQuestion::Answer => answer,
            GuideQuestion::Discover => discover,
            GuideQuestion::Decide => decide,
            GuideQuestion::Again => again,
        }
    }

    /// The stage of a line: the one a person chose, else the guessed one.
    pub fn stage_of(&self, question: GuideQuestion, line: &AnswerLine) -> DigitalStage {
        line.chosen.unwrap_or_else(|| guess_stage(question, &line.text))
    }

    /// Takes what was typed in a line.
    pub fn set_text(&mut self, question: GuideQuestion, at: usize, text: &str) {
        if let Some(line) = self.lines_mut(question).get_mut(at) {
            line.text = text.chars().filter(|character| !character.is_control()).collect();
        }
        self.keep_room(question);
    }

    /// Puts a line into the stage that a person chose.
    pub fn set_stage(&mut self, question: GuideQuestion, at: usize, stage: DigitalStage) {
        if let Some(line) = self.lines_mut(question).get_mut(at) {
            line.chosen = Some(stage);
        }
    }

    /// Puts a line `by` stages on.
    pub fn shift_stage(&mut self, question: GuideQuestion, at: usize, by: isize) {
        if let Some(stage) = self.lines(question).get(at).map(|line| self.stage_of(question, line)) {
            self.set_stage(question, at, stage.shifted(by));
        }
    }

    /// Makes an empty line after the one at `at`, unless that or the next one is empty. Answers with the place where one
    /// goes on typing.
    pub fn next_line(&mut self, question: GuideQuestion, at: usize) -> usize {
        let is_empty = |line: Option<&AnswerLine>| line.is_none_or(|line| line.text.trim().is_empty());
        let lines = self.lines(question);
        if is_empty(lines.get(at)) {
            return at;
        }
        if !is_empty(lines.get(at + 1)) {
            let line = self.new_line();
            self.lines_mut(question).insert(at + 1, line);
        }
        at + 1
    }

    /// Takes a line away; the empty one at the end stays.
    pub fn remove_line(&mut self, question: GuideQuestion, at: usize) {
        let lines = self.lines_mut(question);
        if at < lines.len() {
            lines.remove(at);
        }
        self.keep_room(question);
    }

    /// Puts each line of a text into a line of its own, the first into the one at `at`. Answers with the place of the
    /// last.
    pub fn paste(&mut self, question: GuideQuestion, at: usize, text: &str) -> usize {
        let mut place = at;
        for (number, part) in text.lines().map(str::trim).filter(|part| !part.is_empty()).enumerate() {
            if number == 0 {
                let before = self.lines(question).get(at).map(|line| line.text.clone()).unwrap_or_default();
                self.set_text(question, at, &(before + part));
            } else {
                place = self.next_line(question, place);
                self.set_text(question, place, part);
            }
        }
        place
    }

    /// Whether anything was typed.
    pub fn has_content(&self) -> bool {
        let names = [&self.traveller, &self.about].into_iter();
        let lines = self.lines.iter().flatten().map(|line| &line.text);
        names.chain(lines).any(|text| !text.trim().is_empty())
    }

    /// What makes the map of what was typed; `None` while nothing was. `map` is the one the guide began with: it has a
    /// persona and nothing else. Only stages in which something happens are made: the others would be empty columns.
    pub fn edit(&self, map: &Map, texts: Texts) -> Option<Edit> {
        let mut edits = Vec::new();
        if let Some(persona) = map.personas.first() {
            let mut change = |text: &str, make: fn(String) -> PersonaChange| {
                if !text.trim().is_empty() {
                    edits.push(Edit::Persona(persona.id, make(text.trim().to_owned())));
                }
            };
            change(&self.traveller, PersonaChange::Name);
            change(&self.about, PersonaChange::Description);
        }
        for (id, stage) in self.stages.into_iter().zip(DigitalStage::ALL) {
            let touchpoints = self.touchpoints(stage);
            if !touchpoints.is_empty() {
                let stage = Stage { touchpoints, ..Stage::new(id, stage.name(texts)) };
                edits.push(Edit::InsertStage { at: usize::MAX, stage: Arc::new(stage) });
            }
        }
        (!edits.is_empty()).then_some(Edit::All(edits))
    }

    /// The touchpoints of a stage, in the order of questions and lines. The same name again is the same touchpoint.
    fn touchpoints(&self, stage: DigitalStage) -> Vec<Arc<Touchpoint>> {
        let mut made: Vec<Arc<Touchpoint>> = Vec::new();
        for question in GuideQuestion::ALL {
            for line in self.lines(question).iter().filter(|line| self.stage_of(question, line) == stage) {
                let name = line.text.trim();
                let is_known = made.iter().any(|known| UniCase::new(known.name.as_str()) == UniCase::new(name));
                if !name.is_empty() && !is_known {
                    made.push(Arc::new(Touchpoint::new(line.id, name)));
                }
            }
        }
        made
    }

    fn new_line(&mut self) -> AnswerLine {
        AnswerLine { id: TouchpointId::random(&mut self.rng), text: String::new(), chosen: None }
    }

    /// Keeps an empty line at the end.
    fn keep_room(&mut self, question: GuideQuestion) {
        if self.lines(question).last().is_none_or(|line| !line.text.trim().is_empty()) {
            let line = self.new_line();
            self.lines_mut(question).push(line);
        }
    }
}
