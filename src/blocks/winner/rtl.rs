//! RTL of the winner: running maxima over the columns that the soma scan brings.

use crate::blocks::best::rtl::{Best, OFFSET_BITS, place_bits};
use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::prototype::WINS_BITS;
use crate::spec::{NUM_CLASSES, Prototype, Spec, index_bits};

/// Classes, and the winners of the label's group.
#[derive(LogicBlock)]
pub struct Winner {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Stage G: a column; ascending.
    pub valid_i: Signal<In, Bit>,
    /// It is recruited.
    pub recruited_i: Signal<In, Bit>,
    /// Its scores that a class is searched by.
    pub infer_i: Sig<In>,
    /// Its scores that winners are searched by.
    pub learn_i: Sig<In>,
    /// Its biases.
    pub biases_i: Sig<In>,
    /// Its wins.
    pub wins_i: Sig<In>,
    /// Label of the image.
    pub label_i: Sig<In>,
    /// Sums of earlier views count.
    pub views_i: Signal<In, Bit>,
    /// Class of the highest sum, ties to the lowest; 0 where no neuron is recruited.
    pub class_o: Sig<Out>,
    /// Stage I: a class with a recruited neuron is summed: its compartments fired.
    pub fired_o: Signal<Out, Bit>,
    /// The label's group has a free neuron.
    pub recruit_o: Signal<Out, Bit>,
    /// Place of each compartment's winner; of the free neuron where there is one.
    pub places_o: Sig<Out>,
    /// Their biases.
    pub biases_o: Sig<Out>,
    /// Their wins, this one counted.
    pub wins_o: Sig<Out>,
    /// What these add to the amplitude code.
    pub offsets_o: Sig<Out>,
    u_best: Vec<Best>,
    u_sum_table: TableMemory,
    column: Reg,
    pass: Reg,
    lane: Reg,
    member: Reg,
    class: Reg,
    any: BitReg,
    free: BitReg,
    free_place: Reg,
    done_h: BitReg,
    class_h: Reg,
    done_i: BitReg,
    class_i: Reg,
    any_i: BitReg,
    sum_i: Reg,
    best_known: BitReg,
    best: Reg,
    best_class: Reg,
    place: Sig<Local>,
    first: Signal<Local, Bit>,
    last: Signal<Local, Bit>,
    any_before: Signal<Local, Bit>,
    free_before: Signal<Local, Bit>,
    infer_valid: Signal<Local, Bit>,
    learn_valid: Signal<Local, Bit>,
    sum: Sig<Local>,
    stored: Signal<Local, Bit>,
    total: Sig<Local>,
    known: Signal<Local, Bit>,
    better: Signal<Local, Bit>,
    places: Vec<Sig<Local>>,
    biases: Vec<Sig<Local>>,
    wins: Vec<Sig<Local>>,
    offsets: Vec<Sig<Local>>,
    column_last: Const,
    lane_last: Const,
    member_last: Const,
    class_last: Const,
    lane_bits: Const,
    lane_pass_bits: Const,
    sum_bits: Const,
}

