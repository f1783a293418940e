//! RON files: round trips and bad input.
