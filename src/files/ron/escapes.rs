//! Makes written strings readable: ron escapes every apostrophe and every combining mark, which no reader asks for.
//!
//! Must not change what a string means.

use unicode_normalization::char::is_combining_mark;

/// `text` with the escapes taken back that only make it harder to read; control characters, line breaks, quotes and
/// marks that turn the writing direction stay escaped.
pub(super) fn readable(text: String) -> String {
    if !text.contains("\\'") && !text.contains("\\u{") {
        return text;
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some(at) = rest.find('\\') {
        let (before, escape) = rest.split_at(at);
        out.push_str(before);
        let (piece, len) = shortest(escape);
        out.push_str(&piece);
        rest = escape.get(len..).unwrap_or_default();
    }
    out.push_str(rest);
    out
}

/// How the escape at the beginning of `escape` is better written, and its length in bytes.
fn shortest(escape: &str) -> (String, usize) {
    if escape.starts_with("\\'") {
        return ("'".to_owned(), 2);
    }
    if let Some((character, len)) = unicode_escape(escape)
        && is_shown(character)
    {
        return (character.to_string(), len);
    }
    let len = 1 + escape.chars().nth(1).map_or(0, char::len_utf8);
    (escape.get(..len).unwrap_or_default().to_owned(), len)
}

/// The character of `\u{…}` and the length of the escape.
fn unicode_escape(escape: &str) -> Option<(char, usize)> {
    let (digits, _) = escape.strip_prefix("\\u{")?.split_once('}')?;
    let character = u32::from_str_radix(digits, 16).ok().and_then(char::from_u32)?;
    Some((character, digits.len() + 4))
}

/// Accents of decomposed letters, the joiner and the variants of emoji, and the usual narrow and unbreaking spaces.
fn is_shown(character: char) -> bool {
    is_combining_mark(character) || matches!(character, '\u{a0}' | '\u{2009}' | '\u{200d}' | '\u{202f}')
}

#[cfg(test)]
mod tests {
    use super::readable;

    #[test]
    fn only_needless_escapes_are_taken_back() {
        let check = |given: &str, expected: &str| assert_eq!(readable(given.to_owned()), expected);
        check(r#""don\'t""#, r#""don't""#);
        check(r#""e\u{301}\u{a0}%""#, "\"e\u{301}\u{a0}%\"");
        check(r#""\u{0}\u{202e}\n\"\u{200d}""#, "\"\\u{0}\\u{202e}\\n\\\"\u{200d}\"");
        check(r#""\\'\\u{301}""#, r#""\\'\\u{301}""#);
        check(r#""\\\'""#, r#""\\'""#);
    }
}
