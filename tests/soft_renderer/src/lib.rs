//! A small CPU rasteriser for egui's output, for picture tests without a GPU.
