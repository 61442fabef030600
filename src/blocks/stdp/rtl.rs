//! RTL of the rule: from a rule entry and the order of the spikes to a pulse.

use crate::hdl::prelude::*;
use crate::spec::{Scheme, Spec};

/// Entries of the rule table: modulator negative, positive; readout label, rival.
pub const NUM_RULES: usize = 4;
/// Bits of a rule: {axis, polarity, selector, gate causal, gate acausal}.
pub const RULE_BITS: usize = 5;
/// Bits of an amplitude offset, signed.
pub const OFFSET_BITS: usize = 3;

/// Bits of an entry of the rule table: {amplitude offset, rule}; scheme "prototype" has no offset.
pub fn entry_bits(spec: &Spec) -> usize {
    match spec.scheme {
        Scheme::Modulated => OFFSET_BITS + RULE_BITS,
        Scheme::Prototype(_) => RULE_BITS,
    }
}

/// Combinational.
#[derive(LogicBlock)]
pub struct Stdp {
    /// Rule.
    pub rule_i: Sig<In>,
    /// dt >= 0.
    pub causal_i: Signal<In, Bit>,
    /// A pulse is sent.
    pub pulse_o: Signal<Out, Bit>,
    /// The junction watched goes from AP to P: potentiation; else depression.
    pub ltp_o: Signal<Out, Bit>,
}

impl Default for Stdp {
    fn default() -> Self {
        Stdp {
            rule_i: Sig::new(RULE_BITS),
            causal_i: Default::default(),
            pulse_o: Default::default(),
            ltp_o: Default::default(),
        }
    }
}

impl Logic for Stdp {
    #[hdl_gen]
    fn update(&mut self) {
        if self.causal_i.val() {
            self.pulse_o.next = self.rule_i.val().get_bit(1).any();
        } else {
            self.pulse_o.next = self.rule_i.val().get_bit(0).any();
        }
        if self.rule_i.val().get_bit(4).any() {
            self.ltp_o.next = self.rule_i.val().get_bit(3).any();
        } else {
            self.ltp_o.next = (self.rule_i.val().get_bit(3).any()
                ^ self.rule_i.val().get_bit(2).any())
                ^ !self.causal_i.val();
        }
    }
}
