//! How wide text is, as the pages reckon: enough to know how many lines a
//! text takes in a column, without typesetting anything.

/// Measures text with the advances of a font.
#[derive(Clone, Copy)]
pub struct Ruler<'a> {
    advance: &'a dyn Fn(char, bool) -> f64,
}

impl std::fmt::Debug for Ruler<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Ruler")
    }
}

impl<'a> Ruler<'a> {
    /// A ruler with these advances in ems: of a character, in bold or not.
    pub fn new(advance: &'a dyn Fn(char, bool) -> f64) -> Self {
        Self { advance }
    }

    /// The width of a text in ems.
    pub(crate) fn width(&self, text: &str, bold: bool) -> f64 {
        text.chars().map(|c| (self.advance)(c, bold)).sum()
    }

    /// The number of lines that a text takes in this width, in ems. A word
    /// that is wider than a line takes as many as it needs.
    pub(crate) fn lines(&self, text: &str, bold: bool, room: f64) -> usize {
        let space = (self.advance)(' ', bold);
        let (mut lines, mut used) = (1_usize, 0.0_f64);
        for word in text.split(' ').filter(|word| !word.is_empty()) {
            let wide = self.width(word, bold);
            if used > 0.0 && used + space + wide > room {
                lines += 1;
                used = 0.0;
            } else if used > 0.0 {
                used += space;
            }
            used += wide;
            while used > room && room > 1.0 {
                lines += 1;
                used -= room;
            }
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fill_lines_and_a_long_one_takes_several() {
        let wide = |_: char, bold: bool| if bold { 2.0 } else { 1.0 };
        let ruler = Ruler::new(&wide);
        assert_eq!(ruler.lines("", false, 10.0), 1);
        assert_eq!(ruler.lines("een twee", false, 10.0), 1);
        assert_eq!(ruler.lines("een twee", true, 10.0), 2);
        assert_eq!(ruler.lines("een twee drie vier", false, 9.0), 2);
        assert_eq!(ruler.lines(&"x".repeat(25), false, 10.0), 3);
    }
}
