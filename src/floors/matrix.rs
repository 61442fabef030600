//! Solving with a symmetric positive matrix.

use crate::{Error, Result};

/// `A = L L^T`.
#[derive(Clone, Debug)]
pub struct Cholesky {
    size: usize,
    /// Row-major; what is above the diagonal is not used.
    lower: Vec<f64>,
}

impl Cholesky {
    /// Factors a matrix given by its lower triangle.
    ///
    /// # Errors
    /// [`Error::Design`] where it is not positive.
    pub fn new(mut lower: Vec<f64>, size: usize) -> Result<Self> {
        for i in 0..size {
            let (above, rest) = lower.split_at_mut(i * size);
            let row = &mut rest[..size];
            for j in 0..i {
                let other = &above[j * size..][..=j];
                row[j] = (row[j] - dot(&row[..j], &other[..j])) / other[j];
            }
            let square = row[i] - dot(&row[..i], &row[..i]);
            if square.is_nan() || square <= 0.0 {
                return Err(Error::Design(format!("a covariance with pivot {square}")));
            }
            row[i] = square.sqrt();
        }
        Ok(Cholesky { size, lower })
    }

    /// x of `A x = b`.
    pub fn solve(&self, b: &[f64]) -> Vec<f64> {
        let row = |i: usize| &self.lower[i * self.size..][..=i];
        let mut x = b.to_vec();
        for i in 0..self.size {
            x[i] = (x[i] - dot(&row(i)[..i], &x[..i])) / row(i)[i];
        }
        for i in (0..self.size).rev() {
            x[i] /= row(i)[i];
            let value = x[i];
            let entries = x[..i].iter_mut().zip(row(i));
            entries.for_each(|(x, l)| *x -= l * value);
        }
        x
    }
}

/// In eight partial sums, so that the compiler vectorises it.
fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 8];
    let (a8, a_rest) = a.as_chunks::<8>();
    let (b8, b_rest) = b.as_chunks::<8>();
    for (a, b) in a8.iter().zip(b8) {
        for i in 0..8 {
            sums[i] += a[i] * b[i];
        }
    }
    let rest: f64 = a_rest.iter().zip(b_rest).map(|(a, b)| a * b).sum();
    sums.iter().sum::<f64>() + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn solves_and_refuses() {
        let a = vec![4.0, 0.0, 0.0, 2.0, 5.0, 0.0, 0.4, 1.0, 3.0];
        let x = Cholesky::new(a, 3).unwrap().solve(&[9.2, 15.0, 11.4]);
        for (x, expected) in x.iter().zip([1.0, 2.0, 3.0]) {
            assert!((x - expected).abs() < 1e-9, "{x}");
        }
        assert!(Cholesky::new(vec![1.0, 0.0, 2.0, 1.0], 2).is_err());
    }
}
