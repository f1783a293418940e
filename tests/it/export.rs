//! Pictures: SVG and PNG.

use std::{ffi::OsString, fs, sync::Arc};
use wayfarer::{
    cli::{self, Action, ExitStatus, Io},
    export::{
        ExportError,
        png::{largest_scale, parse_svg, pixels_of_part, write_png},
        svg::{write_svg, write_svg_part},
    },
    files::ron,
    map::{
        Feeling, Holder, LaneKind, Map, Persona, PersonaId, Score, Stage, StageId, Thing, Touchpoint, TouchpointId,
        Visibility, Weight,
    },
    scene::{
        Caption, CurveChoice, FontWeight, Palette, PersonaChoice, Scene, Shape, View, layout,
        text::{Measurer, TextStyle},
    },
    texts::Texts,
};

fn small() -> Map {
    ron::parse(include_bytes!("../fixtures/scene/small.ron")).unwrap().map
}

fn scene(map: Map) -> Arc<Scene> {
    layout(&Arc::new(map), &View::default())
}

#[test]
fn the_same_scene_gives_the_same_svg() {
    let svg = write_svg(&scene(small()), Palette::Light);
    assert_eq!(svg, write_svg(&scene(small()), Palette::Light));
    assert!(svg.contains("<title>A small journey</title>"));
    assert!(svg.contains("<desc>With &lt;marks&gt; &amp; signs</desc>"));
    assert!(svg.contains(">Friend's</text>") && svg.contains(">recommendation</text>"));
}

/// UAX 9: in a document that is read from the left, a row that is read from the right has to say so, or what ends it (here
/// the dots of a name that was cut) stands at its beginning.
#[test]
fn a_row_that_is_read_from_the_right_says_so() {
    let named = |name: &str| {
        let mut map = small();
        Arc::make_mut(&mut map.stages[0]).name = name.to_owned();
        write_svg(&scene(map), Palette::Light)
    };
    let isolate = ['\u{2067}', '\u{2069}'];
    let row = |svg: &str| svg.lines().find(|line| line.contains(isolate)).map(str::to_owned);
    assert_eq!(row(&named("Shop שלום")), None, "it begins with Latin letters");
    let row = row(&named("שלום Shop (1)")).expect("a marked row");
    assert!(row.contains(">\u{2067}שלום Shop (1)\u{2069}</text>"), "{row}");
    parse_svg(&named("שלום Shop (1)")).expect("a sound document");
}

#[test]
fn an_svg_has_every_row_as_a_text() {
    let scene = scene(small());
    let tree = parse_svg(&write_svg(&scene, Palette::Light)).unwrap();
    let rows = |shape: &Shape| if let Shape::Text(text) = shape { text.rows.len() } else { 0 };
    let wanted: usize = scene.placed(None).map(|placed| placed.block.shapes.iter().map(rows).sum::<usize>()).sum();
    assert_eq!(texts_in(tree.root()), wanted);
    assert_eq!(
        (f64::from(tree.size().width()), f64::from(tree.size().height())),
        (scene.size.width, scene.size.height)
    );
}

fn texts_in(group: &resvg::usvg::Group) -> usize {
    let count = |node: &resvg::usvg::Node| match node {
        resvg::usvg::Node::Group(group) => texts_in(group),
        resvg::usvg::Node::Text(_) => 1,
        resvg::usvg::Node::Path(_) | resvg::usvg::Node::Image(_) => 0,
    };
    group.children().iter().map(count).sum()
}

