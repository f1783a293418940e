//! What a person chooses for each column, and the plan that follows. Drives without a window.
//!
//! At most one column names touchpoints and at most one makes segments. Must not know widgets.

use crate::{
    map::{AnswerScale, Direction, Map, Metric, Wave},
    survey::{
        Ask, ColumnInspection, ColumnNumber, Inspection, Plan, PlannedScore, Role, Target, UnknownNames, guess_plan,
    },
};

/// What a column is taken as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Taken {
    /// Its answers become a metric.
    Score(Metric, AnswerScale),
    /// It names the touchpoint of a row.
    Touchpoint,
    /// Its values are the segments.
    Segment,
    /// It is not used.
    Unused,
}

/// What is chosen for one column.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choice {
    pub taken: Taken,
    /// Where the answers of a score belong.
    pub target: Target,
    /// What a person still has to say about the guess.
    pub ask: Option<Ask>,
}

/// What is chosen for all columns.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Choices {
    /// One for each column of the file.
    pub columns: Vec<Choice>,
    pub unknown_names: UnknownNames,
}

impl Choices {
    /// The program's own guess.
    pub fn guess(inspection: &Inspection, map: &Map) -> Self {
        let plan = guess_plan(inspection, map);
        let columns = inspection.columns.iter().map(|column| guess_choice(column, &plan)).collect();
        Self { columns, unknown_names: plan.unknown_names }
    }

    /// What is chosen for a column.
    pub fn get(&self, column: ColumnNumber) -> Option<&Choice> {
        self.columns.get(column.place())
    }

    /// Takes a column as something else. What was asked about it is answered by that.
    pub fn take(&mut self, column: ColumnNumber, taken: Taken) {
        let names_before = self.column_taken_as(Taken::Touchpoint);
        let is_single = match taken {
            Taken::Touchpoint | Taken::Segment => true,
            Taken::Score(..) | Taken::Unused => false,
        };
        for other in self.columns.iter_mut().filter(|other| is_single && other.taken == taken) {
            other.taken = Taken::Unused;
        }
        if let Some(choice) = self.columns.get_mut(column.place()) {
            *choice = Choice { taken, ask: None, target: choice.target.clone() };
        }
        self.retarget(names_before.is_some());
    }

    /// Gives the answers of a column to a touchpoint or the whole journey.
    pub fn aim(&mut self, column: ColumnNumber, target: Target) {
        if let Some(choice) = self.columns.get_mut(column.place()) {
            choice.target = target;
        }
    }

    /// Confirms the guess of a column.
    pub fn confirm(&mut self, column: ColumnNumber) {
        if let Some(choice) = self.columns.get_mut(column.place()) {
            choice.ask = None;
        }
    }

    /// The columns about which a person still has to say something.
    pub fn asked(&self) -> impl Iterator<Item = (ColumnNumber, Ask)> + '_ {
        self.columns.iter().enumerate().filter_map(|(place, choice)| Some((ColumnNumber::at(place), choice.ask?)))
    }

    /// The first column taken as `taken`.
    pub fn column_taken_as(&self, taken: Taken) -> Option<ColumnNumber> {
        self.columns.iter().position(|choice| choice.taken == taken).map(ColumnNumber::at)
    }

    /// The plan that the choices make.
    pub fn plan(&self, wave: Wave) -> Plan {
        let scores = self.columns.iter().enumerate().filter_map(|(place, choice)| match choice.taken {
            Taken::Score(metric, scale) => {
                Some(PlannedScore { column: ColumnNumber::at(place), metric, scale, target: choice.target.clone() })
            }
            Taken::Touchpoint | Taken::Segment | Taken::Unused => None,
        });
        Plan {
            wave,
            touchpoint_column: self.column_taken_as(Taken::Touchpoint),
            segment_column: self.column_taken_as(Taken::Segment),
            scores: scores.collect(),
            unknown_names: self.unknown_names,
        }
    }

    /// Once a column names touchpoints, scores belong there; without one they belong to the journey until a person says
    /// where.
    fn retarget(&mut self, had_names: bool) {
        let has_names = self.column_taken_as(Taken::Touchpoint).is_some();
        for choice in &mut self.columns {
            if has_names && !had_names {
                choice.target = Target::FromColumn;
            } else if !has_names && choice.target == Target::FromColumn {
                choice.target = Target::WholeJourney;
            }
        }
    }
}

fn guess_choice(column: &ColumnInspection, plan: &Plan) -> Choice {
    let score = plan.scores.iter().find(|score| score.column == column.column);
    let unaimed = if plan.touchpoint_column.is_some() { Target::FromColumn } else { Target::WholeJourney };
    let target = score.map_or(unaimed, |score| score.target.clone());
    let taken = if let Some(score) = score {
        Taken::Score(score.metric, score.scale)
    } else if plan.touchpoint_column == Some(column.column) {
        Taken::Touchpoint
    } else if plan.segment_column == Some(column.column) {
        Taken::Segment
    } else {
        Taken::Unused
    };
    let ask = score.and(column.score).and_then(|guess| guess.ask);
    Choice { taken, target, ask }
}

/// What a column can be taken as, its guessed scale first; nothing for personal and empty columns.
pub(super) fn offers(column: &ColumnInspection) -> Vec<Taken> {
    let can_be_read = match column.role {
        Role::Personal | Role::Empty => false,
        Role::Score | Role::Touchpoint | Role::Segment | Role::Date | Role::Comment | Role::Status | Role::Other => {
            true
        }
    };
    if !can_be_read {
        return Vec::new();
    }
    let guess = column.score.map(|guess| Taken::Score(guess.metric, guess.scale));
    let scales = SCALES.map(|(metric, low, high, direction)| scored(metric, low, high, direction));
    let others = scales.into_iter().filter(|scale| Some(*scale) != guess);
    // What customers wrote in their own words does not become the names of groups, which are kept in the map.
    let is_prose = column.role == Role::Comment;
    let always = [Taken::Unused, Taken::Touchpoint, Taken::Segment];
    let always = always.into_iter().filter(|taken| !is_prose || *taken == Taken::Unused);
    guess.into_iter().chain(always).chain(others).collect()
}

/// The scales in use, most usual first within a metric.
const SCALES: [(Metric, i32, i32, Direction); 13] = [
    (Metric::Nps, 0, 10, Direction::HighIsGood),
    (Metric::Nps, 1, 10, Direction::HighIsGood),
    (Metric::Csat, 1, 5, Direction::HighIsGood),
    (Metric::Csat, 1, 5, Direction::LowIsGood),
    (Metric::Csat, 1, 3, Direction::HighIsGood),
    (Metric::Csat, 1, 4, Direction::HighIsGood),
    (Metric::Csat, 1, 7, Direction::HighIsGood),
    (Metric::Csat, 1, 10, Direction::HighIsGood),
    (Metric::Csat, 0, 10, Direction::HighIsGood),
    (Metric::Ces, 1, 7, Direction::HighIsGood),
    (Metric::Ces, 1, 7, Direction::LowIsGood),
    (Metric::Ces, 1, 5, Direction::HighIsGood),
    (Metric::Ces, 1, 5, Direction::LowIsGood),
];

fn scored(metric: Metric, low: i32, high: i32, direction: Direction) -> Taken {
    Taken::Score(metric, AnswerScale { low, high, direction })
}
