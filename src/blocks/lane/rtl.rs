//! RTL of a lane: a neuron, and the synapse cell that serves the row in turn.

use crate::blocks::lif::rtl::{Lif, PulseLif, operand_bits};
use crate::blocks::synapse_cell::rtl::SynapseCell;
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
    /// See [`SynapseCell`].
    pub clear_i: Signal<In, Bit>,
    /// See [`SynapseCell`].
    pub load_i: Sig<In>,
    /// See [`SynapseCell`].
    pub switching_i: Sig<In>,
    /// See [`SynapseCell`].
    pub pulse_i: Signal<In, Bit>,
    /// See [`SynapseCell`].
    pub pulse_ltp_i: Signal<In, Bit>,
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
    u_synapse_cell: SynapseCell,
    unused: Signal<Local, Bit>,
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
            clear_i: Default::default(),
            load_i: Sig::new(1),
            switching_i: Sig::new(WORD_BITS),
            pulse_i: Default::default(),
            pulse_ltp_i: Default::default(),
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
            u_synapse_cell: SynapseCell::new(spec),
            unused: Default::default(),
        }
    }
}

impl Logic for Lane {
    #[hdl_gen]
    fn update(&mut self) {
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

        self.u_synapse_cell.clk_i.next = self.clk_i.val();
        self.u_synapse_cell.rst_ni.next = self.rst_ni.val();
        self.u_synapse_cell.clear_i.next = self.clear_i.val();
        self.u_synapse_cell.load_i.next = self.load_i.val();
        self.u_synapse_cell.threshold_i.next = self.switching_i.val();
        self.u_synapse_cell.pulse_i.next = self.pulse_i.val();
        self.u_synapse_cell.ltp_i.next = self.pulse_ltp_i.val();
        self.u_synapse_cell.teach_i.next = self.teach_i.val();
        self.u_synapse_cell.active_i.next = self.active_i.val();
        self.u_synapse_cell.row_step_i.next = self.row_step_i.val();
        self.u_synapse_cell.column_step_i.next = self.column_step_i.val();
        self.u_synapse_cell.rotated_i.next = self.rotated_i.val();
        self.u_synapse_cell.mask_i.next = self.mask_i.val();
        self.u_synapse_cell.next_mask_i.next = self.next_mask_i.val();
        self.u_synapse_cell.carry_i.next = self.carry_i.val();
        self.u_synapse_cell.weight_i.next = self.weight_i.val();
        self.u_synapse_cell.host_select_i.next = self.host_select_i.val();
        self.u_synapse_cell.host_weight_i.next = self.host_weight_i.val();
        self.weight_o.next = self.u_synapse_cell.weight_o.val();
        self.switched_o.next = self.u_synapse_cell.switched_o.val();
        self.saturated_o.next = self.u_synapse_cell.saturated_o.val();
        self.ltp_o.next = self.u_synapse_cell.ltp_o.val();
        self.ltd_o.next = self.u_synapse_cell.ltd_o.val();
    }
}