#[test]
fn a_picture_on_paper_says_what_it_is() {
    let map = Arc::new(ron::parse(include_bytes!("../../sample_maps/air_purifier.ron")).unwrap().map);
    let view = View { persona: PersonaChoice::All, caption: Caption::Shown, ..View::default() };
    let (paper, screen) = (layout(&map, &view), layout(&map, &View::default()));
    assert_eq!(paper.size, screen.size, "the picture under the caption is that of the screen");
    let svg = write_svg(&paper, Palette::Light);
    let said = ["Air purifier, bought online", "Wave Oct 2026", "Minh, 52, allergic to dust", "Expected"];
    for text in said.into_iter().chain(["Measured, 95 % interval"]) {
        assert!(svg.contains(&format!(">{text}</text>")), "{text}");
    }
    let tree = parse_svg(&svg).unwrap();
    assert_eq!(f64::from(tree.size().height()), paper.paper_size().height);
    assert!(paper.paper_size().height > screen.size.height + 40.0);
    assert_eq!(screen.paper_size(), screen.size);
    // One at a time: neither the other personas nor curves that are switched off.
    let curves = CurveChoice { expected: false, ..CurveChoice::default() };
    let svg = write_svg(&layout(&map, &View { persona: PersonaChoice::First, curves, ..view }), Palette::Light);
    assert!(svg.contains(">Lan, 34, new parent<") && !svg.contains(">Minh, 52") && !svg.contains(">Expected<"));
}

#[test]
fn the_key_names_only_what_the_picture_has() {
    let key = |map: &Map| {
        let view = View { caption: Caption::Shown, ..View::default() };
        let svg = write_svg(&layout(&Arc::new(map.clone()), &view), Palette::Light);
        ["Actual", "Expected", "Moment of truth"].map(|name| svg.contains(&format!(">{name}</text>")))
    };
    let mut rng = fastrand::Rng::with_seed(3);
    let mut map = Map::empty(&mut rng);
    let (lan, minh) = (map.personas[0].id, PersonaId::parse("minh").unwrap());
    let mut shop = Touchpoint::new(TouchpointId::parse("shop").unwrap(), "Shop");
    let put = |map: &mut Map, shop: &Touchpoint| {
        let stage = Stage::new(StageId::parse("buy").unwrap(), "Buying");
        map.stages = vec![Arc::new(Stage { touchpoints: vec![Arc::new(shop.clone())], ..stage })];
        key(map)
    };
    assert_eq!(put(&mut map, &shop), [false, false, false]);
    shop.feelings.insert(lan, Feeling { actual: Score::new(20), ..Feeling::default() });
    shop.weight = Weight::MomentOfTruth;
    assert_eq!(put(&mut map, &shop), [true, false, true]);
    map.personas.push(Arc::new(Persona::new(minh, "Minh")));
    shop.feelings.insert(minh, Feeling { expected: Score::new(40), ..Feeling::default() });
    assert_eq!(put(&mut map, &shop), [true, false, true], "Minh's feelings are not drawn");
    shop.feelings.insert(lan, Feeling { expected: Score::new(40), ..Feeling::default() });
    assert_eq!(put(&mut map, &shop), [false, true, true]);
    Arc::make_mut(&mut map.personas[0]).path.skips.insert(shop.id);
    assert_eq!(put(&mut map, &shop), [false, false, true], "Lan does not come here");
    let emotion = map.lanes.iter_mut().find(|lane| lane.kind == LaneKind::Touchpoints).unwrap();
    Arc::make_mut(emotion).visibility = Visibility::Hidden;
    assert_eq!(put(&mut map, &shop), [false; 3]);
}

#[test]
fn a_caption_stays_on_narrow_paper() {
    let mut map = small();
    map.title = "A title that is far longer than a map of one touchpoint is wide".to_owned();
    map.stages.truncate(1);
    let mut stage = (*map.stages[0]).clone();
    stage.touchpoints.truncate(1);
    map.stages[0] = Arc::new(stage);
    let view = View { persona: PersonaChoice::All, caption: Caption::Shown, ..View::default() };
    let scene = layout(&Arc::new(map), &view);
    let caption = scene.caption().unwrap();
    let mut taken: Vec<(f64, std::ops::Range<f64>)> = Vec::new();
    for shape in &caption.shapes {
        let Shape::Text(text) = shape else { continue };
        let bounds = text.bounds();
        assert!(bounds.x0 >= 0.0 && bounds.x1 <= scene.size.width, "{text:?}");
        assert!(bounds.y1 <= caption.size.height, "{text:?}");
        for row in &text.rows {
            let (y, room) = (row.origin.y, row.origin.x..row.origin.x + row.width);
            let is_beside = |(other, taken): &(f64, std::ops::Range<f64>)| {
                (y - other).abs() > 1.0 || room.start >= taken.end || taken.start >= room.end
            };
            assert!(taken.iter().all(is_beside), "{text:?} stands on another text");
            taken.push((y, room));
        }
    }
}

