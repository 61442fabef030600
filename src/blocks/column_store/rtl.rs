//! RTL of the column store: what of an image survives of a column, `{in window, count}`.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec};

/// With one pass, registers; with more, a memory: the word in view is that of the pass at `pass_i` in
/// the cycle before.
#[derive(LogicBlock)]
pub struct ColumnStore {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Take the lanes' results as those of pass `pass_i`.
    pub capture_i: Signal<In, Bit>,
    /// Pass captured or in view.
    pub pass_i: Sig<In>,
    /// Spike counts, packed.
    pub counts_i: Sig<In>,
    /// Lanes in the learning window.
    pub in_window_i: Sig<In>,
    /// Spike counts in view.
    pub counts_o: Sig<Out>,
    /// Learning window flags in view.
    pub in_window_o: Sig<Out>,
    u_column_memory: Vec<RowMemory>,
    captured: Sig<Local>,
    held: Reg,
    shown: Sig<Local>,
    unused: Signal<Local, Bit>,
    count_bits: Const,
}

impl ColumnStore {
    /// For the lanes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (lanes, passes) = (spec.lanes, spec.passes());
        let width = lanes * (COUNT_BITS + 1);
        let several = passes > 1;
        ColumnStore {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            capture_i: Default::default(),
            pass_i: Sig::new(spec.pass_bits()),
            counts_i: Sig::packed(lanes, COUNT_BITS),
            in_window_i: Sig::new(lanes),
            counts_o: Sig::packed(lanes, COUNT_BITS),
            in_window_o: Sig::new(lanes),
            u_column_memory: several
                .then(|| RowMemory::new(passes, 1, width, None))
                .into_iter()
                .collect(),
            captured: Sig::new(width),
            held: Reg::new(if several { 1 } else { width }, 0),
            shown: Sig::new(width),
            unused: Default::default(),
            count_bits: Const::new(32, (lanes * COUNT_BITS) as i128),
        }
    }
}

impl Logic for ColumnStore {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, held);
        self.captured.next = (bits(self.in_window_i.val(), self.captured.width())
            << self.count_bits.val())
            | bits(self.counts_i.val(), self.captured.width());
        if self.capture_i.val() {
            self.held.d.next = bits(self.captured.val(), self.held.d.width());
        }
        self.shown.next = bits(self.held.q.val(), self.shown.width());
        for m in 0..self.u_column_memory.len() {
            self.u_column_memory[m].clk_i.next = self.clk_i.val();
            self.u_column_memory[m].we_i.next = self.capture_i.val();
            self.u_column_memory[m].waddr_i.next = self.pass_i.val();
            self.u_column_memory[m].raddr_i.next = self.pass_i.val();
            self.u_column_memory[m].wdata_i.next = self.captured.val();
        }
        for n in 0..self.u_column_memory.len() {
            self.shown.next = self.u_column_memory[n].rdata_o.val();
        }
        self.unused.next = self.pass_i.val().xor() ^ self.held.q.val().xor();
        self.counts_o.next = bits(self.shown.val(), self.counts_o.width());
        self.in_window_o.next = bits(
            self.shown.val() >> self.count_bits.val(),
            self.in_window_o.width(),
        );
    }
}
