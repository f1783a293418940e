//! The menu of what is selected, or of the map: by the other mouse button or by key, with the commands of the table.
//!
//! Must not carry anything out but through the table.

use super::{Canvas, bars, overlay};
use crate::{
    editor::{Direction, Editor, Order, Place},
    map::{BlueprintLine, LaneKind, Thing},
    scene::Scene,
    ui::{
        Command, Look, chrome,
        command::{PathStep, PersonaStep},
        menu_keys,
        widgets::{in_window, menu_button},
    },
};
use egui::{Id, Layout, Popup, PopupAnchor, PopupKind, Pos2, Response, Ui, containers::menu::menu_style};

/// How far the pointer may go between press and release, in screen points.
const TREMBLE: f32 = 6.0;

/// What the canvas remembers of its menu.
#[derive(Debug, Default)]
pub(super) struct Menu {
    /// Where the other button went down.
    pressed: Option<Pos2>,
    /// Where the menu is asked for in this frame.
    asked: Option<Asked>,
    /// Where it stands while it is open.
    at: Pos2,
    state: State,
}

#[derive(Clone, Copy, Debug, PartialEq)]
enum Asked {
    /// By the pointer.
    At(Pos2),
    /// By key: at what is selected.
    AtSelection,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum State {
    #[default]
    Closed,
    /// Opened by key: its first entry takes the keyboard.
    ToFocus,
    Open,
}

impl Menu {
    /// The other button went down on the map.
    pub(super) fn press(&mut self, at: Pos2) {
        self.pressed = Some(at);
    }

    /// The other button came up.
    pub(super) fn release(&mut self, at: Pos2) {
        if self.pressed.take().is_some_and(|from| from.distance(at) <= TREMBLE) {
            self.asked = Some(Asked::At(at));
        }
    }

    /// Whether it is shown.
    pub(super) fn is_open(&self) -> bool {
        self.state != State::Closed
    }

