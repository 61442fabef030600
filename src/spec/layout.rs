//! Where the rows of a code lie in the image.

/// How a code lays its rows out: `side` x `side` windows, row-major, `directions` rows each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Layout {
    /// Windows across and down.
    pub side: usize,
    /// Rows of a window.
    pub directions: usize,
}

impl Layout {
    /// Of code edge12: 768 rows.
    pub const EDGE12: Layout = Layout {
        side: 8,
        directions: 12,
    };
    /// Of code edge16: 784 rows.
    pub const EDGE16: Layout = Layout {
        side: 7,
        directions: 16,
    };
    /// Of code raw: 784 rows.
    pub const RAW: Layout = Layout {
        side: 28,
        directions: 1,
    };

    /// Of code events: a window a channel of 196 rows, so that the quadrants are the channels.
    pub const CHANNELS: Layout = Layout {
        side: 2,
        directions: 196,
    };

    /// The windows that fit `rows`, as the encoder pools them; single pixels are not pooled.
    pub(super) fn fit(self, rows: usize) -> Self {
        let side = match self.directions {
            _ if rows >= self.num_rows() => self.side,
            1 => 0,
            directions => (rows / directions).isqrt(),
        };
        Layout { side, ..self }
    }

    /// Rows that belong to a window.
    pub fn num_rows(self) -> usize {
        self.side * self.side * self.directions
    }

    /// The quadrant of a row's window; none past the last window.
    pub(super) fn quadrant(self, row: usize) -> Option<u8> {
        let window = row / self.directions;
        let half = self.side.div_ceil(2);
        let (y, x) = (window / self.side, window % self.side);
        (row < self.num_rows()).then(|| 2 * u8::from(y >= half) + u8::from(x >= half))
    }
}
