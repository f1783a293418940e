//! Portraits of personas: how they come onto a map, stand in its file, travel, and are drawn round.

use image::{ExtendedColorType, ImageEncoder as _, Rgba, RgbaImage, codecs::png::PngEncoder};
use std::sync::Arc;
use wayfarer::{
    editor::{Edit, EditError, Editor, ImagePlace, InFile, PersonaChange},
    export::{png::write_png, svg::write_svg},
    files::{image::import, ron},
    map::*,
    scene::{Caption, Cut, Palette, PersonaChoice, Shape, View, layout},
    texts::Texts,
};

const MAP: &str = r#"(
  format: 1,
  structure: locked,
  personas: [(id: "lan", name: "Lan"), (id: "minh", name: "Minh")],
  lanes: [(id: "t", kind: touchpoints), (id: "e", kind: emotion)],
  stages: [(id: "s", touchpoints: [(id: "a", feelings: {"lan": (actual: 30)})])],
)
"#;

fn open(text: &str) -> Editor {
    let map = ron::parse(text.as_bytes()).unwrap().map;
    Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(4))
}

fn lan() -> PersonaId {
    PersonaId::parse("lan").unwrap()
}

fn minh() -> PersonaId {
    PersonaId::parse("minh").unwrap()
}

fn of(id: PersonaId) -> ImagePlace {
    ImagePlace::Thing(Thing::Persona(id))
}

/// A picture three times as wide as high: red at the left, blue in the middle, green at the right.
fn picture(name: &str) -> NewImage {
    let third = |x: u32| [Rgba([200, 0, 0, 255]), Rgba([0, 0, 200, 255]), Rgba([0, 200, 0, 255])][x as usize / 100];
    let pixels = RgbaImage::from_fn(300, 100, |x, _| third(x));
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&pixels, 300, 100, ExtendedColorType::Rgba8).unwrap();
    import(name, &bytes, &[]).unwrap()
}

fn portrayed() -> Editor {
    let mut editor = open(MAP);
    editor.place_images(vec![picture("lan.png")], of(lan())).unwrap();
    editor
}

fn portrait(editor: &Editor, id: PersonaId) -> Option<ImageId> {
    editor.map().persona(id).unwrap().portrait
}

/// A portrait is no structure: it comes and goes while that is locked.
#[test]
fn a_persona_gets_a_portrait_which_goes_with_its_last_user() {
    let mut editor = portrayed();
    let id = portrait(&editor, lan()).unwrap();
    assert_eq!(editor.selection(), [Thing::Persona(lan())]);
    let undo = |editor: &Editor| editor.history().undo_label().unwrap().text(Texts::default());
    assert_eq!(undo(&editor), "add lan.png");
    editor.place_images(vec![picture("lan.png")], of(minh())).unwrap();
    assert_eq!((editor.map().images.len(), portrait(&editor, minh())), (1, Some(id)), "the same picture is kept once");
    editor.apply(Edit::Persona(lan(), PersonaChange::Portrait(None))).unwrap();
    assert_eq!((undo(&editor).as_str(), editor.map().images.len()), ("delete lan.png", 1));
    editor.apply(Edit::Remove(vec![Thing::Persona(minh())])).unwrap();
    assert_eq!((editor.map().images.len(), editor.map().check()), (0, vec![]));
    editor.undo();
    assert_eq!(portrait(&editor, minh()), Some(id));
}

#[test]
fn the_first_of_several_pictures_is_the_portrait() {
    let mut editor = open(&MAP.replace("  structure: locked,\n", ""));
    let mut second = picture("second.png");
    second.data = ImageBytes::new([second.data.bytes(), b"\0"].concat());
    editor.place_images(vec![picture("first.png"), second], of(lan())).unwrap();
    let name = |id: ImageId| editor.map().image(id).unwrap().name.clone();
    assert_eq!(name(portrait(&editor, lan()).unwrap()), "first.png");
    let on_card = editor.map().cards().find_map(|(_, _, card)| card.image).unwrap();
    assert_eq!(name(on_card), "second.png");
}

#[test]
fn an_edit_names_only_portraits_that_are_there() {
    let map = Arc::clone(open(MAP).map());
    let gone = ImageId::parse("gone");
    let change = Edit::Persona(lan(), PersonaChange::Portrait(gone));
    assert_eq!(change.apply(&map), Err(EditError::Gone));
    let mut new = Persona::new(PersonaId::parse("new").unwrap(), "New");
    new.portrait = gone;
    assert_eq!(Edit::InsertPersona(Arc::new(new)).apply(&map), Err(EditError::Gone));
}

