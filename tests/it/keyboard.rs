//! The whole window by keys alone: the keyboard is always somewhere, comes round to where it began, is shown the way out
//! of every dialog, and is then back where it was.

use egui::{Id, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use std::{collections::HashSet, sync::Arc};
use wayfarer::{
    editor::{Editor, GuidedStart, InFile},
    files::ron,
    map::{Map, Thing},
    scene::Layouter,
    survey,
    ui::{
        Command, Look,
        ask::{HelpPage, Question},
        guided_start::GuidePage,
        map_cards::MapCard,
        notices::Topic,
        paste_preview::PastePreview,
        path_dialog::{PathDialog, PathPurpose},
        shell::{Shell, shell_ui},
        survey_wizard::SurveyWizard,
        template_dialog::TemplateDialog,
        template_gallery::Gallery,
        theme,
    },
};

const SAMPLE: &str = include_str!("../../sample_maps/air_purifier.ron");
const ANSWERS: &[u8] = include_bytes!("../../sample_maps/air_purifier_2026_10.csv");

/// The window with one open map; what is asked for is carried out at once.
struct Desk {
    shell: Shell,
    editor: Editor,
    layouter: Layouter,
    look: Look,
}

type Window = Harness<'static, Desk>;

fn open() -> Window {
    let map = Arc::new(ron::parse(SAMPLE.as_bytes()).unwrap().map);
    let editor = Editor::open(map, InFile::Yes, fastrand::Rng::with_seed(11));
    let shell = Shell::new(jiff::civil::date(2026, 11, 1));
    let desk = Desk { shell, editor, layouter: Layouter::new(), look: Look::default() };
    let mut window = Harness::builder()
        .with_size(vec2(1280.0, 860.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(|ctx| {
            theme::install(ctx, Look::default().palette);
            ctx.options_mut(|options| options.zoom_with_keyboard = false);
        })
        .build_ui_state(
            |ui, desk: &mut Desk| {
                let Desk { shell, editor, layouter, look } = desk;
                let asked = shell_ui(ui, shell, Some(editor), "Air purifier", layouter, *look);
                if asked.answer.is_some() && shell.question.take().is_none() {
                    shell.wizard = None;
                }
                if asked.guided {
                    shell.guide = None;
                }
                for command in asked.commands {
                    match command {
                        Command::ToggleBars => shell.panels.beside = shell.panels.beside.other(),
                        Command::Launcher => shell.open_launcher(Vec::new(), Some(editor), *look),
                        Command::Shortcuts => shell.help = Some(HelpPage::Shortcuts),
                        other => drop(shell.canvas.carry_out(other, editor, layouter)),
                    }
                }
            },
            desk,
        );
    window.run();
    let first = window.state().editor.map().stages[0].id;
    window.state_mut().editor.select([Thing::Stage(first)]);
    window.run();
    window
}

fn press(window: &mut Window, modifiers: Modifiers, key: Key) {
    window.key_press_modifiers(modifiers, key);
    window.run();
}

fn focused(window: &Window) -> Option<Id> {
    window.ctx.memory(|memory| memory.focused())
}

/// What has the keyboard, as a screen reader says it.
fn told(window: &Window) -> String {
    let node = window.root().children_recursive().find(egui_kittest::Node::is_focused);
    node.map_or("nothing".to_owned(), |node| {
        let node = node.accesskit_node();
        format!("{:?} {}", node.role(), node.label().or(node.value()).unwrap_or_default())
    })
}

/// Presses a key until the keyboard is back where it began; what it came by on the way.
fn round(window: &mut Window, modifiers: Modifiers, key: Key) -> Vec<String> {
    let start = focused(window).unwrap();
    let mut by = Vec::new();
    for _ in 0..400 {
        press(window, modifiers, key);
        let here = focused(window).unwrap_or_else(|| panic!("the keyboard is nowhere after {:?}", by.last()));
        assert_ne!(told(window), "nothing", "after {:?}", by.last());
        if here == start {
            return by;
        }
        by.push(told(window));
    }
    panic!("it does not come round: {:?}", &by[by.len() - 40..]);
}

#[test]
fn tab_comes_by_everything_and_round_to_where_it_began() {
    let mut window = open();
    window.state_mut().shell.panels.review = true;
    window.state_mut().shell.notices.fault(Topic::Save, "The disk is full.");
    window.run();
    window.get_by_role_and_label(Role::Button, "File").focus();
    window.run();
    let there: HashSet<String> = round(&mut window, Modifiers::NONE, Key::Tab).into_iter().collect();
    for name in [
        "Button Export",
        "Button Close this message",
        "ColumnHeader Support",
        "RadioButton Hand",
        "MultilineTextInput Goal",
    ] {
        assert!(there.contains(name), "{name} in {there:?}");
    }
    let back: HashSet<String> = round(&mut window, Modifiers::SHIFT, Key::Tab).into_iter().collect();
    for name in ["Button Close this message", "ColumnHeader Awareness", "RadioButton Hand", "MultilineTextInput Goal"] {
        assert!(back.contains(name), "{name} in {back:?}");
    }
}

#[test]
fn one_key_goes_from_part_to_part_and_back() {
    let mut window = open();
    window.state_mut().shell.panels.review = true;
    window.state_mut().shell.notices.fault(Topic::Save, "The disk is full.");
    window.run();
    let map = told(&window);
    let there = round(&mut window, Modifiers::COMMAND, Key::F6);
    let back = round(&mut window, Modifiers::COMMAND | Modifiers::SHIFT, Key::F6);
    // The first widget of each: properties, review, menus, messages.
    assert_eq!(there.len(), 4, "{there:?}");
    assert_eq!((there[2].as_str(), there[3].as_str()), ("Button File", "Button Close this message"));
    assert_eq!(back, there.into_iter().rev().collect::<Vec<_>>());
    assert_eq!(told(&window), map, "the map gives the keyboard to what is selected");
    window.state_mut().shell.panels.inspector = false;
    window.state_mut().shell.panels.review = false;
    window.state_mut().shell.notices.clear(Topic::Save);
    window.run();
    assert_eq!(round(&mut window, Modifiers::COMMAND, Key::F6), ["Button File"]);
}

/// Something that lies over the window, and what its way out is.
struct Over {
    name: &'static str,
    open: fn(&mut Window),
    /// Whether it is there.
    is_there: fn(&Shell) -> bool,
}

fn over() -> Vec<Over> {
    vec![
        Over {
            name: "palette",
            open: |window| press(window, Modifiers::COMMAND, Key::K),
            is_there: |shell| shell.launcher.is_some(),
        },
        Over {
            name: "shortcuts",
            open: |window| press(window, Modifiers::NONE, Key::F1),
            is_there: |shell| shell.help.is_some(),
        },
        Over {
            name: "about",
            open: |window| window.state_mut().shell.help = Some(HelpPage::About),
            is_there: |shell| shell.help.is_some(),
        },
        Over {
            name: "question",
            open: |window| {
                let question = Question::SaveChanges { title: "A map".into(), changes: 2 };
                window.state_mut().shell.question = Some(question);
            },
            is_there: |shell| shell.question.is_some(),
        },
        Over {
            name: "path dialog",
            open: |window| {
                let dialog = PathDialog::new(PathPurpose::SaveMap, "/nowhere/map.ron".to_owned());
                window.state_mut().shell.path_dialog = Some(dialog);
            },
            is_there: |shell| shell.path_dialog.is_some(),
        },
        Over {
            name: "paste preview",
            open: |window| {
                let cells = ["A\tB", "a\tb"].map(|row| row.split('\t').map(str::to_owned).collect()).to_vec();
                let desk = window.state_mut();
                desk.shell.paste = Some(PastePreview::new(cells, desk.editor.map(), None));
            },
            is_there: |shell| shell.paste.is_some(),
        },
        Over {
            name: "gallery",
            open: |window| {
                let card = |title: &str| MapCard { title: title.into(), note: String::new(), scene: None };
                window.state_mut().shell.start.templates = vec![card("Seven stages"), card("Patient")];
                window.state_mut().shell.gallery = Some(Gallery::Opened);
            },
            is_there: |shell| shell.gallery.is_some(),
        },
        Over {
            name: "template dialog",
            open: |window| window.state_mut().shell.template_dialog = Some(TemplateDialog::new("Mine".into())),
            is_there: |shell| shell.template_dialog.is_some(),
        },
        Over {
            name: "survey preview",
            open: |window| {
                let table = survey::read("a.csv", ANSWERS, &mut |_| std::ops::ControlFlow::Continue(())).unwrap();
                let table = Arc::new(table);
                let inspection = survey::inspect(&table);
                let desk = window.state_mut();
                let wizard = SurveyWizard::new("a.csv".to_owned(), (table, inspection), desk.editor.map());
                desk.shell.wizard = Some(wizard);
            },
            is_there: |shell| shell.wizard.is_some(),
        },
        Over {
            name: "guided start",
            open: |window| {
                let guide = GuidedStart::new(fastrand::Rng::with_seed(2));
                window.state_mut().editor = Editor::open(
                    Arc::new(Map::empty(&mut fastrand::Rng::with_seed(3))),
                    InFile::No,
                    fastrand::Rng::with_seed(4),
                );
                window.state_mut().shell.guide = Some(GuidePage::new(guide));
            },
            is_there: |shell| shell.guide.is_some(),
        },
    ]
}

#[test]
fn every_dialog_and_page_holds_the_keyboard_lets_it_go_and_gives_it_back() {
    for Over { name, open: show, is_there } in over() {
        let mut window = open();
        let before = told(&window);
        show(&mut window);
        window.run();
        assert!(is_there(&window.state().shell), "{name}");
        assert_ne!(told(&window), "nothing", "{name} has the keyboard");
        assert_ne!(told(&window), before, "{name} has the keyboard");
        let by = round(&mut window, Modifiers::NONE, Key::Tab);
        assert!(by.len() < 250, "{name}: {by:?}");
        if by.len() > 1 {
            round(&mut window, Modifiers::SHIFT, Key::Tab);
        }
        // A line to type in may take the first Esc for itself.
        for _ in 0..2 {
            if is_there(&window.state().shell) {
                press(&mut window, Modifiers::NONE, Key::Escape);
            }
        }
        assert!(!is_there(&window.state().shell), "Esc leaves {name}");
        let after = if name == "guided start" { "Canvas Journey map".to_owned() } else { before };
        assert_eq!(told(&window), after, "{name} gives the keyboard back");
    }
}

#[test]
fn a_dialog_gives_the_keyboard_back_to_the_field_it_was_opened_from() {
    let mut window = open();
    window.get_by_role_and_label(Role::MultilineTextInput, "Goal").focus();
    window.run();
    for key in [Key::F1, Key::K] {
        let modifiers = if key == Key::K { Modifiers::COMMAND } else { Modifiers::NONE };
        press(&mut window, modifiers, key);
        assert_ne!(told(&window), "MultilineTextInput Goal");
        press(&mut window, Modifiers::NONE, Key::Escape);
        assert_eq!(told(&window), "MultilineTextInput Goal");
    }
}

#[test]
fn the_find_bar_and_the_emotion_wheel_are_left_by_esc() {
    let mut window = open();
    let before = told(&window);
    press(&mut window, Modifiers::COMMAND, Key::F);
    assert_eq!(told(&window), "TextInput Find on the map");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(told(&window), before);
    let touchpoint = Arc::clone(&window.state().editor.map().stages[0].touchpoints[0]);
    window.state_mut().editor.select([Thing::Touchpoint(touchpoint.id)]);
    window.run();
    let opener = window.get_by_label("Pick a word…");
    opener.focus();
    window.run();
    let button = told(&window);
    press(&mut window, Modifiers::NONE, Key::Enter);
    let word = told(&window);
    assert!(word.starts_with("RadioButton"), "{word}");
    press(&mut window, Modifiers::NONE, Key::Escape);
    assert_eq!(told(&window), button);
}

/// What is typed on the map stands in the inspector in the same frame.
#[test]
fn the_inspector_tells_what_is_typed_on_the_map_in_the_same_frame() {
    let mut window = open();
    press(&mut window, Modifiers::NONE, Key::F2);
    window.event(egui::Event::Text("Xin chào".to_owned()));
    window.step();
    let name = window.get_by_role_and_label(Role::MultilineTextInput, "Name").value();
    assert_eq!(name.as_deref(), Some("Xin chào"));
}
