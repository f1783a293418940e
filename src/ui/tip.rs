//! Tips: what is told where the pointer rests. While somebody works by keys none is shown, until the pointer moves again.
//!
//! All tips of the program are shown here, so that one rule holds for all of them. A screen reader hears a tip as the
//! widget's description, unless the widget's name says the same. Must not know what is told.

use egui::{
    Context, Event, Key, Label, Plugin, Pos2, RawInput, Response, TextStyle, TextWrapMode, Tooltip, Ui, Widget,
    WidgetText, accesskit::Role,
};

/// How far below the pointer a tip stands that comes at it, in points.
const BELOW_POINTER: f32 = 12.0;

/// Whether the pointer tells anything now.
#[derive(Debug, Default)]
struct Tips {
    /// A key was pressed since the pointer moved.
    is_quiet: bool,
    /// Where the pointer was last; some systems tell of it again though it rests.
    at: Option<Pos2>,
}

/// Watches keys and the pointer before any other part takes its keys.
pub(super) fn install(ctx: &Context) {
    ctx.add_plugin(Tips::default());
}

impl Plugin for Tips {
    fn debug_name(&self) -> &'static str {
        "tips"
    }

    fn input_hook(&mut self, _: &Context, input: &mut RawInput) {
        for event in &input.events {
            match event {
                Event::PointerMoved(at) => {
                    let has_moved = self.at.replace(*at).is_none_or(|before| before != *at);
                    self.is_quiet &= !has_moved;
                }
                Event::PointerGone => self.at = None,
                event => self.is_quiet |= is_typed(event),
            }
        }
    }
}

/// Whether something is done by key; a modifier alone may yet belong to the pointer.
fn is_typed(event: &Event) -> bool {
    match event {
        Event::Key { key, pressed, .. } => *pressed && !is_modifier(*key),
        Event::Text(_) | Event::Ime(_) | Event::Copy | Event::Cut | Event::Paste(_) | Event::PasteImage(_) => true,
        _ => false,
    }
}

fn is_modifier(key: Key) -> bool {
    const SIDES: [[Key; 2]; 4] = [
        [Key::ShiftLeft, Key::ShiftRight],
        [Key::ControlLeft, Key::ControlRight],
        [Key::AltLeft, Key::AltRight],
        [Key::SuperLeft, Key::SuperRight],
    ];
    SIDES.as_flattened().contains(&key)
}

fn is_quiet(ctx: &Context) -> bool {
    ctx.plugin_or_default::<Tips>().lock().is_quiet
}

/// What a widget tells under the resting pointer.
pub trait Tip: Sized {
    /// Words beside the widget.
    fn tip(self, text: impl Into<String>) -> Self;
    /// Words where the pointer is, for wide things.
    fn tip_at_pointer(self, text: impl Into<String>) -> Self;
    /// Words beside the widget while it is greyed.
    fn tip_if_greyed(self, text: impl Into<String>) -> Self;
}

impl Tip for Response {
    fn tip(self, text: impl Into<String>) -> Self {
        let text = text.into();
        describe(&self, &text);
        show(Tooltip::for_enabled(&self), || text);
        self
    }

    fn tip_at_pointer(self, text: impl Into<String>) -> Self {
        let text = text.into();
        describe(&self, &text);
        show_at_pointer(&self, || text);
        self
    }

    fn tip_if_greyed(self, text: impl Into<String>) -> Self {
        show(Tooltip::for_disabled(&self), || text.into());
        self
    }
}

/// Shows a tip where the pointer is, of what a screen reader is told otherwise.
pub(super) fn show_at_pointer(response: &Response, text: impl FnOnce() -> String) {
    show(Tooltip::for_enabled(response).at_pointer().gap(BELOW_POINTER), text);
}

fn show(tip: Tooltip<'_>, text: impl FnOnce() -> String) {
    if is_quiet(tip.popup.ctx()) {
        return;
    }
    tip.show(|ui| {
        // The words set the width, not what stood there the frame before.
        ui.set_max_width(ui.spacing().tooltip_width);
        ui.add(Label::new(text()));
    });
}

/// Words in one line that an ellipsis cuts where there is no room; then a tip tells the whole.
pub struct CutLabel(WidgetText);

impl CutLabel {
    /// One with these words.
    pub fn new(text: impl Into<WidgetText>) -> Self {
        Self(text.into())
    }
}

impl Widget for CutLabel {
    fn ui(self, ui: &mut Ui) -> Response {
        let room = ui.available_width();
        let whole = self.0.clone().into_galley(ui, Some(TextWrapMode::Extend), f32::INFINITY, TextStyle::Body);
        let response = ui.add(Label::new(self.0).truncate().show_tooltip_when_elided(false));
        if whole.size().x > room { response.tip(whole.text()) } else { response }
    }
}

/// Tells a screen reader what the name does not say; what has no name gets the tip for one.
fn describe(response: &Response, text: &str) {
    if !response.ctx.has_accesskit_node(response.id) {
        return;
    }
    response.ctx.accesskit_node_builder(response.id, |node| {
        let is_label = node.role() == Role::Label;
        let name = if is_label { node.value().or(node.label()) } else { node.label() };
        match name {
            Some(name) if name == text => {}
            None | Some("") if !is_label && node.labelled_by().is_empty() => node.set_label(text),
            _ => node.set_description(text),
        }
    });
}
