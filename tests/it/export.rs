//! Pictures: SVG and PNG.
