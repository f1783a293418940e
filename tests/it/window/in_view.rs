//! What is typed, pasted or copied beside is seen as a whole, clear of the bars and of the names at the edges.

use super::{around::long, *};
use egui::{Key, Modifiers, Rect};
use wayfarer::{editor::EditError, ui::Command};

fn stops(from: usize, to: usize) -> Vec<Thing> {
    let name = |at: usize| format!("s{}t{}", at / 4, at % 4);
    (from..to).map(|at| Thing::Touchpoint(TouchpointId::parse(&name(at)).unwrap())).collect()
}

/// Where all of these are on the screen after what is selected was pasted.
fn shown(window: &mut Window, things: &[Thing]) -> Rect {
    let desk = window.state_mut();
    desk.editor.select(things.iter().copied());
    desk.canvas.show_selection(&desk.editor);
    window.run();
    let scene = scene(window);
    let camera = window.state().canvas.camera;
    let rects = things.iter().map(|thing| camera.screen_rect(scene.rect_of(*thing).unwrap()));
    rects.reduce(Rect::union).unwrap()
}

fn clear_of_names(window: &Window, rect: Rect) {
    let view = window.state().canvas.camera.viewport;
    let names = window.get_all_by_role(Role::RowHeader).map(|node| node.rect().max.x).fold(0.0, f32::max);
    assert!(rect.min.x > names && rect.max.x < view.max.x - 24.0, "{rect:?} beside {names} in {view:?}");
    assert!(rect.min.y > view.min.y + 58.0 && rect.max.y < view.max.y - 74.0, "{rect:?} in {view:?}");
}

#[test]
fn what_was_pasted_comes_into_view_as_a_whole() {
    let mut window = open(long());
    window.state_mut().canvas.camera.corner = wayfarer::scene::Point::new(9000.0, 0.0);
    window.run();
    let zoom = window.state().canvas.camera.zoom;
    let rect = shown(&mut window, &stops(20, 24));
    clear_of_names(&window, rect);
    assert_eq!(window.state().canvas.camera.zoom, zoom, "it has room");
    let rect = shown(&mut window, &stops(30, 42));
    clear_of_names(&window, rect);
    let farther = window.state().canvas.camera.zoom;
    assert!(farther < zoom, "twelve touchpoints are wider than the view");
    // 120 touchpoints would be seen below 10 %: their beginning is, with texts that are drawn.
    let rect = shown(&mut window, &stops(0, 120));
    let first = shown(&mut window, &stops(0, 1));
    assert_eq!(window.state().canvas.camera.zoom, 0.4);
    assert!((rect.min.x - first.min.x).abs() < 1.0);
    clear_of_names(&window, first);
}

#[test]
fn a_field_never_stands_behind_the_bars() {
    let mut window = open(sample());
    window.key_press_modifiers(Modifiers::COMMAND, Key::Plus);
    window.run();
    let again = Thing::Link(LinkId::parse("again").unwrap());
    let bar = find(&window, Role::RadioButton, "Select").rect();
    for (thing, name) in [(again, "Text on the connection"), (Thing::Touchpoint(delivery()), "Touchpoint's name")] {
        let scene = scene(&mut window);
        let rect = scene.text_rect_of(thing).unwrap();
        // The middle of its words lies behind the tool bar, or where another bar could be.
        let desk = window.state_mut();
        desk.canvas.camera.place(rect.center(), bar.center());
        desk.canvas.edit_text(&mut desk.editor, thing);
        window.run();
        let field = |window: &Window| window.get_by_role(Role::MultilineTextInput).rect();
        assert!(field(&window).max.y < bar.min.y, "{name}: {:?} above {bar:?}", field(&window));
        window.event(egui::Event::Text("buys again and again and tells everybody about it, every other day".into()));
        window.run();
        assert!(field(&window).max.y < bar.min.y, "{name}: {:?} above {bar:?}", field(&window));
        window.key_press(Key::Escape);
        window.run();
    }
}

/// A link and a lane make the map higher than the view.
#[test]
fn what_makes_the_map_higher_is_seen_and_not_from_farther_away() {
    let mut map = sample();
    map.links.clear();
    let mut window = open(map);
    let link = Link {
        id: LinkId::parse("back").unwrap(),
        from: delivery(),
        to: TouchpointId::parse("shop").unwrap(),
        kind: LinkKind::Loop,
        label: "buys again".into(),
        share: None,
    };
    type Make = fn(&mut wayfarer::editor::Editor, Link);
    let made: [(&str, Make); 2] = [
        ("a link", |editor, link| {
            let thing = Thing::Link(link.id);
            editor.apply(wayfarer::editor::Edit::InsertLink(Arc::new(link))).unwrap();
            editor.select([thing]);
        }),
        ("lanes", |editor, _| {
            for _ in 0..2 {
                editor.make(wayfarer::editor::New::Lane(LaneKind::Notes)).unwrap();
            }
        }),
    ];
    for (what, make) in made {
        // All of its height is just seen.
        let scene = scene(&mut window);
        let camera = &mut window.state_mut().canvas.camera;
        camera.zoom = f64::from(camera.viewport.height() - 58.0 - 74.0) / scene.size.height;
        camera.place(wayfarer::scene::Point::ORIGIN, camera.viewport.min + vec2(24.0, 58.0));
        window.run();
        let zoom = window.state().canvas.camera.zoom;
        make(&mut window.state_mut().editor, link.clone());
        window.run();
        let desk = window.state_mut();
        let thing = desk.editor.primary().unwrap();
        let grown = desk.layouter.layout(desk.editor.map(), &desk.canvas.view);
        assert!(grown.size.height > scene.size.height + 20.0, "{what}");
        assert_eq!(desk.canvas.camera.zoom, zoom, "{what}");
        let rect = desk.canvas.camera.screen_rect(grown.text_rect_of(thing).unwrap());
        assert!(rect.max.y <= desk.canvas.camera.viewport.max.y - 74.0 + 1.0, "{what} is clear of the tools: {rect:?}");
    }
}

