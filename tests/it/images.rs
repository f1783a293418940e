//! Pictures: how files come in, how they stand in the map and its file, and how they are shown and exported.

use image::{
    ExtendedColorType, ImageEncoder as _, Rgba, RgbaImage, codecs::jpeg::JpegEncoder, codecs::png::PngEncoder,
};
use std::sync::Arc;
use wayfarer::{
    editor::{CardChange, Edit, EditError, Editor, ImagePlace, InFile, TouchpointChange},
    export::{png::write_png, svg::write_svg},
    files::{
        image::{ImageFault, LONGEST_SIDE, Pixels, decode, import, import_unfiled, is_svg_text},
        ron,
    },
    map::*,
    scene::{Palette, Shape, View, layout, sizes},
    texts::{Language, Texts},
    ui::pictures::{self, Picture},
};

const RED: Rgba<u8> = Rgba([200, 10, 20, 255]);

fn png(width: u32, height: u32, color: Rgba<u8>) -> Vec<u8> {
    let picture = RgbaImage::from_pixel(width, height, color);
    let mut bytes = Vec::new();
    PngEncoder::new(&mut bytes).write_image(&picture, width, height, ExtendedColorType::Rgba8).unwrap();
    bytes
}

fn jpeg(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    let row = [200, 10, 20].repeat((width * height) as usize);
    JpegEncoder::new(&mut bytes).write_image(&row, width, height, ExtendedColorType::Rgb8).unwrap();
    bytes
}

fn imported(bytes: &[u8]) -> NewImage {
    import("a.file", bytes, &[]).unwrap()
}

#[test]
fn a_small_file_stays_as_it_is() {
    for bytes in [png(300, 200, RED), jpeg(300, 200)] {
        let image = imported(&bytes);
        assert_eq!((image.width, image.height, image.name.as_str()), (300, 200, "a.file"));
        assert_eq!(image.data.bytes(), bytes);
    }
}

#[test]
fn a_large_file_is_scaled_down_and_stays_of_its_kind() {
    for (bytes, format) in [(png(4100, 410, RED), ImageFormat::Png), (jpeg(4100, 410), ImageFormat::Jpeg)] {
        let image = imported(&bytes);
        assert_eq!((image.width, image.height), (LONGEST_SIDE, 200));
        assert_eq!(image.data.format(), Some(format));
        let pixels = decode(&image.data, 4096).unwrap();
        assert_eq!((pixels.width, pixels.height), (2000, 200));
        assert!(
            pixels.rgba[0].abs_diff(RED.0[0]) < 4 && pixels.rgba[1].abs_diff(RED.0[1]) < 4,
            "{:?}",
            &pixels.rgba[..4]
        );
    }
}

#[test]
fn a_webp_comes_in() {
    let picture = RgbaImage::from_pixel(30, 20, Rgba([1, 2, 3, 128]));
    let mut bytes = Vec::new();
    let encoder = image::codecs::webp::WebPEncoder::new_lossless(&mut bytes);
    encoder.write_image(&picture, 30, 20, ExtendedColorType::Rgba8).unwrap();
    let image = imported(&bytes);
    assert_eq!((image.width, image.height, image.data.format()), (30, 20, Some(ImageFormat::WebP)));
    assert_eq!(decode(&image.data, 64).unwrap().rgba[..4], [1, 2, 3, 128]);
}

#[test]
fn pixels_without_a_file_come_in() {
    let image = import_unfiled("", Pixels { width: 2, height: 1, rgba: vec![9, 8, 7, 255, 1, 2, 3, 0] }).unwrap();
    assert_eq!((image.width, image.height, image.data.format()), (2, 1, Some(ImageFormat::Png)));
    assert_eq!(decode(&image.data, 64).unwrap().rgba, [9, 8, 7, 255, 1, 2, 3, 0]);
    for (width, height) in [(0, 0), (2, 2)] {
        assert!(import_unfiled("", Pixels { width, height, rgba: vec![0; 8] }).is_err());
    }
}

/// Exif (CIPA DC-008, 4.6) with orientation 6: the camera was held so that the picture has to be turned by 90°.
#[test]
fn a_photograph_stands_as_the_camera_was_held_and_says_nothing_of_its_maker() {
    let exif = b"Exif\0\0II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0";
    let len = u16::try_from(exif.len() + 2).unwrap().to_be_bytes();
    let plain = jpeg(300, 200);
    let turned = [&plain[..2], b"\xff\xe1", &len, exif, &plain[2..]].concat();
    let image = imported(&turned);
    assert_eq!((image.width, image.height), (200, 300));
    assert_eq!(image.data.format(), Some(ImageFormat::Png), "no second loss");
    assert!(!image.data.bytes().windows(4).any(|four| four == b"Exif"));
}

