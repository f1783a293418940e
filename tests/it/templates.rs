//! The templates: what is in the folder is sound, in both languages, neutral, and begins a map that shares nothing with
//! the next one. `tests/it/samples.rs` holds that they come out of their maker.

use crate::{
    real_program::RealProgram,
    tidy::{bundled_fonts, missing_letters},
};
use std::{collections::BTreeSet, fs, path::Path};
use wayfarer::{
    app::{
        disk::Folders,
        own_templates,
        templates::{ALL, Template, begin},
    },
    files::ron,
    map::{BlueprintLine, KeptContent, LinkKind, Map, Weight},
    texts::{Language, Texts},
};

fn folder() -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/templates")
}

fn map(key: &str, language: Language) -> Map {
    Template::of_key(key).unwrap().read(language).unwrap()
}

/// All ids of a map's things, as the file writes them.
fn ids(map: &Map) -> BTreeSet<String> {
    let text = ron::write(map).unwrap();
    text.lines().filter_map(|line| line.trim().strip_prefix("id: ")).map(str::to_owned).collect()
}

#[test]
fn the_folder_holds_each_template_in_both_languages_and_nothing_else() {
    let names = fs::read_dir(folder()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let found: BTreeSet<String> = names.collect();
    let expected = ALL.iter().flat_map(|template| ["en", "vi"].map(|code| format!("{}.{code}.ron", template.key)));
    assert_eq!(found, expected.collect());
}

#[test]
fn every_template_is_sound_and_neutral() {
    for (template, language) in ALL.iter().flat_map(|template| Language::ALL.map(|language| (template, language))) {
        let map = template.read(language).unwrap();
        assert_eq!(map.check(), [], "{}", template.key);
        assert_eq!(map.title, (template.name)(Texts(language)), "{}", template.key);
        assert!(map.surveys.is_empty() && map.review_date.is_none(), "{}", template.key);
        // A template has no feelings and no numbers: those belong to the room and to surveys.
        assert!(map.touchpoints().all(|touchpoint| touchpoint.feelings.is_empty()), "{}", template.key);
        assert!(map.stages.iter().all(|stage| stage.reach.is_none()), "{}", template.key);
        assert!(map.links.iter().all(|link| link.share.is_none()), "{}", template.key);
        // Each stage says what it is for and how success shows (domain handbook, fact 9), and has something to feel.
        for stage in &map.stages {
            let is_told = !stage.goal.is_empty() && !stage.success.is_empty();
            assert!(is_told && stage.touchpoints.len() >= 2, "{}: {}", template.key, stage.name);
        }
        assert!(map.personas.iter().all(|persona| !persona.name.is_empty()), "{}", template.key);
    }
}

#[test]
fn both_languages_of_a_template_are_the_same_journey_in_other_words() {
    for template in &ALL {
        let [english, vietnamese] = Language::ALL.map(|language| template.read(language).unwrap());
        assert_eq!(ids(&english), ids(&vietnamese), "{}", template.key);
        let words = |map: &Map| {
            let of_stages =
                map.stages.iter().flat_map(|stage| [stage.name.clone(), stage.goal.clone(), stage.success.clone()]);
            let of_touchpoints = map.touchpoints().map(|touchpoint| touchpoint.name.clone());
            let of_cards = map.cards().map(|(_, _, card)| card.text.clone());
            of_stages.chain(of_touchpoints).chain(of_cards).collect::<Vec<_>>()
        };
        let same: Vec<_> = words(&english).into_iter().zip(words(&vietnamese)).filter(|(a, b)| a == b).collect();
        assert!(same.is_empty(), "{}: not translated: {same:?}", template.key);
    }
}

#[test]
fn the_templates_are_what_the_handbook_asks_for() {
    let names = |key, language| map(key, language).stages.iter().map(|stage| stage.name.clone()).collect::<Vec<_>>();
    // Fact 8, in its order.
    let english =
        ["Awareness", "Discovery", "Evaluation", "Purchase", "Sharing the experience", "Support", "Re-purchase"];
    assert_eq!(names("digital-stages", Language::English), english);
    let vietnamese = ["Nhận biết", "Khám phá", "Đánh giá", "Mua hàng", "Chia sẻ trải nghiệm", "Hỗ trợ", "Mua lại"];
    assert_eq!(names("digital-stages", Language::Vietnamese), vietnamese);
    // Facts 5 and 6: the journey goes back to a purchase, and brings new customers.
    let purchase = map("purchase-loop", Language::English);
    let kinds: BTreeSet<_> = purchase.links.iter().map(|link| format!("{:?}", link.kind)).collect();
    assert_eq!(kinds, [format!("{:?}", LinkKind::Loop), format!("{:?}", LinkKind::Referral)].into());
    for link in &purchase.links {
        assert!(purchase.place_of(link.to) < purchase.place_of(link.from), "{} leads back", link.label);
    }
    // Each column of a blueprint says what the customer does and what is behind it.
    let blueprint = map("service-blueprint", Language::English);
    assert!(blueprint.touchpoints().all(|touchpoint| touchpoint.cards.len() >= 3));
    // The three lines stand between its rows in the order of the literature (Bitner, Ostrom and Morgan 2008).
    let lines: Vec<_> = blueprint.lanes.iter().filter_map(|lane| lane.line).collect();
    assert_eq!(lines, BlueprintLine::ALL);
    assert!(ALL.iter().filter(|template| template.key != "empty").all(|template| {
        let map = template.read(Language::English).unwrap();
        map.touchpoints().any(|touchpoint| touchpoint.weight == Weight::MomentOfTruth)
    }));
}

#[test]
fn a_map_that_is_begun_shares_no_id_with_its_template_or_the_next_one() {
    let mut rng = fastrand::Rng::with_seed(4);
    for template in &ALL {
        let source = template.read(Language::English).unwrap();
        let [one, other] = [0, 1].map(|_| begin(&source, &mut rng));
        assert_eq!((one.check(), one.title.as_str()), (vec![], ""), "{}", template.key);
        assert!(ids(&one).len() >= ids(&source).len(), "{}", template.key);
        assert!(ids(&one).is_disjoint(&ids(&source)) && ids(&one).is_disjoint(&ids(&other)), "{}", template.key);
    }
}

#[test]
fn every_letter_of_the_templates_is_in_the_fonts() {
    let mut fonts = bundled_fonts("Regular");
    for entry in fs::read_dir(folder()).unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        assert!(missing_letters(&mut fonts, &text).is_empty());
    }
}

