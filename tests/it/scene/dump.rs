//! A scene as text, short enough to be read: a line for each row, stage and curve, then every shape where it stands.

use std::fmt::Write;
use wayfarer::scene::{Color, ColorSource, Scene, Shape, Stroke, Vec2};

pub fn dump(scene: &Scene) -> String {
    let mut out = format!("size {}×{}\n", number(scene.size.width), number(scene.size.height));
    for row in scene.lanes() {
        writeln!(out, "lane {} “{}” {} +{}", row.id, row.name, number(row.top), number(row.height)).unwrap();
    }
    for stage in scene.stages() {
        let columns = &stage.columns;
        writeln!(out, "stage {} “{}” {} +{} {columns:?}", stage.id, stage.name, number(stage.x), number(stage.width))
            .unwrap();
    }
    for curve in scene.curves() {
        let points: Vec<String> =
            curve.points.iter().map(|point| format!("{},{}", number(point.x), number(point.y))).collect();
        writeln!(out, "curve {:?} {:?} {}", curve.kind, curve.runs, points.join(" ")).unwrap();
    }
    for placed in scene.placed(None) {
        writeln!(out, "at {}", point(placed.offset)).unwrap();
        for shape in &placed.block.shapes {
            writeln!(out, "  {}", line(shape)).unwrap();
        }
        for spot in &placed.block.spots {
            writeln!(out, "  > {:?}", spot.target).unwrap();
        }
    }
    out
}

fn line(shape: &Shape) -> String {
    match shape {
        Shape::Rect { rect, radius, fill, stroke } => {
            let size = format!("{}×{}", number(rect.width()), number(rect.height()));
            format!("rect {} {size} r{}{}", point(rect.origin().to_vec2()), number(*radius), paint(*fill, *stroke))
        }
        Shape::Circle { center, radius, fill, stroke } => {
            format!("circle {} r{}{}", point(center.to_vec2()), number(*radius), paint(*fill, *stroke))
        }
        Shape::Path { path, fill, stroke } => {
            let room = kurbo::Shape::bounding_box(path);
            let size = format!("{}×{}", number(room.width()), number(room.height()));
            let count = path.elements().len();
            format!("path {} {size} of {count}{}", point(room.origin().to_vec2()), paint(*fill, *stroke))
        }
        Shape::Text(text) => {
            let rows = text.rows.iter().map(|row| format!("{} “{}”", point(row.origin.to_vec2()), row.text));
            let rows = rows.collect::<Vec<_>>().join(" / ");
            format!("text {rows} {} {:?}{}", text.size, text.weight, paint(Some(text.color), None))
        }
    }
}

fn paint(fill: Option<Color>, stroke: Option<Stroke>) -> String {
    let mut out = fill.map(color).unwrap_or_default();
    if let Some(stroke) = stroke {
        write!(out, " |{} {}", color(stroke.color).trim(), stroke.width).unwrap();
        if let Some((dash, gap)) = stroke.dash {
            write!(out, " {dash}-{gap}").unwrap();
        }
    }
    out
}

fn color(color: Color) -> String {
    let name = match color.source {
        ColorSource::Role(role) => format!("{role:?}"),
        ColorSource::Own(rgb) => rgb.to_string(),
        ColorSource::OnOwn(rgb) => format!("on {rgb}"),
    };
    if color.opacity < 1.0 { format!(" {name}*{}", color.opacity) } else { format!(" {name}") }
}

fn point(at: Vec2) -> String {
    format!("{},{}", number(at.x), number(at.y))
}

/// Rounded to a tenth: text widths may differ in the last digits between machines.
fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    if rounded == 0.0 { "0".to_owned() } else { rounded.to_string() }
}
