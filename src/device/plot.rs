//! The picture of a fit: points with error bars, and the curve.

use super::description::fixed;
use super::fit::{Fit, Z_95};
use super::sweep::{Point, Series};
use plotters::prelude::*;

/// Size of one curve's picture, pixels.
const PANEL: (u32, u32) = (480, 360);
/// Samples of a curve.
const NUM_SAMPLES: u32 = 200;
/// Room beside the swept amplitudes, share of their range.
const MARGIN: f64 = 0.06;

/// An SVG with a panel a curve, two in a row.
///
/// # Errors
/// What the drawing library says.
pub fn svg(curves: &[(Series, Fit)]) -> Result<String, String> {
    let mut text = String::new();
    let rows = curves.len().div_ceil(2).max(1) as u32;
    let columns = curves.len().clamp(1, 2) as u32;
    {
        let size = (columns * PANEL.0, rows * PANEL.1);
        let root = SVGBackend::with_string(&mut text, size).into_drawing_area();
        root.fill(&WHITE).map_err(|e| e.to_string())?;
        let panels = root.split_evenly((rows as usize, columns as usize));
        for ((series, fit), panel) in curves.iter().zip(&panels) {
            panel_of(panel, series, fit).map_err(|e| e.to_string())?;
        }
        root.present().map_err(|e| e.to_string())?;
    }
    Ok(text)
}

type Area<'a> = DrawingArea<SVGBackend<'a>, plotters::coord::Shift>;

fn panel_of(
    panel: &Area,
    series: &Series,
    fit: &Fit,
) -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
    let draw = |e: &dyn std::fmt::Display| e.to_string();
    let volts = series.points.iter().map(|p| p.volt);
    let low = volts.clone().fold(f64::INFINITY, f64::min);
    let high = volts.fold(f64::NEG_INFINITY, f64::max);
    let room = MARGIN * (high - low);
    let (low, high) = (low - room, high + room);
    let title = format!("{} under {}", series.key.name(), series.excitation.name());
    let mut chart = ChartBuilder::on(panel)
        .caption(title, ("sans-serif", 16))
        .margin(10)
        .x_label_area_size(36)
        .y_label_area_size(44)
        .build_cartesian_2d(low..high, -0.02..1.02)
        .map_err(|e| draw(&e))?;
    chart
        .configure_mesh()
        .x_desc("amplitude, V")
        .y_desc("switching probability")
        .x_label_formatter(&|volt| fixed(*volt, digits(high - low)))
        .max_light_lines(0)
        .draw()
        .map_err(|e| draw(&e))?;
    let at = |i: u32| low + (high - low) * f64::from(i) / f64::from(NUM_SAMPLES);
    let curve = (0..=NUM_SAMPLES).map(|i| (at(i), fit.probability(at(i))));
    chart
        .draw_series(LineSeries::new(curve, BLUE.stroke_width(2)))
        .map_err(|e| draw(&e))?;
    let bars = series.points.iter().map(|point| {
        let [from, to] = interval(point);
        ErrorBar::new_vertical(point.volt, from, point.share(), to, BLACK.filled(), 6)
    });
    chart.draw_series(bars).map_err(|e| draw(&e))?;
    Ok(())
}

/// Digits after the point that tell neighbouring labels of an axis of that length apart.
fn digits(length: f64) -> usize {
    // some ten labels an axis
    (1.0 - length.log10()).ceil().clamp(2.0, 9.0) as usize
}

/// 95 % interval of a share by Wilson's score, which stays within 0 and 1.
pub fn interval(point: &Point) -> [f64; 2] {
    let (n, p) = (point.pulses as f64, point.share());
    let z2 = Z_95 * Z_95;
    let middle = (p + z2 / (2.0 * n)) / (1.0 + z2 / n);
    let half = Z_95 / (1.0 + z2 / n) * (p * (1.0 - p) / n + z2 / (4.0 * n * n)).sqrt();
    [(middle - half).max(0.0), (middle + half).min(1.0)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::device::{Device, fit::fit, sample::sample};

    #[test]
    fn a_panel_a_curve() {
        let fitted = |series: Series| {
            let fit = fit(&series).unwrap();
            (series, fit)
        };
        let curves: Vec<_> = sample(&Device::default(), 1, 50)
            .into_iter()
            .map(fitted)
            .collect();
        let text = svg(&curves).unwrap();
        assert!(text.starts_with("<svg") && text.trim_end().ends_with("</svg>"));
        for (series, _) in &curves {
            assert!(text.contains(&series.key.name()));
        }
        assert_eq!(text, svg(&curves).unwrap());
    }

    #[test]
    fn labels_of_narrow_sweeps_differ() {
        assert_eq!([10.0, 0.3, 0.03, 1e-3].map(digits), [2, 2, 3, 4]);
    }

    #[test]
    fn error_bars_stay_within_bounds() {
        for flips in [0, 1, 25, 50] {
            let point = Point {
                volt: 1.0,
                pulses: 50,
                flips,
                line: 1,
            };
            let [low, high] = interval(&point);
            assert!(0.0 <= low && low <= point.share() && point.share() <= high && high <= 1.0);
        }
    }
}
