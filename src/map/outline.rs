//! What of a map a template keeps: always its structure, and what else the person wants.
//!
//! Must not know where a template is kept.

use super::{Map, Stage, Touchpoint};
use std::{collections::HashSet, sync::Arc};

/// What is kept beside the structure. Default: nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct KeptContent {
    /// What personas expect and feel, in numbers and words, and the dramatic arc.
    pub feelings: bool,
    /// Cards of touchpoints and stages, images but for portraits, which are their personas', and notes on the canvas.
    pub cards: bool,
    /// Attached surveys with their counts.
    pub surveys: bool,
}

impl Map {
    /// The map's structure (stages with goals, touchpoints, lanes, channels, personas, connections, scale) with what of
    /// its content is wanted. Numbers that were found out (counts of customers, shares) and the review date belong to
    /// the journey that was mapped, and stay behind.
    pub fn outline(&self, kept: KeptContent) -> Self {
        let mut map = self.clone();
        map.review_date = None;
        for stage in &mut map.stages {
            outline_stage(Arc::make_mut(stage), kept);
        }
        for link in &mut map.links {
            Arc::make_mut(link).share = None;
        }
        if !kept.cards {
            map.notes.clear();
            let used: HashSet<_> = map.image_uses().collect();
            map.images.retain(|image| used.contains(&image.id));
        }
        if !kept.surveys {
            map.surveys.clear();
        }
        map
    }
}

fn outline_stage(stage: &mut Stage, kept: KeptContent) {
    stage.reach = None;
    if !kept.cards {
        stage.cards.clear();
    }
    for touchpoint in &mut stage.touchpoints {
        outline_touchpoint(Arc::make_mut(touchpoint), kept);
    }
}

fn outline_touchpoint(touchpoint: &mut Touchpoint, kept: KeptContent) {
    if !kept.feelings {
        touchpoint.feelings.clear();
        touchpoint.engagement = None;
    }
    if !kept.cards {
        touchpoint.cards.clear();
        touchpoint.image = None;
    }
}
