//! The lines of the review's list: what stands out for each persona and for the map, then every touchpoint.
//!
//! A [`Line`] is cheap and made for the whole map; its words, a [`Row`], only for lines in view. Must not know widgets.

use super::{
    sheet::Sheet,
    words::{axis_value, measured_sentence, numbered, persona_name, stage_name, touchpoint_name, touchpoint_sentence},
};
use crate::{
    map::{Curve, PersonaId, Score, Thing, Tone, TouchpointId},
    review::{Conversion, Disagreement, Gap, Moment, Overdue, PersonaReview, Review, biggest_drop},
    texts::Texts,
};

/// What one line of the list is about.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Line {
    Persona(PersonaId),
    NoScore,
    Peak(Moment),
    Pit(Moment),
    End(Moment),
    Mean {
        mean: f64,
        expected: Option<f64>,
    },
    Gap(Gap),
    Disagreement(Disagreement),
    /// What the room believes there and what was measured, in a line of its own.
    Believed(Disagreement),
    Break(TouchpointId),
    Guesses(Guessed),
    Heading(Heading),
    Worst(PersonaId, Moment),
    Step(Conversion),
    MapDue(crate::review::ReviewDue),
    Overdue(Overdue),
    Column(usize),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Worst,
    Funnel,
    Due,
    Cards,
    Touchpoints,
}

/// How many faces or cards are still a guess, of how many.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Guessed {
    leads_to: LeadsTo,
    count: usize,
    of: usize,
}

/// What a click on a line selects.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum LeadsTo {
    Thing(Thing),
    /// The guessed scores of a persona.
    GuessedFaces(PersonaId),
    /// The cards that are still a guess.
    GuessedCards,
}

impl LeadsTo {
    /// The one thing, which can be hovered and marked too.
    pub fn thing(self) -> Option<Thing> {
        match self {
            Self::Thing(thing) => Some(thing),
            Self::GuessedFaces(_) | Self::GuessedCards => None,
        }
    }

    /// Everything that it selects.
    pub fn things(self, review: &Review) -> Vec<Thing> {
        match self {
            Self::Thing(thing) => vec![thing],
            Self::GuessedFaces(id) => review.persona(id).map_or_else(Vec::new, |it| it.guesses.things.clone()),
            Self::GuessedCards => review.guessed_cards.things.clone(),
        }
    }
}

/// A line in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row {
    /// Whether it begins a part of the list.
    pub sort: Sort,
    /// What is named, such as "Peak"; empty where the text says it all.
    pub label: String,
    /// Where, or what.
    pub text: String,
    /// The value at the end of the line.
    pub value: String,
    /// The feeling that colours the value.
    pub tone: Option<Tone>,
    /// What a click selects.
    pub leads_to: Option<LeadsTo>,
    /// All of it in words, for a screen reader and on hover.
    pub whole: String,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Sort {
    /// Begins a part of the list; a persona's shows its colour.
    Heading(Option<PersonaId>),
    /// A line.
    #[default]
    Entry,
}

/// All lines of the list.
pub(super) fn lines(sheet: &Sheet) -> Vec<Line> {
    let review = &sheet.review;
    let mut lines: Vec<Line> = review.personas.iter().flat_map(persona_lines).collect();
    if let Some((persona, moment)) = review.worst.filter(|_| review.personas.len() > 1) {
        lines.extend([Line::Heading(Heading::Worst), Line::Worst(persona, moment)]);
    }
    if !review.funnel.is_empty() {
        lines.push(Line::Heading(Heading::Funnel));
    }
    lines.extend(review.funnel.iter().copied().map(Line::Step));
    if !review.overdue.is_empty() || review.review_due.is_some() {
        lines.push(Line::Heading(Heading::Due));
    }
    lines.extend(review.review_due.map(Line::MapDue));
    lines.extend(review.overdue.iter().copied().map(Line::Overdue));
    let cards = &review.guessed_cards;
    if !cards.things.is_empty() {
        let guessed = Guessed { leads_to: LeadsTo::GuessedCards, count: cards.things.len(), of: cards.of };
        lines.extend([Line::Heading(Heading::Cards), Line::Guesses(guessed)]);
    }
    lines.push(Line::Heading(Heading::Touchpoints));
    lines.extend((0..sheet.columns.len()).map(Line::Column));
    lines
}

