//! Plain integers for [`super`], on rows of columns.

use crate::spec::prototype::{
    CONSCIENCE, DRIVE_SHIFT, INFER_OWN, INFER_SOMA, LEARN_OWN, LEARN_SOMA,
};

/// Drives become likelihoods in place, and are added to the somas.
pub fn integrate(drives: &mut [i32], biases: &[i32], somas: &mut [i32]) {
    for ((drive, &bias), soma) in drives.iter_mut().zip(biases).zip(somas) {
        *drive = (*drive << DRIVE_SHIFT) - bias;
        *soma += *drive;
    }
}

/// What a winner is searched by.
#[inline]
pub fn learn(likelihood: i32, soma: i32, wins: u8) -> i32 {
    LEARN_OWN * likelihood + LEARN_SOMA * soma - CONSCIENCE * i32::from(wins)
}

/// What a class is searched by.
#[inline]
pub fn infer(likelihood: i32, soma: i32) -> i32 {
    INFER_OWN * likelihood + INFER_SOMA * soma
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas() {
        let mut drives = [3, -2];
        let mut somas = [100, 0];
        integrate(&mut drives, &[50, 7], &mut somas);
        assert_eq!((drives, somas), ([-2, -39], [98, -39]));
        assert_eq!(learn(-10, -30, 3), -50 - 90 - 1536);
        assert_eq!(infer(-10, -30), -100);
    }
}
