//! Amplitudes in units of the transition, so that a fit is well conditioned however wide the sweep.

use super::sweep::Point;

/// Logit a unit of the first guess: the unit is the width of the transition.
const STEEPNESS: f64 = 2.0;

/// Where the transition is seen, and how wide.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Scale {
    /// Middle of the transition, volt.
    pub middle: f64,
    /// Its width, volt: above 0.
    pub spread: f64,
    /// First guess of the slope, logits a width; negative where switching falls.
    pub steepness: f64,
}

impl Scale {
    /// From the first to the last neighbours of which one switched mostly and the other mostly not;
    /// mean and spread of all amplitudes where there are none. Two different amplitudes at least.
    pub fn of(points: &[Point]) -> Self {
        let levels = levels(points);
        let mean = |of: fn(&[f64; 3]) -> f64| {
            levels.iter().map(of).sum::<f64>() / levels.len().max(1) as f64
        };
        let (volt, share) = (mean(|l| l[0]), mean(|l| l[2] / l[1]));
        let trend: f64 = levels
            .iter()
            .map(|[v, n, k]| (v - volt) * (k / n - share))
            .sum();
        let mostly = |[_, n, k]: &[f64; 3]| 2.0 * k > *n;
        let mut crossings = levels
            .windows(2)
            .filter(|pair| mostly(&pair[0]) != mostly(&pair[1]));
        let first = crossings.next();
        let (middle, spread) = match (first, crossings.next_back().or(first)) {
            (Some(first), Some(last)) => {
                let (low, high) = (first[0][0], last[1][0]);
                (0.5 * (low + high), high - low)
            }
            _ => {
                let squares = levels.iter().map(|[v, ..]| (v - volt).powi(2)).sum::<f64>();
                (volt, (squares / levels.len().max(1) as f64).sqrt())
            }
        };
        Scale {
            middle,
            spread,
            steepness: STEEPNESS.copysign(trend),
        }
    }

    /// An amplitude in widths from the middle.
    pub fn of_volt(&self, volt: f64) -> f64 {
        (volt - self.middle) / self.spread
    }
}

/// Volt, pulses and flips of each amplitude, from low to high.
fn levels(points: &[Point]) -> Vec<[f64; 3]> {
    let mut sorted: Vec<&Point> = points.iter().collect();
    sorted.sort_by(|one, other| one.volt.total_cmp(&other.volt));
    sorted
        .chunk_by(|one, other| one.volt == other.volt)
        .map(|level| {
            let sum = |of: fn(&Point) -> u64| level.iter().map(|p| of(p) as f64).sum();
            [level[0].volt, sum(|p| p.pulses), sum(|p| p.flips)]
        })
        .collect()
}
