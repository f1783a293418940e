//! Edits, history and gestures.
