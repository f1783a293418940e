//! A text field with a draft: what is typed is previewed, leaving the field or Enter commits it as one step of the
//! history, Esc brings the old text back. A draft that cannot be read stays in the field with a sentence under it, also
//! while something else is looked at, until it is mended, taken back by Esc, or the map has another value there.
//!
//! Must not know what the text means; that is the `parse` argument.

use super::{Desk, layout::sentence};
use crate::{
    editor::{Edit, Editor},
    scene::{FontWeight, Role},
    ui::{theme, tip::Tip},
};
use egui::{Context, FontId, Id, Key, KeyboardShortcut, Modifiers, Response, Stroke, TextEdit, Ui};
use std::cell::RefCell;

/// A text field.
pub struct Field<'a> {
    /// Tells fields of one panel apart.
    pub salt: Id,
    /// What a screen reader calls it.
    pub name: &'a str,
    /// Shown while it is empty.
    pub hint: &'a str,
    /// How its text may run.
    pub lines: Lines,
    /// What surrounds it.
    pub frame: Frame,
    /// The font; `None` is the body's.
    pub font: Option<FontId>,
    /// The text's colour; `None` is ink.
    pub role: Option<Role>,
    /// Takes what is wrong with the text, to be said elsewhere; `None`: it is said under the field.
    pub wrong: Option<&'a RefCell<Option<String>>>,
}

/// How a field's text may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lines {
    /// One line; a longer text scrolls and is shown whole on hover.
    One,
    /// One paragraph that wraps.
    Wrapped,
    /// Paragraphs; Shift+Enter begins a new line.
    Many,
}

/// What surrounds a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Frame {
    /// A hairline.
    Boxed,
    /// Nothing until it is hovered or has the keyboard: the text looks like text.
    Bare,
}

impl<'a> Field<'a> {
    /// A boxed field of one line.
    pub fn new(salt: impl std::hash::Hash, name: &'a str) -> Self {
        let salt = Id::unique(("field", hash_of(&salt)));
        Self { salt, name, hint: "", lines: Lines::One, frame: Frame::Boxed, font: None, role: None, wrong: None }
    }

    /// A bare title.
    pub fn title(self) -> Self {
        let font = Some(theme::font(FontWeight::SemiBold, theme::TITLE));
        Self { lines: Lines::Wrapped, frame: Frame::Bare, font, ..self }
    }

    /// A bare, soft text of several lines.
    pub fn description(self) -> Self {
        Self { lines: Lines::Many, frame: Frame::Bare, role: Some(Role::Soft), ..self }
    }

    /// The same field, shown with a hint while empty.
    pub fn hint(self, hint: &'a str) -> Self {
        Self { hint, ..self }
    }

    /// The same field with other lines.
    pub fn lines(self, lines: Lines) -> Self {
        Self { lines, ..self }
    }

    /// The same field where there is no room under it: what is wrong is put here.
    pub fn wrong_in(self, wrong: &'a RefCell<Option<String>>) -> Self {
        Self { wrong: Some(wrong), ..self }
    }

    /// The same field without a frame.
    pub fn bare(self) -> Self {
        Self { frame: Frame::Bare, ..self }
    }
}

fn hash_of(salt: &impl std::hash::Hash) -> u64 {
    use std::hash::{DefaultHasher, Hasher as _};
    let mut hasher = DefaultHasher::new();
    salt.hash(&mut hasher);
    hasher.finish()
}

/// What stands in a field and not yet in the map.
#[derive(Clone, Debug)]
struct Draft {
    text: String,
    keeps: Keeps,
}

/// How long a draft is kept.
#[derive(Clone, Debug, PartialEq)]
enum Keeps {
    /// While its field is shown, which was in this pass last.
    Shown(u64),
    /// It cannot be read: while the map of this number has this value.
    Wrong(u64, String),
}

/// The field whose draft is the editor's preview, and the pass in which it was last shown.
#[derive(Clone, Copy, Debug)]
struct Previewed {
    field: Id,
    pass: u64,
}

