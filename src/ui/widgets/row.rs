//! A row whose end stands at the right edge, while a screen reader and Tab meet it as it is seen, from left to right.
//!
//! egui's rows from right to left are read and tabbed that way too. Here the end is as wide as it was in the last frame;
//! where that is not known or has changed, the frame is laid out once more before it is shown.

use super::layout::ROW_HEIGHT;
use egui::{Align, Id, Layout, Rect, Ui, UiBuilder, Vec2};

/// A width that differs by less is the same.
const EQUAL: f32 = 0.5;

/// A row that is being filled: first what begins it and takes the room that is left, then its end.
pub struct Row {
    room: Rect,
    align: Align,
    /// Where the end's width is remembered.
    id: Id,
    end_width: f32,
    used: Rect,
}

impl Row {
    /// A row of this height across the room that is left; in a row already, as high as that.
    pub fn new(ui: &Ui, height: f32, align: Align) -> Self {
        let room = ui.available_rect_before_wrap();
        let room = if ui.layout().is_horizontal() { room } else { room.with_max_y(room.min.y + height) };
        let id = ui.next_auto_id().with("end of a row");
        let end_width = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        Self { room, align, id, end_width, used: Rect::from_min_size(room.min, Vec2::ZERO) }
    }

    /// A row as high as one field.
    pub fn of_field(ui: &Ui) -> Self {
        Self::new(ui, ROW_HEIGHT, Align::Center)
    }

    /// A row that begins with one line or several; its end stands at the first.
    pub fn of_lines(ui: &Ui) -> Self {
        Self::new(ui, ROW_HEIGHT, Align::Min)
    }

    /// A row as high as a button.
    pub fn of_buttons(ui: &Ui) -> Self {
        Self::new(ui, ui.spacing().interact_size.y, Align::Center)
    }

    /// Shows what begins the row, in what the end leaves of it.
    pub fn begin<R>(&mut self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
        let end = self.room.max.x - self.end_width - ui.spacing().item_spacing.x;
        let (used, shown) = self.part(ui, self.room.with_max_x(end.max(self.room.min.x)), content);
        self.used = used;
        shown
    }

    /// Shows the end of the row, at the right.
    pub fn end<R>(self, ui: &mut Ui, content: impl FnOnce(&mut Ui) -> R) -> R {
        let begin = (self.room.max.x - self.end_width).max(self.room.min.x);
        let (used, shown) = self.part(ui, self.room.with_min_x(begin), content);
        if (used.width() - self.end_width).abs() > EQUAL {
            ui.data_mut(|data| data.insert_temp(self.id, used.width()));
            ui.ctx().request_discard("the end of a row has another width");
        }
        ui.advance_cursor_after_rect(self.used.union(used));
        shown
    }

    fn part<R>(&self, ui: &mut Ui, room: Rect, content: impl FnOnce(&mut Ui) -> R) -> (Rect, R) {
        let layout = Layout::left_to_right(self.align);
        let mut part = ui.new_child(UiBuilder::new().max_rect(room).layout(layout));
        let shown = content(&mut part);
        (part.min_rect(), shown)
    }
}
