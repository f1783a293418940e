//! Rows of cells as columns of even width, for people. Must not know what the cells are.

/// Spaces between two columns.
const GAP: usize = 2;

/// The rows as lines, each column as wide as its widest cell.
pub fn aligned(rows: &[Vec<String>]) -> String {
    let width_of = |column: usize| {
        rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count()).max().unwrap_or_default()
    };
    let columns = rows.iter().map(Vec::len).max().unwrap_or_default();
    let widths: Vec<usize> = (0..columns).map(width_of).collect();
    let mut text = String::new();
    for row in rows {
        let mut line = String::new();
        for (cell, width) in row.iter().zip(&widths) {
            line.push_str(cell);
            line.extend(std::iter::repeat_n(' ', width + GAP - cell.chars().count().min(*width)));
        }
        text.push_str(line.trim_end());
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_widest_cell() {
        let rows = [vec!["a".to_owned(), "b".to_owned()], vec!["điểm".to_owned(), "c".to_owned()]];
        assert_eq!(aligned(&rows), "a     b\nđiểm  c\n");
    }
}
