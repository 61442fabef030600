//! RTL of the bias step.

use crate::hdl::prelude::*;
use crate::spec::Prototype;
use crate::spec::prototype::{START_WEIGHT, WEIGHT_BITS, WEIGHT_MAX};

/// S4 the cell's step; S5 the table; S6 the change stands.
#[derive(LogicBlock)]
pub struct BiasStep {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// S4: part of the cell's row, one hot.
    pub part_i: Sig<In>,
    /// S4: the cell moved by one.
    pub moves_i: Signal<In, Bit>,
    /// S4: up, else down.
    pub ltp_i: Signal<In, Bit>,
    /// S4: the cell was given its start weight.
    pub recruit_i: Signal<In, Bit>,
    /// S4: that of an active row.
    pub active_i: Signal<In, Bit>,
    /// S4: weight before.
    pub before_i: Sig<In>,
    /// S4: weight after.
    pub after_i: Sig<In>,
    /// S6: compartment whose bias moves, one hot, or none.
    pub moved_o: Sig<Out>,
    /// S6: by how much.
    pub change_o: Sig<Out>,
    u_dsp_table: TableMemory,
    up_s5: BitReg,
    recruit_s5: BitReg,
    active_s5: BitReg,
    part_s5: Reg,
    step_s5: Reg,
    moved_s6: Reg,
    change_s6: Reg,
    step: Sig<Local>,
    change: Sig<Local>,
    sp_active: Const,
    sp_silent: Const,
    weight_offset: Const,
}

impl BiasStep {
    /// With the table of `sizes`.
    pub fn new(sizes: &Prototype) -> Self {
        let (parts, bias) = (sizes.num_compartments(), sizes.bias_bits());
        let dsp = sizes.dsp_table().into_iter().map(u128::from);
        BiasStep {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            part_i: Sig::new(parts),
            moves_i: Default::default(),
            ltp_i: Default::default(),
            recruit_i: Default::default(),
            active_i: Default::default(),
            before_i: Sig::new(WEIGHT_BITS),
            after_i: Sig::new(WEIGHT_BITS),
            moved_o: Sig::new(parts),
            change_o: Sig::new(bias),
            u_dsp_table: TableMemory::new(sizes.dsp_bits(), dsp.chain([0, 0]).collect()),
            up_s5: BitReg::new(false),
            recruit_s5: BitReg::new(false),
            active_s5: BitReg::new(false),
            part_s5: Reg::new(parts, 0),
            step_s5: Reg::data(WEIGHT_BITS),
            moved_s6: Reg::new(parts, 0),
            change_s6: Reg::data(bias),
            step: Sig::new(WEIGHT_BITS),
            change: Sig::new(bias),
            sp_active: Const::new(bias, sizes.sp(START_WEIGHT).into()),
            sp_silent: Const::new(bias, sizes.sp(-START_WEIGHT).into()),
            weight_offset: Const::new(WEIGHT_BITS, WEIGHT_MAX.into()),
        }
    }
}

impl Logic for BiasStep {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, up_s5, recruit_s5, active_s5, part_s5, step_s5);
        clock!(self, clk_i, moved_s6, change_s6);
        // S4: the lower of both weights numbers the difference
        self.step.next = self.after_i.val() + self.weight_offset.val();
        if self.ltp_i.val() {
            self.step.next = self.before_i.val() + self.weight_offset.val();
        }
        self.step_s5.d.next = self.step.val();
        self.up_s5.d.next = self.ltp_i.val();
        self.recruit_s5.d.next = self.recruit_i.val();
        self.active_s5.d.next = self.active_i.val();
        self.part_s5.d.next = 0.into();
        if self.moves_i.val() || self.recruit_i.val() {
            self.part_s5.d.next = self.part_i.val();
        }
        // S5
        self.u_dsp_table.clk_i.next = self.clk_i.val();
        self.u_dsp_table.we_i.next = false;
        self.u_dsp_table.waddr_i.next = 0.into();
        self.u_dsp_table.wdata_i.next = 0.into();
        self.u_dsp_table.raddr_i.next = self.step_s5.q.val();
        self.change.next = bits(self.u_dsp_table.rdata_o.val(), self.change.width());
        if !self.up_s5.q.val() {
            self.change.next = bits(0.into(), self.change.width())
                - bits(self.u_dsp_table.rdata_o.val(), self.change.width());
        }
        if self.recruit_s5.q.val() {
            self.change.next = self.sp_silent.val();
            if self.active_s5.q.val() {
                self.change.next = self.sp_active.val();
            }
        }
        self.moved_s6.d.next = self.part_s5.q.val();
        self.change_s6.d.next = self.change.val();
        // S6
        self.moved_o.next = self.moved_s6.q.val();
        self.change_o.next = self.change_s6.q.val();
    }
}
