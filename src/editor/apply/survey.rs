//! Attaching surveys. Must not know how answers are read or counted.

use super::{Applied, list, put, touchpoint};
use crate::{
    editor::EditError,
    map::{Lane, LaneId, LaneKind, Map, Stage, StageId, Survey, SurveyId, Touchpoint, Wave},
};
use std::sync::Arc;

/// The lanes after which a survey lane is put, the first that is there.
const SURVEY_LANE_COMES_AFTER: [LaneKind; 3] = [LaneKind::Channels, LaneKind::Emotion, LaneKind::Touchpoints];

/// Adds a survey and what it needs: touchpoints, a stage for them, a survey lane.
pub(super) fn attach(
    map: &mut Arc<Map>,
    survey: &Arc<Survey>,
    touchpoints: &[Arc<Touchpoint>],
    (stage, lane): (StageId, LaneId),
) -> Applied {
    let problems_before = map.check().len();
    add_touchpoints(map, touchpoints, stage)?;
    if map.lane_of_kind(LaneKind::Survey).is_none() {
        let at = place_of_survey_lane(map);
        list::insert(map, at, &Arc::new(Lane::new(lane, LaneKind::Survey)))?;
    }
    list::insert(map, usize::MAX, survey)?;
    match map.check().len() > problems_before {
        true => Err(EditError::DoesNotFit),
        false => Ok(()),
    }
}

fn add_touchpoints(map: &mut Arc<Map>, touchpoints: &[Arc<Touchpoint>], new_stage: StageId) -> Applied {
    if touchpoints.is_empty() {
        return Ok(());
    }
    let stage = match map.stages.last() {
        Some(stage) => stage.id,
        None => {
            list::insert(map, 0, &Arc::new(Stage::new(new_stage, "")))?;
            new_stage
        }
    };
    touchpoints.iter().try_for_each(|touchpoint| touchpoint::insert(map, stage, usize::MAX, touchpoint))
}

fn place_of_survey_lane(map: &Map) -> usize {
    let place_of = |kind| map.lanes.iter().position(|lane| lane.kind == kind);
    SURVEY_LANE_COMES_AFTER.into_iter().find_map(place_of).map_or(map.lanes.len(), |at| at + 1)
}

pub(super) fn change_wave(map: &mut Arc<Map>, id: SurveyId, wave: &Wave) -> Applied {
    list::alter::<Survey>(map, id, |survey| put(&mut survey.wave, wave))
}
