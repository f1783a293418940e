//! The menus that are open over each other, and their entries. Must not know keys.

use egui::{Context, Id, LayerId, Popup};

/// How a menu is walked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Entry by entry; a field among them has its own keys but for those that lead to the next entry.
    List,
    /// By keys of its own; only Tab is taken, so that it stays in the menu.
    Own,
}

/// An open menu.
#[derive(Debug)]
pub(super) struct Level {
    /// Its popup.
    pub(super) id: Id,
    pub(super) kind: Kind,
    /// What in it takes the keyboard, from the top.
    pub(super) entries: Vec<Id>,
}

/// What menus noted of themselves.
#[derive(Debug, Default)]
pub(super) struct Shown {
    pub(super) levels: Vec<(LayerId, Kind)>,
    pub(super) submenus: Vec<Id>,
    /// The buttons of the menu bar.
    pub(super) bar: Vec<Id>,
}

impl Shown {
    /// The menus of the last pass that are still open, with what they showed.
    pub(super) fn levels(&self, ctx: &Context) -> Vec<Level> {
        let is_open = self.levels.first().is_some_and(|(menu, _)| Popup::is_id_open(ctx, menu.id));
        let levels = self.levels.iter().filter(|_| is_open);
        levels.map(|(layer, kind)| Level { id: layer.id, kind: *kind, entries: entries(ctx, *layer) }).collect()
    }
}

/// What took the keyboard in a layer of the last pass, in order.
fn entries(ctx: &Context, layer: LayerId) -> Vec<Id> {
    ctx.viewport(|viewport| {
        let widgets = viewport.prev_pass.widgets.get_layer(layer);
        widgets.filter(|widget| widget.enabled && widget.sense.is_focusable()).map(|widget| widget.id).collect()
    })
}

/// Where an entry stands: in which menu, and where in it.
pub(super) fn place_of(levels: &[Level], id: Id) -> Option<(usize, usize)> {
    let at = |level: &Level| level.entries.iter().position(|entry| *entry == id);
    levels.iter().enumerate().find_map(|(level, menu)| Some((level, at(menu)?)))
}