#[test]
fn a_portrait_stands_in_the_file_and_is_checked_there() {
    let editor = portrayed();
    let text = ron::write(editor.map()).unwrap();
    assert_eq!(ron::parse(text.as_bytes()).unwrap().map, **editor.map());
    let mention = format!("portrait: \"{}\"", portrait(&editor, lan()).unwrap());
    let line = text.lines().position(|line| line.contains(&mention)).unwrap() + 1;
    let problems = ron::parse(text.replace(&mention, "portrait: \"gone\"").as_bytes()).unwrap_err().problems;
    let said: Vec<_> = problems.iter().map(|one| (one.at.line, one.sentence(Texts::default()))).collect();
    assert_eq!(said, [(line, "There is no image “gone”.".to_owned())]);
    let copy = editor.map().with_fresh_ids(&mut fastrand::Rng::with_seed(8));
    assert_eq!(copy.check(), []);
    assert_eq!(copy.personas[0].portrait, Some(copy.images[0].id));
    assert_ne!(copy.images[0].id, editor.map().images[0].id);
}

/// A persona that another map has not comes along with its portrait; one that it has keeps its own looks.
#[test]
fn a_piece_brings_the_portrait_of_a_persona_that_is_made() {
    let mut from = portrayed();
    from.select([Thing::Touchpoint(TouchpointId::parse("a").unwrap())]);
    let text = ron::piece::write(&from.copied().unwrap()).unwrap();
    let piece = ron::piece::parse(&text).unwrap();
    let open_with = |name: &str| {
        let map = MAP.replace("structure: locked,", "").replace("\"lan\"", "\"l2\"").replace("\"Lan\"", name);
        open(&map)
    };
    let mut known = open_with("\"LAN\"");
    known.paste(&piece, &View::default()).unwrap();
    assert_eq!((known.map().personas.len(), known.map().images.len()), (2, 0));
    let mut unknown = open_with("\"Hoa\"");
    unknown.paste(&piece, &View::default()).unwrap();
    assert_eq!(unknown.map().images, from.map().images);
    assert_eq!((unknown.map().personas[2].portrait, unknown.map().check()), (portrait(&from, lan()), vec![]));
    unknown.undo();
    assert_eq!(unknown.map().images, []);
}

fn captioned(persona: PersonaChoice) -> View {
    View { persona, caption: Caption::Shown, ..View::default() }
}

#[test]
fn paper_shows_the_portrait_beside_the_name_cut_to_a_circle() {
    let editor = portrayed();
    for choice in [PersonaChoice::One(lan()), PersonaChoice::All] {
        let scene = layout(editor.map(), &captioned(choice));
        let round = |shape: &Shape| match shape {
            Shape::Image { rect, cut: Cut::Round, .. } => Some(*rect),
            Shape::Image { .. } | Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Text(_) => {
                None
            }
        };
        let rect = scene.caption().unwrap().shapes.iter().find_map(round).unwrap();
        assert!((rect.width() - rect.height()).abs() < 1e-9);
        let svg = write_svg(&scene, Palette::Light);
        assert_eq!(svg.matches("<clipPath id=\"round-1\"><circle").count(), 1);
        assert_eq!(svg.matches("preserveAspectRatio=\"xMidYMid slice\" clip-path=\"url(#round-1)\"").count(), 1);
        let png = write_png(&scene, Palette::Light, 4.0).unwrap();
        let png = image::load_from_memory(&png).unwrap().into_rgba8();
        let pixel = |x: f64, y: f64| png.get_pixel((x * 4.0) as u32, (y * 4.0) as u32).0;
        let (middle, radius) = (rect.center(), rect.width() / 2.0);
        // The picture is cut to its middle third, which is blue, and the square's corners are paper.
        for (x, y) in [(0.0, 0.0), (-0.9, 0.0), (0.9, 0.0), (0.0, 0.9)] {
            assert_eq!(pixel(middle.x + x * radius, middle.y + y * radius), [0, 0, 200, 255], "{choice:?} {x} {y}");
        }
        assert_ne!(pixel(middle.x + 0.95 * radius, middle.y + 0.95 * radius), [0, 0, 200, 255]);
    }
    let plain = layout(open(MAP).map(), &captioned(PersonaChoice::All));
    assert!(!write_svg(&plain, Palette::Light).contains("clipPath"));
}

#[test]
fn a_template_keeps_the_portraits_of_its_personas_and_no_other_image() {
    let mut editor = portrayed();
    let touchpoint = Thing::Touchpoint(TouchpointId::parse("a").unwrap());
    let mut other = picture("shop.png");
    other.data = ImageBytes::new([other.data.bytes(), b"\0"].concat());
    editor.place_images(vec![other], ImagePlace::Thing(touchpoint)).unwrap();
    let template = editor.map().outline(KeptContent::default());
    assert_eq!(template.images.iter().map(|image| image.name.as_str()).collect::<Vec<_>>(), ["lan.png"]);
    assert_eq!((template.personas[0].portrait, template.check()), (portrait(&editor, lan()), vec![]));
}
