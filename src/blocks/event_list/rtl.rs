//! RTL of the event list.

use crate::hdl::prelude::*;
use crate::spec::Spec;

/// Rows in a memory, a bit a row beside it.
#[derive(LogicBlock)]
pub struct EventList {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// The image is over: no row is listed.
    pub clear_i: Signal<In, Bit>,
    /// Enter `row_i`, which is new.
    pub insert_i: Signal<In, Bit>,
    /// Row.
    pub row_i: Sig<In>,
    /// `row_i` has not been seen in this image.
    pub new_o: Signal<Out, Bit>,
    /// Start a replay.
    pub start_i: Signal<In, Bit>,
    /// Go on to the next row.
    pub next_i: Signal<In, Bit>,
    /// `row_o` holds a row; false after the last.
    pub valid_o: Signal<Out, Bit>,
    /// Row of the replay.
    pub row_o: Sig<Out>,
    /// No row may come yet.
    pub busy_o: Signal<Out, Bit>,
    u_list_memory: RowMemory,
    u_seen_memory: TableMemory,
    length: Reg,
    place: Reg,
    sweeping: BitReg,
    next_place: Sig<Local>,
    row: Sig<Local>,
    place_last: Const,
}

impl EventList {
    /// For the rows of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let row = spec.row_bits();
        EventList {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            insert_i: Default::default(),
            row_i: Sig::new(row),
            new_o: Default::default(),
            start_i: Default::default(),
            next_i: Default::default(),
            valid_o: Default::default(),
            row_o: Sig::new(row),
            busy_o: Default::default(),
            u_list_memory: RowMemory::new(1 << row, 1, row, None),
            u_seen_memory: TableMemory::new(1, vec![0; 1 << row]),
            length: Reg::new(row, 0),
            place: Reg::new(row, 0),
            sweeping: BitReg::new(true),
            next_place: Sig::new(row),
            row: Sig::new(row),
            place_last: Const::new(row, (1 << row) - 1),
        }
    }
}

impl Logic for EventList {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, length, sweeping);
        clock!(self, clk_i, place);
        // the list
        if self.insert_i.val() {
            self.length.d.next = self.length.q.val() + 1;
        }
        if self.clear_i.val() {
            self.length.d.next = 0.into();
        }
        self.next_place.next = self.place.q.val();
        if self.next_i.val() || self.sweeping.q.val() {
            self.next_place.next = self.place.q.val() + 1;
        }
        if self.start_i.val() {
            self.next_place.next = 0.into();
        }
        self.place.d.next = self.next_place.val();
        self.u_list_memory.clk_i.next = self.clk_i.val();
        self.u_list_memory.we_i.next = self.insert_i.val();
        self.u_list_memory.waddr_i.next = self.length.q.val();
        self.u_list_memory.wdata_i.next = self.row_i.val();
        self.u_list_memory.raddr_i.next = self.next_place.val();
        self.valid_o.next = self.place.q.val() != self.length.q.val();
        self.row_o.next = self.u_list_memory.rdata_o.val();

        // one row a cycle: it comes, it is replayed, or all are swept
        if self.place.q.val() == self.place_last.val() {
            self.sweeping.d.next = false;
        }
        self.row.next = self.row_i.val();
        if self.next_i.val() {
            self.row.next = self.u_list_memory.rdata_o.val();
        }
        if self.sweeping.q.val() {
            self.row.next = self.place.q.val();
        }
        self.u_seen_memory.clk_i.next = self.clk_i.val();
        self.u_seen_memory.we_i.next =
            self.insert_i.val() || self.next_i.val() || self.sweeping.q.val();
        self.u_seen_memory.waddr_i.next = self.row.val();
        self.u_seen_memory.wdata_i.next = bits(self.insert_i.val().into(), 1);
        // not the row of the replay, which nobody asks about: it comes late out of its memory
        self.u_seen_memory.raddr_i.next = self.row_i.val();
        self.new_o.next = !self.u_seen_memory.rdata_o.val().any();
        self.busy_o.next = self.sweeping.q.val();
    }
}
