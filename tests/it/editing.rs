//! Editing without a window: edits, gestures, keys, and undo over any of them.

mod blueprint;
mod channels;
mod copies;
mod dramatic_arc;
mod edits;
mod gestures;
mod hand;
mod keys;
mod lock;
mod paths;
mod pencil;
mod pieces;
mod random;
mod signs;

use std::sync::Arc;
use wayfarer::{
    editor::{Editor, InFile},
    map::{LaneId, LaneKind, Map, PersonaId, Stage, StageId, Thing, Touchpoint, TouchpointId},
};

fn stage(id: &str) -> StageId {
    StageId::parse(id).expect("a good id")
}

fn touchpoint(id: &str) -> TouchpointId {
    TouchpointId::parse(id).expect("a good id")
}

fn at(id: &str) -> Thing {
    Thing::Touchpoint(touchpoint(id))
}

/// A map from its outline, `buy: a b | get: c`: the names are the ids.
fn map(outline: &str) -> Arc<Map> {
    let mut map = Map::empty(&mut fastrand::Rng::with_seed(1));
    for part in outline.split('|').filter(|part| !part.trim().is_empty()) {
        let (name, touchpoints) = part.split_once(':').expect("a colon after the stage's name");
        let mut new = Stage::new(stage(name.trim()), name.trim());
        new.touchpoints =
            touchpoints.split_whitespace().map(|name| Arc::new(Touchpoint::new(touchpoint(name), name))).collect();
        map.stages.push(Arc::new(new));
    }
    Arc::new(map)
}

/// The outline of a map by names; a thing without a name is `?`.
fn outline(map: &Map) -> String {
    let name = |name: &str| if name.is_empty() { "?".to_owned() } else { name.to_owned() };
    let stages = map.stages.iter().map(|stage| {
        let touchpoints = stage.touchpoints.iter().map(|touchpoint| name(&touchpoint.name));
        std::iter::once(format!("{}:", name(&stage.name))).chain(touchpoints).collect::<Vec<_>>().join(" ")
    });
    stages.collect::<Vec<_>>().join(" | ")
}

fn open(map: &Arc<Map>) -> Editor {
    Editor::open(Arc::clone(map), InFile::Yes, fastrand::Rng::with_seed(2))
}

fn persona(map: &Map) -> PersonaId {
    map.personas[0].id
}

fn lane(map: &Map, kind: LaneKind) -> LaneId {
    map.lane_of_kind(kind).expect("the map has such a lane").id
}
