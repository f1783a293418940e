//! Where a picture that comes in goes: onto the card, touchpoint or persona it is meant for, else onto a new card.
//!
//! Must not know files, nor how a picture was found (dialog, drop, clipboard).

use super::{CardChange, Edit, EditError, Editor, PersonaChange, Place, TouchpointChange, make, new_things::Made};
use crate::map::{
    Card, CardId, Holder, Image, ImageId, Lane, LaneId, LaneKind, Map, NewImage, NoteTarget, Spans, Stage, Thing,
};
use std::sync::Arc;

/// What a picture is meant for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImagePlace {
    /// This thing: a card or touchpoint shows it itself, of a persona it is the portrait; at any other thing there comes
    /// a card on the storyboard, or in the lane if it is one of cards.
    Thing(Thing),
    /// The empty part of a cell, where a new card comes; in a lane without cards as for whom the cell belongs to.
    Cell(Holder, LaneId),
    /// Nothing: a new card on the storyboard, at the first touchpoint that has none there.
    Anywhere,
}

impl Editor {
    /// Puts pictures into the map as one step and selects what shows the first: the first goes to `place`, the others
    /// onto new cards to the right of it.
    ///
    /// # Errors
    ///
    /// [`EditError::NoPlace`] on a map without touchpoints and stages to hold a card.
    pub fn place_images(&mut self, images: Vec<NewImage>, place: ImagePlace) -> Result<(), EditError> {
        self.commit_preview();
        let map = Arc::clone(self.map());
        let (edit, thing) = place_images(&map, images, place, &mut self.rng).ok_or(EditError::NoPlace)?;
        self.apply(edit)?;
        self.select([thing]);
        Ok(())
    }

    /// What is selected, or the cell the keyboard is in, as a place for a picture.
    pub fn image_place(&self) -> ImagePlace {
        match self.place() {
            Some(Place::Thing(thing)) => ImagePlace::Thing(thing),
            Some(Place::Cell((holder, lane))) => ImagePlace::Cell(holder, lane),
            None => ImagePlace::Anywhere,
        }
    }
}

/// The edit that puts pictures into a map, and what shows the first of them; `None` where there is no place.
pub fn place_images(map: &Arc<Map>, images: Vec<NewImage>, place: ImagePlace, rng: &mut fastrand::Rng) -> Option<Made> {
    let mut draft = Arc::clone(map);
    let (mut edits, mut first, mut place) = (Vec::new(), None, place);
    for image in images {
        let (insert, id) = known_or_new(&draft, image, rng);
        let (show, thing) = shown_at(&draft, id, place, rng)?;
        for edit in insert.into_iter().chain(show) {
            draft = edit.apply(&draft).ok()?;
            edits.push(edit);
        }
        place = next_place(&draft, thing);
        first = first.or(Some(thing));
    }
    Some((Edit::All(edits), first?))
}

/// The picture under the id it has in the map already, else with the edit that brings it in.
fn known_or_new(map: &Map, image: NewImage, rng: &mut fastrand::Rng) -> (Option<Edit>, ImageId) {
    if let Some(known) = map.images.iter().find(|known| known.data == image.data) {
        return (None, known.id);
    }
    let id = ImageId::random(rng);
    let NewImage { name, width, height, data } = image;
    let image = Image { id, name, description: String::new(), width, height, data };
    (Some(Edit::InsertImage(Arc::new(image))), id)
}

type Shown = (Vec<Edit>, Thing);

fn shown_at(map: &Map, image: ImageId, place: ImagePlace, rng: &mut fastrand::Rng) -> Option<Shown> {
    match place {
        ImagePlace::Thing(Thing::Card(id)) => {
            Some((vec![Edit::Card(id, CardChange::Image(Some(image)))], Thing::Card(id)))
        }
        ImagePlace::Thing(Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id)) => {
            let show = Edit::Touchpoint(id, TouchpointChange::Image(Some(image)));
            Some((vec![show], Thing::Touchpoint(id)))
        }
        ImagePlace::Thing(Thing::Persona(id)) => {
            Some((vec![Edit::Persona(id, PersonaChange::Portrait(Some(image)))], Thing::Persona(id)))
        }
        ImagePlace::Thing(Thing::Lane(id)) if holds_cards(map, id) => card_in_lane(map, id, image, rng),
        ImagePlace::Thing(Thing::Stage(id)) => on_storyboard(map, Some(Holder::Stage(id)), image, rng),
        ImagePlace::Cell(holder, lane) if holds_cards(map, lane) => card_at(map, (holder, lane), image, rng),
        ImagePlace::Cell(Holder::Touchpoint(id), _) => {
            shown_at(map, image, ImagePlace::Thing(Thing::Touchpoint(id)), rng)
        }
        ImagePlace::Cell(holder, _) => on_storyboard(map, Some(holder), image, rng),
        ImagePlace::Thing(Thing::Link(id)) => {
            on_storyboard(map, map.link(id).map(|link| Holder::Touchpoint(link.from)), image, rng)
        }
        ImagePlace::Thing(Thing::Note(id)) => {
            let about = map.note(id).and_then(|note| note.to).map(NoteTarget::thing);
            on_storyboard(map, about.and_then(|about| holder_of(map, about)), image, rng)
        }
        ImagePlace::Thing(Thing::Lane(_) | Thing::Survey(_)) | ImagePlace::Anywhere => {
            on_storyboard(map, None, image, rng)
        }
    }
}

