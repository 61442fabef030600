//! Line and point plots as SVG. Colours are classes of the style sheet: they follow the scheme.

use maud::{Markup, html};

/// Room around the plot, SVG units: left, right, top, bottom.
const LEFT: f64 = 50.0;
const RIGHT: f64 = 14.0;
const TOP: f64 = 12.0;
const BOTTOM: f64 = 38.0;
/// Ticks that an axis has about.
const NUM_TICKS: f64 = 5.0;

/// One axis.
#[derive(Clone, Debug)]
pub struct Axis {
    label: String,
    range: [f64; 2],
    log: bool,
    /// No tick is nearer to the next.
    least_step: f64,
    /// Ticks with their own words; none: by the range.
    names: Vec<(f64, String)>,
}

impl Axis {
    /// From `low` to `high`; a range of nothing is widened.
    pub fn linear(label: &str, low: f64, high: f64) -> Self {
        let room = if high > low { 0.0 } else { 0.5 };
        Axis {
            label: label.to_owned(),
            range: [low - room, high + room],
            log: false,
            least_step: 0.0,
            names: Vec::new(),
        }
    }

    /// The same by powers of ten; both ends above 0.
    pub fn log(label: &str, low: f64, high: f64) -> Self {
        Axis {
            log: true,
            ..Axis::linear(label, low, high.max(low * 1.01))
        }
    }

    /// With ticks at whole numbers alone.
    pub fn whole(self) -> Self {
        Axis {
            least_step: 1.0,
            ..self
        }
    }

    /// With these ticks.
    pub fn named(self, names: Vec<(f64, String)>) -> Self {
        Axis { names, ..self }
    }

    /// Place of a value, 0 to 1.
    fn share(&self, value: f64) -> f64 {
        let [low, high] = self.range;
        let share = match self.log {
            true => (value.max(low) / low).ln() / (high / low).ln(),
            false => (value - low) / (high - low),
        };
        share.clamp(-0.02, 1.02)
    }

    fn ticks(&self) -> Vec<(f64, String)> {
        if !self.names.is_empty() {
            return self.names.clone();
        }
        let [low, high] = self.range;
        if self.log {
            let powers = low.log10().ceil() as i32..=high.log10().floor() as i32;
            let tick = |power: i32| (10f64.powi(power), number(10f64.powi(power), 0));
            return powers.map(tick).collect();
        }
        let step = nice((high - low) / NUM_TICKS).max(self.least_step);
        let digits = (-step.log10().floor()).max(0.0) as usize;
        let first = (low / step).ceil() as i64;
        let last = (high / step + 1e-9).floor() as i64;
        (first..=last)
            .map(|i| (i as f64 * step, number(i as f64 * step, digits)))
            .collect()
    }
}

/// 1, 2 or 5 times a power of ten, about `step`.
fn nice(step: f64) -> f64 {
    let power = 10f64.powf(step.log10().floor());
    let of_power = step / power;
    let factors = [(1.5, 1.0), (3.5, 2.0), (7.5, 5.0)];
    let factor = factors.iter().find(|(below, _)| of_power < *below);
    power * factor.map_or(10.0, |(_, factor)| *factor)
}

/// A number with thin spaces between thousands, and no minus before a zero.
pub fn number(value: f64, digits: usize) -> String {
    let text = format!("{:.digits$}", value.abs());
    let (whole, rest) = text.split_at(text.find('.').unwrap_or(text.len()));
    let mut grouped = String::new();
    for (index, digit) in whole.chars().enumerate() {
        if index > 0 && (whole.len() - index).is_multiple_of(3) {
            grouped.push('\u{202f}');
        }
        grouped.push(digit);
    }
    let is_zero = text.chars().all(|c| c == '0' || c == '.');
    let sign = if value < 0.0 && !is_zero {
        "\u{2212}"
    } else {
        ""
    };
    format!("{sign}{grouped}{rest}")
}

/// A plot that is being drawn.
#[derive(Clone, Debug)]
pub struct Chart {
    size: [f64; 2],
    x: Axis,
    y: Axis,
    drawn: Vec<Markup>,
}

impl Chart {
    /// An empty plot of `width` x `height` SVG units.
    pub fn new(width: u32, height: u32, x: Axis, y: Axis) -> Self {
        Chart {
            size: [width.into(), height.into()],
            x,
            y,
            drawn: Vec::new(),
        }
    }

    fn at(&self, [x, y]: [f64; 2]) -> [f64; 2] {
        let [width, height] = self.size;
        [
            LEFT + self.x.share(x) * (width - LEFT - RIGHT),
            height - BOTTOM - self.y.share(y) * (height - TOP - BOTTOM),
        ]
    }

    /// A line through points, of a class of the style sheet.
    pub fn line(&mut self, class: &str, points: impl IntoIterator<Item = [f64; 2]>) {
        let mut path = String::new();
        for point in points {
            let [x, y] = self.at(point);
            let letter = if path.is_empty() { 'M' } else { 'L' };
            path += &format!("{letter}{x:.1} {y:.1}");
        }
        self.drawn
            .push(html! { path class={ "line " (class) } d=(path) {} });
    }

