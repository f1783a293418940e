//! Textures: egui's font atlas and pictures. Must not know what samples them.

use egui::{Color32, epaint::ImageData, epaint::Pos2};

/// A texture in memory.
#[derive(Clone, Debug)]
pub(crate) struct Texture {
    width: usize,
    height: usize,
    pixels: Vec<Color32>,
}

impl Texture {
    /// A texture that shows `image`.
    pub fn new(image: &ImageData) -> Self {
        let ImageData::Color(image) = image;
        let [width, height] = image.size;
        Self { width, height, pixels: image.pixels.clone() }
    }

    /// Puts `image` into the texture with its top left at `corner`; what stands over is left out.
    pub fn replace(&mut self, corner: [usize; 2], image: &ImageData) {
        let ImageData::Color(image) = image;
        let ([left, top], [width, _]) = (corner, image.size);
        if width == 0 {
            return;
        }
        for (y, source) in image.pixels.chunks(width).enumerate() {
            let start = (top + y) * self.width + left;
            if let Some(target) = self.pixels.get_mut(start..start + source.len()) {
                target.copy_from_slice(source);
            }
        }
    }

    /// The colour at `uv` (0 to 1 across the texture), mixed from the four nearest pixels; channels 0 to 255.
    pub fn sample(&self, uv: Pos2) -> [f32; 4] {
        let (x, y) = (uv.x * self.width as f32 - 0.5, uv.y * self.height as f32 - 0.5);
        let (left, top) = (x.floor(), y.floor());
        let (right_share, low_share) = (x - left, y - top);
        let upper = mix(self.at(left, top), self.at(left + 1.0, top), right_share);
        let lower = mix(self.at(left, top + 1.0), self.at(left + 1.0, top + 1.0), right_share);
        mix(upper, lower, low_share)
    }

    /// The pixel at a whole position; outside, the one nearest to it.
    fn at(&self, x: f32, y: f32) -> [f32; 4] {
        let x = (x.max(0.0) as usize).min(self.width.saturating_sub(1));
        let y = (y.max(0.0) as usize).min(self.height.saturating_sub(1));
        let color = self.pixels.get(y * self.width + x).copied().unwrap_or(Color32::TRANSPARENT);
        color.to_array().map(f32::from)
    }
}

fn mix(from: [f32; 4], to: [f32; 4], share: f32) -> [f32; 4] {
    let mut mixed = from;
    for (channel, to) in mixed.iter_mut().zip(to) {
        *channel = *channel * (1.0 - share) + to * share;
    }
    mixed
}
