//! RTL of the weight update.

use crate::hdl::prelude::*;

/// Combinational: one up or down on a switch, symmetric saturation.
#[derive(LogicBlock)]
pub struct Synapse {
    /// Weight, two's complement.
    pub weight_i: Sig<In>,
    /// The junction switched.
    pub switched_i: Signal<In, Bit>,
    /// Potentiation.
    pub ltp_i: Signal<In, Bit>,
    /// Weight after the pulse.
    pub weight_o: Sig<Out>,
    /// Switched, but at the limit.
    pub saturated_o: Signal<Out, Bit>,
    limit: Sig<Local>,
    most: Const,
    least: Const,
}

impl Synapse {
    /// A weight of `width` bits: -(2^(width-1) - 1) to 2^(width-1) - 1.
    pub fn new(width: usize) -> Self {
        let most = (1i128 << (width - 1)) - 1;
        Synapse {
            weight_i: Sig::new(width),
            switched_i: Default::default(),
            ltp_i: Default::default(),
            weight_o: Sig::new(width),
            saturated_o: Default::default(),
            limit: Sig::new(width),
            most: Const::new(width, most),
            least: Const::new(width, -most),
        }
    }
}

impl Logic for Synapse {
    #[hdl_gen]
    fn update(&mut self) {
        self.limit.next = self.least.val();
        if self.ltp_i.val() {
            self.limit.next = self.most.val();
        }
        self.saturated_o.next = self.switched_i.val() && (self.weight_i.val() == self.limit.val());
        self.weight_o.next = self.weight_i.val();
        if self.switched_i.val() && (self.weight_i.val() != self.limit.val()) {
            if self.ltp_i.val() {
                self.weight_o.next = self.weight_i.val() + 1;
            } else {
                self.weight_o.next = self.weight_i.val() - 1;
            }
        }
    }
}
