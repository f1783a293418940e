//! Layout: a map becomes a [`Scene`], a picture in document units, already measured and wrapped, that the canvas
//! paints and every exporter writes. Selection, hover, handles and carets are not in it.
//!
//! This layer must not know selection, zoom, egui widgets or files. At 100 % a document unit is one point on
//! the screen. y points down.

mod backdrop;
mod caption;
mod cells;
mod curve;
mod direction;
mod evidence;
mod face;
pub mod fonts;
mod ground;
mod hit;
mod icons;
mod kinds;
mod labels;
mod layout;
mod lines;
mod link;
mod measured;
mod note;
mod note_arrow;
pub mod palette;
mod part;
mod pen;
mod persona_sign;
mod picture;
mod placed;
mod rows;
pub mod shape;
pub mod sizes;
mod spots;
pub mod text;
mod travellers;
pub mod view;

pub use curve::{CurveKind, CurveLine, CurvePoint, monotone_slopes};
pub use direction::is_read_from_the_right;
pub use fonts::MoreFonts;
pub use hit::{Hit, Landing};
pub use icons::channel_icon;
pub use kinds::{
    band_name, blueprint_line_name, channel_icon_name, curve_name, evidence_name, lane_kind_name, link_kind_name,
    status_name,
};
pub use layout::{Layouter, layout};
pub use link::LinkArc;
pub use note::PlacedNote;
pub use palette::contrast;
pub use palette::{Palette, Role};
pub use persona_sign::{letters_of, persona_letters};
use picture::Images;
pub use picture::{ArcAxis, Column, EmotionAxis, LaneRow, Scene, StageSpan};
pub use placed::Placed;
pub use shape::{
    Align, Block, Cap, Color, ColorSource, Cut, FontWeight, HALO, Shape, Spot, Stroke, Target, Text, TextRow, Writing,
};
pub use view::{Caption, CurveChoice, PersonaChoice, View, persona_color, shown_personas, stage_color};

pub use kurbo::{BezPath, Point, Rect, Size, Vec2};

/// Calls back with the points of a path whose curves are at most `tolerance` off; the flag says that a subpath begins.
pub fn flatten(path: &BezPath, tolerance: f64, mut point: impl FnMut(bool, Point)) {
    let mut start = Point::ORIGIN;
    kurbo::flatten(path, tolerance, |element| match element {
        kurbo::PathEl::MoveTo(to) => {
            start = to;
            point(true, to);
        }
        kurbo::PathEl::LineTo(to) | kurbo::PathEl::QuadTo(_, to) | kurbo::PathEl::CurveTo(_, _, to) => point(false, to),
        kurbo::PathEl::ClosePath => point(false, start),
    });
}
