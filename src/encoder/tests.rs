//! The fast writings against literal ones of the formulas, and against the reference files.

use proptest::prelude::*;

use super::*;
use crate::random::Stream;

fn at(p: &Image, y: i32, x: i32) -> i32 {
    let inside = (0..28).contains(&y) && (0..28).contains(&x);
    if inside {
        i32::from(p[(28 * y + x) as usize])
    } else {
        0
    }
}

fn gradient(p: &Image, y: i32, x: i32) -> (i32, i32) {
    let g = |dy, dx| at(p, y + dy, x + dx);
    let gx = 2 * (g(0, 1) - g(0, -1)) + (g(-1, 1) - g(-1, -1)) + (g(1, 1) - g(1, -1));
    let gy = 2 * (g(1, 0) - g(-1, 0)) + (g(1, -1) - g(-1, -1)) + (g(1, 1) - g(-1, 1));
    (gx / 4, gy / 4)
}

fn plain_rows(
    p: &Image,
    windows: i32,
    size: i32,
    origin: fn(i32) -> i32,
    code: fn(i32, i32) -> i32,
    directions: i32,
) -> Vec<u16> {
    let mut rows = Vec::new();
    for wy in 0..windows {
        for wx in 0..windows {
            let mut seen = [false; 16];
            for y in 0..size {
                for x in 0..size {
                    let (gx, gy) = gradient(p, origin(wy) + y, origin(wx) + x);
                    if gx.abs() + gy.abs() >= 80 {
                        seen[code(gx, gy) as usize] = true;
                    }
                }
            }
            for d in 0..directions {
                if seen[d as usize] {
                    rows.push((directions * (windows * wy + wx) + d) as u16);
                }
            }
        }
    }
    rows
}

fn plain_edge16(p: &Image) -> Vec<u16> {
    let code = |gx: i32, gy: i32| {
        let (ax, ay) = (gx.abs(), gy.abs());
        let (mx, mn) = (ax.max(ay), ax.min(ay));
        let t = if 5 * mn < mx {
            0
        } else if 3 * mn < 2 * mx {
            1
        } else {
            2
        };
        let a = if ax > ay { t } else { 4 - t };
        let h = if gx > 0 { a } else { 8 - a };
        (if gy > 0 { h } else { 16 - h }) & 15
    };
    plain_rows(p, 7, 3, |w| 3 * w + 3, code, 16)
}

fn plain_edge12(p: &Image) -> Vec<u16> {
    let code = |gx: i32, gy: i32| {
        let (ax, ay) = (gx.abs(), gy.abs());
        let same = (gx > 0) == (gy > 0);
        let q = match (ax > 4 * ay, ay > 4 * ax, ax > ay, same) {
            (true, ..) => 0,
            (_, true, ..) => 3,
            (_, _, true, true) => 1,
            (_, _, true, false) => 5,
            (_, _, false, true) => 2,
            (_, _, false, false) => 4,
        };
        2 * q + i32::from(if q == 3 { gy > 0 } else { gx > 0 })
    };
    plain_rows(p, 8, 5, |w| 5 * w / 2 + 3, code, 12)
}

fn plain_normalise(p: &Image) -> Image {
    let (mut m, mut sx, mut sy, mut xx, mut xy, mut yy) = (0, 0, 0, 0, 0, 0);
    for y in 0..28 {
        for x in 0..28 {
            let v = at(p, y, x) >> 4;
            let (dx, dy) = (x - 14, y - 14);
            m += v;
            sx += v * dx;
            sy += v * dy;
            xx += v * dx * dx;
            xy += v * dx * dy;
            yy += v * dy * dy;
        }
    }
    let m = m.max(1);
    let (cx, cy) = (16 * sx / m, 16 * sy / m);
    let mxx = xx - sx * sx / m;
    let mxy = xy - sx * sy / m;
    let myy = (yy - sy * sy / m).max(1);
    let al = (64 * mxy / myy).clamp(-64, 64);
    let vx = mxx - al * mxy / 64;
    let kk = 11
        + (11..=21)
            .filter(|j| 64 * vx >= m * (2 * j + 1) * (2 * j + 1))
            .count() as i32;
    let mut out = [0; PIXELS];
    for y in 0..28 {
        let kx = 4 * kk;
        let mut s = 896 + 4 * cx + ((kx * (-224 - cx)) >> 4) + ((al * (16 * (y - 14) - cy)) >> 4);
        for x in 0..28 {
            let (xi, f) = (s >> 6, (s >> 3) & 7);
            out[(28 * y + x) as usize] =
                ((at(p, y, xi) * (8 - f) + at(p, y, xi + 1) * f) >> 3) as u8;
            s += kx;
        }
    }
    out
}

