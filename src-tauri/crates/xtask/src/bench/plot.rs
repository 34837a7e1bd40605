//! A plot of points as SVG, with the straight line through the origin that
//! fits them best: a growth that is linear lies on it.

use std::fmt::Write as _;

const WIDTH: f64 = 640.0;
const HEIGHT: f64 = 360.0;
const MARGIN: f64 = 56.0;

/// The plot. Without points it shows the axes only.
pub fn svg(points: &[(f64, f64)], x_label: &str, y_label: &str) -> String {
    let most = |pick: fn(&(f64, f64)) -> f64| points.iter().map(pick).fold(1.0, f64::max);
    let (x_most, y_most) = (most(|point| point.0), most(|point| point.1));
    let x = |value: f64| MARGIN + value / x_most * (WIDTH - 2.0 * MARGIN);
    let y = |value: f64| HEIGHT - MARGIN - value / y_most * (HEIGHT - 2.0 * MARGIN);

    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" \
         font-family=\"sans-serif\" font-size=\"12\">\n\
         <rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>\n\
         <path d=\"M{MARGIN} {MARGIN}V{bottom}H{right}\" fill=\"none\" stroke=\"#535353\"/>\n",
        bottom = HEIGHT - MARGIN,
        right = WIDTH - MARGIN,
    );
    for part in 1..=4 {
        let share = f64::from(part) / 4.0;
        let (at_x, at_y) = (x(x_most * share), y(y_most * share));
        let _ = write!(
            out,
            "<text x=\"{at_x:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{:.0}</text>\n\
             <text x=\"{:.0}\" y=\"{at_y:.0}\" text-anchor=\"end\">{:.0}</text>\n",
            HEIGHT - MARGIN + 18.0,
            x_most * share,
            MARGIN - 6.0,
            y_most * share,
        );
    }
    let _ = write!(
        out,
        "<text x=\"{:.0}\" y=\"{:.0}\" text-anchor=\"middle\">{x_label}</text>\n\
         <text x=\"{MARGIN}\" y=\"{:.0}\">{y_label}</text>\n",
        WIDTH / 2.0,
        HEIGHT - 12.0,
        MARGIN - 16.0,
    );
    let slope = slope(points);
    let _ = writeln!(
        out,
        "<path d=\"M{:.1} {:.1}L{:.1} {:.1}\" stroke=\"#b4b4b4\" stroke-dasharray=\"4\"/>",
        x(0.0),
        y(0.0),
        x(x_most),
        y(slope * x_most),
    );
    for (px, py) in points {
        let _ = writeln!(
            out,
            "<circle cx=\"{:.1}\" cy=\"{:.1}\" r=\"3.5\" fill=\"#154273\"/>",
            x(*px),
            y(*py)
        );
    }
    out.push_str("</svg>\n");
    out
}

/// The slope of the line through the origin with the least squares.
fn slope(points: &[(f64, f64)]) -> f64 {
    let (xy, xx) = points
        .iter()
        .fold((0.0, 0.0), |(xy, xx), (x, y)| (xy + x * y, xx + x * x));
    if xx > 0.0 { xy / xx } else { 0.0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_on_a_line_give_its_slope() {
        assert!((slope(&[(1.0, 3.0), (4.0, 12.0)]) - 3.0).abs() < 1e-9);
        assert_eq!(slope(&[]), 0.0);
    }

    #[test]
    fn every_point_is_drawn() {
        let picture = svg(&[(1.0, 2.0), (3.0, 4.0)], "pages", "ms");
        assert_eq!(picture.matches("<circle").count(), 2);
    }
}
