//! The program without a window. Must not know egui.
