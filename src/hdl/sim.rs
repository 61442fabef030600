//! Leaf cells in rust-hdl's own simulator.

use super::signal::{Sig, Value};
use super::value::Bv;
use rust_hdl::prelude::*;

/// Rounds after which a cell that still changes has a loop.
const MAX_ROUNDS: usize = 100;

/// A port: a number goes in, or comes out.
pub trait Pin {
    /// Bits.
    fn bits(&self) -> usize;
    /// Drives an input.
    fn drive(&mut self, value: u128);
    /// The value of an output.
    fn read(&self) -> u128;
}

impl Pin for Sig<In> {
    fn bits(&self) -> usize {
        self.width()
    }
    fn drive(&mut self, value: u128) {
        self.next = Bv::new(self.width(), value);
    }
    fn read(&self) -> u128 {
        self.val().raw()
    }
}

impl Pin for Sig<Out> {
    fn bits(&self) -> usize {
        self.width()
    }
    fn drive(&mut self, _: u128) {}
    fn read(&self) -> u128 {
        self.val().raw()
    }
}

impl Pin for Signal<In, Bit> {
    fn bits(&self) -> usize {
        1
    }
    fn drive(&mut self, value: u128) {
        self.next = value != 0;
    }
    fn read(&self) -> u128 {
        self.val().into()
    }
}

impl Pin for Signal<Out, Bit> {
    fn bits(&self) -> usize {
        1
    }
    fn drive(&mut self, _: u128) {}
    fn read(&self) -> u128 {
        self.val().into()
    }
}

/// A port by name.
pub struct PinOf<B> {
    /// Name in the Verilog.
    pub name: &'static str,
    /// The port.
    pub pin: fn(&mut B) -> &mut dyn Pin,
}

/// The clock of a cell.
pub type ClockOf<B> = fn(&mut B) -> &mut Signal<In, Clock>;

/// A cell with its ports; build one with [`leaf!`](crate::leaf).
pub struct Leaf<B> {
    /// The cell.
    pub block: B,
    /// Its clock, if it has one.
    pub clock: Option<ClockOf<B>>,
    /// Inputs, without the clock.
    pub inputs: Vec<PinOf<B>>,
    /// Outputs.
    pub outputs: Vec<PinOf<B>>,
}

impl<B: Block> Leaf<B> {
    /// Drives the inputs, reads the outputs, then clocks; `None` where the cell does not settle.
    pub fn step(&mut self, inputs: &[u128]) -> Option<Vec<u128>> {
        for (pin, value) in self.inputs.iter().zip(inputs) {
            (pin.pin)(&mut self.block).drive(*value);
        }
        self.settle()?;
        let outputs = self
            .outputs
            .iter()
            .map(|p| (p.pin)(&mut self.block).read())
            .collect();
        if let Some(clock) = self.clock {
            for level in [true, false] {
                clock(&mut self.block).next = Clock { clk: level };
                self.settle()?;
            }
        }
        Some(outputs)
    }

    fn settle(&mut self) -> Option<()> {
        simulate(&mut self.block, MAX_ROUNDS).then_some(())
    }
}

/// A [`Leaf`](crate::hdl::sim::Leaf): `leaf!(block: Type, [clk_i], [inputs], [outputs])`.
#[macro_export]
macro_rules! leaf {
    ($block:expr, $type:ty, [$($clock:ident)?], [$($input:ident),*], [$($output:ident),*]) => {
        $crate::hdl::sim::Leaf::<$type> {
            block: $block,
            clock: $crate::leaf!(@clock $type, $($clock)?),
            inputs: vec![$($crate::leaf!(@pin $type, $input)),*],
            outputs: vec![$($crate::leaf!(@pin $type, $output)),*],
        }
    };
    (@clock $type:ty,) => { None };
    (@clock $type:ty, $clock:ident) => { Some(|block: &mut $type| &mut block.$clock) };
    (@pin $type:ty, $port:ident) => {
        $crate::hdl::sim::PinOf { name: stringify!($port), pin: |block: &mut $type| &mut block.$port }
    };
}
