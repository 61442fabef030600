//! RTL of the compartments: the lanes of scheme "prototype".

use crate::hdl::prelude::*;
use crate::spec::prototype::WEIGHT_BITS;
use crate::spec::{Prototype, Spec, index_bits};

/// One lane. The sum is that of `drive`: the weight feeds the carry chain, one table a bit the choice
/// of the accumulator, one the sum; the accumulators have enable and clear of their own.
#[derive(LogicBlock)]
pub struct CompartmentLane {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// The weight is added to zero.
    pub first_i: Signal<In, Bit>,
    /// The weight is added to the accumulator of this index.
    pub part_i: Sig<In>,
    /// Accumulators that take the sum.
    pub load_i: Sig<In>,
    /// Accumulators that start from zero again.
    pub clear_i: Sig<In>,
    /// Weight.
    pub weight_i: Sig<In>,
    /// Keep all accumulators.
    pub capture_i: Signal<In, Bit>,
    /// Accumulators kept.
    pub drives_o: Sig<Out>,
    drives: Reg,
    kept: Reg,
    next_drive: Vec<Sig<Local>>,
    select: Sig<Local>,
    base: Sig<Local>,
    weight: Sig<Local>,
    sum: Sig<Local>,
    total: Sig<Local>,
    unused: Signal<Local, Bit>,
    _parts: usize,
}

impl CompartmentLane {
    /// A lane with the compartments of `sizes`.
    pub fn new(sizes: &Prototype) -> Self {
        let (parts, drive) = (sizes.num_compartments(), sizes.drive_bits());
        CompartmentLane {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            first_i: Default::default(),
            part_i: Sig::new(index_bits(parts)),
            load_i: Sig::new(parts),
            clear_i: Sig::new(parts),
            weight_i: Sig::new(WEIGHT_BITS),
            capture_i: Default::default(),
            drives_o: Sig::packed(parts, drive),
            drives: Reg::packed_zero(parts, drive),
            kept: Reg::packed(parts, drive),
            next_drive: (0..parts).map(|_| Sig::new(drive)).collect(),
            select: Sig::new(parts),
            base: Sig::new(drive),
            weight: Sig::new(drive),
            sum: Sig::new(drive + 1),
            total: Sig::new(drive),
            unused: Default::default(),
            _parts: parts,
        }
    }
}

impl Logic for CompartmentLane {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, drives);
        dff_setup!(self, clk_i, kept);
        self.select.next = bits(1.into(), self.select.width()) << self.part_i.val();
        self.base.next = 0.into();
        for k in 0..self._parts {
            if self.select.val().get_bit(k).any() && !self.first_i.val() {
                self.base.next = self.base.val() | self.drives.q.val().get_bit(k);
            }
        }
        self.weight.next = bits(signed_cast(self.weight_i.val()), self.weight.width());
        self.sum.next = (bits(self.weight.val(), self.sum.width()) << 1)
            - ((bits(!self.base.val(), self.sum.width()) << 1) | 1);
        self.unused.next = self.sum.val().get_bit(0).any();
        self.total.next = bits(self.sum.val() >> 1, self.total.width());
        for j in 0..self._parts {
            self.next_drive[j].next = self.drives.q.val().get_bit(j);
            if self.load_i.val().get_bit(j).any() {
                self.next_drive[j].next = self.total.val();
            }
            if self.clear_i.val().get_bit(j).any() {
                self.next_drive[j].next = 0.into();
            }
        }
        self.drives.d.next = self.next_drive.val();
        if self.capture_i.val() {
            self.kept.d.next = self.drives.q.val();
        }
        self.drives_o.next = self.kept.q.val();
    }
}

/// All lanes side by side.
#[derive(LogicBlock)]
pub struct CompartmentArray {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A pass begins.
    pub first_i: Signal<In, Bit>,
    /// Add the weights.
    pub acc_i: Signal<In, Bit>,
    /// To this compartment, one hot, or to none.
    pub part_i: Sig<In>,
    /// Word of W1 read.
    pub weights_i: Sig<In>,
    /// See [`CompartmentLane`].
    pub capture_i: Signal<In, Bit>,
    /// Accumulators kept, lane-major.
    pub drives_o: Sig<Out>,
    u_lane: Vec<CompartmentLane>,
    drives: Vec<Sig<Local>>,
    part: Sig<Local>,
    load: Sig<Local>,
    clear: Sig<Local>,
    _parts: usize,
}

impl CompartmentArray {
    /// The lanes of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (lanes, parts) = (spec.lanes, sizes.num_compartments());
        let width = parts * sizes.drive_bits();
        CompartmentArray {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            first_i: Default::default(),
            acc_i: Default::default(),
            part_i: Sig::new(parts),
            weights_i: Sig::packed(lanes, WEIGHT_BITS),
            capture_i: Default::default(),
            drives_o: Sig::packed(lanes, width),
            u_lane: (0..lanes).map(|_| CompartmentLane::new(sizes)).collect(),
            drives: (0..lanes).map(|_| Sig::new(width)).collect(),
            part: Sig::new(index_bits(parts)),
            load: Sig::new(parts),
            clear: Sig::new(parts),
            _parts: parts,
        }
    }
}

impl Logic for CompartmentArray {
    #[hdl_gen]
    fn update(&mut self) {
        self.part.next = 0.into();
        for k in 0..self._parts {
            if self.part_i.val().get_bit(k).any() {
                self.part.next = self.part.val() | k.to_bits();
            }
        }
        self.load.next = 0.into();
        if self.acc_i.val() {
            self.load.next = self.part_i.val();
        }
        self.clear.next = 0.into();
        if self.first_i.val() {
            self.clear.next = !self.load.val();
        }
        for lane in 0..self.u_lane.len() {
            self.u_lane[lane].clk_i.next = self.clk_i.val();
            self.u_lane[lane].rst_ni.next = self.rst_ni.val();
            self.u_lane[lane].first_i.next = self.first_i.val();
            self.u_lane[lane].part_i.next = self.part.val();
            self.u_lane[lane].load_i.next = self.load.val();
            self.u_lane[lane].clear_i.next = self.clear.val();
            self.u_lane[lane].weight_i.next = self.weights_i.val().get_bit(lane);
            self.u_lane[lane].capture_i.next = self.capture_i.val();
        }
        for lane in 0..self.u_lane.len() {
            self.drives[lane].next = self.u_lane[lane].drives_o.val();
        }
        self.drives_o.next = self.drives.val();
    }
}
