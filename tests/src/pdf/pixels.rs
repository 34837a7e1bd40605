//! Pictures of pages: reading PNG, and the difference of two as a picture.

use std::io::Cursor;

/// A picture of eight-bit red, green, blue and opacity.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Four bytes a pixel, row by row.
    pub pixels: Vec<u8>,
}

impl Picture {
    /// Reads a PNG.
    ///
    /// # Errors
    ///
    /// When it is none, or not of eight bits a channel.
    pub fn from_png(png: &[u8]) -> Result<Self, String> {
        let failed = |error: png::DecodingError| format!("not a PNG: {error}");
        let mut decoder = png::Decoder::new(Cursor::new(png));
        decoder.set_transformations(png::Transformations::ALPHA | png::Transformations::STRIP_16);
        let mut reader = decoder.read_info().map_err(failed)?;
        let size = reader.output_buffer_size().ok_or("the PNG is too large")?;
        let mut pixels = vec![0; size];
        let info = reader.next_frame(&mut pixels).map_err(failed)?;
        if info.color_type != png::ColorType::Rgba {
            return Err(format!("a PNG of {:?}, not in colour", info.color_type));
        }
        pixels.truncate(info.buffer_size());
        Ok(Self {
            width: info.width,
            height: info.height,
            pixels,
        })
    }

    /// As a PNG.
    ///
    /// # Errors
    ///
    /// When the number of pixels is not that of the size.
    pub fn to_png(&self) -> Result<Vec<u8>, String> {
        let failed = |error: png::EncodingError| error.to_string();
        let mut out = Vec::new();
        let mut encoder = png::Encoder::new(&mut out, self.width, self.height);
        encoder.set_color(png::ColorType::Rgba);
        encoder.set_depth(png::BitDepth::Eight);
        let mut writer = encoder.write_header().map_err(failed)?;
        writer.write_image_data(&self.pixels).map_err(failed)?;
        writer.finish().map_err(failed)?;
        Ok(out)
    }
}

/// How far a channel may lie off before a pixel counts as different: rounding
/// of the processor's arithmetic, not something a person sees.
const TOLERANCE: u8 = 16;

/// The pixels that differ, in red on the pale old picture, with their number.
/// None when no pixel differs.
pub fn difference(old: &Picture, new: &Picture) -> Option<(Picture, usize)> {
    if (old.width, old.height) != (new.width, new.height) {
        return Some((new.clone(), new.pixels.len() / 4));
    }
    let mut shown = old.clone();
    let mut count = 0;
    let pairs = old.pixels.chunks(4).zip(new.pixels.chunks(4));
    for (out, (a, b)) in shown.pixels.chunks_mut(4).zip(pairs) {
        let differs = a.iter().zip(b).any(|(a, b)| a.abs_diff(*b) > TOLERANCE);
        count += usize::from(differs);
        for (index, channel) in out.iter_mut().enumerate() {
            *channel = match (differs, index) {
                (true, 0) | (_, 3) => 255,
                (true, _) => 0,
                (false, _) => 255 - (255 - *channel) / 4,
            };
        }
    }
    (count > 0).then_some((shown, count))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn picture(pixels: [[u8; 4]; 2]) -> Picture {
        Picture {
            width: 2,
            height: 1,
            pixels: pixels.concat(),
        }
    }

    #[test]
    fn a_picture_reads_back_as_it_was_written() {
        let one = picture([[1, 2, 3, 255], [250, 128, 0, 255]]);
        let png = one.to_png().expect("can be written");
        assert_eq!(Picture::from_png(&png), Ok(one));
    }

    #[test]
    fn only_a_visible_difference_counts() {
        let old = picture([[0, 0, 0, 255], [100, 100, 100, 255]]);
        let near = picture([[3, 0, 0, 255], [100, 100, 108, 255]]);
        let far = picture([[0, 0, 0, 255], [100, 200, 100, 255]]);
        assert_eq!(difference(&old, &near), None);
        let (shown, count) = difference(&old, &far).expect("differs");
        assert_eq!(count, 1);
        assert_eq!(shown.pixels[4..], [255, 0, 0, 255]);
    }
}
