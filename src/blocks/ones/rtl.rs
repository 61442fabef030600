//! RTL of the ones.

use crate::hdl::prelude::*;
use crate::spec::index_bits;

/// Combinational.
#[derive(LogicBlock)]
pub struct Ones {
    /// Flags, one a lane.
    pub flags_i: Sig<In>,
    /// How many are set.
    pub count_o: Sig<Out>,
    flag: Vec<Sig<Local>>,
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
        Ones {
            flags_i: Sig::new(lanes),
            count_o: Sig::new(bits),
            flag: (0..lanes).map(|_| Sig::new(bits)).collect(),
            count: Sig::new(bits),
        }
    }
}

impl Logic for Ones {
    #[hdl_gen]
    fn update(&mut self) {
        for k in 0..self.flag.len() {
            self.flag[k].next = 0.into();
            if self.flags_i.val().get_bit(k).any() {
                self.flag[k].next = 1.into();
            }
        }
        self.count.next = 0.into();
        for m in 0..self.flag.len() {
            self.count.next = self.count.val() + self.flag[m].val();
        }
        self.count_o.next = self.count.val();
    }
    fn timing(&self) -> Vec<TimingInfo> {
        module_name("ones")
    }
}
