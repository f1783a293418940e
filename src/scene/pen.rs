//! Draws into a block: shapes, wrapped texts and spots, in the block's coordinates. Must not know the map.

pub(super) use super::Align;
use super::{
    Block, Cap, Color, FontWeight, Role, Shape, Spot, Stroke, Target, Text, TextRow, Writing,
    text::{Measurer, Room, TextStyle},
};
use kurbo::{BezPath, Point, Rect, Size};

/// A text to be set.
#[derive(Clone, Copy, Debug)]
pub(super) struct Words<'a> {
    pub text: &'a str,
    pub style: TextStyle,
    pub color: Color,
    pub halo: Option<Color>,
    pub align: Align,
    pub room: Room,
    /// From one baseline to the next.
    pub leading: f64,
}

impl<'a> Words<'a> {
    pub fn new(text: &'a str, size: f32, weight: FontWeight, color: impl Into<Color>) -> Self {
        let style = TextStyle { size, weight };
        let room = Room::new(f64::INFINITY, 1);
        Self { text, style, color: color.into(), halo: None, align: Align::Left, room, leading: 0.0 }
    }

    pub fn aligned(self, align: Align) -> Self {
        Self { align, ..self }
    }

    pub fn within(self, width: f64) -> Self {
        Self { room: Room::new(width, 1), ..self }
    }

    pub fn rows(self, room: Room, leading: f64) -> Self {
        Self { room, leading, ..self }
    }

    pub fn with_halo(self, halo: Color) -> Self {
        Self { halo: Some(halo), ..self }
    }
}

/// A block being drawn.
pub(super) struct Pen<'a> {
    pub measurer: &'a mut Measurer,
    block: Block,
}

impl<'a> Pen<'a> {
    pub fn new(measurer: &'a mut Measurer, size: Size) -> Self {
        Self { measurer, block: Block { size, ..Block::default() } }
    }

    pub fn done(self) -> Block {
        self.block
    }

    pub fn resize_height(&mut self, height: f64) {
        self.block.size.height = height;
    }

    pub fn shape(&mut self, shape: Shape) {
        self.block.shapes.push(shape);
    }

    pub fn spot(&mut self, target: Target, rect: Rect) {
        self.block.spots.push(Spot { target, rect, writing: None });
    }

    /// A spot whose name or text is written here.
    pub fn written_spot(&mut self, target: Target, rect: Rect, writing: Writing) {
        self.block.spots.push(Spot { target, rect, writing: Some(Box::new(writing)) });
    }

    pub fn fill(&mut self, rect: Rect, radius: f64, fill: impl Into<Color>) {
        self.shape(Shape::Rect { rect, radius, fill: Some(fill.into()), stroke: None });
    }

    pub fn outlined(&mut self, rect: Rect, radius: f64, fill: impl Into<Color>, stroke: Stroke) {
        self.shape(Shape::Rect { rect, radius, fill: Some(fill.into()), stroke: Some(stroke) });
    }

    pub fn dot(&mut self, center: Point, radius: f64, fill: impl Into<Color>) {
        self.shape(Shape::Circle { center, radius, fill: Some(fill.into()), stroke: None });
    }

    pub fn area(&mut self, path: BezPath, fill: impl Into<Color>) {
        self.shape(Shape::Path { path, fill: Some(fill.into()), stroke: None });
    }

    pub fn line(&mut self, path: BezPath, stroke: Stroke) {
        self.shape(Shape::Path { path, fill: None, stroke: Some(stroke) });
    }

    /// Sets a text with its first baseline at `at`; its room as drawn.
    pub fn words(&mut self, words: Words<'_>, at: Point) -> Rect {
        let wrapped = self.measurer.wrap(words.text, words.style, words.room);
        let mut rows = Vec::with_capacity(wrapped.rows.len());
        let mut baseline = at.y;
        for (text, width) in wrapped.rows {
            let x = match words.align {
                Align::Left => at.x,
                Align::Center => at.x - width / 2.0,
                Align::Right => at.x - width,
            };
            rows.push(TextRow { origin: Point::new(x, baseline), width, text });
            baseline += words.leading;
        }
        let text = Text {
            rows,
            size: words.style.size,
            weight: words.style.weight,
            color: words.color,
            halo: words.halo,
            whole: wrapped.whole,
        };
        let bounds = text.bounds();
        if text.rows.iter().any(|row| !row.text.is_empty()) {
            self.shape(Shape::Text(text));
        }
        bounds
    }
}

/// A rectangle by corner and size.
pub(super) fn room(x: f64, y: f64, width: f64, height: f64) -> Rect {
    Rect::new(x, y, x + width, y + height)
}

/// A solid line with round ends.
pub(super) fn round_stroke(color: impl Into<Color>, width: f32) -> Stroke {
    Stroke { cap: Cap::Round, ..Stroke::solid(color, width) }
}

/// The thin line around cards.
pub(super) fn hairline() -> Stroke {
    Stroke::solid(Role::Hairline, 1.0)
}

impl Pen<'_> {
    /// How many shapes there are: a place to [insert](Self::insert) at.
    pub fn mark(&self) -> usize {
        self.block.shapes.len()
    }

    /// Puts shapes behind those drawn since `mark`.
    pub fn insert(&mut self, mark: usize, shapes: impl IntoIterator<Item = Shape>) {
        let mark = mark.min(self.block.shapes.len());
        self.block.shapes.splice(mark..mark, shapes);
    }

    /// Sets a text with its first baseline at `at`; how many rows follow the first.
    pub fn rows_after(&mut self, words: Words<'_>, at: Point) -> f64 {
        let before = self.mark();
        self.words(words, at);
        match self.block.shapes.get(before) {
            Some(Shape::Text(text)) => text.rows.len().saturating_sub(1) as f64,
            Some(Shape::Rect { .. } | Shape::Circle { .. } | Shape::Path { .. } | Shape::Image { .. }) | None => 0.0,
        }
    }
}
