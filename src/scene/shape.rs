//! The few shapes a scene is made of; exporters are one `match` over [`Shape`].
//!
//! Must not know what a shape stands for, except for the [`Spot`]s that say what can be pointed at.

use super::Role;
use crate::map::{Holder, ImageId, LaneId, NoteId, Rgb, Thing, TouchpointId};
use kurbo::{BezPath, Circle, Point, Rect, Shape as _, Size, Vec2};
use std::sync::Arc;

/// A piece of the picture that is laid out and cached as a whole, in its own coordinates: (0, 0) is its top left.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Block {
    /// How much room it needs.
    pub size: Size,
    /// What is drawn, back to front.
    pub shapes: Vec<Shape>,
    /// What can be pointed at, back to front.
    pub spots: Vec<Spot>,
}

/// A place that can be pointed at.
#[derive(Clone, Debug, PartialEq)]
pub struct Spot {
    /// What is there.
    pub target: Target,
    /// Where, in the block's coordinates.
    pub rect: Rect,
    /// Where its name or text is written, in the block's coordinates; `None` for what has none of its own there.
    pub writing: Option<Box<Writing>>,
}

/// Where and how a name or text is written, so that a field over it shows the same letters at the same place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Writing {
    /// On the first baseline: the left end of the rows, their middle or their right end, as they are aligned.
    pub first: Point,
    /// How the rows stand to that.
    pub align: Align,
    /// How wide a row can be.
    pub width: f64,
    /// From one baseline to the next.
    pub leading: f64,
    /// Font size.
    pub size: f32,
    /// Weight.
    pub weight: FontWeight,
    /// The ground that is the text's alone.
    pub room: Rect,
    /// The colour of that ground; it may let a card's colour through.
    pub ground: Color,
}

impl std::ops::Add<Vec2> for Writing {
    type Output = Self;

    fn add(self, by: Vec2) -> Self {
        Self { first: self.first + by, room: self.room + by, ..self }
    }
}

/// Where a row stands to its `x`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// It begins there.
    Left,
    /// Its middle is there.
    Center,
    /// It ends there.
    Right,
}

/// What a point on the map means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Target {
    /// A thing of the map (a stage by its header, a lane by its label).
    Thing(Thing),
    /// The empty part of a lane's cell.
    Cell(Holder, LaneId),
    /// The border under a lane, which can be dragged.
    LaneBorder(LaneId),
    /// The empty part of a stage's column where touchpoints stand.
    StageBody(crate::map::StageId),
    /// The survey value of a touchpoint.
    Measured(TouchpointId),
    /// The right edge of a note, which can be dragged.
    NoteBorder(NoteId),
    /// Where an arrow can be drawn from a thing: the right edge of a touchpoint, the lower one of a note.
    Handle(Thing),
}

/// One thing to draw.
#[derive(Clone, Debug, PartialEq)]
pub enum Shape {
    /// A rectangle.
    Rect {
        /// Where.
        rect: Rect,
        /// Radius of its corners; 0 is square.
        radius: f64,
        /// Its inside.
        fill: Option<Color>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// A circle.
    Circle {
        /// Its middle.
        center: Point,
        /// Its radius.
        radius: f64,
        /// Its inside.
        fill: Option<Color>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// Any other outline.
    Path {
        /// The outline; subpaths do not overlap.
        path: BezPath,
        /// Its inside.
        fill: Option<Color>,
        /// Its outline.
        stroke: Option<Stroke>,
    },
    /// Words, already wrapped.
    Text(Text),
    /// A picture of the map ([`Scene::image`](super::Scene::image)).
    Image {
        /// Which.
        image: ImageId,
        /// Where.
        rect: Rect,
        /// What of it is drawn.
        cut: Cut,
        /// 0 (unseen) to 1.
        opacity: f32,
    },
}

/// What of a picture is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Cut {
    /// All of it: its rectangle has its own shape.
    Whole,
    /// The round middle of it, as a portrait: its rectangle is the square around the circle that it fills.
    Round,
}

impl Shape {
    /// The room it takes, with its line; at corners a line may reach as far out as it is wide.
    pub fn bounds(&self) -> Rect {
        let (inside, stroke) = match self {
            Self::Rect { rect, stroke, .. } => (*rect, *stroke),
            Self::Circle { center, radius, stroke, .. } => (Circle::new(*center, *radius).bounding_box(), *stroke),
            Self::Path { path, stroke, .. } => (path.bounding_box(), *stroke),
            Self::Text(text) => (text.bounds(), None),
            Self::Image { rect, .. } => (*rect, None),
        };
        let line = stroke.map_or(0.0, |stroke| f64::from(stroke.width));
        inside.inflate(line, line)
    }
}

/// How far a halo reaches around letters, in document units.
pub const HALO: f64 = 1.8;

/// Rows of one text in one style.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// The rows, top to bottom.
    pub rows: Vec<TextRow>,
    /// Font size in document units.
    pub size: f32,
    /// Font weight.
    pub weight: FontWeight,
    /// Colour.
    pub color: Color,
    /// Drawn as an outline behind the letters, so that a line under the text does not cross it.
    pub halo: Option<Color>,
    /// The whole text where an ellipsis cut it; shown on hover.
    pub whole: Option<Arc<str>>,
}

