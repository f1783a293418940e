//! A look at what pasted cells become, before they are put in: a picture of the piece, and the four ways to read it.
//!
//! Must not read the clipboard nor change the map.

use super::{
    Look,
    canvas::{
        Camera,
        paint::{Letters, paint_scene},
    },
    chrome, theme,
    widgets::Row,
};
use crate::{
    editor::structure::{self, Reading},
    map::{Fragment, Map, Thing},
    scene::{Layouter, Role, Scene, View, lane_kind_name},
    texts::Texts,
};
use egui::{
    Button, Color32, CornerRadius, Frame, RichText, ScrollArea, Sense, Stroke, Ui, WidgetInfo, accesskit, vec2,
};
use std::sync::Arc;

/// Width of the dialog, in points.
const WIDTH: f32 = 820.0;
/// Height of the picture, in points; less where the window is low.
const HEIGHT: f32 = 380.0;
/// Height of a button for a reading.
const CHOICE: f32 = 30.0;
/// Farthest and nearest view of the picture: its words stay readable.
const ZOOM: (f64, f64) = (0.5, 0.75);

/// Cells that were pasted, and how they are read.
pub struct PastePreview {
    cells: Vec<Vec<String>>,
    reading: Reading,
    selected: Option<Thing>,
    shown: Option<Shown>,
    letters: Letters,
}

/// What a reading comes to.
struct Shown {
    reading: Reading,
    texts: Texts,
    piece: Fragment,
    scene: Arc<Scene>,
}

/// What the person decided.
#[derive(Debug)]
pub enum PreviewAnswer {
    /// Nothing yet.
    Open,
    /// Nothing is pasted.
    Cancel,
    /// This is.
    Paste(Box<Fragment>),
}

impl PastePreview {
    /// A look at cells, read in the likeliest way for a map with this thing selected.
    pub fn new(cells: Vec<Vec<String>>, map: &Map, selected: Option<Thing>) -> Self {
        let reading = structure::guess(&cells, map, selected);
        Self { cells, reading, selected, shown: None, letters: Letters::default() }
    }

    /// How the cells are read now.
    pub fn reading(&self) -> Reading {
        self.reading
    }

    fn look_at(&mut self, map: &Arc<Map>, layouter: &mut Layouter, look: Look) {
        let is_shown = |shown: &Shown| (shown.reading, shown.texts) == (self.reading, look.texts);
        if self.shown.as_ref().is_some_and(is_shown) {
            return;
        }
        let mut rng = fastrand::Rng::new();
        let piece = structure::piece(&self.cells, self.reading, (map, self.selected), &mut rng);
        let scene = layouter.layout(&Arc::new(piece.as_map()), &View { texts: look.texts, ..View::default() });
        self.shown = Some(Shown { reading: self.reading, texts: look.texts, piece, scene });
    }
}

/// Shows the look; Esc leaves it.
pub fn paste_preview_ui(
    ctx: &egui::Context,
    preview: &mut PastePreview,
    map: &Arc<Map>,
    layouter: &mut Layouter,
    look: Look,
) -> PreviewAnswer {
    let mut answer = PreviewAnswer::Open;
    let modal = chrome::modal(ctx, "paste preview").show(ctx, |ui| {
        let room = ui.ctx().content_rect().size();
        ui.set_width(WIDTH.min(room.x - 80.0));
        ui.label(chrome::heading(look.texts.paste_title(), look.palette));
        ui.add_space(4.0);
        let (rows, columns) = (preview.cells.len(), preview.cells.first().map_or(0, Vec::len));
        let soft = theme::color(look.palette, Role::Soft);
        ui.label(RichText::new(look.texts.paste_what(rows, columns)).color(soft));
        ui.add_space(10.0);
        let choice = readings_ui(ui, preview, look);
        ui.add_space(10.0);
        preview.look_at(map, layouter, look);
        picture_ui(ui, preview, HEIGHT.min(room.y - 320.0).max(120.0), look);
        ui.add_space(10.0);
        if let Some(shown) = &preview.shown {
            ui.label(summary(&shown.piece, map, look.texts));
        }
        ui.add_space(12.0);
        answer = Row::of_buttons(ui).end(ui, |ui| buttons_ui(ui, (preview, choice), look));
    });
    if modal.should_close() { PreviewAnswer::Cancel } else { answer }
}

fn reading_text(reading: Reading, texts: Texts) -> &'static str {
    match reading {
        Reading::StagesLanes => texts.paste_stages_lanes(),
        Reading::StagesTouchpoints => texts.paste_stages_touchpoints(),
        Reading::Touchpoints => texts.paste_touchpoints(),
        Reading::Cards => texts.paste_cards(),
    }
}

/// Where the keyboard is among the readings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keyboard {
    OnReadings,
    Elsewhere,
}

