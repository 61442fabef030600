//! RTL of the counters of a core that only infers.

use crate::hdl::prelude::*;

/// Bits of a counter; it wraps.
const COUNTER_BITS: usize = 32;

/// A register each.
#[derive(LogicBlock)]
pub struct InferCounters {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// An image was accepted.
    pub image_i: Signal<In, Bit>,
    /// A row was counted.
    pub event_i: Signal<In, Bit>,
    /// A spike was read out.
    pub spike_i: Signal<In, Bit>,
    /// Counter to show.
    pub select_i: Sig<In>,
    /// Its value.
    pub value_o: Sig<Out>,
    images: Reg,
    events: Reg,
    spikes: Reg,
    value: Sig<Local>,
}

impl Default for InferCounters {
    fn default() -> Self {
        InferCounters {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            image_i: Default::default(),
            event_i: Default::default(),
            spike_i: Default::default(),
            select_i: Sig::new(2),
            value_o: Sig::new(COUNTER_BITS),
            images: Reg::new(COUNTER_BITS, 0),
            events: Reg::new(COUNTER_BITS, 0),
            spikes: Reg::new(COUNTER_BITS, 0),
            value: Sig::new(COUNTER_BITS),
        }
    }
}

impl Logic for InferCounters {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, images, events, spikes);
        if self.image_i.val() {
            self.images.d.next = self.images.q.val() + 1;
        }
        if self.event_i.val() {
            self.events.d.next = self.events.q.val() + 1;
        }
        if self.spike_i.val() {
            self.spikes.d.next = self.spikes.q.val() + 1;
        }
        self.value.next = self.images.q.val();
        if self.select_i.val() == 1 {
            self.value.next = self.events.q.val();
        } else if self.select_i.val() == 2 {
            self.value.next = self.spikes.q.val();
        }
        self.value_o.next = self.value.val();
    }
}
