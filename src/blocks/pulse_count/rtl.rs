//! RTL of the pulse count.

use crate::blocks::counters::rtl::cells_bits;
use crate::blocks::ones::rtl::Ones;
use crate::hdl::prelude::*;
use crate::spec::{InputCode, Spec};

/// Columns by sign and order, or the sum over the lanes.
#[derive(LogicBlock)]
pub struct PulseCount {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A pass of the sweep is being prepared: no column yet.
    pub clear_i: Signal<In, Bit>,
    /// A column is pulsed towards potentiation on {acausal, causal} rows.
    pub column_ltp_i: Sig<In>,
    /// A column is pulsed towards depression on {acausal, causal} rows.
    pub column_ltd_i: Sig<In>,
    /// A row is taught.
    pub row_i: Signal<In, Bit>,
    /// It spiked, or is the bias row.
    pub active_i: Signal<In, Bit>,
    /// The lanes' flags are of a taught word.
    pub lanes_valid_i: Signal<In, Bit>,
    /// Lanes pulsed towards potentiation.
    pub lanes_ltp_i: Sig<In>,
    /// Lanes pulsed towards depression.
    pub lanes_ltd_i: Sig<In>,
    /// Cells pulsed towards potentiation.
    pub ltp_o: Sig<Out>,
    /// Cells pulsed towards depression.
    pub ltd_o: Sig<Out>,
    u_ltp: Ones,
    u_ltd: Ones,
    causal_ltp: Reg,
    causal_ltd: Reg,
    acausal_ltp: Reg,
    acausal_ltd: Reg,
    lanes_counted: BitReg,
    pulse_code: Const,
}

impl PulseCount {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (lanes, cells) = (spec.lanes, cells_bits(spec));
        let count = || Reg::new(cells, 0);
        PulseCount {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            column_ltp_i: Sig::new(2),
            column_ltd_i: Sig::new(2),
            row_i: Default::default(),
            active_i: Default::default(),
            lanes_valid_i: Default::default(),
            lanes_ltp_i: Sig::new(lanes),
            lanes_ltd_i: Sig::new(lanes),
            ltp_o: Sig::new(cells),
            ltd_o: Sig::new(cells),
            u_ltp: Ones::new(lanes),
            u_ltd: Ones::new(lanes),
            causal_ltp: count(),
            causal_ltd: count(),
            acausal_ltp: count(),
            acausal_ltd: count(),
            lanes_counted: BitReg::new(false),
            pulse_code: Const::new(1, (spec.code != InputCode::Hold).into()),
        }
    }
}

impl Logic for PulseCount {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, causal_ltp, causal_ltd);
        dff_setup!(self, clk_i, acausal_ltp, acausal_ltd);
        if self.column_ltp_i.val().get_bit(0).any() {
            self.causal_ltp.d.next = self.causal_ltp.q.val() + 1;
        }
        if self.column_ltd_i.val().get_bit(0).any() {
            self.causal_ltd.d.next = self.causal_ltd.q.val() + 1;
        }
        if self.column_ltp_i.val().get_bit(1).any() {
            self.acausal_ltp.d.next = self.acausal_ltp.q.val() + 1;
        }
        if self.column_ltd_i.val().get_bit(1).any() {
            self.acausal_ltd.d.next = self.acausal_ltd.q.val() + 1;
        }
        if self.clear_i.val() {
            self.causal_ltp.d.next = 0.into();
            self.causal_ltd.d.next = 0.into();
            self.acausal_ltp.d.next = 0.into();
            self.acausal_ltd.d.next = 0.into();
        }
        clock!(self, clk_i, lanes_counted);
        self.lanes_counted.d.next = self.lanes_valid_i.val();
        self.u_ltp.clk_i.next = self.clk_i.val();
        self.u_ltp.rst_ni.next = self.rst_ni.val();
        self.u_ltd.clk_i.next = self.clk_i.val();
        self.u_ltd.rst_ni.next = self.rst_ni.val();
        self.u_ltp.flags_i.next = self.lanes_ltp_i.val();
        self.u_ltd.flags_i.next = self.lanes_ltd_i.val();
        self.ltp_o.next = 0.into();
        self.ltd_o.next = 0.into();
        if self.pulse_code.val().any() {
            if self.lanes_counted.q.val() {
                self.ltp_o.next = bits(self.u_ltp.count_o.val(), self.ltp_o.width());
                self.ltd_o.next = bits(self.u_ltd.count_o.val(), self.ltd_o.width());
            }
        } else if self.row_i.val() {
            self.ltp_o.next = self.acausal_ltp.q.val();
            self.ltd_o.next = self.acausal_ltd.q.val();
            if self.active_i.val() {
                self.ltp_o.next = self.causal_ltp.q.val();
                self.ltd_o.next = self.causal_ltd.q.val();
            }
        }
    }
}
