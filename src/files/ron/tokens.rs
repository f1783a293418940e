//! Cuts RON text into tokens with their places, so that an id or a number can be pointed at after the text was read,
//! or before it can be. Grammar: <https://github.com/ron-rs/ron/blob/master/docs/grammar.md>.
//!
//! Must not know maps. It checks nothing: what is no RON gives tokens until it makes no sense, then none.

/// A piece of RON text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Token<'a> {
    /// What it is.
    pub(super) kind: Kind,
    /// Its text; of a string what stands between the quotes, escapes as written.
    pub(super) text: &'a str,
    /// The byte at which it begins, the quote of a string.
    pub(super) at: usize,
}

/// The sorts of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// `(`, `[` or `{`.
    Open,
    /// `)`, `]` or `}`.
    Close,
    /// `,`.
    Comma,
    /// `:`.
    Colon,
    /// A string, plain or raw.
    Text,
    /// A name, a number, a character.
    Word,
}

/// The tokens of `source`, without comments and white space.
pub(super) struct Tokens<'a> {
    source: &'a str,
    at: usize,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        Self { source, at: 0 }
    }

    fn rest(&self) -> &'a str {
        self.source.get(self.at..).unwrap_or_default()
    }

    fn skip_blank(&mut self) {
        loop {
            let rest = self.rest();
            let trimmed = rest.trim_start();
            self.at += rest.len() - trimmed.len();
            if trimmed.starts_with("//") {
                self.at += trimmed.find('\n').unwrap_or(trimmed.len());
            } else if trimmed.starts_with("/*") {
                self.at += comment_len(trimmed);
            } else if let Some(attribute) = trimmed.strip_prefix("#!") {
                self.at += attribute.find(']').map_or(trimmed.len(), |end| end + 3);
            } else {
                return;
            }
        }
    }

    fn take(&mut self, kind: Kind, len: usize) -> Token<'a> {
        let token = Token { kind, text: self.rest().get(..len).unwrap_or_default(), at: self.at };
        self.at += len;
        token
    }

    /// A string with `before` bytes in front of its text and `after` behind it.
    fn take_text(&mut self, before: usize, len: usize, after: usize) -> Token<'a> {
        let text = self.rest().get(before..before + len).unwrap_or_default();
        let token = Token { kind: Kind::Text, text, at: self.at };
        self.at += before + len + after;
        token
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        self.skip_blank();
        let rest = self.rest();
        let first = rest.chars().next()?;
        match first {
            '(' | '[' | '{' => Some(self.take(Kind::Open, 1)),
            ')' | ']' | '}' => Some(self.take(Kind::Close, 1)),
            ',' => Some(self.take(Kind::Comma, 1)),
            ':' => Some(self.take(Kind::Colon, 1)),
            '"' => plain_text_len(rest).map(|len| self.take_text(1, len, 1)),
            'r' if raw_hashes(rest).is_some() => {
                let hashes = raw_hashes(rest)?;
                let end = format!("\"{}", "#".repeat(hashes));
                let len = rest.get(hashes + 2..)?.find(&end)?;
                Some(self.take_text(hashes + 2, len, hashes + 1))
            }
            _ => Some(self.take(Kind::Word, word_len(rest).max(first.len_utf8()))),
        }
    }
}

/// The length of a comment that may hold comments, in bytes.
fn comment_len(text: &str) -> usize {
    let bytes = text.as_bytes();
    let mut depth = 0usize;
    let mut at = 0;
    while let Some(pair) = bytes.get(at..at + 2) {
        match pair {
            b"/*" => (depth, at) = (depth + 1, at + 2),
            b"*/" => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    text.len()
}

/// The length of what stands between the quotes; `None` without a closing quote.
fn plain_text_len(text: &str) -> Option<usize> {
    let mut is_escaped = false;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            _ if is_escaped => is_escaped = false,
            b'\\' => is_escaped = true,
            b'"' => return Some(at - 1),
            _ => {}
        }
    }
    None
}

/// How many `#` stand in `r##"`; `None` for what begins no raw string.
fn raw_hashes(text: &str) -> Option<usize> {
    let after = text.strip_prefix('r')?;
    let hashes = after.len() - after.trim_start_matches('#').len();
    after.get(hashes..)?.starts_with('"').then_some(hashes)
}

fn word_len(text: &str) -> usize {
    let ends = |c: char| c.is_whitespace() || "()[]{},:\"/".contains(c);
    text.find(ends).unwrap_or(text.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(source: &str, expected: &[(&str, usize)]) {
        let found: Vec<_> = Tokens::new(source).map(|token| (token.text, token.at)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn strings_are_kept_whole_and_comments_left_out() {
        check("a: \"x,\\\"y\"", &[("a", 0), (":", 1), ("x,\\\"y", 3)]);
        check("/* a /* b */ c */ [1, // no\n-2]", &[("[", 18), ("1", 19), (",", 20), ("-2", 28), ("]", 30)]);
        check("#![enable(implicit_some)]\n(r#\"a\"b\"#)", &[("(", 26), ("a\"b", 27), (")", 35)]);
    }

    #[test]
    fn broken_text_ends_the_tokens() {
        check("(\"open", &[("(", 0)]);
        check("/* open", &[]);
        check("#!", &[]);
        check("điểm /", &[("điểm", 0), ("/", 8)]);
    }
}
