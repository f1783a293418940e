//! Filling one triangle: edge functions over its bounding box, each pixel centre tested once (Pineda 1988).
//!
//! Corners are snapped to 1/256 of a pixel and edges are compared in whole numbers, as graphics cards do it; the
//! top-left rule decides for centres that lie just on an edge. So two triangles with a common edge draw its pixels
//! once and never twice. Must not know egui's frames.

use crate::{
    picture::{Canvas, PixelRect, blend},
    texture::Texture,
};
use egui::{Pos2, epaint::Vertex, pos2};

/// Steps per pixel that corners are snapped to.
const STEPS: f32 = 256.0;
/// Farthest corner from the picture's top left, in pixels: what products of two distances still fit an `i64` with.
const FARTHEST: f32 = 1_048_576.0;

/// A point in steps.
type Snapped = (i64, i64);
/// Three weights that say where a pixel lies in a triangle; they sum up to 1.
type Weights = [f32; 3];

/// A triangle in pixels.
pub(crate) struct Triangle {
    corners: [Snapped; 3],
    /// Texture position of each corner.
    uv: [Pos2; 3],
    /// Premultiplied colour of each corner, channels 0 to 255.
    colors: [[f32; 4]; 3],
    /// Twice the area in square steps, negative where the corners run anticlockwise.
    area: i64,
}

impl Triangle {
    /// The triangle of three vertices; `None` for one without area.
    pub fn new(vertices: [Vertex; 3], pixels_per_point: f32) -> Option<Self> {
        let corners = vertices.map(|vertex| snap(vertex.pos, pixels_per_point));
        let [a, b, c] = corners;
        let area = edge(a, b, c);
        (area != 0).then(|| Self {
            corners,
            uv: vertices.map(|vertex| vertex.uv),
            colors: vertices.map(|vertex| vertex.color.to_array().map(f32::from)),
            area,
        })
    }

    /// Draws the part of the triangle that lies in `clip`.
    pub fn draw(&self, canvas: &mut Canvas, texture: &Texture, clip: PixelRect) {
        let area = self.bounds().cut_to(clip);
        let paint = self.paint(texture);
        let on_edges = self.owned_edges();
        for y in area.top..area.bottom {
            let row = canvas.row_mut(y, area.left, area.right);
            for (pixel, x) in row.iter_mut().zip(area.left..) {
                let edges = self.edges(snap(pos2(x as f32 + 0.5, y as f32 + 0.5), 1.0));
                if is_inside(edges, on_edges) {
                    blend(pixel, paint.color(self.weights(edges)));
                }
            }
        }
    }

    /// The pixels whose centres can lie inside.
    fn bounds(&self) -> PixelRect {
        let [a, b, c] = self.corners.map(|(x, y)| pos2(x as f32 / STEPS, y as f32 / STEPS));
        let (min, max) = (a.min(b).min(c), a.max(b).max(c));
        PixelRect::between([min.x.floor(), min.y.floor()], [max.x.ceil(), max.y.ceil()])
    }

    /// How far `at` lies inside each edge, opposite to corner 0, 1 and 2; all positive inside.
    fn edges(&self, at: Snapped) -> [i64; 3] {
        let [a, b, c] = self.corners;
        [edge(b, c, at), edge(c, a, at), edge(a, b, at)].map(|side| side * self.area.signum())
    }

    fn weights(&self, edges: [i64; 3]) -> Weights {
        let area = self.area.abs() as f32;
        edges.map(|edge| edge as f32 / area)
    }

    /// For the edge opposite to each corner: whether a pixel just on it belongs to this triangle.
    fn owned_edges(&self) -> [bool; 3] {
        let [a, b, c] = self.corners;
        [(b, c), (c, a), (a, b)].map(|(from, to)| {
            let [right, down] = [to.0 - from.0, to.1 - from.1].map(|along| along * self.area.signum());
            down < 0 || (down == 0 && right > 0)
        })
    }

    fn paint<'a>(&'a self, texture: &'a Texture) -> Paint<'a> {
        let [a, b, c] = self.uv;
        let [first, second, third] = self.colors;
        Paint {
            triangle: self,
            texture,
            flat_texel: (a == b && b == c).then(|| texture.sample(a)),
            flat_color: (first == second && second == third).then_some(first),
        }
    }
}

/// The colours of a triangle, with what is the same all over it worked out once.
struct Paint<'a> {
    triangle: &'a Triangle,
    texture: &'a Texture,
    flat_texel: Option<[f32; 4]>,
    flat_color: Option<[f32; 4]>,
}

impl Paint<'_> {
    /// The premultiplied colour at `weights`, channels 0 to 255.
    fn color(&self, weights: Weights) -> [f32; 4] {
        let mut color = self.flat_color.unwrap_or_else(|| weighted_color(self.triangle.colors, weights));
        let texel =
            self.flat_texel.unwrap_or_else(|| self.texture.sample(weighted_position(self.triangle.uv, weights)));
        for (channel, texel) in color.iter_mut().zip(texel) {
            *channel *= texel / 255.0;
        }
        color
    }
}

