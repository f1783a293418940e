//! A small CPU rasteriser for egui's output: what a picture test needs instead of a graphics card.
//!
//! The same input gives the same pixels on every machine: plain `f32` arithmetic in a fixed order, one thread, no
//! clock. It draws as egui's shaders do: textured triangles, bilinear texture lookup, premultiplied alpha, blending
//! in gamma space. It must not know what the triangles stand for, nor files.
//!
//! Units: a *point* is egui's unit, a *pixel* is one of the picture; `pixels_per_point` leads from one to the other.

mod picture;
mod texture;
mod triangle;

pub use picture::Picture;

use egui::{ClippedPrimitive, Context, FullOutput, Mesh, Rect, TextureId, TexturesDelta, epaint::Primitive};
use picture::{Canvas, PixelRect};
use std::collections::HashMap;
use texture::Texture;
use triangle::Triangle;

/// Draws egui's frames into memory. Keeps the textures between frames, as a graphics card would.
#[derive(Debug, Default)]
pub struct SoftRenderer {
    textures: HashMap<TextureId, Texture>,
}

impl SoftRenderer {
    /// Takes over what a frame says about textures, and empties `delta`. To be called for every frame, in order, also
    /// for those that are not drawn.
    pub fn apply(&mut self, delta: &mut TexturesDelta) {
        for (id, changes) in delta.set.drain() {
            for change in changes {
                match change.pos {
                    None => {
                        self.textures.insert(id, Texture::new(&change.image));
                    }
                    Some(corner) => {
                        if let Some(texture) = self.textures.get_mut(&id) {
                            texture.replace(corner, &change.image);
                        }
                    }
                }
            }
        }
        for id in delta.free.drain() {
            self.textures.remove(&id);
        }
    }

    /// The picture of a frame, on a transparent ground. Paint callbacks are left out: they need a graphics card.
    pub fn render(&self, context: &Context, output: &FullOutput) -> Picture {
        let pixels_per_point = context.pixels_per_point();
        let mut canvas = Canvas::new(context.content_rect().size() * pixels_per_point);
        for primitive in context.tessellate(output.shapes.clone(), pixels_per_point) {
            self.draw(&mut canvas, &primitive, pixels_per_point);
        }
        canvas.into_picture()
    }

    fn draw(&self, canvas: &mut Canvas, primitive: &ClippedPrimitive, pixels_per_point: f32) {
        let clip = clip_in_pixels(primitive.clip_rect, pixels_per_point).cut_to(canvas.bounds());
        match &primitive.primitive {
            Primitive::Mesh(mesh) => {
                if let Some(texture) = self.textures.get(&mesh.texture_id) {
                    draw_mesh(canvas, mesh, texture, clip, pixels_per_point);
                }
            }
            Primitive::Callback(_) => {}
        }
    }
}

fn draw_mesh(canvas: &mut Canvas, mesh: &Mesh, texture: &Texture, clip: PixelRect, pixels_per_point: f32) {
    for corners in mesh.indices.as_chunks::<3>().0 {
        let [a, b, c] = corners.map(|at| usize::try_from(at).ok().and_then(|at| mesh.vertices.get(at)));
        if let (Some(a), Some(b), Some(c)) = (a, b, c)
            && let Some(triangle) = Triangle::new([*a, *b, *c], pixels_per_point)
        {
            triangle.draw(canvas, texture, clip);
        }
    }
}

/// The pixels of a clip rectangle, rounded as egui's own backends round it.
fn clip_in_pixels(clip: Rect, pixels_per_point: f32) -> PixelRect {
    let [left, top] = [clip.min.x, clip.min.y].map(|edge| (edge * pixels_per_point).round());
    let [right, bottom] = [clip.max.x, clip.max.y].map(|edge| (edge * pixels_per_point).round());
    PixelRect::between([left, top], [right, bottom])
}
