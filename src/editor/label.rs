//! What a step did, in a few words for the menu: "move Delivery".
//!
//! Must not know the menu.

use super::{
    Edit, FeelingChange, LaneChange, LinkChange, MapChange, PersonaChange, StageChange, TextPlace, TouchpointChange,
    thing_text::text_of,
};
use crate::{
    map::{ChannelId, Lane, LaneKind, Map, Structure, Thing, TouchpointId, Visibility},
    texts::Texts,
};

/// Longest name in a label, in characters; longer ones end in an ellipsis.
const LONGEST_NAME: usize = 28;

/// What an edit did, and to what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EditLabel {
    /// What it did.
    pub deed: Deed,
    /// To what.
    pub object: Object,
}

/// What an edit did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Deed {
    /// Made something new.
    Add,
    /// Gave another name.
    Rename,
    /// Took it to another place.
    Move,
    /// Gave another height.
    Resize,
    /// Made it drawn.
    Show,
    /// Made it no longer drawn.
    Hide,
    /// Changed something else about it.
    Change,
    /// Set a score.
    SetScore,
    /// Made a gap of a score.
    ClearScore,
    /// Set how strongly a touchpoint holds the customer.
    SetEngagement,
    /// Made a gap of that.
    ClearEngagement,
    /// Brought in from a file.
    Attach,
    /// Replaced words in it.
    Replace,
    /// Removed it.
    Delete,
    /// Made it stand fast.
    Lock,
    /// Let it be changed again.
    Unlock,
    /// Put a copy beside it.
    Duplicate,
    /// Took it out into the clipboard.
    Cut,
    /// Put it in from the clipboard.
    Paste,
}

/// What an edit was done to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Object {
    /// The map itself.
    Map,
    /// What the map as a whole holds.
    OfMap(Holding),
    /// One thing by its name, or by its kind where it has none.
    Named(Kind, String),
    /// Several touchpoints.
    Touchpoints(usize),
    /// Several things of any kind.
    Things(usize),
    /// Several texts.
    Texts(usize),
}

/// What a map as a whole holds, besides its title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Holding {
    /// What it is about.
    Description,
    /// When it is to be looked at again.
    ReviewDate,
    /// The named bands.
    Scale,
    /// How few answers a segment may have.
    AnonymityLimit,
    /// Its stages and touchpoints.
    Structure,
}

/// The kinds of things a label can name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A stage.
    Stage,
    /// A touchpoint.
    Touchpoint,
    /// A card.
    Card,
    /// A lane; one without a name of its own goes by its kind's.
    Lane(Option<LaneKind>),
    /// A persona.
    Persona,
    /// A channel.
    Channel,
    /// A link.
    Link,
    /// A survey.
    Survey,
}

