//! RTL of the column store: what of an image survives of a column, `{in window, count}`.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec};

/// The word in view: that of the pass captured last, or of the pass called back.
#[derive(LogicBlock)]
pub struct ColumnStore {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Take the lanes' results as those of pass `pass_i`.
    pub capture_i: Signal<In, Bit>,
    /// Pass captured or called back.
    pub pass_i: Sig<In>,
    /// Spike counts, packed.
    pub counts_i: Sig<In>,
    /// Lanes in the learning window.
    pub in_window_i: Sig<In>,
    /// Call the word back whose pass stood at `pass_i` in the cycle before.
    pub recall_i: Signal<In, Bit>,
    /// Spike counts in view.
    pub counts_o: Sig<Out>,
    /// Learning window flags in view.
    pub in_window_o: Sig<Out>,
    u_column_memory: Vec<RowMemory>,
    counts: Reg,
    in_window: Reg,
    captured: Sig<Local>,
    recalled: Sig<Local>,
    unused: Vec<Signal<Local, Bit>>,
    count_bits: Const,
}

impl ColumnStore {
    /// For the lanes of `spec`: with one pass, registers alone; with more, a memory behind them.
    pub fn new(spec: &Spec) -> Self {
        let lanes = spec.lanes;
        let memory = RowMemory::new(spec.passes().max(2), 1, lanes * (COUNT_BITS + 1), None);
        ColumnStore {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            capture_i: Default::default(),
            pass_i: Sig::new(spec.pass_bits()),
            counts_i: Sig::packed(lanes, COUNT_BITS),
            in_window_i: Sig::new(lanes),
            recall_i: Default::default(),
            counts_o: Sig::packed(lanes, COUNT_BITS),
            in_window_o: Sig::new(lanes),
            u_column_memory: if spec.passes() > 1 {
                vec![memory]
            } else {
                vec![]
            },
            counts: Reg::packed(lanes, COUNT_BITS),
            in_window: Reg::new(lanes, 0),
            captured: Sig::new(lanes * (COUNT_BITS + 1)),
            recalled: Sig::new(lanes * (COUNT_BITS + 1)),
            unused: if spec.passes() > 1 {
                vec![]
            } else {
                vec![Default::default()]
            },
            count_bits: Const::new(32, (lanes * COUNT_BITS) as i128),
        }
    }
}

impl Logic for ColumnStore {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, counts, in_window);
        self.recalled.next = 0.into();
        for n in 0..self.u_column_memory.len() {
            self.recalled.next = self.u_column_memory[n].rdata_o.val();
        }
        for m in 0..self.u_column_memory.len() {
            self.u_column_memory[m].clk_i.next = self.clk_i.val();
            self.u_column_memory[m].we_i.next = self.capture_i.val();
            self.u_column_memory[m].waddr_i.next = self.pass_i.val();
            self.u_column_memory[m].raddr_i.next = self.pass_i.val();
            self.u_column_memory[m].wdata_i.next = self.captured.val();
        }
        self.captured.next = (bits(self.in_window_i.val(), self.captured.width())
            << self.count_bits.val())
            | bits(self.counts_i.val(), self.captured.width());
        if self.recall_i.val() {
            self.counts.d.next = bits(self.recalled.val(), self.counts.d.width());
            self.in_window.d.next = bits(
                self.recalled.val() >> self.count_bits.val(),
                self.in_window.d.width(),
            );
        }
        if self.capture_i.val() {
            self.counts.d.next = self.counts_i.val();
            self.in_window.d.next = self.in_window_i.val();
        }
        for m in 0..self.unused.len() {
            self.unused[m].next = self.pass_i.val().xor() ^ self.captured.val().xor();
        }
        self.counts_o.next = self.counts.q.val();
        self.in_window_o.next = self.in_window.q.val();
    }
}
