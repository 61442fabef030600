//! Our layer over rust-hdl: signals of run-time width, registers with reset, memories, and a
//! printer of clean Verilog. It knows nothing of neurons.
//!
//! A block is a struct with `#[derive(LogicBlock)]` and a kernel with `#[hdl_gen]`, as in rust-hdl.
//! What this layer adds:
//!
//! - [`Sig`]: a signal whose width is a value. `Sig::packed(n, w)` is a bus of n elements, and
//!   `get_bit(i)` reads element i. A `Vec` of signals is a packed bus as well.
//! - [`bits`] resizes; [`signed_cast`] makes the resize or the comparison around it signed.
//! - [`Reg`] and [`BitReg`] with `dff_setup!` and `clock!`; a synchronous reset, active low.
//! - A loop over a `Vec` of blocks prints as one `generate for`.
//! - [`print()`] checks widths, defaults and drivers, and shares equal modules.

mod design;
mod expr;
mod kernel;
mod memory;
mod module;
mod node;
mod register;
mod signal;
pub mod sim;
mod slice;
#[cfg(test)]
mod tests;
mod text;
mod value;

pub use design::{Module, print};
pub use memory::{CellMemory, RowMemory, TableMemory};
pub use register::{BitReg, Reg, module_name};
pub use signal::{Const, Sig, Value};
pub use value::{Bv, ToBits, bits, signed_cast};

/// What a block's description needs.
pub mod prelude {
    pub use super::module_name;
    pub use super::{BitReg, Bv, CellMemory, Const, Reg, RowMemory, Sig, TableMemory};
    pub use super::{ToBits, Value, bits, signed_cast};
    pub use crate::{clock, dff_setup};
    pub use rust_hdl::prelude::{
        Bit, Block, Clock, In, Local, Logic, LogicBlock, Out, Signal, TimingInfo, ast, block,
        hdl_gen, logic, probe,
    };
}