impl Edit {
    /// What the edit does to `before`, the map that it is or was applied to.
    pub fn label(&self, before: &Map) -> EditLabel {
        let label = |deed, object| EditLabel { deed, object };
        let of = |deed, thing| EditLabel { deed, object: object_of(before, thing) };
        match self {
            Self::Map(change) => map_label(change),
            Self::InsertStage { stage, .. } => label(Deed::Add, named(Kind::Stage, &stage.name)),
            Self::Stage(_, StageChange::Name(name)) => label(Deed::Rename, named(Kind::Stage, name)),
            Self::Stage(id, _) => of(Deed::Change, Thing::Stage(*id)),
            Self::MoveStage { id, .. } => of(Deed::Move, Thing::Stage(*id)),
            Self::InsertTouchpoint { touchpoint, .. } => label(Deed::Add, named(Kind::Touchpoint, &touchpoint.name)),
            Self::Touchpoint(_, TouchpointChange::Name(name)) => label(Deed::Rename, named(Kind::Touchpoint, name)),
            Self::Touchpoint(id, change) => of(touchpoint_deed(change), Thing::Touchpoint(*id)),
            Self::MoveTouchpoints { ids, .. } => label(Deed::Move, touchpoints(before, ids)),
            Self::Feeling(id, _, change) => of(feeling_deed(change), Thing::Touchpoint(*id)),
            Self::InsertCard { card, .. } => label(Deed::Add, named(Kind::Card, &card.text)),
            Self::Card(id, _) => of(Deed::Change, Thing::Card(*id)),
            Self::MoveCard { id, .. } => of(Deed::Move, Thing::Card(*id)),
            Self::InsertLane { lane, .. } => label(Deed::Add, named_lane(lane)),
            Self::Lane(id, change) => of(lane_deed(change), Thing::Lane(*id)),
            Self::MoveLane { id, .. } => of(Deed::Move, Thing::Lane(*id)),
            Self::InsertPersona(persona) => label(Deed::Add, named(Kind::Persona, &persona.name)),
            Self::Persona(_, PersonaChange::Name(name)) => label(Deed::Rename, named(Kind::Persona, name)),
            Self::Persona(id, change) => of(persona_deed(change), Thing::Persona(*id)),
            Self::MovePersona { id, .. } => of(Deed::Move, Thing::Persona(*id)),
            Self::InsertChannel(channel) => label(Deed::Add, named(Kind::Channel, &channel.name)),
            Self::RenameChannel(_, name) => label(Deed::Rename, named(Kind::Channel, name)),
            Self::ChannelIcon(id, _) => label(Deed::Change, channel(before, *id)),
            Self::RemoveChannel(id) => label(Deed::Delete, channel(before, *id)),
            Self::InsertLink(link) => label(Deed::Add, named(Kind::Link, &link.label)),
            Self::Link(_, LinkChange::Label(name)) => label(Deed::Rename, named(Kind::Link, name)),
            Self::Link(id, _) => of(Deed::Change, Thing::Link(*id)),
            Self::AttachSurvey { survey, .. } => label(Deed::Attach, named(Kind::Survey, &survey.source)),
            Self::SurveyWave(id, _) => of(Deed::Change, Thing::Survey(*id)),
            Self::Remove(things) => remove_label(before, things),
            Self::Texts(texts) => label(Deed::Replace, object_of_texts(before, texts)),
            Self::All(edits) => all_label(before, edits),
            Self::Together(label, _) => label.clone(),
        }
    }
}

fn map_label(change: &MapChange) -> EditLabel {
    let (deed, object) = match change {
        MapChange::Title(_) => (Deed::Rename, Object::Map),
        MapChange::Description(_) => (Deed::Change, Object::OfMap(Holding::Description)),
        MapChange::ReviewDate(_) => (Deed::Change, Object::OfMap(Holding::ReviewDate)),
        MapChange::Scale(_) => (Deed::Change, Object::OfMap(Holding::Scale)),
        MapChange::AnonymityLimit(_) => (Deed::Change, Object::OfMap(Holding::AnonymityLimit)),
        MapChange::Structure(Structure::Locked) => (Deed::Lock, Object::OfMap(Holding::Structure)),
        MapChange::Structure(Structure::Open) => (Deed::Unlock, Object::OfMap(Holding::Structure)),
    };
    EditLabel { deed, object }
}

fn touchpoint_deed(change: &TouchpointChange) -> Deed {
    match change {
        TouchpointChange::Name(_) => Deed::Rename,
        TouchpointChange::Engagement(Some(_)) => Deed::SetEngagement,
        TouchpointChange::Engagement(None) => Deed::ClearEngagement,
        TouchpointChange::Description(_) | TouchpointChange::Channels(_) | TouchpointChange::Control(_) => Deed::Change,
        TouchpointChange::Weight(_) | TouchpointChange::Tags(_) => Deed::Change,
    }
}

fn feeling_deed(change: &FeelingChange) -> Deed {
    match change {
        FeelingChange::Score(_, Some(_)) => Deed::SetScore,
        FeelingChange::Score(_, None) => Deed::ClearScore,
        FeelingChange::Word(_) | FeelingChange::Evidence(_) => Deed::Change,
    }
}

