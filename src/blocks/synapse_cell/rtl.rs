//! RTL of the synapse cell.

use crate::hdl::prelude::*;
use crate::spec::{Spec, Types, W1_BITS, WORD_BITS};

/// A taught weight enters with its random word and leaves, updated, one cycle later.
#[derive(LogicBlock)]
pub struct SynapseCell {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Forget the pulses.
    pub clear_i: Signal<In, Bit>,
    /// Take a pulse.
    pub load_i: Sig<In>,
    /// Its switching threshold, 0 where none is sent.
    pub threshold_i: Sig<In>,
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// It potentiates, else it depresses.
    pub ltp_i: Signal<In, Bit>,
    /// The row is being taught.
    pub teach_i: Signal<In, Bit>,
    /// The row spiked in this image (or is the bias row).
    pub active_i: Signal<In, Bit>,
    /// Its first step.
    pub row_step_i: Sig<In>,
    /// First spike step of the column, T where there is none.
    pub column_step_i: Sig<In>,
    /// LFSR state rotated for this lane.
    pub rotated_i: Sig<In>,
    /// `M` of this lane's group of columns.
    pub mask_i: Sig<In>,
    /// `M` of the group after it.
    pub next_mask_i: Sig<In>,
    /// The lane's column belongs to the group after.
    pub carry_i: Sig<In>,
    /// Weight read.
    pub weight_i: Sig<In>,
    /// The host writes this lane's cell.
    pub host_select_i: Sig<In>,
    /// What the host writes, a cycle later.
    pub host_weight_i: Sig<In>,
    /// Weight to write back, of the cycle before.
    pub weight_o: Sig<Out>,
    /// The junction switched, in the cycle before.
    pub switched_o: Signal<Out, Bit>,
    /// It switched at the limit.
    pub saturated_o: Signal<Out, Bit>,
    /// A pulse towards potentiation, in the cycle before.
    pub ltp_o: Signal<Out, Bit>,
    /// A pulse towards depression, in the cycle before.
    pub ltd_o: Signal<Out, Bit>,
    thresholds: Reg,
    pulses: Reg,
    directions: Reg,
    weight: Reg,
    taught: BitReg,
    switched: BitReg,
    ltp: BitReg,
    at_limit: BitReg,
    host: BitReg,
    word: Sig<Local>,
    causal: Signal<Local, Bit>,
    threshold: Sig<Local>,
    pulse: Sig<Local>,
    direction: Sig<Local>,
    rest: Sig<Local>,
    unused: Signal<Local, Bit>,
    inner: Sig<Local>,
    change: Sig<Local>,
    two_sides: Const,
    threshold_shift: Const,
    flag_shift: Const,
    inner_ones: Const,
    ones: Const,
}

impl SynapseCell {
    /// For the types and steps of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let sides = spec.types.num_sides();
        let two_sides = spec.types == Types::All;
        let shift = |of_two: usize| Const::new(32, if two_sides { of_two as i128 } else { 0 });
        SynapseCell {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            load_i: Sig::new(1),
            threshold_i: Sig::new(WORD_BITS),
            pulse_i: Default::default(),
            ltp_i: Default::default(),
            teach_i: Default::default(),
            active_i: Default::default(),
            row_step_i: Sig::new(spec.step_bits()),
            column_step_i: Sig::new(spec.step_bits()),
            rotated_i: Sig::new(WORD_BITS),
            mask_i: Sig::new(WORD_BITS),
            next_mask_i: Sig::new(WORD_BITS),
            carry_i: Sig::new(1),
            weight_i: Sig::new(W1_BITS),
            host_select_i: Sig::new(1),
            host_weight_i: Sig::new(W1_BITS),
            weight_o: Sig::new(W1_BITS),
            switched_o: Default::default(),
            saturated_o: Default::default(),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            thresholds: Reg::data(sides * WORD_BITS),
            pulses: Reg::data(sides),
            directions: Reg::data(sides),
            weight: Reg::data(W1_BITS),
            taught: BitReg::new(false),
            switched: BitReg::new(false),
            ltp: BitReg::new(false),
            at_limit: BitReg::new(false),
            host: BitReg::new(false),
            word: Sig::new(WORD_BITS),
            causal: Default::default(),
            threshold: Sig::new(WORD_BITS),
            pulse: Sig::new(1),
            direction: Sig::new(1),
            rest: Sig::new(WORD_BITS + 2),
            unused: Default::default(),
            inner: Sig::new(W1_BITS - 2),
            change: Sig::new(W1_BITS),
            two_sides: Const::new(1, two_sides.into()),
            threshold_shift: shift(WORD_BITS),
            flag_shift: shift(1),
            inner_ones: Const::new(W1_BITS - 2, (1 << (W1_BITS - 2)) - 1),
            ones: Const::new(W1_BITS, (1 << W1_BITS) - 1),
        }
    }
}

