//! The lines of the emotion lane and of the dramatic arc: whose and which, their scores, and the points and slopes once it is known where the
//! stages stand. Must not know how a line is drawn.

use super::{
    Color, CurveKind, CurveLine, CurvePoint, Role, StageSpan, cells::CellContext, curve, side_by_side::SideBySide,
    sizes,
};
use crate::map::{Curve, PersonaId, Stage, Touchpoint};
use kurbo::Point;
use std::sync::Arc;

/// A line before its points are known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Line {
    pub persona: Option<PersonaId>,
    pub kind: CurveKind,
    pub color: Color,
}

/// The lines of the emotion lane, back to front, and the dramatic arc.
pub(super) fn lines_of(ground: &CellContext) -> Vec<Line> {
    let of_kind = |kind| ground.personas.iter().map(move |who| Line { persona: Some(who.id), kind, color: who.color });
    let mut lines = Vec::new();
    if ground.curves.expected {
        lines.extend(of_kind(CurveKind::Expected));
    }
    if ground.curves.actual {
        lines.extend(of_kind(CurveKind::Actual));
    }
    if ground.curves.measured {
        lines.push(Line { persona: None, kind: CurveKind::Measured, color: Role::Accent.into() });
    }
    if ground.arc.is_some() {
        lines.push(Line { persona: None, kind: CurveKind::Engagement, color: Role::Soft.into() });
    }
    lines
}

/// What a line meets in a column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Crossing {
    /// A score, −100…+100, and how far right of the column's middle it stands.
    Score { score: f32, aside: f32 },
    /// Nothing: the line is broken here.
    Gap,
    /// The persona does not come by: the line goes on to the next column.
    OffPath,
}

/// What one line meets in a stage's columns.
pub(super) fn scores_of(stage: &Stage, ground: &CellContext, line: Line) -> Vec<Crossing> {
    let of_curve = |touchpoint: &Touchpoint, curve| {
        line.persona.and_then(|persona| touchpoint.score(persona, curve)).map(|score| f32::from(score.value()))
    };
    let score = |touchpoint: &Arc<Touchpoint>| match line.kind {
        CurveKind::Actual => of_curve(touchpoint, Curve::Actual),
        CurveKind::Expected => of_curve(touchpoint, Curve::Expected),
        #[expect(clippy::cast_possible_truncation, reason = "a score on the axis needs no more than f32")]
        CurveKind::Measured => ground.results.get(&touchpoint.id).map(|it| it.estimate.emotion.value as f32),
        CurveKind::Engagement => touchpoint.engagement.map(|level| f32::from(level.value())),
    };
    let crossing = |touchpoint: &Arc<Touchpoint>| match line.persona {
        Some(persona) if ground.is_off_path(persona, touchpoint.id) => Crossing::OffPath,
        Some(_) | None => score(touchpoint).map_or(Crossing::Gap, |score| {
            let aside = aside(ground, touchpoint, line);
            Crossing::Score { score, aside }
        }),
    };
    stage.touchpoints.iter().map(crossing).collect()
}

/// How far right of the column's middle a line's score stands.
fn aside(ground: &CellContext, touchpoint: &Touchpoint, line: Line) -> f32 {
    let curve = match line.kind {
        CurveKind::Actual => Curve::Actual,
        CurveKind::Expected => Curve::Expected,
        CurveKind::Measured | CurveKind::Engagement => return 0.0,
    };
    let aside = line.persona.map_or(0.0, |persona| SideBySide::new(ground, touchpoint, curve).aside(persona));
    #[expect(clippy::cast_possible_truncation, reason = "within a column")]
    let aside = aside as f32;
    aside
}

/// One line through the scores of each stage's columns.
pub(super) fn curve_line<'a>(
    line: Line,
    y_of: impl Fn(f64) -> f64,
    stages: impl Iterator<Item = (&'a StageSpan, &'a [Crossing])> + Clone,
) -> CurveLine {
    let count = stages.clone().map(|(_, scores)| scores.len()).sum();
    let mut curve = CurveLine {
        persona: line.persona,
        kind: line.kind,
        color: line.color,
        points: Vec::with_capacity(count),
        runs: Vec::new(),
        slopes: Vec::with_capacity(count),
    };
    let mut start = 0;
    for (span, scores) in stages {
        if scores.is_empty() {
            end_run(&mut curve, &mut start);
        }
        for (number, score) in scores.iter().enumerate() {
            let touchpoint = span.source.touchpoints.get(number).map(|touchpoint| touchpoint.id);
            let (score, aside, touchpoint) = match (score, touchpoint) {
                (Crossing::Score { score, aside }, Some(touchpoint)) => (score, aside, touchpoint),
                (Crossing::OffPath, _) => continue,
                (Crossing::Gap, _) | (Crossing::Score { .. }, None) => {
                    end_run(&mut curve, &mut start);
                    continue;
                }
            };
            let x = span.x + sizes::COLUMN * (number as f64 + 0.5) + f64::from(*aside);
            let score = f64::from(*score);
            curve.points.push(CurvePoint { touchpoint, x, y: y_of(score), score });
        }
    }
    end_run(&mut curve, &mut start);
    curve
}

/// Ends a run of points at a gap.
fn end_run(curve: &mut CurveLine, start: &mut usize) {
    let run = *start..curve.points.len();
    if let Some(points) = curve.points.get(run.clone()).filter(|points| !points.is_empty()) {
        curve::extend_slopes(&mut curve.slopes, points.iter().map(|point| Point::new(point.x, point.y)));
        curve.runs.push(run);
    }
    *start = curve.points.len();
}
