//! [`Bv`]: a value of run-time width, with the operators that a kernel may use.

use std::cmp::Ordering;
use std::ops::{Add, BitAnd, BitOr, BitXor, Mul, Not, Shl, Shr, Sub};

/// Bits held in simulation. Wider signals may be described and printed, not simulated.
pub const MAX_SIM_BITS: usize = 128;

/// An unsigned value of `width` bits; width 0 is an integer literal that takes the other operand's
/// width. `signed` is set by [`signed_cast`] and holds for the next comparison or [`bits`] alone.
#[derive(Clone, Copy, Debug, Default)]
pub struct Bv {
    width: usize,
    element: usize,
    signed: bool,
    value: u128,
}

fn mask(width: usize) -> u128 {
    if width == 0 || width >= MAX_SIM_BITS {
        u128::MAX
    } else {
        (1 << width) - 1
    }
}

impl Bv {
    /// `value` modulo 2^width.
    pub fn new(width: usize, value: u128) -> Self {
        Bv {
            width,
            element: 1,
            signed: false,
            value: value & mask(width),
        }
    }

    /// Zero of `count` elements of `element` bits.
    pub fn packed(count: usize, element: usize) -> Self {
        Bv {
            element,
            ..Bv::new(count * element, 0)
        }
    }

    /// Width.
    pub fn bits(&self) -> usize {
        self.width
    }

    /// Bits of an element.
    pub fn element_bits(&self) -> usize {
        self.element
    }

    /// The unsigned value.
    pub fn raw(&self) -> u128 {
        self.value
    }

    /// The two's complement value.
    pub fn as_signed(&self) -> i128 {
        let spare = MAX_SIM_BITS - self.width.clamp(1, MAX_SIM_BITS);
        ((self.value << spare) as i128) >> spare
    }

    /// This value in the shape of `shape`: a literal takes its width.
    pub(super) fn fit(self, shape: &Bv) -> Self {
        let width = if self.width == 0 {
            shape.width
        } else {
            self.width
        };
        Bv {
            element: shape.element,
            ..Bv::new(width, self.value)
        }
    }

    /// Bit (or element, for packed values) number `index`.
    pub fn get_bit<I: Index>(&self, index: I) -> Bv {
        let shift = index.position() * self.element;
        Bv::new(
            self.element,
            self.value.checked_shr(shift as u32).unwrap_or(0),
        )
    }

    /// `M` bits from `offset` on.
    pub fn get_bits<const M: usize>(&self, offset: usize) -> Bv {
        Bv::new(M, self.value.checked_shr(offset as u32).unwrap_or(0))
    }

    /// OR of all bits.
    pub fn any(&self) -> bool {
        self.value != 0
    }

    /// XOR of all bits.
    pub fn xor(&self) -> bool {
        self.value.count_ones() % 2 == 1
    }

    fn combine(self, other: Bv, f: impl Fn(u128, u128) -> u128) -> Bv {
        Bv::new(self.width.max(other.width), f(self.value, other.value))
    }
}

/// What may number a bit or an element.
pub trait Index {
    /// The number.
    fn position(&self) -> usize;
}

impl Index for usize {
    fn position(&self) -> usize {
        *self
    }
}

impl Index for Bv {
    fn position(&self) -> usize {
        self.value as usize
    }
}

/// A loop index as a value.
pub trait ToBits {
    /// A literal that takes the other operand's width.
    fn to_bits(&self) -> Bv;
}

impl ToBits for usize {
    fn to_bits(&self) -> Bv {
        Bv::new(0, *self as u128)
    }
}

/// Resizes: truncates, or extends by zeros (by the sign after [`signed_cast`]).
pub fn bits(x: Bv, width: usize) -> Bv {
    Bv::new(
        width,
        if x.signed {
            x.as_signed() as u128
        } else {
            x.value
        },
    )
}

/// Reads `x` as two's complement in the comparison or [`bits`] around it.
pub fn signed_cast(x: Bv) -> Bv {
    Bv { signed: true, ..x }
}

impl From<i32> for Bv {
    fn from(value: i32) -> Self {
        Bv::new(0, value as u128)
    }
}

impl From<bool> for Bv {
    fn from(value: bool) -> Self {
        Bv::new(1, value as u128)
    }
}

impl PartialEq for Bv {
    fn eq(&self, other: &Bv) -> bool {
        self.value == other.value
    }
}

impl PartialEq<i32> for Bv {
    fn eq(&self, other: &i32) -> bool {
        self.value == *other as u128
    }
}

impl PartialOrd for Bv {
    fn partial_cmp(&self, other: &Bv) -> Option<Ordering> {
        Some(if self.signed && other.signed {
            self.as_signed().cmp(&other.as_signed())
        } else {
            self.value.cmp(&other.value)
        })
    }
}

impl PartialOrd<i32> for Bv {
    fn partial_cmp(&self, other: &i32) -> Option<Ordering> {
        Some(self.value.cmp(&(*other as u128)))
    }
}

macro_rules! operator {
    ($trait:ident, $method:ident, $f:expr) => {
        impl $trait for Bv {
            type Output = Bv;
            fn $method(self, other: Bv) -> Bv {
                self.combine(other, $f)
            }
        }
        impl $trait<i32> for Bv {
            type Output = Bv;
            fn $method(self, other: i32) -> Bv {
                self.combine(Bv::from(other), $f)
            }
        }
    };
}
operator!(Add, add, u128::wrapping_add);
operator!(Sub, sub, u128::wrapping_sub);
operator!(Mul, mul, u128::wrapping_mul);
operator!(BitAnd, bitand, |a, b| a & b);
operator!(BitOr, bitor, |a, b| a | b);
operator!(BitXor, bitxor, |a, b| a ^ b);

impl Not for Bv {
    type Output = Bv;
    fn not(self) -> Bv {
        Bv::new(self.width, !self.value)
    }
}

impl Shl<usize> for Bv {
    type Output = Bv;
    fn shl(self, by: usize) -> Bv {
        Bv::new(self.width, self.value.checked_shl(by as u32).unwrap_or(0))
    }
}

impl Shr<usize> for Bv {
    type Output = Bv;
    fn shr(self, by: usize) -> Bv {
        Bv::new(self.width, self.value.checked_shr(by as u32).unwrap_or(0))
    }
}

impl Shl<Bv> for Bv {
    type Output = Bv;
    fn shl(self, by: Bv) -> Bv {
        self << by.value as usize
    }
}

impl Shr<Bv> for Bv {
    type Output = Bv;
    fn shr(self, by: Bv) -> Bv {
        self >> by.value as usize
    }
}
