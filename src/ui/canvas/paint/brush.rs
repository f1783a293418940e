//! One shape of a scene as egui shapes. Must not know the scene.

use super::{Detail, Letters, area};
use crate::{
    map::Image,
    scene::{BezPath, Cap, Color, Cut, HALO, Palette, Point, Rect, Role, Shape, Stroke, Text, TextRow, Vec2},
    ui::{
        canvas::Camera,
        pictures::{self, Picture},
        theme,
    },
};
use egui::{
    Color32, CornerRadius, FontFamily, FontId, Painter, Pos2, StrokeKind,
    epaint::{CircleShape, PathShape, PathStroke, RectShape, TextShape},
    pos2,
    text::{LayoutJob, TextFormat, TextWrapping},
};

/// How far a flattened curve may be off, in screen points.
const TOLERANCE: f64 = 0.2;
/// No line is thinner, in screen points.
const THINNEST: f32 = 0.5;
/// Dashes shorter than this on the screen are drawn as a weaker solid line.
const SHORTEST_DASH: f32 = 0.75;
/// No dash is shorter, in pixels: egui moves the ends of upright and level lines to pixels, where shorter ones vanish.
const LEAST_DASH: f32 = 1.25;

/// Paints in document units.
pub(super) struct Brush<'a> {
    painter: &'a Painter,
    pub camera: &'a Camera,
    palette: Palette,
    detail: Detail,
    letters: &'a mut Letters,
    shapes: Vec<egui::Shape>,
}

impl<'a> Brush<'a> {
    pub fn new(painter: &'a Painter, camera: &'a Camera, palette: Palette, letters: &'a mut Letters) -> Self {
        letters.begin(camera.zoom);
        Self::again(painter, camera, palette, letters)
    }

    /// A brush for more in the same frame.
    pub fn again(painter: &'a Painter, camera: &'a Camera, palette: Palette, letters: &'a mut Letters) -> Self {
        let detail = Detail::at(camera.zoom);
        Self { painter, camera, palette, detail, letters, shapes: Vec::with_capacity(256) }
    }

    /// Hands everything over in one go.
    pub fn finish(self) {
        self.painter.extend(self.shapes);
    }

    pub fn add(&mut self, shape: egui::Shape) {
        self.shapes.push(shape);
    }

    pub fn color(&self, color: Color) -> Color32 {
        let rgb = self.palette.resolve(color);
        Color32::from_rgb(rgb.0, rgb.1, rgb.2).gamma_multiply(color.opacity)
    }

    /// A rectangle of the document with its edges on whole pixels, at least one apart; what it covers less of is in
    /// the second value (0 to 1).
    pub fn snapped(&self, rect: Rect) -> (egui::Rect, f32) {
        let pixels = self.painter.pixels_per_point();
        let rect = self.camera.screen_rect(rect);
        let snap = |low: f32, high: f32| {
            let (start, length) = ((low * pixels).round(), (high - low) * pixels);
            let end = (high * pixels).round().max(start + 1.0);
            (start / pixels, end / pixels, length.clamp(0.0, 1.0))
        };
        let (left, right, across) = snap(rect.min.x, rect.max.x);
        let (top, bottom, down) = snap(rect.min.y, rect.max.y);
        (egui::Rect::from_min_max(pos2(left, top), pos2(right, bottom)), across * down)
    }

    /// Paints a shape that stands `offset` from the document's top left.
    pub fn shape(&mut self, shape: &Shape, offset: Vec2) {
        match shape {
            Shape::Rect { rect: shape_rect, radius: corner_radius, fill, stroke } => {
                let rect = self.camera.screen_rect(*shape_rect + offset);
                let radius = corner(self.camera.points(*corner_radius));
                let fill = fill.map_or(Color32::TRANSPARENT, |fill| self.color(fill));
                let (solid, dashed) =
                    (stroke.filter(|line| line.dash.is_none()), stroke.filter(|line| line.dash.is_some()));
                let line = solid.map_or(egui::Stroke::NONE, |stroke| self.stroke(&stroke));
                self.add(RectShape::new(rect, radius, fill, line, StrokeKind::Middle).into());
                if let Some(stroke) = dashed {
                    let outline = kurbo::Shape::to_path(&shape_rect.to_rounded_rect(*corner_radius), TOLERANCE);
                    self.stroke_path(&outline, offset, &stroke);
                }
            }
            Shape::Circle { center, radius, fill, stroke } => self.add(egui::Shape::Circle(CircleShape {
                center: self.camera.screen_from_doc(*center + offset),
                radius: self.camera.points(*radius),
                fill: fill.map_or(Color32::TRANSPARENT, |fill| self.color(fill)),
                stroke: stroke.map_or(egui::Stroke::NONE, |stroke| self.stroke(&stroke)),
            })),
            Shape::Path { path, fill, stroke } => {
                if let Some(fill) = fill {
                    self.fill_path(path, offset, self.color(*fill));
                }
                if let Some(stroke) = stroke {
                    self.stroke_path(path, offset, stroke);
                }
            }
            Shape::Text(text) if self.detail == Detail::Texts => self.text(text, offset),
            // A picture comes by itself (`image`): its bytes are the scene's.
            Shape::Text(_) | Shape::Image { .. } => {}
        }
    }

