//! RTL of the amplitude.

use crate::blocks::best::rtl::OFFSET_BITS;
use crate::blocks::modulator::rtl::CODE_BITS;
use crate::hdl::prelude::*;
use crate::spec::prototype::{CODE_ACTIVE, CODE_SHIFT, CODE_SILENT, WEIGHT_BITS};

/// Combinational. The sum is never below 0: 7 - 7 + 0 and 8 - 8 + 0 are the least.
#[derive(LogicBlock)]
pub struct Amplitude {
    /// Weight.
    pub weight_i: Sig<In>,
    /// The row was active.
    pub active_i: Signal<In, Bit>,
    /// Offset of the compartment.
    pub offset_i: Sig<In>,
    /// Amplitude code.
    pub code_o: Sig<Out>,
    size: Sig<Local>,
    code: Sig<Local>,
    unused: Signal<Local, Bit>,
    centre_active: Const,
    centre_silent: Const,
    weight_shift: Const,
    most: Const,
}

impl Default for Amplitude {
    fn default() -> Self {
        let wide = CODE_BITS + 1;
        Amplitude {
            weight_i: Sig::new(WEIGHT_BITS),
            active_i: Default::default(),
            offset_i: Sig::new(OFFSET_BITS),
            code_o: Sig::new(CODE_BITS),
            size: Sig::new(WEIGHT_BITS - CODE_SHIFT as usize),
            code: Sig::new(wide),
            unused: Default::default(),
            centre_active: Const::new(wide, CODE_ACTIVE.into()),
            centre_silent: Const::new(wide, CODE_SILENT.into()),
            weight_shift: Const::new(8, CODE_SHIFT.into()),
            most: Const::new(CODE_BITS, 15),
        }
    }
}

impl Logic for Amplitude {
    #[hdl_gen]
    fn update(&mut self) {
        // the code does not see the lowest bits
        self.unused.next = self.weight_i.val().xor();
        self.size.next = bits(
            self.weight_i.val() >> self.weight_shift.val(),
            self.size.width(),
        );
        if self.active_i.val() {
            self.code.next = self.centre_active.val()
                - bits(signed_cast(self.size.val()), self.code.width())
                + bits(self.offset_i.val(), self.code.width());
        } else {
            self.code.next = self.centre_silent.val()
                + bits(signed_cast(self.size.val()), self.code.width())
                + bits(self.offset_i.val(), self.code.width());
        }
        self.code_o.next = bits(self.code.val(), 4);
        if self.code.val().get_bit(4).any() {
            self.code_o.next = self.most.val();
        }
    }
}
