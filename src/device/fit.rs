//! Binomial maximum-likelihood fit of a switching curve.
//!
//! Model: `logit P = slope (V - centre)`, flips binomial. Newton's method on the log-likelihood
//! (iteratively reweighted least squares); covariance from the information matrix, carried over to
//! centre and slope by the delta method; 95 % Wald intervals; goodness of fit by the deviance.
//!
//! Where the flips are separated (all below an amplitude stay, all above switch) the likelihood has
//! no maximum: the slope would be infinite. Then Firth's penalised likelihood is fitted (D. Firth,
//! Biometrika 80, 1993), which is finite, and the fit says so.

use super::sweep::{Point, Series};
use statrs::distribution::{ChiSquared, ContinuousCDF};

/// Half width of a 95 % interval, standard errors.
pub const Z_95: f64 = 1.959_963_985;
/// Newton steps before giving up.
const MAX_STEPS: usize = 200;
/// Largest step, in logits.
const MAX_MOVE: f64 = 4.0;
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
    let deviance = deviance(points, |p| found.probability(scale.of_volt(p.volt)));
    Ok(Fit {
        centre_volt: scale.centre(&found),
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

/// Amplitudes as numbers around 0 of size 1, so that Newton's steps are well conditioned.
struct Scale {
    mean: f64,
    spread: f64,
}

impl Scale {
    fn of(points: &[Point]) -> Self {
        let count = points.len() as f64;
        let mean = points.iter().map(|p| p.volt).sum::<f64>() / count;
        let variance = points.iter().map(|p| (p.volt - mean).powi(2)).sum::<f64>() / count;
        Scale {
            mean,
            spread: variance.sqrt(),
        }
    }

    fn of_volt(&self, volt: f64) -> f64 {
        (volt - self.mean) / self.spread
    }

    /// Centre in volt; its variance by the delta method.
    fn centre(&self, found: &Found) -> Estimate {
        let ([offset, slope], v) = (found.beta, found.covariance);
        let centre = -offset / slope;
        // d centre / d offset = -1 / slope; d centre / d slope = -centre / slope
        let variance =
            (v[0][0] + 2.0 * centre * v[0][1] + centre * centre * v[1][1]) / slope.powi(2);
        Estimate {
            value: self.mean + self.spread * centre,
            standard_error: self.spread * variance.max(0.0).sqrt(),
        }
    }
}

/// Offset and slope of the logit in scaled amplitudes, and their covariance.
struct Found {
    beta: [f64; 2],
    covariance: [[f64; 2]; 2],
}

impl Found {
    fn probability(&self, x: f64) -> f64 {
        logistic(self.beta[0] + self.beta[1] * x)
    }
}

/// Newton's method; none where it does not settle.
fn search(points: &[Point], scale: &Scale, penalised: bool) -> Option<Found> {
    let pulses: f64 = points.iter().map(|p| p.pulses as f64).sum();
    let flips: f64 = points.iter().map(|p| p.flips as f64).sum();
    let mut beta = [(flips / (pulses - flips)).ln(), 0.0];
    let covariance_at = |beta| inverse(step_equations(points, scale, beta, None).0);
    for _ in 0..MAX_STEPS {
        let penalty = if penalised {
            Some(covariance_at(beta)?)
        } else {
            None
        };
        let (information, score) = step_equations(points, scale, beta, penalty);
        let step = inverse(information)?.map(|row| row[0] * score[0] + row[1] * score[1]);
        let size = step[0].abs().max(step[1].abs());
        // far from the maximum a full step may overshoot
        let part = (MAX_MOVE / size).min(1.0);
        beta = [beta[0] + part * step[0], beta[1] + part * step[1]];
        if !beta.iter().all(|b| b.is_finite()) {
            return None;
        }
        if size < TOLERANCE * (1.0 + beta[0].abs().max(beta[1].abs())) {
            let covariance = covariance_at(beta)?;
            return Some(Found { beta, covariance });
        }
    }
    None
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

fn deviance(points: &[Point], probability: impl Fn(&Point) -> f64) -> f64 {
    // x ln(x / y), which is 0 at x = 0
    let term = |x: f64, y: f64| if x > 0.0 { x * (x / y).ln() } else { 0.0 };
    let of_point = |point: &Point| {
        let (n, k, p) = (point.pulses as f64, point.flips as f64, probability(point));
        term(k, n * p) + term(n - k, n * (1.0 - p))
    };
    2.0 * points.iter().map(of_point).sum::<f64>()
}

#[cfg(test)]
#[path = "fit_tests.rs"]
mod tests;