#[test]
fn an_svg_becomes_pixels_and_reads_nothing_else() {
    let secret = std::env::temp_dir().join(format!("wayfarer-secret-{}.png", std::process::id()));
    std::fs::write(&secret, png(10, 10, RED)).unwrap();
    let svg = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='40' height='20'>\
         <script>throw 1</script><rect width='20' height='20' fill='#0000ff'/>\
         <image x='20' width='20' height='20' xlink:href='{0}'/><image x='20' width='20' height='20' \
         xlink:href='file://{0}'/></svg>",
        secret.display()
    );
    let image = imported(svg.as_bytes());
    std::fs::remove_file(secret).unwrap();
    assert_eq!((image.width, image.height, image.data.format()), (1200, 600, Some(ImageFormat::Png)));
    let pixels = decode(&image.data, 4096).unwrap();
    let pixel = |x: usize| &pixels.rgba[(300 * 1200 + x) * 4..][..4];
    assert_eq!(pixel(300), [0, 0, 255, 255]);
    assert_eq!(pixel(900), [0, 0, 0, 0], "the file beside it was not read");
}

/// A PNG whose header (PNG specification, 11.2.1) claims a size; its check sum is right.
fn claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = png(1, 1, RED);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = !bytes[12..29].iter().fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xedb8_8320 } else { sum >> 1 })
    });
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

#[test]
fn what_cannot_be_read_is_refused_with_a_sentence() {
    let fault = |bytes: &[u8]| import("a.png", bytes, &[]).unwrap_err();
    assert_eq!(fault(b"GIF89a"), ImageFault::UnknownKind);
    assert_eq!(fault(b""), ImageFault::UnknownKind);
    assert_eq!(fault(&vec![0x89; (20 << 20) + 1]), ImageFault::TooLarge);
    assert_eq!(fault(&claiming(60_000, 50_000)), ImageFault::TooManyPixels { width: 60_000, height: 50_000 });
    assert!(matches!(fault(&claiming(7_000, 7_000)), ImageFault::Broken(_)), "a bomb within the limit has no pixels");
    assert!(matches!(fault(&png(30, 20, RED)[..60]), ImageFault::Broken(_)));
    assert!(matches!(fault(&jpeg(300, 200)[..800]), ImageFault::Broken(_)));
    assert!(matches!(fault(b"<svg xmlns='http://www.w3.org/2000/svg'><g></svg>"), ImageFault::Broken(_)));
    let says = fault(&claiming(60_000, 50_000)).sentence("a.png", Texts(Language::English));
    assert_eq!(
        says,
        "“a.png” was not inserted: 60\u{202f}000 × 50\u{202f}000 pixels are too many; at most 50 million are read. Scale it down \
         and insert it again."
    );
}

fn touchpoint(id: &str) -> TouchpointId {
    TouchpointId::parse(id).unwrap()
}

const MAP: &str = r#"(
  format: 1,
  personas: [(id: "p")],
  lanes: [(id: "t", kind: touchpoints), (id: "l", kind: pain_points)],
  stages: [(id: "s", touchpoints: [(id: "a"), (id: "b"), (id: "c", cards: {"l": [(id: "k", text: "late")]})])],
)
"#;

fn editor() -> Editor {
    let map = ron::parse(MAP.as_bytes()).unwrap().map;
    Editor::open(Arc::new(map), InFile::Yes, fastrand::Rng::with_seed(3))
}

fn picture(color: u8) -> NewImage {
    let mut image = imported(&png(60, 40, Rgba([color, 0, 0, 255])));
    image.name = format!("{color}.png");
    image
}

fn card_k() -> CardId {
    CardId::parse("k").unwrap()
}

