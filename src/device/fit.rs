//! Binomial maximum-likelihood fit of a switching curve.
//!
//! Model: `logit P = slope (V - centre)`, flips binomial. Newton's method on the log-likelihood
//! (iteratively reweighted least squares), a step halved until the likelihood rises; covariance from the information matrix, carried over to
//! centre and slope by the delta method; 95 % Wald intervals; goodness of fit by the deviance.
//!
//! Where the flips are separated (all below an amplitude stay, all above switch) the likelihood has
//! no maximum: the slope would be infinite. Then Firth's penalised likelihood is fitted (D. Firth,
//! Biometrika 80, 1993), which is finite, and the fit says so.

use super::scale::Scale;
use super::sweep::{Point, Series};
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Half width of a 95 % interval, standard errors.
pub const Z_95: f64 = 1.959_963_985;
/// Newton steps before giving up.
const MAX_STEPS: usize = 200;
/// Halvings of a step that does not raise the likelihood: past them it is at its rounding.
const MAX_HALVINGS: usize = 50;
/// A step this small ends the search, in logits.
const TOLERANCE: f64 = 1e-9;

/// A number with its standard error.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Estimate {
    /// The estimate.
    pub value: f64,
    /// Standard error, same unit.
    pub standard_error: f64,
}

impl Estimate {
    /// 95 % interval.
    pub fn interval(&self) -> [f64; 2] {
        let half = Z_95 * self.standard_error;
        [self.value - half, self.value + half]
    }
}

/// A fitted curve.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fit {
    /// Amplitude at which half of the pulses switch, volt.
    pub centre_volt: Estimate,
    /// Slope of the logit, 1/volt; negative where switching falls with the signed amplitude.
    pub slope_per_volt: Estimate,
    /// Deviance: twice the log-likelihood that a free probability at each point would add.
    pub deviance: f64,
    /// Points less the two parameters.
    pub degrees_of_freedom: usize,
    /// Chance of a deviance as large, were the model true; none without a degree of freedom.
    pub p_value: Option<f64>,
    /// The flips are separated: a penalised fit.
    pub separated: bool,
}

impl Fit {
    /// Switching probability at an amplitude.
    pub fn probability(&self, volt: f64) -> f64 {
        logistic(self.slope_per_volt.value * (volt - self.centre_volt.value))
    }
}

/// `1 / (1 + e^-x)`.
pub fn logistic(x: f64) -> f64 {
    1.0 / (1.0 + (-x).exp())
}

/// Fits a curve.
///
/// # Errors
/// A sentence with lines, values and remedy where there is one amplitude only, where no pulse or
/// every pulse switched, and where the flips do not depend on the amplitude.
pub fn fit(series: &Series) -> Result<Fit, String> {
    let name = format!("{} under {}", series.key.name(), series.excitation.name());
    let points = &series.points;
    let lines = lines(points);
    let volts = points.iter().map(|p| p.volt);
    let (low, high) = (
        volts.clone().fold(f64::INFINITY, f64::min),
        volts.fold(f64::NEG_INFINITY, f64::max),
    );
    if low == high {
        return Err(format!(
            "{lines}: {name} has one amplitude alone, {low} V: centre and slope need two or more"
        ));
    }
    let range = format!("{low} to {high} V");
    if points.iter().all(|p| p.flips == 0) {
        return Err(format!(
            "{lines}: {name} never switched at {range}: sweep larger amplitudes"
        ));
    }
    if points.iter().all(|p| p.flips == p.pulses) {
        return Err(format!(
            "{lines}: {name} always switched at {range}: sweep smaller amplitudes"
        ));
    }
    let scale = Scale::of(points);
    let separated = is_separated(points);
    let found = search(points, &scale, separated)
        .ok_or_else(|| format!("{lines}: {name} has no fit at {range}: check the flips"))?;
    let [_, slope] = found.beta;
    if !separated && slope.abs() < Z_95 * found.covariance[1][1].sqrt() {
        return Err(format!(
            "{lines}: {name} does not depend on the amplitude at {range} (slope {:.3} +- {:.3} 1/V): sweep a wider range, or more pulses",
            slope / scale.spread,
            found.covariance[1][1].sqrt() / scale.spread
        ));
    }
    let degrees_of_freedom = points.len().saturating_sub(2);
    let deviance = deviance(points, |p| found.logit(scale.of_volt(p.volt)));
    Ok(Fit {
        centre_volt: found.centre(&scale),
        slope_per_volt: Estimate {
            value: slope / scale.spread,
            standard_error: found.covariance[1][1].sqrt() / scale.spread,
        },
        deviance,
        degrees_of_freedom,
        p_value: ChiSquared::new(degrees_of_freedom as f64)
            .ok()
            .filter(|_| degrees_of_freedom > 0)
            .map(|chi| chi.sf(deviance)),
        separated,
    })
}

