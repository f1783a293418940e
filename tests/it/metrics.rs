//! The metrics against values worked outside the code.
