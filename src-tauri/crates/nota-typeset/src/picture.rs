//! A page as a picture: drawn by Typst, packed as PNG in the way that takes
//! the least time from a key to the page on the screen.

use png::{BitDepth, ColorType, Compression, Encoder, EncodingError};
use typst_layout::Page;
use typst_render::RenderOptions;

/// A page with so many pixels per point.
pub(crate) fn png(page: &Page, scale: f64) -> Option<Vec<u8>> {
    let (width, height, colours) = draw(page, scale);
    packed(width, height, &colours).ok()
}

/// Width, height, and red, green and blue of each pixel.
pub(crate) fn draw(page: &Page, scale: f64) -> (u32, u32, Vec<u8>) {
    let options = RenderOptions {
        pixel_per_pt: scale.into(),
        render_bleed: false,
    };
    let drawn = typst_render::render(page, &options);
    // Pages are white behind, so that no pixel is transparent and the colours
    // need not be divided by it.
    let (pixels, _) = drawn.data().as_chunks::<4>();
    let colours = pixels.iter().flat_map(|[r, g, b, _]| [*r, *g, *b]);
    (drawn.width(), drawn.height(), colours.collect())
}

fn packed(width: u32, height: u32, colours: &[u8]) -> Result<Vec<u8>, EncodingError> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, width, height);
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Fast);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(colours)?;
    writer.finish()?;
    Ok(out)
}
