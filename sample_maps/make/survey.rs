//! Attaching the survey files of the samples, as the program does it: read, plan, count, one edit. Must not know the
//! single samples.

use std::{ops::ControlFlow, sync::Arc};
use wayfarer::{
    editor::Edit,
    map::{LaneId, Map, Metric, StageId, Wave},
    survey::{Plan, PlannedScore, Table, Target, UnknownNames, attach, read},
};

/// The columns of a long file.
pub struct Columns<'a> {
    /// The column that names the touchpoint.
    pub touchpoint: &'a str,
    /// The column that names the segment.
    pub segment: &'a str,
    /// The columns that are scored.
    pub scores: &'a [(&'a str, Metric)],
}

/// The map with a long file attached. New ids are drawn from `seed`.
pub fn attach_long(map: Map, source: &str, text: &str, columns: &Columns<'_>, wave: Wave, seed: u64) -> Map {
    let table = table_of(source, text);
    let column = |name: &str| table.column_named(name).unwrap();
    let score = |(name, metric): &(&str, Metric)| PlannedScore {
        column: column(name),
        metric: *metric,
        scale: metric.usual_scale(),
        target: Target::FromColumn,
    };
    let plan = Plan {
        wave,
        touchpoint_column: Some(column(columns.touchpoint)),
        segment_column: Some(column(columns.segment)),
        scores: columns.scores.iter().map(score).collect(),
        unknown_names: UnknownNames::LeaveOut,
    };
    attached(map, &table, &plan, seed)
}

/// The map with a wide file attached, whose questions stand after the two columns for time and segment.
pub fn attach_wide<const N: usize>(
    map: Map,
    source: &str,
    text: &str,
    [_, segment]: [&str; 2],
    targets: [(Metric, Target); N],
    (wave, seed): (Wave, u64),
) -> Map {
    let table = table_of(source, text);
    let column = |name: &str| table.column_named(name).unwrap();
    let score = |(at, (metric, target)): (usize, (Metric, Target))| PlannedScore {
        column: column(&format!("#{}", at + 3)),
        metric,
        scale: metric.usual_scale(),
        target,
    };
    let plan = Plan {
        wave,
        touchpoint_column: None,
        segment_column: Some(column(segment)),
        scores: targets.into_iter().enumerate().map(score).collect(),
        unknown_names: UnknownNames::LeaveOut,
    };
    attached(map, &table, &plan, seed)
}

fn table_of(source: &str, text: &str) -> Table {
    read(source, text.as_bytes(), &mut |_| ControlFlow::Continue(())).unwrap()
}

fn attached(map: Map, table: &Table, plan: &Plan, seed: u64) -> Map {
    let mut rng = fastrand::Rng::with_seed(seed);
    let attachment = attach(table, plan, &map, &mut rng).unwrap();
    assert_eq!(attachment.report.matched, attachment.report.rows, "every row of a sample belongs to a touchpoint");
    let edit = Edit::AttachSurvey {
        survey: Arc::new(attachment.survey),
        touchpoints: attachment.new_touchpoints.into_iter().map(Arc::new).collect(),
        stage: StageId::random(&mut rng),
        lane: LaneId::random(&mut rng),
    };
    Arc::unwrap_or_clone(edit.apply(&Arc::new(map)).unwrap())
}
