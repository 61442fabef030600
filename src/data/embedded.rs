//! Digits that the program draws itself, so that everything works without a file: strokes, bent by a
//! seeded affine map and jitter, drawn with a round pen in integer arithmetic.

use super::strokes::{DIGITS, Point, UNIT};
use super::{Dataset, Image, Images, PIXELS, SIDE};
use crate::data::speech::Learned;
use crate::random::Stream;
use crate::spec::NUM_CLASSES;

/// Name of the data set.
pub const NAME: &str = "embedded";
/// Training images.
pub const NUM_TRAIN: usize = 2000;
/// Test images.
pub const NUM_TEST: usize = 500;
/// Number of the ChaCha8 stream.
const STREAM: u64 = 2;
/// Scale of the affine map: this is 1.
const ONE: i32 = 256;
/// Centre of the image, 1/64 pixel.
const CENTRE: i32 = SIDE as i32 * UNIT / 2;
/// Softness of the pen's edge, 1/64 pixel.
const EDGE: i32 = 64;

/// The data set of a seed; the same bytes on every machine.
pub fn load(seed: u64) -> Dataset {
    let mut stream = Stream::numbered(seed, STREAM);
    Dataset {
        name: NAME.to_owned(),
        learned: Learned::default(),
        train: images(&mut stream, NUM_TRAIN),
        test: images(&mut stream, NUM_TEST),
    }
}

/// Classes in turn: 0 to 9, again and again.
fn images(stream: &mut Stream, count: usize) -> Images {
    let labels: Vec<u8> = (0..count).map(|i| (i % NUM_CLASSES) as u8).collect();
    let pixels = labels
        .iter()
        .flat_map(|&label| draw(usize::from(label), stream))
        .collect();
    Images { pixels, labels }
}

/// One digit, as a hand might vary it.
fn draw(digit: usize, stream: &mut Stream) -> Image {
    let mut random = |reach: i16| i32::from(stream.symmetric(reach));
    let (scale_x, scale_y) = (ONE + random(88), ONE + random(40));
    let (slant, tilt) = (random(100), random(56));
    let (move_x, move_y) = (random(96), random(96));
    let radius = 80 + random(40);
    let mut image = [0; PIXELS];
    for stroke in DIGITS[digit] {
        let points: Vec<Point> = stroke
            .points()
            .into_iter()
            .map(|(x, y)| {
                let moved_x = (scale_x * x - slant * y) / ONE + move_x + random(64);
                let moved_y = (scale_y * y + tilt * x) / ONE + move_y + random(64);
                (CENTRE + moved_x, CENTRE + moved_y)
            })
            .collect();
        for ends in points.windows(2) {
            draw_segment(&mut image, ends[0], ends[1], radius);
        }
    }
    image
}

/// A straight stroke of a round pen; where strokes cross the darker one counts.
fn draw_segment(image: &mut Image, from: Point, to: Point, radius: i32) {
    let reach = radius + EDGE;
    let pixels = |a: i32, b: i32| {
        let first = (a.min(b) - reach).div_euclid(UNIT).max(0);
        let last = (a.max(b) + reach).div_euclid(UNIT).min(SIDE as i32 - 1);
        first..=last
    };
    for y in pixels(from.1, to.1) {
        for x in pixels(from.0, to.0) {
            let centre = (x * UNIT + UNIT / 2, y * UNIT + UNIT / 2);
            let inside = radius + EDGE / 2 - distance(centre, from, to);
            let shade = (255 * inside / EDGE).clamp(0, 255) as u8;
            let pixel = &mut image[y as usize * SIDE + x as usize];
            *pixel = shade.max(*pixel);
        }
    }
}

/// From a point to a segment, 1/64 pixel.
fn distance(point: Point, from: Point, to: Point) -> i32 {
    let along = (i64::from(to.0 - from.0), i64::from(to.1 - from.1));
    let offset = (i64::from(point.0 - from.0), i64::from(point.1 - from.1));
    let length_squared = (along.0 * along.0 + along.1 * along.1).max(1);
    let projected = (along.0 * offset.0 + along.1 * offset.1).clamp(0, length_squared);
    let away = (
        offset.0 - along.0 * projected / length_squared,
        offset.1 - along.1 * projected / length_squared,
    );
    (away.0 * away.0 + away.1 * away.1).isqrt() as i32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_seed_draws_the_same() {
        let (first, again, other) = (load(1), load(1), load(2));
        assert_eq!(first, again);
        assert_ne!(first, other);
        assert_eq!((first.train.len(), first.test.len()), (NUM_TRAIN, NUM_TEST));
    }

    #[test]
    fn digits_look_like_digits() {
        let mut stream = Stream::numbered(3, STREAM);
        let shades = [' ', '.', '+', '#'];
        let mut text = String::new();
        for digit in 0..10 {
            let image = draw(digit, &mut stream);
            for row in image.chunks(SIDE) {
                let line: String = row.iter().map(|&p| shades[usize::from(p >> 6)]).collect();
                text.push_str(line.trim_end());
                text.push('\n');
            }
        }
        insta::assert_snapshot!(text);
    }
}
