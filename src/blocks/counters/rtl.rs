//! RTL of the counters.

use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Spec, index_bits};

/// Bits of a counter; it wraps.
pub const COUNTER_BITS: usize = 32;

/// Bits of "how many lanes".
pub fn lane_count_bits(spec: &Spec) -> usize {
    index_bits(spec.lanes + 1).max(2)
}

/// Bits of "how many columns".
pub fn column_count_bits(spec: &Spec) -> usize {
    index_bits(spec.columns + 1).max(2)
}

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
    /// Cells pulsed towards potentiation.
    pub ltp_i: Sig<In>,
    /// Cells pulsed towards depression.
    pub ltd_i: Sig<In>,
    /// Junctions switched.
    pub switched_i: Sig<In>,
    /// Switched at the limit.
    pub saturated_i: Sig<In>,
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
}

impl Counters {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let counter = || Reg::new(COUNTER_BITS, 0);
        Counters {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            image_i: Default::default(),
            event_i: Default::default(),
            visit_i: Default::default(),
            spikes_i: Sig::new(COUNT_BITS),
            draw_i: Default::default(),
            ltp_i: Sig::new(column_count_bits(spec)),
            ltd_i: Sig::new(column_count_bits(spec)),
            switched_i: Sig::new(lane_count_bits(spec)),
            saturated_i: Sig::new(lane_count_bits(spec)),
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
        }
    }
}

impl Logic for Counters {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(
            self,
            clk_i,
            images,
            events,
            hidden_spikes,
            draws,
            pulses_ltp,
            pulses_ltd,
            switches,
            saturations
        );
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
        self.pulses_ltp.d.next = self.pulses_ltp.q.val() + bits(self.ltp_i.val(), 32);
        self.pulses_ltd.d.next = self.pulses_ltd.q.val() + bits(self.ltd_i.val(), 32);
        self.switches.d.next = self.switches.q.val() + bits(self.switched_i.val(), 32);
        self.saturations.d.next = self.saturations.q.val() + bits(self.saturated_i.val(), 32);

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
