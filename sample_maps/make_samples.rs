//! Writes the sample maps with their survey files into `sample_maps` and the templates into `assets/templates`:
//! `cargo run --example make_samples`.

mod make;

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    for file in make::files() {
        fs::write(root.join(file.folder).join(file.name), file.text)?;
    }
    Ok(())
}
