//! RTL of a lane: a neuron, and the synapse cell that serves the row in turn.

use crate::blocks::lif::rtl::{Lif, PulseLif, operand_bits};
use crate::blocks::mtj_pair::rtl::MtjPair;
use crate::blocks::stdp::rtl::{RULE_BITS, Stdp};
use crate::blocks::synapse::rtl::Synapse;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, InputCode, Spec, W1_BITS, WORD_BITS};

/// One lane. A taught weight enters with its random word and leaves, updated, one cycle later.
#[derive(LogicBlock)]
pub struct Lane {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// See [`Lif`].
    pub acc_i: Signal<In, Bit>,
    /// See [`PulseLif`].
    pub acc_first_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub settle_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub step_i: Signal<In, Bit>,
    /// See [`PulseLif`].
    pub step_first_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub step_last_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub operand_i: Sig<In>,
    /// See [`PulseLif`].
    pub decrement_i: Sig<In>,
    /// See [`Lif`].
    pub silent_i: Sig<In>,
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
    /// Rule entry of the column.
    pub rule_i: Sig<In>,
    /// Switching threshold of the column on causal rows.
    pub causal_switching_i: Sig<In>,
    /// The same on acausal rows.
    pub acausal_switching_i: Sig<In>,
    /// Weight read.
    pub weight_i: Sig<In>,
    /// The host writes this lane's cell.
    pub host_select_i: Sig<In>,
    /// What the host writes.
    pub host_weight_i: Sig<In>,
    /// Weight to write back, of the cycle before.
    pub weight_o: Sig<Out>,
    /// A junction switched, in the cycle before.
    pub switched_o: Signal<Out, Bit>,
    /// It switched at the limit.
    pub saturated_o: Signal<Out, Bit>,
    /// A pulse towards potentiation, in the cycle before.
    pub ltp_o: Signal<Out, Bit>,
    /// A pulse towards depression, in the cycle before.
    pub ltd_o: Signal<Out, Bit>,
    /// See [`Lif`].
    pub count_o: Sig<Out>,
    /// See [`Lif`].
    pub fired_o: Signal<Out, Bit>,
    /// See [`Lif`].
    pub in_window_o: Signal<Out, Bit>,
    /// See [`Lif`].
    pub positive_o: Signal<Out, Bit>,
    /// See [`Lif`].
    pub negative_o: Signal<Out, Bit>,
    u_lif: Vec<Lif>,
    u_pulse_lif: Vec<PulseLif>,
    u_stdp: Stdp,
    u_mtj_pair: MtjPair,
    u_synapse: Synapse,
    unused: Signal<Local, Bit>,
    word: Sig<Local>,
    causal: Signal<Local, Bit>,
    switching: Sig<Local>,
    weight: Reg,
    pulsed: BitReg,
    switched: BitReg,
    ltp: BitReg,
}

impl Lane {
    /// A lane of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let trains = spec.code != InputCode::Hold;
        Lane {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            settle_i: Default::default(),
            step_i: Default::default(),
            step_first_i: Default::default(),
            step_last_i: Default::default(),
            operand_i: Sig::new(operand_bits(spec)),
            decrement_i: Sig::new(operand_bits(spec)),
            silent_i: Sig::new(1),
            teach_i: Default::default(),
            active_i: Default::default(),
            row_step_i: Sig::new(spec.step_bits()),
            column_step_i: Sig::new(spec.step_bits()),
            rotated_i: Sig::new(WORD_BITS),
            mask_i: Sig::new(WORD_BITS),
            next_mask_i: Sig::new(WORD_BITS),
            carry_i: Sig::new(1),
            rule_i: Sig::new(RULE_BITS),
            causal_switching_i: Sig::new(WORD_BITS),
            acausal_switching_i: Sig::new(WORD_BITS),
            weight_i: Sig::new(W1_BITS),
            host_select_i: Sig::new(1),
            host_weight_i: Sig::new(W1_BITS),
            weight_o: Sig::new(W1_BITS),
            switched_o: Default::default(),
            saturated_o: Default::default(),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            count_o: Sig::new(COUNT_BITS),
            fired_o: Default::default(),
            in_window_o: Default::default(),
            positive_o: Default::default(),
            negative_o: Default::default(),
            u_lif: (!trains).then(|| Lif::new(spec)).into_iter().collect(),
            u_pulse_lif: trains.then(|| PulseLif::new(spec)).into_iter().collect(),
            u_stdp: Stdp::default(),
            u_mtj_pair: MtjPair::default(),
            u_synapse: Synapse::new(W1_BITS),
            unused: Default::default(),
            word: Sig::new(WORD_BITS),
            causal: Default::default(),
            switching: Sig::new(WORD_BITS),
            weight: Reg::data(W1_BITS),
            pulsed: BitReg::new(false),
            switched: BitReg::new(false),
            ltp: BitReg::new(false),
        }
    }
}

