//! What is felt at several touchpoints, or by several faces: both scores. Must not know the
//! canvas.

use super::{Shared, key_of};
use crate::{
    editor::{Edit, FeelingChange},
    map::{Curve, Map, PersonaId, Thing, TouchpointId},
    scene::View,
    ui::widgets::{Desk, ScoreSlider, score_slider_ui, section},
};
use egui::{Id, Ui};

/// A persona's feeling at a touchpoint.
type Felt = (TouchpointId, PersonaId);

/// Sets the scores of all selected faces, and of the drawn persona at all selected touchpoints.
pub(super) fn feelings_ui(ui: &mut Ui, desk: &mut Desk<'_>, (map, view): (&Map, &View), selection: &[Thing]) {
    let texts = desk.texts();
    let of_curve = |curve| felt(map, view, selection, Some(curve));
    if felt(map, view, selection, None).is_empty() {
        return;
    }
    section(ui, desk.look, texts.inspector_feels());
    for (curve, name) in [(Curve::Expected, texts.curve_expected()), (Curve::Actual, texts.curve_actual())] {
        let felt = of_curve(curve);
        if felt.is_empty() {
            continue;
        }
        let score = Shared::of(felt.iter().map(|(id, who)| map.touchpoint(*id).and_then(|at| at.score(*who, curve))));
        let named = score.named(name, texts);
        let slider = ScoreSlider {
            id: Id::unique(("scores", key_of(selection), name)),
            name: &named,
            score: score.same().flatten(),
        };
        score_slider_ui(ui, desk, slider, |score| for_all(&felt, &FeelingChange::Score(curve, score)));
    }
}

fn for_all(felt: &[Felt], change: &FeelingChange) -> Edit {
    Edit::All(felt.iter().map(|(id, persona)| Edit::Feeling(*id, *persona, change.clone())).collect())
}

/// Whose feelings are meant where: of a touchpoint those of the persona that is drawn alone, if it comes by there; `curve`
/// leaves out faces on the other one.
pub(super) fn felt(map: &Map, view: &View, selection: &[Thing], curve: Option<Curve>) -> Vec<Felt> {
    let alone = view.persona.persona(map);
    let off = alone.and_then(|id| map.persona(id)).map(|persona| map.off_path(persona)).unwrap_or_default();
    let meant = selection.iter().filter_map(|thing| match *thing {
        Thing::Touchpoint(id) => alone.map(|persona| (id, persona)).filter(|_| !off.contains(&id)),
        Thing::Face(id, persona, of) => curve.is_none_or(|curve| curve == of).then_some((id, persona)),
        Thing::Stage(_) | Thing::Engagement(_) | Thing::Card(_) | Thing::Lane(_) => None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => None,
    });
    let mut felt: Vec<Felt> = Vec::new();
    for one in meant {
        if !felt.contains(&one) {
            felt.push(one);
        }
    }
    felt
}
