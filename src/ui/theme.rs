//! egui's style from the palette: fonts, sizes, spacing, colours. Every colour that a widget paints comes from here.
//!
//! Must not know any widget. Sizes are in points.

use super::choices::Motion;
use crate::{
    map::Rgb,
    scene::{FontWeight, Palette, Role, fonts},
};
use egui::{
    Color32, Context, CornerRadius, FontFamily, FontId, Galley, Margin, Painter, RichText, Shadow, Stroke, Style,
    TextStyle, Theme, Vec2, Visuals,
    style::{ScrollAnimation, WidgetVisuals},
    text::{LayoutJob, TextWrapping},
    vec2,
};
use std::sync::Arc;

/// The tint of a picture in its own colours.
pub const UNTINTED: Color32 = Color32::from_rgb(u8::MAX, u8::MAX, u8::MAX);
/// Size of a panel's title, SemiBold.
pub const TITLE: f32 = 19.0;
/// Size of running text and fields.
pub const BODY: f32 = 12.5;
/// Size of labels, SemiBold and soft.
pub const LABEL: f32 = 12.0;
/// Size of notes.
pub const SMALL: f32 = 11.5;
/// How wide the ring is that shows where the keyboard is.
pub const FOCUS_RING: f32 = 2.0;
/// How thick the angle of a drop-down is.
pub const CHEVRON: f32 = 1.5;
/// Corner radius of fields and buttons.
pub const RADIUS: u8 = 6;
/// How much of the accent lies under what is hovered.
const HOVER_OPACITY: f32 = 0.45;

/// Gives egui the product's fonts, sizes and colours, and its rule for tips. Always the palette's own brightness, whatever
/// the system says.
pub fn install(ctx: &Context, palette: Palette) {
    super::tip::install(ctx);
    ctx.set_fonts(fonts::font_definitions());
    dress(ctx, palette, Motion::Usual);
}

/// Gives egui the product's sizes and colours alone.
pub fn dress(ctx: &Context, palette: Palette, motion: Motion) {
    ctx.set_theme(if palette.is_dark() { Theme::Dark } else { Theme::Light });
    ctx.all_styles_mut(|style| {
        set_style(style, palette);
        set_motion(style, motion);
    });
}

/// Nothing moves by itself where motion is reduced: menus and panels are there at once, the caret stands still.
fn set_motion(style: &mut Style, motion: Motion) {
    let usual = Style::default();
    let is_reduced = motion == Motion::Reduced;
    style.animation_time = if is_reduced { 0.0 } else { usual.animation_time };
    style.scroll_animation = if is_reduced { ScrollAnimation::none() } else { usual.scroll_animation };
    style.visuals.text_cursor.blink = !is_reduced;
}

/// The screen's colour of a role.
pub fn color(palette: Palette, role: Role) -> Color32 {
    own_color(palette.rgb(role))
}

/// The screen's colour of one that the user chose.
pub fn own_color(Rgb(r, g, b): Rgb) -> Color32 {
    Color32::from_rgb(r, g, b)
}

/// The family egui knows a weight of the product's face by.
pub fn family(weight: FontWeight) -> FontFamily {
    FontFamily::Name(weight.family_name().into())
}

/// A font of the product's face; `size` in points.
pub fn font(weight: FontWeight, size: f32) -> FontId {
    FontId::new(size, family(weight))
}

/// A text in one row of at most `width` points, with an ellipsis where it is cut.
pub fn cut_galley(painter: &Painter, text: &str, font: FontId, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::simple_singleline(text.to_owned(), font, color);
    job.wrap = TextWrapping::truncate_at_width(width.max(0.0));
    painter.layout_job(job)
}

/// A section's label: SemiBold, soft.
pub fn label(text: impl Into<String>, palette: Palette) -> RichText {
    RichText::new(text).font(font(FontWeight::SemiBold, LABEL)).color(color(palette, Role::Soft))
}

/// A note in small type and a quiet colour.
pub fn note(text: impl Into<String>, palette: Palette, role: Role) -> RichText {
    RichText::new(text).font(font(FontWeight::Regular, SMALL)).color(color(palette, role))
}

