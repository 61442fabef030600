//! RTL of the pulses of a column.

use crate::blocks::modulator::rtl::CODE_BITS;
use crate::blocks::stdp::rtl::{RULE_BITS, Stdp};
use crate::blocks::switching_tables::rtl::{NUM_THRESHOLDS, SwitchingTable};
use crate::hdl::prelude::*;
use crate::spec::{WORD_BITS, index_bits};

/// Combinational, but for the tables that the host writes.
#[derive(LogicBlock)]
pub struct ColumnPulses {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Rule.
    pub rule_i: Sig<In>,
    /// Amplitude code.
    pub code_i: Sig<In>,
    /// The host writes a threshold.
    pub table_we_i: Signal<In, Bit>,
    /// Threshold that the host reads or writes.
    pub table_addr_i: Sig<In>,
    /// The host has the tables' read port.
    pub table_host_i: Signal<In, Bit>,
    /// What the host writes.
    pub table_data_i: Sig<In>,
    /// Pulses towards potentiation {acausal, causal}.
    pub ltp_o: Sig<Out>,
    /// Pulses towards depression {acausal, causal}.
    pub ltd_o: Sig<Out>,
    /// Switching thresholds {acausal, causal}.
    pub switching_o: Sig<Out>,
    /// The host's threshold.
    pub table_data_o: Sig<Out>,
    u_stdp: Vec<Stdp>,
    u_table: Vec<SwitchingTable>,
    ltp: Vec<Signal<Local, Bit>>,
    ltd: Vec<Signal<Local, Bit>>,
    threshold: Vec<Sig<Local>>,
    thresholds: Sig<Local>,
    orders: Const,
}

impl ColumnPulses {
    /// With the start values of the switching tables.
    pub fn new(tables: &[u16; NUM_THRESHOLDS]) -> Self {
        let address = index_bits(NUM_THRESHOLDS);
        let flags = || (0..2).map(|_| Default::default()).collect();
        ColumnPulses {
            clk_i: Default::default(),
            rule_i: Sig::new(RULE_BITS),
            code_i: Sig::new(CODE_BITS),
            table_we_i: Default::default(),
            table_addr_i: Sig::new(address),
            table_host_i: Default::default(),
            table_data_i: Sig::new(WORD_BITS),
            ltp_o: Sig::new(2),
            ltd_o: Sig::new(2),
            switching_o: Sig::packed(2, WORD_BITS),
            table_data_o: Sig::new(WORD_BITS),
            u_stdp: (0..2).map(|_| Stdp::default()).collect(),
            u_table: (0..2).map(|_| SwitchingTable::new(tables)).collect(),
            ltp: flags(),
            ltd: flags(),
            threshold: (0..2).map(|_| Sig::new(WORD_BITS)).collect(),
            thresholds: Sig::packed(2, WORD_BITS),
            orders: Const::new(2, 0b01),
        }
    }
}

impl Logic for ColumnPulses {
    #[hdl_gen]
    fn update(&mut self) {
        for k in 0..self.u_stdp.len() {
            self.u_stdp[k].rule_i.next = self.rule_i.val();
            self.u_stdp[k].causal_i.next = self.orders.val().get_bit(k).any();
        }
        for k in 0..self.u_table.len() {
            self.u_table[k].clk_i.next = self.clk_i.val();
            self.u_table[k].we_i.next = self.table_we_i.val();
            self.u_table[k].host_i.next = self.table_host_i.val();
            self.u_table[k].addr_i.next = self.table_addr_i.val();
            self.u_table[k].data_i.next = self.table_data_i.val();
            self.u_table[k].code_i.next = self.code_i.val();
            self.u_table[k].ltp_i.next = self.u_stdp[k].ltp_o.val();
            self.u_table[k].selector_i.next = self.rule_i.val().get_bit(2);
        }
        for k in 0..self.u_stdp.len() {
            self.ltp[k].next = self.u_stdp[k].pulse_o.val() && self.u_stdp[k].ltp_o.val();
            self.ltd[k].next = self.u_stdp[k].pulse_o.val() && !self.u_stdp[k].ltp_o.val();
            self.threshold[k].next = self.u_table[k].threshold_o.val();
        }
        self.ltp_o.next = self.ltp.val();
        self.ltd_o.next = self.ltd.val();
        self.thresholds.next = self.threshold.val();
        self.switching_o.next = self.thresholds.val();
        self.table_data_o.next = self.thresholds.val().get_bit(0);
    }
}
