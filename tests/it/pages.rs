//! The window's pages and questions, without a map: work to bring back, and the questions before work is lost.

use egui::{Key, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use wayfarer::ui::{
    Command, Look,
    ask::{Answer, HelpPage, Question, help_ui, question_ui},
    map_cards::MapCard,
    shortcut_list::ShortcutList,
    start_page::{StartPage, start_page_ui},
    theme,
};

struct Asked {
    question: Option<Question>,
    text: String,
    answer: Option<Answer>,
}

fn dressed(ctx: &egui::Context) {
    theme::install(ctx, Look::default().palette);
}

/// A page whose field has the keyboard when the question comes.
fn ask(question: Question) -> Harness<'static, Asked> {
    let state = Asked { question: None, text: String::new(), answer: None };
    let mut window = Harness::builder().with_size(vec2(900.0, 600.0)).with_context_setup(dressed).build_ui_state(
        |ui, asked: &mut Asked| {
            ui.text_edit_singleline(&mut asked.text).labelled_by(ui.label("Beneath").id);
            if let Some(question) = &asked.question {
                asked.answer = asked.answer.or(question_ui(ui.ctx(), question, Look::default()));
            }
        },
        state,
    );
    window.get_by_role(Role::TextInput).focus();
    window.run();
    window.state_mut().question = Some(question);
    window.run();
    window
}

#[test]
fn enter_saves_the_changes_without_a_mouse() {
    let mut window = ask(Question::SaveChanges { title: "Shop".into(), changes: 1 });
    assert!(window.query_by_label("Without saving, 1 change since the last save is lost.").is_some());
    assert!(window.get_by_label("Save").is_focused());
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().answer, Some(Answer::Save));
}

#[test]
fn enter_never_replaces_a_file_by_surprise() {
    let mut window = ask(Question::Replace { file: "shop.ron".into() });
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().answer, Some(Answer::Cancel));
}

#[test]
fn the_list_of_shortcuts_is_searched_in_spite_of_slips_and_in_both_languages() {
    let look = Look::default();
    let mut window = Harness::builder().with_size(vec2(1024.0, 700.0)).with_context_setup(dressed).build_ui_state(
        move |ui, list: &mut ShortcutList| {
            help_ui(ui.ctx(), HelpPage::Shortcuts, list, look);
        },
        ShortcutList::default(),
    );
    window.run();
    window.get_by_label("Save as…");
    let line = window.get_by_role(Role::TextInput);
    assert!(line.is_focused(), "it can be typed in at once");
    for (typed, found, gone) in [
        ("sleect all", "Select all", "Save as…"),
        ("hoan tac", "Undo", "Redo"),
        ("f3", "Find next", "Undo"),
        ("mouse", "Pull the feeling", "Undo"),
    ] {
        window.key_press_modifiers(egui::Modifiers::COMMAND, Key::A);
        window.event(egui::Event::Text(typed.to_owned()));
        window.run();
        assert!(window.query_by_label(found).is_some(), "{typed} finds {found}");
        assert!(window.query_by_label(gone).is_none(), "{typed} does not find {gone}");
    }
    window.event(egui::Event::Text("zzz".to_owned()));
    window.run();
    window.get_by_label("No shortcut is called like “mousezzz”.");
}

#[test]
fn work_to_bring_back_takes_a_row_and_leaves_the_page_to_the_maps() {
    let mut page = StartPage { recovered: vec!["Work from a window that closed.".into()], ..StartPage::default() };
    let look = Look::default();
    let mut window = Harness::builder().with_size(vec2(1400.0, 900.0)).with_context_setup(dressed).build_ui_state(
        move |ui, asked: &mut Vec<Command>| {
            start_page_ui(ui, &mut page, look, asked);
        },
        Vec::new(),
    );
    window.run();
    let strip = window.get_by_label("Work from a window that closed.").rect();
    let samples = window.get_by_label("Samples").rect();
    assert!(samples.top() - strip.bottom() < 100.0, "strip {strip}, samples {samples}");
    window.get_by_label("Bring back").click();
    window.run();
    assert_eq!(*window.state(), [Command::BringBack(0)]);
}

/// The whole of a name that an ellipsis cuts is told under the pointer; of one that can be read nothing is said twice.
#[test]
fn a_card_says_under_the_pointer_only_what_cannot_be_read_on_it() {
    let long = "Everything that happens from the first look at the shop to the third filter";
    let card = |title: &str| MapCard { title: title.into(), note: "8 touchpoints".into(), scene: None };
    let page = StartPage { recent: vec![card("Shop"), card(long)], ..StartPage::default() };
    let look = Look::default();
    let mut window = Harness::builder()
        .with_size(vec2(1400.0, 900.0))
        .with_context_setup(dressed)
        .build_ui_state(move |ui, page: &mut StartPage| drop(start_page_ui(ui, page, look, &mut Vec::new())), page);
    for (name, is_told) in [("Shop, 8 touchpoints".to_owned(), false), (format!("{long}, 8 touchpoints"), true)] {
        let at = window.get_by_role_and_label(Role::Button, &name).rect().center();
        window.hover_at(at);
        // The tip comes after a rest of half a second.
        window.run_steps(8);
        let told = window.query_all_by_label(&name).count() - 1;
        assert_eq!(told > 0, is_told, "{name}");
    }
}
