//! Look and feelings alone, from one thing to others.
//!
//! Must not know the clipboard.

use super::{
    Pasted,
    edits::{self, Step},
    fit::{Fit, fit},
    take::take_look,
};
use crate::{
    editor::{Deed, Edit, EditError, Editor, FeelingChange, LabelObject, StageChange, TouchpointChange},
    map::{Carries, Curve, Feeling, Fragment, PersonaId, Thing, Touchpoint, TouchpointId},
    scene::View,
};
use std::{collections::BTreeMap, sync::Arc};

impl Editor {
    /// The look and the feelings of the thing chosen last: a stage's colour; a touchpoint's control, weight and
    /// feelings. `None` for every other thing.
    pub fn copied_look(&self) -> Option<Fragment> {
        take_look(self.map(), self.primary()?)
    }

    /// Gives the selected stages the colour of the piece's first stage, the selected touchpoints control, weight and
    /// feelings of its first touchpoint, as one step. What the piece's touchpoint has no feeling for stays.
    pub fn paste_look(&mut self, piece: &Fragment, view: &View) -> Result<Pasted, EditError> {
        self.commit_preview();
        let (stage, touchpoint) = (piece.stages.first(), first_touchpoint(piece));
        let of_look = Fragment {
            carries: Carries::Look,
            personas: piece.personas.clone(),
            touchpoints: touchpoint.map(|one| Arc::new(only_feelings(one))).into_iter().collect(),
            ..Fragment::default()
        };
        let map = Arc::clone(self.map());
        let (fit, made) = fit(Fit::default(), &map, &of_look, view.persona.persona(&map), &mut self.rng);
        let feelings: BTreeMap<PersonaId, &Feeling> = touchpoint
            .map(|one| one.feelings.iter().map(|(id, feeling)| (fit.persona(*id), feeling)).collect())
            .unwrap_or_default();
        let mut list = Vec::new();
        let mut count = 0;
        for thing in self.selection() {
            let edits = match *thing {
                Thing::Stage(id) => stage.map(|of| vec![Edit::Stage(id, StageChange::Color(of.color))]),
                Thing::Touchpoint(id) | Thing::Face(id, _, _) | Thing::Engagement(id) => {
                    touchpoint.map(|of| like(id, of, &feelings))
                }
                Thing::Card(_)
                | Thing::Lane(_)
                | Thing::Persona(_)
                | Thing::Link(_)
                | Thing::Survey(_)
                | Thing::Note(_) => None,
            };
            let edits = edits.unwrap_or_default();
            count += usize::from(!edits.is_empty());
            list.extend(edits);
        }
        if list.is_empty() {
            return Err(EditError::NoLookPlace);
        }
        let object = match self.selection() {
            [only] => Edit::Remove(vec![*only]).label(&map).object,
            _ => LabelObject::Things(count),
        };
        let portraits = edits::insert_images(&map, &piece.images, made.portraits());
        let edits = portraits.into_iter().chain(made.edits()).chain(list).collect();
        self.apply(Step { deed: Deed::Change, object, edits }.into_edit())?;
        Ok(Pasted { things: count, made, show: None })
    }
}

/// A look is taken from whatever piece there is: of a stage that is the stage's colour alone.
fn first_touchpoint(piece: &Fragment) -> Option<&Arc<Touchpoint>> {
    piece.touchpoints.first()
}

fn only_feelings(touchpoint: &Touchpoint) -> Touchpoint {
    Touchpoint { feelings: touchpoint.feelings.clone(), ..Touchpoint::new(touchpoint.id, "") }
}

fn like(id: TouchpointId, of: &Touchpoint, feelings: &BTreeMap<PersonaId, &Feeling>) -> Vec<Edit> {
    let mut edits = vec![
        Edit::Touchpoint(id, TouchpointChange::Control(of.control)),
        Edit::Touchpoint(id, TouchpointChange::Weight(of.weight)),
    ];
    for (persona, feeling) in feelings {
        let edit = |change| Edit::Feeling(id, *persona, change);
        for curve in [Curve::Expected, Curve::Actual] {
            edits.extend(feeling.score(curve).map(|score| edit(FeelingChange::Score(curve, Some(score)))));
        }
        edits.push(edit(FeelingChange::Word(feeling.word.clone())));
        edits.push(edit(FeelingChange::Evidence(feeling.evidence)));
    }
    edits
}