#[test]
fn a_picture_goes_where_it_is_meant_and_with_its_last_user() {
    let mut editor = editor();
    editor.place_images(vec![picture(1)], ImagePlace::Thing(Thing::Touchpoint(touchpoint("a")))).unwrap();
    let id = editor.map().images[0].id;
    assert_eq!(editor.map().touchpoint(touchpoint("a")).unwrap().image, Some(id));
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "add 1.png");
    // The same picture again is not kept twice.
    editor.place_images(vec![picture(1)], ImagePlace::Thing(Thing::Card(card_k()))).unwrap();
    assert_eq!((editor.map().images.len(), editor.map().card(card_k()).unwrap().2.image), (1, Some(id)));
    editor.apply(Edit::Touchpoint(touchpoint("a"), TouchpointChange::Image(None))).unwrap();
    assert_eq!(editor.map().images.len(), 1);
    assert_eq!(editor.history().undo_label().unwrap().text(Texts::default()), "delete 1.png");
    // Another picture in its place, and the first one is not in the map any more; undo brings it back.
    editor.place_images(vec![picture(2)], ImagePlace::Thing(Thing::Card(card_k()))).unwrap();
    assert_eq!(editor.map().images.iter().map(|image| image.name.as_str()).collect::<Vec<_>>(), ["2.png"]);
    editor.undo();
    assert_eq!(editor.map().images[0].id, id);
    editor.apply(Edit::Remove(vec![Thing::Touchpoint(touchpoint("c"))])).unwrap();
    assert_eq!(editor.map().images, []);
    assert_eq!(editor.map().check(), []);
}

#[test]
fn in_an_empty_cell_a_picture_makes_a_card_there() {
    let mut editor = editor();
    editor.place_images(vec![picture(1)], ImagePlace::Anywhere).unwrap();
    let lane = editor.map().lane_of_kind(LaneKind::Storyboard).unwrap().id;
    editor.go_to_cell((Holder::Touchpoint(touchpoint("c")), lane));
    let place = editor.image_place();
    editor.place_images(vec![picture(2)], place).unwrap();
    let cards = editor.map().touchpoint(touchpoint("c")).unwrap().cards_in(lane);
    assert_eq!(cards.iter().map(|card| card.image).collect::<Vec<_>>(), [Some(editor.map().images[1].id)]);
}

/// On what a picture comes, and at which touchpoint it stands then.
#[test]
fn a_picture_for_a_link_or_a_note_stands_where_that_leads() {
    let mut map = ron::parse(MAP.as_bytes()).unwrap().map;
    let link = Link {
        id: LinkId::parse("link").unwrap(),
        from: touchpoint("b"),
        to: touchpoint("c"),
        kind: LinkKind::Path,
        label: String::new(),
        share: None,
    };
    let about = |id: &str, to| Arc::new(Note { text: id.into(), to, ..Note::new(NoteId::parse(id).unwrap(), (0, 0)) });
    map.links = vec![Arc::new(link)];
    map.notes = vec![about("tied", Some(NoteTarget::Card(card_k()))), about("free", None)];
    let note = |id: &str| Thing::Note(NoteId::parse(id).unwrap());
    for (thing, expected) in [(Thing::Link(map.links[0].id), "b"), (note("tied"), "c"), (note("free"), "a")] {
        let mut editor = Editor::open(Arc::new(map.clone()), InFile::Yes, fastrand::Rng::with_seed(3));
        editor.place_images(vec![picture(1)], ImagePlace::Thing(thing)).unwrap();
        let lane = editor.map().lane_of_kind(LaneKind::Storyboard).unwrap().id;
        let at = editor.map().touchpoints().find(|one| !one.cards_in(lane).is_empty()).unwrap().id;
        assert_eq!(at, touchpoint(expected), "{thing:?}");
    }
}

#[test]
fn a_text_is_a_picture_where_it_is_svg() {
    let copied = write_svg(&layout(&illustrated(), &View::default()), Palette::Light);
    assert!(is_svg_text(&copied));
    let taken = import("copied", copied.as_bytes(), &[]).unwrap();
    assert!(taken.width > 100 && taken.height > 100);
    let drawing = "<?xml version='1.0'?>\n<svg xmlns='http://www.w3.org/2000/svg' width='9' height='9'/>";
    assert!(is_svg_text(drawing));
    for other in ["Buy\nPay", "<svg> is what browsers draw", "<p>see <svg xmlns='http://www.w3.org/2000/svg'/></p>", ""]
    {
        assert!(!is_svg_text(other), "{other:?}");
    }
}