    /// A key asked for it.
    pub(super) fn ask(&mut self) {
        self.asked = Some(Asked::AtSelection);
    }
}

fn menu_id() -> Id {
    Id::unique("canvas menu")
}

/// Shows the menu while it is open; returns what was chosen.
pub(super) fn menu_ui(ui: &Ui, canvas: &mut Canvas, editor: &Editor, (scene, look): (&Scene, Look)) -> Vec<Command> {
    if let Some(asked) = canvas.menu.asked.take() {
        canvas.menu.at = match asked {
            Asked::At(at) => at,
            Asked::AtSelection => place_of_selection(canvas, editor, scene),
        };
        canvas.menu.state = if asked == Asked::AtSelection { State::ToFocus } else { State::Open };
        Popup::open_id(ui.ctx(), menu_id());
    }
    let mut chosen = Vec::new();
    let anchor = PopupAnchor::Position(canvas.menu.at);
    let shown = Popup::new(menu_id(), ui.ctx().clone(), anchor, ui.layer_id())
        .kind(PopupKind::Menu)
        .layout(Layout::top_down_justified(egui::Align::Min))
        .style(menu_style)
        .gap(0.0)
        .open_memory(None)
        .show(|ui| in_window(ui, |ui| entries_ui(ui, canvas.menu.state, editor, look, &mut chosen)));
    match shown {
        Some(_) => canvas.menu.state = State::Open,
        None if canvas.menu.state != State::Closed => {
            canvas.menu.state = State::Closed;
            canvas.focus.claim();
        }
        None => {}
    }
    chosen
}

/// Under what is selected, as far as it is in view; in the middle of the view where nothing is.
fn place_of_selection(canvas: &Canvas, editor: &Editor, scene: &Scene) -> Pos2 {
    let rect = match editor.place() {
        Some(Place::Thing(thing)) => overlay::place_of(scene, thing).map(|rect| canvas.sticky.seen(thing, rect)),
        Some(Place::Cell((holder, lane))) => scene.cell_rect(holder, lane),
        None => None,
    };
    let view = canvas.camera.viewport.shrink(24.0);
    rect.map_or(view.center(), |rect| {
        let rect = canvas.camera.screen_rect(rect);
        egui::pos2(rect.center().x, rect.max.y).clamp(view.min, view.max)
    })
}

fn entries_ui(ui: &mut Ui, state: State, editor: &Editor, look: Look, chosen: &mut Vec<Command>) {
    let entries = entries(editor);
    let first = entries.iter().flatten().find(|command| command.is_enabled(Some(editor)));
    for command in &entries {
        let Some(command) = command else {
            ui.separator();
            continue;
        };
        let entry = entry_ui(ui, *command, editor, look, chosen);
        if state == State::ToFocus && Some(command) == first {
            entry.request_focus();
        }
    }
    if editor.place().is_none() {
        menu_button(ui, look.texts.menu_lane(), |ui| {
            for kind in LaneKind::ALL {
                chrome::command_ui(ui, Command::AddLane(kind), Some(editor), look, chosen);
            }
        });
    }
}

/// An entry: of a lane, which line it has.
fn entry_ui(ui: &mut Ui, command: Command, editor: &Editor, look: Look, chosen: &mut Vec<Command>) -> Response {
    let lane = editor.selected_lane().and_then(|id| editor.map().lane(id));
    match (command, lane) {
        (Command::Line(line), Some(lane)) => {
            chrome::chosen_command_ui(ui, command, lane.line == Some(line), look, chosen)
        }
        _ => chrome::command_ui(ui, command, Some(editor), look, chosen),
    }
}

/// The commands for what is selected, as far as they can be done there; `None` is a line between two groups.
fn entries(editor: &Editor) -> Vec<Option<Command>> {
    let groups: &[&[Command]] = match (editor.selection(), editor.place()) {
        ([], Some(_)) => &[
            &[Command::AddCard, Command::AddTouchpoint, Command::AddStage, Command::InsertImage],
            &[Command::Paste, Command::SelectAll],
        ],
        ([], None) => &[
            &[Command::AddStage, Command::AddTouchpoint, Command::AddNote, Command::AddPersona],
            &[Command::Paste, Command::SelectAll],
            &[Command::ZoomFit, Command::ZoomFull, Command::ToggleMinimap, Command::ToggleBars, Command::FullScreen],
        ],
        ([thing], _) => of_thing(*thing),
        (_, _) => &[&BANDS, &CLIP, &[Command::SelectAll, Command::ZoomSelection], &[Command::Delete]],
    };
    offered(groups, editor)
}

/// What of groups can be done, with a line between two groups. What only the lock of the structure forbids is there in
/// grey: it can be unlocked.
fn offered(groups: &[&[Command]], editor: &Editor) -> Vec<Option<Command>> {
    let can_be = |command: &Command| command.is_enabled(Some(editor)) || command.is_locked(Some(editor));
    let mut entries = Vec::new();
    for group in groups {
        let mut group = group.iter().copied().filter(can_be).map(Some).peekable();
        if group.peek().is_some() && !entries.is_empty() {
            entries.push(None);
        }
        entries.extend(group);
    }
    entries
}

const BANDS: [Command; 5] = [Command::Band(5), Command::Band(4), Command::Band(3), Command::Band(2), Command::Band(1)];
const LEVEL: [Command; 2] = [Command::Move(Direction::Left), Command::Move(Direction::Right)];
const ORDER: [Command; 2] = [Command::Reorder(Order::Earlier), Command::Reorder(Order::Later)];
const EVERY_WAY: [Command; 4] = [
    Command::Move(Direction::Left),
    Command::Move(Direction::Right),
    Command::Move(Direction::Up),
    Command::Move(Direction::Down),
];
const PATH: [Command; 3] =
    [Command::Path(PathStep::Skip), Command::Path(PathStep::Enter), Command::Path(PathStep::Leave)];
const LINES: [Command; 3] = [
    Command::Line(BlueprintLine::Interaction),
    Command::Line(BlueprintLine::Visibility),
    Command::Line(BlueprintLine::InternalInteraction),
];
const CLIP: [Command; 4] = [Command::Cut, Command::Copy, Command::Paste, Command::Duplicate];
/// A value has nothing beside it.
const VALUE: [Command; 3] = [Command::Cut, Command::Copy, Command::Paste];
const LAST: [Command; 2] = [Command::ZoomSelection, Command::Delete];

fn of_thing(thing: Thing) -> &'static [&'static [Command]] {
    match thing {
        Thing::Stage(_) => &[
            &[Command::EditText],
            &[Command::AddTouchpoint, Command::AddStage, Command::AddCardBelow, Command::AddNote],
            &CLIP,
            &ORDER,
            &[Command::SelectAll],
            &LAST,
        ],
        Thing::Touchpoint(_) => &[
            &[Command::EditText],
            &[Command::AddTouchpoint, Command::AddStage, Command::AddCardBelow, Command::AddNote],
            &BANDS,
            &PATH,
            &CLIP,
            &LEVEL,
            &[Command::SelectAll],
            &LAST,
        ],
        Thing::Face(..) => &[&BANDS, &[Command::EditText, Command::AddCardBelow, Command::AddNote], &VALUE, &LAST],
        Thing::Card(_) => &[
            &[Command::EditText],
            &[Command::AddCard, Command::AddCardBelow, Command::AddNote],
            &CLIP,
            &EVERY_WAY,
            &[Command::SelectAll],
            &LAST,
        ],
        Thing::Lane(_) => {
            &[&[Command::EditText, Command::AddNote], &CLIP, &[Command::ToggleLane], &LINES, &ORDER, &LAST]
        }
        Thing::Engagement(_) => &[&BANDS, &[Command::AddCardBelow, Command::AddNote], &VALUE, &LAST],
        Thing::Note(_) => {
            &[&[Command::EditText, Command::RemoveArrow], &CLIP, &EVERY_WAY, &[Command::SelectAll], &LAST]
        }
        Thing::Link(_) => &[&[Command::EditText], &CLIP, &LAST],
        Thing::Persona(_) => &[&PERSONA, &WHOSE, &[Command::Persona(PersonaStep::Remove)]],
        Thing::Survey(_) => &[&[Command::Delete]],
    }
}

