//! The lock of the structure in the window: its sign, what it refuses, and what it lets do.

use super::*;
use egui::{Event, Key};
use wayfarer::{
    editor::{Edit, EditError, MapChange, Tool},
    ui::Command,
};

fn locked() -> Window {
    let mut window = open(sample());
    window.state_mut().editor.apply(Edit::Map(MapChange::Structure(Structure::Locked))).unwrap();
    window.run();
    window
}

#[test]
fn a_locked_structure_shows_a_sign_and_says_why_it_refuses() {
    let mut window = locked();
    find(&window, Role::Button, "Structure locked");
    for key in [Key::S, Key::T] {
        window.key_press(key);
        window.run();
        assert_eq!(window.state().canvas.tool, Tool::Select);
        assert_eq!(window.state_mut().canvas.refused.take(), Some(EditError::StructureLocked), "{key:?}");
    }
    let call = Thing::Touchpoint(TouchpointId::parse("call").unwrap());
    window.state_mut().editor.select([call]);
    window.run();
    window.key_press(Key::Delete);
    window.run();
    assert_eq!(window.state_mut().canvas.refused.take(), Some(EditError::StructureLocked));
    window.event(Event::Cut);
    window.run();
    assert_eq!(window.state_mut().canvas.refused.take(), Some(EditError::StructureLocked));
    assert_eq!(window.state().canvas.asked, []);
    let from = find(&window, Role::ListItem, "Hotline").rect().center();
    drag(&mut window, from, from - vec2(300.0, 0.0));
    assert_eq!(window.state_mut().canvas.refused.take(), Some(EditError::StructureLocked));
    window.drop_at(from);
    window.run();
    assert_eq!(outline(&window), named(&[("Buying", &["Shop", "Checkout"]), ("Owning", &["Delivery", "Hotline"])]));
    // A name can be changed, but its Enter begins nothing new.
    window.key_press(Key::F2);
    window.run();
    window.event(Event::Text("Call".into()));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(outline(&window)[1].1, ["Delivery", "Call"]);
    find(&window, Role::Button, "Structure locked").click();
    window.run();
    assert!(window.state().canvas.asked.contains(&Command::LockStructure));
}

#[test]
fn commands_that_the_lock_forbids_are_greyed() {
    let mut window = locked();
    let enabled = |window: &Window, command: Command| command.is_enabled(Some(&window.state().editor));
    for command in [Command::AddStage, Command::AddTouchpoint, Command::Tool(Tool::Stage)] {
        assert!(!enabled(&window, command), "{command:?}");
    }
    for command in [Command::AddPersona, Command::Tool(Tool::Note), Command::Tool(Tool::Pencil), Command::LockStructure]
    {
        assert!(enabled(&window, command), "{command:?}");
    }
    let card = Thing::Card(CardId::parse("late").unwrap());
    for (things, can) in [(vec![card], true), (vec![face()], true), (vec![card, Thing::Touchpoint(delivery())], false)]
    {
        window.state_mut().editor.select(things);
        assert_eq!(enabled(&window, Command::Delete), can);
    }
}