#[test]
fn several_pictures_make_a_storyboard_from_left_to_right() {
    let mut editor = editor();
    editor.place_images(vec![picture(1), picture(2), picture(3), picture(4)], ImagePlace::Anywhere).unwrap();
    let map = editor.map();
    let lane = map.lane_of_kind(LaneKind::Storyboard).unwrap();
    assert_eq!(map.lanes.iter().position(|other| other.id == lane.id), Some(1), "under the touchpoints");
    let shown = |id: &str| {
        let cards = map.touchpoint(touchpoint(id)).unwrap().cards_in(lane.id);
        cards.iter().map(|card| map.image(card.image.unwrap()).unwrap().name.clone()).collect::<Vec<_>>()
    };
    assert_eq!([shown("a"), shown("b"), shown("c")], [vec!["1.png"], vec!["2.png"], vec!["3.png", "4.png"]]);
    editor.undo();
    assert_eq!(editor.map().images.len(), 0);
    let empty = Map::empty(&mut fastrand::Rng::with_seed(1));
    let mut nowhere = Editor::open(Arc::new(empty), InFile::No, fastrand::Rng::with_seed(1));
    assert_eq!(nowhere.place_images(vec![picture(1)], ImagePlace::Anywhere), Err(EditError::NoPlace));
}

/// The map with a picture of 60 × 40 on the touchpoint a and the card k.
fn illustrated() -> Arc<Map> {
    let mut editor = editor();
    for thing in [Thing::Touchpoint(touchpoint("a")), Thing::Card(card_k())] {
        editor.place_images(vec![picture(9)], ImagePlace::Thing(thing)).unwrap();
    }
    let id = editor.map().images[0].id;
    editor.apply(Edit::DescribeImage(id, "A queue <long>".into())).unwrap();
    Arc::clone(editor.map())
}

#[test]
fn pictures_stand_in_the_file_and_are_checked_there() {
    let map = illustrated();
    let text = ron::write(&map).unwrap();
    assert_eq!(ron::parse(text.as_bytes()).unwrap().map, *map);
    assert!(text.find("images:").unwrap() > text.find("stages:").unwrap(), "what people read comes first");
    let problems = |text: &str| {
        let problems = ron::parse(text.as_bytes()).unwrap_err().problems;
        problems.iter().map(|it| format!("{}: {}", it.at.line, it.sentence(Texts::default()))).collect::<Vec<_>>()
    };
    let line_of = |what: &str| text.lines().position(|line| line.contains(what)).unwrap() + 1;
    let id = map.images[0].id;
    let mention = format!("image: \"{id}\"");
    let gone = text.replacen(&mention, "image: \"gone\"", 1);
    assert_eq!(problems(&gone), [format!("{}: There is no image “gone”.", line_of(&mention))]);
    let other = text.replace("width: 60", "width: 61");
    let line = line_of(&format!("id: \"{id}\""));
    assert!(problems(&other)[0].starts_with(&format!("{line}: The image “{id}” is no PNG")), "{:?}", problems(&other));
    let data = map.images[0].data.base64();
    let cut = text.replace(&data, &data[..21]);
    assert!(
        problems(&cut)[0].ends_with("The data of an image is expected here as base64 text."),
        "{:?}",
        problems(&cut)
    );
    let bomb = text
        .replace(&data, &ImageBytes::new(claiming(60, 3_000_000)).base64())
        .replace("height: 40", "height: 3000000");
    assert_eq!(problems(&bomb).len(), 1);
}

#[test]
fn pictures_are_fitted_above_the_text() {
    let scene = layout(&illustrated(), &View::default());
    for thing in [Thing::Touchpoint(touchpoint("a")), Thing::Card(card_k())] {
        let card = scene.rect_of(thing).unwrap();
        let placed = scene.placed(None).find_map(|placed| {
            let shapes = placed.block.shapes.iter();
            let rects = shapes.filter_map(|shape| {
                if let Shape::Image { rect, .. } = shape { Some(*rect + placed.offset) } else { None }
            });
            rects.into_iter().find(|rect| card.contains(rect.center()))
        });
        let rect = placed.unwrap();
        assert!((rect.width() / rect.height() - 1.5).abs() < 1e-9, "60 × 40 is half as wide again as high");
        assert!(card.contains(rect.origin()) && card.contains(wayfarer::scene::Point::new(rect.x1, rect.y1)));
        assert!(scene.text_rect_of(thing).unwrap().y0 > rect.y1, "the text is edited under the picture");
    }
    let plain = layout(&Arc::new(ron::parse(MAP.as_bytes()).unwrap().map), &View::default());
    assert!(scene.lanes()[0].height > plain.lanes()[0].height);
}