/// The touchpoint or stage that a thing is or stands in.
fn holder_of(map: &Map, thing: Thing) -> Option<Holder> {
    let touchpoint = make::touchpoint_of(map, thing).map(Holder::Touchpoint);
    touchpoint.or_else(|| make::stage_of(map, thing).map(Holder::Stage))
}

fn holds_cards(map: &Map, lane: LaneId) -> bool {
    map.lane(lane).is_some_and(|lane| lane.kind.holds_cards())
}

/// A card with the picture at the end of a cell.
fn card_at(map: &Map, (holder, lane): (Holder, LaneId), image: ImageId, rng: &mut fastrand::Rng) -> Option<Shown> {
    let at = match holder {
        Holder::Touchpoint(id) => map.touchpoint(id)?.cards_in(lane).len(),
        Holder::Stage(id) => map.stage(id)?.cards_in(lane).len(),
    };
    let card = Card { image: Some(image), ..Card::new(CardId::random(rng), "") };
    let thing = Thing::Card(card.id);
    Some((vec![Edit::InsertCard { holder, lane, at, card: Arc::new(card) }], thing))
}

/// A card in the first empty cell of a lane, else in its last cell.
fn card_in_lane(map: &Map, id: LaneId, image: ImageId, rng: &mut fastrand::Rng) -> Option<Shown> {
    let cells: Vec<(Holder, bool)> = match map.lane(id)?.spans {
        Spans::Touchpoints => {
            let cell = |touchpoint: &Arc<crate::map::Touchpoint>| {
                (Holder::Touchpoint(touchpoint.id), touchpoint.cards_in(id).is_empty())
            };
            map.touchpoints().map(cell).collect()
        }
        Spans::Stages => {
            let cell = |stage: &Arc<Stage>| (Holder::Stage(stage.id), stage.cards_in(id).is_empty());
            map.stages.iter().map(cell).collect()
        }
    };
    let empty = cells.iter().find(|(_, is_empty)| *is_empty).or(cells.last());
    card_at(map, (empty?.0, id), image, rng)
}

/// A card on the storyboard, which is made if there is none that is shown.
fn on_storyboard(map: &Map, holder: Option<Holder>, image: ImageId, rng: &mut fastrand::Rng) -> Option<Shown> {
    let is_storyboard = |lane: &&Arc<Lane>| lane.kind == LaneKind::Storyboard && lane.is_shown();
    if let Some(lane) = map.lanes.iter().find(is_storyboard) {
        let fitting = holder.and_then(|holder| fitting(map, holder, lane.spans));
        return match fitting {
            Some(holder) => card_at(map, (holder, lane.id), image, rng),
            None => card_in_lane(map, lane.id, image, rng),
        };
    }
    let lane = Arc::new(Lane::new(LaneId::random(rng), LaneKind::Storyboard));
    let holder = match holder {
        Some(holder) => fitting(map, holder, lane.spans)?,
        None => Holder::Touchpoint(map.touchpoints().next()?.id),
    };
    let (shown, thing) = card_at(map, (holder, lane.id), image, rng)?;
    let insert = Edit::InsertLane { at: place_of_storyboard(map), lane };
    Some((std::iter::once(insert).chain(shown).collect(), thing))
}

/// Under the touchpoints, where a story is looked for.
fn place_of_storyboard(map: &Map) -> usize {
    map.lanes.iter().position(|lane| lane.kind == LaneKind::Touchpoints).map_or(0, |at| at + 1)
}

/// The holder as a lane over `spans` takes it: a touchpoint's stage, a stage's first touchpoint.
fn fitting(map: &Map, holder: Holder, spans: Spans) -> Option<Holder> {
    match (holder, spans) {
        (Holder::Touchpoint(_), Spans::Touchpoints) | (Holder::Stage(_), Spans::Stages) => Some(holder),
        (Holder::Touchpoint(id), Spans::Stages) => make::stage_of(map, Thing::Touchpoint(id)).map(Holder::Stage),
        (Holder::Stage(id), Spans::Touchpoints) => {
            map.stage(id)?.touchpoints.first().map(|first| Holder::Touchpoint(first.id))
        }
    }
}

/// Where the next of several pictures goes: the next cell of the same lane; on the storyboard where the first one went
/// onto a touchpoint itself.
fn next_place(map: &Map, shown: Thing) -> ImagePlace {
    let Thing::Card(id) = shown else { return ImagePlace::Anywhere };
    let Some((holder, lane, _)) = map.card(id) else { return ImagePlace::Anywhere };
    let next = match holder {
        Holder::Touchpoint(id) => after(map.touchpoints().map(|touchpoint| touchpoint.id), id).map(Holder::Touchpoint),
        Holder::Stage(id) => after(map.stages.iter().map(|stage| stage.id), id).map(Holder::Stage),
    };
    ImagePlace::Cell(next.unwrap_or(holder), lane)
}

fn after<I: PartialEq>(mut ids: impl Iterator<Item = I>, id: I) -> Option<I> {
    ids.by_ref().find(|known| *known == id)?;
    ids.next()
}
