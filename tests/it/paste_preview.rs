//! The look at a pasted table, driven through its accessibility tree.

use egui::{Key, accesskit::Role, vec2};
use egui_kittest::{Harness, kittest::Queryable as _};
use std::sync::Arc;
use wayfarer::{
    editor::structure::Reading,
    files::cells,
    map::{Fragment, Map},
    scene::Layouter,
    ui::{
        Look,
        paste_preview::{PastePreview, PreviewAnswer, paste_preview_ui},
        theme,
    },
};

struct Page {
    preview: PastePreview,
    map: Arc<Map>,
    layouter: Layouter,
    answers: Vec<Option<Box<Fragment>>>,
}

const TABLE: &str = "Stage\tBuy\tUse\nTouchpoints\tSearch\tOpen\nKPIs\tvisits\tNPS";

fn open(text: &str) -> Harness<'static, Page> {
    let map = Arc::new(Map::empty(&mut fastrand::Rng::with_seed(1)));
    let preview = PastePreview::new(cells::parse(text).unwrap(), &map, None);
    let page = Page { preview, map, layouter: Layouter::new(), answers: Vec::new() };
    let look = Look::default();
    let mut window = Harness::builder()
        .with_size(vec2(1000.0, 760.0))
        .with_step_dt(1.0 / 60.0)
        .with_max_steps(64)
        .with_context_setup(move |ctx| theme::install(ctx, look.palette))
        .build_ui_state(
            move |ui, page: &mut Page| {
                let Page { preview, map, layouter, answers } = page;
                match paste_preview_ui(ui.ctx(), preview, map, layouter, look) {
                    PreviewAnswer::Open => {}
                    PreviewAnswer::Cancel => answers.push(None),
                    PreviewAnswer::Paste(piece) => answers.push(Some(piece)),
                }
            },
            page,
        );
    window.run();
    window
}

#[test]
fn what_will_be_made_is_told_and_enter_pastes_it() {
    let mut window = open(TABLE);
    window.get_by_label(
        "3 rows, 3 columns. This is what they become; choose another reading if it is not what you mean.",
    );
    window.get_by_label("Will be made: 2 stages, 2 touchpoints, 2 cards; new lanes: KPIs.");
    window.get_by_role_and_label(Role::Image, "Picture of what will be pasted");
    assert!(window.get_by_role_and_label(Role::Button, "Paste").is_focused());
    window.key_press(Key::Enter);
    window.run();
    let answers = &window.state().answers;
    let piece = answers[0].as_ref().unwrap();
    assert_eq!((answers.len(), piece.stages.len(), piece.lanes[0].name.as_str()), (1, 2, "KPIs"));
}

#[test]
fn one_click_corrects_the_reading() {
    let mut window = open(TABLE);
    assert_eq!(window.state().preview.reading(), Reading::StagesLanes);
    window.get_by_label("Touchpoints").click();
    window.run();
    assert_eq!(window.state().preview.reading(), Reading::Touchpoints);
    window.get_by_label("Will be made: 9 touchpoints.");
    window.get_by_label("Stages and touchpoints").click();
    window.run();
    window.get_by_label("Cards").click();
    window.run();
    window.get_by_label_contains("Will be made: 9 cards");
}

#[test]
fn esc_and_cancel_paste_nothing() {
    let mut window = open(TABLE);
    window.key_press(Key::Escape);
    window.run();
    window.get_by_role_and_label(Role::Button, "Cancel").click();
    window.run();
    let answers = &window.state().answers;
    assert!(answers.len() >= 2 && answers.iter().all(Option::is_none));
}
