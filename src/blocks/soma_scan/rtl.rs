//! RTL of the soma scan.

use crate::blocks::score::rtl::Score;
use crate::hdl::prelude::*;
use crate::spec::prototype::WINS_BITS;
use crate::spec::{Prototype, Spec};

/// The pipeline.
#[derive(LogicBlock)]
pub struct SomaScan {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Stage A: lane 0.
    pub walk_first_i: Signal<In, Bit>,
    /// Stage A: a lane (the next one, where it is not lane 0).
    pub walk_i: Signal<In, Bit>,
    /// Stage B: accumulators of all lanes.
    pub drives_i: Sig<In>,
    /// Stage B: the host reads or writes `host_column_i`.
    pub host_i: Signal<In, Bit>,
    /// Column of the host.
    pub host_column_i: Sig<In>,
    /// Stage B: `update_column_i` is updated.
    pub update_i: Signal<In, Bit>,
    /// Column of a winner.
    pub update_column_i: Sig<In>,
    /// Stage D: word of the neuron memory.
    pub word_i: Sig<In>,
    /// Stage C: column whose word is read.
    pub read_column_o: Sig<Out>,
    /// Stage D: the word is the host's.
    pub host_o: Signal<Out, Bit>,
    /// Stage D: the word is the updated column's.
    pub update_o: Signal<Out, Bit>,
    /// Stage G: a column.
    pub valid_o: Signal<Out, Bit>,
    /// Stage G: it is recruited.
    pub recruited_o: Signal<Out, Bit>,
    /// Stage G: scores that a class is searched by.
    pub infer_o: Sig<Out>,
    /// Stage G: scores that winners are searched by.
    pub learn_o: Sig<Out>,
    /// Stage G: biases.
    pub biases_o: Sig<Out>,
    /// Stage G: wins.
    pub wins_o: Sig<Out>,
    u_score: Vec<Score>,
    select_b: Reg,
    column: Reg,
    valid_b: BitReg,
    read_column: Reg,
    drives_c: Reg,
    valid_c: BitReg,
    host_c: BitReg,
    update_c: BitReg,
    drives_d: Reg,
    valid_d: BitReg,
    host_d: BitReg,
    update_d: BitReg,
    valid_e: BitReg,
    recruited_e: BitReg,
    valid_f: BitReg,
    recruited_f: BitReg,
    soma_f: Reg,
    valid_g: BitReg,
    recruited_g: BitReg,
    drives_b: Sig<Local>,
    fields: Sig<Local>,
    soma: Sig<Local>,
    infer: Vec<Sig<Local>>,
    learn: Vec<Sig<Local>>,
    bias: Vec<Sig<Local>>,
    wins: Vec<Sig<Local>>,
    column_last: Const,
    recruited_bit: Const,
    _lanes: usize,
}

impl SomaScan {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (parts, column) = (sizes.num_compartments(), spec.column_bits());
        let (drive, bias) = (sizes.drive_bits(), sizes.bias_bits());
        let (infer, learn) = (sizes.infer_score_bits(), sizes.learn_score_bits());
        let buses = |width: usize| (0..parts).map(|_| Sig::new(width)).collect();
        let flag = || BitReg::new(false);
        SomaScan {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            walk_first_i: Default::default(),
            walk_i: Default::default(),
            drives_i: Sig::packed(spec.lanes, parts * drive),
            host_i: Default::default(),
            host_column_i: Sig::new(column),
            update_i: Default::default(),
            update_column_i: Sig::new(column),
            word_i: Sig::new(sizes.neuron_word_bits()),
            read_column_o: Sig::new(column),
            host_o: Default::default(),
            update_o: Default::default(),
            valid_o: Default::default(),
            recruited_o: Default::default(),
            infer_o: Sig::packed(parts, infer),
            learn_o: Sig::packed(parts, learn),
            biases_o: Sig::packed(parts, bias),
            wins_o: Sig::packed(parts, WINS_BITS),
            u_score: (0..parts).map(|_| Score::new(sizes)).collect(),
            select_b: Reg::new(spec.lanes, 0),
            column: Reg::new(column, 0),
            valid_b: flag(),
            read_column: Reg::data(column),
            drives_c: Reg::data(parts * drive),
            valid_c: flag(),
            host_c: flag(),
            update_c: flag(),
            drives_d: Reg::packed(parts, drive),
            valid_d: flag(),
            host_d: flag(),
            update_d: flag(),
            valid_e: flag(),
            recruited_e: flag(),
            valid_f: flag(),
            recruited_f: flag(),
            soma_f: Reg::data(sizes.soma_bits()),
            valid_g: flag(),
            recruited_g: flag(),
            drives_b: Sig::new(parts * drive),
            fields: Sig::packed(parts, bias + WINS_BITS),
            soma: Sig::new(sizes.soma_bits()),
            infer: buses(infer),
            learn: buses(learn),
            bias: buses(bias),
            wins: buses(WINS_BITS),
            column_last: Const::new(column, spec.columns as i128 - 1),
            recruited_bit: Const::new(8, sizes.neuron_word_bits() as i128 - 1),
            _lanes: spec.lanes,
        }
    }
}

