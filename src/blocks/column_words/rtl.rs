//! RTL of the column words.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::{Spec, WORD_BITS};

/// Turns the LFSR state into what the lanes of a pass need for their words:
/// `word_c = rotl16(s, c & 15) ^ M[c >> 4]` with `c = pass * lanes + lane`.
#[derive(LogicBlock)]
pub struct ColumnWords {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// LFSR state.
    pub state_i: Sig<In>,
    /// The next cycle serves pass 0; its words stand in the one after.
    pub first_i: Signal<In, Bit>,
    /// The next cycle serves the pass after the present one.
    pub next_i: Signal<In, Bit>,
    /// The next cycle serves readout column `class_i`, in place of lane 0.
    pub class_valid_i: Signal<In, Bit>,
    /// Readout column, below 16.
    pub class_i: Sig<In>,
    /// State rotated by the first column of the pass, twice in a row: lane `l` takes 16 bits from
    /// `16 - (l & 15)` on.
    pub doubled_o: Sig<Out>,
    /// `M` of the groups of 16 columns that the pass touches.
    pub masks_o: Sig<Out>,
    /// Bit r: lanes with `l & 15 = r` belong to the group after `l >> 4`.
    pub carry_o: Sig<Out>,
    offset: Reg,
    base_mask: Reg,
    sum: Sig<Local>,
    rotated: Reg,
    carry: Reg,
    shown_masks: Reg,
    lanes_low: Const,
    mask_step: Const,
    mask_step_carry: Const,
    mask_factor: Const,
    ones: Const,
    masks: Vec<Sig<Local>>,
}

impl ColumnWords {
    /// For the lanes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let factor = 0x9E37_i128;
        let lanes = spec.lanes as i128;
        let groups = num_groups(spec);
        ColumnWords {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            state_i: Sig::new(WORD_BITS),
            first_i: Default::default(),
            next_i: Default::default(),
            class_valid_i: Default::default(),
            class_i: Sig::new(CLASS_BITS),
            doubled_o: Sig::new(2 * WORD_BITS),
            masks_o: Sig::packed(groups, WORD_BITS),
            carry_o: Sig::new(WORD_BITS),
            offset: Reg::new(4, 0),
            base_mask: Reg::new(WORD_BITS, 0),
            sum: Sig::new(5),
            rotated: Reg::data(WORD_BITS),
            carry: Reg::data(WORD_BITS),
            shown_masks: Reg::packed(groups, WORD_BITS),
            lanes_low: Const::new(5, lanes & 15),
            mask_step: Const::new(WORD_BITS, (lanes >> 4) * factor),
            mask_step_carry: Const::new(WORD_BITS, ((lanes >> 4) + 1) * factor),
            mask_factor: Const::new(WORD_BITS, factor),
            ones: Const::new(WORD_BITS, 0xFFFF),
            masks: (0..groups).map(|_| Sig::new(WORD_BITS)).collect(),
        }
    }
}

/// Groups of 16 columns that the lanes of a pass may touch.
pub fn num_groups(spec: &Spec) -> usize {
    ((spec.lanes - 1) >> 4) + 2
}

impl Logic for ColumnWords {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, offset, base_mask);
        clock!(self, clk_i, rotated, carry, shown_masks);
        self.sum.next = bits(self.offset.q.val(), 5) + self.lanes_low.val();
        if self.class_valid_i.val() {
            self.offset.d.next = self.class_i.val();
            self.base_mask.d.next = 0.into();
        } else if self.first_i.val() {
            self.offset.d.next = 0.into();
            self.base_mask.d.next = 0.into();
        } else if self.next_i.val() {
            self.offset.d.next = bits(self.sum.val(), 4);
            if self.sum.val().get_bit(4).any() {
                self.base_mask.d.next = self.base_mask.q.val() + self.mask_step_carry.val();
            } else {
                self.base_mask.d.next = self.base_mask.q.val() + self.mask_step.val();
            }
        }
        self.rotated.d.next = (self.state_i.val() << self.offset.q.val())
            | ((self.state_i.val() >> 1) >> (!self.offset.q.val()));
        self.doubled_o.next =
            (bits(self.rotated.q.val(), 32) << 16) | bits(self.rotated.q.val(), 32);
        self.carry.d.next = !(self.ones.val() >> self.offset.q.val());
        for g in 0..self.masks.len() {
            self.masks[g].next = self.base_mask.q.val() + g.to_bits() * self.mask_factor.val();
        }
        self.shown_masks.d.next = self.masks.val();
        self.masks_o.next = self.shown_masks.q.val();
        self.carry_o.next = self.carry.q.val();
    }
}