#[test]
fn the_command_line_begins_a_map_from_a_template() {
    let program = RealProgram::new();
    for template in &ALL {
        for (code, first) in [("en", Language::English), ("vi", Language::Vietnamese)] {
            let out = format!("{}.{code}.ron", template.key);
            program.run(&["new", &out, "--template", template.key, "--language", code]).assert(0, "", "");
            program.run(&["check", &out]).assert(0, "", "");
            let made = ron::parse(&program.read(&out)).unwrap().map;
            let stages = |map: &Map| map.stages.iter().map(|stage| stage.name.clone()).collect::<Vec<_>>();
            assert_eq!(stages(&made), stages(&template.read(first).unwrap()), "{out}");
        }
    }
    let again = program.run(&["new", "patient.en.ron", "--template", "patient"]);
    again.assert(1, "", "patient.en.ron: the file exists already; it was not overwritten.\n");
    program.run_in("vi_VN.UTF-8", &["new", "v.ron", "--template", "patient"]).assert(0, "", "");
    assert!(String::from_utf8(program.read("v.ron")).unwrap().contains("Đặt lịch khám"));
}

#[test]
fn a_template_that_is_none_is_the_command_lines_fault_and_the_known_ones_are_told() {
    let program = RealProgram::new();
    let known = "digital-stages, purchase-loop, service-blueprint, patient, business-customer, new-employee, empty";
    let see = "“wayfarer --help” lists what there is.\n";
    let check =
        |args: &[&str], sentence: &str| program.run(args).assert(2, "", &format!("wayfarer: {sentence}\n{see}"));
    check(&["new", "a.ron", "--template", "Patient"], &format!("there is no template “Patient”; there are: {known}."));
    check(&["new", "a.ron", "--template"], "the option “--template” needs a value.");
    check(
        &["new", "a.ron", "--template", "patient", "--language", "de"],
        "“de” is no language of Wayfarer. Say en or vi.",
    );
    check(&["new", "--template", "patient"], "the name of a map is missing.");
    check(&["new", "--templates", "a.ron"], "“a.ron” is one argument too many.");
    assert!(!program.path("a.ron").exists());
    assert!(program.run(&["new", "--help"]).out.contains(known));
}

