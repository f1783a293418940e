//! Which things have a node: what is in view, and around it what a screen reader can ask for. Must not know nodes.

use super::{super::described::Cards, Hearing};
use crate::{
    editor::Editor,
    map::{Curve, Map, PersonaId, Thing, TouchpointId},
    scene::{Block, Column, Rect, Scene, Target, Vec2},
    ui::canvas::{Canvas, overlay},
};
use std::{collections::HashSet, sync::Arc};

/// How many columns a screen reader finds on each side of the middle of the view. With a dozen things in each that is
/// what egui and the system can pass on in a frame; walking by arrow keys takes the view and so the columns along.
const COLUMNS_AROUND: usize = 120;

/// A thing that gets a node.
pub(super) struct Seen<'a> {
    pub(super) thing: Thing,
    pub(super) rect: Rect,
    /// What a card is among.
    pub(super) cards: Option<&'a Cards>,
    /// The things that hold it, the nearest first, as far as they have nodes.
    pub(super) within: [Option<Thing>; 2],
}

/// Everything that can be selected and is reached: lanes, then links, notes and stages, then column by column, each
/// thing after what holds it.
pub(super) fn seen<'a>(canvas: &Canvas, editor: &Editor, scene: &'a Scene, hearing: Hearing) -> Vec<Seen<'a>> {
    let reach = reach(scene, canvas.camera.visible(), hearing);
    let mut found = Vec::new();
    let alone = |thing: Thing, rect: Rect| Seen { thing, rect, cards: None, within: [None; 2] };
    let named = |thing: Thing| Some(alone(thing, canvas.sticky.seen(thing, scene.rect_of(thing)?)));
    found.extend(scene.lanes().iter().filter_map(|lane| named(Thing::Lane(lane.id))));
    // By what the picture has of each: looking each one up again would take the square of their number.
    let links = scene.links().iter().map(|link| (Thing::Link(link.id), link.rect));
    let notes = scene.notes().iter().map(|note| (Thing::Note(note.id), note.rect));
    let beside = links.chain(notes).filter(|(_, rect)| rect.overlaps(reach));
    found.extend(beside.map(|(thing, rect)| alone(thing, rect)));
    let stages = scene.stages_between(reach.x0, reach.x1);
    found.extend(stages.iter().filter_map(|stage| named(Thing::Stage(stage.id))));
    for stage in stages {
        let within = [Some(Thing::Stage(stage.id)), None];
        let cards = Some(&stage.source.cards);
        found.extend(spots(scene, &stage.cells, stage.x).map(|(thing, rect)| Seen { thing, rect, cards, within }));
    }
    let gaps = Gaps::of(canvas, editor, hearing);
    for column in scene.columns_between(reach.x0, reach.x1) {
        column_things(scene, column, &gaps, &mut found);
    }
    found.retain(|seen| seen.rect.overlaps(reach));
    if let Some((thing, rect)) = selected_gap(editor, scene).filter(|(thing, _)| !gaps.has(*thing, scene)) {
        found.push(alone(thing, rect));
    }
    found
}

/// What gets nodes: what is in view, for a screen reader also the columns around it in their whole height, and with the
/// first and the last one all that lies beyond.
fn reach(scene: &Scene, view: Rect, hearing: Hearing) -> Rect {
    const FAR: f64 = 1e9;
    if hearing == Hearing::Nobody {
        return view;
    }
    let columns = scene.columns();
    let middle = columns.partition_point(|column| column.x < view.center().x);
    let first = columns.get(middle.saturating_sub(COLUMNS_AROUND)).filter(|_| middle > COLUMNS_AROUND);
    let last = columns.get(middle + COLUMNS_AROUND);
    let x0 = first.map_or(-FAR, |column| column.x);
    let x1 = last.map_or(FAR, |column| column.x);
    Rect::new(x0, -FAR, x1, FAR)
}

/// The things of a column: its touchpoint, then what belongs to that.
fn column_things<'a>(scene: &'a Scene, column: &'a Column, gaps: &Gaps, found: &mut Vec<Seen<'a>>) {
    let stage = Some(Thing::Stage(column.stage));
    let cards = column.source.as_ref().map(|touchpoint| &touchpoint.cards);
    let here = column.touchpoint.map(Thing::Touchpoint);
    let of = |(thing, rect): (Thing, Rect)| {
        let within = if Some(thing) == here { [stage, None] } else { [here, stage] };
        Seen { thing, rect, cards, within }
    };
    let things: Vec<(Thing, Rect)> = spots(scene, &column.cells, column.x).collect();
    let (touchpoint, others): (Vec<_>, Vec<_>) = things.into_iter().partition(|(thing, _)| Some(*thing) == here);
    let gap = column.touchpoint.and_then(|id| gaps.at(id, scene));
    found.extend(touchpoint.into_iter().chain(gap).chain(others).map(of));
}

/// The things in the cells of one column or stage.
fn spots<'a>(scene: &'a Scene, cells: &'a [Arc<Block>], x: f64) -> impl Iterator<Item = (Thing, Rect)> + 'a {
    scene.lanes().iter().zip(cells).flat_map(move |(lane, block)| {
        let corner = Vec2::new(x, lane.top);
        block.spots.iter().filter_map(move |spot| match spot.target {
            Target::Thing(thing) => Some((thing, spot.rect + corner)),
            Target::Cell(..) | Target::LaneBorder(_) | Target::StageBody(_) | Target::Measured(_) => None,
            Target::NoteBorder(_) | Target::Handle(_) => None,
        })
    })
}

/// The selected face or point of the dramatic arc where there is no value yet: it is not in the picture, but keys can
/// set it.
fn selected_gap(editor: &Editor, scene: &Scene) -> Option<(Thing, Rect)> {
    let thing = editor.primary().filter(|thing| thing.is_value() && scene.rect_of(*thing).is_none())?;
    Some((thing, overlay::place_of(scene, thing)?))
}

/// The faces that are not there yet, and that a screen reader can set: the actual ones of the persona that is shown
/// alone, where it comes by.
struct Gaps {
    persona: Option<PersonaId>,
    off: HashSet<TouchpointId>,
}

impl Gaps {
    fn of(canvas: &Canvas, editor: &Editor, hearing: Hearing) -> Self {
        let map: &Map = editor.shown();
        let is_told = hearing == Hearing::ScreenReader && canvas.view.curves.actual;
        let persona = canvas.view.persona.persona(map).filter(|_| is_told);
        let found = persona.and_then(|id| map.persona(id)).filter(|persona| !persona.path.is_whole());
        Self { persona, off: found.map(|persona| map.off_path(persona)).unwrap_or_default() }
    }

    fn at(&self, id: TouchpointId, scene: &Scene) -> Option<(Thing, Rect)> {
        let thing = Thing::Face(id, self.persona?, Curve::Actual);
        let is_gap = scene.rect_of(thing).is_none() && !self.off.contains(&id);
        Some((thing, overlay::place_of(scene, thing).filter(|_| is_gap)?))
    }

    fn has(&self, thing: Thing, scene: &Scene) -> bool {
        match thing {
            Thing::Face(id, ..) => self.at(id, scene).is_some_and(|(gap, _)| gap == thing),
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => false,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => false,
        }
    }
}