fn lane_deed(change: &LaneChange) -> Deed {
    match change {
        LaneChange::Name(_) => Deed::Rename,
        LaneChange::Spans(_) | LaneChange::Line(_) => Deed::Change,
        LaneChange::Height(_) => Deed::Resize,
        LaneChange::Visibility(visibility) => visibility_deed(*visibility),
    }
}

fn persona_deed(change: &PersonaChange) -> Deed {
    match change {
        PersonaChange::Name(_) => Deed::Rename,
        PersonaChange::Description(_) | PersonaChange::Color(_) | PersonaChange::Path(_) => Deed::Change,
        PersonaChange::Visibility(visibility) => visibility_deed(*visibility),
    }
}

fn visibility_deed(visibility: Visibility) -> Deed {
    match visibility {
        Visibility::Shown => Deed::Show,
        Visibility::Hidden => Deed::Hide,
    }
}

fn remove_label(before: &Map, things: &[Thing]) -> EditLabel {
    let count = things.len();
    let faces = things.iter().filter(|thing| matches!(thing, Thing::Face(..))).count();
    let touchpoints = things.iter().filter(|thing| matches!(thing, Thing::Touchpoint(_))).count();
    let levels = things.iter().filter(|thing| matches!(thing, Thing::Engagement(_))).count();
    let deed = if faces == count {
        Deed::ClearScore
    } else if levels == count {
        Deed::ClearEngagement
    } else {
        Deed::Delete
    };
    let object = match things {
        [only] => object_of(before, *only),
        _ if faces == count || levels == count || touchpoints == count => Object::Touchpoints(count),
        _ => Object::Things(count),
    };
    EditLabel { deed, object }
}

/// One deed done to many is that deed; different ones are a change.
fn all_label(before: &Map, edits: &[Edit]) -> EditLabel {
    let labels: Vec<_> = edits.iter().map(|edit| edit.label(before)).collect();
    let Some(first) = labels.first() else {
        return EditLabel { deed: Deed::Change, object: Object::Map };
    };
    let is_touchpoint = |label: &EditLabel| matches!(label.object, Object::Named(Kind::Touchpoint, _));
    let deed = if labels.iter().all(|label| label.deed == first.deed) { first.deed } else { Deed::Change };
    let object = match labels.len() {
        1 => first.object.clone(),
        _ if labels.iter().all(|label| label.object == first.object) && deed == Deed::Change => first.object.clone(),
        count if labels.iter().all(is_touchpoint) => Object::Touchpoints(count),
        count => Object::Things(count),
    };
    EditLabel { deed, object }
}

fn touchpoints(before: &Map, ids: &[TouchpointId]) -> Object {
    match ids {
        [only] => object_of(before, Thing::Touchpoint(*only)),
        _ => Object::Touchpoints(ids.len()),
    }
}

fn object_of_texts(before: &Map, texts: &[(TextPlace, String)]) -> Object {
    match texts {
        [(place, _)] => place.thing().map_or(Object::Map, |thing| object_of(before, thing)),
        _ => Object::Texts(texts.len()),
    }
}

/// The thing by its name; a face or a point of the dramatic arc by its touchpoint's.
fn object_of(before: &Map, thing: Thing) -> Object {
    let kind = match thing {
        Thing::Stage(_) => Kind::Stage,
        Thing::Touchpoint(_) => Kind::Touchpoint,
        Thing::Face(id, _, _) | Thing::Engagement(id) => return object_of(before, Thing::Touchpoint(id)),
        Thing::Card(_) => Kind::Card,
        Thing::Lane(id) => {
            return before.lane(id).map_or(Object::Named(Kind::Lane(None), String::new()), |lane| named_lane(lane));
        }
        Thing::Persona(_) => Kind::Persona,
        Thing::Link(_) => Kind::Link,
        Thing::Survey(_) => Kind::Survey,
    };
    named(kind, text_of(before, thing).unwrap_or_default())
}

fn channel(before: &Map, id: ChannelId) -> Object {
    named(Kind::Channel, before.channel(id).map_or("", |channel| channel.name.as_str()))
}