impl Winner {
    /// For the classes and columns of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (parts, place) = (sizes.num_compartments(), place_bits(spec));
        let (column, pass, lane) = (spec.column_bits(), spec.pass_bits(), spec.lane_bits());
        let (bias, sum) = (sizes.bias_bits(), sizes.class_sum_bits());
        let member = index_bits(spec.group());
        let buses = |width: usize| (0..parts).map(|_| Sig::new(width)).collect();
        let flag = || BitReg::new(false);
        Winner {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            valid_i: Default::default(),
            recruited_i: Default::default(),
            infer_i: Sig::packed(parts, sizes.infer_score_bits()),
            learn_i: Sig::packed(parts, sizes.learn_score_bits()),
            biases_i: Sig::packed(parts, bias),
            wins_i: Sig::packed(parts, WINS_BITS),
            label_i: Sig::new(CLASS_BITS),
            views_i: Default::default(),
            class_o: Sig::new(CLASS_BITS),
            fired_o: Default::default(),
            recruit_o: Default::default(),
            places_o: Sig::packed(parts, place),
            biases_o: Sig::packed(parts, bias),
            wins_o: Sig::packed(parts, WINS_BITS),
            offsets_o: Sig::packed(parts, OFFSET_BITS),
            u_best: (0..parts).map(|_| Best::new(spec, sizes)).collect(),
            u_sum_table: TableMemory::new(sum + 1, vec![0; 1 << CLASS_BITS]),
            column: Reg::new(column, 0),
            pass: Reg::new(pass, 0),
            lane: Reg::new(lane, 0),
            member: Reg::new(member, 0),
            class: Reg::new(CLASS_BITS, 0),
            any: flag(),
            free: flag(),
            free_place: Reg::data(place),
            done_h: flag(),
            class_h: Reg::data(CLASS_BITS),
            done_i: flag(),
            class_i: Reg::data(CLASS_BITS),
            any_i: flag(),
            sum_i: Reg::data(sum),
            best_known: flag(),
            best: Reg::data(sum),
            best_class: Reg::data(CLASS_BITS),
            place: Sig::new(place),
            first: Default::default(),
            last: Default::default(),
            any_before: Default::default(),
            free_before: Default::default(),
            infer_valid: Default::default(),
            learn_valid: Default::default(),
            sum: Sig::new(sum),
            stored: Default::default(),
            total: Sig::new(sum),
            known: Default::default(),
            better: Default::default(),
            places: buses(place),
            biases: buses(bias),
            wins: buses(WINS_BITS),
            offsets: buses(OFFSET_BITS),
            column_last: Const::new(column, spec.columns as i128 - 1),
            lane_last: Const::new(lane, spec.lanes as i128 - 1),
            member_last: Const::new(member, spec.group() as i128 - 1),
            class_last: Const::new(CLASS_BITS, NUM_CLASSES as i128 - 1),
            lane_bits: Const::new(8, lane as i128),
            lane_pass_bits: Const::new(8, (lane + pass) as i128),
            sum_bits: Const::new(8, sum as i128),
        }
    }
}

