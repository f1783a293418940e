//! The sample maps load, check and save unchanged.
