//! In which direction a row is read. Must not know how a row is drawn.

use unicode_bidi::{Direction, get_base_direction};

/// Whether a row is read from the right: its first letter that has a direction is of a right-to-left script (UAX 9, P2
/// and P3).
pub fn is_read_from_the_right(row: &str) -> bool {
    row.chars().any(|letter| letter >= '\u{590}') && matches!(get_base_direction(row), Direction::Rtl)
}
