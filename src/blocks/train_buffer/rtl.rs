//! RTL of the train buffer: which rows an image has shown, and their replay in ascending order.

use crate::hdl::prelude::*;
use crate::spec::{Spec, index_bits};

/// Row = {group, chunk of the group, row of the chunk}.
#[derive(LogicBlock)]
pub struct TrainBuffer {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A new image starts: all rows are unseen, in this very cycle.
    pub clear_i: Signal<In, Bit>,
    /// The row that may come is the first of its image: no row is seen, whatever `clear_i` comes to.
    pub first_i: Signal<In, Bit>,
    /// Enter `row_i` if it is new.
    pub insert_i: Signal<In, Bit>,
    /// Row.
    pub row_i: Sig<In>,
    /// `row_i` has not been seen in this image.
    pub new_o: Signal<Out, Bit>,
    /// Start a replay; the first row stands four cycles later.
    pub start_i: Signal<In, Bit>,
    /// Go on to the next row.
    pub next_i: Signal<In, Bit>,
    /// `row_o` holds a row; false after the last.
    pub valid_o: Signal<Out, Bit>,
    /// Row of the replay.
    pub row_o: Sig<Out>,
    u_row_memory: TableMemory,
    u_chunk_memory: TableMemory,
    u_replay_row_memory: TableMemory,
    u_replay_chunk_memory: TableMemory,
    flags: Reg,
    groups_left: Reg,
    group: Reg,
    chunks_left: Reg,
    chunk: Reg,
    rows_left: Reg,
    next_rows: Reg,
    next_chunk: Reg,
    next_valid: BitReg,
    cleared: BitReg,
    entered: BitReg,
    entered_group: Reg,
    entered_chunk: Reg,
    entered_chunks: Reg,
    entered_rows: Reg,
    below_2: Sig<Local>,
    below_4: Sig<Local>,
    below: Sig<Local>,
    some: Sig<Local>,
    several: Sig<Local>,
    reach: Sig<Local>,
    last_row: Signal<Local, Bit>,
    row: Reg,
    valid: BitReg,
    insert_group: Sig<Local>,
    insert_chunk: Sig<Local>,
    group_bit: Sig<Local>,
    chunk_bit: Sig<Local>,
    row_bit: Sig<Local>,
    group_seen: Signal<Local, Bit>,
    chunk_seen: Signal<Local, Bit>,
    seen_flags: Sig<Local>,
    seen_chunks: Sig<Local>,
    seen_rows: Sig<Local>,
    first_group: Sig<Local>,
    first_group_idx: Sig<Local>,
    first_chunk: Sig<Local>,
    other_chunks: Sig<Local>,
    first_chunk_idx: Sig<Local>,
    first_row: Sig<Local>,
    other_rows: Sig<Local>,
    first_row_idx: Sig<Local>,
    load_chunks: Signal<Local, Bit>,
    fetched: Signal<Local, Bit>,
    word_chunk: Sig<Local>,
    goes_on: Signal<Local, Bit>,
    takes: Signal<Local, Bit>,
    chunk_shift: Const,
    group_shift: Const,
    _groups: usize,
    _chunks: usize,
    _rows: usize,
    _levels: usize,
}

impl TrainBuffer {
    /// For the rows of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let row_bits = spec.row_bits();
        // at most 64 chunks
        let row_idx = (row_bits.saturating_sub(6)).max(3.min(row_bits - 1));
        let address = (row_bits - row_idx).max(2);
        let chunk_idx = address.div_ceil(2);
        let (rows, chunks) = (1 << row_idx, 1 << chunk_idx);
        let groups = ((spec.rows - 1) >> (row_idx + chunk_idx)) + 1;
        let group_idx = index_bits(groups);
        let row_memory = || TableMemory::new(rows, vec![0; 1 << address]);
        let chunk_memory = || TableMemory::new(chunks, vec![0; 1 << group_idx]);
        TrainBuffer {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            first_i: Default::default(),
            insert_i: Default::default(),
            row_i: Sig::new(row_bits),
            new_o: Default::default(),
            start_i: Default::default(),
            next_i: Default::default(),
            valid_o: Default::default(),
            row_o: Sig::new(row_bits),
            u_row_memory: row_memory(),
            u_chunk_memory: chunk_memory(),
            u_replay_row_memory: row_memory(),
            u_replay_chunk_memory: chunk_memory(),
            flags: Reg::new(groups, 0),
            groups_left: Reg::new(groups, 0),
            group: Reg::data(group_idx),
            chunks_left: Reg::new(chunks, 0),
            chunk: Reg::data(address),
            rows_left: Reg::new(rows, 0),
            next_rows: Reg::data(rows),
            next_chunk: Reg::data(address),
            next_valid: BitReg::new(false),
            cleared: BitReg::new(false),
            entered: BitReg::new(false),
            entered_group: Reg::data(group_idx),
            entered_chunk: Reg::data(address),
            entered_chunks: Reg::data(chunks),
            entered_rows: Reg::data(rows),
            below_2: Sig::new(chunks),
            below_4: Sig::new(chunks),
            below: Sig::new(chunks),
            some: Sig::new(rows),
            several: Sig::new(rows),
            reach: Sig::new(8),
            last_row: Default::default(),
            row: Reg::data(row_bits),
            valid: BitReg::new(false),
            insert_group: Sig::new(group_idx),
            insert_chunk: Sig::new(address),
            group_bit: Sig::new(groups),
            chunk_bit: Sig::new(chunks),
            row_bit: Sig::new(rows),
            group_seen: Default::default(),
            chunk_seen: Default::default(),
            seen_flags: Sig::new(groups),
            seen_chunks: Sig::new(chunks),
            seen_rows: Sig::new(rows),
            first_group: Sig::new(groups),
            first_group_idx: Sig::new(group_idx),
            first_chunk: Sig::new(chunks),
            other_chunks: Sig::new(chunks),
            first_chunk_idx: Sig::new(chunk_idx),
            first_row: Sig::new(rows),
            other_rows: Sig::new(rows),
            first_row_idx: Sig::new(index_bits(rows)),
            load_chunks: Default::default(),
            fetched: Default::default(),
            word_chunk: Sig::new(address),
            goes_on: Default::default(),
            takes: Default::default(),
            chunk_shift: Const::new(8, row_idx as i128),
            group_shift: Const::new(8, chunk_idx as i128),
            _groups: groups,
            _chunks: chunks,
            _rows: rows,
            _levels: row_idx.max(1),
        }
    }
}

