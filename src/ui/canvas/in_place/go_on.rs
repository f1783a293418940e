//! What comes after a field is closed: the next touchpoint, stage or card; and feelings that are set while a name is
//! typed.
//!
//! Must not know which keys ask for it.

use super::{Canvas, Ending, Flow, Kept, Open, begin, begin_stage, begin_touchpoint, draft_card, subject::Subject};
use crate::{
    editor::{EditError, Editor, Place},
    map::{Curve, EmotionScale, Holder, Stage, StageId, Thing},
};
use std::sync::Arc;

/// Goes on from a field that was closed; `place` is where its thing stands.
pub(super) fn go_on(
    canvas: &mut Canvas,
    editor: &mut Editor,
    (open, ending): (&Open, Ending),
    (place, kept): (Option<Place>, Kept),
) {
    match (ending, open.flow, kept) {
        (Ending::Enter, Flow::Entry, Kept::Yes) => begin_touchpoint(canvas, editor),
        (Ending::Tab, Flow::Entry, Kept::Yes) => begin_stage(canvas, editor),
        (Ending::Tab, Flow::Rename, _) => name_next_stage(canvas, editor, open.subject.thing()),
        (Ending::Back, ..) => name_stage_before(canvas, editor, (place, &open.subject)),
        (Ending::CardBelow, flow, _) => card_below(canvas, editor, (place, &open.subject), flow),
        (Ending::Keep | Ending::Escape | Ending::Enter | Ending::Tab, Flow::Entry | Flow::Rename, _) => {}
    }
}

/// From the name of a stage or touchpoint to that of the next stage, a new one after the last.
fn name_next_stage(canvas: &mut Canvas, editor: &mut Editor, thing: Thing) {
    if !matches!(thing, Thing::Stage(_) | Thing::Touchpoint(_)) {
        return;
    }
    let stages = &editor.map().stages;
    let at = editor.selected_stage().and_then(|id| stages.iter().position(|stage| stage.id == id));
    match at.and_then(|at| stages.get(at + 1)).map(|stage| stage.id) {
        Some(next) => begin(canvas, editor, Thing::Stage(next)),
        None => begin_stage(canvas, editor),
    }
}

/// To the name of the stage before; from within the first stage to its own. A draft of a stage already stands after it.
fn name_stage_before(canvas: &mut Canvas, editor: &mut Editor, (place, subject): (Option<Place>, &Subject)) {
    let stages = &editor.map().stages;
    let at = match subject {
        Subject::DraftStage(_, at, _) => Some(*at),
        Subject::Standing(_) | Subject::DraftTouchpoint(..) | Subject::DraftCard(..) | Subject::DraftNote(..) => {
            stage_at(editor, place).and_then(|id| stages.iter().position(|stage| stage.id == id))
        }
    };
    let is_header = matches!(subject.thing(), Thing::Stage(_));
    let before = at.and_then(|at| at.checked_sub(1).or((!is_header).then_some(at)));
    if let Some(stage) = before.and_then(|at| stages.get(at)).map(|stage: &Arc<Stage>| stage.id) {
        begin(canvas, editor, Thing::Stage(stage));
    }
}

fn stage_at(editor: &Editor, place: Option<Place>) -> Option<StageId> {
    match place? {
        Place::Thing(Thing::Stage(id)) | Place::Cell((Holder::Stage(id), _)) => Some(id),
        Place::Thing(_) | Place::Cell(_) => editor.selected_stage(),
    }
}

/// A card below what was typed; below an empty draft, which is gone, below where the keyboard was before, but for a
/// card's, whose lane is passed over.
fn card_below(canvas: &mut Canvas, editor: &mut Editor, (place, subject): (Option<Place>, &Subject), flow: Flow) {
    let from = match subject {
        Subject::DraftCard(..) => place,
        Subject::Standing(_) | Subject::DraftStage(..) | Subject::DraftTouchpoint(..) | Subject::DraftNote(..) => {
            editor.place()
        }
    };
    let cell = from.ok_or(EditError::NoPlace).and_then(|from| editor.place_of_card_below(from));
    match cell {
        Ok(cell) => draft_card(canvas, editor, (cell, flow)),
        Err(error) => canvas.refused = Some(error),
    }
}

/// Sets the feeling of the touchpoint whose name, or whose face's word, is being typed: 1 for the worst to 5 for the
/// best. A draft takes it along to the map.
pub(super) fn feel(canvas: &mut Canvas, editor: &mut Editor, band: u8) {
    let persona = canvas.view.persona.persona(editor.map());
    let score = usize::from(band).checked_sub(1).and_then(|at| EmotionScale::KEY_SCORES.get(at)).copied();
    let Some(open) = &mut canvas.in_place.open else { return };
    match (&mut open.subject, persona) {
        (Subject::DraftTouchpoint(touchpoint, ..), Some(persona)) => {
            touchpoint.feelings.entry(persona).or_default().set_score(Curve::Actual, score);
        }
        (Subject::DraftTouchpoint(..), None) => canvas.refused = Some(EditError::WhosePersona),
        (Subject::Standing(Thing::Touchpoint(_) | Thing::Face(..)), _) => {
            editor.cancel_preview();
            canvas.refused = editor.set_band(band, &canvas.view).err();
        }
        (Subject::Standing(_) | Subject::DraftStage(..), _) => {}
        (Subject::DraftCard(..) | Subject::DraftNote(..), _) => {}
    }
}