fn named(kind: Kind, name: &str) -> Object {
    Object::Named(kind, name.to_owned())
}

fn named_lane(lane: &Lane) -> Object {
    named(Kind::Lane(Some(lane.kind)), &lane.name)
}

impl EditLabel {
    /// In words: "move Delivery".
    pub fn text(&self, texts: Texts) -> String {
        let what = self.object.text(texts);
        match self.deed {
            Deed::Add => texts.edit_deed_add(what),
            Deed::Rename => texts.edit_deed_rename(what),
            Deed::Move => texts.edit_deed_move(what),
            Deed::Resize => texts.edit_deed_resize(what),
            Deed::Show => texts.edit_deed_show(what),
            Deed::Hide => texts.edit_deed_hide(what),
            Deed::Change => texts.edit_deed_change(what),
            Deed::SetScore => texts.edit_deed_score(what),
            Deed::ClearScore => texts.edit_deed_clear(what),
            Deed::SetEngagement => texts.edit_deed_engagement(what),
            Deed::ClearEngagement => texts.edit_deed_clear_engagement(what),
            Deed::Attach => texts.edit_deed_attach(what),
            Deed::Replace => texts.edit_deed_replace(what),
            Deed::Delete => texts.edit_deed_delete(what),
            Deed::Lock => texts.edit_deed_lock(what),
            Deed::Unlock => texts.edit_deed_unlock(what),
            Deed::Duplicate => texts.edit_deed_duplicate(what),
            Deed::Cut => texts.edit_deed_cut(what),
            Deed::Paste => texts.edit_deed_paste(what),
        }
    }
}

impl Object {
    fn text(&self, texts: Texts) -> String {
        match self {
            Self::Map => texts.edit_kind_map().to_owned(),
            Self::OfMap(holding) => match holding {
                Holding::Description => texts.edit_map_description(),
                Holding::ReviewDate => texts.edit_map_review_date(),
                Holding::Scale => texts.edit_map_scale(),
                Holding::AnonymityLimit => texts.edit_map_anonymity_limit(),
                Holding::Structure => texts.edit_map_structure(),
            }
            .to_owned(),
            Self::Named(kind, name) if name.trim().is_empty() => kind.text(texts).to_owned(),
            Self::Named(_, name) => shortened(name),
            Self::Touchpoints(count) => texts.edit_count_touchpoints(*count),
            Self::Things(count) => texts.edit_count_things(*count),
            Self::Texts(count) => texts.edit_count_texts(*count),
        }
    }
}

/// The first line of a name, cut with an ellipsis.
fn shortened(name: &str) -> String {
    let line = name.trim().lines().next().unwrap_or_default();
    if line.chars().count() <= LONGEST_NAME {
        return line.to_owned();
    }
    let start: String = line.chars().take(LONGEST_NAME - 1).collect();
    format!("{}…", start.trim_end())
}

impl Kind {
    fn text(self, texts: Texts) -> &'static str {
        match self {
            Self::Stage => texts.edit_kind_stage(),
            Self::Touchpoint => texts.edit_kind_touchpoint(),
            Self::Card => texts.edit_kind_card(),
            Self::Lane(kind) => kind.map_or(texts.edit_kind_lane(), |kind| crate::scene::lane_kind_name(texts, kind)),
            Self::Persona => texts.edit_kind_persona(),
            Self::Channel => texts.edit_kind_channel(),
            Self::Link => texts.edit_kind_link(),
            Self::Survey => texts.edit_kind_survey(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn a_long_name_is_cut_between_letters_and_only_its_first_line_is_said() {
        assert_eq!(shortened("Giao hàng"), "Giao hàng");
        assert_eq!(shortened("  Waits\nfor days"), "Waits");
        assert_eq!(shortened(&"ệ".repeat(28)), "ệ".repeat(28));
        assert_eq!(shortened(&"ệ".repeat(29)), format!("{}…", "ệ".repeat(27)));
    }
}