fn set_style(style: &mut Style, palette: Palette) {
    style.spacing.scroll.bar_width = 8.0;
    style.spacing.scroll.active_handle_opacity = 0.2;
    style.spacing.scroll.interact_handle_opacity = 0.35;
    style.text_styles = [
        (TextStyle::Heading, font(FontWeight::SemiBold, TITLE)),
        (TextStyle::Body, font(FontWeight::Regular, BODY)),
        (TextStyle::Button, font(FontWeight::Medium, LABEL)),
        (TextStyle::Small, font(FontWeight::Regular, SMALL)),
        (TextStyle::Monospace, font(FontWeight::Regular, BODY)),
    ]
    .into();
    style.visuals = visuals(palette);
    style.interaction.selectable_labels = false;
    style.interaction.tooltip_delay = 0.4;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(8.0, 6.0);
    spacing.button_padding = vec2(10.0, 4.0);
    spacing.interact_size = vec2(26.0, 26.0);
    spacing.menu_margin = Margin::same(6);
    spacing.window_margin = Margin::same(16);
    spacing.combo_height = 320.0;
    spacing.icon_width = 16.0;
    spacing.icon_width_inner = 10.0;
    spacing.icon_spacing = 8.0;
    spacing.tooltip_width = 320.0;
}

fn visuals(palette: Palette) -> Visuals {
    let of = |role| color(palette, role);
    let ground = if palette.is_dark() { Visuals::dark() } else { Visuals::light() };
    let mut visuals = Visuals {
        override_text_color: None,
        weak_text_color: Some(of(Role::Faint)),
        hyperlink_color: of(Role::Accent),
        faint_bg_color: of(Role::NeutralTint),
        extreme_bg_color: of(Role::Card),
        text_edit_bg_color: Some(of(Role::Card)),
        code_bg_color: of(Role::NeutralTint),
        warn_fg_color: of(Role::Warning),
        error_fg_color: of(Role::Negative),
        window_fill: of(Role::Card),
        window_stroke: Stroke::new(1.0, of(Role::Hairline)),
        window_corner_radius: CornerRadius::same(10),
        menu_corner_radius: CornerRadius::same(8),
        window_shadow: shadow(palette, 24),
        popup_shadow: shadow(palette, 14),
        panel_fill: of(Role::Card),
        // Letters as the scene measures them: unhinted, so that they keep their form while the view zooms.
        text_options: fonts::text_options(),
        ..ground
    };
    visuals.selection.bg_fill = of(Role::AccentTint);
    visuals.selection.stroke = Stroke::new(FOCUS_RING, of(Role::Accent));
    visuals.text_cursor.stroke = Stroke::new(1.5, of(Role::Accent));
    set_widget_visuals(&mut visuals, palette);
    visuals
}

fn set_widget_visuals(visuals: &mut Visuals, palette: Palette) {
    let of = |role| color(palette, role);
    let hover = of(Role::AccentTint).lerp_to_gamma(of(Role::Card), 1.0 - HOVER_OPACITY);
    let look = |fill, line: Stroke, ink| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: line,
        corner_radius: CornerRadius::same(RADIUS),
        fg_stroke: Stroke::new(1.0, ink),
        expansion: 0.0,
    };
    let hairline = Stroke::new(1.0, of(Role::Hairline));
    let widgets = &mut visuals.widgets;
    widgets.noninteractive = look(of(Role::Card), hairline, of(Role::Ink));
    widgets.inactive = look(of(Role::Card), hairline, of(Role::Ink));
    widgets.hovered = look(hover, Stroke::new(1.0, of(Role::Faint)), of(Role::Ink));
    widgets.active = look(of(Role::AccentTint), Stroke::new(FOCUS_RING, of(Role::Accent)), of(Role::Ink));
    widgets.open = look(of(Role::AccentTint), Stroke::new(1.0, of(Role::Accent)), of(Role::Ink));
}

fn shadow(palette: Palette, blur: u8) -> Shadow {
    Shadow { offset: [0, 4], blur, spread: 0, color: color(palette, Role::Shadow).gamma_multiply(0.12) }
}

/// Paints the ring that shows where the keyboard is, around `rect`.
pub fn paint_focus_ring(painter: &Painter, rect: egui::Rect, radius: u8, palette: Palette) {
    let ring = Stroke::new(FOCUS_RING, color(palette, Role::Accent));
    painter.rect_stroke(rect, CornerRadius::same(radius), ring, egui::StrokeKind::Outside);
}

/// The least size of what can be pressed; as high as a field, so that both stand on one line.
pub const PRESSABLE: Vec2 = vec2(22.0, 26.0);

/// The screen's colour of a scene's colour, with its opacity.
pub fn scene_color(palette: Palette, color: crate::scene::Color) -> Color32 {
    own_color(palette.resolve(color)).gamma_multiply(color.opacity)
}
