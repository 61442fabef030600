//! RTL of a lane: a neuron, and the synapse cell that serves the row in turn.

use crate::blocks::lif::rtl::{Lif, PulseLif};
use crate::blocks::pair_cell::rtl::PairCell;
use crate::blocks::synapse_cell::rtl::SynapseCell;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, InputCode, Pairs, Spec, W1_BITS, WORD_BITS};

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
    /// See [`Lif`].
    pub step_first_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub step_last_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub operand_i: Sig<In>,
    /// See [`PulseLif`].
    pub threshold_i: Sig<In>,
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
    /// Cell read.
    pub cell_i: Sig<In>,
    /// The host writes this lane's cell.
    pub host_select_i: Sig<In>,
    /// What the host writes.
    pub host_cell_i: Sig<In>,
    /// Cell to write back, of the cycle before.
    pub cell_o: Sig<Out>,
    /// Junctions that switched, in the cycle before.
    pub switched_o: Sig<Out>,
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
    u_synapse_cell: Vec<SynapseCell>,
    u_pair_cell: Vec<PairCell>,
    weight: Sig<Local>,
    unused: Signal<Local, Bit>,
}

impl Lane {
    /// A lane of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let trains = spec.code != InputCode::Hold;
        let persistent = spec.pairs == Pairs::Persistent;
        Lane {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            settle_i: Default::default(),
            step_i: Default::default(),
            step_first_i: Default::default(),
            step_last_i: Default::default(),
            operand_i: Sig::new(WORD_BITS),
            threshold_i: Sig::new(WORD_BITS),
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
            cell_i: Sig::new(spec.w1_bits()),
            host_select_i: Sig::new(1),
            host_cell_i: Sig::new(spec.w1_bits()),
            cell_o: Sig::new(spec.w1_bits()),
            switched_o: Sig::new(spec.junctions_a_cell()),
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
            u_synapse_cell: (!persistent)
                .then(|| SynapseCell::new(spec))
                .into_iter()
                .collect(),
            u_pair_cell: persistent
                .then(|| PairCell::new(spec))
                .into_iter()
                .collect(),
            weight: Sig::new(W1_BITS),
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
            self.u_lif[m].weight_i.next = self.weight.val();
            self.u_lif[m].settle_i.next = self.settle_i.val();
            self.u_lif[m].step_i.next = self.step_i.val();
            self.u_lif[m].step_last_i.next = self.step_last_i.val();
            self.u_lif[m].step_first_i.next = self.step_first_i.val();
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
            self.u_pulse_lif[m].weight_i.next = self.weight.val();
            self.u_pulse_lif[m].step_i.next = self.step_i.val();
            self.u_pulse_lif[m].step_first_i.next = self.step_first_i.val();
            self.u_pulse_lif[m].step_last_i.next = self.step_last_i.val();
            self.u_pulse_lif[m].operand_i.next = self.operand_i.val();
            self.u_pulse_lif[m].threshold_i.next = self.threshold_i.val();
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
        self.unused.next =
            self.settle_i.val() ^ self.acc_first_i.val() ^ self.threshold_i.val().xor();

        for m in 0..self.u_synapse_cell.len() {
            self.u_synapse_cell[m].clk_i.next = self.clk_i.val();
            self.u_synapse_cell[m].rst_ni.next = self.rst_ni.val();
            self.u_synapse_cell[m].clear_i.next = self.clear_i.val();
            self.u_synapse_cell[m].load_i.next = self.load_i.val();
            self.u_synapse_cell[m].threshold_i.next = self.switching_i.val();
            self.u_synapse_cell[m].pulse_i.next = self.pulse_i.val();
            self.u_synapse_cell[m].ltp_i.next = self.pulse_ltp_i.val();
            self.u_synapse_cell[m].teach_i.next = self.teach_i.val();
            self.u_synapse_cell[m].active_i.next = self.active_i.val();
            self.u_synapse_cell[m].row_step_i.next = self.row_step_i.val();
            self.u_synapse_cell[m].column_step_i.next = self.column_step_i.val();
            self.u_synapse_cell[m].rotated_i.next = self.rotated_i.val();
            self.u_synapse_cell[m].mask_i.next = self.mask_i.val();
            self.u_synapse_cell[m].next_mask_i.next = self.next_mask_i.val();
            self.u_synapse_cell[m].carry_i.next = self.carry_i.val();
            self.u_synapse_cell[m].weight_i.next = self.cell_i.val();
            self.u_synapse_cell[m].host_select_i.next = self.host_select_i.val();
            self.u_synapse_cell[m].host_weight_i.next = self.host_cell_i.val();
        }
        for m in 0..self.u_pair_cell.len() {
            self.u_pair_cell[m].clk_i.next = self.clk_i.val();
            self.u_pair_cell[m].rst_ni.next = self.rst_ni.val();
            self.u_pair_cell[m].clear_i.next = self.clear_i.val();
            self.u_pair_cell[m].load_i.next = self.load_i.val();
            self.u_pair_cell[m].threshold_i.next = self.switching_i.val();
            self.u_pair_cell[m].pulse_i.next = self.pulse_i.val();
            self.u_pair_cell[m].to_p_i.next = self.pulse_ltp_i.val();
            self.u_pair_cell[m].teach_i.next = self.teach_i.val();
            self.u_pair_cell[m].active_i.next = self.active_i.val();
            self.u_pair_cell[m].row_step_i.next = self.row_step_i.val();
            self.u_pair_cell[m].column_step_i.next = self.column_step_i.val();
            self.u_pair_cell[m].rotated_i.next = self.rotated_i.val();
            self.u_pair_cell[m].mask_i.next = self.mask_i.val();
            self.u_pair_cell[m].next_mask_i.next = self.next_mask_i.val();
            self.u_pair_cell[m].carry_i.next = self.carry_i.val();
            self.u_pair_cell[m].pair_i.next = self.cell_i.val();
            self.u_pair_cell[m].host_select_i.next = self.host_select_i.val();
            self.u_pair_cell[m].host_pair_i.next = self.host_cell_i.val();
        }
        self.weight.next = 0.into();
        self.cell_o.next = 0.into();
        self.switched_o.next = 0.into();
        self.saturated_o.next = false;
        self.ltp_o.next = false;
        self.ltd_o.next = false;
        for n in 0..self.u_synapse_cell.len() {
            self.weight.next = bits(self.cell_i.val(), 7);
            self.cell_o.next = self.u_synapse_cell[n].weight_o.val();
            self.switched_o.next = self.u_synapse_cell[n].switched_o.val().into();
            self.saturated_o.next = self.u_synapse_cell[n].saturated_o.val();
            self.ltp_o.next = self.u_synapse_cell[n].ltp_o.val();
            self.ltd_o.next = self.u_synapse_cell[n].ltd_o.val();
        }
        for n in 0..self.u_pair_cell.len() {
            self.weight.next = self.u_pair_cell[n].weight_o.val();
            self.cell_o.next = self.u_pair_cell[n].pair_o.val();
            self.switched_o.next = self.u_pair_cell[n].switched_o.val();
            self.ltp_o.next = self.u_pair_cell[n].ltp_o.val();
            self.ltd_o.next = self.u_pair_cell[n].ltd_o.val();
        }
    }
}
