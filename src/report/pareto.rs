//! LUT against images a second: the Pareto front and its picture.

use plotters::prelude::*;

/// Size of the picture, pixels.
const SIZE: (u32, u32) = (560, 360);
/// Room beside the points, as a factor.
const ROOM: f64 = 1.4;

/// Cores of one array.
#[derive(Clone, Debug)]
pub struct Series {
    /// Its name.
    pub name: String,
    /// The cores.
    pub points: Vec<Point>,
}

/// A core.
#[derive(Clone, Debug)]
pub struct Point {
    /// What it takes.
    pub lut: f64,
    /// What it does in a second.
    pub images: f64,
    /// Stands beside it.
    pub label: String,
    /// No other core of the array is smaller and as fast.
    pub front: bool,
}

/// Which of these (LUT, images a second) no other one beats in both; without LUT it is no point.
pub fn front(places: &[[f64; 2]]) -> Vec<bool> {
    let beats = |a: &[f64; 2], b: &[f64; 2]| {
        a[0] > 0.0 && a[0] <= b[0] && a[1] >= b[1] && (a[0] < b[0] || a[1] > b[1])
    };
    let on_front =
        |place: &[f64; 2]| place[0] > 0.0 && !places.iter().any(|other| beats(other, place));
    places.iter().map(on_front).collect()
}

/// An SVG, both axes logarithmic, a line along the front of each array.
///
/// # Errors
/// What the drawing library says.
pub fn svg(title: &str, lut: &str, series: &[Series]) -> Result<String, String> {
    let mut text = String::new();
    draw(&mut text, title, lut, series).map_err(|e| e.to_string())?;
    Ok(text)
}

fn draw(
    text: &mut String,
    title: &str,
    lut: &str,
    series: &[Series],
) -> Result<(), Box<dyn std::error::Error>> {
    let root = SVGBackend::with_string(text, SIZE).into_drawing_area();
    root.fill(&WHITE)?;
    let points = || series.iter().flat_map(|series| &series.points);
    let range = |of: fn(&Point) -> f64| {
        let low = points().map(of).fold(f64::INFINITY, f64::min);
        let high = points().map(of).fold(0.0, f64::max);
        if low < f64::INFINITY {
            low / ROOM..high * ROOM
        } else {
            1.0..10.0
        }
    };
    let mut chart = ChartBuilder::on(&root)
        .caption(title, ("sans-serif", 16))
        .margin(10)
        .x_label_area_size(36)
        .y_label_area_size(64)
        .build_cartesian_2d(
            range(|point| point.lut).log_scale().base(2.0),
            range(|point| point.images).log_scale(),
        )?;
    chart
        .configure_mesh()
        .x_desc(lut)
        .y_desc("thousand images a second")
        .max_light_lines(0)
        .x_label_formatter(&|lut| format!("{lut:.0}"))
        .y_label_formatter(&|images| format!("{:.0}", images / 1e3))
        .draw()?;
    for (Series { name, points }, color) in series.iter().zip([BLUE, RED, BLACK].iter().cycle()) {
        let mut line: Vec<&Point> = points.iter().filter(|point| point.front).collect();
        line.sort_by(|a, b| a.lut.total_cmp(&b.lut));
        let line = line.into_iter().map(|point| (point.lut, point.images));
        chart.draw_series(LineSeries::new(line, color.stroke_width(2)))?;
        let marks = points
            .iter()
            .map(|p| Circle::new((p.lut, p.images), 4, color.filled()));
        chart.draw_series(marks)?;
        let labels = points.iter().enumerate().map(|(at, point)| {
            let label = if at == 0 {
                format!("{name}: {}", point.label)
            } else {
                point.label.clone()
            };
            let place = (point.lut, point.images);
            EmptyElement::at(place) + Text::new(label, (7, 3), ("sans-serif", 13))
        });
        chart.draw_series(labels)?;
    }
    root.present()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_other_is_smaller_and_as_fast() {
        let places = [
            [10.0, 1.0],
            [20.0, 3.0],
            [25.0, 2.0],
            [30.0, 3.0],
            [0.0, 9.0],
        ];
        assert_eq!(front(&places), [true, true, false, false, false]);
    }

    #[test]
    fn a_picture_of_every_point() {
        let point = |lut, label: &str| Point {
            lut,
            images: 1e5,
            label: label.into(),
            front: true,
        };
        let series = [Series {
            name: "4x5".into(),
            points: vec![point(100.0, "7"), point(300.0, "13")],
        }];
        let text = svg("title", "LUT", &series).unwrap();
        assert!(text.starts_with("<svg") && text.contains("4x5: 7") && text.contains("13"));
        assert_eq!(text, svg("title", "LUT", &series).unwrap());
        assert!(svg("nothing", "LUT", &[]).unwrap().starts_with("<svg"));
    }
}
