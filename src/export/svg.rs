//! SVG: one `match` over the scene's few shapes. Texts stay texts, a row each; the same scene gives the same bytes.
//!
//! No font is embedded: a reader without Be Vietnam Pro takes another sans-serif. Must not know the map.

use crate::scene::{
    BezPath, Cap, Color, Cut, FontWeight, HALO, Palette, Point, Rect, Role, Scene, Shape, Stroke, Text, TextRow, Vec2,
    fonts::SymbolFinder, is_read_from_the_right,
};
use kurbo::PathEl;
use std::fmt::{self, Display, Write as _};

/// The faces asked for, in this order.
const FAMILIES: &str = "'Be Vietnam Pro', Inter, sans-serif";
/// The face of symbols. It is named where they stand: some readers set a whole row in the face of its one symbol.
const SYMBOL_FAMILIES: &str = "Inter, sans-serif";

/// Around a row that is read from the right, whatever the direction of the document: an isolate of UAX 9.
const FROM_THE_RIGHT: char = '\u{2067}';
const END_OF_DIRECTION: char = '\u{2069}';

/// The scene as an SVG document, on paper of the palette's colour.
pub fn write_svg(scene: &Scene, palette: Palette) -> String {
    let mut svg = Svg::new(scene, palette);
    // Writing into a string does not fail.
    match svg.document() {
        Ok(()) | Err(fmt::Error) => svg.text,
    }
}

/// What of the scene lies in `part`, without the caption: the same shapes, cut at its border.
pub fn write_svg_part(scene: &Scene, palette: Palette, part: Rect) -> String {
    let mut svg = Svg::new(scene, palette);
    match svg.part(part) {
        Ok(()) | Err(fmt::Error) => svg.text,
    }
}

/// Whether something of `bounds` is inside `part`.
fn reaches_into(bounds: Rect, part: Rect) -> bool {
    bounds.x0 < part.x1 && bounds.x1 > part.x0 && bounds.y0 < part.y1 && bounds.y1 > part.y0
}

struct Svg<'a> {
    scene: &'a Scene,
    text: String,
    palette: Palette,
    symbols: SymbolFinder,
    /// How many round pictures there were: each needs a name for its circle.
    rounds: usize,
}

impl<'a> Svg<'a> {
    fn new(scene: &'a Scene, palette: Palette) -> Self {
        Self { scene, text: String::with_capacity(64 * 1024), palette, symbols: SymbolFinder::default(), rounds: 0 }
    }

    fn document(&mut self) -> fmt::Result {
        let scene = self.scene;
        let paper = scene.paper_size();
        self.root(paper.to_rect())?;
        for (name, words) in [("title", scene.title()), ("desc", scene.description())] {
            if !words.trim().is_empty() {
                writeln!(self.text, "<{name}>{}</{name}>", Escaped(words.trim()))?;
            }
        }
        self.rect(paper.to_rect(), 0.0, Some(Role::Paper.into()), None)?;
        if let Some(caption) = scene.caption() {
            self.block(&caption.shapes, Vec2::ZERO, None)?;
        }
        let down = Vec2::new(0.0, paper.height - scene.size.height) - scene.origin.to_vec2();
        for placed in scene.placed(None) {
            self.block(&placed.block.shapes, placed.offset + down, None)?;
        }
        self.text.push_str("</svg>\n");
        Ok(())
    }

    fn part(&mut self, part: Rect) -> fmt::Result {
        self.root(part)?;
        self.rect(part, 0.0, Some(Role::Paper.into()), None)?;
        for placed in self.scene.placed(Some(part)) {
            self.block(&placed.block.shapes, placed.offset, Some(part - placed.offset))?;
        }
        self.text.push_str("</svg>\n");
        Ok(())
    }

    fn root(&mut self, view: Rect) -> fmt::Result {
        let (x, y, width, height) = (Number(view.x0), Number(view.y0), Number(view.width()), Number(view.height()));
        writeln!(
            self.text,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
             viewBox=\"{x} {y} {width} {height}\" font-family=\"{FAMILIES}\">"
        )
    }