impl Logic for Lane {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, weight, pulsed, switched, ltp);
        self.count_o.next = 0.into();
        self.fired_o.next = false;
        self.in_window_o.next = false;
        self.positive_o.next = false;
        self.negative_o.next = false;
        for m in 0..self.u_lif.len() {
            self.u_lif[m].clk_i.next = self.clk_i.val();
            self.u_lif[m].rst_ni.next = self.rst_ni.val();
            self.u_lif[m].acc_i.next = self.acc_i.val();
            self.u_lif[m].weight_i.next = self.weight_i.val();
            self.u_lif[m].settle_i.next = self.settle_i.val();
            self.u_lif[m].step_i.next = self.step_i.val();
            self.u_lif[m].step_last_i.next = self.step_last_i.val();
            self.u_lif[m].operand_i.next = self.operand_i.val();
            self.u_lif[m].silent_i.next = self.silent_i.val();
        }
        for n in 0..self.u_lif.len() {
            self.count_o.next = self.u_lif[n].count_o.val();
            self.fired_o.next = self.u_lif[n].fired_o.val();
            self.in_window_o.next = self.u_lif[n].in_window_o.val();
            self.positive_o.next = self.u_lif[n].positive_o.val();
            self.negative_o.next = self.u_lif[n].negative_o.val();
        }
        for m in 0..self.u_pulse_lif.len() {
            self.u_pulse_lif[m].clk_i.next = self.clk_i.val();
            self.u_pulse_lif[m].rst_ni.next = self.rst_ni.val();
            self.u_pulse_lif[m].acc_i.next = self.acc_i.val();
            self.u_pulse_lif[m].acc_first_i.next = self.acc_first_i.val();
            self.u_pulse_lif[m].weight_i.next = self.weight_i.val();
            self.u_pulse_lif[m].step_i.next = self.step_i.val();
            self.u_pulse_lif[m].step_first_i.next = self.step_first_i.val();
            self.u_pulse_lif[m].step_last_i.next = self.step_last_i.val();
            self.u_pulse_lif[m].operand_i.next = self.operand_i.val();
            self.u_pulse_lif[m].decrement_i.next = self.decrement_i.val();
            self.u_pulse_lif[m].silent_i.next = self.silent_i.val();
        }
        for n in 0..self.u_pulse_lif.len() {
            self.count_o.next = self.u_pulse_lif[n].count_o.val();
            self.fired_o.next = self.u_pulse_lif[n].fired_o.val();
            self.in_window_o.next = self.u_pulse_lif[n].in_window_o.val();
            self.positive_o.next = self.u_pulse_lif[n].positive_o.val();
            self.negative_o.next = self.u_pulse_lif[n].negative_o.val();
        }
        // hold codes need some, pulse codes others
        self.unused.next = self.settle_i.val()
            ^ self.acc_first_i.val()
            ^ self.step_first_i.val()
            ^ self.decrement_i.val().xor();

        self.word.next = self.rotated_i.val() ^ self.mask_i.val();
        if self.carry_i.val().any() {
            self.word.next = self.rotated_i.val() ^ self.next_mask_i.val();
        }
        self.u_stdp.rule_i.next = self.rule_i.val();
        // dt >= 0; a silent row is acausal
        self.causal.next =
            self.active_i.val() && (self.column_step_i.val() >= self.row_step_i.val());
        self.u_stdp.causal_i.next = self.causal.val();
        self.switching.next = self.acausal_switching_i.val();
        if self.causal.val() {
            self.switching.next = self.causal_switching_i.val();
        }
        self.u_mtj_pair.pulse_i.next = self.u_stdp.pulse_o.val() && self.teach_i.val();
        self.u_mtj_pair.word_i.next = self.word.val();
        self.u_mtj_pair.threshold_i.next = self.switching.val();

        self.weight.d.next = self.weight_i.val();
        if self.host_select_i.val().any() {
            self.weight.d.next = self.host_weight_i.val();
        }
        self.pulsed.d.next = self.u_stdp.pulse_o.val() && self.teach_i.val();
        self.switched.d.next = self.u_mtj_pair.switched_o.val();
        self.ltp.d.next = self.u_stdp.ltp_o.val();

        self.u_synapse.weight_i.next = self.weight.q.val();
        self.u_synapse.switched_i.next = self.switched.q.val();
        self.u_synapse.ltp_i.next = self.ltp.q.val();
        self.weight_o.next = self.u_synapse.weight_o.val();
        self.switched_o.next = self.switched.q.val();
        self.saturated_o.next = self.u_synapse.saturated_o.val();
        self.ltp_o.next = self.pulsed.q.val() && self.ltp.q.val();
        self.ltd_o.next = self.pulsed.q.val() && !self.ltp.q.val();
    }
}
