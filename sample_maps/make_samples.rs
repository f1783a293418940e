//! Writes the sample maps and their survey files into `sample_maps`: `cargo run --example make_samples`.

mod make;

use std::{fs, io, path::Path};

fn main() -> io::Result<()> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_maps");
    for file in make::files() {
        fs::write(folder.join(file.name), file.text)?;
    }
    Ok(())
}
