//! Rows whose end stands at the right are read and tabbed as they are seen: from left to right.

use crate::whole_window::whole;
use egui::{Key, accesskit::Role, vec2};
use egui_kittest::{
    Harness,
    kittest::{NodeT as _, Queryable as _},
};
use wayfarer::{
    editor::InFile,
    map::Map,
    ui::{
        Look,
        ask::{Answer, Question, question_ui},
        theme,
    },
};

/// The names and left sides of these widgets, in the order of the accessibility tree.
fn read<S>(window: &Harness<'_, S>, names: &[&str]) -> Vec<(String, f32)> {
    let nodes = window.root().children_recursive();
    let named = nodes.filter_map(|node| Some((node.accesskit_node().label().or(node.accesskit_node().value())?, node)));
    let meant = named.filter(|(name, _)| names.contains(&name.as_str()));
    meant.map(|(name, node)| (name, node.rect().min.x)).collect()
}

/// What Tab comes by, beginning where the keyboard is.
fn tabbed<S>(window: &mut Harness<'_, S>, steps: usize) -> Vec<String> {
    let mut by = Vec::new();
    for _ in 0..steps {
        let here = window.root().children_recursive().find(egui_kittest::Node::is_focused);
        by.extend(here.and_then(|node| node.accesskit_node().label()));
        window.key_press(Key::Tab);
        window.run();
    }
    by
}

#[track_caller]
fn assert_left_to_right(read: &[(String, f32)], names: &[&str]) {
    assert_eq!(read.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), names);
    assert!(read.windows(2).all(|two| two[0].1 < two[1].1), "as they are seen: {read:?}");
}

#[test]
fn the_answers_of_a_dialog_are_read_and_tabbed_from_left_to_right() {
    let mut window = Harness::builder()
        .with_size(vec2(900.0, 600.0))
        .with_context_setup(|ctx| theme::install(ctx, Look::default().palette))
        .build_ui_state(
            |ui, answer: &mut Option<Answer>| {
                let question = Question::SaveChanges { title: "Shop".into(), changes: 2 };
                *answer = answer.take().or(question_ui(ui.ctx(), &question, Look::default()));
            },
            None,
        );
    window.run();
    let names = ["Cancel", "Do not save", "Save"];
    assert_left_to_right(&read(&window, &names), &names);
    assert!(window.get_by_role_and_label(Role::Button, "Save").is_focused(), "it stays the answer of Enter");
    assert_eq!(tabbed(&mut window, 3), ["Save", "Cancel", "Do not save"]);
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(*window.state(), Some(Answer::Save), "Tab came round");
}

#[test]
fn the_lanes_of_the_inspector_and_the_bar_are_read_and_tabbed_from_left_to_right() {
    let map = Map::empty(&mut fastrand::Rng::with_seed(2));
    let mut window = whole((map, InFile::Yes), vec2(1400.0, 1200.0), Look::default(), |_| {});
    let bar = ["Help", "How people come to an air purifier", "Export", "EN"];
    assert_left_to_right(&read(&window, &bar), &bar);
    let lane = ["Pain points", "Move Pain points up", "Move Pain points down", "Hide Pain points"];
    let read = read(&window, &lane);
    let in_panel: Vec<_> = read.into_iter().filter(|(_, left)| *left > 1000.0).collect();
    assert_left_to_right(&in_panel, &lane);
    window.get_by(|node| node.role() == Role::Button && node.label().as_deref() == Some("Pain points")).focus();
    window.run();
    assert_eq!(tabbed(&mut window, 4), lane);
}