/// The folder where the user's own templates lie, on a system that follows XDG.
#[cfg(target_os = "linux")]
#[test]
fn templates_of_ones_own_are_known_by_key_and_by_title() {
    let program = RealProgram::new();
    program.run(&["new", "mine.ron", "--template", "new-employee"]).assert(0, "", "");
    let mut mine = ron::parse(&program.read("mine.ron")).unwrap().map;
    mine.title = "Khởi đầu của tôi".to_owned();
    let folder = program.path("home/.local/share/wayfarer/templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("khoi-dau.ron"), ron::write(&mine).unwrap()).unwrap();
    fs::write(folder.join("broken.ron"), "(format: 1, colour: 2)").unwrap();
    let listed = program.run(&["new", "--templates"]);
    assert_eq!((listed.status, listed.err.as_str()), (0, ""));
    let lines: Vec<&str> = listed.out.lines().collect();
    assert_eq!(
        lines[0].split_once("  ").map(|(key, name)| (key, name.trim())),
        Some(("digital-stages", "Seven digital stages"))
    );
    assert_eq!(lines[7].trim(), "broken");
    assert_eq!(lines[8].split_once("  ").map(|(key, name)| (key, name.trim())), Some(("khoi-dau", "Khởi đầu của tôi")));
    for (out, name) in [("a.ron", "khoi-dau"), ("b.ron", "Khởi đầu của tôi")] {
        program.run(&["new", out, "--template", name]).assert(0, "", "");
        let made = ron::parse(&program.read(out)).unwrap().map;
        assert!(made.title.is_empty() && ids(&made).is_disjoint(&ids(&mine)), "{out}");
    }
    let ran = program.run(&["new", "c.ron", "--template", "broken"]);
    assert_eq!(ran.status, 1);
    assert!(ran.err.contains("broken.ron:1:"), "{}", ran.err);
    assert_eq!(program.run(&["new", "c.ron", "--template", "khoi-dau", "--language", "vi"]).status, 2);
    let unknown = program.run(&["new", "c.ron", "--template", "other"]);
    assert!(unknown.err.contains("empty, broken, khoi-dau."), "{}", unknown.err);
}

fn sample() -> Map {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/sample_maps/air_purifier.ron");
    ron::parse(&fs::read(path).unwrap()).unwrap().map
}

#[test]
fn a_template_keeps_the_structure_and_what_else_is_wanted() {
    let map = sample();
    let plain = map.outline(KeptContent::default());
    assert_eq!(plain.check(), []);
    assert_eq!(
        (plain.personas.len(), plain.lanes.len(), plain.channels.len()),
        (3, map.lanes.len(), map.channels.len())
    );
    let names = |map: &Map| map.touchpoints().map(|touchpoint| touchpoint.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&plain), names(&map));
    let goals = |map: &Map| map.stages.iter().map(|stage| stage.goal.clone()).collect::<Vec<_>>();
    assert_eq!(goals(&plain), goals(&map));
    assert_eq!((plain.links.len(), plain.links[0].label.as_str(), plain.links[0].share), (1, "buys again", None));
    let felt = |map: &Map| map.touchpoints().filter(|touchpoint| !touchpoint.feelings.is_empty()).count();
    let left = (felt(&plain), plain.cards().count(), plain.surveys.len(), plain.review_date);
    assert_eq!(left, (0, 0, 0, None));
    assert!(plain.stages.iter().all(|stage| stage.reach.is_none()));
    for kept in [(true, false, false), (false, true, false), (false, false, true)] {
        let (feelings, cards, surveys) = kept;
        let some = map.outline(KeptContent { feelings, cards, surveys });
        let found = (felt(&some) > 0, some.cards().count() > 0, !some.surveys.is_empty());
        assert_eq!((found, some.check()), (kept, vec![]));
    }
}

/// Folders of a user who has nothing yet.
fn folders(home: &Path) -> Folders {
    Folders { config: home.join("config"), state: home.join("state"), data: home.join("data") }
}

#[test]
fn templates_are_kept_replaced_and_removed_on_the_disk() {
    let home = tempfile::TempDir::new().unwrap();
    let folders = folders(home.path());
    let keys = || own_templates::list(&folders).unwrap().into_iter().map(|own| own.key).collect::<Vec<_>>();
    assert_eq!(keys(), [""; 0], "there is no folder yet");
    let map = sample().outline(KeptContent::default());
    own_templates::keep(&folders, "Bán lẻ trực tuyến", map.clone()).unwrap();
    own_templates::keep(&folders, "Ban le truc tuyen", map.clone()).unwrap();
    own_templates::keep(&folders, "Patient", map.clone()).unwrap();
    assert_eq!(keys(), ["ban-le-truc-tuyen", "ban-le-truc-tuyen-2", "own-patient"]);
    own_templates::keep(&folders, "bán lẻ trực tuyến", Map { description: "Newer".into(), ..map }).unwrap();
    let found = own_templates::list(&folders).unwrap();
    assert_eq!(found.len(), 3, "one of the same name is replaced");
    assert_eq!(own_templates::title(&found[0]).as_deref(), Some("bán lẻ trực tuyến"));
    assert_eq!(own_templates::title(&found[1]).as_deref(), Some("Ban le truc tuyen"), "no other one is touched");
    let kept = ron::parse(&fs::read(&found[0].path).unwrap()).unwrap().map;
    assert_eq!((kept.check(), kept.description.as_str()), (vec![], "Newer"));
    own_templates::remove(&found[1].path).unwrap();
    own_templates::remove(&found[1].path).unwrap();
    assert_eq!(keys(), ["ban-le-truc-tuyen", "own-patient"]);
    fs::write(folders.templates().join("note.txt"), "no template").unwrap();
    fs::write(folders.templates().join(".half.ron"), "(").unwrap();
    assert_eq!(keys().len(), 2);
}

#[test]
fn what_keeps_a_template_from_being_saved_is_said() {
    let home = tempfile::TempDir::new().unwrap();
    let folders = folders(home.path());
    fs::write(&folders.data, "a file where the folder should be").unwrap();
    assert!(own_templates::keep(&folders, "Clinic", sample()).is_err());
}