fn carry_out(window: &mut Window, command: Command) -> Result<(), EditError> {
    let desk = window.state_mut();
    let done = desk.canvas.carry_out(command, &mut desk.editor, &mut desk.layouter).unwrap();
    window.run();
    done
}

fn pan_to(window: &mut Window, x: f64, y: f64) {
    window.state_mut().canvas.camera.corner = wayfarer::scene::Point::new(x, y);
    window.run();
}

/// Whether a thing is seen, if only in part, clear of the bars.
fn is_seen(window: &mut Window, thing: Thing) -> bool {
    let rect = scene(window).rect_of(thing).unwrap();
    let camera = window.state().canvas.camera;
    camera.room().intersects(camera.screen_rect(rect))
}

#[test]
fn a_new_lane_is_seen() {
    let mut window = open(long());
    for kind in [LaneKind::Storyboard, LaneKind::DramaticArc, LaneKind::Thoughts] {
        pan_to(&mut window, 0.0, 0.0);
        carry_out(&mut window, Command::AddLane(kind)).unwrap();
        let lane = window.state().editor.primary().unwrap();
        assert!(is_seen(&mut window, lane), "{kind:?}");
    }
}

#[test]
fn pasted_stages_are_seen_with_their_touchpoints() {
    let mut window = open(long());
    pan_to(&mut window, 9000.0, 600.0);
    let [stage, touchpoint] =
        [Thing::Stage(StageId::parse("s20").unwrap()), Thing::Touchpoint(TouchpointId::parse("s20t0").unwrap())];
    assert!(!is_seen(&mut window, touchpoint));
    shown(&mut window, &[stage]);
    let rect = scene(&mut window).rect_of(touchpoint).unwrap();
    let rect = window.state().canvas.camera.screen_rect(rect);
    clear_of_names(&window, rect);
}

#[test]
fn ctrl_home_shows_the_upper_left_corner_of_the_map() {
    let mut window = open(long());
    pan_to(&mut window, 9000.0, 600.0);
    window.key_press_modifiers(Modifiers::COMMAND, Key::Home);
    window.run();
    assert!(is_seen(&mut window, Thing::Touchpoint(TouchpointId::parse("shop").unwrap())));
}

#[test]
fn undo_never_leaves_an_empty_view() {
    let mut window = open(sample());
    // Paper beside the last column is no map: the way back is offered, though the map's margin is in view.
    let right = scene(&mut window).right();
    pan_to(&mut window, right + 4.0, 0.0);
    assert!(window.query_by_label("Back to the map").is_some());
    pan_to(&mut window, 0.0, 0.0);
    for _ in 0..12 {
        carry_out(&mut window, Command::AddTouchpoint).unwrap();
        window.key_press(Key::Escape);
        window.run();
    }
    let end = scene(&mut window).right();
    pan_to(&mut window, end - 500.0, 0.0);
    for _ in 0..12 {
        carry_out(&mut window, Command::Undo).unwrap();
    }
    assert!(window.query_by_label("Back to the map").is_none());
    let call = Thing::Touchpoint(TouchpointId::parse("call").unwrap());
    assert!(is_seen(&mut window, call), "the last that is left is nearest by");
}

#[test]
fn personas_shown_because_of_a_step_go_with_it() {
    let mut map = sample();
    map.personas.push(Arc::new(Persona::new(PersonaId::parse("hoa").unwrap(), "Hoa")));
    let mut window = open(map);
    let alone = wayfarer::scene::PersonaChoice::One(persona());
    let all = wayfarer::scene::PersonaChoice::All;
    window.state_mut().canvas.view.persona = alone;
    let desk = window.state_mut();
    desk.editor.apply(wayfarer::editor::Edit::Remove(vec![face()])).unwrap();
    desk.canvas.show_for_step(all, &desk.editor);
    window.run();
    window.state_mut().editor.apply(wayfarer::editor::Edit::Remove(vec![Thing::Touchpoint(delivery())])).unwrap();
    carry_out(&mut window, Command::Undo).unwrap();
    assert_eq!(window.state().canvas.view.persona, all, "a later step has nothing to do with it");
    carry_out(&mut window, Command::Undo).unwrap();
    assert_eq!(window.state().canvas.view.persona, alone);
}
