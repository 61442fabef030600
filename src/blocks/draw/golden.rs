//! Plain integers for [`super`].

/// Feedback of the Galois LFSR.
const FEEDBACK: u16 = 0xB400;
/// Difference between the words of neighbouring groups of 16 columns.
const GROUP_STEP: u16 = 0x9E37;
/// Columns that share one mask.
pub const GROUP: usize = 16;

const fn step(state: u16) -> u16 {
    (state >> 1) ^ (if state & 1 == 1 { FEEDBACK } else { 0 })
}

/// What eight steps make of the low byte; the high byte moves down unchanged.
const EIGHT_STEPS: [u16; 256] = {
    let mut table = [0; 256];
    let mut byte = 0;
    while byte < 256 {
        let mut state = byte as u16;
        let mut i = 0;
        while i < 8 {
            state = step(state);
            i += 1;
        }
        table[byte] = state;
        byte += 1;
    }
    table
};

/// The generator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lfsr(u16);

impl Lfsr {
    /// A state; `None` for zero, which would stay zero.
    pub fn new(state: u16) -> Option<Self> {
        (state != 0).then_some(Lfsr(state))
    }

    /// The state.
    pub fn state(self) -> u16 {
        self.0
    }

    /// One draw: sixteen steps, then the new state.
    #[inline]
    pub fn draw(&mut self) -> u16 {
        for _ in 0..2 {
            self.0 = (self.0 >> 8) ^ EIGHT_STEPS[usize::from(self.0 & 255)];
        }
        self.0
    }
}

/// The words of columns 0 to 15; those of group g are the same, XOR [`group_mask`].
#[inline]
pub fn words(state: u16) -> [u16; GROUP] {
    std::array::from_fn(|lane| state.rotate_left(lane as u32))
}

/// `M[g]`.
#[inline]
pub fn group_mask(group: usize) -> u16 {
    (group as u16).wrapping_mul(GROUP_STEP)
}

/// The word of one column.
#[inline]
pub fn word(state: u16, column: usize) -> u16 {
    state.rotate_left((column % GROUP) as u32) ^ group_mask(column / GROUP)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draw_is_sixteen_steps_from_every_state() {
        for state in 1..=u16::MAX {
            let expected = (0..16).fold(state, |s, _| step(s));
            let mut lfsr = Lfsr::new(state).unwrap();
            assert_eq!(lfsr.draw(), expected);
            assert_ne!(lfsr.state(), 0);
        }
        assert_eq!(Lfsr::new(0), None);
    }

    #[test]
    fn the_period_is_full() {
        let count = (1..=u32::from(u16::MAX))
            .scan(1, |s, i| {
                *s = step(*s);
                Some((*s, i))
            })
            .find(|&(s, _)| s == 1);
        assert_eq!(count, Some((1, 65535)));
    }

    #[test]
    fn words_by_group() {
        let state = 0x8001;
        let first = words(state);
        for (lane, word) in words(0xBEEF).into_iter().enumerate() {
            let wide = 0xBEEF_u32 << lane;
            assert_eq!(word, (wide | wide >> 16) as u16);
        }
        assert_eq!((first[0], first[1]), (0x8001, 0x0003));
        for column in 0..4096 {
            assert_eq!(
                word(state, column),
                first[column % GROUP] ^ group_mask(column / GROUP)
            );
        }
        assert_eq!(word(state, 33), 0x0003 ^ 0x3C6E);
    }
}