#[test]
fn a_change_of_a_picture_lays_out_nothing_else() {
    let map = illustrated();
    let mut layouter = wayfarer::scene::Layouter::new();
    let before = layouter.layout(&map, &View::default());
    let said = Edit::DescribeImage(map.images[0].id, "Another".into()).apply(&map).unwrap();
    let after = layouter.layout(&said, &View::default());
    assert!(Arc::ptr_eq(&before.columns()[0].cells[0], &after.columns()[0].cells[0]));
    assert_eq!(after.image(map.images[0].id).unwrap().description, "Another");
}

#[test]
fn exports_hold_the_pictures() {
    let scene = layout(&illustrated(), &View::default());
    let svg = write_svg(&scene, Palette::Light);
    let data = scene.image(illustrated().images[0].id).unwrap().data.base64();
    assert_eq!(svg.matches(&format!("href=\"data:image/png;base64,{data}\"")).count(), 2);
    assert!(svg.contains("<title>A queue &lt;long&gt;</title>"));
    let png = write_png(&scene, Palette::Light, 1.0).unwrap();
    let png = image::load_from_memory(&png).unwrap().into_rgba8();
    let card = scene.rect_of(Thing::Touchpoint(touchpoint("a"))).unwrap();
    let (x, y) = (card.center().x as u32, (card.y0 + sizes::PICTURE_TOP) as u32 + 20);
    assert_eq!(png.get_pixel(x, y).0, [9, 0, 0, 255]);
}

#[test]
fn a_textures_pixels_are_asked_for_once_and_finer_when_seen_nearer() {
    let ctx = egui::Context::default();
    let data = picture(7).data;
    let look = |pixels| pictures::picture(&ctx, &data, pixels);
    assert_eq!(look(100.0), Picture::Awaited);
    assert_eq!(look(90.0), Picture::Awaited);
    let wanted = pictures::take_wanted(&ctx, 9);
    assert_eq!(wanted.iter().map(|wanted| wanted.side).collect::<Vec<_>>(), [128]);
    assert!(pictures::take_wanted(&ctx, 9).is_empty());
    pictures::put(&ctx, &wanted[0], Some(egui::ColorImage::filled([128, 80], egui::Color32::TRANSPARENT)));
    assert!(matches!(look(128.0), Picture::Shown(_)));
    assert!(pictures::take_wanted(&ctx, 9).is_empty());
    assert!(matches!(look(300.0), Picture::Shown(_)), "the coarse one until the finer one is there");
    let finer = pictures::take_wanted(&ctx, 9);
    assert_eq!(finer[0].side, 512);
    pictures::put(&ctx, &finer[0], Some(egui::ColorImage::filled([300, 200], egui::Color32::TRANSPARENT)));
    look(2000.0);
    assert!(pictures::take_wanted(&ctx, 9).is_empty(), "it has no more than 300 pixels");
    let broken = picture(8).data;
    pictures::picture(&ctx, &broken, 64.0);
    let wanted = pictures::take_wanted(&ctx, 9);
    pictures::put(&ctx, &wanted[0], None);
    assert_eq!(pictures::picture(&ctx, &broken, 64.0), Picture::Broken);
}

#[test]
fn a_copied_piece_carries_its_pictures_to_another_map() {
    let mut from = Editor::open(illustrated(), InFile::Yes, fastrand::Rng::with_seed(5));
    from.select([Thing::Touchpoint(touchpoint("a")), Thing::Card(card_k())]);
    let text = wayfarer::files::ron::piece::write(&from.copied().unwrap()).unwrap();
    let piece = wayfarer::files::ron::piece::parse(&text).unwrap();
    let mut to = editor();
    to.select([Thing::Touchpoint(touchpoint("b"))]);
    to.paste(&piece, &View::default()).unwrap();
    assert_eq!(to.map().images, from.map().images);
    assert_eq!((to.map().image_uses().count(), to.map().check()), (2, vec![]));
    to.undo();
    assert_eq!(to.map().images, []);
}

#[test]
fn an_edit_names_only_pictures_that_are_there() {
    let map = Arc::clone(editor().map());
    let gone = ImageId::parse("gone").unwrap();
    let on_card = Edit::Card(card_k(), CardChange::Image(Some(gone)));
    assert_eq!(on_card.apply(&map), Err(EditError::Gone));
    let card = Arc::new(Card { image: Some(gone), ..Card::new(CardId::parse("n").unwrap(), "") });
    let holder = Holder::Touchpoint(touchpoint("a"));
    let insert = Edit::InsertCard { holder, lane: LaneId::parse("l").unwrap(), at: 0, card };
    assert_eq!(insert.apply(&map), Err(EditError::DoesNotFit));
}