    /// Paints a picture, or a plain ground while there is none; a cross says that it cannot be decoded.
    pub fn image(&mut self, image: &Image, rect: Rect, (cut, opacity): (Cut, f32)) {
        let rect = self.camera.screen_rect(rect);
        let pixels = rect.width().max(rect.height()) * self.painter.pixels_per_point();
        match pictures::picture(self.painter.ctx(), &image.data, pixels) {
            Picture::Shown(texture) => {
                let tint = theme::UNTINTED.gamma_multiply(opacity);
                self.add(match cut {
                    Cut::Whole => {
                        let whole = egui::Rect::from_min_max(pos2(0.0, 0.0), pos2(1.0, 1.0));
                        egui::Shape::image(texture, rect, whole, tint)
                    }
                    Cut::Round => pictures::round(texture, (image.width, image.height), rect, tint),
                });
            }
            state => {
                let line = egui::Stroke::new(1.0, self.color(Role::Faint.into()));
                let ground = self.color(Role::NeutralTint.into());
                self.add(match cut {
                    Cut::Whole => egui::Shape::rect_filled(rect, CornerRadius::ZERO, ground),
                    Cut::Round => egui::Shape::circle_filled(rect.center(), rect.width() / 2.0, ground),
                });
                if state == Picture::Broken {
                    self.add(egui::Shape::line_segment([rect.min, rect.max], line));
                    self.add(egui::Shape::line_segment([rect.left_bottom(), rect.right_top()], line));
                }
            }
        }
    }

    fn stroke(&self, stroke: &Stroke) -> egui::Stroke {
        let width = self.camera.points(f64::from(stroke.width)).max(THINNEST);
        egui::Stroke::new(width, self.color(stroke.color))
    }

    fn fill_path(&mut self, path: &BezPath, offset: Vec2, fill: Color32) {
        for points in self.flatten(path, offset) {
            if area::is_convex(&points) {
                self.add(PathShape::convex_polygon(points, fill, PathStroke::NONE).into());
            } else {
                self.add(area::mesh_between(&points, fill).into());
                if fill.is_opaque() {
                    // The mesh has hard edges; a thin outline in its colour smooths them.
                    self.add(PathShape::closed_line(points, PathStroke::new(0.8, fill)).into());
                }
            }
        }
    }

    fn stroke_path(&mut self, path: &BezPath, offset: Vec2, stroke: &Stroke) {
        let line = self.stroke(stroke);
        let Some((dash, gap)) = stroke.dash else {
            for part in self.subpaths(path, offset) {
                match part.end {
                    SubpathEnd::Closed => self.add(egui::Shape::closed_line(part.points, line)),
                    SubpathEnd::Open => {
                        self.round_ends(&part.points, stroke.cap, line);
                        self.add(egui::Shape::line(part.points, line));
                    }
                }
            }
            return;
        };
        let (dash, gap) = (self.camera.points(f64::from(dash)), self.camera.points(f64::from(gap)));
        // Dashes begin anew with each segment, so that they stand still while the picture is panned.
        for segment in path.segments() {
            let mut part = BezPath::new();
            part.move_to(kurbo::ParamCurve::eval(&segment, 0.0));
            part.push(segment.as_path_el());
            for points in self.flatten(&part, offset) {
                self.dashed(points, (dash, gap), line, stroke.cap);
            }
        }
    }