fn plain_warp(p: &Image, seed: u64, presentation: u64) -> Image {
    let mut stream = Stream::numbered(seed, 1);
    stream.seek(presentation);
    let mut u = |n: i16| i32::from(stream.symmetric(n));
    let (a, e, r, s, tx, ty) = (u(20), u(20), u(24), u(24), u(48), u(48));
    let mut points = [[[0; 5]; 5]; 2];
    for (dv, i) in (-27..).step_by(14).zip(0..5) {
        for (du, j) in (-27..).step_by(14).zip(0..5) {
            points[0][i][j] = tx + (a * du + (s - r) * dv) / 8 + u(80);
            points[1][i][j] = ty + (e * dv + r * du) / 8 + u(80);
        }
    }
    let mix = |p: i32, q: i32, f: usize| (p * (7 - f as i32) + q * f as i32) / 7;
    let mut out = [0; PIXELS];
    for y in 2..26usize {
        for x in 2..26usize {
            let d = [0, 1].map(|k| {
                let (i, j) = (y / 7, x / 7);
                let left = mix(points[k][i][j], points[k][i + 1][j], y % 7);
                let right = mix(points[k][i][j + 1], points[k][i + 1][j + 1], y % 7);
                mix(left, right, x % 7)
            });
            let (sx, sy) = (64 * x as i32 + d[0], 64 * y as i32 + d[1]);
            let (xi, fx, yi, fy) = (sx >> 6, sx & 63, sy >> 6, sy & 63);
            let upper = at(p, yi, xi) * (64 - fx) + at(p, yi, xi + 1) * fx;
            let lower = at(p, yi + 1, xi) * (64 - fx) + at(p, yi + 1, xi + 1) * fx;
            out[28 * y + x] = ((upper * (64 - fy) + lower * fy) >> 12) as u8;
        }
    }
    out
}

/// Noise, or blobs on a black ground, which is more like a digit.
fn any_image() -> impl Strategy<Value = Image> {
    (any::<u64>(), 0u32..4, 0usize..40).prop_map(|(seed, kind, blobs)| {
        let mut stream = Stream::new(seed);
        let mut image = [0; PIXELS];
        if kind == 0 {
            image.iter_mut().for_each(|p| *p = stream.below(256) as u8);
        }
        for _ in 0..blobs {
            let (y, x) = (stream.below(27) as usize, stream.below(27) as usize);
            for at in [28 * y + x, 28 * y + x + 1, 28 * y + 28 + x, 28 * y + 29 + x] {
                image[at] = if kind == 1 {
                    255
                } else {
                    stream.below(256) as u8
                };
            }
        }
        image
    })
}

fn rows(bits: RowBits) -> Vec<u16> {
    let mut rows = Vec::new();
    bits.rows(&mut rows);
    assert_eq!(rows.len(), bits.count());
    rows
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn fast_equals_plain(image in any_image(), seed in any::<u64>(), presentation in 0u64..9_000_000) {
        prop_assert_eq!(rows(edge16(&image)), plain_edge16(&image));
        prop_assert_eq!(rows(edge12(&image)), plain_edge12(&image));
        prop_assert_eq!(normalise(&image), plain_normalise(&image));
        let warped = Warp::new(seed).warp(&image, presentation);
        prop_assert_eq!(warped, plain_warp(&image, seed, presentation));
        let active: Vec<u16> = (0..784).filter(|&r| image[usize::from(r)] >= 96).collect();
        prop_assert_eq!(rows(raw(&image)), active);
    }
}

#[test]
fn pooled_windows() {
    let image = std::array::from_fn(|i| {
        let (y, x) = (i / 28, i % 28);
        if (y.abs_diff(9).pow(2) + x.abs_diff(16).pow(2)) % 90 < 40 {
            250
        } else {
            0
        }
    });
    for (code, rows_needed, side, directions) in
        [(Code::Edge16, 784, 7, 16), (Code::Edge12, 768, 8, 12)]
    {
        let encoder = Encoder {
            code,
            normaliser: false,
        };
        let full = rows(encoder.bits(&image));
        assert!(full.len() > 100);
        for available in directions..800usize {
            let fitted = encoder.fit(available, 1).unwrap();
            let pooled = rows(fitted.bits(&image));
            let fit = (1..=side)
                .filter(|g| directions * g * g <= available)
                .max()
                .unwrap();
            let plain: std::collections::BTreeSet<u16> = full
                .iter()
                .map(|&row| {
                    let (window, d) =
                        (usize::from(row) / directions, usize::from(row) % directions);
                    let (y, x) = (window / side * fit / side, window % side * fit / side);
                    (directions * (fit * y + x) + d) as u16
                })
                .collect();
            assert!(pooled.iter().eq(&plain), "{} {available}", code.name());
            assert!(pooled.iter().all(|&row| usize::from(row) < available));
            assert_eq!(available >= rows_needed, pooled == full, "{available}");
        }
        let error = encoder.fit(directions - 1, 1).unwrap_err().to_string();
        assert!(
            error.contains("give at least") && error.contains("--array"),
            "{error}"
        );
    }
    let raw = Encoder {
        code: Code::Raw,
        normaliser: true,
    };
    assert_eq!(raw.fit(784, 1).unwrap().bits(&image), raw.bits(&image));
    assert!(
        raw.fit(783, 1)
            .unwrap_err()
            .to_string()
            .contains("--code edge16")
    );
}

