//! Numbers as feelings, where a face or the emotion lane is selected.
//!
//! Must not know where the feelings go.

use super::{
    Cells,
    grid::{Scale, number, score},
};
use crate::map::{Curve, Feeling, Fragment, LaneKind, LooseFeeling, Map, Persona, PersonaId, Score, Thing, WholeLane};
use std::sync::Arc;

/// A row or a column of numbers as feelings: of the selected face's persona and curve from its touchpoint on, or of the
/// persona that is `shown` alone in the selected emotion lane from the first touchpoint on. `None` for all other cells,
/// and where something else is selected.
pub fn feelings(cells: &Cells, (map, selected): (&Map, Option<Thing>), shown: Option<PersonaId>) -> Option<Fragment> {
    let scores = scores(cells)?;
    let (persona, curve) = match selected? {
        Thing::Face(_, persona, curve) => (persona, curve),
        Thing::Lane(id) if map.lane(id)?.kind == LaneKind::Emotion => (shown?, Curve::Actual),
        Thing::Lane(_) | Thing::Stage(_) | Thing::Touchpoint(_) | Thing::Engagement(_) | Thing::Card(_) => return None,
        Thing::Persona(_) | Thing::Link(_) | Thing::Survey(_) | Thing::Note(_) => return None,
    };
    let loose = scores.into_iter().enumerate().map(|(column, score)| {
        let mut feeling = Feeling::default();
        feeling.set_score(curve, Some(score));
        LooseFeeling { column, persona, feeling }
    });
    let feelings: Vec<LooseFeeling> = loose.collect();
    let whose = Arc::new(Persona { portrait: None, ..Persona::clone(map.persona(persona)?) });
    let piece = Fragment { personas: vec![whose], ..Fragment::default() };
    Some(match selected? {
        Thing::Lane(id) => {
            let lane = Arc::clone(map.lane(id)?);
            let row = WholeLane { lane, cards: Vec::new(), feelings, levels: Vec::new() };
            Fragment { rows: vec![row], ..piece }
        }
        _ => Fragment { feelings, ..piece },
    })
}

/// One row or one column, all of it numbers from −100 to +100.
fn scores(cells: &Cells) -> Option<Vec<Score>> {
    let is_line = cells.len() == 1 || cells.iter().all(|row| row.len() == 1);
    let scale = Scale::of(cells.iter().flatten());
    let one = |cell: &String| number(cell).filter(|number| number.abs() <= 100.0).map(|number| score(number, scale));
    if is_line { cells.iter().flatten().map(one).collect() } else { None }
}
