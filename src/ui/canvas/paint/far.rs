//! The picture from far away: one block for each stage and lane, curves with two points for each screen point.
//!
//! Must not know texts or single cards.

use super::brush::Brush;
use crate::{
    map::LaneKind,
    scene::{
        Color, CurveLine, LaneRow, Rect, Role, Scene, Shape, StageSpan, Vec2,
        sizes::{CARD_INSET, COLUMN, HEADER, HEADER_TOP},
    },
};
use egui::{Mesh, Pos2, pos2};

/// Stages narrower than this on the screen are painted together, in screen points.
const NARROWEST: f32 = 1.5;
/// Points of a curve nearer than this on the screen are thinned out, in screen points.
const NEAREST_POINTS: f64 = 2.0;
/// How strong a block is whose columns are all empty, and all filled.
const FAINTEST: f32 = 0.15;
const STRONGEST: f32 = 0.8;
/// Links narrower than this on the screen are left out, in screen points.
const NARROWEST_LINK: f32 = 3.0;

pub(super) fn paint_far(brush: &mut Brush<'_>, scene: &Scene, view: Rect) {
    let shapes: Vec<Shape> = scene.bands(view).into_iter().chain(scene.hairlines(view)).collect();
    for shape in &shapes {
        brush.shape(shape, Vec2::ZERO);
    }
    let mut blocks = Mesh::default();
    for group in groups(brush, scene.stages_between(view.x0, view.x1)) {
        header(brush, &mut blocks, group);
        for (at, row) in scene.lanes().iter().enumerate() {
            block(brush, &mut blocks, group, (at, row));
        }
    }
    brush.add(blocks.into());
    // Asked first: the area of thousands of touchpoints takes longer to make than all the rest.
    if !is_thinned(brush)
        && let Some(gap) = scene.gap_area(view.x0, view.x1)
    {
        brush.shape(&gap, Vec2::ZERO);
    }
    for curve in scene.curves() {
        paint_curve(brush, curve, view);
    }
    for note in scene.notes().iter().filter(|note| note.rect.overlaps(view)) {
        if let Some(ground) = note.block.shapes.first() {
            brush.shape(ground, note.rect.origin().to_vec2());
        }
    }
    for link in scene.links().iter().filter(|link| link.rect.overlaps(view)) {
        if brush.camera.points(link.rect.width()) >= NARROWEST_LINK {
            link.block.shapes.iter().for_each(|shape| brush.shape(shape, link.corner.to_vec2()));
        }
    }
}

/// Stages side by side that are wide enough to be seen together.
fn groups<'s>(brush: &Brush<'_>, stages: &'s [StageSpan]) -> Vec<&'s [StageSpan]> {
    let mut groups = Vec::new();
    let mut start = 0;
    for (at, stage) in stages.iter().enumerate() {
        let left = stages.get(start).map_or(stage.x, |first| first.x);
        if brush.camera.points(stage.x + stage.width - left) >= NARROWEST || at + 1 == stages.len() {
            groups.extend(stages.get(start..=at));
            start = at + 1;
        }
    }
    groups
}

/// Left and right end of a group.
fn ends(group: &[StageSpan]) -> (f64, f64) {
    let left = group.first().map_or(0.0, |stage| stage.x);
    (left, group.last().map_or(left, |stage| stage.x + stage.width))
}

fn header(brush: &Brush<'_>, blocks: &mut Mesh, group: &[StageSpan]) {
    let (left, right) = ends(group);
    let Some(first) = group.first() else { return };
    let rect = Rect::new(left + CARD_INSET / 4.0, HEADER_TOP, right - CARD_INSET / 4.0, HEADER_TOP + HEADER);
    add_block(brush, blocks, rect, first.color);
}

/// All blocks are one mesh: thousands of single rectangles would each be tessellated with smoothed edges.
fn add_block(brush: &Brush<'_>, blocks: &mut Mesh, rect: Rect, color: Color) {
    let (rect, strength) = brush.snapped(rect);
    blocks.add_colored_rect(rect, brush.color(color).gamma_multiply(strength));
}

