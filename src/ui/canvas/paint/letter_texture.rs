//! Room for letters. egui keeps the pictures of all letters in one texture, row above row; it doubles its height when
//! it is full, and the frame that meets this copies megabytes. So room is made ahead, while the view rests, and a zoom
//! finds it. There is no way to ask for room but to ask for letters: a tall one makes the texture grow, and dashes fill
//! the rest of its row, because a frame with new letters in two rows sends both of them whole. Nobody sees any of them.
//!
//! Must not know which letters there are. Lengths are in pixels.

use crate::{scene::FontWeight, ui::theme};
use egui::{Color32, Context, epaint::text::FontsView};

/// The texture's widest and highest: at most 64 MiB, whatever the graphics card offers.
pub const TEXTURE_SIDE: usize = 4096;
/// Rows that the first room ends the texture's lower half with, so that it has twice as many.
const FIRST_ROWS: f32 = 512.0;
/// Rows that are free whenever a zoom begins, where a point is a pixel. From 40 % to 400 % takes about 200.
const FREE_ROWS: f32 = 256.0;
/// A row of letters may be so high, where a point is a pixel; the texture's last row may be filled only so far.
const LETTER_ROW: f32 = 80.0;
/// egui paints no letter that is taller.
const TALLEST: f32 = 1000.0;
/// A letter that is tall and thin.
const TALL: &str = "|";
/// How tall it is as a share of its size, 1.14 in Be Vietnam Pro, taken low so that it is never too short.
const TALL_SHARE: f32 = 1.1;
/// A letter that is wide and low.
const DASH: &str = "—";
/// The first dash's size; each that follows is a little larger, so that it is another picture.
const DASH_SIZE: f32 = 250.0;
/// So many dashes fill the widest row.
const DASHES: u8 = 64;

/// Makes room where it is short.
pub fn make_room(ctx: &Context) {
    let pixels = ctx.pixels_per_point();
    ctx.fonts_mut(|fonts| {
        let [width, height] = fonts.font_image_size().map(|side| side as f32);
        let used = used_rows(fonts);
        let doubles_at = height.max(FIRST_ROWS);
        if height - used >= FREE_ROWS * pixels || doubles_at * 2.0 > width {
            return;
        }
        let rows = (doubles_at - used + LETTER_ROW * pixels).min(TALLEST);
        ask_for(fonts, TALL, rows / TALL_SHARE / pixels);
        let below = used_rows(fonts);
        for more in 0..DASHES {
            if used_rows(fonts) > below {
                return;
            }
            ask_for(fonts, DASH, (DASH_SIZE + f32::from(more)) / pixels);
        }
    });
}

/// How many rows hold letters.
fn used_rows(fonts: &FontsView<'_>) -> f32 {
    let [width, height] = fonts.font_image_size().map(|side| side as f32);
    fonts.font_atlas_fill_ratio() * width.max(height)
}

fn ask_for(fonts: &mut FontsView<'_>, letter: &str, size_points: f32) {
    fonts.layout_no_wrap(letter.to_owned(), theme::font(FontWeight::Regular, size_points), Color32::PLACEHOLDER);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Palette;
    use egui::RawInput;

    /// The sizes of the pictures that a frame sends to the graphics card.
    fn sent(ctx: &Context, show: impl FnMut(&mut egui::Ui)) -> Vec<[usize; 2]> {
        let input = RawInput { max_texture_side: Some(TEXTURE_SIDE), ..RawInput::default() };
        let mut output = ctx.run_ui(input, show);
        let sent = output.textures_delta.set.values().flatten().map(|delta| delta.image.size()).collect();
        output.textures_delta.clear();
        sent
    }

    fn prepared() -> Context {
        let ctx = Context::default();
        theme::install(&ctx, Palette::Light);
        sent(&ctx, |ui| ask_at(ui, 12.5));
        sent(&ctx, |ui| make_room(ui.ctx()));
        ctx
    }

    /// What a map may say, in two weights.
    fn ask_at(ui: &egui::Ui, size: f32) {
        for weight in [FontWeight::Regular, FontWeight::SemiBold] {
            let text = "Khách hàng so sánh giá trên trang web rồi gọi tổng đài: 42 of 60 were satisfied, 7 waited";
            ui.fonts_mut(|fonts| fonts.layout_no_wrap(text.to_owned(), theme::font(weight, size), Color32::BLACK));
        }
    }

    #[test]
    fn the_first_room_is_half_of_the_texture() {
        let ctx = prepared();
        assert_eq!(ctx.fonts(|fonts| fonts.font_image_size()), [TEXTURE_SIDE, 1024]);
        let free = 1024.0 - ctx.fonts(used_rows);
        assert!((300.0..=450.0).contains(&free), "{free} rows are free");
        assert!(sent(&ctx, |ui| make_room(ui.ctx())).is_empty(), "there is room already");
    }

    #[test]
    fn a_zoom_after_a_rest_sends_few_rows_in_each_frame() {
        let ctx = prepared();
        // From 5 to 56 points, what letters on a map have from 40 % to 400 %.
        for size in (0..25_u8).map(|rung| 5.0 * 1.1_f32.powi(i32::from(rung))) {
            let rows = sent(&ctx, |ui| ask_at(ui, size)).iter().map(|[_, rows]| *rows).max();
            assert!(rows.is_some_and(|rows| rows <= 2 * 80), "{rows:?} rows at size {size}");
        }
    }

    #[test]
    fn room_is_made_again_where_it_was_used_up() {
        let ctx = prepared();
        for size in 20..60_u8 {
            sent(&ctx, |ui| {
                ask_at(ui, f32::from(size));
                make_room(ui.ctx());
            });
        }
        let [_, height] = ctx.fonts(|fonts| fonts.font_image_size());
        assert!(height >= 2048);
        let free = height as f32 - ctx.fonts(used_rows);
        assert!(free >= FREE_ROWS, "{free} rows are free of {height}");
    }
}
