//! RTL of the step buffer.

use crate::blocks::train_buffer::rtl::TrainBuffer;
use crate::hdl::prelude::*;
use crate::spec::Spec;

/// T train buffers, and the lowest of those that show a row.
#[derive(LogicBlock)]
pub struct StepBuffer {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A new image starts: all rows are unseen, in this very cycle.
    pub clear_i: Signal<In, Bit>,
    /// The row that may come is the first of its image.
    pub first_i: Signal<In, Bit>,
    /// Input step at hand.
    pub step_i: Sig<In>,
    /// Enter `row_i` in it.
    pub insert_i: Signal<In, Bit>,
    /// Row.
    pub row_i: Sig<In>,
    /// `row_i` has not been seen in it.
    pub new_o: Signal<Out, Bit>,
    /// Start a replay of the step at hand; its first row stands four cycles later.
    pub start_i: Signal<In, Bit>,
    /// Prepare a sweep.
    pub sweep_start_i: Signal<In, Bit>,
    /// Go on to the next row of the step at hand.
    pub next_i: Signal<In, Bit>,
    /// `row_o` holds a row; false after the last of the step.
    pub valid_o: Signal<Out, Bit>,
    /// Row of the replay.
    pub row_o: Sig<Out>,
    /// Row of the sweep.
    pub sweep_row_i: Sig<In>,
    /// The sweep goes on.
    pub sweep_next_i: Signal<In, Bit>,
    /// First step of the sweep's row.
    pub first_step_o: Sig<Out>,
    u_bitmap: Vec<TrainBuffer>,
    select: Sig<Local>,
    is_new: Vec<Signal<Local, Bit>>,
    valid: Vec<Signal<Local, Bit>>,
    row: Vec<Sig<Local>>,
    shows: Vec<Signal<Local, Bit>>,
    all_new: Sig<Local>,
    all_valid: Sig<Local>,
    rows: Sig<Local>,
    all_show: Sig<Local>,
    lowest: Sig<Local>,
    shown_row: Sig<Local>,
    first_step: Sig<Local>,
    _steps: usize,
}

impl StepBuffer {
    /// For the rows and input steps of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (steps, row) = (spec.input_steps(), spec.row_bits());
        let flags = || (0..steps).map(|_| Default::default()).collect();
        StepBuffer {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            clear_i: Default::default(),
            first_i: Default::default(),
            step_i: Sig::new(spec.step_bits()),
            insert_i: Default::default(),
            row_i: Sig::new(row),
            new_o: Default::default(),
            start_i: Default::default(),
            sweep_start_i: Default::default(),
            next_i: Default::default(),
            valid_o: Default::default(),
            row_o: Sig::new(row),
            sweep_row_i: Sig::new(row),
            sweep_next_i: Default::default(),
            first_step_o: Sig::new(spec.step_bits()),
            u_bitmap: (0..steps).map(|_| TrainBuffer::new(spec)).collect(),
            select: Sig::new(steps),
            is_new: flags(),
            valid: flags(),
            row: (0..steps).map(|_| Sig::new(row)).collect(),
            shows: flags(),
            all_new: Sig::new(steps),
            all_valid: Sig::new(steps),
            rows: Sig::packed(steps, row),
            all_show: Sig::new(steps),
            lowest: Sig::new(steps),
            shown_row: Sig::new(row),
            first_step: Sig::new(spec.step_bits()),
            _steps: steps,
        }
    }
}

impl Logic for StepBuffer {
    #[hdl_gen]
    fn update(&mut self) {
        self.select.next = bits(1.into(), self.select.width()) << self.step_i.val();
        for k in 0..self.u_bitmap.len() {
            self.u_bitmap[k].clk_i.next = self.clk_i.val();
            self.u_bitmap[k].rst_ni.next = self.rst_ni.val();
            self.u_bitmap[k].clear_i.next = self.clear_i.val();
            self.u_bitmap[k].first_i.next = self.first_i.val();
            self.u_bitmap[k].insert_i.next =
                self.insert_i.val() && self.select.val().get_bit(k).any();
            self.u_bitmap[k].row_i.next = self.row_i.val();
            self.u_bitmap[k].start_i.next = (self.start_i.val()
                && self.select.val().get_bit(k).any())
                || self.sweep_start_i.val();
            self.u_bitmap[k].next_i.next = (self.next_i.val()
                && self.select.val().get_bit(k).any())
                || (self.sweep_next_i.val() && self.all_show.val().get_bit(k).any());
        }
        for k in 0..self.u_bitmap.len() {
            self.is_new[k].next = self.u_bitmap[k].new_o.val();
            self.valid[k].next = self.u_bitmap[k].valid_o.val();
            self.row[k].next = self.u_bitmap[k].row_o.val();
            self.shows[k].next = self.u_bitmap[k].valid_o.val()
                && (self.u_bitmap[k].row_o.val() == self.sweep_row_i.val());
        }
        self.all_new.next = self.is_new.val();
        self.all_valid.next = self.valid.val();
        self.rows.next = self.row.val();
        self.all_show.next = self.shows.val();
        self.new_o.next = (self.all_new.val() & self.select.val()).any();
        self.valid_o.next = (self.all_valid.val() & self.select.val()).any();
        self.shown_row.next = 0.into();
        for m in 0..self._steps {
            if self.select.val().get_bit(m).any() {
                self.shown_row.next = self.shown_row.val() | self.rows.val().get_bit(m);
            }
        }
        self.row_o.next = self.shown_row.val();
        self.lowest.next = self.all_show.val() & (!self.all_show.val() + 1);
        self.first_step.next = 0.into();
        for m in 0..self._steps {
            if self.lowest.val().get_bit(m).any() {
                self.first_step.next = self.first_step.val() | m.to_bits();
            }
        }
        self.first_step_o.next = self.first_step.val();
    }
}
