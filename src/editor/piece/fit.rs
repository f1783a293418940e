//! Which personas, channels and lanes of a map a piece from elsewhere means: those of the same id, else of the same
//! name, and new ones where the map has none.
//!
//! Must not know where the things of the piece go.

use crate::{
    editor::Edit,
    map::{
        Channel, ChannelId, Fragment, ImageId, Lane, LaneId, LaneKind, Map, NoteTarget, OwnPath, Persona, PersonaId,
    },
    survey,
};
use fastrand::Rng;
use std::{
    collections::{BTreeSet, HashMap},
    sync::Arc,
};

/// What the names of a piece are in the map it comes to. What is not in it keeps its name.
#[derive(Clone, Debug, Default)]
pub(super) struct Fit {
    personas: HashMap<PersonaId, PersonaId>,
    channels: HashMap<ChannelId, ChannelId>,
    lanes: HashMap<LaneId, LaneId>,
}

/// What had to be made, because the map had nothing of the sort.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Made {
    /// The new lanes.
    pub lanes: Vec<Arc<Lane>>,
    /// The new personas.
    pub personas: Vec<Arc<Persona>>,
    /// The new channels.
    pub channels: Vec<Arc<Channel>>,
}

impl Fit {
    pub(super) fn persona(&self, id: PersonaId) -> PersonaId {
        self.personas.get(&id).copied().unwrap_or(id)
    }

    pub(super) fn channel(&self, id: ChannelId) -> ChannelId {
        self.channels.get(&id).copied().unwrap_or(id)
    }

    pub(super) fn lane(&self, id: LaneId) -> LaneId {
        self.lanes.get(&id).copied().unwrap_or(id)
    }

    /// Says which lane of the map a lane of the piece is, whatever their names.
    pub(super) fn set_lane(&mut self, id: LaneId, here: LaneId) {
        self.lanes.insert(id, here);
    }

    /// Says which persona of the map a persona of the piece is, whatever their names.
    pub(super) fn set_persona(&mut self, id: PersonaId, here: PersonaId) {
        self.personas.insert(id, here);
    }
}

impl Made {
    /// The portraits of the new personas.
    pub(super) fn portraits(&self) -> impl Iterator<Item = ImageId> + '_ {
        self.personas.iter().filter_map(|persona| persona.portrait)
    }

    /// The edits that make it.
    pub(super) fn edits(&self) -> impl Iterator<Item = Edit> + '_ {
        let personas = self.personas.iter().map(|one| Edit::InsertPersona(Arc::clone(one)));
        let channels = self.channels.iter().map(|one| Edit::InsertChannel(Arc::clone(one)));
        let lanes = self.lanes.iter().map(|one| Edit::InsertLane { at: usize::MAX, lane: Arc::clone(one) });
        personas.chain(channels).chain(lanes)
    }
}

/// Finds what a piece names in `map`, and makes what is not there. What `fit` says already stays. A persona without a
/// name is the one that is `shown`.
pub(super) fn fit(mut fit: Fit, map: &Map, piece: &Fragment, shown: Option<PersonaId>, rng: &mut Rng) -> (Fit, Made) {
    let named = Named::of(piece);
    let mut made = Made::default();
    for persona in piece.personas.iter().filter(|one| named.personas.contains(&one.id)) {
        fit.personas.entry(persona.id).or_insert_with(|| {
            let here = known_persona(map, &made, persona, shown);
            here.unwrap_or_else(|| made.persona(persona, map, rng))
        });
    }
    for channel in piece.channels.iter().filter(|one| named.channels.contains(&one.id)) {
        let here = known_channel(map, &made, channel).unwrap_or_else(|| made.channel(channel, map, rng));
        fit.channels.insert(channel.id, here);
    }
    for lane in piece.lanes.iter().filter(|one| named.lanes.contains(&one.id)) {
        let here = || known_lane(map, lane).unwrap_or_else(|| made.lane(lane, map, rng));
        fit.lanes.entry(lane.id).or_insert_with(here);
    }
    (fit, made)
}

/// What the things of a piece really name.
struct Named {
    personas: BTreeSet<PersonaId>,
    channels: BTreeSet<ChannelId>,
    lanes: BTreeSet<LaneId>,
}

