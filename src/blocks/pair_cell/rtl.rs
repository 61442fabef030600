//! RTL of the pair cell.

use crate::blocks::mtj_pair::rtl::PersistentPair;
use crate::hdl::prelude::*;
use crate::spec::{NUM_JUNCTIONS, PAIR_WEIGHT, Spec, Types, W1_BITS, WORD_BITS};

/// A pair enters with its random word and leaves, pulsed, one cycle later.
#[derive(LogicBlock)]
pub struct PairCell {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Forget the pulses.
    pub clear_i: Signal<In, Bit>,
    /// Take a junction's pulse.
    pub load_i: Sig<In>,
    /// Its switching threshold, 0 where none is sent.
    pub threshold_i: Sig<In>,
    /// A pulse is sent, and the junction is the one watched.
    pub pulse_i: Signal<In, Bit>,
    /// It is towards P.
    pub to_p_i: Signal<In, Bit>,
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
    /// Pair read.
    pub pair_i: Sig<In>,
    /// The host writes this lane's cell.
    pub host_select_i: Sig<In>,
    /// What the host writes.
    pub host_pair_i: Sig<In>,
    /// Weight of the pair read, of `spec::PAIR_WEIGHT` times 1, 0 or -1.
    pub weight_o: Sig<Out>,
    /// Pair to write back, of the cycle before.
    pub pair_o: Sig<Out>,
    /// Junctions that changed, in the cycle before.
    pub switched_o: Sig<Out>,
    /// A pulse towards potentiation, in the cycle before.
    pub ltp_o: Signal<Out, Bit>,
    /// A pulse towards depression, in the cycle before.
    pub ltd_o: Signal<Out, Bit>,
    u_persistent_pair: PersistentPair,
    thresholds: Reg,
    pulses: Reg,
    directions: Reg,
    pair: Reg,
    switched: Reg,
    ltp: BitReg,
    ltd: BitReg,
    word: Sig<Local>,
    causal: Signal<Local, Bit>,
    taught: Signal<Local, Bit>,
    side: Sig<Local>,
    pulse: Sig<Local>,
    direction: Sig<Local>,
    weight: Const,
    two_sides: Const,
    side_shift: Const,
    flag_shift: Const,
}

impl PairCell {
    /// For the types and steps of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let junctions = spec.thresholds_a_lane();
        let two_sides = spec.types == Types::All;
        let shift = |bits: usize| Const::new(32, if two_sides { bits as i128 } else { 0 });
        PairCell {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            load_i: Sig::new(1),
            threshold_i: Sig::new(WORD_BITS),
            pulse_i: Default::default(),
            to_p_i: Default::default(),
            teach_i: Default::default(),
            active_i: Default::default(),
            row_step_i: Sig::new(spec.step_bits()),
            column_step_i: Sig::new(spec.step_bits()),
            rotated_i: Sig::new(WORD_BITS),
            mask_i: Sig::new(WORD_BITS),
            next_mask_i: Sig::new(WORD_BITS),
            carry_i: Sig::new(1),
            pair_i: Sig::new(NUM_JUNCTIONS),
            host_select_i: Sig::new(1),
            host_pair_i: Sig::new(NUM_JUNCTIONS),
            weight_o: Sig::new(W1_BITS),
            pair_o: Sig::new(NUM_JUNCTIONS),
            switched_o: Sig::new(NUM_JUNCTIONS),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            u_persistent_pair: PersistentPair::default(),
            thresholds: Reg::data(junctions * WORD_BITS),
            pulses: Reg::data(junctions),
            directions: Reg::data(junctions),
            pair: Reg::data(NUM_JUNCTIONS),
            switched: Reg::new(NUM_JUNCTIONS, 0),
            ltp: BitReg::new(false),
            ltd: BitReg::new(false),
            word: Sig::new(WORD_BITS),
            causal: Default::default(),
            taught: Default::default(),
            side: Sig::packed(NUM_JUNCTIONS, WORD_BITS),
            pulse: Sig::new(NUM_JUNCTIONS),
            direction: Sig::new(NUM_JUNCTIONS),
            weight: Const::new(W1_BITS, PAIR_WEIGHT.into()),
            two_sides: Const::new(1, two_sides.into()),
            side_shift: shift(NUM_JUNCTIONS * WORD_BITS),
            flag_shift: shift(NUM_JUNCTIONS),
        }
    }
}

impl Logic for PairCell {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, thresholds, pulses, directions);
        clock!(self, clk_i, pair, switched, ltp, ltd);
        if self.clear_i.val() {
            self.thresholds.d.next = 0.into();
            self.pulses.d.next = 0.into();
        } else if self.load_i.val().any() {
            self.thresholds.d.next = (self.thresholds.q.val() << 16)
                | bits(self.threshold_i.val(), self.thresholds.d.width());
            self.pulses.d.next =
                (self.pulses.q.val() << 1) | bits(self.pulse_i.val().into(), self.pulses.d.width());
            self.directions.d.next = (self.directions.q.val() << 1)
                | bits(self.to_p_i.val().into(), self.pulses.d.width());
        }

        // left minus right
        self.weight_o.next = 0.into();
        if self.pair_i.val() == 1 {
            self.weight_o.next = self.weight.val();
        } else if self.pair_i.val() == 2 {
            self.weight_o.next = !self.weight.val() + 1;
        }

        // dt >= 0; a silent row is acausal
        self.causal.next =
            self.active_i.val() && (self.column_step_i.val() >= self.row_step_i.val());
        self.side.next = bits(self.thresholds.q.val(), 32);
        self.pulse.next = bits(self.pulses.q.val(), 2);
        self.direction.next = bits(self.directions.q.val(), 2);
        if self.two_sides.val().any() && !self.causal.val() {
            self.side.next = bits(self.thresholds.q.val() >> self.side_shift.val(), 32);
            self.pulse.next = bits(self.pulses.q.val() >> self.flag_shift.val(), 2);
            self.direction.next = bits(self.directions.q.val() >> self.flag_shift.val(), 2);
        }
        self.taught.next = self.teach_i.val() && (self.two_sides.val().any() || self.causal.val());
        self.word.next = self.rotated_i.val() ^ self.mask_i.val();
        if self.carry_i.val().any() {
            self.word.next = self.rotated_i.val() ^ self.next_mask_i.val();
        }
        self.u_persistent_pair.pair_i.next = self.pair_i.val();
        self.u_persistent_pair.pulse_i.next = self.taught.val();
        self.u_persistent_pair.to_p_i.next = self.direction.val();
        self.u_persistent_pair.word_i.next = self.word.val();
        self.u_persistent_pair.left_threshold_i.next = self.side.val().get_bit(0);
        self.u_persistent_pair.right_threshold_i.next = self.side.val().get_bit(1);

        self.pair.d.next = self.u_persistent_pair.pair_o.val();
        if self.host_select_i.val().any() {
            self.pair.d.next = self.host_pair_i.val();
        }
        self.switched.d.next = self.u_persistent_pair.switched_o.val();
        self.ltp.d.next = self.taught.val() && (self.pulse.val() & self.direction.val()).any();
        self.ltd.d.next = self.taught.val() && (self.pulse.val() & !self.direction.val()).any();
        self.pair_o.next = self.pair.q.val();
        self.switched_o.next = self.switched.q.val();
        self.ltp_o.next = self.ltp.q.val();
        self.ltd_o.next = self.ltd.q.val();
    }
}
