use super::*;
use crate::device::sample::sample;
use crate::device::sweep::{CurveKey, Excitation};
use crate::device::{Axis, Device};

fn series(points: &[(f64, u64, u64)]) -> Series {
    let point = |(line, &(volt, pulses, flips)): (usize, &(f64, u64, u64))| Point {
        volt,
        pulses,
        flips,
        line: line as u64 + 2,
    };
    Series {
        key: CurveKey::ALL[0],
        excitation: Excitation {
            axis: Axis::X,
            polarity: None,
        },
        points: points.iter().enumerate().map(point).collect(),
    }
}

fn fault(points: &[(f64, u64, u64)]) -> String {
    fit(&series(points)).unwrap_err()
}

/// A drawn sweep of 5,000 pulses a point: centre within 3 mV, slope within 5 %, and the 95 %
/// intervals cover the truth in 90 to 99 of 100 seeds, for each of the four curves.
#[test]
fn a_drawn_sweep_gives_its_curve_back() {
    let mut device = Device::default();
    for (index, curve) in device.curves.iter_mut().enumerate() {
        curve.centre_volt *= 1.0 + 0.004 * index as f64;
        curve.slope_per_volt *= 1.0 - 0.1 * index as f64;
    }
    let mut covered = [[0; 2]; 4];
    for seed in 0..100 {
        for series in sample(&device, seed, 5000) {
            let truth = device.curve(series.key);
            let fit = fit(&series).unwrap();
            let off = fit.centre_volt.value - truth.centre_volt;
            assert!(off.abs() < 3e-3, "seed {seed}: centre {off} V off");
            let ratio = fit.slope_per_volt.value / truth.slope_per_volt;
            assert!((ratio - 1.0).abs() < 0.05, "seed {seed}: slope x {ratio}");
            let pairs = [
                (fit.centre_volt, truth.centre_volt),
                (fit.slope_per_volt, truth.slope_per_volt),
            ];
            for (hits, (estimate, truth)) in covered[series.key.index()].iter_mut().zip(pairs) {
                let [low, high] = estimate.interval();
                *hits += usize::from(low <= truth && truth <= high);
            }
            assert!(!fit.separated && fit.degrees_of_freedom == 13);
        }
    }
    println!("covered, of 100 seeds: {covered:?}");
    let all = covered.iter().flatten();
    assert!(
        all.clone().all(|hits| (90..=99).contains(hits)),
        "{covered:?}"
    );
}

/// The deviance of true models is spread as chi-squared is: one p-value in ten is below 0.1.
#[test]
fn p_values_are_uniform() {
    let device = Device::default();
    let mut low = 0;
    for seed in 0..100 {
        let p = |series: &Series| fit(series).unwrap().p_value.unwrap();
        low += sample(&device, seed, 5000)
            .iter()
            .filter(|s| p(s) < 0.1)
            .count();
    }
    assert!((20..=60).contains(&low), "{low} of 400");
}

#[test]
fn a_wrong_model_is_seen() {
    // half of the junctions switch at another place
    let points: Vec<_> = (0..15)
        .map(|i| {
            let v = f64::from(i);
            let p = 0.5 * logistic(4.0 * (v - 3.0)) + 0.5 * logistic(4.0 * (v - 11.0));
            (v, 5000, (5000.0 * p).round() as u64)
        })
        .collect();
    assert!(fit(&series(&points)).unwrap().p_value.unwrap() < 1e-6);
}

/// By hand: two points, so the curve goes through both.
#[test]
fn two_points_are_met_exactly() {
    let fit = fit(&series(&[(1.0, 100, 20), (2.0, 100, 80)])).unwrap();
    assert!((fit.centre_volt.value - 1.5).abs() < 1e-9);
    assert!((fit.slope_per_volt.value - 2.0 * 4f64.ln()).abs() < 1e-9);
    // variance of a logit: 1 / (n p q) = 1/16, of both ends
    assert!((fit.slope_per_volt.standard_error - (2.0f64 / 16.0).sqrt()).abs() < 1e-9);
    assert_eq!((fit.p_value, fit.degrees_of_freedom), (None, 0));
    assert!(fit.deviance.abs() < 1e-9);
}

#[test]
fn rising_and_falling_on_either_side_of_zero() {
    let rise = [(3.6, 50, 2), (3.7, 50, 20), (3.8, 50, 40), (3.9, 50, 49)];
    let of = |map: &dyn Fn((f64, u64, u64)) -> (f64, u64, u64)| {
        let points: Vec<_> = rise.iter().map(|&p| map(p)).collect();
        let fit = fit(&series(&points)).unwrap();
        (fit.centre_volt.value, fit.slope_per_volt.value)
    };
    let (centre, slope) = of(&|p| p);
    let near = |found: (f64, f64), c: f64, s: f64| {
        assert!(
            (found.0 - c).abs() < 1e-6 && (found.1 - s).abs() < 1e-6,
            "{found:?}"
        );
    };
    assert!(slope > 0.0 && (3.7..3.8).contains(&centre));
    near(of(&|(v, n, k)| (-v, n, k)), -centre, -slope);
    near(of(&|(v, n, k)| (v, n, n - k)), centre, -slope);
    near(of(&|(v, n, k)| (-v, n, n - k)), -centre, slope);
}

