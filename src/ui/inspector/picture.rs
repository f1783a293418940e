//! The picture of a card, touchpoint or persona in the panel: what it shows, what is said about it, another one, none.
//!
//! Must not know files: a picture is asked for by a command.

use crate::{
    editor::Edit,
    map::{Image, ImageId, Map},
    scene::Role,
    texts::Texts,
    ui::{
        Command,
        pictures::{self, Picture},
        theme,
        tip::Tip,
        widgets::{Desk, Field, Lines, add_button, edited_text, section, text_button},
    },
};
use egui::{CornerRadius, Rect, Sense, Ui, WidgetInfo, accesskit, vec2};

/// The greatest height of a picture in the panel, in points.
const HEIGHT: f32 = 160.0;

/// What a picture is to what shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Of {
    /// One of its properties.
    Thing,
    /// A person's portrait.
    Persona,
}

impl Of {
    /// The section's title, the button's words, and the command that chooses another picture.
    fn words(self, texts: Texts) -> (&'static str, &'static str, Command) {
        match self {
            Self::Thing => (texts.inspector_image(), texts.inspector_add_image(), Command::InsertImage),
            Self::Persona => (texts.inspector_portrait(), texts.inspector_add_portrait(), Command::SetPortrait),
        }
    }
}

/// Shows the picture `image` and what can be done with it; `remove` takes it away from what shows it.
pub(super) fn picture_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    of: Of,
    (map, image): (&Map, Option<ImageId>),
    remove: Edit,
) {
    let texts = desk.texts();
    let (title, add, choose) = of.words(texts);
    section(ui, desk.look, title);
    let Some(image) = image.and_then(|id| map.image(id)) else {
        if add_button(ui, desk, add).clicked() {
            desk.asked.push(choose);
        }
        return;
    };
    thumbnail_ui(ui, desk, image);
    let field = Field::new(("image description", image.id.number()), texts.inspector_image_description());
    let field = field.hint(texts.inspector_image_hint()).lines(Lines::Many);
    edited_text(ui, desk, &field, &image.description, |text| Edit::DescribeImage(image.id, text));
    ui.horizontal_wrapped(|ui| {
        if text_button(ui, texts.inspector_replace_image()).clicked() {
            desk.asked.push(choose);
        }
        if text_button(ui, texts.inspector_remove_image()).clicked() {
            desk.apply(remove);
        }
    });
}

fn thumbnail_ui(ui: &mut Ui, desk: &Desk<'_>, image: &Image) {
    let (place, response) = ui.allocate_exact_size(fitted(image, ui.available_width()), Sense::hover());
    let alt = if image.alt().is_empty() { desk.texts().inspector_image() } else { image.alt() };
    response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, alt));
    let pixels = place.width().max(place.height()) * ui.ctx().pixels_per_point();
    match pictures::picture(ui.ctx(), &image.data, pixels) {
        Picture::Shown(texture) => {
            let whole = Rect::from_min_max(egui::pos2(0.0, 0.0), egui::pos2(1.0, 1.0));
            ui.painter().image(texture, place, whole, theme::UNTINTED);
        }
        Picture::Awaited | Picture::Broken => {
            ui.painter().rect_filled(place, CornerRadius::same(theme::RADIUS), desk.color(Role::NeutralTint));
        }
    }
    let size = desk
        .texts()
        .inspector_image_size(desk.texts().count(image.width.into()), desk.texts().count(image.height.into()));
    let about = if image.name.is_empty() { size } else { format!("{}, {size}", image.name) };
    response.tip(about);
}

/// As large as it fits; small pictures are not blown up.
fn fitted(image: &Image, width: f32) -> egui::Vec2 {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    let (wide, high) = (image.width.max(1) as f32, image.height.max(1) as f32);
    let scale = (width / wide).min(HEIGHT / high).min(1.0);
    vec2(wide, high) * scale
}
