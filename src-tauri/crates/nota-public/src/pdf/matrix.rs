//! Where something comes on the page: the six numbers of PDF that move, turn
//! and scale.

/// A change of place and size.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Matrix([f32; 6]);

impl Default for Matrix {
    fn default() -> Self {
        Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
    }
}

impl Matrix {
    /// The matrix of six numbers; another count changes nothing.
    pub fn of(numbers: &[f32]) -> Self {
        <[f32; 6]>::try_from(numbers).map_or_else(|_| Self::default(), Self)
    }

    /// A shift.
    pub fn shift(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This change, and then another.
    pub fn then(&self, other: &Self) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [oa, ob, oc, od, oe, of] = other.0;
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    /// Where a point comes.
    pub fn apply(&self, x: f32, y: f32) -> (f32, f32) {
        let [a, b, c, d, e, f] = self.0;
        (x * a + y * c + e, x * b + y * d + f)
    }

    /// How much larger or smaller a text becomes.
    pub fn scale(&self) -> f32 {
        let [_, _, c, d, _, _] = self.0;
        c.hypot(d)
    }
}
