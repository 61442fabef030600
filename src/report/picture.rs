//! Small pictures as SVG paths, in the ink of the scheme: pixels by level, and strokes of edges.

use crate::encoder::Grid;
use maud::{Markup, html};
use std::fmt::Write as _;

/// Levels of a picture; a level is a class of the style sheet.
const NUM_LEVELS: usize = 4;

/// Level of a share of the largest value: 1 to [`NUM_LEVELS`], 0 for next to nothing.
fn level(share: f64) -> usize {
    ((share * NUM_LEVELS as f64 + 0.4) as usize).min(NUM_LEVELS)
}

/// One path a level, of what `draw` writes for each value.
fn levels(
    class: &str,
    values: impl Iterator<Item = (usize, f64)>,
    draw: impl Fn(usize, &mut String),
) -> Markup {
    let mut paths = vec![String::new(); NUM_LEVELS];
    for (index, share) in values {
        if let Some(path) = level(share).checked_sub(1).and_then(|at| paths.get_mut(at)) {
            draw(index, path);
        }
    }
    html! {
        @for (at, path) in paths.iter().enumerate() {
            @if !path.is_empty() { path class={ (class) " l" (at + 1) } d=(path) {} }
        }
    }
}

fn frame(side: usize, size: u32, title: &str, inside: &Markup) -> Markup {
    html! {
        svg class="picture" width=(size) height=(size) viewBox={ "0 0 " (side) " " (side) }
            role="img" aria-label=(title) {
            title { (title) }
            (inside)
        }
    }
}

/// A square picture of values from 0 to 255, one a pixel.
pub fn pixels(values: &[u8], size: u32, title: &str) -> Markup {
    let shares = values.iter().map(|&value| f64::from(value) / 255.0);
    let side = values.len().isqrt().max(1);
    let inside = levels("fill", shares.enumerate(), |at, path| {
        let _ = write!(path, "M{} {}h1v1h-1z", at % side, at / side);
    });
    frame(side, size, title, &inside)
}

/// What the rows of an array stand for, positive values in one colour, negative ones in another;
/// `most` has the strongest.
pub fn field(grid: &Grid, values: &[f64], most: f64, size: u32, title: &str) -> Markup {
    let most = most.max(f64::MIN_POSITIVE);
    let signed = |sign: f64| {
        let shares = values.iter().map(move |value| sign * value / most);
        shares.enumerate()
    };
    let unit = if grid.directions > 1 { STROKES } else { 1 };
    let kind = if grid.directions > 1 {
        "stroke"
    } else {
        "fill"
    };
    let draw = |row: usize, path: &mut String| match grid.angle_degree(row) {
        Some(angle) => stroke(grid.cell(row), angle, path),
        None => {
            let [x, y] = grid.cell(row);
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    };
    let inside = html! {
        (levels(&format!("{kind} plus"), signed(1.0), draw))
        (levels(&format!("{kind} minus"), signed(-1.0), draw))
    };
    frame(grid.side * unit, size, title, &inside)
}

/// SVG units of a window's side.
const STROKES: usize = 10;

/// An edge in a window: across the gradient, off the middle towards the bright side.
fn stroke([x, y]: [usize; 2], angle_degree: f64, path: &mut String) {
    let (sin, cos) = angle_degree.to_radians().sin_cos();
    let middle = |at: usize| (at * STROKES) as f64 + STROKES as f64 / 2.0;
    let (reach, half) = (2.6, 2.2);
    let (x, y) = (middle(x) + reach * cos, middle(y) + reach * sin);
    let _ = write!(
        path,
        "M{:.1} {:.1}l{:.1} {:.1}",
        x + half * sin,
        y - half * cos,
        -2.0 * half * sin,
        2.0 * half * cos
    );
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::encoder::Code;

    #[test]
    fn a_pixel_a_square() {
        let picture = pixels(&[0, 255, 128, 3], 20, "four").into_string();
        assert!(
            picture.contains("class=\"fill l4\" d=\"M1 0h1v1h-1z\""),
            "{picture}"
        );
        assert!(
            picture.contains("class=\"fill l2\" d=\"M0 1h1v1h-1z\"")
                && picture.matches("<path").count() == 2
        );
    }

    #[test]
    fn an_edge_lies_across_its_gradient() {
        let grid = Grid::of(Code::Edge16, 784);
        let mut values = vec![0.0; 784];
        (values[0], values[16 + 4]) = (4.0, -4.0);
        let picture = field(&grid, &values, 4.0, 70, "two").into_string();
        // gradient to the right: upright; downwards: level
        assert!(
            picture.contains("stroke plus l4\" d=\"M7.6 2.8l-0.0 4.4\""),
            "{picture}"
        );
        assert!(
            picture.contains("stroke minus l4\" d=\"M17.2 7.6l-4.4 0.0\""),
            "{picture}"
        );
    }
}