/// `line 4`, or `lines 2 to 16`.
fn lines(points: &[Point]) -> String {
    let lines = points.iter().map(|p| p.line);
    let (first, last) = (lines.clone().min().unwrap_or(0), lines.max().unwrap_or(0));
    if first == last {
        format!("line {first}")
    } else {
        format!("lines {first} to {last}")
    }
}

/// No amplitude at which a pulse switched lies on the wrong side of one at which a pulse did not.
fn is_separated(points: &[Point]) -> bool {
    let range = |wanted: fn(&Point) -> bool| {
        let volts = points.iter().filter(|p| wanted(p)).map(|p| p.volt);
        (
            volts.clone().fold(f64::INFINITY, f64::min),
            volts.fold(f64::NEG_INFINITY, f64::max),
        )
    };
    let (low_flip, high_flip) = range(|p| p.flips > 0);
    let (low_stay, high_stay) = range(|p| p.flips < p.pulses);
    low_flip >= high_stay || high_flip <= low_stay
}

/// Offset and slope of the logit in scaled amplitudes, and their covariance.
struct Found {
    beta: [f64; 2],
    covariance: [[f64; 2]; 2],
}

impl Found {
    fn logit(&self, x: f64) -> f64 {
        self.beta[0] + self.beta[1] * x
    }

    /// Centre in volt; its variance by the delta method.
    fn centre(&self, scale: &Scale) -> Estimate {
        let ([offset, slope], v) = (self.beta, self.covariance);
        let centre = -offset / slope;
        // d centre / d offset = -1 / slope; d centre / d slope = -centre / slope
        let variance =
            (v[0][0] + 2.0 * centre * v[0][1] + centre * centre * v[1][1]) / slope.powi(2);
        Estimate {
            value: scale.middle + scale.spread * centre,
            standard_error: scale.spread * variance.max(0.0).sqrt(),
        }
    }
}

/// The best of the climbs from the seen transition and from a flat curve: a penalised likelihood may
/// have more than one top. None where no climb settles.
fn search(points: &[Point], scale: &Scale, penalised: bool) -> Option<Found> {
    let pulses: f64 = points.iter().map(|p| p.pulses as f64).sum();
    let flips: f64 = points.iter().map(|p| p.flips as f64).sum();
    let flat = [(flips / (pulses - flips)).ln(), 0.0];
    let starts = [[0.0, scale.steepness], flat];
    starts
        .into_iter()
        .filter_map(|start| climb(points, scale, penalised, start))
        .max_by(|(_, one), (_, other)| one.total_cmp(other))
        .map(|(found, _)| found)
}

