//! Layout: a map becomes a picture in document units, already measured. Must not know selection, zoom or egui widgets.
