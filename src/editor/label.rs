//! What a step did, and to what, for the menu: "move Delivery". Must not know the words for it (`label_words`).

use super::{
    CardChange, Edit, FeelingChange, LaneChange, LinkChange, MapChange, NoteChange, PersonaChange, StageChange,
    TextPlace, TouchpointChange, thing_text::text_of,
};
use crate::map::{ChannelId, ImageId, Lane, LaneKind, Map, Structure, Thing, TouchpointId, Visibility};

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
    /// A picture.
    Image,
    /// A note on the canvas.
    Note,
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
            Self::Touchpoint(id, TouchpointChange::Image(None)) => {
                let image = before.touchpoint(*id).and_then(|touchpoint| touchpoint.image);
                label(Deed::Delete, object_of_image(before, image))
            }
            Self::Touchpoint(id, change) => of(touchpoint_deed(change), Thing::Touchpoint(*id)),
            Self::MoveTouchpoints { ids, .. } => label(Deed::Move, touchpoints(before, ids)),
            Self::Feeling(id, _, change) => of(feeling_deed(change), Thing::Touchpoint(*id)),
            Self::InsertCard { card, .. } => label(Deed::Add, named(Kind::Card, &card.text)),
            Self::Card(id, CardChange::Image(None)) => {
                let image = before.card(*id).and_then(|(_, _, card)| card.image);
                label(Deed::Delete, object_of_image(before, image))
            }
            Self::Card(id, _) => of(Deed::Change, Thing::Card(*id)),
            Self::MoveCard { id, .. } => of(Deed::Move, Thing::Card(*id)),
            Self::InsertLane { lane, .. } => label(Deed::Add, named_lane(lane)),
            Self::Lane(id, change) => of(lane_deed(change), Thing::Lane(*id)),
            Self::MoveLane { id, .. } => of(Deed::Move, Thing::Lane(*id)),
            Self::InsertPersona(persona) => label(Deed::Add, named(Kind::Persona, &persona.name)),
            Self::Persona(_, PersonaChange::Name(name)) => label(Deed::Rename, named(Kind::Persona, name)),
            Self::Persona(id, PersonaChange::Portrait(None)) => {
                let portrait = before.persona(*id).and_then(|persona| persona.portrait);
                label(Deed::Delete, object_of_image(before, portrait))
            }
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
            Self::InsertNote(note) => label(Deed::Add, named(Kind::Note, &note.text)),
            Self::Note(id, change) => of(note_deed(change), Thing::Note(*id)),
            Self::InsertImage(image) => label(Deed::Add, named(Kind::Image, &image.name)),
            Self::DescribeImage(id, _) => label(Deed::Change, object_of_image(before, Some(*id))),
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
        TouchpointChange::Weight(_) | TouchpointChange::Tags(_) | TouchpointChange::Image(_) => Deed::Change,
    }
}

fn feeling_deed(change: &FeelingChange) -> Deed {
    match change {
        FeelingChange::Score(_, Some(_)) => Deed::SetScore,
        FeelingChange::Score(_, None) => Deed::ClearScore,
        FeelingChange::Word(_) | FeelingChange::Evidence(_) => Deed::Change,
    }
}

fn note_deed(change: &NoteChange) -> Deed {
    match change {
        NoteChange::Text(_) | NoteChange::Color(_) => Deed::Change,
        NoteChange::Width(_) => Deed::Resize,
        NoteChange::Place { .. } => Deed::Move,
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
        PersonaChange::Description(_) | PersonaChange::Portrait(_) => Deed::Change,
        PersonaChange::Color(_) | PersonaChange::Path(_) => Deed::Change,
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
    // Pictures are brought in to be shown, notes kept in place when something goes: the step is called by those.
    let is_main = |edit: &&Edit| matches!(edit, Edit::InsertImage(_) | Edit::Remove(_) | Edit::Together(..));
    let main: Vec<_> = edits.iter().filter(is_main).collect();
    let named_by: Vec<_> = if main.is_empty() { edits.iter().collect() } else { main };
    let labels: Vec<_> = named_by.iter().map(|edit| edit.label(before)).collect();
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
        Thing::Note(_) => Kind::Note,
        Thing::Survey(_) => Kind::Survey,
    };
    named(kind, text_of(before, thing).unwrap_or_default())
}

fn object_of_image(before: &Map, image: Option<ImageId>) -> Object {
    named(Kind::Image, image.and_then(|id| before.image(id)).map_or("", |image| image.name.as_str()))
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
