//! The start page, the gallery of templates and the dialog that keeps one, driven through their accessibility tree.

use egui::{Event, Key, Modifiers, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use wayfarer::{
    map::KeptContent,
    ui::{
        Command, Look,
        map_cards::MapCard,
        start_page::{ReadyMade, StartPage, start_page_ui},
        template_dialog::{TemplateAnswer, TemplateDialog, template_dialog_ui},
        template_gallery::{Gallery, gallery_ui},
        theme,
    },
};

fn card(title: &str) -> MapCard {
    MapCard { title: title.to_owned(), note: "8 touchpoints".to_owned(), scene: None }
}

fn dressed(ctx: &egui::Context) {
    theme::install(ctx, Look::default().palette);
}

struct Start {
    page: StartPage,
    asked: Vec<Command>,
}

fn start(own: &[&str]) -> Harness<'static, Start> {
    let page = StartPage {
        templates: vec![card("Patient"), card("New employee")],
        own_templates: own.iter().map(|title| card(title)).collect(),
        samples: vec![card("Air purifier")],
        ..StartPage::default()
    };
    let builder = Harness::builder().with_size(vec2(1200.0, 900.0)).with_context_setup(dressed);
    let mut window = builder.build_ui_state(
        |ui, start: &mut Start| {
            start_page_ui(ui, &mut start.page, Look::default(), &mut start.asked);
        },
        Start { page, asked: Vec::new() },
    );
    window.run();
    window
}

fn asked(window: &mut Harness<'_, Start>) -> Vec<Command> {
    window.run();
    std::mem::take(&mut window.state_mut().asked)
}

#[test]
fn the_page_begins_maps_from_templates_and_by_questions() {
    let mut window = start(&[]);
    window.get_by_label("New employee, 8 touchpoints").click();
    assert_eq!(asked(&mut window), [Command::OpenTemplate(1)]);
    window.get_by_label("Guided start…").click();
    assert_eq!(asked(&mut window), [Command::GuidedStart]);
    assert!(window.query_by_label("Your templates").is_none());
}

#[test]
fn the_page_changes_over_from_templates_to_samples_and_back() {
    let mut window = start(&[]);
    window.get_by_role_and_label(Role::Button, "Samples").click();
    window.run();
    assert_eq!(window.state().page.ready_made, ReadyMade::Samples);
    assert!(window.query_by_label("Patient, 8 touchpoints").is_none());
    window.get_by_label("Air purifier, 8 touchpoints").click();
    assert_eq!(asked(&mut window), [Command::OpenSample(0)]);
    window.get_by_role_and_label(Role::Button, "Templates").click();
    window.run();
    window.get_by_label("Patient, 8 touchpoints");
}

#[test]
fn templates_of_ones_own_are_opened_and_removed_by_mouse_and_by_keyboard() {
    let mut window = start(&["Clinic", "Shop"]);
    window.get_by_label("Shop, 8 touchpoints").click();
    assert_eq!(asked(&mut window), [Command::OpenOwnTemplate(1)]);
    window.get_by_label("Remove the template “Shop”…").click();
    assert_eq!(asked(&mut window), [Command::RemoveTemplate(1)]);
    window.get_by_label("Clinic, 8 touchpoints").focus();
    window.run();
    window.key_press(Key::Delete);
    assert_eq!(asked(&mut window), [Command::RemoveTemplate(0)]);
    window.key_press(Key::Tab);
    window.run();
    assert!(window.get_by_label("Remove the template “Clinic”…").is_focused());
    window.key_press(Key::Enter);
    assert_eq!(asked(&mut window), [Command::RemoveTemplate(0)]);
    // Those of the program stay.
    assert!(window.query_by_label("Remove the template “Patient”…").is_none());
}

struct Choosing {
    gallery: Option<Gallery>,
    asked: Vec<Command>,
}

#[test]
fn the_gallery_is_chosen_from_by_keyboard_and_left_with_esc() {
    let builder = Harness::builder().with_size(vec2(1300.0, 800.0)).with_context_setup(dressed);
    let mut window = builder.build_ui_state(
        |ui, choosing: &mut Choosing| {
            if let Some(gallery) = choosing.gallery.take() {
                let (own, of_program) = ([card("Clinic")], [card("Patient"), card("New employee")]);
                let look = Look::default();
                choosing.gallery = gallery_ui(ui.ctx(), gallery, (&own, &of_program), look, &mut choosing.asked);
            }
        },
        Choosing { gallery: Some(Gallery::Opened), asked: Vec::new() },
    );
    window.run();
    assert!(window.get_by_label("Clinic, 8 touchpoints").is_focused());
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(
        (window.state().gallery, window.state().asked.as_slice()),
        (None, [Command::OpenOwnTemplate(0)].as_slice())
    );
    // Asking to remove one does not close it.
    *window.state_mut() = Choosing { gallery: Some(Gallery::Opened), asked: Vec::new() };
    window.run();
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(window.state().asked, [Command::RemoveTemplate(0)]);
    assert_eq!(window.state().gallery, Some(Gallery::Shown));
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().gallery, None);
}

struct Keeping {
    dialog: TemplateDialog,
    answer: TemplateAnswer,
}

fn keeping() -> Harness<'static, Keeping> {
    let mut dialog = TemplateDialog::new("Air purifier".to_owned());
    dialog.set_names(vec!["Clinic".to_owned()]);
    let builder = Harness::builder().with_size(vec2(900.0, 700.0)).with_context_setup(dressed);
    let mut window = builder.build_ui_state(
        |ui, keeping: &mut Keeping| {
            if keeping.answer == TemplateAnswer::Open {
                keeping.answer = template_dialog_ui(ui.ctx(), &mut keeping.dialog, Look::default());
            }
        },
        Keeping { dialog, answer: TemplateAnswer::Open },
    );
    window.run();
    window
}

#[test]
fn a_template_is_named_and_nothing_but_the_structure_is_kept_unless_asked_for() {
    let mut window = keeping();
    // The proposed name is selected: typing replaces it.
    window.event(Event::Text("Online shop".into()));
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().answer, TemplateAnswer::Save("Online shop".into(), KeptContent::default()));
    let mut window = keeping();
    window.get_by_role_and_label(Role::CheckBox, "Cards").click();
    window.run();
    window.get_by_role_and_label(Role::Button, "Save").click();
    window.run();
    let kept = KeptContent { cards: true, ..KeptContent::default() };
    assert_eq!(window.state().answer, TemplateAnswer::Save("Air purifier".into(), kept));
}

#[test]
fn a_name_that_is_taken_is_said_before_it_is_replaced_and_an_empty_one_is_not_saved() {
    let mut window = keeping();
    window.event(Event::Text("clinic ".into()));
    window.run();
    window.get_by_label("A template of this name is there already; it will be replaced.");
    window.get_by_role_and_label(Role::Button, "Replace");
    window.key_press_modifiers(Modifiers::COMMAND, Key::A);
    window.run();
    window.key_press(Key::Backspace);
    window.run();
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(window.state().answer, TemplateAnswer::Open);
    window.key_press(Key::Escape);
    window.run();
    assert_eq!(window.state().answer, TemplateAnswer::Cancel);
}