    /// Shapes that stand `offset` away; of a part of the scene only those that reach into it.
    fn block(&mut self, shapes: &[Shape], offset: Vec2, part: Option<Rect>) -> fmt::Result {
        let is_wanted = |shape: &&Shape| part.is_none_or(|part| reaches_into(shape.bounds(), part));
        let mut wanted = shapes.iter().filter(is_wanted).peekable();
        if wanted.peek().is_none() {
            return Ok(());
        }
        let is_moved = offset != Vec2::ZERO;
        if is_moved {
            writeln!(self.text, "<g transform=\"translate({} {})\">", Number(offset.x), Number(offset.y))?;
        }
        for shape in wanted {
            self.shape(shape)?;
        }
        if is_moved {
            self.text.push_str("</g>\n");
        }
        Ok(())
    }

    fn shape(&mut self, shape: &Shape) -> fmt::Result {
        match shape {
            Shape::Rect { rect, radius, fill, stroke } => self.rect(*rect, *radius, *fill, *stroke),
            Shape::Circle { center, radius, fill, stroke } => {
                let (x, y, r) = (Number(center.x), Number(center.y), Number(*radius));
                write!(self.text, "<circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"")?;
                self.paint(*fill, *stroke)
            }
            Shape::Path { path, fill, stroke } => {
                self.text.push_str("<path d=\"");
                self.outline(path)?;
                self.text.push('"');
                self.paint(*fill, *stroke)
            }
            Shape::Image { .. } => self.image(shape),
            Shape::Text(text) => text.rows.iter().try_for_each(|row| self.row(text, row)),
        }
    }

    fn rect(&mut self, rect: Rect, radius: f64, fill: Option<Color>, stroke: Option<Stroke>) -> fmt::Result {
        let (x, y) = (Number(rect.x0), Number(rect.y0));
        let (width, height) = (Number(rect.width()), Number(rect.height()));
        write!(self.text, "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")?;
        if radius > 0.0 {
            write!(self.text, " rx=\"{}\"", Number(radius))?;
        }
        self.paint(fill, stroke)
    }

    /// A picture with its bytes, so that the file is whole by itself, and with what can be seen on it.
    fn image(&mut self, shape: &Shape) -> fmt::Result {
        let Shape::Image { image, rect, cut, opacity } = shape else { return Ok(()) };
        let Some((image, format)) = self.scene.image(*image).and_then(|image| Some((image, image.data.format()?)))
        else {
            return Ok(());
        };
        let round = match cut {
            Cut::Whole => None,
            Cut::Round => Some(self.round(*rect)?),
        };
        let (x, y) = (Number(rect.x0), Number(rect.y0));
        let (width, height) = (Number(rect.width()), Number(rect.height()));
        write!(self.text, "<image x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\"")?;
        if let Some(round) = round {
            write!(self.text, " preserveAspectRatio=\"xMidYMid slice\" clip-path=\"url(#round-{round})\"")?;
        }
        if *opacity < 1.0 {
            write!(self.text, " opacity=\"{}\"", Number((*opacity).into()))?;
        }
        self.text.push_str(" href=\"data:");
        write!(self.text, "{};base64,{}\"", format.media_type(), image.data.base64())?;
        match image.alt() {
            "" => self.text.push_str("/>\n"),
            alt => writeln!(self.text, "><title>{}</title></image>", Escaped(alt))?,
        }
        Ok(())
    }

    /// Names the circle in a square, for a picture to be cut to; its number.
    fn round(&mut self, square: Rect) -> Result<usize, fmt::Error> {
        self.rounds += 1;
        let (center, radius) = (square.center(), square.width() / 2.0);
        let (x, y, r, number) = (Number(center.x), Number(center.y), Number(radius), self.rounds);
        writeln!(self.text, "<clipPath id=\"round-{number}\"><circle cx=\"{x}\" cy=\"{y}\" r=\"{r}\"/></clipPath>")?;
        Ok(number)
    }

    /// Fill and stroke, and the end of the element.
    fn paint(&mut self, fill: Option<Color>, stroke: Option<Stroke>) -> fmt::Result {
        match fill {
            Some(fill) => self.color("fill", fill)?,
            None => self.text.push_str(" fill=\"none\""),
        }
        if let Some(stroke) = stroke {
            self.stroke(&stroke)?;
        }
        self.text.push_str("/>\n");
        Ok(())
    }

    fn stroke(&mut self, stroke: &Stroke) -> fmt::Result {
        self.color("stroke", stroke.color)?;
        write!(self.text, " stroke-width=\"{}\"", Number(stroke.width.into()))?;
        if let Some((dash, gap)) = stroke.dash {
            write!(self.text, " stroke-dasharray=\"{} {}\"", Number(dash.into()), Number(gap.into()))?;
        }
        match stroke.cap {
            Cap::Butt => {}
            Cap::Round => self.text.push_str(" stroke-linecap=\"round\""),
        }
        Ok(())
    }

    fn color(&mut self, attribute: &str, color: Color) -> fmt::Result {
        write!(self.text, " {attribute}=\"{}\"", self.palette.resolve(color))?;
        if color.opacity < 1.0 {
            write!(self.text, " {attribute}-opacity=\"{}\"", Number(color.opacity.into()))?;
        }
        Ok(())
    }

    fn row(&mut self, text: &Text, row: &TextRow) -> fmt::Result {
        if row.text.is_empty() {
            return Ok(());
        }
        let (x, y, size) = (Number(row.origin.x), Number(row.origin.y), Number(text.size.into()));
        write!(self.text, "<text x=\"{x}\" y=\"{y}\" font-size=\"{size}\"")?;
        if text.weight != FontWeight::Regular {
            write!(self.text, " font-weight=\"{}\"", text.weight.number())?;
        }
        self.color("fill", text.color)?;
        if let Some(halo) = text.halo {
            self.color("stroke", halo)?;
            let width = Number(2.0 * HALO);
            write!(self.text, " stroke-width=\"{width}\" stroke-linejoin=\"round\" paint-order=\"stroke\"")?;
        }
        if row.text.contains("  ") || row.text.starts_with(' ') {
            self.text.push_str(" xml:space=\"preserve\"");
        }
        self.text.push('>');
        if is_read_from_the_right(&row.text) {
            self.text.push(FROM_THE_RIGHT);
            self.letters(&row.text)?;
            self.text.push(END_OF_DIRECTION);
        } else {
            self.letters(&row.text)?;
        }
        self.text.push_str("</text>\n");
        Ok(())
    }

    /// The letters of a row, each run of symbols in its own face.
    fn letters(&mut self, row: &str) -> fmt::Result {
        let mut rest = row;
        while let Some(first) = rest.chars().next() {
            let are_symbols = self.symbols.is_symbol(first);
            let end = rest.find(|letter| self.symbols.is_symbol(letter) != are_symbols).unwrap_or(rest.len());
            let (run, after) = rest.split_at(end);
            if are_symbols {
                write!(self.text, "<tspan font-family=\"{SYMBOL_FAMILIES}\">{}</tspan>", Escaped(run))?;
            } else {
                write!(self.text, "{}", Escaped(run))?;
            }
            rest = after;
        }
        Ok(())
    }

    fn outline(&mut self, path: &BezPath) -> fmt::Result {
        let point = |at: Point| format!("{} {}", Number(at.x), Number(at.y));
        for element in path.elements() {
            match *element {
                PathEl::MoveTo(to) => write!(self.text, "M{}", point(to))?,
                PathEl::LineTo(to) => write!(self.text, "L{}", point(to))?,
                PathEl::QuadTo(by, to) => write!(self.text, "Q{} {}", point(by), point(to))?,
                PathEl::CurveTo(by, and, to) => write!(self.text, "C{} {} {}", point(by), point(and), point(to))?,
                PathEl::ClosePath => self.text.push('Z'),
            }
        }
        Ok(())
    }
}

/// A number with at most two decimals and no more digits than it needs.
struct Number(f64);

impl Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let rounded = (self.0 * 100.0).round() / 100.0;
        // Minus zero is zero; what is no number does not come out of a layout.
        if rounded == 0.0 || !rounded.is_finite() { f.write_str("0") } else { write!(f, "{rounded}") }
    }
}

/// Text for XML: its five signs escaped, and the characters left out that XML cannot hold even escaped.
struct Escaped<'a>(&'a str);

impl Display for Escaped<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for c in self.0.chars() {
            match c {
                '&' => f.write_str("&amp;")?,
                '<' => f.write_str("&lt;")?,
                '>' => f.write_str("&gt;")?,
                '"' => f.write_str("&quot;")?,
                '\n' | '\t' => f.write_char(' ')?,
                '\u{fffe}' | '\u{ffff}' => {}
                control if control.is_control() => {}
                plain => f.write_char(plain)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_short() {
        let written = |value| Number(value).to_string();
        assert_eq!(
            [written(12.0), written(-0.001), written(1.005), written(-3.456), written(6_900_132.5)],
            ["12", "0", "1", "-3.46", "6900132.5"]
        );
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(Escaped("a\u{0}b\u{1b}<&>\"\u{fffe}\u{ffff}ế\n").to_string(), "ab&lt;&amp;&gt;&quot;ế ");
    }
}
