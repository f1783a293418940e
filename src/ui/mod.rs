//! The window's widgets in egui. Must not know files or threads.
