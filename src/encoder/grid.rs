//! Where the rows of an array lie in the image.

use super::Code;

/// Square windows side by side, `directions` rows each; without directions a row is a pixel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Grid {
    /// Windows, or pixels, a side.
    pub side: usize,
    /// Rows of a window, one a direction of the gradient; 1: a pixel.
    pub directions: usize,
}

impl Grid {
    /// That of a code on an array of `rows` rows.
    pub fn of(code: Code, rows: usize) -> Self {
        match code.windows() {
            Some(windows) => Grid {
                side: windows.side.min((rows / windows.directions).isqrt()),
                directions: windows.directions,
            },
            None => Grid {
                side: rows.isqrt(),
                directions: 1,
            },
        }
    }

    /// Rows that have a place.
    pub fn num_rows(&self) -> usize {
        self.side * self.side * self.directions
    }

    /// Window of a row: right, down.
    pub fn cell(&self, row: usize) -> [usize; 2] {
        let window = row / self.directions;
        [window % self.side, window / self.side]
    }

    /// Where a row's gradient points: 0 right, 90 down; none of a pixel.
    pub fn angle_degree(&self, row: usize) -> Option<f64> {
        let direction = row % self.directions;
        match self.directions {
            1 => None,
            // pairs of opposite directions: see `edge12`
            12 => {
                let (sector, positive) = (direction / 2, direction % 2 == 1);
                let angle = [0.0, 30.0, 60.0, 90.0, 300.0, 330.0][sector];
                Some(if positive {
                    angle
                } else {
                    (angle + 180.0) % 360.0
                })
            }
            directions => Some(360.0 * direction as f64 / directions as f64),
        }
    }
}
