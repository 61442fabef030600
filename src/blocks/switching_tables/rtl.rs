//! RTL of the switching tables.

use crate::blocks::modulator::rtl::CODE_BITS;
use crate::hdl::prelude::*;
use crate::spec::{WORD_BITS, index_bits};

/// Words: {junction, transition, code}.
pub const NUM_THRESHOLDS: usize = 64;

/// One reader of the tables.
#[derive(LogicBlock)]
pub struct SwitchingTable {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// With `host_i`: write `data_i` to `addr_i`.
    pub we_i: Signal<In, Bit>,
    /// The host has the port, which is one: read or write `addr_i`.
    pub host_i: Signal<In, Bit>,
    /// Word that the host reads or writes.
    pub addr_i: Sig<In>,
    /// What it writes.
    pub data_i: Sig<In>,
    /// Amplitude code.
    pub code_i: Sig<In>,
    /// The pulse potentiates: AP to P.
    pub ltp_i: Signal<In, Bit>,
    /// Junction watched: 1 right.
    pub selector_i: Sig<In>,
    /// Threshold.
    pub threshold_o: Sig<Out>,
    u_table: TableMemory,
    address: Sig<Local>,
}

impl SwitchingTable {
    /// With its start values.
    pub fn new(words: &[u16; NUM_THRESHOLDS]) -> Self {
        let address = index_bits(NUM_THRESHOLDS);
        let words = words.iter().map(|word| u128::from(*word)).collect();
        SwitchingTable {
            clk_i: Default::default(),
            we_i: Default::default(),
            host_i: Default::default(),
            addr_i: Sig::new(address),
            data_i: Sig::new(WORD_BITS),
            code_i: Sig::new(CODE_BITS),
            ltp_i: Default::default(),
            selector_i: Sig::new(1),
            threshold_o: Sig::new(WORD_BITS),
            u_table: TableMemory::new(WORD_BITS, words),
            address: Sig::new(address),
        }
    }
}

impl Logic for SwitchingTable {
    fn timing(&self) -> Vec<TimingInfo> {
        module_name("switching_table")
    }

    #[hdl_gen]
    fn update(&mut self) {
        self.address.next = bits(self.code_i.val(), 6);
        if !self.ltp_i.val() {
            self.address.next = self.address.val() | 16;
        }
        if self.selector_i.val().any() {
            self.address.next = self.address.val() | 32;
        }
        if self.host_i.val() {
            self.address.next = self.addr_i.val();
        }
        self.u_table.clk_i.next = self.clk_i.val();
        self.u_table.we_i.next = self.we_i.val();
        self.u_table.waddr_i.next = self.address.val();
        self.u_table.wdata_i.next = self.data_i.val();
        self.u_table.raddr_i.next = self.address.val();
        self.threshold_o.next = self.u_table.rdata_o.val();
    }
}