/// One lane's cells of a group, the stronger the more of them hold something.
fn block(brush: &Brush<'_>, blocks: &mut Mesh, group: &[StageSpan], (at, row): (usize, &LaneRow)) {
    let Some(role) = block_role(row.kind) else { return };
    let filled: u32 = group.iter().filter_map(|stage| stage.filled.get(at)).sum();
    let columns: usize = group.iter().map(|stage| stage.columns.len()).sum();
    if filled == 0 {
        return;
    }
    #[expect(clippy::cast_precision_loss, reason = "a share for the eye")]
    let share = (filled as f32 / columns.max(1) as f32).min(1.0);
    let (left, right) = ends(group);
    let inset = row.height / 8.0;
    let rect = Rect::new(left + CARD_INSET, row.top + inset, right - CARD_INSET, row.bottom() - inset);
    add_block(brush, blocks, rect, Color::from(role).fade(FAINTEST + (STRONGEST - FAINTEST) * share));
}

/// The colour of a lane's blocks; the emotion lane and the dramatic arc have curves instead.
fn block_role(kind: LaneKind) -> Option<Role> {
    match kind {
        LaneKind::Emotion | LaneKind::DramaticArc => None,
        LaneKind::Touchpoints | LaneKind::Channels => Some(Role::Card),
        LaneKind::Survey => Some(Role::AccentTint),
        LaneKind::PainPoints => Some(Role::PainTint),
        LaneKind::Opportunities => Some(Role::OpportunityTint),
        LaneKind::Actions | LaneKind::Thoughts | LaneKind::Backstage | LaneKind::Notes | LaneKind::Storyboard => {
            Some(Role::Hairline)
        }
    }
}

fn is_thinned(brush: &Brush<'_>) -> bool {
    COLUMN * brush.camera.zoom < NEAREST_POINTS
}

fn paint_curve(brush: &mut Brush<'_>, curve: &CurveLine, view: Rect) {
    let Some(stroke) = curve.stroke() else { return };
    if !is_thinned(brush) {
        if let Some(shape) = curve.shape(view.x0, view.x1) {
            brush.shape(&shape, Vec2::ZERO);
        }
        return;
    }
    let line = egui::Stroke::new(1.0, brush.color(stroke.color));
    let mut thinned = Thinned::default();
    for run in curve.runs_between(view.x0, view.x1) {
        for (at, point) in curve.points.get(run).unwrap_or_default().iter().enumerate() {
            let point = brush.camera.screen_from_doc((point.x, point.y).into());
            if at == 0 && thinned.is_gap(point) {
                brush.add(egui::Shape::line(thinned.take(), line));
            }
            thinned.add(point);
        }
    }
    brush.add(egui::Shape::line(thinned.take(), line));
}

/// The highest and the lowest of the points that fall on the same screen point, from left to right.
#[derive(Default)]
struct Thinned {
    kept: Vec<Pos2>,
    /// Left end, highest and lowest of the points that fall on the same screen point.
    group: Option<(f32, f32, f32)>,
}

impl Thinned {
    /// Whether a gap before `next` can be seen.
    fn is_gap(&self, next: Pos2) -> bool {
        self.group.is_some_and(|(x, ..)| f64::from(next.x - x) > NEAREST_POINTS + 1.0)
    }

    fn add(&mut self, point: Pos2) {
        let x = point.x.floor();
        match &mut self.group {
            Some((at, top, bottom)) if *at == x => (*top, *bottom) = (top.min(point.y), bottom.max(point.y)),
            Some(_) | None => {
                self.keep_group();
                self.group = Some((x, point.y, point.y));
            }
        }
    }

    fn keep_group(&mut self) {
        let Some((x, top, bottom)) = self.group.take() else { return };
        self.kept.push(pos2(x + 0.5, top));
        if bottom > top {
            self.kept.push(pos2(x + 0.5, bottom));
        }
    }

    /// The line so far; the next point begins a new one.
    fn take(&mut self) -> Vec<Pos2> {
        self.keep_group();
        std::mem::take(&mut self.kept)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_thinned_curve_keeps_its_highest_and_lowest_points() {
        let points = [(0.1, 5.0), (0.2, 1.0), (0.7, 9.0), (1.5, 4.0)].map(|(x, y)| pos2(x, y));
        let mut thinned = Thinned::default();
        points.into_iter().for_each(|point| thinned.add(point));
        assert!(!thinned.is_gap(pos2(3.5, 0.0)) && thinned.is_gap(pos2(4.5, 0.0)));
        assert_eq!(thinned.take(), [pos2(0.5, 1.0), pos2(0.5, 9.0), pos2(1.5, 4.0)]);
    }
}