impl Named {
    fn of(piece: &Fragment) -> Self {
        let touchpoints = || piece.all_touchpoints();
        let stage_lanes = piece.stages.iter().flat_map(|stage| stage.cards.keys());
        let lanes = touchpoints().flat_map(|one| one.cards.keys()).chain(stage_lanes).copied();
        let of_notes = piece.notes.iter().filter_map(|loose| loose.note.to).filter_map(persona_of);
        let personas = touchpoints().flat_map(|one| one.feelings.keys()).copied().chain(of_notes);
        Self {
            personas: personas.chain(piece.loose_feelings().map(|loose| loose.persona)).collect(),
            channels: touchpoints().flat_map(|one| &one.channels).copied().collect(),
            lanes: lanes.chain(piece.cards.iter().map(|loose| loose.lane)).collect(),
        }
    }
}

/// Whose face the arrow of a note leads to.
fn persona_of(to: NoteTarget) -> Option<PersonaId> {
    if let NoteTarget::Face(_, persona, _) = to { Some(persona) } else { None }
}

/// Whether two names are the same to a reader: whatever the case, the form of the accents, and blanks around.
fn same(one: &str, other: &str) -> bool {
    survey::folded(one) == survey::folded(other)
}

fn known_persona(map: &Map, made: &Made, persona: &Persona, shown: Option<PersonaId>) -> Option<PersonaId> {
    let by_id = map.persona(persona.id).map(|one| one.id);
    let by_name = || map.personas.iter().chain(&made.personas).find(|one| same(&one.name, &persona.name));
    let is_unnamed = persona.name.trim().is_empty();
    let found = by_id.or_else(|| by_name().filter(|_| !is_unnamed).map(|one| one.id));
    found.or(shown.filter(|_| is_unnamed)).or_else(|| by_name().map(|one| one.id))
}

fn known_channel(map: &Map, made: &Made, channel: &Channel) -> Option<ChannelId> {
    let by_id = map.channel(channel.id).map(|one| one.id);
    let by_name = || map.channels.iter().chain(&made.channels).find(|one| same(&one.name, &channel.name));
    by_id.or_else(|| by_name().map(|one| one.id))
}

/// A lane that holds the same sort of cells: of the same id, else of the same kind and name, else of the same kind, but
/// for notes under another name.
fn known_lane(map: &Map, lane: &Lane) -> Option<LaneId> {
    let fits = |one: &&Arc<Lane>| one.kind.holds_cards() && one.spans == lane.spans;
    let lanes = || map.lanes.iter().filter(fits);
    let by_id = lanes().find(|one| one.id == lane.id);
    let by_name = || lanes().find(|one| one.kind == lane.kind && same(&one.name, &lane.name));
    // Lanes of notes are what their names say.
    let is_other =
        |one: &Lane| lane.kind == LaneKind::Notes && !one.name.trim().is_empty() && !lane.name.trim().is_empty();
    let by_kind = || lanes().find(|one| one.kind == lane.kind && !is_other(one));
    by_id.or_else(by_name).or_else(by_kind).map(|one| one.id)
}

impl Made {
    /// Adds a thing of the piece under its own id, or under a new one where the map has that already.
    fn persona(&mut self, persona: &Arc<Persona>, map: &Map, rng: &mut Rng) -> PersonaId {
        let id = if map.persona(persona.id).is_none() { persona.id } else { PersonaId::random(rng) };
        self.personas.push(Arc::new(Persona { id, path: OwnPath::default(), ..Persona::clone(persona) }));
        id
    }

    fn channel(&mut self, channel: &Arc<Channel>, map: &Map, rng: &mut Rng) -> ChannelId {
        let id = if map.channel(channel.id).is_none() { channel.id } else { ChannelId::random(rng) };
        self.channels.push(Arc::new(Channel { id, ..Channel::clone(channel) }));
        id
    }

    fn lane(&mut self, lane: &Arc<Lane>, map: &Map, rng: &mut Rng) -> LaneId {
        let id = if map.lane(lane.id).is_none() { lane.id } else { LaneId::random(rng) };
        self.lanes.push(Arc::new(Lane { id, ..Lane::clone(lane) }));
        id
    }
}