fn previewed_key() -> Id {
    Id::unique("wayfarer previewed field")
}

/// Commits what was typed into a field that is not shown any more, because something else was selected. Called once
/// a frame, after the fields.
pub fn commit_abandoned(ctx: &Context, editor: &mut Editor) {
    let pass = ctx.cumulative_pass_nr();
    let previewed = ctx.data(|data| data.get_temp::<Previewed>(previewed_key()));
    if previewed.is_some_and(|previewed| previewed.pass != pass) {
        ctx.data_mut(|data| data.remove::<Previewed>(previewed_key()));
        editor.commit_preview();
    }
}

/// Shows a field that holds `current`; `parse` makes an edit of what is typed, or a sentence that says what is wrong.
pub(super) fn field_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    field: &Field<'_>,
    current: &str,
    parse: impl Fn(&str) -> Result<Edit, String>,
) -> Response {
    let id = field.salt;
    let wrong = Keeps::Wrong(desk.editor.number(), current.to_owned());
    let before = load_draft(ui.ctx(), id, &wrong);
    let mut text = before.clone().unwrap_or_else(|| current.to_owned());
    let response = edit_ui(ui, desk, field, &mut text);
    let escaped = response.lost_focus() && ui.input(|input| input.key_pressed(Key::Escape));
    if escaped {
        drop_draft(ui.ctx(), id);
        if take_previewed(ui.ctx(), id) {
            desk.editor.cancel_preview();
        }
        return response;
    }
    if response.changed() {
        text.retain(|c| c == '\n' && field.lines == Lines::Many || !c.is_control());
    }
    let draft = (before.is_some() || response.changed()).then_some(text);
    if let Some(text) = draft {
        drafted(ui, desk, (field, &response), (text, wrong), parse);
    }
    response
}

