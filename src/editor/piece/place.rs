//! Putting a piece from elsewhere into the map, by what is selected.
//!
//! Must not know the clipboard.

use super::{
    edits::{self, Step},
    fit::{Fit, Made, fit},
    fresh::fresh,
    joins, notes, rows,
    seen::to_be_shown,
    take::is_copyable,
};
use crate::{
    editor::{
        Deed, Edit, EditError, Editor, FeelingChange,
        free_paper::Wish,
        make::{stage_of, touchpoint_of},
    },
    map::{
        Card, Carries, Curve, Fragment, Holder, Lane, LaneId, LooseCard, LooseFeeling, Map, Spans, Stage, StageId,
        Thing, TouchpointId,
    },
    scene::{PersonaChoice, View},
};
use std::{collections::HashMap, sync::Arc};

/// What came of putting in a piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// How many things were put in, without what stands inside of them.
    pub things: usize,
    /// What had to be made for them.
    pub made: Made,
    /// Whom to show so that the feelings that came along are seen; `None` where the view can stay as it is.
    pub show: Option<PersonaChoice>,
}

impl Editor {
    /// Takes out what is selected as a piece, as one step; `None` while nothing of the sort is selected.
    pub fn cut(&mut self) -> Result<Option<Fragment>, EditError> {
        self.commit_preview();
        let Some(piece) = self.copied() else { return Ok(None) };
        let map = self.map();
        let things = self.selection().iter().copied().filter(|thing| is_copyable(map, *thing)).collect();
        let remove = Edit::Remove(things);
        let object = remove.label(self.map()).object;
        let step = Step { deed: Deed::Cut, object, edits: vec![remove] };
        self.apply(step.into_edit())?;
        Ok(Some(piece))
    }

    /// Puts in a piece, as one step, and selects what was put in: stages after the selected stage; touchpoints after
    /// the selected touchpoint, else at the end of the selected or the last stage; cards after the selected card, else
    /// in their lanes at what is selected; feelings and levels of the dramatic arc at the selected touchpoints; lanes below
    /// the selected lane; a link between the selected touchpoints; notes beside what is selected. A look goes to all that
    /// is selected.
    pub fn paste(&mut self, piece: &Fragment, view: &View) -> Result<Pasted, EditError> {
        self.commit_preview();
        match piece.carries {
            Carries::Look => self.paste_look(piece, view),
            Carries::Things => self.paste_things(piece, view),
        }
    }

    fn paste_things(&mut self, piece: &Fragment, view: &View) -> Result<Pasted, EditError> {
        let map = Arc::clone(self.map());
        let selection = self.selection().to_vec();
        let place = Place { map: &map, selection: &selection };
        let mut known = Fit::default();
        let cards = place.cards(piece, &mut known)?;
        place.persona_of_feelings(piece, &mut known, view)?;
        let (fit, mut made) = fit(known, &map, piece, view.persona.persona(&map), &mut self.rng);
        let copies = fresh(piece, &fit, &mut self.rng);
        let shown = copies.shown_images().chain(made.portraits());
        let mut list = edits::insert_images(&map, &piece.images, shown);
        list.extend(made.edits());
        list.extend(edits::insert_stages(place.of_stages(), &copies.stages));
        list.extend(self.touchpoints(&place, &copies));
        list.extend(place.insert_cards(&copies.cards, &cards, &made)?);
        let (feelings, felt) = place.feelings(&copies.feelings)?;
        list.extend(feelings);
        list.extend(rows::insert_rows(&map, &copies.rows, place.of_lanes())?);
        let targets = place.targets();
        let (levels, reached) = joins::insert_levels(&map, (&copies.levels, &targets), &mut self.rng)?;
        list.extend(levels);
        let loose = joins::insert_loose_links(&map, (&copies.loose_links, &selection), &mut self.rng)?;
        list.extend(edits::insert_links(&copies.links).into_iter().chain(edits::insert_links(&loose)));
        if !copies.notes.is_empty() {
            let (picture, seen) = (self.picture(), self.seen_part());
            list.extend(notes::insert_notes(&map, &copies.notes, place.primary(), (&picture, seen)));
            let inside = if place.primary().is_none() { seen } else { None };
            list = self.on_free_paper(list, Wish::Near(inside));
        }
        let (things, object) = (edits::things_of(&copies), edits::object_of(&copies));
        let mut things: Vec<_> = things.into_iter().map(|thing| rows::on_map(&map, &copies.rows, thing)).collect();
        made.lanes.extend(list.iter().filter_map(once_only));
        things.extend(loose.iter().map(|link| Thing::Link(link.id)));
        self.apply(Step { deed: Deed::Paste, object, edits: list }.into_edit())?;
        let count = things.len() + copies.feelings.len() + copies.levels.len();
        self.select(if things.is_empty() { felt.into_iter().chain(reached).collect() } else { things });
        let show = to_be_shown((&map, self.map()), (piece, &copies), view);
        Ok(Pasted { things: count, made, show })
    }

