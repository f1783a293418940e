//! Several things at once: what they share is set for all in one step, and where they differ it says so.

use super::*;

fn both() -> Window {
    window_in(Language::English, &[Thing::Touchpoint(delivery()), Thing::Touchpoint(hotline())])
}

fn of<T>(window: &Window, property: impl Fn(&Touchpoint) -> T) -> [T; 2] {
    let map = kept(window);
    [delivery(), hotline()].map(|id| property(map.touchpoint(id).unwrap()))
}

#[test]
fn touchpoints_say_where_they_differ_and_are_made_alike() {
    let mut window = both();
    assert!(window.query_by_label("Control (mixed)").is_some());
    click(&mut window, "Outside");
    assert_eq!(of(&window, |touchpoint| touchpoint.control), [Control::Outside; 2]);
    assert!(window.query_by_label("Control (mixed)").is_none() && window.query_by_label("Control").is_some());
    one_step(&mut window);
    window.run();
    click(&mut window, "Moment of truth");
    assert_eq!(of(&window, |touchpoint| touchpoint.weight), [Weight::MomentOfTruth; 2]);
}

#[test]
fn channels_and_tags_are_given_to_all_and_taken_from_all() {
    let mut window = both();
    // Courier is Delivery's alone.
    click(&mut window, "Remove Courier (some)");
    assert_eq!(of(&window, |touchpoint| touchpoint.channels.len()), [0, 0]);
    one_step(&mut window);
    window.run();
    click(&mut window, "Add a channel");
    click(&mut window, "Courier");
    assert_eq!(of(&window, |touchpoint| touchpoint.channels.clone()), [vec![courier()], vec![courier()]]);
    one_step(&mut window);
    let mut window = both();
    click(&mut window, "Add a tag");
    window.event(egui::Event::Text("smell".into()));
    window.key_press(Key::Enter);
    window.run();
    assert_eq!(of(&window, |touchpoint| touchpoint.tags.clone()), [vec!["smell".to_owned()], vec!["smell".to_owned()]]);
    one_step(&mut window);
}

#[test]
fn feelings_of_the_drawn_persona_are_set_together() {
    let mut window = both();
    window.get_by_role_and_label(NodeRole::Slider, "Expected (mixed)").focus();
    window.run();
    window.key_press(Key::Num5);
    window.run();
    // The middle of the best built-in band (domain handbook, section 4).
    let score = |touchpoint: &Touchpoint| touchpoint.score(lan(), Curve::Expected).map(Score::value);
    assert_eq!(of(&window, score), [Some(80), Some(80)]);
    window.get_by_role_and_label(NodeRole::Slider, "Expected");
    one_step(&mut window);
    let mut window = both();
    choose(&mut window, "Evidence", "Observed");
    let evidence = |touchpoint: &Touchpoint| touchpoint.feelings.get(&lan()).map(|feeling| feeling.evidence);
    assert_eq!(of(&window, evidence), [Some(Evidence::Observed), None], "where nothing is felt there is no evidence");
    one_step(&mut window);
}

#[test]
fn stages_take_one_colour() {
    let things = [Thing::Stage(stage_id()), Thing::Stage(next_stage_id())];
    let mut window = window_in(Language::English, &things);
    fill(&mut window, LINE, "Own colour", "#112233");
    let colors: Vec<_> = kept(&window).stages.iter().map(|stage| stage.color).collect();
    assert_eq!(colors, [Some(Rgb(0x11, 0x22, 0x33)); 2]);
    one_step(&mut window);
}

#[test]
fn tasks_get_an_owner_a_date_and_a_status_together() {
    let mut editor = Editor::open(Arc::new(map()), InFile::Yes, fastrand::Rng::with_seed(2));
    editor.select([Thing::Touchpoint(hotline())]);
    let Thing::Card(second) = editor.make(wayfarer::editor::New::Card).unwrap() else { panic!("a card") };
    let lane = kept_lane(&editor, second);
    assert_eq!(lane, pains(), "made in the first lane of cards");
    editor
        .apply(wayfarer::editor::Edit::MoveCard {
            id: second,
            holder: Holder::Touchpoint(hotline()),
            lane: chances(),
            at: 0,
        })
        .unwrap();
    editor.apply(wayfarer::editor::Edit::Card(second, wayfarer::editor::CardChange::Owner("Ha".into()))).unwrap();
    let mut window = window_in(Language::English, &[]);
    window.state_mut().editor = editor;
    window.state_mut().editor.select([Thing::Card(task_card()), Thing::Card(second), Thing::Card(pain_card())]);
    window.run();
    let before = steps(&window);
    fill(&mut window, LINE, "Owner", "Logistics");
    fill(&mut window, LINE, "Due", "2027-01-15");
    choose(&mut window, "Status", "planned");
    assert_eq!(steps(&window), before + 3);
    for id in [task_card(), second, pain_card()] {
        let card = Arc::clone(kept(&window).card(id).unwrap().2);
        assert_eq!((card.owner.as_str(), card.due), ("Logistics", Some(date(2027, 1, 15))));
        assert_eq!(card.status, Some(Status::Planned));
    }
}

fn kept_lane(editor: &Editor, card: CardId) -> LaneId {
    editor.map().card(card).unwrap().1
}

#[test]
fn lanes_span_and_hide_together() {
    let things = [Thing::Lane(pains()), Thing::Lane(chances())];
    let mut window = window_in(Language::English, &things);
    click(&mut window, "Stage");
    assert!(things.iter().all(|thing| match thing {
        Thing::Lane(id) => kept(&window).lane(*id).unwrap().spans == Spans::Stages,
        _ => false,
    }));
    one_step(&mut window);
    window.run();
    click(&mut window, "Hidden");
    assert!(!kept(&window).lane(pains()).unwrap().is_shown() && !kept(&window).lane(chances()).unwrap().is_shown());
}