#[test]
fn a_row_with_a_symbol_keeps_its_face() {
    let named = |name: &str| {
        let touchpoint = Arc::new(Touchpoint::new(TouchpointId::parse("odd").unwrap(), name));
        let stage = Stage { touchpoints: vec![touchpoint], ..Stage::new(StageId::parse("odd").unwrap(), "Stage") };
        scene(Map { stages: vec![Arc::new(stage)], ..small() })
    };
    let name = "Hàng → mm ≥ 5";
    let svg = write_svg(&named(name), Palette::Light);
    let arrow = "<tspan font-family=\"Inter, sans-serif\">→</tspan>";
    assert!(svg.contains(&format!(">Hàng {arrow} mm ≥ 5</text>")), "{svg}");
    // As wide as it was measured.
    let tree = parse_svg(&svg).unwrap();
    let (_, width) = text_widths(tree.root()).into_iter().find(|(text, _)| text == name).unwrap();
    let measured = Measurer::default().width(name, TextStyle { size: 12.5, weight: FontWeight::Medium });
    assert!((f64::from(width) - measured).abs() < 1.5, "{width} is not {measured}");
}

fn text_widths(group: &resvg::usvg::Group) -> Vec<(String, f32)> {
    let mut widths = Vec::new();
    for node in group.children() {
        match node {
            resvg::usvg::Node::Group(group) => widths.extend(text_widths(group)),
            resvg::usvg::Node::Text(text) => {
                let words = text.chunks().iter().map(|chunk| chunk.text()).collect();
                widths.push((words, text.bounding_box().width()));
            }
            resvg::usvg::Node::Path(_) | resvg::usvg::Node::Image(_) => {}
        }
    }
    widths
}

#[test]
fn characters_that_xml_cannot_hold_are_left_out() {
    let mut map = small();
    map.title = "a\u{0}<b>\u{fffe}\u{1b}".to_owned();
    let name = "x\u{0}\u{8}\u{fffe}\u{ffff}]]>&amp;\"\u{85}";
    let touchpoint = Arc::new(Touchpoint::new(TouchpointId::parse("odd").unwrap(), name));
    let stage = Stage { touchpoints: vec![touchpoint], ..Stage::new(StageId::parse("odd").unwrap(), name) };
    map.stages.push(Arc::new(stage));
    let svg = write_svg(&scene(map), Palette::Light);
    parse_svg(&svg).expect("well-formed");
    let odd = |c: char| (c.is_control() && c != '\n') || matches!(c, '\u{fffe}' | '\u{ffff}');
    assert!(!svg.contains(odd));
    assert!(svg.contains("<title>a&lt;b&gt;</title>"));
}

#[test]
fn a_png_has_the_size_asked_for_and_ink_on_it() {
    let scene = scene(small());
    let png = write_png(&scene, Palette::Light, 0.5).unwrap();
    let pixmap = resvg::tiny_skia::Pixmap::decode_png(&png).unwrap();
    let half = |length: f64| (length * 0.5).ceil() as u32;
    assert_eq!((pixmap.width(), pixmap.height()), (half(scene.size.width), half(scene.size.height)));
    let colours: std::collections::HashSet<u32> =
        pixmap.pixels().iter().map(|p| u32::from_be_bytes([p.red(), p.green(), p.blue(), p.alpha()])).collect();
    assert!(colours.len() > 50, "only {} colours", colours.len());
    assert!(pixmap.pixels().iter().all(|pixel| pixel.alpha() == 255));
}

