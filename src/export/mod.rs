//! A scene becomes a file: SVG, PNG. Must not know the map.
