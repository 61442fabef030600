//! RTL of the train buffer: which rows an image has shown, and their replay in ascending order.

use crate::hdl::prelude::*;
use crate::spec::{Spec, index_bits};

/// A bitmap in chunks: a table memory of at most 64 chunks, and one flag a chunk that says whether
/// the memory's word belongs to this image. So nothing is ever cleared word by word.
#[derive(LogicBlock)]
pub struct TrainBuffer {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A new image starts: all rows are unseen, in this very cycle.
    pub clear_i: Signal<In, Bit>,
    /// Enter `row_i` if it is new.
    pub insert_i: Signal<In, Bit>,
    /// Row.
    pub row_i: Sig<In>,
    /// `row_i` has not been seen in this image.
    pub new_o: Signal<Out, Bit>,
    /// Start a replay; the first row stands two cycles later.
    pub start_i: Signal<In, Bit>,
    /// Go on to the next row.
    pub next_i: Signal<In, Bit>,
    /// `row_o` holds a row; false after the last.
    pub valid_o: Signal<Out, Bit>,
    /// Row of the replay.
    pub row_o: Sig<Out>,
    u_chunk_memory: TableMemory,
    summary: Reg,
    todo: Reg,
    left: Reg,
    chunk: Reg,
    insert_chunk: Sig<Local>,
    insert_flag: Sig<Local>,
    insert_bit: Sig<Local>,
    seen: Sig<Local>,
    lowest: Sig<Local>,
    rest: Sig<Local>,
    lowest_idx: Sig<Local>,
    todo_first: Sig<Local>,
    todo_chunk: Sig<Local>,
    load: Signal<Local, Bit>,
    read_chunk: Sig<Local>,
    chunk_shift: Const,
    _chunk_bits: usize,
    _num_chunks: usize,
}

impl TrainBuffer {
    /// For the rows of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let row_bits = spec.row_bits();
        let shift = (row_bits.saturating_sub(6)).max(3.min(row_bits - 1));
        let (chunk_bits, idx_bits) = (1 << shift, row_bits - shift);
        let num_chunks = ((spec.rows - 1) >> shift) + 1;
        TrainBuffer {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            insert_i: Default::default(),
            row_i: Sig::new(row_bits),
            new_o: Default::default(),
            start_i: Default::default(),
            next_i: Default::default(),
            valid_o: Default::default(),
            row_o: Sig::new(row_bits),
            u_chunk_memory: TableMemory::new(chunk_bits, vec![0; 1 << idx_bits]),
            summary: Reg::new(num_chunks, 0),
            todo: Reg::new(num_chunks, 0),
            left: Reg::new(chunk_bits, 0),
            chunk: Reg::new(idx_bits, 0),
            insert_chunk: Sig::new(idx_bits),
            insert_flag: Sig::new(num_chunks),
            insert_bit: Sig::new(chunk_bits),
            seen: Sig::new(chunk_bits),
            lowest: Sig::new(chunk_bits),
            rest: Sig::new(chunk_bits),
            lowest_idx: Sig::new(index_bits(chunk_bits)),
            todo_first: Sig::new(num_chunks),
            todo_chunk: Sig::new(idx_bits),
            load: Default::default(),
            read_chunk: Sig::new(idx_bits),
            chunk_shift: Const::new(8, shift as i128),
            _chunk_bits: chunk_bits,
            _num_chunks: num_chunks,
        }
    }
}

impl Logic for TrainBuffer {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, summary, todo, left, chunk);
        self.insert_chunk.next = bits(
            self.row_i.val() >> self.chunk_shift.val(),
            self.insert_chunk.width(),
        );
        self.insert_flag.next = bits(1.into(), self.insert_flag.width()) << self.insert_chunk.val();
        self.insert_bit.next = bits(1.into(), self.insert_bit.width())
            << bits(self.row_i.val(), self.lowest_idx.width());
        self.seen.next = 0.into();
        if (self.summary.q.val() & self.insert_flag.val()).any() && !self.clear_i.val() {
            self.seen.next = self.u_chunk_memory.rdata_o.val();
        }
        self.new_o.next = !(self.seen.val() & self.insert_bit.val()).any();
        self.u_chunk_memory.clk_i.next = self.clk_i.val();
        self.u_chunk_memory.we_i.next = self.insert_i.val();
        self.u_chunk_memory.waddr_i.next = self.insert_chunk.val();
        self.u_chunk_memory.wdata_i.next = self.seen.val() | self.insert_bit.val();
        if self.clear_i.val() {
            self.summary.d.next = 0.into();
        }
        if self.insert_i.val() {
            self.summary.d.next = self.summary.q.val() | self.insert_flag.val();
            if self.clear_i.val() {
                self.summary.d.next = self.insert_flag.val();
            }
        }

        self.lowest.next = self.left.q.val() & (!self.left.q.val() + 1);
        self.rest.next = self.left.q.val() & !self.lowest.val();
        self.lowest_idx.next = 0.into();
        for k in 0..self._chunk_bits {
            if self.lowest.val().get_bit(k).any() {
                self.lowest_idx.next = self.lowest_idx.val() | k.to_bits();
            }
        }
        self.todo_first.next = self.todo.q.val() & (!self.todo.q.val() + 1);
        self.todo_chunk.next = 0.into();
        for k in 0..self._num_chunks {
            if self.todo_first.val().get_bit(k).any() {
                self.todo_chunk.next = self.todo_chunk.val() | k.to_bits();
            }
        }
        self.load.next = self.todo.q.val().any()
            && (!self.left.q.val().any() || (self.next_i.val() && !self.rest.val().any()));
        self.read_chunk.next = self.insert_chunk.val();
        if self.load.val() {
            self.read_chunk.next = self.todo_chunk.val();
        }
        self.u_chunk_memory.raddr_i.next = self.read_chunk.val();
        if self.next_i.val() {
            self.left.d.next = self.rest.val();
        }
        if self.load.val() {
            self.left.d.next = self.u_chunk_memory.rdata_o.val();
            self.chunk.d.next = self.todo_chunk.val();
            self.todo.d.next = self.todo.q.val() & !self.todo_first.val();
        }
        if self.start_i.val() {
            self.left.d.next = 0.into();
            self.todo.d.next = self.summary.q.val();
        }
        self.valid_o.next = self.left.q.val().any();
        self.row_o.next = (bits(self.chunk.q.val(), self.row_o.width()) << self.chunk_shift.val())
            | bits(self.lowest_idx.val(), self.row_o.width());
    }
}
