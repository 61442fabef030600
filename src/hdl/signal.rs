//! Signals, registers and constants of run-time width, as blocks of rust-hdl.

use super::value::{Bv, MAX_SIM_BITS};
use rust_hdl::core::signal::get_signal_id;
use rust_hdl::prelude::*;
use std::marker::PhantomData;

/// A signal of run-time width, perhaps packed from equal elements. One-bit signals are
/// rust-hdl's own `Signal<D, Bit>`.
#[derive(Clone, Debug)]
pub struct Sig<D: Direction> {
    /// The value driven.
    pub next: Bv,
    current: Bv,
    shape: Bv,
    changed: bool,
    claimed: bool,
    id: usize,
    direction: PhantomData<D>,
}

impl<D: Direction> Sig<D> {
    /// `width` bits.
    pub fn new(width: usize) -> Self {
        Self::of(Bv::new(width, 0))
    }

    /// `count` elements of `element` bits, element 0 lowest; `get_bit(i)` reads element i.
    pub fn packed(count: usize, element: usize) -> Self {
        Self::of(Bv::packed(count, element))
    }

    fn of(shape: Bv) -> Self {
        Sig {
            next: shape,
            current: shape,
            shape,
            changed: false,
            claimed: false,
            id: get_signal_id(),
            direction: PhantomData,
        }
    }

    /// Width.
    pub fn width(&self) -> usize {
        self.shape.bits()
    }
}

/// What can be read in a kernel.
pub trait Value {
    /// The value now.
    fn val(&self) -> Bv;
}

impl Value for Sig<In> {
    fn val(&self) -> Bv {
        self.current
    }
}

impl Value for Sig<Out> {
    fn val(&self) -> Bv {
        self.next.fit(&self.shape)
    }
}

impl Value for Sig<Local> {
    fn val(&self) -> Bv {
        self.next.fit(&self.shape)
    }
}

impl<D: Direction> Value for Vec<Sig<D>>
where
    Sig<D>: Value,
{
    fn val(&self) -> Bv {
        let element = self.first().map_or(0, Sig::width);
        let joined = self.iter().rev().fold(0u128, |word, signal| {
            word.checked_shl(element as u32).unwrap_or(0) | signal.val().raw()
        });
        Bv::new(self.len() * element, joined).fit(&Bv::packed(self.len(), element))
    }
}

impl Value for Vec<Signal<Local, Bit>> {
    fn val(&self) -> Bv {
        let joined = self
            .iter()
            .rev()
            .fold(0u128, |word, bit| word << 1 | u128::from(bit.val()));
        Bv::new(self.len(), joined)
    }
}

impl<D: Direction> Logic for Sig<D> {
    fn update(&mut self) {}
    fn connect(&mut self) {
        self.claimed = true;
    }
}

impl<D: Direction> Block for Sig<D> {
    fn connect_all(&mut self) {}
    fn update_all(&mut self) {
        let next = self.next.fit(&self.shape);
        assert!(
            next.bits() == self.shape.bits() && next.bits() <= MAX_SIM_BITS,
            "a signal of {} bits driven with {} bits",
            self.shape.bits(),
            next.bits()
        );
        self.changed = self.current != next;
        self.current = next;
    }
    fn has_changed(&self) -> bool {
        self.changed
    }
    fn accept(&self, name: &str, probe: &mut dyn Probe) {
        probe.visit_atom(name, self);
    }
}

impl<D: Direction> Atom for Sig<D> {
    fn bits(&self) -> usize {
        self.width()
    }
    fn connected(&self) -> bool {
        self.claimed
    }
    fn changed(&self) -> bool {
        self.changed
    }
    fn kind(&self) -> AtomKind {
        D::KIND
    }
    fn descriptor(&self) -> TypeDescriptor {
        element_descriptor(self.shape.element_bits(), self.width())
    }
    fn vcd(&self) -> VCDValue {
        VCDValue::Vector(vec![])
    }
    fn id(&self) -> usize {
        self.id
    }
    fn verilog(&self) -> VerilogLiteral {
        0.into()
    }
    fn constraints(&self) -> Vec<PinConstraint> {
        vec![]
    }
}

const ELEMENT: &str = "element:";

fn element_descriptor(element: usize, width: usize) -> TypeDescriptor {
    TypeDescriptor {
        name: format!("{ELEMENT}{element}"),
        kind: TypeKind::Bits(width),
    }
}

/// Bits of an element, from the descriptor that a [`Sig`] gives; 1 for rust-hdl's own types.
pub(super) fn element_bits(atom: &dyn Atom) -> usize {
    let name = atom.descriptor().name;
    name.strip_prefix(ELEMENT)
        .and_then(|bits| bits.parse().ok())
        .unwrap_or(1)
}

/// A named constant: printed as a `localparam`.
#[derive(Clone, Debug)]
pub struct Const(Bv);

impl Const {
    /// `value` in `width` bits (two's complement).
    pub fn new(width: usize, value: i128) -> Self {
        Const(Bv::new(width, value as u128))
    }

    /// The value.
    pub fn val(&self) -> Bv {
        self.0
    }
}

impl Logic for Const {
    fn update(&mut self) {}
}

impl Block for Const {
    fn connect_all(&mut self) {}
    fn update_all(&mut self) {}
    fn has_changed(&self) -> bool {
        false
    }
    fn accept(&self, name: &str, probe: &mut dyn Probe) {
        probe.visit_atom(name, self);
    }
}

impl Atom for Const {
    fn bits(&self) -> usize {
        self.0.bits()
    }
    fn connected(&self) -> bool {
        true
    }
    fn changed(&self) -> bool {
        false
    }
    fn kind(&self) -> AtomKind {
        AtomKind::Constant
    }
    fn descriptor(&self) -> TypeDescriptor {
        element_descriptor(1, self.0.bits())
    }
    fn vcd(&self) -> VCDValue {
        VCDValue::Vector(vec![])
    }
    fn id(&self) -> usize {
        0
    }
    fn verilog(&self) -> VerilogLiteral {
        self.0.raw().into()
    }
    fn constraints(&self) -> Vec<PinConstraint> {
        vec![]
    }
}
