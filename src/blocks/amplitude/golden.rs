//! Plain integers for [`super`].

use crate::spec::NUM_CODES;
use crate::spec::prototype::{CODE_ACTIVE, CODE_SHIFT, CODE_SILENT, MAX_OFFSET};

/// Offset by the wins of the compartment, at least 1.
pub fn offset(wins: u8) -> i32 {
    let log2 = i32::from(wins).max(1).ilog2() as i32;
    MAX_OFFSET - (log2 >> 1).min(MAX_OFFSET)
}

/// Amplitude code of a cell.
#[inline]
pub fn code(weight: i16, active: bool, offset: i32) -> usize {
    let size = i32::from(weight) >> CODE_SHIFT;
    let code = if active {
        CODE_ACTIVE - size
    } else {
        CODE_SILENT + size
    };
    (code + offset).clamp(0, NUM_CODES as i32 - 1) as usize
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_by_wins() {
        let edges = [(1, 2), (3, 2), (4, 1), (15, 1), (16, 0), (127, 0)];
        for (wins, expected) in edges {
            assert_eq!(offset(wins), expected, "{wins} wins");
        }
    }

    #[test]
    fn codes_balance_and_clip() {
        assert_eq!((code(0, true, 0), code(0, false, 0)), (7, 8));
        assert_eq!((code(-1, true, 0), code(-1, false, 0)), (8, 7));
        assert_eq!((code(31, true, 0), code(31, false, 0)), (0, 15));
        assert_eq!((code(-31, true, 0), code(-31, false, 0)), (15, 0));
        assert_eq!((code(3, true, 2), code(4, true, 2)), (9, 8));
        assert_eq!((code(-31, true, 2), code(31, false, 2)), (15, 15));
    }
}