#[test]
fn extreme_shapes() {
    for corner in [0, 27, 28 * 27, 28 * 27 + 27] {
        let mut image = [0; PIXELS];
        image[corner] = 255;
        assert_eq!(normalise(&image), plain_normalise(&image));
        image[28 * 14 + 14] = 255;
        assert_eq!(normalise(&image), plain_normalise(&image));
    }
    let diagonal = std::array::from_fn(|i| if i % 29 == 0 { 255 } else { 0 });
    assert_eq!(normalise(&diagonal), plain_normalise(&diagonal));
    assert_eq!(normalise(&[255; PIXELS]), plain_normalise(&[255; PIXELS]));
}

#[test]
fn shifts() {
    let mut image = [0; PIXELS];
    image[28 * 5 + 27] = 9;
    image[28 * 5 + 3] = 4;
    let right = shift(&image, 1, 0);
    assert_eq!(
        (right[28 * 5 + 4], right[28 * 5 + 27], right[28 * 6]),
        (4, 0, 0)
    );
    assert_eq!(shift(&image, 0, -1)[28 * 4 + 27], 9);
}

#[test]
fn names_round_trip() {
    for code in [Code::Edge16, Code::Edge12, Code::Raw] {
        assert_eq!(Code::from_name(code.name()), Some(code));
    }
    assert_eq!(Code::from_name("sobel"), None);
}

#[test]
fn reference_files() {
    let Some(folder) = crate::data::mnist::reference_or_skip() else {
        return;
    };
    let test = crate::data::mnist::load(Some(&folder)).unwrap();
    let read = |name: &str| std::fs::read(folder.join("reference").join(name)).unwrap();
    for (code, name) in [(Code::Edge16, "edge16"), (Code::Edge12, "edge12")] {
        for (normaliser, kind) in [(true, "normaliser"), (false, "plain")] {
            let expected = read(&format!("{name}_{kind}_test100.bin"));
            assert_eq!(expected.len(), 100 * 98);
            let encoder = Encoder { code, normaliser };
            for (i, bytes) in expected.chunks(98).enumerate() {
                assert_eq!(
                    encoder.bits(test.test.image(i)).to_bytes(),
                    bytes,
                    "{name} {kind} image {i}"
                );
            }
        }
    }
    let mut warp = Warp::new(1);
    for (i, pixels) in read("warp_seed1_epoch0_train20.bin")
        .chunks(784)
        .enumerate()
    {
        assert_eq!(
            &warp.warp(test.train.image(i), i as u64),
            pixels,
            "warp {i}"
        );
    }
}

#[test]
fn a_row_points_where_its_gradient_points() {
    // bright on one side of a line through the middle, by the direction of the gradient
    for angle in (0..360).step_by(30) {
        let (sin, cos) = f64::from(angle).to_radians().sin_cos();
        let mut image = [0; PIXELS];
        for (index, pixel) in image.iter_mut().enumerate() {
            let [x, y] = [index % SIDE, index / SIDE].map(|at| at as f64 - 13.0);
            *pixel = (127.0 + 60.0 * (x * cos + y * sin)).clamp(0.0, 255.0) as u8;
        }
        for (code, bits) in [
            (Code::Edge12, edge12(&image)),
            (Code::Edge16, edge16(&image)),
        ] {
            let grid = Grid::of(code, NUM_ROWS);
            let mut rows = Vec::new();
            bits.rows(&mut rows);
            assert!(!rows.is_empty());
            for row in rows {
                let pointed = grid.angle_degree(row.into()).unwrap();
                let off = (pointed - f64::from(angle) + 540.0) % 360.0 - 180.0;
                let [x, y] = grid
                    .cell(row.into())
                    .map(|at| (at as f64 + 0.5) / grid.side as f64 - 0.5);
                assert!(
                    off.abs() <= 16.0,
                    "{code:?} {angle}: row {row} points to {pointed}"
                );
                assert!(
                    (x * cos + y * sin).abs() < 0.3,
                    "{code:?} {angle}: row {row} at {x} {y}"
                );
            }
        }
    }
}
