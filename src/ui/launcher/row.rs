//! A row of the launcher: a name with the letters that fit, what it is, where it stands, and a command's keys.
//!
//! Must not know how rows are found.

use super::index::{Index, Target};
use crate::{
    editor::Editor,
    scene::{FontWeight, Role, lane_kind_name},
    ui::{Look, chrome, fuzzy::Fuzzy, theme, tip::Tip},
};
use egui::{
    Align2, Id, Rect, Response, Sense, Ui, WidgetInfo, accesskit,
    text::{LayoutJob, TextFormat, TextWrapping},
    vec2,
};

/// Height of a row in points.
pub(super) const HEIGHT: f32 = 32.0;
/// How much of a row's width what it is and where it stands may take.
const ASIDE: f32 = 0.45;

/// What a row says.
pub(super) struct Words {
    /// What it is called; one line.
    pub(super) name: String,
    /// What it is and where it stands.
    pub(super) aside: String,
    /// A command, whose keys are shown.
    command: Option<crate::ui::Command>,
}

/// How a row stands in the list.
#[derive(Clone, Copy)]
pub(super) struct State {
    pub(super) at: usize,
    pub(super) is_selected: bool,
    pub(super) can_be_done: bool,
}

/// The id of a row by its place.
pub(super) fn id_of(at: usize) -> Id {
    Id::unique(("launcher row", at))
}

/// What the row of a target says; of a command, what it would do now.
pub(super) fn words(index: &Index, target: Target, (editor, look): (Option<&Editor>, Look)) -> Words {
    let texts = look.texts;
    let (stage, touchpoint) = index.column(target);
    let stage_name = stage.map_or("", |stage| stage.name.as_str());
    let touchpoint_name = touchpoint.map_or("", |touchpoint| touchpoint.name.as_str());
    let (name, aside, command) = match target {
        Target::Command(at) => {
            let command = index.commands.get(at).copied();
            let name = command.map(|command| command.name(editor, texts)).unwrap_or_default();
            (name, command.map_or("", |command| command.group().text(texts)).to_owned(), command)
        }
        Target::Map(at) => {
            let map = index.maps.get(at);
            let text = |of: fn(&super::OpenableMap) -> &str| map.map_or("", of).to_owned();
            (text(|map| &map.name), text(|map| &map.kind), None)
        }
        Target::Stage(_) => (stage_name.to_owned(), texts.edit_kind_stage().to_owned(), None),
        Target::Touchpoint(..) => {
            (touchpoint_name.to_owned(), joined([texts.edit_kind_touchpoint(), stage_name]), None)
        }
        Target::Card(place) => {
            let text = index.card(place).map_or("", |card| card.text.as_str());
            let lane = index.map.as_ref().and_then(|map| map.lane(index.lane_of(place)));
            let lane_name = lane.map_or("", |lane| match lane.name.as_str() {
                "" => lane_kind_name(texts, lane.kind),
                own => own,
            });
            let holder = if touchpoint.is_some() { touchpoint_name } else { stage_name };
            (text.split_whitespace().collect::<Vec<_>>().join(" "), joined([lane_name, holder]), None)
        }
    };
    Words { name, aside, command }
}

fn joined(parts: [&str; 2]) -> String {
    let parts: Vec<&str> = parts.into_iter().filter(|part| !part.trim().is_empty()).collect();
    parts.join(" · ")
}

/// Shows a row.
pub(super) fn row_ui(ui: &Ui, rect: Rect, (words, state): (&Words, State), fuzzy: &mut Fuzzy, look: Look) -> Response {
    let color = |role| theme::color(look.palette, role);
    let response = ui.interact(rect, id_of(state.at), Sense::click() - Sense::FOCUSABLE);
    let keys = words.command.map(|command| command.keys_text(ui.ctx())).unwrap_or_default();
    let spoken = [words.name.as_str(), &words.aside, &keys].join(", ");
    response.widget_info(|| {
        WidgetInfo::selected(accesskit::Role::ListBoxOption, state.can_be_done, state.is_selected, spoken.as_str())
    });
    if state.is_selected {
        ui.painter().rect_filled(rect, theme::RADIUS, color(Role::AccentTint));
    }
    let inner = rect.shrink2(vec2(10.0, 0.0));
    let aside_role = if state.can_be_done { Role::Soft } else { Role::Faint };
    let aside_font = theme::font(FontWeight::Regular, theme::SMALL);
    let aside_text = if keys.is_empty() { words.aside.clone() } else { format!("{}   {keys}", words.aside) };
    let aside = theme::cut_galley(ui.painter(), &aside_text, aside_font, color(aside_role), inner.width() * ASIDE);
    let room = inner.width() - aside.size().x - 16.0;
    let place = Align2::RIGHT_CENTER.anchor_size(inner.right_center(), aside.size());
    ui.painter().galley(place.min, aside, color(aside_role));
    let name = ui.painter().layout_job(name_job(words, state, fuzzy, (look, room)));
    let place = Align2::LEFT_CENTER.anchor_size(inner.left_center(), name.size());
    let is_cut = name.elided;
    ui.painter().galley(place.min, name, color(Role::Ink));
    if is_cut { response.tip(&words.name) } else { response }
}

/// The name in one row, the letters that fit emphasised.
fn name_job(words: &Words, state: State, fuzzy: &mut Fuzzy, (look, room): (Look, f32)) -> LayoutJob {
    let role = if state.can_be_done { Role::Ink } else { Role::Faint };
    let color = |role| theme::color(look.palette, role);
    let plain = TextFormat::simple(theme::font(FontWeight::Regular, 13.0), color(role));
    let fits_role = if state.can_be_done { Role::Accent } else { Role::Faint };
    let fits = TextFormat::simple(theme::font(FontWeight::Bold, 13.0), color(fits_role));
    let job = chrome::emphasised(&words.name, &fuzzy.letters(&words.name), (plain, fits));
    LayoutJob { wrap: TextWrapping::truncate_at_width(room.max(0.0)), ..job }
}
