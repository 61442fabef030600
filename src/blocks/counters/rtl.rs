//! RTL of the counters.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec, index_bits};

/// Bits of a counter; it wraps.
pub const COUNTER_BITS: usize = 32;

/// One register a quantity.
#[derive(LogicBlock)]
pub struct Counters {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// An image was accepted.
    pub image_i: Signal<In, Bit>,
    /// A row was counted.
    pub event_i: Signal<In, Bit>,
    /// A neuron of `spikes_i` spikes was visited.
    pub visit_i: Signal<In, Bit>,
    /// Its spikes.
    pub spikes_i: Sig<In>,
    /// A draw.
    pub draw_i: Signal<In, Bit>,
    /// Readout cells pulsed towards potentiation.
    pub readout_ltp_i: Sig<In>,
    /// Readout cells pulsed towards depression.
    pub readout_ltd_i: Sig<In>,
    /// Readout cells switched.
    pub readout_switched_i: Sig<In>,
    /// Readout cells switched at the limit.
    pub readout_saturated_i: Sig<In>,
    /// Hidden cells pulsed towards potentiation.
    pub hidden_ltp_i: Sig<In>,
    /// Hidden cells pulsed towards depression.
    pub hidden_ltd_i: Sig<In>,
    /// The lanes' flags are of a taught word.
    pub lanes_valid_i: Signal<In, Bit>,
    /// Lanes that switched.
    pub lanes_switched_i: Sig<In>,
    /// Lanes that switched at the limit.
    pub lanes_saturated_i: Sig<In>,
    /// Counter to show.
    pub select_i: Sig<In>,
    /// Its value.
    pub value_o: Sig<Out>,
    images: Reg,
    events: Reg,
    hidden_spikes: Reg,
    draws: Reg,
    pulses_ltp: Reg,
    pulses_ltd: Reg,
    switches: Reg,
    saturations: Reg,
    value: Sig<Local>,
    switched_sum: Sig<Local>,
    saturated_sum: Sig<Local>,
    switched: Reg,
    saturated: Reg,
    _lanes: usize,
}

/// Bits of a number of cells that one row pulses.
pub fn cells_bits(spec: &Spec) -> usize {
    index_bits(spec.columns + 1).max(2)
}

impl Counters {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let counter = || Reg::new(COUNTER_BITS, 0);
        let lanes = index_bits(spec.lanes + 1).max(2);
        Counters {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            image_i: Default::default(),
            event_i: Default::default(),
            visit_i: Default::default(),
            spikes_i: Sig::new(COUNT_BITS),
            draw_i: Default::default(),
            readout_ltp_i: Sig::new(2),
            readout_ltd_i: Sig::new(2),
            readout_switched_i: Sig::new(2),
            readout_saturated_i: Sig::new(2),
            hidden_ltp_i: Sig::new(cells_bits(spec)),
            hidden_ltd_i: Sig::new(cells_bits(spec)),
            lanes_valid_i: Default::default(),
            lanes_switched_i: Sig::new(spec.lanes),
            lanes_saturated_i: Sig::new(spec.lanes),
            select_i: Sig::new(3),
            value_o: Sig::new(COUNTER_BITS),
            images: counter(),
            events: counter(),
            hidden_spikes: counter(),
            draws: counter(),
            pulses_ltp: counter(),
            pulses_ltd: counter(),
            switches: counter(),
            saturations: counter(),
            value: Sig::new(COUNTER_BITS),
            switched_sum: Sig::new(lanes),
            saturated_sum: Sig::new(lanes),
            switched: Reg::new(lanes, 0),
            saturated: Reg::new(lanes, 0),
            _lanes: spec.lanes,
        }
    }
}

impl Logic for Counters {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, images, events, hidden_spikes, draws);
        dff_setup!(self, clk_i, pulses_ltp, pulses_ltd, switches, saturations);
        clock!(self, clk_i, switched, saturated);
        if self.image_i.val() {
            self.images.d.next = self.images.q.val() + 1;
        }
        if self.event_i.val() {
            self.events.d.next = self.events.q.val() + 1;
        }
        if self.visit_i.val() {
            self.hidden_spikes.d.next = self.hidden_spikes.q.val() + bits(self.spikes_i.val(), 32);
        }
        if self.draw_i.val() {
            self.draws.d.next = self.draws.q.val() + 1;
        }
        // never both: the readout is taught before the hidden sweep
        self.pulses_ltp.d.next = self.pulses_ltp.q.val()
            + bits(
                bits(self.readout_ltp_i.val(), self.hidden_ltp_i.width()) | self.hidden_ltp_i.val(),
                32,
            );
        self.pulses_ltd.d.next = self.pulses_ltd.q.val()
            + bits(
                bits(self.readout_ltd_i.val(), self.hidden_ltd_i.width()) | self.hidden_ltd_i.val(),
                32,
            );

        self.switched_sum.next = 0.into();
        self.saturated_sum.next = 0.into();
        for k in 0..self._lanes {
            if self.lanes_switched_i.val().get_bit(k).any() {
                self.switched_sum.next = self.switched_sum.val() + 1;
            }
            if self.lanes_saturated_i.val().get_bit(k).any() {
                self.saturated_sum.next = self.saturated_sum.val() + 1;
            }
        }
        self.switched.d.next = bits(self.readout_switched_i.val(), self.switched.d.width());
        self.saturated.d.next = bits(self.readout_saturated_i.val(), self.switched.d.width());
        if self.lanes_valid_i.val() {
            self.switched.d.next = self.switched_sum.val();
            self.saturated.d.next = self.saturated_sum.val();
        }
        self.switches.d.next = self.switches.q.val() + bits(self.switched.q.val(), 32);
        self.saturations.d.next = self.saturations.q.val() + bits(self.saturated.q.val(), 32);

        self.value.next = self.images.q.val();
        if self.select_i.val() == 1 {
            self.value.next = self.events.q.val();
        } else if self.select_i.val() == 2 {
            self.value.next = self.hidden_spikes.q.val();
        } else if self.select_i.val() == 3 {
            self.value.next = self.draws.q.val();
        } else if self.select_i.val() == 4 {
            self.value.next = self.pulses_ltp.q.val();
        } else if self.select_i.val() == 5 {
            self.value.next = self.pulses_ltd.q.val();
        } else if self.select_i.val() == 6 {
            self.value.next = self.switches.q.val();
        } else if self.select_i.val() == 7 {
            self.value.next = self.saturations.q.val();
        }
        self.value_o.next = self.value.val();
    }
}
