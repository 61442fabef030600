//! RTL of the teach store.

use crate::blocks::modulator::rtl::{CLASS_BITS, STEP_BITS};
use crate::hdl::prelude::*;
use crate::spec::Spec;

/// A class a column.
#[derive(LogicBlock)]
pub struct TeachStore {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Write `class_i` to `column_i`.
    pub we_i: Signal<In, Bit>,
    /// Column written.
    pub column_i: Sig<In>,
    /// Its class.
    pub class_i: Sig<In>,
    /// Column to show in the next cycle.
    pub read_column_i: Sig<In>,
    /// The modulator of the column shown was positive.
    pub positive_o: Signal<Out, Bit>,
    /// Its amplitude offset.
    pub offset_o: Sig<Out>,
    /// It learns.
    pub learns_o: Signal<Out, Bit>,
    u_class_memory: RowMemory,
    word: Sig<Local>,
    none: Const,
}

impl TeachStore {
    /// For the columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        TeachStore {
            clk_i: Default::default(),
            we_i: Default::default(),
            column_i: Sig::new(spec.column_bits()),
            class_i: Sig::new(CLASS_BITS),
            read_column_i: Sig::new(spec.column_bits()),
            positive_o: Default::default(),
            offset_o: Sig::new(STEP_BITS),
            learns_o: Default::default(),
            u_class_memory: RowMemory::new(spec.columns, 1, CLASS_BITS, None),
            word: Sig::new(CLASS_BITS),
            none: Const::new(STEP_BITS, 0b100),
        }
    }
}

impl Logic for TeachStore {
    #[hdl_gen]
    fn update(&mut self) {
        self.u_class_memory.clk_i.next = self.clk_i.val();
        self.u_class_memory.we_i.next = self.we_i.val();
        self.u_class_memory.waddr_i.next = self.column_i.val();
        self.u_class_memory.wdata_i.next = self.class_i.val();
        self.u_class_memory.raddr_i.next = self.read_column_i.val();
        self.word.next = self.u_class_memory.rdata_o.val();
        self.positive_o.next = self.word.val().get_bit(3).any();
        self.offset_o.next = bits(self.word.val(), 3);
        self.learns_o.next = bits(self.word.val(), 3) != self.none.val();
    }
}