impl Logic for SomaScan {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, select_b, column);
        clock!(self, clk_i, valid_b, read_column, drives_c, valid_c, host_c);
        clock!(self, clk_i, update_c, drives_d, valid_d, host_d, update_d);
        clock!(self, clk_i, valid_e, recruited_e, valid_f, recruited_f);
        clock!(self, clk_i, soma_f, valid_g, recruited_g);
        // stage A
        if self.walk_first_i.val() {
            self.select_b.d.next = 1.into();
        } else if self.walk_i.val() {
            self.select_b.d.next = self.select_b.q.val() << 1;
        }
        self.valid_b.d.next = self.walk_i.val();
        // stage B
        self.drives_b.next = 0.into();
        for k in 0..self._lanes {
            if self.select_b.q.val().get_bit(k).any() {
                self.drives_b.next = self.drives_b.val() | self.drives_i.val().get_bit(k);
            }
        }
        self.drives_c.d.next = self.drives_b.val();
        if self.valid_b.q.val() {
            self.column.d.next = self.column.q.val() + 1;
            if self.column.q.val() == self.column_last.val() {
                self.column.d.next = 0.into();
            }
        }
        self.read_column.d.next = self.column.q.val();
        if self.host_i.val() {
            self.read_column.d.next = self.host_column_i.val();
        }
        if self.update_i.val() {
            self.read_column.d.next = self.update_column_i.val();
        }
        self.valid_c.d.next = self.valid_b.q.val();
        self.host_c.d.next = self.host_i.val();
        self.update_c.d.next = self.update_i.val();
        // stage C
        self.read_column_o.next = self.read_column.q.val();
        self.drives_d.d.next = self.drives_c.q.val();
        self.valid_d.d.next = self.valid_c.q.val();
        self.host_d.d.next = self.host_c.q.val();
        self.update_d.d.next = self.update_c.q.val();
        // stage D
        self.host_o.next = self.host_d.q.val();
        self.update_o.next = self.update_d.q.val();
        self.fields.next = bits(self.word_i.val(), self.fields.width());
        for lane in 0..self.u_score.len() {
            self.u_score[lane].clk_i.next = self.clk_i.val();
            self.u_score[lane].rst_ni.next = self.rst_ni.val();
            self.u_score[lane].drive_i.next = self.drives_d.q.val().get_bit(lane);
            self.u_score[lane].field_i.next = self.fields.val().get_bit(lane);
            self.u_score[lane].soma_i.next = self.soma_f.q.val();
        }
        self.valid_e.d.next = self.valid_d.q.val();
        self.recruited_e.d.next = self.word_i.val().get_bit(self.recruited_bit.val()).any();
        // stage E
        self.soma.next = 0.into();
        for q in 0..self.u_score.len() {
            self.soma.next = self.soma.val() + self.u_score[q].likelihood_o.val();
        }
        self.soma_f.d.next = self.soma.val();
        self.valid_f.d.next = self.valid_e.q.val();
        self.recruited_f.d.next = self.recruited_e.q.val();
        // stage F
        self.valid_g.d.next = self.valid_f.q.val();
        self.recruited_g.d.next = self.recruited_f.q.val();
        // stage G
        self.valid_o.next = self.valid_g.q.val();
        self.recruited_o.next = self.recruited_g.q.val();
        for lane in 0..self.u_score.len() {
            self.infer[lane].next = self.u_score[lane].infer_o.val();
            self.learn[lane].next = self.u_score[lane].learn_o.val();
            self.bias[lane].next = self.u_score[lane].bias_o.val();
            self.wins[lane].next = self.u_score[lane].wins_o.val();
        }
        self.infer_o.next = self.infer.val();
        self.learn_o.next = self.learn.val();
        self.biases_o.next = self.bias.val();
        self.wins_o.next = self.wins.val();
    }
}
