//! Picture tests: few, small, and the same on every machine, drawn by our own CPU renderer. `UPDATE_SNAPSHOTS=1 cargo
//! test` writes them anew after a wanted change; look at them before committing.

use egui::{Context, FullOutput, TexturesDelta};
use egui_kittest::TestRenderer;
use image::RgbaImage;
use soft_renderer::SoftRenderer;

/// What a harness draws its pictures with: `Harness::builder().renderer(CpuRenderer::default())`.
#[derive(Default)]
pub struct CpuRenderer(SoftRenderer);

impl TestRenderer for CpuRenderer {
    fn handle_delta(&mut self, delta: &mut TexturesDelta) {
        self.0.apply(delta);
    }

    fn render(&mut self, context: &Context, output: &FullOutput) -> Result<RgbaImage, String> {
        let picture = self.0.render(context, output);
        RgbaImage::from_raw(picture.width, picture.height, picture.rgba).ok_or("the picture has too few bytes".into())
    }
}
