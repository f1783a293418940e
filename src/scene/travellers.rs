//! The personas of a picture: whose feelings are drawn and in which colour, which touchpoints stand back because they are
//! off the persona's own path, and the marks where it enters and leaves.
//!
//! Must not know how cells are drawn.

use super::{
    Block, Color, FontWeight, PersonaChoice, Placed, Role, Scene, Shape, Stroke, View, letters_of,
    pen::{Align, Pen, Words},
    persona_color, sizes,
    text::Measurer,
};
use crate::map::{Map, Persona, PersonaId, TouchpointId};
use kurbo::{Point, Size, Vec2};
use std::{collections::HashSet, sync::Arc};

/// How much is left of the colours of what stands back.
const DIM: f32 = 0.45;
/// Height of a mark, between headers and lanes.
const MARK: f64 = sizes::LANES_TOP - sizes::HEADER_TOP - sizes::HEADER;

/// A persona whose feelings are drawn.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Drawn {
    pub id: PersonaId,
    /// Ink for one alone.
    pub color: Color,
    /// What tells its curve from others without the colour.
    pub letters: Arc<str>,
}

/// The personas whose feelings are drawn.
pub(super) fn drawn_personas(map: &Map, choice: PersonaChoice) -> Vec<Drawn> {
    let is_alone = choice.persona(map).is_some();
    let drawn = |persona: &Arc<Persona>| match is_alone {
        true => Drawn { id: persona.id, color: Role::Ink.into(), letters: Arc::from("") },
        false => Drawn { id: persona.id, color: persona_color(map, persona), letters: letters_of(map, persona) },
    };
    choice.personas(map).map(drawn).collect()
}

/// What each drawn persona with a path of its own does not meet.
pub(super) fn off_paths(map: &Map, choice: PersonaChoice) -> Vec<(PersonaId, Arc<HashSet<TouchpointId>>)> {
    let own = choice.personas(map).filter(|persona| !persona.path.is_whole());
    own.map(|persona| (persona.id, Arc::new(map.off_path(persona)))).collect()
}

/// The block in faint colours; what can be pointed at stays.
pub(super) fn dimmed(block: &Block) -> Block {
    let mut block = block.clone();
    block.shapes.iter_mut().for_each(dim);
    block
}

fn dim(shape: &mut Shape) {
    let faint = |color: &mut Color| color.opacity *= DIM;
    let line = |stroke: &mut Option<Stroke>| stroke.iter_mut().for_each(|stroke| faint(&mut stroke.color));
    match shape {
        Shape::Rect { fill, stroke, .. } | Shape::Circle { fill, stroke, .. } | Shape::Path { fill, stroke, .. } => {
            fill.iter_mut().for_each(faint);
            line(stroke);
        }
        Shape::Text(text) => {
            faint(&mut text.color);
            text.halo.iter_mut().for_each(faint);
        }
        Shape::Image { opacity, .. } => *opacity *= DIM,
    }
}

/// Where the persona that is shown alone enters and leaves; none for one that goes the whole way.
pub(super) fn path_marks(scene: &Scene, (map, view): (&Map, &View), measurer: &mut Measurer) -> Vec<Placed> {
    let persona = view.persona.persona(map).and_then(|id| map.persona(id));
    let Some(path) = persona.map(|persona| &persona.path) else { return Vec::new() };
    let (enters, leaves) = (path.enters, path.leaves);
    let marks = match (enters, leaves) {
        (Some(here), Some(there)) if here == there => vec![(here, view.texts.scene_enters_and_leaves())],
        (Some(_) | None, Some(_) | None) => {
            let enters = enters.map(|here| (here, view.texts.scene_enters()));
            let leaves = leaves.map(|here| (here, view.texts.scene_leaves()));
            enters.into_iter().chain(leaves).collect()
        }
    };
    marks.into_iter().filter_map(|(here, words)| mark(scene, here, words, measurer)).collect()
}

fn mark(scene: &Scene, here: TouchpointId, words: &str, measurer: &mut Measurer) -> Option<Placed> {
    let column = scene.column_of(here)?;
    let mut pen = Pen::new(measurer, Size::new(column.width, MARK));
    let words = Words::new(words, 10.5, FontWeight::SemiBold, Role::Soft).aligned(Align::Center);
    pen.words(words.within(column.width - 8.0), Point::new(column.width / 2.0, MARK - 5.0));
    let offset = Vec2::new(column.x, sizes::HEADER_TOP + sizes::HEADER);
    Some(Placed { offset, block: Arc::new(pen.done()) })
}