impl Logic for TrainBuffer {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, flags, groups_left, group, chunks_left);
        dff_setup!(self, clk_i, chunk, rows_left, next_rows, next_chunk);
        dff_setup!(self, clk_i, next_valid, row, valid);
        clock!(self, clk_i, cleared, entered, entered_group, entered_chunk);
        clock!(self, clk_i, entered_chunks, entered_rows);
        // entering a row
        self.insert_chunk.next = bits(
            self.row_i.val() >> self.chunk_shift.val(),
            self.insert_chunk.width(),
        );
        self.insert_group.next = bits(
            self.insert_chunk.val() >> self.group_shift.val(),
            self.insert_group.width(),
        );
        self.group_bit.next = bits(1.into(), self.group_bit.width()) << self.insert_group.val();
        self.chunk_bit.next = bits(1.into(), self.chunk_bit.width())
            << bits(self.insert_chunk.val(), self.first_chunk_idx.width());
        self.row_bit.next = bits(1.into(), self.row_bit.width())
            << bits(self.row_i.val(), self.first_row_idx.width());
        // a word of an earlier image, and all where this one begins, count as 0: told late, by one flag
        self.group_seen.next =
            (self.flags.q.val() & self.group_bit.val()).any() && !self.first_i.val();
        self.chunk_seen.next = self.group_seen.val()
            && (self.u_chunk_memory.rdata_o.val() & self.chunk_bit.val()).any();
        self.new_o.next =
            !self.chunk_seen.val() || !(self.u_row_memory.rdata_o.val() & self.row_bit.val()).any();
        self.seen_flags.next = self.flags.q.val();
        if self.clear_i.val() {
            self.seen_flags.next = 0.into();
        }
        self.seen_chunks.next = 0.into();
        if self.group_seen.val() {
            self.seen_chunks.next = self.u_chunk_memory.rdata_o.val();
        }
        self.seen_rows.next = 0.into();
        if self.chunk_seen.val() {
            self.seen_rows.next = self.u_row_memory.rdata_o.val();
        }
        self.flags.d.next = self.seen_flags.val();
        if self.insert_i.val() {
            self.flags.d.next = self.seen_flags.val() | self.group_bit.val();
        }
        self.u_chunk_memory.clk_i.next = self.clk_i.val();
        self.u_chunk_memory.we_i.next = self.insert_i.val();
        self.u_chunk_memory.waddr_i.next = self.insert_group.val();
        self.u_chunk_memory.raddr_i.next = self.insert_group.val();
        self.u_chunk_memory.wdata_i.next = self.seen_chunks.val() | self.chunk_bit.val();
        self.u_row_memory.clk_i.next = self.clk_i.val();
        self.u_row_memory.we_i.next = self.insert_i.val();
        self.u_row_memory.waddr_i.next = self.insert_chunk.val();
        self.u_row_memory.raddr_i.next = self.insert_chunk.val();
        self.u_row_memory.wdata_i.next = self.seen_rows.val() | self.row_bit.val();

        // replay: what it needs next of groups, chunks and rows
        self.u_replay_chunk_memory.clk_i.next = self.clk_i.val();
        self.entered.d.next = self.insert_i.val();
        self.entered_group.d.next = self.insert_group.val();
        self.entered_chunk.d.next = self.insert_chunk.val();
        self.entered_chunks.d.next = self.seen_chunks.val() | self.chunk_bit.val();
        self.entered_rows.d.next = self.seen_rows.val() | self.row_bit.val();
        self.u_replay_chunk_memory.we_i.next = self.entered.q.val();
        self.u_replay_chunk_memory.waddr_i.next = self.entered_group.q.val();
        self.u_replay_chunk_memory.wdata_i.next = self.entered_chunks.q.val();
        self.u_replay_row_memory.clk_i.next = self.clk_i.val();
        self.u_replay_row_memory.we_i.next = self.entered.q.val();
        self.u_replay_row_memory.waddr_i.next = self.entered_chunk.q.val();
        self.u_replay_row_memory.wdata_i.next = self.entered_rows.q.val();
        self.first_group.next = self.groups_left.q.val() & (!self.groups_left.q.val() + 1);
        // as tables, not as a carry: at most eight
        self.below_2.next = self.chunks_left.q.val() | (self.chunks_left.q.val() << 1);
        self.below_4.next = self.below_2.val() | (self.below_2.val() << 2);
        self.below.next = self.below_4.val() | (self.below_4.val() << 4);
        self.first_chunk.next = self.chunks_left.q.val() & !(self.below.val() << 1);
        self.other_chunks.next = self.chunks_left.q.val() & !self.first_chunk.val();
        self.first_row.next = self.rows_left.q.val() & (!self.rows_left.q.val() + 1);
        self.other_rows.next = self.rows_left.q.val() & !self.first_row.val();
        self.first_group_idx.next = 0.into();
        for k in 0..self._groups {
            if self.first_group.val().get_bit(k).any() {
                self.first_group_idx.next = self.first_group_idx.val() | k.to_bits();
            }
        }
        self.first_chunk_idx.next = 0.into();
        for k in 0..self._chunks {
            if self.first_chunk.val().get_bit(k).any() {
                self.first_chunk_idx.next = self.first_chunk_idx.val() | k.to_bits();
            }
        }
        self.first_row_idx.next = 0.into();
        for k in 0..self._rows {
            if self.first_row.val().get_bit(k).any() {
                self.first_row_idx.next = self.first_row_idx.val() | k.to_bits();
            }
        }
        self.u_replay_chunk_memory.raddr_i.next = self.first_group_idx.val();
        self.word_chunk.next = (bits(self.group.q.val(), self.chunk.q.width())
            << self.group_shift.val())
            | bits(self.first_chunk_idx.val(), self.chunk.q.width());
        self.u_replay_row_memory.raddr_i.next = self.word_chunk.val();
        // a word comes where there is room for it whatever happens to the one at hand
        self.fetched.next = self.chunks_left.q.val().any() && !self.next_valid.q.val();
        self.load_chunks.next = self.groups_left.q.val().any()
            && (!self.chunks_left.q.val().any()
                || (!self.next_valid.q.val() && !self.other_chunks.val().any()));
        // bit 0: of the rows left there is some, are several; halves are joined level by level
        self.some.next = self.rows_left.q.val();
        self.several.next = 0.into();
        self.reach.next = 1.into();
        for _level in 0..self._levels {
            self.several.next = self.several.val()
                | (self.several.val() >> self.reach.val())
                | (self.some.val() & (self.some.val() >> self.reach.val()));
            self.some.next = self.some.val() | (self.some.val() >> self.reach.val());
            self.reach.next = self.reach.val() << 1;
        }
        self.last_row.next = !self.several.val().get_bit(0).any();
        self.goes_on.next = self.next_i.val() || !self.valid.q.val();
        self.takes.next =
            !self.rows_left.q.val().any() || (self.goes_on.val() && self.last_row.val());
        if self.fetched.val() {
            self.chunks_left.d.next = self.other_chunks.val();
            self.next_rows.d.next = self.u_replay_row_memory.rdata_o.val();
            self.next_chunk.d.next = self.word_chunk.val();
            self.next_valid.d.next = true;
        }
        if self.load_chunks.val() {
            self.chunks_left.d.next = self.u_replay_chunk_memory.rdata_o.val();
            self.group.d.next = self.first_group_idx.val();
            self.groups_left.d.next = self.groups_left.q.val() & !self.first_group.val();
        }
        if self.goes_on.val() {
            self.valid.d.next = self.rows_left.q.val().any();
            self.row.d.next = (bits(self.chunk.q.val(), self.row.d.width())
                << self.chunk_shift.val())
                | bits(self.first_row_idx.val(), self.row.d.width());
            self.rows_left.d.next = self.other_rows.val();
        }
        if self.takes.val() {
            self.next_valid.d.next = false;
            self.rows_left.d.next = 0.into();
            if self.fetched.val() {
                self.rows_left.d.next = self.u_replay_row_memory.rdata_o.val();
            }
            self.chunk.d.next = self.word_chunk.val();
            if self.next_valid.q.val() {
                self.rows_left.d.next = self.next_rows.q.val();
                self.chunk.d.next = self.next_chunk.q.val();
            }
        }
        if self.start_i.val() {
            self.groups_left.d.next = self.flags.q.val();
        }
        if self.clear_i.val() {
            self.groups_left.d.next = 0.into();
        }
        self.cleared.d.next = self.clear_i.val();
        if self.cleared.q.val() {
            self.chunks_left.d.next = 0.into();
            self.rows_left.d.next = 0.into();
            self.next_valid.d.next = false;
            self.valid.d.next = false;
        }
        self.valid_o.next = self.valid.q.val();
        self.row_o.next = self.row.q.val();
    }
}
