//! Filled areas that egui cannot fill itself, because they are not convex. Must not know what they stand for.

use egui::{Color32, Mesh, Pos2, pos2};

/// Whether an outline turns one way only.
pub(super) fn is_convex(points: &[Pos2]) -> bool {
    let count = points.len();
    let turn = |at: usize| {
        let corner = |step: usize| points.get((at + step) % count).copied().unwrap_or_default();
        let (a, b, c) = (corner(0), corner(1), corner(2));
        (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x)
    };
    let (mut left, mut right) = (false, false);
    for at in 0..count {
        left |= turn(at) < -1e-3;
        right |= turn(at) > 1e-3;
    }
    !(left && right)
}

/// The inside of one closed outline, which may cross itself: cut into upright slabs at each corner, and in each slab
/// filled between every first and second edge (even-odd).
pub(super) fn mesh_between(outline: &[Pos2], fill: Color32) -> Mesh {
    let mut edges: Vec<(Pos2, Pos2)> = outline
        .iter()
        .zip(outline.iter().cycle().skip(1))
        .map(|(a, b)| if a.x <= b.x { (*a, *b) } else { (*b, *a) })
        .filter(|(a, b)| a.x < b.x)
        .collect();
    edges.sort_by(|(a, _), (b, _)| a.x.total_cmp(&b.x));
    let mut cuts: Vec<f32> = outline.iter().map(|point| point.x).collect();
    cuts.sort_by(f32::total_cmp);
    cuts.dedup();
    let mut mesh = Mesh::default();
    let mut active: Vec<(Pos2, Pos2)> = Vec::new();
    let mut waiting = edges.into_iter().peekable();
    for (left, right) in cuts.iter().zip(cuts.iter().skip(1)) {
        active.retain(|(_, end)| end.x > *left);
        while let Some(edge) = waiting.next_if(|(start, _)| start.x <= *left) {
            active.push(edge);
        }
        let middle = f32::midpoint(*left, *right);
        active.sort_by(|a, b| y_at(a, middle).total_cmp(&y_at(b, middle)));
        for pair in active.chunks_exact(2) {
            if let [upper, lower] = pair {
                add_slab(&mut mesh, (*left, *right), upper, lower, fill);
            }
        }
    }
    mesh
}

fn add_slab(mesh: &mut Mesh, (left, right): (f32, f32), upper: &(Pos2, Pos2), lower: &(Pos2, Pos2), fill: Color32) {
    let Ok(first) = u32::try_from(mesh.vertices.len()) else { return };
    for (x, edge) in [(left, upper), (right, upper), (right, lower), (left, lower)] {
        mesh.colored_vertex(pos2(x, y_at(edge, x)), fill);
    }
    mesh.add_triangle(first, first + 1, first + 2);
    mesh.add_triangle(first, first + 2, first + 3);
}

fn y_at((start, end): &(Pos2, Pos2), x: f32) -> f32 {
    egui::remap_clamp(x, start.x..=end.x, start.y..=end.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(mesh: &Mesh) -> f32 {
        let corner = |at: u32| mesh.vertices[at as usize].pos;
        let triangles = mesh.indices.chunks_exact(3);
        triangles.map(|t| ((corner(t[1]) - corner(t[0])).rot90().dot(corner(t[2]) - corner(t[0]))).abs() / 2.0).sum()
    }

    // An arrow 100 × 40 with a point and a notch of 12: 88 · 40 + 12 · 40 / 2 − 12 · 40 / 2 = 3520, by hand.
    #[test]
    fn a_notched_arrow_is_filled_without_its_notch() {
        let outline = [(0.0, 0.0), (88.0, 0.0), (100.0, 20.0), (88.0, 40.0), (0.0, 40.0), (12.0, 20.0)];
        let outline = outline.map(|(x, y)| pos2(x, y));
        assert!(!is_convex(&outline));
        assert!((area(&mesh_between(&outline, Color32::RED)) - 3520.0).abs() < 0.01);
    }

    #[test]
    fn a_square_is_convex_in_both_directions() {
        let mut square = vec![pos2(0.0, 0.0), pos2(1.0, 0.0), pos2(1.0, 1.0), pos2(0.0, 1.0)];
        assert!(is_convex(&square));
        square.reverse();
        assert!(is_convex(&square));
    }
}