fn persona_lines(persona: &PersonaReview) -> Vec<Line> {
    let mut lines = vec![Line::Persona(persona.persona)];
    if persona.scored == 0 {
        lines.push(Line::NoScore);
    }
    lines.extend(persona.peak.map(Line::Peak));
    lines.extend(persona.pit.map(Line::Pit));
    lines.extend(persona.end.map(Line::End));
    lines.extend(persona.mean.map(|mean| Line::Mean { mean, expected: persona.expected_mean }));
    lines.extend(persona.largest_gap.map(Line::Gap));
    let disagreements = persona.disagreements.iter().copied();
    lines.extend(disagreements.flat_map(|found| [Line::Disagreement(found), Line::Believed(found)]));
    lines.extend(persona.breaks.iter().copied().map(Line::Break));
    let (count, leads_to) = (persona.guesses.things.len(), LeadsTo::GuessedFaces(persona.persona));
    if count > 0 {
        lines.push(Line::Guesses(Guessed { leads_to, count, of: persona.guesses.of }));
    }
    lines
}

impl Row {
    fn heading(text: impl Into<String>, persona: Option<PersonaId>) -> Self {
        let text = text.into();
        Self { sort: Sort::Heading(persona), whole: text.clone(), text, ..Self::default() }
    }

    fn entry(label: &str, text: impl Into<String>, value: impl Into<String>) -> Self {
        let (text, value) = (text.into(), value.into());
        let parts = [label, &text, &value];
        let whole = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(": ");
        Self { label: label.to_owned(), text, value, whole, ..Self::default() }
    }

    fn toned(self, tone: Tone) -> Self {
        Self { tone: Some(tone), ..self }
    }

    fn to(self, thing: Thing) -> Self {
        Self { leads_to: Some(LeadsTo::Thing(thing)), ..self }
    }
}

/// What words are made from; a touchpoint's own line shows the value of `persona`.
pub(super) struct Words<'a> {
    pub sheet: &'a Sheet,
    pub persona: Option<PersonaId>,
    pub texts: Texts,
}

