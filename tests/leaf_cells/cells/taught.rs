//! A synapse cell behind the lookup that fills it, as in a core.

use spinloom::blocks::modulator::rtl::CODE_BITS;
use spinloom::blocks::pulse_lookup::rtl::PulseLookup;
use spinloom::blocks::synapse_cell::rtl::SynapseCell;
use spinloom::hdl::prelude::*;
use spinloom::spec::{Spec, W1_BITS, WORD_BITS};

/// Both blocks: a rule and a code in, taught weights out.
#[derive(LogicBlock)]
pub struct TaughtCell {
    pub clk_i: Signal<In, Clock>,
    pub rst_ni: Signal<In, Bit>,
    pub codes_i: Sig<In>,
    pub rules_i: Sig<In>,
    pub causal_i: Signal<In, Bit>,
    pub load_i: Sig<In>,
    pub clear_i: Signal<In, Bit>,
    pub teach_i: Signal<In, Bit>,
    pub active_i: Signal<In, Bit>,
    pub row_step_i: Sig<In>,
    pub column_step_i: Sig<In>,
    pub rotated_i: Sig<In>,
    pub mask_i: Sig<In>,
    pub next_mask_i: Sig<In>,
    pub carry_i: Sig<In>,
    pub weight_i: Sig<In>,
    pub host_select_i: Sig<In>,
    pub host_weight_i: Sig<In>,
    pub weight_o: Sig<Out>,
    pub switched_o: Signal<Out, Bit>,
    pub saturated_o: Signal<Out, Bit>,
    pub ltp_o: Signal<Out, Bit>,
    pub ltd_o: Signal<Out, Bit>,
    u_pulse_lookup: PulseLookup,
    u_synapse_cell: SynapseCell,
}

impl TaughtCell {
    pub fn new(spec: &Spec, tables: &[u16; 64]) -> Self {
        TaughtCell {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            codes_i: Sig::packed(2, CODE_BITS),
            rules_i: Sig::packed(4, 8),
            causal_i: Default::default(),
            load_i: Sig::new(1),
            clear_i: Default::default(),
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
            u_pulse_lookup: PulseLookup::new(spec, tables),
            u_synapse_cell: SynapseCell::new(spec),
        }
    }
}

impl Logic for TaughtCell {
    #[hdl_gen]
    fn update(&mut self) {
        self.u_pulse_lookup.clk_i.next = self.clk_i.val();
        self.u_pulse_lookup.rst_ni.next = self.rst_ni.val();
        self.u_pulse_lookup.codes_i.next = self.codes_i.val();
        self.u_pulse_lookup.rules_i.next = self.rules_i.val();
        self.u_pulse_lookup.readout_i.next = false;
        self.u_pulse_lookup.second_i.next = false;
        self.u_pulse_lookup.count_i.next = 0.into();
        self.u_pulse_lookup.offset_i.next = 0.into();
        self.u_pulse_lookup.enable_i.next = true;
        self.u_pulse_lookup.causal_i.next = self.causal_i.val();
        self.u_pulse_lookup.right_i.next = 0.into();
        self.u_pulse_lookup.table_we_i.next = false;
        self.u_pulse_lookup.table_addr_i.next = 0.into();
        self.u_pulse_lookup.table_host_i.next = false;
        self.u_pulse_lookup.table_data_i.next = 0.into();
        self.u_synapse_cell.clk_i.next = self.clk_i.val();
        self.u_synapse_cell.rst_ni.next = self.rst_ni.val();
        self.u_synapse_cell.clear_i.next = self.clear_i.val();
        self.u_synapse_cell.load_i.next = self.load_i.val();
        self.u_synapse_cell.threshold_i.next = self.u_pulse_lookup.threshold_o.val();
        self.u_synapse_cell.pulse_i.next = self.u_pulse_lookup.pulse_o.val();
        self.u_synapse_cell.ltp_i.next = self.u_pulse_lookup.ltp_o.val();
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
