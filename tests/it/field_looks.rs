//! The field over a text looks as the text does: same letters at the same place, on the same ground.

use super::pictures::CpuRenderer;
use egui_kittest::Harness;
use image::RgbaImage;
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, Editor, InFile},
    files::ron,
    map::*,
    scene::{Layouter, Palette, Rect},
    ui::{
        Look,
        canvas::{Canvas, canvas_input, canvas_ui},
        theme,
    },
};

struct Bench {
    canvas: Canvas,
    editor: Editor,
    layouter: Layouter,
    look: Look,
    dressed: bool,
}

type Window = Harness<'static, Bench>;

fn note() -> NoteId {
    NoteId::parse("asked").unwrap()
}

fn open(palette: Palette) -> Window {
    let path = format!("{}/sample_maps/air_purifier.ron", env!("CARGO_MANIFEST_DIR"));
    let map = ron::parse(&std::fs::read(path).unwrap()).unwrap().map;
    let mut editor = Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(1));
    let text = "Who tells the customer when the courier is two days late?".into();
    let asked = Note { text, ..Note::new(note(), (1300, 100)) };
    editor.apply(Edit::InsertNote(Arc::new(asked))).unwrap();
    let look = Look { palette, ..Look::default() };
    let bench = Bench { canvas: Canvas::default(), editor, layouter: Layouter::new(), look, dressed: false };
    let mut window =
        Harness::builder().with_size(egui::vec2(1600.0, 1000.0)).renderer(CpuRenderer::default()).build_ui_state(
            |ui, bench: &mut Bench| {
                let Bench { canvas, editor, layouter, look, dressed } = bench;
                if !std::mem::replace(dressed, true) {
                    theme::install(ui.ctx(), look.palette);
                    ui.ctx().request_repaint();
                    return;
                }
                canvas_input(ui.ctx(), canvas, editor, layouter, *look);
                canvas_ui(ui, canvas, editor, layouter, *look);
            },
            bench,
        );
    window.run_steps(6);
    window.state_mut().canvas.zoom_to(1.0);
    window.run_steps(20);
    window
}

/// The screen's pixels in a rectangle of the map.
fn pixels(window: &mut Window, rect: Rect) -> RgbaImage {
    let rect = window.state().canvas.camera.screen_rect(rect);
    let picture = window.render().unwrap();
    let (x, y) = (rect.min.x.round() as u32, rect.min.y.round() as u32);
    image::imageops::crop_imm(&picture, x, y, rect.width() as u32, rect.height() as u32).to_image()
}

/// What part of a picture has letters: darker than anything but ink.
fn letters(picture: &RgbaImage) -> (u32, u32, u32, u32) {
    let ink = picture.enumerate_pixels().filter(|(_, _, pixel)| pixel.0[..3].iter().all(|part| *part < 90));
    ink.fold((u32::MAX, u32::MAX, 0, 0), |(x0, y0, x1, y1), (x, y, _)| (x0.min(x), y0.min(y), x1.max(x), y1.max(y)))
}

#[test]
fn letters_stay_where_they_are_when_a_field_opens() {
    let mut window = open(Palette::Light);
    let map = Arc::clone(window.state().editor.map());
    let touchpoint = map.touchpoints().find(|one| one.name == "Chat with adviser").unwrap().id;
    let card = map.cards().find(|(_, _, card)| card.text.contains("nobody calls")).unwrap().2.id;
    for thing in [Thing::Touchpoint(touchpoint), Thing::Card(card), Thing::Note(note())] {
        let desk = window.state_mut();
        desk.editor.select([thing]);
        desk.canvas.zoom_selection(&desk.editor, &desk.layouter.layout(desk.editor.map(), &desk.canvas.view));
        desk.canvas.zoom_to(1.0);
        window.run_steps(20);
        let desk = window.state_mut();
        let scene = desk.layouter.layout(desk.editor.map(), &desk.canvas.view);
        let room = scene.writing_of(thing).unwrap().room.inset(-3.0);
        let before = pixels(&mut window, room);
        let desk = window.state_mut();
        desk.canvas.edit_text(&mut desk.editor, thing);
        window.run_steps(6);
        // What is chosen has another colour.
        window.key_press_modifiers(egui::Modifiers::COMMAND, egui::Key::End);
        window.run_steps(6);
        assert!(window.state().canvas.is_editing_text());
        let during = pixels(&mut window, room);
        let ((x0, y0, x1, y1), then) = (letters(&before), letters(&during));
        let off = [x0.abs_diff(then.0), y0.abs_diff(then.1), x1.abs_diff(then.2), y1.abs_diff(then.3)];
        assert!(x1 > x0 + 20 && off.iter().all(|off| *off <= 1), "{thing:?}: {:?} became {then:?}", (x0, y0, x1, y1));
        window.key_press(egui::Key::Escape);
        window.run_steps(6);
    }
}

#[test]
fn a_field_has_the_ground_of_what_it_edits() {
    for palette in [Palette::Light, Palette::Dark, Palette::ContrastLight, Palette::ContrastDark] {
        let mut window = open(palette);
        let card = window.state().editor.map().cards().find(|(_, _, card)| card.text.contains("nobody calls"));
        let card = card.unwrap().2.id;
        for thing in [Thing::Card(card), Thing::Note(note())] {
            let desk = window.state_mut();
            let scene = desk.layouter.layout(desk.editor.map(), &desk.canvas.view);
            let room = scene.writing_of(thing).unwrap().room;
            // Under the words, at the right.
            let corner = Rect::new(room.x1 - 8.0, room.y1 - 6.0, room.x1 - 4.0, room.y1 - 4.0);
            let before = pixels(&mut window, corner);
            let desk = window.state_mut();
            desk.canvas.edit_text(&mut desk.editor, thing);
            window.run_steps(6);
            let during = pixels(&mut window, corner);
            assert_eq!(before.get_pixel(1, 1), during.get_pixel(1, 1), "{thing:?} with {palette:?}");
            window.key_press(egui::Key::Escape);
            window.run_steps(6);
        }
    }
}