#[test]
fn a_picture_that_is_too_large_is_refused_with_a_scale_that_does() {
    let scene = scene(small());
    let error = write_png(&scene, Palette::Light, 1000.0).unwrap_err();
    let ExportError::TooLarge { largest_scale: largest, .. } = error else { panic!("{error}") };
    assert_eq!(largest, largest_scale(&scene));
    assert!(error.sentence(Texts::default()).contains("SVG"));
    for scale in [0.0, -1.0, f64::NAN, f64::INFINITY] {
        assert!(matches!(write_png(&scene, Palette::Light, scale), Err(ExportError::BadScale { .. })));
    }
}

/// Runs `wayfarer export` in a folder with the small map; the status and what was said to standard error.
fn export(folder: &std::path::Path, args: &[&str]) -> (ExitStatus, String) {
    fs::write(folder.join("small.ron"), include_bytes!("../fixtures/scene/small.ron")).unwrap();
    let place = |arg: &&str| if arg.contains('.') { folder.join(arg).into_os_string() } else { OsString::from(*arg) };
    let args = [OsString::from("export")].into_iter().chain(args.iter().map(place));
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let action = cli::run(args, &mut Io::new(&mut out, &mut err, Texts::default()));
    let Action::Ended(status) = action else { panic!("a window") };
    assert!(out.is_empty());
    (status, String::from_utf8(err).unwrap())
}

#[test]
fn the_command_line_writes_what_the_ending_says() {
    let folder = tempfile::tempdir().unwrap();
    let done = (ExitStatus::Done, String::new());
    assert_eq!(export(folder.path(), &["small.ron", "a.svg", "--persona", "all", "--language", "vi"]), done);
    let svg = fs::read_to_string(folder.path().join("a.svg")).unwrap();
    assert!(svg.contains("Điểm tiếp xúc") && parse_svg(&svg).is_ok());
    assert_eq!(export(folder.path(), &["small.ron", "a.PNG", "--scale", "1"]), done);
    assert!(fs::read(folder.path().join("a.PNG")).unwrap().starts_with(b"\x89PNG"));
}

#[test]
fn a_hidden_persona_is_drawn_where_it_is_asked_for() {
    let folder = tempfile::tempdir().unwrap();
    let mut map = small();
    let mut hidden = (*map.personas[0]).clone();
    hidden.id = PersonaId::parse("bert").unwrap();
    (hidden.name, hidden.visibility) = ("Bert".to_owned(), Visibility::Hidden);
    map.personas.push(Arc::new(hidden));
    fs::write(folder.path().join("hidden.ron"), ron::write(&map).unwrap()).unwrap();
    let (status, said) = export(folder.path(), &["hidden.ron", "bert.svg", "--persona", "Bert"]);
    assert_eq!((status, said.as_str()), (ExitStatus::Done, ""));
    assert!(fs::read_to_string(folder.path().join("bert.svg")).unwrap().contains(">Bert</text>"));
}

#[test]
fn a_command_line_at_fault_writes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let faults: [&[&str]; 7] = [
        &[],
        &["small.ron"],
        &["small.ron", "a.gif"],
        &["small.ron", "a.svg", "--scale", "2"],
        &["small.ron", "a.png", "--scale", "0"],
        &["small.ron", "a.svg", "--persona", "Nobody"],
        &["small.ron", "a.svg", "--language", "fr"],
    ];
    for args in faults {
        let (status, said) = export(folder.path(), args);
        assert_eq!(status, ExitStatus::Usage, "{args:?}");
        assert!(said.starts_with("wayfarer: "), "{said}");
    }
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "only the map lies there");
}

/// The part of the picture that some things are.
fn part(scene: &Scene, things: &[Thing]) -> wayfarer::scene::Rect {
    scene.part_of(things)
}