    /// Dots, each with a title.
    pub fn dots(
        &mut self,
        class: &str,
        radius: f64,
        points: impl IntoIterator<Item = ([f64; 2], String)>,
    ) {
        for (point, title) in points {
            let [x, y] = self.at(point);
            self.drawn.push(html! {
                circle class={ "dot " (class) } cx=(short(x)) cy=(short(y)) r=(radius) {
                    @if !title.is_empty() { title { (title) } }
                }
            });
        }
    }

    /// Very many dots in one path.
    pub fn cloud(&mut self, class: &str, half: f64, points: impl IntoIterator<Item = [f64; 2]>) {
        let mut path = String::new();
        let side = 2.0 * half;
        for point in points {
            let [x, y] = self.at(point);
            path += &format!("M{:.1} {:.1}h{side}v{side}h-{side}z", x - half, y - half);
        }
        self.drawn
            .push(html! { path class={ "fill " (class) } d=(path) {} });
    }

    /// A vertical interval.
    pub fn interval(&mut self, class: &str, x: f64, [low, high]: [f64; 2]) {
        self.line(class, [[x, low], [x, high]]);
    }

    /// A bar from the floor, `from` to `to` on the x axis.
    pub fn bar(&mut self, class: &str, [from, to]: [f64; 2], [low, high]: [f64; 2], title: String) {
        let ([left, bottom], [right, top]) = (self.at([from, low]), self.at([to, high]));
        let (top, bottom) = (top.min(bottom), top.max(bottom));
        self.drawn.push(html! {
            rect class={ "fill " (class) } x=(short(left)) y=(short(top))
                width=(short((right - left - 1.0).max(0.8))) height=(short(bottom - top)) {
                @if !title.is_empty() { title { (title) } }
            }
        });
    }

    /// A word beside a point, moved by SVG units; `anchor` start, middle or end.
    pub fn word(
        &mut self,
        class: &str,
        point: [f64; 2],
        [right, down]: [f64; 2],
        anchor: &str,
        word: &str,
    ) {
        let [x, y] = self.at(point);
        self.drawn.push(html! {
            text class={ "word " (class) } x=(short(x + right)) y=(short(y + down))
                text-anchor=(anchor) { (word) }
        });
    }

    /// The picture; `title` says what it shows to those who do not see it.
    pub fn svg(self, title: &str) -> Markup {
        let [width, height] = self.size;
        let (floor, right) = (height - BOTTOM, width - RIGHT);
        let middle = [(LEFT + right) / 2.0, (TOP + floor) / 2.0];
        html! {
            svg class="chart" width=(width) height=(height) viewBox={ "0 0 " (width) " " (height) }
                role="img" aria-label=(title) {
                title { (title) }
                @for (value, word) in self.y.ticks() {
                    @let y = short(self.at([self.x.range[0], value])[1]);
                    path class="grid" d={ "M" (LEFT) " " (y) "H" (right) } {}
                    text class="tick" x=(LEFT - 6.0) y=(y) dy="4" text-anchor="end" { (word) }
                }
                @for (value, word) in self.x.ticks() {
                    @let x = short(self.at([value, self.y.range[0]])[0]);
                    path class="axis" d={ "M" (x) " " (floor) "v4" } {}
                    text class="tick" x=(x) y=(floor + 16.0) text-anchor="middle" { (word) }
                }
                path class="axis" d={ "M" (LEFT) " " (floor) "H" (right) } {}
                text class="label" x=(middle[0]) y=(height - 5.0) text-anchor="middle" {
                    (self.x.label) }
                text class="label" transform={ "translate(11 " (middle[1]) ") rotate(-90)" }
                    text-anchor="middle" { (self.y.label) }
                @for part in &self.drawn { (part) }
            }
        }
    }
}

/// A coordinate with one digit.
fn short(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ticks_are_round_and_inside() {
        let words = |axis: Axis| -> Vec<String> { axis.ticks().into_iter().map(|t| t.1).collect() };
        assert_eq!(
            words(Axis::linear("", 0.0, 1.0)),
            ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]
        );
        assert_eq!(
            words(Axis::linear("", 88.0, 100.0)),
            ["88", "90", "92", "94", "96", "98", "100"]
        );
        assert_eq!(
            words(Axis::linear("", 40.0, 42.0).whole()),
            ["40", "41", "42"]
        );
        assert_eq!(
            words(Axis::log("", 20.0, 20_000.0)),
            ["100", "1\u{202f}000", "10\u{202f}000"]
        );
        assert_eq!(words(Axis::linear("", -0.5, 0.5))[0], "\u{2212}0.4");
        assert!(!words(Axis::linear("", 3.0, 3.0)).is_empty());
    }

    #[test]
    fn numbers_in_groups() {
        assert_eq!(number(1234567.891, 1), "1\u{202f}234\u{202f}567.9");
        assert_eq!([number(-0.01, 1), number(-12.0, 0)], ["0.0", "\u{2212}12"]);
    }
}