#[test]
fn points_at_0_and_at_1_are_points() {
    let points = [
        (1.0, 50, 0),
        (2.0, 50, 0),
        (3.0, 50, 10),
        (4.0, 50, 41),
        (5.0, 50, 50),
    ];
    let fit = fit(&series(&points)).unwrap();
    assert!(!fit.separated && (3.0..4.0).contains(&fit.centre_volt.value));
}

#[test]
fn separated_flips_get_a_finite_fit_that_says_so() {
    for points in [
        &[(1.0, 50, 0), (2.0, 50, 0), (3.0, 50, 50), (4.0, 50, 50)][..],
        &[(1.0, 50, 50), (2.0, 50, 50), (3.0, 50, 0), (4.0, 50, 0)][..],
        &[(1.0, 50, 0), (2.5, 50, 25), (4.0, 50, 50)][..],
        &[(1.0, 1, 0), (4.0, 1, 1)][..],
        &[(1.0, 1_000_000_000, 0), (4.0, 1_000_000_000, 1_000_000_000)][..],
    ] {
        let fit = fit(&series(points)).unwrap();
        assert!(fit.separated, "{points:?}");
        assert!(
            (fit.centre_volt.value - 2.5).abs() < 0.01,
            "{points:?}: {fit:?}"
        );
        assert!(fit.slope_per_volt.value.abs() < 100.0 && fit.slope_per_volt.standard_error > 0.0);
        let rises = points[0].2 < points[points.len() - 1].2;
        assert_eq!(fit.slope_per_volt.value > 0.0, rises);
    }
}

/// Two points in the middle of a wide sweep carry the whole curve: the penalised likelihood is at its
/// top, -6.3, and not on a slope of 1.4/V that explains the ends alone.
#[test]
fn a_steep_separated_sweep_reaches_the_top() {
    let points = [(0.0, 50, 0), (3.8, 50, 0), (3.81, 50, 50), (8.0, 50, 50)];
    let fit = fit(&series(&points)).unwrap();
    assert!(fit.separated && (fit.centre_volt.value - 3.805).abs() < 1e-6);
    // by symmetry two points: half a flip a side, from the leverage of 1 each
    let slope = 2.0 * 101f64.ln() / 0.01;
    assert!(
        (fit.slope_per_volt.value / slope - 1.0).abs() < 1e-3,
        "{fit:?}"
    );
    // upside down, and with every row twice
    let turned: Vec<_> = points.iter().map(|&(v, n, k)| (v, n, n - k)).collect();
    let turned = super::fit(&series(&[&turned[..], &turned[..]].concat())).unwrap();
    assert!(turned.slope_per_volt.value < -slope, "{turned:?}");
}

#[test]
fn a_steep_sweep_over_a_wide_range_is_fitted() {
    let points = [(0.0, 50, 0), (3.8, 50, 1), (3.81, 50, 49), (8.0, 50, 50)];
    let few = fit(&series(&points)).unwrap();
    assert!((few.centre_volt.value - 3.805).abs() < 1e-6);
    let slope = 2.0 * 49f64.ln() / 0.01;
    assert!((few.slope_per_volt.value / slope - 1.0).abs() < 1e-6);
    assert!(few.deviance < 1e-6);

    // 801 points at 400/V, the flips nearest to the model
    let point = |i: u32| {
        let volt = f64::from(i) / 100.0;
        let share = logistic(400.0 * (volt - 3.812));
        (volt, 50, (50.0 * share).round() as u64)
    };
    let many: Vec<_> = (0..=800).map(point).collect();
    let many = fit(&series(&many)).unwrap();
    assert!((many.centre_volt.value - 3.812).abs() < 1e-3, "{many:?}");
    assert!((many.slope_per_volt.value / 400.0 - 1.0).abs() < 0.1);
}

/// A point far on the wrong side: its probability rounds to 1, its deviance stays finite.
#[test]
fn an_outlier_has_a_finite_deviance() {
    let mut points: Vec<_> = (0..40).map(|i| (f64::from(i), 1_000_000, 0)).collect();
    points.iter_mut().skip(20).for_each(|p| p.2 = p.1);
    points.push((1000.0, 1000, 999));
    let fit = fit(&series(&points)).unwrap();
    assert!(fit.deviance.is_finite() && fit.deviance > 100.0, "{fit:?}");
    assert!(fit.p_value.unwrap() < 1e-6);
}

#[test]
fn what_has_no_fit_is_a_sentence() {
    let one = fault(&[(-3.8, 50, 10), (-3.8, 50, 12)]);
    assert!(
        one.contains("lines 2 to 3: left ap_to_p under x has one amplitude alone, -3.8 V"),
        "{one}"
    );
    assert!(fault(&[(1.0, 50, 10)]).starts_with("line 2: "));
    assert!(fault(&[(1.0, 50, 0), (2.0, 9, 0)]).contains("never switched at 1 to 2 V"));
    assert!(fault(&[(1.0, 50, 50), (2.0, 9, 9)]).contains("always switched"));
    let flat = fault(&[(1.0, 50, 25), (2.0, 50, 24), (3.0, 50, 26)]);
    assert!(flat.contains("does not depend on the amplitude"), "{flat}");
}