#[test]
fn a_part_is_the_columns_rows_or_things_themselves() {
    let map = small();
    let scene = scene(map.clone());
    let (first, second) = (&map.stages[0], &map.stages[1]);
    let stage = part(&scene, &[Thing::Stage(first.id)]);
    assert_eq!((stage.x0, stage.width()), (132.0, 138.0 * first.touchpoints.len() as f64), "gutter 132, column 138");
    let both = part(&scene, &[Thing::Stage(second.id), Thing::Stage(first.id)]);
    assert_eq!((both.x0, both.width()), (132.0, stage.width() + 138.0 * second.touchpoints.len() as f64));
    let touchpoint = part(&scene, &[Thing::Touchpoint(first.touchpoints[0].id)]);
    assert_eq!((touchpoint.width(), touchpoint.y1), (138.0, scene.bottom()));
    let lane = map.lane_of_kind(LaneKind::Emotion).unwrap().id;
    let row = part(&scene, &[Thing::Lane(lane)]);
    let cell = scene.cell_rect(Holder::Touchpoint(first.touchpoints[0].id), lane).unwrap();
    assert_eq!((row.x0, row.y0, row.y1), (0.0, cell.y0, cell.y1));
    let whole = scene.size.to_rect();
    assert_eq!([part(&scene, &[]), part(&scene, &[Thing::Persona(map.personas[0].id)])], [whole, whole]);
}

#[test]
fn a_part_holds_the_same_shapes_and_pixels_as_the_whole() {
    let map = small();
    let scene = scene(map.clone());
    let part = part(&scene, &[Thing::Stage(map.stages[0].id)]);
    let whole = write_svg(&scene, Palette::Light);
    let svg = write_svg_part(&scene, Palette::Light, part);
    assert!(svg.contains(&format!("viewBox=\"{} {} {} {}\"", part.x0, part.y0, part.width(), part.height())), "{svg}");
    let known: std::collections::HashSet<&str> = whole.lines().collect();
    // Bands and hairlines reach as far as the picture does: tints and hairline colour of look/README.md.
    let is_ground = |line: &str| ["#e6f4f1", "#f3f3f1", "#fbeceb", "#e4e2db"].iter().any(|color| line.contains(color));
    let new: Vec<&str> = svg.lines().skip(2).filter(|line| !known.contains(line) && !is_ground(line)).collect();
    assert_eq!(new, Vec::<&str>::new(), "every shape stands in the whole picture too");
    assert!(svg.lines().count() < whole.lines().count(), "what lies elsewhere is left out");
    // The next stage begins where the part ends; names of lanes stand left of it.
    let next = map.stages[1].touchpoints[0].name.split(' ').next().unwrap();
    for elsewhere in [next, "Touchpoints"] {
        assert!(whole.contains(elsewhere) && !svg.contains(elsewhere), "{elsewhere} is in the part");
    }
    // The pixels are those of the whole picture at that place.
    let small = pixels_of_part(&scene, Palette::Light, part, 1.0).unwrap();
    let large = pixels_of_part(&scene, Palette::Light, scene.size.to_rect(), 1.0).unwrap();
    assert_eq!((small.width, small.height), (part.width().ceil() as u32, part.height().ceil() as u32));
    let row = |pixels: &wayfarer::export::png::Pixels, x: u32, y: u32, width: u32| {
        let at = ((y * pixels.width + x) * 4) as usize;
        pixels.rgba[at..at + (width * 4) as usize].to_vec()
    };
    // What only reaches in from outside may differ at the very border, and the edge of a letter by the renderer's rounding.
    for y in 2..small.height - 2 {
        let theirs = row(&large, part.x0 as u32 + 2, part.y0 as u32 + y, small.width - 4);
        let ours = row(&small, 2, y, small.width - 4);
        let differs = ours.iter().zip(&theirs).filter(|(one, other)| one.abs_diff(**other) > 32).count();
        assert_eq!(differs, 0, "row {y}");
    }
}
