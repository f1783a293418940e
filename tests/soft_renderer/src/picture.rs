//! The pixels under the brush, and the finished picture. Must not know triangles or textures.

use egui::Vec2;

/// Widest and highest picture, in pixels: what a size is cut to before memory is asked for.
const MAX_SIDE: f32 = 16_384.0;

/// A finished picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// In pixels.
    pub width: u32,
    /// In pixels.
    pub height: u32,
    /// Red, green, blue and alpha of each pixel, row by row from the top, colours premultiplied by alpha.
    pub rgba: Vec<u8>,
}

/// A rectangle of whole pixels; `right` and `bottom` lie outside.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PixelRect {
    pub left: u32,
    pub top: u32,
    pub right: u32,
    pub bottom: u32,
}

impl PixelRect {
    /// The pixels from `min` to `max`; what lies left of or above 0 is cut off.
    pub fn between(min: [f32; 2], max: [f32; 2]) -> Self {
        let [left, top] = min.map(whole);
        let [right, bottom] = max.map(whole);
        Self { left, top, right, bottom }
    }

    /// What both have in common.
    pub fn cut_to(self, other: Self) -> Self {
        Self {
            left: self.left.max(other.left),
            top: self.top.max(other.top),
            right: self.right.min(other.right),
            bottom: self.bottom.min(other.bottom),
        }
    }
}

/// The whole number at `value`, which is clamped to 0 … [`MAX_SIDE`]; NaN becomes 0.
fn whole(value: f32) -> u32 {
    value.clamp(0.0, MAX_SIDE) as u32
}

/// The pixels while they are drawn: premultiplied, 0 to 255, not yet rounded.
pub(crate) struct Canvas {
    width: u32,
    height: u32,
    pixels: Vec<[f32; 4]>,
}

impl Canvas {
    /// A transparent canvas of `size` pixels.
    pub fn new(size: Vec2) -> Self {
        let (width, height) = (whole(size.x.round()), whole(size.y.round()));
        let count = width as usize * height as usize;
        Self { width, height, pixels: vec![[0.0; 4]; count] }
    }

    /// All of it.
    pub fn bounds(&self) -> PixelRect {
        PixelRect { left: 0, top: 0, right: self.width, bottom: self.height }
    }

    /// The pixels of row `y` from `left` to before `right`; empty where that lies outside.
    pub fn row_mut(&mut self, y: u32, left: u32, right: u32) -> &mut [[f32; 4]] {
        let start = y as usize * self.width as usize;
        self.pixels.get_mut(start + left as usize..start + right.min(self.width) as usize).unwrap_or(&mut [])
    }

    /// The picture, every channel rounded to the nearest whole number.
    pub fn into_picture(self) -> Picture {
        let rounded = |channel: f32| (channel + 0.5).clamp(0.0, 255.0) as u8;
        let rgba = self.pixels.into_iter().flat_map(|pixel| pixel.map(rounded)).collect();
        Picture { width: self.width, height: self.height, rgba }
    }
}

/// Lays a premultiplied colour over a pixel.
pub(crate) fn blend(pixel: &mut [f32; 4], color: [f32; 4]) {
    let [.., alpha] = color;
    let rest = 1.0 - alpha / 255.0;
    for (under, over) in pixel.iter_mut().zip(color) {
        *under = over + *under * rest;
    }
}
