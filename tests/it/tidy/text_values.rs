//! The rule that a text gets its values in the order of its method: the generated methods take anything that can be
//! shown, so the compiler cannot tell a column from a number.
//!
//! Sees only values that are passed under the names that the text gives them.

use super::source::Source;

/// Calls in `source` of a text in `texts` (name, English) that swap values.
pub fn swapped_values(source: &Source, texts: &[(&str, &str)]) -> Vec<String> {
    texts.iter().flat_map(|(name, english)| swapped_in(source, name, &values_in(english))).collect()
}

fn swapped_in(source: &Source, name: &str, values: &[String]) -> Vec<String> {
    let call = format!(".{name}(");
    let check = |(at, _)| {
        let given = arguments(source.code.get(at + call.len()..)?);
        let is_swapped = given.iter().zip(values).any(|(given, wanted)| given != wanted && values.contains(given));
        is_swapped.then(|| format!("{}:{}: {name} takes {values:?}, not {given:?}", source.path, source.line_of(at)))
    };
    source.code.match_indices(&call).filter_map(check).collect()
}

/// The names in braces, in the order of their first appearance, as `build.rs` takes them.
fn values_in(text: &str) -> Vec<String> {
    let mut values = Vec::new();
    for value in text.split('{').skip(1).filter_map(|part| part.split_once('}')).map(|(value, _)| value.to_owned()) {
        if !values.contains(&value) {
            values.push(value);
        }
    }
    values
}

/// The arguments of a call, whose text begins behind the parenthesis; a reference counts as what it refers to.
fn arguments(call: &str) -> Vec<String> {
    let (mut depth, mut given) = (0, vec![String::new()]);
    for sign in call.chars() {
        match sign {
            '(' | '[' | '{' => depth += 1,
            ')' if depth == 0 => break,
            ')' | ']' | '}' => depth -= 1,
            ',' if depth == 0 => {
                given.push(String::new());
                continue;
            }
            _ => {}
        }
        if let Some(last) = given.last_mut() {
            last.push(sign);
        }
    }
    given.iter().map(|argument| argument.trim().trim_start_matches(['&', '*']).to_owned()).collect()
}

#[test]
fn a_swap_is_found() {
    let texts = [("scale", "From {low} to {high} in “{column}”, not {low}.")];
    let swaps = |code: &str| swapped_values(&Source::new("src/ui/a.rs", code), &texts).len();
    assert_eq!(swaps("fn f() { texts.scale(low, high, column) }"), 0);
    assert_eq!(swaps("fn f() { texts.scale(\n*low, &high, self.column(a, b)) }"), 0);
    assert_eq!(swaps("fn f() { texts.scale(column, low, high) }"), 1);
    assert_eq!(swaps("fn f() { texts.scale(high, low, name) }"), 1);
}