const PERSONA: [Command; 2] = [Command::Persona(PersonaStep::Rename), Command::SetPortrait];
const WHOSE: [Command; 2] = [Command::Persona(PersonaStep::Only), Command::Persona(PersonaStep::All)];
/// What the menu of the chip has after the persona's path.
const CHIP: [&[Command]; 3] =
    [&WHOSE, &[Command::AddPersona, Command::ToggleReview], &[Command::Persona(PersonaStep::Remove)]];

/// The menu of the persona's chip; returns what was chosen.
pub(super) fn persona_menu_ui(ui: &Ui, editor: &Editor, look: Look) -> Vec<Command> {
    let mut chosen = Vec::new();
    if let Some(chip) = ui.ctx().read_response(bars::first_id()) {
        persona_popup(&chip).show(|ui| {
            in_window(ui, |ui| {
                group_ui(ui, &[&PERSONA], editor, look, &mut chosen);
                path_menu_ui(ui, editor, look, &mut chosen);
                ui.separator();
                group_ui(ui, &CHIP, editor, look, &mut chosen);
            });
        });
    }
    chosen
}

/// By the other mouse button it opens where the pointer is, by key under the chip.
fn persona_popup(chip: &Response) -> Popup<'_> {
    let (id, ctx) = (Id::unique("canvas persona menu"), &chip.ctx);
    if chip.has_focus() && !Popup::is_any_open(ctx) && Command::ContextMenu.is_pressed(ctx) {
        menu_keys::open(ctx, id);
    }
    let menu = Popup::context_menu(chip).id(id);
    let is_by_key = Popup::is_id_open(ctx, id) && Popup::position_of_id(ctx, id).is_none();
    if is_by_key { menu.anchor(chip) } else { menu }
}

fn group_ui(ui: &mut Ui, groups: &[&[Command]], editor: &Editor, look: Look, chosen: &mut Vec<Command>) {
    for entry in offered(groups, editor) {
        match entry {
            Some(command) => drop(chrome::command_ui(ui, command, Some(editor), look, chosen)),
            None => drop(ui.separator()),
        }
    }
}

/// What can be done with the path of the persona that is shown: whole, and at the selected touchpoint.
fn path_menu_ui(ui: &mut Ui, editor: &Editor, look: Look, chosen: &mut Vec<Command>) {
    let steps = PathStep::ALL.map(Command::Path);
    if editor.persona_alone().is_some() && !offered(&[&steps], editor).is_empty() {
        menu_button(ui, look.texts.menu_path(), |ui| group_ui(ui, &[&steps], editor, look, chosen));
    }
}
