//! RTL of the ones.

use crate::hdl::prelude::*;
use crate::spec::index_bits;

/// Lanes whose sum stands in a register.
pub const GROUP: usize = 12;

/// Sums of groups, and their sum.
#[derive(LogicBlock)]
pub struct Ones {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Flags, one a lane.
    pub flags_i: Sig<In>,
    /// How many were set in the cycle before.
    pub count_o: Sig<Out>,
    u_group: Vec<OnesGroup>,
    flags: Sig<Local>,
    part: Vec<Sig<Local>>,
    count: Sig<Local>,
}

/// Bits of a number of lanes.
pub fn ones_bits(lanes: usize) -> usize {
    index_bits(lanes + 1).max(2)
}

impl Ones {
    /// For `lanes` flags.
    pub fn new(lanes: usize) -> Self {
        let bits = ones_bits(lanes);
        let groups = lanes.div_ceil(GROUP);
        Ones {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            flags_i: Sig::new(lanes),
            count_o: Sig::new(bits),
            u_group: (0..groups).map(|_| OnesGroup::new(bits)).collect(),
            flags: Sig::packed(groups, GROUP),
            part: (0..groups).map(|_| Sig::new(bits)).collect(),
            count: Sig::new(bits),
        }
    }
}

impl Logic for Ones {
    #[hdl_gen]
    fn update(&mut self) {
        self.flags.next = bits(self.flags_i.val(), self.flags.width());
        for lane in 0..self.u_group.len() {
            self.u_group[lane].clk_i.next = self.clk_i.val();
            self.u_group[lane].rst_ni.next = self.rst_ni.val();
            self.u_group[lane].flags_i.next = self.flags.val().get_bit(lane);
        }
        for lane in 0..self.u_group.len() {
            self.part[lane].next = self.u_group[lane].count_o.val();
        }
        self.count.next = 0.into();
        for m in 0..self.part.len() {
            self.count.next = self.count.val() + self.part[m].val();
        }
        self.count_o.next = self.count.val();
    }
    fn timing(&self) -> Vec<TimingInfo> {
        module_name("ones")
    }
}

/// The sum of a group.
#[derive(LogicBlock)]
pub struct OnesGroup {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Flags.
    pub flags_i: Sig<In>,
    /// How many were set in the cycle before.
    pub count_o: Sig<Out>,
    flag: Vec<Sig<Local>>,
    sum: Sig<Local>,
    count: Reg,
}

impl OnesGroup {
    /// With `bits` for the sum.
    pub fn new(bits: usize) -> Self {
        OnesGroup {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            flags_i: Sig::new(GROUP),
            count_o: Sig::new(bits),
            flag: (0..GROUP).map(|_| Sig::new(bits)).collect(),
            sum: Sig::new(bits),
            count: Reg::new(bits, 0),
        }
    }
}

impl Logic for OnesGroup {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, count);
        for k in 0..self.flag.len() {
            self.flag[k].next = 0.into();
            if self.flags_i.val().get_bit(k).any() {
                self.flag[k].next = 1.into();
            }
        }
        self.sum.next = 0.into();
        for m in 0..self.flag.len() {
            self.sum.next = self.sum.val() + self.flag[m].val();
        }
        self.count.d.next = self.sum.val();
        self.count_o.next = self.count.q.val();
    }
    fn timing(&self) -> Vec<TimingInfo> {
        module_name("ones_group")
    }
}
