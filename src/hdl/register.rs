//! Flip-flops: set up in a kernel by `dff_setup!` (the next value defaults to the present one) or
//! `clock!` (the kernel drives `d` itself, once).

use super::signal::{Sig, Value};
use super::value::Bv;
use rust_hdl::prelude::*;

/// What the printer must know of a register beside its width.
pub(super) const REGISTER: &str = "register";

/// Prefix of a module name given by [`module_name`].
pub(super) const MODULE: &str = "module:";

/// For `Logic::timing` of a block whose instances have names of their own: the module's name.
pub fn module_name(name: &str) -> Vec<TimingInfo> {
    vec![TimingInfo {
        name: format!("{MODULE}{name}"),
        clock: String::new(),
        inputs: vec![],
        outputs: vec![],
    }]
}

fn register_timing(reset: Option<u128>) -> Vec<TimingInfo> {
    vec![TimingInfo {
        name: REGISTER.into(),
        clock: reset.map(|value| value.to_string()).unwrap_or_default(),
        inputs: vec![],
        outputs: vec![],
    }]
}

/// A register of run-time width.
#[derive(LogicBlock)]
pub struct Reg {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Next value.
    pub d: Sig<In>,
    /// Present value.
    pub q: Sig<Out>,
    _reset: Option<u128>,
}

impl Reg {
    /// `width` bits, reset to `reset`.
    pub fn new(width: usize, reset: u128) -> Self {
        Self::of(Sig::new(width), Sig::new(width), Some(reset))
    }

    /// `width` bits of data that no reset touches.
    pub fn data(width: usize) -> Self {
        Self::of(Sig::new(width), Sig::new(width), None)
    }

    /// `count` elements of `element` bits, not reset.
    pub fn packed(count: usize, element: usize) -> Self {
        Self::of(
            Sig::packed(count, element),
            Sig::packed(count, element),
            None,
        )
    }

    /// `count` elements of `element` bits, reset to zero.
    pub fn packed_zero(count: usize, element: usize) -> Self {
        Self::of(
            Sig::packed(count, element),
            Sig::packed(count, element),
            Some(0),
        )
    }

    fn of(d: Sig<In>, q: Sig<Out>, reset: Option<u128>) -> Self {
        Reg {
            clock: Default::default(),
            rst_ni: Default::default(),
            d,
            q,
            _reset: reset,
        }
    }
}

impl Logic for Reg {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            self.q.next = match self._reset {
                Some(value) if !self.rst_ni.val() => Bv::new(self.q.width(), value),
                _ => self.d.val(),
            };
        }
    }
    fn connect(&mut self) {
        self.q.connect();
        self.rst_ni.connect();
    }
    fn timing(&self) -> Vec<TimingInfo> {
        register_timing(self._reset)
    }
}

/// A one-bit register.
#[derive(LogicBlock)]
pub struct BitReg {
    /// Clock.
    pub clock: Signal<In, Clock>,
    /// Synchronous reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Next value.
    pub d: Signal<In, Bit>,
    /// Present value.
    pub q: Signal<Out, Bit>,
    _reset: bool,
}

impl BitReg {
    /// Reset to `reset`.
    pub fn new(reset: bool) -> Self {
        BitReg {
            clock: Default::default(),
            rst_ni: Default::default(),
            d: Default::default(),
            q: Default::default(),
            _reset: reset,
        }
    }
}

impl Logic for BitReg {
    fn update(&mut self) {
        if self.clock.pos_edge() {
            self.q.next = if self.rst_ni.val() {
                self.d.val()
            } else {
                self._reset
            };
        }
    }
    fn connect(&mut self) {
        self.q.connect();
        self.rst_ni.connect();
    }
    fn timing(&self) -> Vec<TimingInfo> {
        register_timing(Some(self._reset as u128))
    }
}

/// Clocks registers whose next value defaults to the present one.
#[macro_export]
macro_rules! dff_setup {
    ($self:ident, $clock:ident, $($dff:ident),+) => {
        $($self.$dff.clock.next = $self.$clock.val();)+
        $($self.$dff.rst_ni.next = $self.rst_ni.val();)+
        $($self.$dff.d.next = $self.$dff.q.val();)+
    };
}

/// Clocks registers that the kernel drives unconditionally.
#[macro_export]
macro_rules! clock {
    ($self:ident, $clock:ident, $($dff:ident),+) => {
        $($self.$dff.clock.next = $self.$clock.val();)+
        $($self.$dff.rst_ni.next = $self.rst_ni.val();)+
    };
}
