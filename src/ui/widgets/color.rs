//! A choice of colour: those of the palette, one of the user's own as `#rrggbb`, or the automatic one.
//!
//! Must not know what is coloured.

use super::{Desk, Field, field::field_ui};
use crate::{
    editor::Edit,
    map::Rgb,
    scene::Role,
    ui::{theme, tip::Tip},
};
use egui::{Color32, Role as NodeRole, Sense, Stroke, Ui, WidgetInfo, vec2};

/// Side of a swatch, in points.
const SWATCH: f32 = 22.0;
/// Colours of the palette that are offered.
pub const OF_STAGES: &[Role] = &[Role::Nth(0), Role::Nth(1), Role::Nth(2), Role::Nth(3), Role::Nth(4), Role::Nth(5)];
/// The same for personas: apart from what surveys measured.
pub const OF_PERSONAS: &[Role] = &[
    Role::Persona(0),
    Role::Persona(1),
    Role::Persona(2),
    Role::Persona(3),
    Role::Persona(4),
    Role::Persona(5),
    Role::Persona(6),
    Role::Persona(7),
];

/// Shows the colours that are `offered` and a field for another; `current` is `None` where several things differ and `Some(None)` for the automatic colour,
/// `automatic` is what that is now.
pub fn color_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (salt, offered): (impl std::hash::Hash, &[Role]),
    (current, automatic): (Option<Option<Rgb>>, Rgb),
    make: impl Fn(Option<Rgb>) -> Edit,
) {
    let texts = desk.texts();
    ui.horizontal_wrapped(|ui| {
        ui.spacing_mut().item_spacing.x = 6.0;
        for role in offered {
            let rgb = desk.palette().rgb(*role);
            if swatch_ui(ui, desk, (Fill::Full, rgb), current == Some(Some(rgb)), &texts.inspector_color_named(rgb)) {
                desk.apply(make(Some(rgb)));
            }
        }
        if swatch_ui(ui, desk, (Fill::Ring, automatic), current == Some(None), texts.inspector_color_automatic()) {
            desk.apply(make(None));
        }
        let shown = current.flatten().map_or_else(String::new, |rgb| rgb.to_string());
        let hint = if current.is_none() { texts.inspector_mixed() } else { "#rrggbb" };
        let field = Field::new(("own colour", salt), texts.inspector_color_own()).hint(hint);
        field_ui(ui, desk, &field, &shown, |text| match text.trim() {
            "" => Ok(make(None)),
            text => Rgb::parse(text).map(|rgb| make(Some(rgb))).ok_or_else(|| texts.inspector_bad_color().to_owned()),
        });
    });
}

/// How a swatch shows its colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Fill {
    /// As a disc: this very colour.
    Full,
    /// As a ring: whatever the place among the others gives.
    Ring,
}

fn swatch_ui(ui: &mut Ui, desk: &Desk<'_>, (fill, rgb): (Fill, Rgb), is_current: bool, name: &str) -> bool {
    let (rect, response) = ui.allocate_exact_size(vec2(SWATCH, SWATCH), Sense::click());
    response.widget_info(|| WidgetInfo::selected(NodeRole::RadioButton, ui.is_enabled(), is_current, name));
    let color: Color32 = theme::own_color(rgb);
    match fill {
        Fill::Full => ui.painter().circle_filled(rect.center(), SWATCH / 2.0 - 4.0, color),
        Fill::Ring => ui.painter().circle_stroke(rect.center(), SWATCH / 2.0 - 5.5, Stroke::new(3.0, color)),
    };
    if is_current {
        ui.painter().circle_stroke(rect.center(), SWATCH / 2.0 - 1.5, Stroke::new(1.5, desk.color(Role::Ink)));
    }
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), rect, 11, desk.palette());
    }
    response.tip(name).clicked()
}
