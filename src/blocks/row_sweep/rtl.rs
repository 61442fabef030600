//! RTL of the row sweep.

use crate::blocks::best::rtl::place_bits;
use crate::hdl::prelude::*;
use crate::spec::{Prototype, Spec};

/// P0 the row is compared with the replay, P1, S0 its part stands and the slot is issued.
#[derive(LogicBlock)]
pub struct RowSweep {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// P0: a row.
    pub sweep_i: Signal<In, Bit>,
    /// P0: which.
    pub row_i: Sig<In>,
    /// The replay shows a row.
    pub replay_valid_i: Signal<In, Bit>,
    /// Row shown.
    pub replay_row_i: Sig<In>,
    /// Train buffer: go on.
    pub replay_next_o: Signal<Out, Bit>,
    /// S0: part of the row, one hot.
    pub part_i: Sig<In>,
    /// Places of the winners.
    pub places_i: Sig<In>,
    /// S0: the slot.
    pub teach_o: Signal<Out, Bit>,
    /// S0: its row.
    pub row_o: Sig<Out>,
    /// S0: its pass.
    pub pass_o: Sig<Out>,
    /// S0: the row was active.
    pub active_o: Signal<Out, Bit>,
    valid_p1: BitReg,
    active_p1: BitReg,
    row_p1: Reg,
    valid_s0: BitReg,
    active_s0: BitReg,
    row_s0: Reg,
    place: Sig<Local>,
    active: Signal<Local, Bit>,
    lane_bits: Const,
    _parts: usize,
}

impl RowSweep {
    /// For the rows of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (row, parts) = (spec.row_bits(), sizes.num_compartments());
        let flag = || BitReg::new(false);
        RowSweep {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            sweep_i: Default::default(),
            row_i: Sig::new(row),
            replay_valid_i: Default::default(),
            replay_row_i: Sig::new(row),
            replay_next_o: Default::default(),
            part_i: Sig::new(parts),
            places_i: Sig::packed(parts, place_bits(spec)),
            teach_o: Default::default(),
            row_o: Sig::new(row),
            pass_o: Sig::new(spec.pass_bits()),
            active_o: Default::default(),
            valid_p1: flag(),
            active_p1: flag(),
            row_p1: Reg::data(row),
            valid_s0: flag(),
            active_s0: flag(),
            row_s0: Reg::data(row),
            place: Sig::new(place_bits(spec)),
            active: Default::default(),
            lane_bits: Const::new(8, spec.lane_bits() as i128),
            _parts: parts,
        }
    }
}

impl Logic for RowSweep {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, valid_p1, active_p1, row_p1);
        clock!(self, clk_i, valid_s0, active_s0, row_s0);
        self.active.next =
            self.replay_valid_i.val() && (self.replay_row_i.val() == self.row_i.val());
        self.replay_next_o.next = self.sweep_i.val() && self.active.val();
        self.valid_p1.d.next = self.sweep_i.val();
        self.active_p1.d.next = self.active.val();
        self.row_p1.d.next = self.row_i.val();
        self.valid_s0.d.next = self.valid_p1.q.val();
        self.active_s0.d.next = self.active_p1.q.val();
        self.row_s0.d.next = self.row_p1.q.val();
        self.place.next = 0.into();
        for k in 0..self._parts {
            if self.part_i.val().get_bit(k).any() {
                self.place.next = self.place.val() | self.places_i.val().get_bit(k);
            }
        }
        self.teach_o.next = self.valid_s0.q.val();
        self.row_o.next = self.row_s0.q.val();
        self.pass_o.next = bits(
            self.place.val() >> self.lane_bits.val(),
            self.pass_o.width(),
        );
        self.active_o.next = self.active_s0.q.val();
    }
}
