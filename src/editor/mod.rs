//! How a map changes. Drives without any window. Must not know egui or files.
