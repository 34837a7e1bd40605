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

/// Where two pages differ: in red on what they share in light grey. A page that
/// is not there is white.
pub(crate) fn difference(old: Option<&Page>, new: Option<&Page>, scale: f64) -> Option<Vec<u8>> {
    let old = old.map(|page| draw(page, scale));
    let new = new.map(|page| draw(page, scale));
    let sizes = || {
        old.iter()
            .chain(&new)
            .map(|(width, height, _)| (*width, *height))
    };
    let width = sizes().map(|(width, _)| width).max()?;
    let height = sizes().map(|(_, height)| height).max()?;
    let pixel = |page: &Option<(u32, u32, Vec<u8>)>, x: u32, y: u32| -> [u8; 3] {
        let Some((own, high, colours)) = page else {
            return [255; 3];
        };
        if x >= *own || y >= *high {
            return [255; 3];
        }
        let at = (y as usize * *own as usize + x as usize) * 3;
        let found = colours.get(at..at + 3).and_then(|own| own.try_into().ok());
        found.unwrap_or([255; 3])
    };
    let mut colours = Vec::with_capacity(width as usize * height as usize * 3);
    for y in 0..height {
        for x in 0..width {
            let (before, after) = (pixel(&old, x, y), pixel(&new, x, y));
            let grey =
                |[r, g, b]: [u8; 3]| ((u32::from(r) + u32::from(g) + u32::from(b)) / 3) as u8;
            let shown = match before == after {
                true => [200 + grey(before) / 5; 3],
                false => [220, grey(after) / 2, grey(before) / 2],
            };
            colours.extend(shown);
        }
    }
    packed(width, height, &colours).ok()
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