/// The nearest step to a position in points; NaN is at 0.
fn snap(position: Pos2, pixels_per_point: f32) -> Snapped {
    let steps = |value: f32| ((value * pixels_per_point).clamp(-FARTHEST, FARTHEST) * STEPS).round() as i64;
    (steps(position.x), steps(position.y))
}

/// Twice the area of the triangle `a`, `b`, `c`: positive where `c` lies to the right of the way from `a` to `b`.
fn edge((a_x, a_y): Snapped, (b_x, b_y): Snapped, (c_x, c_y): Snapped) -> i64 {
    (b_x - a_x) * (c_y - a_y) - (b_y - a_y) * (c_x - a_x)
}

fn is_inside(edges: [i64; 3], on_edges: [bool; 3]) -> bool {
    edges.into_iter().zip(on_edges).all(|(edge, is_owned)| edge > 0 || (edge == 0 && is_owned))
}

fn weighted_color(colors: [[f32; 4]; 3], weights: Weights) -> [f32; 4] {
    let mut sum = [0.0; 4];
    for (color, weight) in colors.into_iter().zip(weights) {
        for (channel, part) in sum.iter_mut().zip(color) {
            *channel += part * weight;
        }
    }
    sum
}

fn weighted_position(positions: [Pos2; 3], weights: Weights) -> Pos2 {
    let [a, b, c] = positions;
    let [u, v, w] = weights;
    pos2(u * a.x + v * b.x + w * c.x, u * a.y + v * b.y + w * c.y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui::{Color32, ColorImage, Vec2, epaint::ImageData};
    use std::sync::Arc;

    fn white() -> Texture {
        Texture::new(&ImageData::Color(Arc::new(ColorImage::filled([1, 1], Color32::WHITE))))
    }

    fn triangle(corners: [(f32, f32); 3], color: Color32) -> Triangle {
        let vertex = |(x, y)| Vertex { pos: pos2(x, y), uv: pos2(0.0, 0.0), color };
        Triangle::new(corners.map(vertex), 1.0).unwrap()
    }

    /// The alpha of each pixel of an 8 × 8 canvas.
    fn alphas(triangles: &[Triangle]) -> Vec<u8> {
        let mut canvas = Canvas::new(Vec2::splat(8.0));
        let bounds = canvas.bounds();
        for triangle in triangles {
            triangle.draw(&mut canvas, &white(), bounds);
        }
        canvas.into_picture().rgba.chunks(4).map(|pixel| pixel[3]).collect()
    }

    #[test]
    fn two_triangles_with_a_common_edge_draw_each_pixel_once() {
        let half = Color32::from_white_alpha(100);
        for diagonal in [false, true] {
            let [a, b, c, d] = [(0.0, 0.0), (8.0, 0.0), (8.0, 8.0), (0.0, 8.0)];
            let pair = if diagonal { [[a, b, c], [a, c, d]] } else { [[b, d, a], [b, d, c]] };
            let alphas = alphas(&pair.map(|corners| triangle(corners, half)));
            assert!(alphas.iter().all(|alpha| *alpha == 100), "{alphas:?}");
        }
    }

    #[test]
    fn only_pixels_whose_centre_is_inside_are_drawn() {
        let alphas = alphas(&[triangle([(1.0, 1.0), (3.0, 1.0), (1.0, 3.0)], Color32::WHITE)]);
        let drawn: Vec<usize> = (0..64).filter(|at| alphas[*at] == 255).collect();
        // Centres (1.5, 1.5), (2.5, 1.5) and (1.5, 2.5); the last two lie on the long edge, which is not top or left.
        assert_eq!(drawn, [9]);
    }

    #[test]
    fn a_triangle_without_area_is_none() {
        let vertex = |x: f32| Vertex { pos: pos2(x, x), uv: pos2(0.0, 0.0), color: Color32::WHITE };
        assert!(Triangle::new([vertex(0.0), vertex(1.0), vertex(2.0)], 1.0).is_none());
    }

    #[test]
    fn colours_mix_between_the_corners() {
        let vertex = |x, y, color| Vertex { pos: pos2(x, y), uv: pos2(0.0, 0.0), color };
        let corners =
            [vertex(0.0, 0.0, Color32::BLACK), vertex(8.0, 0.0, Color32::WHITE), vertex(0.0, 8.0, Color32::BLACK)];
        let mut canvas = Canvas::new(Vec2::splat(8.0));
        let bounds = canvas.bounds();
        Triangle::new(corners, 1.0).unwrap().draw(&mut canvas, &white(), bounds);
        let picture = canvas.into_picture();
        // The red of pixel x in the top row is 255 · (x + ½) / 8.
        let reds: Vec<u8> = picture.rgba.chunks(4).take(3).map(|pixel| pixel[0]).collect();
        assert_eq!(reds, [16, 48, 80]);
    }
}
