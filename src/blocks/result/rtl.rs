//! RTL of the result register.

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;

/// Holds a result under back-pressure.
#[derive(LogicBlock)]
pub struct ResultRegister {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A result comes.
    pub result_i: Signal<In, Bit>,
    /// Its class.
    pub class_i: Sig<In>,
    /// Its image is being taught.
    pub learn_i: Signal<In, Bit>,
    /// A result may come.
    pub free_o: Signal<Out, Bit>,
    /// Result port.
    pub res_valid_o: Signal<Out, Bit>,
    /// Result port.
    pub res_ready_i: Signal<In, Bit>,
    /// Result port.
    pub res_class_o: Sig<Out>,
    /// Result port.
    pub res_learn_o: Signal<Out, Bit>,
    valid: BitReg,
    class: Reg,
    learn: BitReg,
}

impl Default for ResultRegister {
    fn default() -> Self {
        ResultRegister {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            result_i: Default::default(),
            class_i: Sig::new(CLASS_BITS),
            learn_i: Default::default(),
            free_o: Default::default(),
            res_valid_o: Default::default(),
            res_ready_i: Default::default(),
            res_class_o: Sig::new(CLASS_BITS),
            res_learn_o: Default::default(),
            valid: BitReg::new(false),
            class: Reg::data(CLASS_BITS),
            learn: BitReg::new(false),
        }
    }
}

impl Logic for ResultRegister {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, valid, class, learn);
        self.free_o.next = !self.valid.q.val() || self.res_ready_i.val();
        if self.res_ready_i.val() {
            self.valid.d.next = false;
        }
        if self.result_i.val() {
            self.valid.d.next = true;
            self.class.d.next = self.class_i.val();
            self.learn.d.next = self.learn_i.val();
        }
        self.res_valid_o.next = self.valid.q.val();
        self.res_class_o.next = self.class.q.val();
        self.res_learn_o.next = self.learn.q.val();
    }
}
