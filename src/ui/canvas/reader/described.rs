//! What the nodes of the canvas are to a screen reader: role, name, value in words, and what else is drawn or known of
//! a thing. Must not know where a thing stands or how a node is made.

use super::super::{names, tip_words};
use crate::{
    map::{Card, Curve, Evidence, LaneId, LaneKind, Map, PersonaId, Thing, Touchpoint, TouchpointId},
    scene::{LaneRow, PersonaChoice, Scene, StageSpan, View, lane_kind_name, status_name},
    texts::{Sign, Texts},
};
use egui::accesskit::Role;
use std::{collections::BTreeMap, sync::Arc};

/// The cards that a node's card is among.
pub(super) type Cards = BTreeMap<LaneId, Vec<Arc<Card>>>;

/// What a node says.
pub(super) struct Described {
    /// What it is.
    pub(super) role: Role,
    /// What it is called.
    pub(super) name: String,
    /// The number of a value; `None` for what has none or where there is a gap.
    pub(super) number: Option<f64>,
    /// The value as a person says it; empty where there is no number.
    pub(super) words: String,
    /// What else is to be known of it; empty for nothing.
    pub(super) more: String,
}

impl Described {
    fn named(role: Role, name: impl Into<String>) -> Self {
        Self { role, name: name.into(), number: None, words: String::new(), more: String::new() }
    }

    fn with(self, more: impl IntoIterator<Item = String>) -> Self {
        let more: Vec<String> = more.into_iter().filter(|line| !line.is_empty()).collect();
        Self { more: more.join(", "), ..self }
    }
}

/// What is on the screen, and in which language it is told.
#[derive(Clone, Copy)]
pub(super) struct Shown<'a> {
    /// The map with the change under way.
    pub(super) map: &'a Map,
    /// Whose feelings and which curves are drawn.
    pub(super) view: &'a View,
    /// Its picture.
    pub(super) scene: &'a Scene,
    /// The words.
    pub(super) texts: Texts,
}

/// What a thing says; a card is one of `cards`.
pub(super) fn described(thing: Thing, cards: Option<&Cards>, shown: Shown<'_>) -> Described {
    let texts = shown.texts;
    match thing {
        Thing::Stage(id) => stage(shown.scene.stage_span(id), texts),
        Thing::Lane(id) => lane(shown.lane(id), texts),
        Thing::Touchpoint(id) => touchpoint(shown.column(id), shown),
        Thing::Card(id) => card(cards.and_then(|cards| Some((lane_of(cards, id)?, names::card_in(cards, id)?))), shown),
        Thing::Note(id) => {
            let note = shown.map.note(id);
            Described::named(Role::Note, note.map_or_else(String::new, |it| names::note_name(it, shown.map, texts)))
        }
        Thing::Link(id) => {
            let link = shown.map.link(id);
            let name = link.map_or_else(String::new, |link| names::link_name(link, shown.map, texts));
            let share = link.and_then(|link| link.share).map(|share| texts.percent(share.value(), 0));
            Described::named(Role::Link, name).with(share)
        }
        Thing::Face(id, who, curve) => face(id, who, curve, shown),
        Thing::Engagement(id) => {
            let found = shown.column(id);
            let name = found.map_or(texts.touchpoint_unnamed(), |found| names::touchpoint_name(found, texts));
            let level = found.and_then(|found| found.engagement).map(|level| level.value());
            let named = Described::named(
                Role::Slider,
                names::engagement_name(name, found.and_then(|found| found.engagement), texts),
            );
            let words = level.map_or_else(String::new, |level| texts.canvas_level(level));
            Described { number: level.map(f64::from), words, ..named }
        }
        Thing::Persona(_) | Thing::Survey(_) => Described::named(Role::GenericContainer, ""),
    }
}

/// What the map as a whole says: its title, and how much there is on it.
pub(in crate::ui::canvas) fn whole(map: &Map, texts: Texts) -> String {
    let counts = texts.canvas_whole(map.stages.len(), texts.canvas_drawing(map.touchpoint_count()));
    let lines = [map.title.trim().to_owned(), counts, map.description.trim().to_owned()];
    lines.into_iter().filter(|line| !line.is_empty()).collect::<Vec<_>>().join(", ")
}

impl<'a> Shown<'a> {
    fn column(&self, id: TouchpointId) -> Option<&'a Touchpoint> {
        self.scene.column_of(id).and_then(|column| column.source.as_deref())
    }

    fn lane(&self, id: LaneId) -> Option<&'a LaneRow> {
        self.scene.lanes().iter().find(|lane| lane.id == id)
    }
}

fn stage(span: Option<&StageSpan>, texts: Texts) -> Described {
    let Some(span) = span else { return Described::named(Role::ColumnHeader, texts.stage_unnamed()) };
    let stage = &span.source;
    let line = |what: &str, text: &str| match text.trim() {
        "" => String::new(),
        text => texts.canvas_labelled(what, text),
    };
    let reach = stage.reach.map(|count| texts.canvas_labelled(texts.inspector_reach(), texts.count(count)));
    Described::named(Role::ColumnHeader, &*span.name).with([
        texts.canvas_drawing(stage.touchpoints.len()),
        line(texts.inspector_goal(), &stage.goal),
        line(texts.inspector_success(), &stage.success),
        reach.unwrap_or_default(),
    ])
}