    fn dashed(&mut self, points: Vec<Pos2>, (dash, gap): (f32, f32), line: egui::Stroke, cap: Cap) {
        if dash + gap < SHORTEST_DASH * 2.0 {
            let weak = egui::Stroke::new(line.width, line.color.gamma_multiply(dash / (dash + gap).max(0.01)));
            self.add(egui::Shape::line(points, weak));
        } else if cap == Cap::Round && dash <= line.width {
            self.shapes.extend(egui::Shape::dotted_line(&points, line.color, dash + gap, line.width / 2.0));
        } else {
            let least = LEAST_DASH / self.painter.pixels_per_point();
            self.shapes.extend(egui::Shape::dashed_line(&points, line, dash.max(least), gap.max(least)));
        }
    }

    fn round_ends(&mut self, points: &[Pos2], cap: Cap, line: egui::Stroke) {
        if cap == Cap::Round && line.width > 1.5 {
            for end in [points.first(), points.last()].into_iter().flatten() {
                self.add(egui::Shape::circle_filled(*end, line.width / 2.0, line.color));
            }
        }
    }

    /// Each subpath as points on the screen; the last point of a closed one is not its first again.
    pub fn flatten(&self, path: &BezPath, offset: Vec2) -> Vec<Vec<Pos2>> {
        self.subpaths(path, offset).into_iter().map(|part| part.points).collect()
    }

    fn subpaths(&self, path: &BezPath, offset: Vec2) -> Vec<Subpath> {
        let mut parts: Vec<Subpath> = Vec::new();
        let camera = self.camera;
        crate::scene::flatten(path, TOLERANCE / camera.zoom, |start, point: Point| {
            let at = camera.screen_from_doc(point + offset);
            match parts.last_mut().filter(|_| !start) {
                Some(part) => part.points.push(at),
                None => parts.push(Subpath { points: vec![at], end: SubpathEnd::Open }),
            }
        });
        for part in &mut parts {
            if part.points.len() > 2 && part.points.first() == part.points.last() {
                part.points.pop();
                part.end = SubpathEnd::Closed;
            }
        }
        parts.retain(|part| part.points.len() > 1);
        parts
    }

    fn text(&mut self, text: &Text, offset: Vec2) {
        let exact = self.camera.points(f64::from(text.size));
        let Some(size) = self.letters.size((text.weight, text.size), exact) else { return };
        let color = self.color(text.color.fade(self.palette.least_faint(text.color.opacity)));
        for row in text.rows.iter().filter(|row| !row.text.is_empty()) {
            let Some((at, galley)) = self.row(row, (size, text.weight), offset) else { continue };
            if let Some(halo) = text.halo {
                let reach = self.camera.points(HALO);
                let halo = self.color(halo);
                for (x, y) in RING {
                    let at = at + egui::vec2(x * reach, y * reach);
                    self.add(TextShape::new(at, galley.clone(), halo).into());
                }
            }
            self.add(TextShape::new(at, galley, color).into());
        }
    }

    /// A row laid out, and where its galley's top left has to be so that its baseline stands right.
    fn row(
        &self,
        row: &TextRow,
        (size, weight): (f32, crate::scene::FontWeight),
        offset: Vec2,
    ) -> Option<(Pos2, std::sync::Arc<egui::Galley>)> {
        let font = FontId::new(size, FontFamily::Name(weight.family_name().into()));
        let format = TextFormat::simple(font, Color32::PLACEHOLDER);
        let job = LayoutJob {
            wrap: TextWrapping::no_max_width(),
            break_on_newline: false,
            round_output_to_gui: false,
            ..LayoutJob::simple_format(super::visual::in_visual_order(&row.text).into_owned(), format)
        };
        let galley = self.painter.layout_job(job);
        let first = galley.rows.first()?;
        let baseline = first.pos.y + first.row.glyphs.first()?.pos.y;
        let at = self.camera.screen_from_doc(row.origin + offset);
        Some((pos2(at.x, at.y - baseline), galley))
    }
}

/// A subpath on the screen.
struct Subpath {
    points: Vec<Pos2>,
    end: SubpathEnd,
}

/// Whether a subpath comes back to its first point.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum SubpathEnd {
    Open,
    Closed,
}

/// Eight directions around a letter.
const RING: [(f32, f32); 8] =
    [(1.0, 0.0), (0.7, 0.7), (0.0, 1.0), (-0.7, 0.7), (-1.0, 0.0), (-0.7, -0.7), (0.0, -1.0), (0.7, -0.7)];

/// egui counts corner radii in whole points up to 255.
fn corner(points: f32) -> CornerRadius {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range before the cast")]
    CornerRadius::same(points.round().clamp(0.0, 255.0) as u8)
}
