//! The map's pictures as textures, each as large as it is seen. Decoding is asked for here and done elsewhere, so that
//! no frame waits for it; until then there is a plain ground.
//!
//! The textures belong to the window (egui's memory), not to a widget: canvas and panel show the same ones. At most
//! 192 MiB of them are kept. Must not decode anything.

use crate::map::ImageBytes;
use egui::{
    Color32, ColorImage, Context, CornerRadius, Id, Rect, Shape, TextureFilter, TextureHandle, TextureId,
    TextureOptions, epaint::RectShape, mutex::Mutex, pos2, vec2,
};
use std::{collections::HashMap, sync::Arc};

/// So much is kept in textures, in bytes; what was not seen for longest goes first.
const MOST_BYTES: usize = 192 << 20;
/// The sides a texture can have, in pixels: powers of two between these.
const SIDES: (u32, u32) = (64, 2048);

/// A picture that is to be decoded.
#[derive(Clone, Debug)]
pub struct Wanted {
    /// The encoded picture.
    pub data: ImageBytes,
    /// The longest side that is needed, in pixels.
    pub side: u32,
}

/// What there is to be painted of a picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Picture {
    /// This texture.
    Shown(TextureId),
    /// Nothing yet.
    Awaited,
    /// It cannot be decoded.
    Broken,
}

/// The round middle of a picture of `width` × `height` pixels, filling the circle in a square.
pub fn round(texture: TextureId, (width, height): (u32, u32), square: Rect, tint: Color32) -> Shape {
    #[expect(clippy::cast_precision_loss, reason = "a few thousand pixels")]
    let (wide, high) = (width.max(1) as f32, height.max(1) as f32);
    let shown = vec2(wide.min(high) / wide, wide.min(high) / high);
    let middle = Rect::from_center_size(pos2(0.5, 0.5), shown);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to the range before the cast")]
    let corner = CornerRadius::same((square.width() / 2.0).round().clamp(0.0, 255.0) as u8);
    RectShape::filled(square, corner, tint).with_texture(texture, middle).into()
}

#[derive(Default)]
struct Pictures {
    known: HashMap<usize, Known>,
    wanted: Vec<usize>,
}

struct Known {
    /// Kept, so that its address, by which it is known, is not given to another one.
    data: ImageBytes,
    texture: Option<TextureHandle>,
    /// The side the texture was made for; `u32::MAX` when it has all pixels of the picture.
    side: u32,
    /// The side that is wanted or being made.
    asked: u32,
    is_broken: bool,
    used_in: u64,
}

fn shared(ctx: &Context) -> Arc<Mutex<Pictures>> {
    ctx.data_mut(|data| data.get_temp_mut_or_default::<Arc<Mutex<Pictures>>>(Id::unique("pictures")).clone())
}

fn key(data: &ImageBytes) -> usize {
    data.bytes().as_ptr().addr()
}

/// The texture of a picture that is seen `pixels` long; asks for it where it is not there or too coarse.
pub fn picture(ctx: &Context, data: &ImageBytes, pixels: f32) -> Picture {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped on both sides")]
    let side = (pixels.clamp(1.0, 4096.0) as u32).next_power_of_two().clamp(SIDES.0, SIDES.1);
    let frame = ctx.cumulative_frame_nr();
    let pictures = shared(ctx);
    let mut pictures = pictures.lock();
    let key = key(data);
    let known = pictures.known.entry(key).or_insert_with(|| Known {
        data: data.clone(),
        texture: None,
        side: 0,
        asked: 0,
        is_broken: false,
        used_in: frame,
    });
    known.used_in = frame;
    let picture = match (&known.texture, known.is_broken) {
        (Some(texture), _) => Picture::Shown(texture.id()),
        (None, true) => Picture::Broken,
        (None, false) => Picture::Awaited,
    };
    if side > known.side && side > known.asked && !known.is_broken {
        known.asked = side;
        if !pictures.wanted.contains(&key) {
            pictures.wanted.push(key);
        }
    }
    picture
}

/// Takes up to `most` of the pictures that are to be decoded.
pub fn take_wanted(ctx: &Context, most: usize) -> Vec<Wanted> {
    let pictures = shared(ctx);
    let mut pictures = pictures.lock();
    let count = most.min(pictures.wanted.len());
    let taken: Vec<usize> = pictures.wanted.drain(..count).collect();
    let wanted = taken.iter().filter_map(|key| pictures.known.get(key));
    wanted.map(|known| Wanted { data: known.data.clone(), side: known.asked }).collect()
}

/// Takes what was decoded for `wanted`; `None` where it could not be.
pub fn put(ctx: &Context, wanted: &Wanted, decoded: Option<ColorImage>) {
    let pictures = shared(ctx);
    let mut pictures = pictures.lock();
    if let Some(known) = pictures.known.get_mut(&key(&wanted.data)) {
        match decoded {
            Some(image) => {
                let longest = image.size.into_iter().max().unwrap_or_default();
                let has_all = u32::try_from(longest).is_ok_and(|longest| longest < wanted.side);
                let options = TextureOptions::LINEAR.with_mipmap_mode(Some(TextureFilter::Linear));
                known.texture = Some(ctx.load_texture("picture", image, options));
                known.side = if has_all { u32::MAX } else { wanted.side };
            }
            None => known.is_broken = true,
        }
    }
    pictures.let_go(ctx.cumulative_frame_nr());
    ctx.request_repaint();
}

impl Pictures {
    /// Lets go of what was not seen for longest, until the rest is not too much. What is in view stays.
    fn let_go(&mut self, frame: u64) {
        let size = |known: &Known| known.texture.as_ref().map_or(0, TextureHandle::byte_size);
        let mut total: usize = self.known.values().map(size).sum();
        let mut unseen: Vec<(u64, usize)> = self
            .known
            .iter()
            .filter(|(_, known)| known.used_in + 1 < frame)
            .map(|(key, known)| (known.used_in, *key))
            .collect();
        unseen.sort_unstable();
        for (_, key) in unseen {
            if total <= MOST_BYTES {
                return;
            }
            total -= self.known.remove(&key).as_ref().map_or(0, size);
        }
    }
}