    /// Touchpoints without a stage to go to get one of their own.
    fn touchpoints(&mut self, place: &Place<'_>, copies: &Fragment) -> Vec<Edit> {
        if copies.touchpoints.is_empty() {
            return Vec::new();
        }
        match place.of_touchpoints() {
            Some(place) => edits::insert_touchpoints(place, &copies.touchpoints),
            None => {
                let touchpoints = copies.touchpoints.clone();
                let stage = Stage { touchpoints, ..Stage::new(StageId::random(&mut self.rng), "") };
                edits::insert_stages(usize::MAX, &[Arc::new(stage)])
            }
        }
    }
}

/// Where things go by what is selected.
struct Place<'a> {
    map: &'a Map,
    selection: &'a [Thing],
}

/// Where loose cards go: the columns of each sort of lane, and the cell and place of the selected card.
#[derive(Default)]
struct CardPlace {
    columns: HashMap<Spans, Vec<Holder>>,
    after: Option<(Holder, LaneId, usize)>,
}

impl Place<'_> {
    fn primary(&self) -> Option<Thing> {
        self.selection.last().copied()
    }

    /// After the last stage that is selected or holds something selected, else the end.
    fn of_stages(&self) -> usize {
        let stages = self.selection.iter().filter_map(|thing| stage_of(self.map, *thing));
        let places = stages.filter_map(|id| self.map.stages.iter().position(|stage| stage.id == id));
        places.max().map_or(usize::MAX, |last| last + 1)
    }

    /// Below the last selected lane, or the lane of a selected card, else the end.
    fn of_lanes(&self) -> usize {
        let lane = |thing: &Thing| match *thing {
            Thing::Lane(id) => Some(id),
            Thing::Card(id) => self.map.card(id).map(|(_, lane, _)| lane),
            Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Face(..) | Thing::Engagement(_) => None,
            Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
        };
        rows::below(self.map, self.selection.iter().filter_map(lane)).unwrap_or(usize::MAX)
    }

    /// After the last selected touchpoint, else the end of the last selected stage, else the end of the journey.
    fn of_touchpoints(&self) -> Option<(StageId, usize)> {
        let ids = self.selection.iter().filter_map(|thing| touchpoint_of(self.map, *thing));
        let last = ids.filter_map(|id| self.map.place_of(id)).max();
        if let Some((stage, at)) = last {
            return self.map.stages.get(stage).map(|stage| (stage.id, at + 1));
        }
        let end = |stage: &Arc<Stage>| (stage.id, stage.touchpoints.len());
        let chosen = self.selection.iter().filter_map(|thing| stage_of(self.map, *thing));
        let place = |id| self.map.stages.iter().position(|stage| stage.id == id);
        let last = chosen.filter_map(place).max().and_then(|at| self.map.stages.get(at));
        last.or(self.map.stages.last()).map(end)
    }

    /// Where cards go. Cards of one lane go to the lane of the selected card, or to the selected lane.
    fn cards(&self, piece: &Fragment, known: &mut Fit) -> Result<CardPlace, EditError> {
        let Some(first) = piece.cards.first() else { return Ok(CardPlace::default()) };
        let is_one_lane = piece.cards.iter().all(|loose| loose.lane == first.lane);
        let card = self.card().filter(|_| is_one_lane);
        let lane = card.map(|(_, lane, _)| lane).or_else(|| self.lane().filter(|_| is_one_lane));
        if let Some(lane) = lane {
            known.set_lane(first.lane, lane);
        }
        let mut place = CardPlace::default();
        for spans in [Spans::Touchpoints, Spans::Stages] {
            place.columns.insert(spans, self.columns(spans));
        }
        if let Some((holder, lane, card)) = card {
            let at = edits::cards_of(self.map, holder, lane).iter().position(|one| one.id == card.id);
            place.after = Some((holder, lane, at.map_or(usize::MAX, |at| at + 1)));
        }
        if place.columns.values().all(Vec::is_empty) {
            return Err(EditError::NoPlace);
        }
        Ok(place)
    }

    /// The card chosen last.
    fn card(&self) -> Option<(Holder, LaneId, &Arc<Card>)> {
        let Some(Thing::Card(id)) = self.primary() else { return None };
        self.map.card(id)
    }

    /// The lane chosen last, if it holds cards.
    fn lane(&self) -> Option<LaneId> {
        let Some(Thing::Lane(id)) = self.primary() else { return None };
        self.map.lane(id).filter(|lane| lane.kind.holds_cards()).map(|lane| lane.id)
    }

    /// The columns from the selected one on; all of them for a selected lane.
    fn columns(&self, spans: Spans) -> Vec<Holder> {
        let all = self.map.holders(spans);
        let Some(thing) = self.primary() else { return Vec::new() };
        if matches!(thing, Thing::Lane(_)) {
            return all;
        }
        let stage = stage_of(self.map, thing).and_then(|id| self.map.stage(id));
        let first = match spans {
            Spans::Stages => stage.map(|stage| Holder::Stage(stage.id)),
            Spans::Touchpoints => {
                let of_stage = stage.and_then(|stage| stage.touchpoints.first()).map(|one| one.id);
                touchpoint_of(self.map, thing).or(of_stage).map(Holder::Touchpoint)
            }
        };
        let at = first.and_then(|first| all.iter().position(|holder| *holder == first));
        at.and_then(|at| all.get(at..)).unwrap_or_default().to_vec()
    }

    /// Cards that reach past the last column stand in it.
    fn insert_cards(&self, cards: &[LooseCard], place: &CardPlace, made: &Made) -> Result<Vec<Edit>, EditError> {
        let mut counts: HashMap<(Holder, LaneId), usize> = HashMap::new();
        let mut list = Vec::with_capacity(cards.len());
        for loose in cards {
            let is_it = |lane: &&Arc<Lane>| lane.id == loose.lane;
            let lane = self.map.lanes.iter().chain(&made.lanes).find(is_it).ok_or(EditError::Gone)?;
            let columns = place.columns.get(&lane.spans).map(Vec::as_slice).unwrap_or_default();
            let holder = columns.get(loose.column).or(columns.last()).copied().ok_or(EditError::NoPlace)?;
            let after = place.after.filter(|(cell, lane, _)| (*cell, *lane) == (holder, loose.lane));
            let first = after.map_or_else(|| edits::cards_of(self.map, holder, loose.lane).len(), |(_, _, at)| at);
            let count = counts.entry((holder, loose.lane)).or_default();
            let at = first.saturating_add(*count);
            *count += 1;
            list.push(Edit::InsertCard { holder, lane: loose.lane, at, card: Arc::clone(&loose.card) });
        }
        Ok(list)
    }

    /// Feelings of one persona become the selected face's persona's, else the one's who is shown; while several are
    /// overlaid, those of the persona of the same id or name.
    fn persona_of_feelings(&self, piece: &Fragment, known: &mut Fit, view: &View) -> Result<(), EditError> {
        let Some(first) = piece.feelings.first() else { return Ok(()) };
        if self.targets().is_empty() {
            return Err(EditError::NoFeelingPlace);
        }
        let is_one = piece.feelings.iter().all(|loose| loose.persona == first.persona);
        let of_face = if let Some(Thing::Face(_, persona, _)) = self.primary() { Some(persona) } else { None };
        if let Some(persona) = of_face.or_else(|| view.persona.persona(self.map)).filter(|_| is_one) {
            known.set_persona(first.persona, persona);
        }
        Ok(())
    }

    /// The touchpoints that feelings go to, in their order.
    fn targets(&self) -> Vec<TouchpointId> {
        let ids: Vec<_> = self.selection.iter().filter_map(|thing| touchpoint_of(self.map, *thing)).collect();
        self.map.touchpoints().map(|one| one.id).filter(|id| ids.contains(id)).collect()
    }

    /// A single feeling goes to every selected touchpoint; several go to those from the first selected one on.
    fn feelings(&self, feelings: &[LooseFeeling]) -> Result<(Vec<Edit>, Vec<Thing>), EditError> {
        let (mut list, mut felt) = (Vec::new(), Vec::new());
        let targets = self.targets();
        let all: Vec<_> = self.map.touchpoints().map(|one| one.id).collect();
        let first = all.iter().position(|id| targets.first() == Some(id)).unwrap_or_default();
        let is_one_column = feelings.iter().all(|loose| loose.column == 0);
        for loose in feelings {
            let to: Vec<_> = match is_one_column {
                true => targets.clone(),
                false => all.get(first + loose.column).copied().into_iter().collect(),
            };
            for id in to {
                list.extend(feel(id, loose));
                let curve = if loose.feeling.actual.is_some() { Curve::Actual } else { Curve::Expected };
                felt.push(Thing::Face(id, loose.persona, curve));
            }
        }
        match felt.is_empty() && !feelings.is_empty() {
            true => Err(EditError::NoFeelingPlace),
            false => Ok((list, felt)),
        }
    }
}

/// The lane that an edit makes, of a kind that a map has once.
fn once_only(edit: &Edit) -> Option<Arc<Lane>> {
    let Edit::InsertLane { lane, .. } = edit else { return None };
    (!lane.kind.holds_cards()).then(|| Arc::clone(lane))
}

/// The edits that give a touchpoint what a loose feeling carries.
pub(super) fn feel(id: TouchpointId, loose: &LooseFeeling) -> Vec<Edit> {
    let feeling = |change| Edit::Feeling(id, loose.persona, change);
    let scores = [Curve::Expected, Curve::Actual].into_iter().filter_map(|curve| {
        let score = loose.feeling.score(curve)?;
        Some(feeling(FeelingChange::Score(curve, Some(score))))
    });
    let mut list: Vec<_> = scores.collect();
    if loose.feeling.actual.is_some() {
        list.push(feeling(FeelingChange::Word(loose.feeling.word.clone())));
        list.push(feeling(FeelingChange::Evidence(loose.feeling.evidence)));
    }
    list
}
