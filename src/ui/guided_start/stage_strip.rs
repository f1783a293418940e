//! The seven stages as a row of dots, the chosen one filled: one click on a dot, or an arrow key, moves a line.
//!
//! Must not know what the line says.

use crate::{
    editor::DigitalStage,
    scene::Role,
    ui::{Look, theme, tip::Tip},
};
use egui::{EventFilter, Id, Key, Response, Role as NodeRole, Sense, Stroke, Ui, WidgetInfo, accesskit, pos2, vec2};

/// Width of a dot's room, and the radius of the chosen and the other dots, in points.
const DOT: f32 = 20.0;
const CHOSEN: f32 = 6.0;
const OTHER: f32 = 4.0;
/// Height of the row, in points.
const HEIGHT: f32 = 28.0;
/// Space on both sides, in points.
const INSET: f32 = 8.0;
const KEYS: [Key; 7] = [Key::Num1, Key::Num2, Key::Num3, Key::Num4, Key::Num5, Key::Num6, Key::Num7];

/// Shows the row; answers with another stage that was chosen. `name` is what a screen reader calls it.
pub(super) fn stage_strip_ui(ui: &mut Ui, id: Id, stage: DigitalStage, name: &str, look: Look) -> Option<DigitalStage> {
    let width = DOT * DigitalStage::ALL.len() as f32 + 2.0 * INSET;
    let (rect, _) = ui.allocate_exact_size(vec2(width, HEIGHT), Sense::hover());
    let response = ui.interact(rect, id, Sense::click());
    describe(ui, &response, stage, name, look);
    let pointed = response.hover_pos().and_then(|at| stage_at(at.x - rect.left()));
    paint(ui, &response, (stage, pointed), look);
    let pressed = response.interact_pointer_pos().and_then(|at| stage_at(at.x - rect.left()));
    let by_hand = pressed.filter(|_| response.clicked());
    if by_hand.is_some() {
        response.request_focus();
    }
    let chosen = by_hand.or_else(|| by_key(ui, &response, stage)).or_else(|| by_reader(ui, id, stage));
    if let Some(pointed) = pointed {
        response.tip_at_pointer(look.texts.guide_move_to(pointed.name(look.texts)));
    }
    chosen.filter(|chosen| *chosen != stage)
}

fn stage_at(x: f32) -> Option<DigitalStage> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a place in a row of seven")]
    let place = ((x - INSET) / DOT).clamp(0.0, 6.0) as usize;
    DigitalStage::ALL.get(place).copied()
}

fn by_key(ui: &Ui, response: &Response, stage: DigitalStage) -> Option<DigitalStage> {
    if !response.has_focus() {
        return None;
    }
    let filter = EventFilter { horizontal_arrows: true, ..EventFilter::default() };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(response.id, filter));
    ui.input(|input| {
        let numbered = KEYS.iter().zip(DigitalStage::ALL).find(|(key, _)| input.key_pressed(**key));
        match numbered {
            Some((_, stage)) => Some(stage),
            None if input.key_pressed(Key::ArrowLeft) => Some(stage.shifted(-1)),
            None if input.key_pressed(Key::ArrowRight) => Some(stage.shifted(1)),
            None if input.key_pressed(Key::Home) => Some(DigitalStage::Awareness),
            None if input.key_pressed(Key::End) => Some(DigitalStage::Repurchase),
            None => None,
        }
    })
}

/// What a screen reader asks for.
fn by_reader(ui: &Ui, id: Id, stage: DigitalStage) -> Option<DigitalStage> {
    use accesskit::Action;
    ui.input(|input| {
        let asks = |action| input.accesskit_action_requests(id, action).next().is_some();
        match (asks(Action::Increment), asks(Action::Decrement)) {
            (true, _) => Some(stage.shifted(1)),
            (false, true) => Some(stage.shifted(-1)),
            (false, false) => None,
        }
    })
}

fn describe(ui: &Ui, response: &Response, stage: DigitalStage, name: &str, look: Look) {
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(NodeRole::Slider, ui.is_enabled(), name);
        info.value = Some(stage.place() as f64 + 1.0);
        info
    });
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_min_numeric_value(1.0);
        node.set_max_numeric_value(7.0);
        node.set_numeric_value_step(1.0);
        node.set_value(stage.name(look.texts));
        node.add_action(accesskit::Action::Increment);
        node.add_action(accesskit::Action::Decrement);
    });
}

fn paint(ui: &Ui, response: &Response, (stage, pointed): (DigitalStage, Option<DigitalStage>), look: Look) {
    let color = |role| theme::color(look.palette, role);
    let rect = response.rect;
    let center = |of: DigitalStage| pos2(rect.left() + INSET + DOT * (of.place() as f32 + 0.5), rect.center().y);
    let (first, last) = (center(DigitalStage::Awareness), center(DigitalStage::Repurchase));
    ui.painter().line_segment([first, last], Stroke::new(1.0, color(Role::Hairline)));
    for other in DigitalStage::ALL {
        let at = center(other);
        if other == stage {
            ui.painter().circle_filled(at, CHOSEN, color(Role::Accent));
        } else {
            let ring = if pointed == Some(other) { Role::Accent } else { Role::Faint };
            ui.painter().circle(at, OTHER, color(Role::Card), Stroke::new(1.3, color(ring)));
        }
    }
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), rect.shrink2(vec2(1.0, 2.0)), theme::RADIUS, look.palette);
    }
}