/// Newton's method with step halving: where it ends, and the log-likelihood there.
fn climb(
    points: &[Point],
    scale: &Scale,
    penalised: bool,
    start: [f64; 2],
) -> Option<(Found, f64)> {
    let covariance_at = |beta| inverse(step_equations(points, scale, beta, None).0);
    let height = |beta: [f64; 2]| {
        let plain = log_likelihood(points, |p| beta[0] + beta[1] * scale.of_volt(p.volt));
        if !penalised {
            return plain;
        }
        let [[a, b], [_, d]] = step_equations(points, scale, beta, None).0;
        plain + 0.5 * (a * d - b * b).ln()
    };
    let (mut beta, mut reached) = (start, height(start));
    for _ in 0..MAX_STEPS {
        let covariance = covariance_at(beta)?;
        let penalty = penalised.then_some(covariance);
        let (information, score) = step_equations(points, scale, beta, penalty);
        let step = inverse(information)?.map(|row| row[0] * score[0] + row[1] * score[1]);
        let size = step[0].abs().max(step[1].abs());
        if size < TOLERANCE * (1.0 + beta[0].abs().max(beta[1].abs())) {
            return Some((Found { beta, covariance }, reached));
        }
        let mut parts = (0..MAX_HALVINGS).map(|halvings| 0.5f64.powi(halvings as i32));
        let higher = parts.find_map(|part| {
            let next = [beta[0] + part * step[0], beta[1] + part * step[1]];
            let found = height(next);
            (found > reached).then_some((next, found))
        });
        let Some((next, found)) = higher else {
            return Some((Found { beta, covariance }, reached));
        };
        (beta, reached) = (next, found);
    }
    None
}

/// Log-likelihood of the flips without the binomial coefficients.
fn log_likelihood(points: &[Point], logit: impl Fn(&Point) -> f64) -> f64 {
    let of_point = |point: &Point| {
        let (flips, logit) = (point.flips as f64, logit(point));
        let stays = point.pulses as f64 - flips;
        flips * log_logistic(logit) + stays * log_logistic(-logit)
    };
    points.iter().map(of_point).sum()
}

/// `ln(1 / (1 + e^-x))`, exact where the probability rounds to 0 or 1.
fn log_logistic(x: f64) -> f64 {
    x.min(0.0) - (-x.abs()).exp().ln_1p()
}

/// Information matrix and gradient of the log-likelihood. With a covariance, those of Firth's
/// penalised one: as if each point had as many pulses more as its leverage, half of them flips.
fn step_equations(
    points: &[Point],
    scale: &Scale,
    beta: [f64; 2],
    penalty: Option<[[f64; 2]; 2]>,
) -> ([[f64; 2]; 2], [f64; 2]) {
    let mut information = [[0.0; 2]; 2];
    let mut score = [0.0; 2];
    for point in points {
        let x = scale.of_volt(point.volt);
        let logit = beta[0] + beta[1] * x;
        // both, since 1 - p is not exact near 1
        let (p, q) = (logistic(logit), logistic(-logit));
        let (mut flips, mut pulses) = (point.flips as f64, point.pulses as f64);
        let mut stays = pulses - flips;
        if let Some(v) = penalty {
            let leverage = pulses * p * q * (v[0][0] + 2.0 * x * v[0][1] + x * x * v[1][1]);
            flips += 0.5 * leverage;
            stays += 0.5 * leverage;
            pulses += leverage;
        }
        let (weight, residual) = (pulses * p * q, flips * q - stays * p);
        information[0][0] += weight;
        information[0][1] += weight * x;
        information[1][1] += weight * x * x;
        score[0] += residual;
        score[1] += residual * x;
    }
    information[1][0] = information[0][1];
    (information, score)
}

fn inverse(m: [[f64; 2]; 2]) -> Option<[[f64; 2]; 2]> {
    let determinant = m[0][0] * m[1][1] - m[0][1] * m[1][0];
    let inverse = [
        [m[1][1] / determinant, -m[0][1] / determinant],
        [-m[1][0] / determinant, m[0][0] / determinant],
    ];
    inverse
        .iter()
        .flatten()
        .all(|x| x.is_finite())
        .then_some(inverse)
}

fn deviance(points: &[Point], logit: impl Fn(&Point) -> f64) -> f64 {
    // k ln(k / n), which is 0 at k = 0
    let term = |k: f64, n: f64| if k > 0.0 { k * (k / n).ln() } else { 0.0 };
    let of_point = |point: &Point| {
        let (n, k) = (point.pulses as f64, point.flips as f64);
        term(k, n) + term(n - k, n)
    };
    let free: f64 = points.iter().map(of_point).sum();
    // rounding may leave less than 0
    (2.0 * (free - log_likelihood(points, logit))).max(0.0)
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