/// A lane under a name of its own says of which kind it is too.
fn lane(row: Option<&LaneRow>, texts: Texts) -> Described {
    let Some(row) = row else { return Described::named(Role::RowHeader, "") };
    let kind = lane_kind_name(texts, row.kind);
    let is_own = *row.name != *kind;
    Described::named(Role::RowHeader, names::lane_name(row, texts)).with(is_own.then(|| kind.to_owned()))
}

fn touchpoint(found: Option<&Touchpoint>, shown: Shown<'_>) -> Described {
    let texts = shown.texts;
    let Some(found) = found else { return Described::named(Role::ListItem, texts.touchpoint_unnamed()) };
    let image = found.image.and_then(|image| shown.scene.image(image));
    let name = names::with_image(Some(names::touchpoint_name(found, texts)), image, texts);
    let channels = found.channels.iter().filter_map(|id| shown.map.channel(*id)).map(|channel| channel.name.as_str());
    let channels: Vec<&str> = channels.filter(|name| !name.is_empty()).collect();
    let channels = (!channels.is_empty())
        .then(|| texts.canvas_labelled(lane_kind_name(texts, LaneKind::Channels), channels.join(", ")));
    let lines = names::touchpoint_lines(found, texts).into_iter();
    let more = lines.chain(channels).chain(path_of(found.id, shown)).chain([found.description.trim().to_owned()]);
    Described::named(Role::ListItem, name).with(more)
}

/// Where the path of the persona that is shown alone begins and ends, and what is not on it.
fn path_of(id: TouchpointId, shown: Shown<'_>) -> Vec<String> {
    let texts = shown.texts;
    let persona = shown.view.persona.persona(shown.map).and_then(|id| shown.map.persona(id));
    let Some(persona) = persona.filter(|persona| !persona.path.is_whole()) else { return Vec::new() };
    let enters = (persona.path.enters == Some(id)).then(|| texts.scene_enters().to_owned());
    let leaves = (persona.path.leaves == Some(id)).then(|| texts.scene_leaves().to_owned());
    let is_off = shown.map.off_path(persona).contains(&id);
    let off = is_off.then(|| texts.inspector_path_skips(names::persona_name(shown.map, persona.id, texts)));
    [enters, leaves, off].into_iter().flatten().collect()
}

fn lane_of(cards: &Cards, id: crate::map::CardId) -> Option<LaneId> {
    cards.iter().find(|(_, cards)| cards.iter().any(|card| card.id == id)).map(|(lane, _)| *lane)
}

/// A card says which lane it stands in, and as a task who does it, by when and how far it is.
fn card(found: Option<(LaneId, &Arc<Card>)>, shown: Shown<'_>) -> Described {
    let texts = shown.texts;
    let Some((lane, card)) = found else { return Described::named(Role::Note, texts.canvas_card_empty()) };
    let image = card.image.and_then(|image| shown.scene.image(image));
    let text = Some(card.text.trim()).filter(|text| !text.is_empty());
    let name = names::with_evidence(&names::with_image(text, image, texts), card.evidence, texts);
    let row = shown.lane(lane);
    let mut more: Vec<String> = row.map(|row| row.name.to_string()).into_iter().collect();
    if row.is_some_and(|row| row.kind.holds_tasks()) {
        let owner = Some(card.owner.trim()).filter(|owner| !owner.is_empty());
        more.extend(owner.map(|owner| texts.canvas_labelled(texts.inspector_owner(), owner)));
        more.extend(card.due.map(|due| texts.canvas_labelled(texts.inspector_due(), due)));
        let status = card.status.map(|status| status_name(texts, status));
        more.extend(status.map(|status| texts.canvas_labelled(texts.inspector_status(), status)));
    }
    Described::named(Role::Note, name).with(more)
}

/// A face says its score and band as its value; besides, the gap to the other curve, the word, and what was measured.
fn face(id: TouchpointId, who: PersonaId, curve: Curve, shown: Shown<'_>) -> Described {
    let texts = shown.texts;
    let Some(found) = shown.column(id) else { return Described::named(Role::Slider, "") };
    let score = found.score(who, curve);
    let of_persona = (shown.view.persona == PersonaChoice::All).then(|| names::persona_name(shown.map, who, texts));
    let name = names::face_name((found, of_persona.as_deref()), (curve, score), &shown.map.scale, texts);
    let feeling = found.feelings.get(&who).filter(|_| curve == Curve::Actual);
    let evidence = feeling.filter(|_| score.is_some()).map_or(Evidence::Guess, |it| it.evidence);
    let words = score.map(|score| names::score_words(&shown.map.scale, score, texts));
    let gap = feeling.and_then(|it| it.actual.zip(it.expected)).map(|(actual, expected)| {
        let gap = f64::from(actual.value()) - f64::from(expected.value());
        texts.canvas_face_gap_tip(texts.number(gap, 0, Sign::Always))
    });
    let word = feeling.map(|it| it.word.clone());
    let measured = (curve == Curve::Actual).then(|| tip_words::measured(shown.map, id, texts).replace('\n', ", "));
    let named = Described::named(Role::Slider, names::with_evidence(&name, evidence, texts));
    let described = named.with([word, gap, measured].into_iter().flatten());
    Described { number: score.map(|score| score.value().into()), words: words.unwrap_or_default(), ..described }
}
