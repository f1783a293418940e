//! egui's style from the palette: fonts, sizes, spacing. Must not know any widget.
