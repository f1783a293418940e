//! The lines of a Mermaid text that mean something: without front matter, directives, comments and a code fence.
//!
//! Must not know what they mean.

/// A line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Line<'a> {
    /// Its number, from 1.
    pub number: usize,
    /// What stands in it.
    pub text: &'a str,
    /// The title that the front matter gives; such a line says nothing else.
    pub front_title: Option<&'a str>,
}

/// What the lines belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Within {
    /// Nothing was read but a fence.
    Start,
    /// `--- … ---` before everything else.
    FrontMatter,
    /// `%%{ … }%%`.
    Directive,
    /// The diagram.
    Diagram,
}

/// The lines that mean something, in order.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Line<'_>> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut within = Within::Start;
    // A lone carriage return ends a line too.
    let rows = text.split('\n').flat_map(|row| row.strip_suffix('\r').unwrap_or(row).split('\r'));
    rows.enumerate().filter_map(move |(at, row)| {
        let line = Line { number: at + 1, text: row, front_title: None };
        let (next, line) = read(within, line);
        within = next;
        line
    })
}

fn read(within: Within, line: Line<'_>) -> (Within, Option<Line<'_>>) {
    let text = line.text.trim();
    match within {
        Within::Start if text.is_empty() || text.starts_with("```") => (Within::Start, None),
        Within::Start if text == "---" => (Within::FrontMatter, None),
        Within::FrontMatter if text == "---" => (Within::Diagram, None),
        Within::FrontMatter => {
            let title = line.text.strip_prefix("title:").map(|title| Line { front_title: Some(title), ..line });
            (Within::FrontMatter, title)
        }
        Within::Directive if text.contains("}%%") => (Within::Diagram, None),
        Within::Directive => (Within::Directive, None),
        Within::Start | Within::Diagram => match text {
            "" => (Within::Diagram, None),
            // The end of the fence; what follows it is no part of the diagram, and is left out line by line.
            fence if fence.starts_with("```") => (Within::Diagram, None),
            directive if directive.starts_with("%%{") && !directive.contains("}%%") => (Within::Directive, None),
            comment if comment.starts_with("%%") || comment.starts_with('#') => (Within::Diagram, None),
            _ => (Within::Diagram, Some(line)),
        },
    }
}