impl Logic for SynapseCell {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, thresholds, pulses, directions);
        clock!(self, clk_i, weight, taught, switched, ltp, at_limit, host);
        if self.clear_i.val() {
            self.thresholds.d.next = 0.into();
            self.pulses.d.next = 0.into();
        } else if self.load_i.val().any() {
            self.thresholds.d.next = (self.thresholds.q.val() << 16)
                | bits(self.threshold_i.val(), self.thresholds.d.width());
            self.pulses.d.next =
                (self.pulses.q.val() << 1) | bits(self.pulse_i.val().into(), self.pulses.d.width());
            self.directions.d.next = (self.directions.q.val() << 1)
                | bits(self.ltp_i.val().into(), self.pulses.d.width());
        }

        // dt >= 0; a silent row is acausal
        self.causal.next =
            self.active_i.val() && (self.column_step_i.val() >= self.row_step_i.val());
        self.threshold.next = bits(self.thresholds.q.val(), 16);
        self.pulse.next = bits(self.pulses.q.val(), 1);
        self.direction.next = bits(self.directions.q.val(), 1);
        if self.two_sides.val().any() && !self.causal.val() {
            self.threshold.next = bits(self.thresholds.q.val() >> self.threshold_shift.val(), 16);
            self.pulse.next = bits(self.pulses.q.val() >> self.flag_shift.val(), 1);
            self.direction.next = bits(self.directions.q.val() >> self.flag_shift.val(), 1);
        }
        self.word.next = self.rotated_i.val() ^ self.mask_i.val();
        if self.carry_i.val().any() {
            self.word.next = self.rotated_i.val() ^ self.next_mask_i.val();
        }
        // threshold - word - 1 is negative where the junction stays; as a difference, so that the
        // threshold feeds the carry chain (see `lif`)
        self.rest.next =
            (bits(self.threshold.val(), 18) << 1) - ((bits(self.word.val(), 18) << 1) | 1);
        self.unused.next = self.rest.val().xor();
        self.taught.d.next = self.teach_i.val()
            && self.pulse.val().any()
            && (self.two_sides.val().any() || self.causal.val());
        self.switched.d.next = !self.rest.val().get_bit(17).any();
        if !self.teach_i.val() || (!self.two_sides.val().any() && !self.causal.val()) {
            self.switched.d.next = false;
        }
        self.ltp.d.next = self.direction.val().any();

        // +63 where it goes up, -63 where it goes down
        self.inner.next = bits(self.weight_i.val() >> 1, self.inner.width());
        self.at_limit.d.next = self.weight_i.val().get_bit(0).any()
            && self.weight_i.val().get_bit(6).any()
            && !self.inner.val().any();
        if self.direction.val().any() {
            self.at_limit.d.next = self.weight_i.val().get_bit(0).any()
                && !self.weight_i.val().get_bit(6).any()
                && (self.inner.val() == self.inner_ones.val());
        }
        self.host.d.next = self.host_select_i.val().any();
        self.weight.d.next = self.weight_i.val();
        if self.host_select_i.val().any() {
            self.weight.d.next = self.ones.val();
        }

        self.change.next = 0.into();
        if self.host.q.val() {
            self.change.next = !self.host_weight_i.val();
        } else if self.switched.q.val() && !self.at_limit.q.val() {
            self.change.next = 1.into();
            if self.ltp.q.val() {
                self.change.next = self.ones.val();
            }
        }
        self.weight_o.next = self.weight.q.val() - self.change.val();
        self.switched_o.next = self.switched.q.val();
        self.saturated_o.next = self.switched.q.val() && self.at_limit.q.val();
        self.ltp_o.next = self.taught.q.val() && self.ltp.q.val();
        self.ltd_o.next = self.taught.q.val() && !self.ltp.q.val();
    }
}
