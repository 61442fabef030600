//! Sweeps drawn from a device: the paper's protocol without a cryostat.

use super::Device;
use super::curve::NUM_MEASURED_CODES;
use super::description::default_excitation;
use super::sweep::{COLUMNS, CurveKey, Point, Series};
use crate::random::Stream;
use std::fmt::Write as _;

/// Pulses a point in the paper (section II).
pub const PAPER_PULSES: u64 = 50;
/// Most pulses a point that are drawn.
pub const MAX_PULSES: u64 = 1_000_000;
/// Stream of the seed that the flips are drawn from.
const STREAM: u64 = 5;
/// A pulse switches where a number below this is below so many times the probability.
const RESOLUTION: u32 = 1_000_000_000;

/// Draws the sweep of section II from a device: amplitudes of codes 0 to 14, all four curves,
/// `pulses` a point. Pulses have the sign of the curve's centre.
pub fn sample(device: &Device, seed: u64, pulses: u64) -> Vec<Series> {
    let mut stream = Stream::numbered(seed, STREAM);
    let mut line = 3;
    CurveKey::ALL
        .map(|key| {
            let sign = device.curve(key).sign();
            let mut point = |code| {
                let probability = device.probability(key, code);
                let bound = (probability * f64::from(RESOLUTION)).round() as u32;
                let flips = (0..pulses).filter(|_| stream.below(RESOLUTION) < bound);
                line += 1;
                Point {
                    volt: sign * device.amplitudes.volt(code),
                    pulses,
                    flips: flips.count() as u64,
                    line,
                }
            };
            Series {
                key,
                excitation: default_excitation(key),
                points: (0..NUM_MEASURED_CODES).map(&mut point).collect(),
            }
        })
        .into()
}

/// A sweep as CSV, under a remark of two lines.
pub fn to_csv(series: &[Series], remark: [&str; 2]) -> String {
    let mut text = format!("# {}\n# {}\n{}\n", remark[0], remark[1], COLUMNS.join(","));
    for Series {
        key,
        excitation,
        points,
    } in series
    {
        let [junction, transition] = key.names();
        for point in points {
            let _ = writeln!(
                text,
                "{junction},{transition},{},{},{},{}",
                excitation.name(),
                Micro(point.volt),
                point.pulses,
                point.flips
            );
        }
    }
    text
}

/// Volts to the microvolt, without zeros at the end.
struct Micro(f64);

impl std::fmt::Display for Micro {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let text = format!("{:.6}", self.0);
        f.write_str(text.trim_end_matches('0').trim_end_matches('.'))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::sweep::parse;

    #[test]
    fn a_drawn_sweep_is_a_sweep() {
        let drawn = sample(&Device::default(), 1, PAPER_PULSES);
        let text = to_csv(&drawn, ["one", "two"]);
        assert_eq!(text.lines().count(), 3 + 60);
        let read = parse(text.as_bytes()).unwrap();
        assert_eq!(read.len(), 4);
        for (read, drawn) in read.iter().zip(&drawn) {
            assert_eq!((read.key, read.excitation), (drawn.key, drawn.excitation));
            for (read, drawn) in read.points.iter().zip(&drawn.points) {
                assert!((read.volt - drawn.volt).abs() < 1e-6);
                assert_eq!((read.flips, read.line), (drawn.flips, drawn.line));
            }
        }
        assert!(text.contains("left,ap_to_p,+y,3.66,50,"));
        assert!(text.contains("left,p_to_ap,-y,-3.94,50,"));
    }
}
