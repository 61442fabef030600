//! RTL of the readout cell.

use crate::hdl::prelude::*;
use crate::spec::{W2_BITS, WORD_BITS};

/// A weight enters with its random word and its pulse and leaves, updated, one cycle later.
#[derive(LogicBlock)]
pub struct ReadoutCell {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// The cell is taught: its column fired.
    pub teach_i: Signal<In, Bit>,
    /// A pulse is sent.
    pub pulse_i: Signal<In, Bit>,
    /// It potentiates, else it depresses.
    pub ltp_i: Signal<In, Bit>,
    /// Its switching threshold, 0 where none is sent.
    pub threshold_i: Sig<In>,
    /// Random word.
    pub word_i: Sig<In>,
    /// Weight read.
    pub weight_i: Sig<In>,
    /// The host writes the cell.
    pub host_i: Signal<In, Bit>,
    /// What the host writes, a cycle later.
    pub host_weight_i: Sig<In>,
    /// The weight of the cycle before, as read.
    pub read_weight_o: Sig<Out>,
    /// Write it, as it is now.
    pub we_o: Signal<Out, Bit>,
    /// Weight to write.
    pub weight_o: Sig<Out>,
    /// Pulsed towards potentiation.
    pub ltp_o: Signal<Out, Bit>,
    /// Pulsed towards depression.
    pub ltd_o: Signal<Out, Bit>,
    /// Switched.
    pub switched_o: Signal<Out, Bit>,
    /// Switched at the limit.
    pub saturated_o: Signal<Out, Bit>,
    weight: Reg,
    taught: BitReg,
    pulsed: BitReg,
    switched: BitReg,
    ltp: BitReg,
    at_limit: BitReg,
    host: BitReg,
    rest: Sig<Local>,
    unused: Signal<Local, Bit>,
    inner: Sig<Local>,
    change: Sig<Local>,
    inner_ones: Const,
    ones: Const,
}

impl Default for ReadoutCell {
    fn default() -> Self {
        ReadoutCell {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            teach_i: Default::default(),
            pulse_i: Default::default(),
            ltp_i: Default::default(),
            threshold_i: Sig::new(WORD_BITS),
            word_i: Sig::new(WORD_BITS),
            weight_i: Sig::new(W2_BITS),
            host_i: Default::default(),
            host_weight_i: Sig::new(W2_BITS),
            read_weight_o: Sig::new(W2_BITS),
            we_o: Default::default(),
            weight_o: Sig::new(W2_BITS),
            ltp_o: Default::default(),
            ltd_o: Default::default(),
            switched_o: Default::default(),
            saturated_o: Default::default(),
            weight: Reg::data(W2_BITS),
            taught: BitReg::new(false),
            pulsed: BitReg::new(false),
            switched: BitReg::new(false),
            ltp: BitReg::new(false),
            at_limit: BitReg::new(false),
            host: BitReg::new(false),
            rest: Sig::new(WORD_BITS + 2),
            unused: Default::default(),
            inner: Sig::new(W2_BITS - 2),
            change: Sig::new(W2_BITS),
            inner_ones: Const::new(W2_BITS - 2, (1 << (W2_BITS - 2)) - 1),
            ones: Const::new(W2_BITS, (1 << W2_BITS) - 1),
        }
    }
}

impl Logic for ReadoutCell {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, weight, taught, pulsed, switched, ltp);
        clock!(self, clk_i, at_limit, host);
        // threshold - word - 1 is negative where the junction stays; as a difference, so that the
        // threshold feeds the carry chain (see `lif`)
        self.rest.next =
            (bits(self.threshold_i.val(), 18) << 1) - ((bits(self.word_i.val(), 18) << 1) | 1);
        self.unused.next = self.rest.val().xor();
        self.taught.d.next = self.teach_i.val();
        self.pulsed.d.next = self.teach_i.val() && self.pulse_i.val();
        self.switched.d.next = !self.rest.val().get_bit(17).any();
        if !self.teach_i.val() {
            self.switched.d.next = false;
        }
        self.ltp.d.next = self.ltp_i.val();

        // +127 where it goes up, -127 where it goes down
        self.inner.next = bits(self.weight_i.val() >> 1, self.inner.width());
        self.at_limit.d.next = self.weight_i.val().get_bit(0).any()
            && self.weight_i.val().get_bit(7).any()
            && !self.inner.val().any();
        if self.ltp_i.val() {
            self.at_limit.d.next = self.weight_i.val().get_bit(0).any()
                && !self.weight_i.val().get_bit(7).any()
                && (self.inner.val() == self.inner_ones.val());
        }
        self.host.d.next = self.host_i.val();
        self.weight.d.next = self.weight_i.val();
        if self.host_i.val() {
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
        self.read_weight_o.next = self.weight.q.val();
        self.we_o.next = self.taught.q.val() || self.host.q.val();
        self.weight_o.next = self.weight.q.val() - self.change.val();
        self.ltp_o.next = self.pulsed.q.val() && self.ltp.q.val();
        self.ltd_o.next = self.pulsed.q.val() && !self.ltp.q.val();
        self.switched_o.next = self.switched.q.val();
        self.saturated_o.next = self.switched.q.val() && self.at_limit.q.val();
    }
}
