//! RTL of a lane: a neuron, and the synapse cell that serves the row in turn.

use crate::blocks::lif::rtl::Lif;
use crate::blocks::synapse_cell::rtl::SynapseCell;
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec, W1_BITS, WORD_BITS};

/// One lane. A taught weight enters with its random word and leaves, updated, one cycle later.
#[derive(LogicBlock)]
pub struct Lane {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// See [`Lif`].
    pub acc_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub acc_first_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub step_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub step_first_i: Signal<In, Bit>,
    /// See [`Lif`].
    pub threshold_i: Sig<In>,
    /// See [`Lif`].
    pub window_i: Sig<In>,
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
    u_lif: Lif,
    u_synapse_cell: SynapseCell,
}

impl Lane {
    /// A lane of `spec`.
    pub fn new(spec: &Spec) -> Self {
        Lane {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            acc_i: Default::default(),
            acc_first_i: Default::default(),
            step_i: Default::default(),
            step_first_i: Default::default(),
            threshold_i: Sig::new(WORD_BITS),
            window_i: Sig::new(WORD_BITS),
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
            u_lif: Lif::new(spec),
            u_synapse_cell: SynapseCell::new(spec),
        }
    }
}

impl Logic for Lane {
    #[hdl_gen]
    fn update(&mut self) {
        self.u_lif.clk_i.next = self.clk_i.val();
        self.u_lif.rst_ni.next = self.rst_ni.val();
        self.u_lif.acc_i.next = self.acc_i.val();
        self.u_lif.acc_first_i.next = self.acc_first_i.val();
        self.u_lif.weight_i.next = self.weight_i.val();
        self.u_lif.step_i.next = self.step_i.val();
        self.u_lif.step_first_i.next = self.step_first_i.val();
        self.u_lif.threshold_i.next = self.threshold_i.val();
        self.u_lif.window_i.next = self.window_i.val();
        self.u_lif.silent_i.next = self.silent_i.val();
        self.count_o.next = self.u_lif.count_o.val();
        self.fired_o.next = self.u_lif.fired_o.val();
        self.in_window_o.next = self.u_lif.in_window_o.val();
        self.positive_o.next = self.u_lif.positive_o.val();
        self.negative_o.next = self.u_lif.negative_o.val();

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