/// One row of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct TextRow {
    /// Left end of the baseline.
    pub origin: Point,
    /// How wide the row is.
    pub width: f64,
    /// What it says, without trailing spaces.
    pub text: Arc<str>,
}

/// The weights of Be Vietnam Pro that are bundled.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum FontWeight {
    /// 400.
    #[default]
    Regular,
    /// 500.
    Medium,
    /// 600.
    SemiBold,
    /// 700.
    Bold,
}

/// A colour: a role that the theme fills, or one that the user chose; with an opacity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Color {
    /// Which colour.
    pub source: ColorSource,
    /// 0 (unseen) to 1.
    pub opacity: f32,
}

/// Where a colour comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ColorSource {
    /// From the theme.
    Role(Role),
    /// From the map.
    Own(Rgb),
    /// Letters on a ground whose colour is from the map: whatever can be read there.
    OnOwn(Rgb),
}

impl Color {
    /// The colour of letters on a ground of another colour, a header's or a persona's.
    pub fn on(ground: Self) -> Self {
        match ground.source {
            ColorSource::Role(_) => Role::OnColor.into(),
            ColorSource::Own(rgb) | ColorSource::OnOwn(rgb) => Self { source: ColorSource::OnOwn(rgb), opacity: 1.0 },
        }
    }

    /// The same colour with another opacity, 0 to 1.
    pub fn fade(self, opacity: f32) -> Self {
        Self { opacity, ..self }
    }
}

impl From<Role> for Color {
    fn from(role: Role) -> Self {
        Self { source: ColorSource::Role(role), opacity: 1.0 }
    }
}

impl From<Rgb> for Color {
    fn from(rgb: Rgb) -> Self {
        Self { source: ColorSource::Own(rgb), opacity: 1.0 }
    }
}

/// A line along an outline.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Colour.
    pub color: Color,
    /// Width in document units.
    pub width: f32,
    /// Length of dashes and gaps in document units; `None` is a solid line.
    pub dash: Option<(f32, f32)>,
    /// How its ends look.
    pub cap: Cap,
}

impl Stroke {
    /// A solid line with square ends.
    pub fn solid(color: impl Into<Color>, width: f32) -> Self {
        Self { color: color.into(), width, dash: None, cap: Cap::Butt }
    }
}

/// How the ends of a line look.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum Cap {
    /// Cut off.
    #[default]
    Butt,
    /// Round.
    Round,
}

/// Height of the letters above the baseline and below it, in units of the font size: Be Vietnam Pro's tallest stacked
/// accents and deepest tails.
const LETTER_ABOVE: f64 = 1.0;
const LETTER_BELOW: f64 = 0.3;

impl Text {
    /// The room of all rows; zero-sized without rows.
    pub fn bounds(&self) -> Rect {
        let size = f64::from(self.size);
        let row_rect = |row: &TextRow| {
            let (x, y) = (row.origin.x, row.origin.y);
            Rect::new(x, y - LETTER_ABOVE * size, x + row.width, y + LETTER_BELOW * size)
        };
        self.rows.iter().map(row_rect).reduce(|sum, rect| sum.union(rect)).unwrap_or(Rect::ZERO)
    }
}
