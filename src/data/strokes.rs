//! The shapes of the digits: polylines and arcs in a box of -6..=6 by -9..=9 pixels, y downwards.

/// Units of a coordinate: 1/64 pixel.
pub(super) const UNIT: i32 = 64;
/// Arc angles: 1/32 turn, from the right, clockwise.
const TURN: usize = 32;
/// Angle between points of an arc.
const ARC_STEP: usize = 2;

/// A point, 1/64 pixel.
pub(super) type Point = (i32, i32);

/// A piece of a digit; coordinates in 1/10 pixel.
#[derive(Clone, Copy, Debug)]
pub(super) enum Stroke {
    /// Straight from point to point.
    Line(&'static [Point]),
    /// Part of an ellipse: centre, radii, first and last angle.
    Arc(Point, Point, usize, usize),
}

use Stroke::{Arc, Line};

/// The ten digits.
pub(super) const DIGITS: [&[Stroke]; 10] = [
    &[Arc((0, 0), (60, 90), 0, 32)],
    &[Line(&[(-30, -55), (0, -90), (0, 90)])],
    &[
        Arc((0, -40), (52, 50), 16, 36),
        Line(&[(38, -6), (-60, 90), (60, 90)]),
    ],
    &[
        Arc((0, -46), (50, 44), 18, 40),
        Arc((0, 44), (56, 46), 24, 46),
    ],
    &[Line(&[(22, 90), (22, -90), (-60, 30), (60, 30)])],
    &[
        Line(&[(50, -90), (-40, -90), (-42, -4)]),
        Arc((0, 34), (58, 56), 20, 44),
    ],
    &[
        Line(&[(40, -90), (-20, -50), (-48, 20)]),
        Arc((0, 40), (50, 50), 0, 32),
    ],
    &[Line(&[(-60, -90), (60, -90), (-16, 90)])],
    &[
        Arc((0, -45), (42, 45), 0, 32),
        Arc((0, 46), (52, 46), 0, 32),
    ],
    &[
        Arc((0, -40), (50, 50), 0, 32),
        Line(&[(50, -40), (42, 30), (8, 90)]),
    ],
];

/// `1024 cos(angle)`, angle in 1/32 turn.
const COSINE: [i32; TURN] = [
    1024, 1004, 946, 851, 724, 569, 392, 200, 0, -200, -392, -569, -724, -851, -946, -1004, -1024,
    -1004, -946, -851, -724, -569, -392, -200, 0, 200, 392, 569, 724, 851, 946, 1004,
];

impl Stroke {
    /// The stroke as a polyline, 1/64 pixel.
    pub(super) fn points(self) -> Vec<Point> {
        let unit = |tenths: i32| tenths * UNIT / 10;
        match self {
            Line(points) => points.iter().map(|&(x, y)| (unit(x), unit(y))).collect(),
            Arc((x, y), (radius_x, radius_y), from, to) => (from..=to)
                .step_by(ARC_STEP)
                .map(|angle| {
                    let (cosine, sine) = (COSINE[angle % TURN], COSINE[(angle + 24) % TURN]);
                    (
                        unit(x) + unit(radius_x) * cosine / 1024,
                        unit(y) + unit(radius_y) * sine / 1024,
                    )
                })
                .collect(),
        }
    }
}