fn readings_ui(ui: &mut Ui, preview: &mut PastePreview, look: Look) -> Keyboard {
    let mut keyboard = Keyboard::Elsewhere;
    ui.horizontal(|ui| {
        for reading in Reading::ALL {
            let is_current = reading == preview.reading;
            let (ink, line) = if is_current { (Role::Accent, Role::Accent) } else { (Role::Ink, Role::Hairline) };
            let words = RichText::new(reading_text(reading, look.texts)).color(theme::color(look.palette, ink));
            let button = Button::selectable(is_current, words)
                .frame_when_inactive(true)
                .stroke(Stroke::new(1.0, theme::color(look.palette, line)))
                .min_size(vec2(0.0, CHOICE));
            let response = ui.add(button);
            if response.has_focus() {
                keyboard = Keyboard::OnReadings;
                theme::paint_focus_ring(ui.painter(), response.rect, 6, look.palette);
            }
            if response.clicked() {
                preview.reading = reading;
            }
        }
    });
    keyboard
}

fn picture_ui(ui: &mut Ui, preview: &mut PastePreview, height: f32, look: Look) {
    let PastePreview { shown: Some(shown), letters, .. } = preview else { return };
    let line = Stroke::new(1.0, theme::color(look.palette, Role::Hairline));
    let frame = Frame::new().fill(theme::color(look.palette, Role::Paper)).stroke(line);
    frame.corner_radius(CornerRadius::same(6)).show(ui, |ui| {
        ui.set_height(height);
        let mut camera = Camera { viewport: ui.available_rect_before_wrap(), ..Camera::default() };
        camera.fit(shown.scene.size);
        // Words stay readable; what does not fit is scrolled to.
        camera.zoom = camera.zoom.clamp(ZOOM.0, ZOOM.1);
        let size = vec2(camera.points(shown.scene.size.width), camera.points(shown.scene.size.height));
        let area = ScrollArea::both().auto_shrink([false, false]).id_salt(("picture", shown.reading));
        area.show(ui, |ui| {
            let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
            let words = look.texts.paste_picture_name();
            response.widget_info(|| WidgetInfo::labeled(accesskit::Role::Image, true, words));
            camera.viewport = rect;
            camera.corner = crate::scene::Point::ORIGIN;
            let seen = ui.clip_rect().intersect(rect);
            if seen.is_positive() {
                camera.corner = camera.doc_from_screen(seen.min);
                camera.viewport = seen;
                ui.painter().rect_filled(seen, CornerRadius::ZERO, Color32::TRANSPARENT);
                paint_scene(ui.painter(), &shown.scene, &camera, look.palette, letters);
            }
        });
    });
}

/// How much it is, and which lanes are new to the map.
fn summary(piece: &Fragment, map: &Map, texts: Texts) -> String {
    let cards = piece.as_map().cards().count();
    let counts = [
        (piece.stages.len(), texts.paste_count_stages(piece.stages.len())),
        (piece.all_touchpoints().count(), texts.edit_count_touchpoints(piece.all_touchpoints().count())),
        (cards, texts.paste_count_cards(cards)),
    ];
    let counts: Vec<_> = counts.into_iter().filter(|(count, _)| *count > 0).map(|(_, words)| words).collect();
    if counts.is_empty() {
        return texts.paste_comes_to_nothing().to_owned();
    }
    let is_new = |lane: &&Arc<crate::map::Lane>| map.lane(lane.id).is_none();
    let name = |lane: &Arc<crate::map::Lane>| match lane.name.trim() {
        "" => lane_kind_name(texts, lane.kind).to_owned(),
        name => name.to_owned(),
    };
    let lanes: Vec<String> = piece.lanes.iter().filter(is_new).map(name).collect();
    match lanes.is_empty() {
        true => texts.paste_comes_to(counts.join(", ")),
        false => texts.paste_comes_to_with_lanes(counts.join(", "), lanes.join(", ")),
    }
}

/// The keyboard begins at the button that pastes.
fn buttons_ui(ui: &mut Ui, (preview, keyboard): (&PastePreview, Keyboard), look: Look) -> PreviewAnswer {
    let piece = preview.shown.as_ref().map(|shown| &shown.piece).filter(|piece| !piece.is_empty());
    let cancel = ui.button(look.texts.ask_cancel());
    let button = chrome::main_button(look.texts.command_paste(), look.palette);
    let paste = ui.add_enabled(piece.is_some(), button);
    if keyboard == Keyboard::Elsewhere && !paste.has_focus() && !cancel.has_focus() {
        paste.request_focus();
    }
    for focused in [&cancel, &paste].into_iter().filter(|button| button.has_focus()) {
        theme::paint_focus_ring(ui.painter(), focused.rect.expand(3.0), theme::RADIUS, look.palette);
    }
    match piece {
        Some(piece) if paste.clicked() => PreviewAnswer::Paste(Box::new(piece.clone())),
        _ if cancel.clicked() => PreviewAnswer::Cancel,
        _ => PreviewAnswer::Open,
    }
}