/// Previews or commits a draft, and says what is wrong with it.
fn drafted(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    (field, response): (&Field<'_>, &Response),
    (text, wrong): (String, Keeps),
    parse: impl Fn(&str) -> Result<Edit, String>,
) {
    let (ctx, id) = (ui.ctx().clone(), response.id);
    match parse(&text) {
        Ok(edit) => {
            if response.changed() {
                desk.preview(edit);
                remember_previewed(&ctx, id);
            }
            if response.has_focus() {
                remember_previewed_if_same(&ctx, id);
                let pass = ctx.cumulative_pass_nr();
                store_draft(&ctx, id, Draft { text, keeps: Keeps::Shown(pass) });
                return;
            }
            drop_draft(&ctx, id);
            if take_previewed(&ctx, id) {
                desk.editor.commit_preview();
            }
        }
        Err(fault) => {
            if take_previewed(&ctx, id) {
                desk.editor.cancel_preview();
            }
            store_draft(&ctx, id, Draft { text, keeps: wrong });
            match field.wrong {
                Some(place) => *place.borrow_mut() = Some(fault),
                None => sentence(ui, desk.look, &fault, Role::Negative),
            }
        }
    }
}

fn edit_ui(ui: &mut Ui, desk: &Desk<'_>, field: &Field<'_>, text: &mut String) -> Response {
    let font = field.font.clone().unwrap_or_else(|| theme::font(FontWeight::Regular, theme::BODY));
    let edit = match field.lines {
        Lines::One => TextEdit::singleline(text),
        Lines::Wrapped | Lines::Many => TextEdit::multiline(text).desired_rows(1),
    };
    let newline = (field.lines == Lines::Many).then_some(KeyboardShortcut::new(Modifiers::SHIFT, Key::Enter));
    let hint = theme::note(field.hint, desk.palette(), Role::Faint).font(font.clone());
    let mut edit = edit
        .id(field.salt)
        .font(font)
        .hint_text(hint)
        .desired_width(ui.available_width())
        .text_color(desk.color(field.role.unwrap_or(Role::Ink)));
    if field.lines != Lines::One {
        edit = edit.return_key(newline);
    }
    let edit = match field.frame {
        Frame::Boxed => edit,
        Frame::Bare => edit.frame(egui::Frame::new()),
    };
    let response = ui.scope(|ui| {
        if field.frame == Frame::Bare {
            ui.spacing_mut().interact_size.y = 0.0;
        }
        ui.add(edit)
    });
    let response = response.inner.accessible_name(field.name);
    if field.lines != Lines::One && response.has_focus() && plain_enter(ui) {
        response.surrender_focus();
    }
    if field.frame == Frame::Bare {
        paint_bare_frame(ui, desk, &response);
    }
    show_whole(ui, field, response, text)
}

fn plain_enter(ui: &Ui) -> bool {
    ui.input(|input| input.key_pressed(Key::Enter) && !input.modifiers.shift)
}

fn paint_bare_frame(ui: &Ui, desk: &Desk<'_>, response: &Response) {
    let rect = response.rect.expand2(egui::vec2(5.0, 2.0));
    if response.has_focus() {
        theme::paint_focus_ring(ui.painter(), rect, theme::RADIUS, desk.palette());
    } else if response.hovered() {
        let hairline = Stroke::new(1.0, desk.color(Role::Hairline));
        ui.painter().rect_stroke(rect, theme::RADIUS, hairline, egui::StrokeKind::Inside);
    }
}

/// On hover, a one-line field that is too narrow for its text shows all of it.
fn show_whole(ui: &Ui, field: &Field<'_>, response: Response, text: &str) -> Response {
    if field.lines != Lines::One || response.has_focus() {
        return response;
    }
    let font = field.font.clone().unwrap_or_else(|| theme::font(FontWeight::Regular, theme::BODY));
    let galley = ui.painter().layout_no_wrap(text.to_owned(), font, ui.visuals().text_color());
    let room = response.rect.width() - 2.0 * ui.spacing().button_padding.x;
    if galley.size().x > room { response.tip(text) } else { response }
}

/// The draft of a field, where it is still kept; `wrong` is how one that cannot be read is kept now.
fn load_draft(ctx: &Context, id: Id, wrong: &Keeps) -> Option<String> {
    let now = ctx.cumulative_pass_nr();
    let is_kept = |draft: &Draft| match &draft.keeps {
        Keeps::Shown(pass) => pass.saturating_add(1) >= now,
        keeps @ Keeps::Wrong(..) => keeps == wrong,
    };
    let draft: Option<Draft> = ctx.data(|data| data.get_temp(id));
    draft.filter(is_kept).map(|draft| draft.text)
}

/// Forgets what stands in a field and not in the map: the field is to show something else.
pub fn forget_draft(ctx: &Context, field: &Field<'_>) {
    drop_draft(ctx, field.salt);
}

fn store_draft(ctx: &Context, id: Id, draft: Draft) {
    ctx.data_mut(|data| data.insert_temp(id, draft));
}

fn drop_draft(ctx: &Context, id: Id) {
    ctx.data_mut(|data| data.remove::<Draft>(id));
}

fn remember_previewed(ctx: &Context, field: Id) {
    let pass = ctx.cumulative_pass_nr();
    ctx.data_mut(|data| data.insert_temp(previewed_key(), Previewed { field, pass }));
}

fn remember_previewed_if_same(ctx: &Context, field: Id) {
    let previewed: Option<Previewed> = ctx.data(|data| data.get_temp(previewed_key()));
    if previewed.is_some_and(|previewed| previewed.field == field) {
        remember_previewed(ctx, field);
    }
}

/// Whether the editor's preview is this field's; it is not any more.
fn take_previewed(ctx: &Context, field: Id) -> bool {
    let previewed: Option<Previewed> = ctx.data(|data| data.get_temp(previewed_key()));
    let is_ours = previewed.is_some_and(|previewed| previewed.field == field);
    if is_ours {
        ctx.data_mut(|data| data.remove::<Previewed>(previewed_key()));
    }
    is_ours
}