impl Words<'_> {
    /// A line in words.
    pub fn row(&self, line: Line) -> Row {
        let texts = self.texts;
        match line {
            Line::Persona(id) => Row::heading(persona_name(self.sheet, id, texts), Some(id)),
            Line::NoScore => Row::entry("", texts.review_no_score(), ""),
            Line::Peak(moment) => self.moment(texts.review_peak(), moment),
            Line::Pit(moment) => self.moment(texts.review_pit(), moment),
            Line::End(moment) => self.moment(texts.review_end(), moment),
            Line::Mean { mean, expected } => self.mean(mean, expected),
            Line::Gap(gap) => self.gap(gap),
            Line::Disagreement(found) => self.disagreement(&found),
            Line::Believed(found) => self.believed(&found),
            Line::Break(id) => Row::entry(texts.review_break(), self.place(id), "").to(Thing::Touchpoint(id)),
            Line::Guesses(guessed) => self.guesses(guessed),
            Line::Heading(heading) => Row::heading(heading.text(texts), None),
            Line::Worst(persona, moment) => self.moment(&persona_name(self.sheet, persona, texts), moment),
            Line::Step(step) => self.step(step),
            Line::MapDue(due) => {
                Row::entry("", texts.review_map_due(due.date), days(due.days, texts)).toned(Tone::Negative)
            }
            Line::Overdue(overdue) => self.overdue(overdue),
            Line::Column(at) => self.column(at),
        }
    }

    fn place(&self, id: TouchpointId) -> String {
        touchpoint_name(self.sheet, id, self.texts)
    }

    fn moment(&self, label: &str, moment: Moment) -> Row {
        let value = self.texts.score(moment.score.value());
        let row = Row::entry(label, self.place(moment.touchpoint), value).toned(self.sheet.tones.tone(moment.score));
        row.to(Thing::Touchpoint(moment.touchpoint))
    }

    fn mean(&self, mean: f64, expected: Option<f64>) -> Row {
        let words = axis_value(mean, self.texts);
        let value = match expected {
            Some(expected) => self.texts.review_mean_against(words, axis_value(expected, self.texts)),
            None => words,
        };
        let tone = self.sheet.tones.tone(Score::nearest(mean));
        Row::entry(self.texts.review_mean(), "", value).toned(tone)
    }

    fn gap(&self, gap: Gap) -> Row {
        let points = self.texts.count(u64::from(gap.points().unsigned_abs()));
        let value = self.texts.review_gap_points(points);
        let row = Row::entry(self.texts.review_gap(), self.place(gap.touchpoint), value);
        row.to(Thing::Touchpoint(gap.touchpoint))
    }

    fn disagreement(&self, found: &Disagreement) -> Row {
        let texts = self.texts;
        let label = texts.review_disagrees();
        let row = Row::entry(label, self.place(found.touchpoint), "");
        let emotion = found.measured.estimate.emotion;
        let [value, low, high] = [emotion.value, emotion.low, emotion.high].map(|value| axis_value(value, texts));
        let sentence = texts.review_disagreement(texts.score(found.actual.value()), value, low, high);
        let whole = format!("{}: {sentence}. {}", row.whole, measured_sentence(&found.measured, texts));
        Row { whole, ..row }.to(Thing::Touchpoint(found.touchpoint))
    }

    fn believed(&self, found: &Disagreement) -> Row {
        let texts = self.texts;
        let measured = axis_value(found.measured.estimate.emotion.value, texts);
        let value = texts.review_believed(texts.score(found.actual.value()), measured);
        let row = Row::entry("", "", value);
        let whole = format!("{}: {}", self.place(found.touchpoint), row.whole);
        Row { whole, ..row }.to(Thing::Touchpoint(found.touchpoint))
    }

    fn guesses(&self, guessed: Guessed) -> Row {
        let texts = self.texts;
        let [count, of] =
            [guessed.count, guessed.of].map(|count| texts.count(u64::try_from(count).unwrap_or(u64::MAX)));
        let value = match guessed.leads_to {
            LeadsTo::GuessedCards => texts.review_guesses_of_cards(count, of),
            LeadsTo::GuessedFaces(_) | LeadsTo::Thing(_) => texts.review_guesses_of(count, of),
        };
        let row = Row::entry(texts.review_guesses(), "", value);
        let whole = texts.review_guesses_click(&row.whole);
        Row { leads_to: Some(guessed.leads_to), whole, ..row }
    }

    fn step(&self, step: Conversion) -> Row {
        let texts = self.texts;
        let [from, to] = [step.from, step.to].map(|id| stage_name(self.sheet, id, texts));
        let percent = texts.percent(step.percent, 0);
        let counts = texts.review_step_counts(&percent, texts.count(step.went_on), texts.count(step.reached));
        let row = Row::entry("", texts.review_step(from, to), percent).to(Thing::Stage(step.to));
        let whole = format!("{}: {counts}", row.text);
        if biggest_drop(&self.sheet.review.funnel) == Some(step) {
            let whole = format!("{whole}, {}", texts.review_biggest_drop());
            return Row { tone: Some(Tone::Negative), whole, ..row };
        }
        Row { whole, ..row }
    }

    fn overdue(&self, overdue: Overdue) -> Row {
        let card = self.sheet.map.card(overdue.card).map(|(_, _, card)| card);
        let (text, owner) = card.map_or(("", ""), |card| (&card.text, &card.owner));
        let row = Row::entry(owner, text, days(overdue.days, self.texts));
        row.toned(Tone::Negative).to(Thing::Card(overdue.card))
    }

    fn column(&self, at: usize) -> Row {
        let Some(touchpoint) = self.sheet.columns.get(at) else { return Row::default() };
        let score = self.persona.and_then(|persona| touchpoint.score(persona, Curve::Actual));
        let value = score.map(|score| self.texts.score(score.value())).unwrap_or_default();
        let name = numbered(at, &self.place(touchpoint.id), self.texts);
        let row = Row::entry("", name, value).to(Thing::Touchpoint(touchpoint.id));
        let whole = touchpoint_sentence(self.sheet, touchpoint, self.texts);
        Row { tone: score.map(|score| self.sheet.tones.tone(score)), whole, ..row }
    }
}

impl Heading {
    fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Worst => texts.review_worst(),
            Self::Funnel => texts.review_funnel(),
            Self::Due => texts.review_due(),
            Self::Cards => texts.review_cards(),
            Self::Touchpoints => texts.review_touchpoints(),
        }
    }
}

fn days(days: i32, texts: Texts) -> String {
    texts.review_days(usize::try_from(days).unwrap_or_default())
}