impl Logic for Winner {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, column, pass, lane, member, class, any, free);
        dff_setup!(self, clk_i, free_place, best_known, best, best_class);
        clock!(self, clk_i, done_h, class_h, done_i, class_i, any_i, sum_i);
        // stage G: whose turn it is
        self.first.next = self.member.q.val() == 0;
        self.last.next = self.member.q.val() == self.member_last.val();
        self.place.next = (bits(self.column.q.val(), self.place.width())
            << self.lane_pass_bits.val())
            | (bits(self.pass.q.val(), self.place.width()) << self.lane_bits.val())
            | bits(self.lane.q.val(), self.place.width());
        if self.valid_i.val() {
            self.column.d.next = self.column.q.val() + 1;
            self.lane.d.next = self.lane.q.val() + 1;
            if self.lane.q.val() == self.lane_last.val() {
                self.lane.d.next = 0.into();
                self.pass.d.next = self.pass.q.val() + 1;
            }
            self.member.d.next = self.member.q.val() + 1;
            if self.last.val() {
                self.member.d.next = 0.into();
                self.class.d.next = self.class.q.val() + 1;
                if self.class.q.val() == self.class_last.val() {
                    self.class.d.next = 0.into();
                }
            }
            if self.column.q.val() == self.column_last.val() {
                self.column.d.next = 0.into();
                self.lane.d.next = 0.into();
                self.pass.d.next = 0.into();
            }
        }
        // stage G: the best
        self.any_before.next = self.any.q.val() && !self.first.val();
        self.free_before.next = self.free.q.val() && (self.column.q.val() != 0);
        self.infer_valid.next = self.valid_i.val() && self.recruited_i.val();
        self.learn_valid.next = self.valid_i.val() && (self.class.q.val() == self.label_i.val());
        if self.valid_i.val() {
            self.any.d.next = self.any_before.val() || self.recruited_i.val();
            self.free.d.next = self.free_before.val();
            if self.learn_valid.val() && !self.recruited_i.val() && !self.free_before.val() {
                self.free.d.next = true;
                self.free_place.d.next = self.place.val();
            }
        }
        for lane in 0..self.u_best.len() {
            self.u_best[lane].clk_i.next = self.clk_i.val();
            self.u_best[lane].rst_ni.next = self.rst_ni.val();
            self.u_best[lane].infer_valid_i.next = self.infer_valid.val();
            self.u_best[lane].infer_first_i.next = !self.any_before.val();
            self.u_best[lane].infer_i.next = self.infer_i.val().get_bit(lane);
            self.u_best[lane].learn_valid_i.next = self.learn_valid.val();
            self.u_best[lane].learn_first_i.next = self.first.val();
            self.u_best[lane].learn_i.next = self.learn_i.val().get_bit(lane);
            self.u_best[lane].place_i.next = self.place.val();
            self.u_best[lane].bias_i.next = self.biases_i.val().get_bit(lane);
            self.u_best[lane].wins_i.next = self.wins_i.val().get_bit(lane);
        }
        self.done_h.d.next = self.valid_i.val() && self.last.val();
        self.class_h.d.next = self.class.q.val();
        // stage H: a class is complete
        self.sum.next = 0.into();
        for q in 0..self.u_best.len() {
            self.sum.next = self.sum.val() + self.u_best[q].infer_o.val();
        }
        self.done_i.d.next = self.done_h.q.val();
        self.class_i.d.next = self.class_h.q.val();
        self.any_i.d.next = self.any.q.val();
        self.sum_i.d.next = self.sum.val();
        // stage I: with the views before, against the best class
        self.stored.next =
            self.views_i.val() && (self.u_sum_table.rdata_o.val() >> self.sum_bits.val()).any();
        self.known.next = self.any_i.q.val() || self.stored.val();
        self.total.next = 0.into();
        if self.any_i.q.val() {
            self.total.next = self.sum_i.q.val();
        }
        if self.stored.val() {
            self.total.next =
                self.total.val() + bits(self.u_sum_table.rdata_o.val(), self.total.width());
        }
        self.u_sum_table.clk_i.next = self.clk_i.val();
        self.u_sum_table.we_i.next = self.done_i.q.val();
        self.u_sum_table.waddr_i.next = self.class_i.q.val();
        self.u_sum_table.raddr_i.next = self.class_i.q.val();
        self.u_sum_table.wdata_i.next =
            (bits(self.known.val().into(), self.u_sum_table.wdata_i.width())
                << self.sum_bits.val())
                | bits(self.total.val(), self.u_sum_table.wdata_i.width());
        self.better.next = !self.best_known.q.val()
            || (signed_cast(self.total.val()) > signed_cast(self.best.q.val()));
        if self.done_i.q.val() {
            if self.class_i.q.val() == 0 {
                self.best_class.d.next = 0.into();
                self.best_known.d.next = self.known.val();
                self.best.d.next = self.total.val();
            } else if self.known.val() && self.better.val() {
                self.best_class.d.next = self.class_i.q.val();
                self.best_known.d.next = true;
                self.best.d.next = self.total.val();
            }
        }
        self.class_o.next = self.best_class.q.val();
        self.fired_o.next = self.done_i.q.val() && self.any_i.q.val();
        // winners
        self.recruit_o.next = self.free.q.val();
        for k in 0..self.u_best.len() {
            self.places[k].next = self.u_best[k].place_o.val();
            self.biases[k].next = self.u_best[k].bias_o.val();
            self.wins[k].next = self.u_best[k].wins_o.val();
            self.offsets[k].next = self.u_best[k].offset_o.val();
            if self.free.q.val() {
                self.places[k].next = self.free_place.q.val();
                self.biases[k].next = 0.into();
                self.wins[k].next = 1.into();
            }
        }
        self.places_o.next = self.places.val();
        self.biases_o.next = self.biases.val();
        self.wins_o.next = self.wins.val();
        self.offsets_o.next = self.offsets.val();
    }
}
