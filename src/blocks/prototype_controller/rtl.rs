//! RTL of the controller of scheme "prototype".

use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::timing::prototype::{SCAN_DRAIN, SWEEP_DRAIN, UPDATE};
use crate::spec::{Prototype, Spec};

/// Bits of a state.
const STATE_BITS: usize = 3;
/// Bits of the timer.
const TIMER_BITS: usize = 4;

/// IDLE, ARM, SCAN for each pass; then SCAN_DRAIN, RESULT, SWEEP, SWEEP_DRAIN, UPDATE.
#[derive(LogicBlock)]
pub struct Controller {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// A pass is about to end.
    pub launch_i: Signal<In, Bit>,
    /// It is the last of the image.
    pub launch_last_i: Signal<In, Bit>,
    /// The image is to be learned.
    pub learn_i: Signal<In, Bit>,
    /// More views follow.
    pub more_i: Signal<In, Bit>,
    /// Label.
    pub label_i: Sig<In>,
    /// The lanes keep the pass.
    pub capture_i: Signal<In, Bit>,
    /// The result register is free.
    pub result_free_i: Signal<In, Bit>,
    /// A neuron is recruited.
    pub recruit_i: Signal<In, Bit>,
    /// Nothing is under way.
    pub idle_o: Signal<Out, Bit>,
    /// Label of the image in work.
    pub label_o: Sig<Out>,
    /// Sums of earlier views count.
    pub views_o: Signal<Out, Bit>,
    /// Scan: lane 0.
    pub walk_first_o: Signal<Out, Bit>,
    /// Scan: a lane.
    pub walk_o: Signal<Out, Bit>,
    /// The result register takes the decision.
    pub result_o: Signal<Out, Bit>,
    /// With `result_o`: the image is being taught.
    pub result_learn_o: Signal<Out, Bit>,
    /// A row is swept.
    pub sweep_o: Signal<Out, Bit>,
    /// Which.
    pub row_o: Sig<Out>,
    /// The neuron word of the winner in turn is updated: read it.
    pub update_o: Signal<Out, Bit>,
    /// Compartment in turn, one hot.
    pub turn_o: Sig<Out>,
    /// The image is complete.
    pub done_o: Signal<Out, Bit>,
    state: Reg,
    timer: Reg,
    pass: Reg,
    column: Reg,
    lane: Reg,
    row: Reg,
    turn: Reg,
    last: BitReg,
    learn: BitReg,
    more: BitReg,
    views: BitReg,
    label: Reg,
    image_over: Signal<Local, Bit>,
    last_turn: Signal<Local, Bit>,
    idle: Const,
    arm: Const,
    scan: Const,
    scan_drain: Const,
    result: Const,
    sweep: Const,
    sweep_drain: Const,
    turns: Const,
    scan_flush: Const,
    sweep_flush: Const,
    turn_flush: Const,
    lane_last: Const,
    column_last: Const,
    row_last: Const,
    part_last: Const,
}

impl Controller {
    /// For the rows, columns and passes of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (row, column) = (spec.row_bits(), spec.column_bits());
        let (pass, lane, parts) = (spec.pass_bits(), spec.lane_bits(), sizes.num_compartments());
        let state = |value: i128| Const::new(STATE_BITS, value);
        let timer = |cycles: u64| Const::new(TIMER_BITS, i128::from(cycles) - 1);
        Controller {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            launch_i: Default::default(),
            launch_last_i: Default::default(),
            learn_i: Default::default(),
            more_i: Default::default(),
            label_i: Sig::new(CLASS_BITS),
            capture_i: Default::default(),
            result_free_i: Default::default(),
            recruit_i: Default::default(),
            idle_o: Default::default(),
            label_o: Sig::new(CLASS_BITS),
            views_o: Default::default(),
            walk_first_o: Default::default(),
            walk_o: Default::default(),
            result_o: Default::default(),
            result_learn_o: Default::default(),
            sweep_o: Default::default(),
            row_o: Sig::new(row),
            update_o: Default::default(),
            turn_o: Sig::new(parts),
            done_o: Default::default(),
            state: Reg::new(STATE_BITS, 0),
            timer: Reg::new(TIMER_BITS, 0),
            pass: Reg::new(pass, 0),
            column: Reg::new(column, 0),
            lane: Reg::new(lane, 0),
            row: Reg::new(row, 0),
            turn: Reg::new(parts, 1),
            last: BitReg::new(false),
            learn: BitReg::new(false),
            more: BitReg::new(false),
            views: BitReg::new(false),
            label: Reg::new(CLASS_BITS, 0),
            image_over: Default::default(),
            last_turn: Default::default(),
            idle: state(0),
            arm: state(1),
            scan: state(2),
            scan_drain: state(3),
            result: state(4),
            sweep: state(5),
            sweep_drain: state(6),
            turns: state(7),
            scan_flush: timer(SCAN_DRAIN),
            sweep_flush: timer(SWEEP_DRAIN),
            turn_flush: timer(UPDATE),
            lane_last: Const::new(lane, spec.lanes as i128 - 1),
            column_last: Const::new(column, spec.columns as i128 - 1),
            row_last: Const::new(row, spec.rows as i128 - 1),
            part_last: Const::new(8, parts as i128 - 1),
        }
    }
}

impl Logic for Controller {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, state, timer, pass, column, lane, row, turn);
        dff_setup!(self, clk_i, last, learn, more, views, label);
        self.idle_o.next = self.state.q.val() == self.idle.val();
        self.label_o.next = self.label.q.val();
        self.views_o.next = self.views.q.val();
        self.walk_o.next = self.state.q.val() == self.scan.val();
        self.walk_first_o.next =
            (self.state.q.val() == self.scan.val()) && (self.lane.q.val() == 0);
        self.result_o.next = (self.state.q.val() == self.result.val()) && self.result_free_i.val();
        self.result_learn_o.next = self.learn.q.val();
        self.sweep_o.next = self.state.q.val() == self.sweep.val();
        self.row_o.next = self.row.q.val();
        self.update_o.next = (self.state.q.val() == self.turns.val()) && (self.timer.q.val() == 0);
        self.turn_o.next = self.turn.q.val();
        self.last_turn.next =
            self.recruit_i.val() || self.turn.q.val().get_bit(self.part_last.val()).any();

        self.image_over.next = false;
        if self.state.q.val() == self.idle.val() {
            if self.launch_i.val() {
                self.state.d.next = self.arm.val();
                self.last.d.next = self.launch_last_i.val();
                self.learn.d.next = self.learn_i.val();
                self.more.d.next = self.more_i.val();
                self.label.d.next = self.label_i.val();
            }
        } else if self.state.q.val() == self.arm.val() {
            self.lane.d.next = 0.into();
            if self.capture_i.val() {
                self.state.d.next = self.scan.val();
            }
        } else if self.state.q.val() == self.scan.val() {
            self.timer.d.next = 0.into();
            self.lane.d.next = self.lane.q.val() + 1;
            self.column.d.next = self.column.q.val() + 1;
            if (self.lane.q.val() == self.lane_last.val())
                || (self.column.q.val() == self.column_last.val())
            {
                self.state.d.next = self.idle.val();
                self.pass.d.next = self.pass.q.val() + 1;
                if self.last.q.val() {
                    self.state.d.next = self.scan_drain.val();
                }
            }
        } else if self.state.q.val() == self.scan_drain.val() {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.timer.q.val() == self.scan_flush.val() {
                self.state.d.next = self.result.val();
                if self.more.q.val() {
                    self.views.d.next = true;
                    self.image_over.next = true;
                }
            }
        } else if self.state.q.val() == self.result.val() {
            self.row.d.next = 0.into();
            if self.result_free_i.val() {
                self.views.d.next = false;
                self.state.d.next = self.sweep.val();
                if !self.learn.q.val() {
                    self.image_over.next = true;
                }
            }
        } else if self.state.q.val() == self.sweep.val() {
            self.timer.d.next = 0.into();
            self.row.d.next = self.row.q.val() + 1;
            if self.row.q.val() == self.row_last.val() {
                self.state.d.next = self.sweep_drain.val();
            }
        } else if self.state.q.val() == self.sweep_drain.val() {
            self.turn.d.next = 1.into();
            self.timer.d.next = self.timer.q.val() + 1;
            if self.timer.q.val() == self.sweep_flush.val() {
                self.timer.d.next = 0.into();
                self.state.d.next = self.turns.val();
            }
        } else {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.timer.q.val() == self.turn_flush.val() {
                self.timer.d.next = 0.into();
                self.turn.d.next = self.turn.q.val() << 1;
                if self.last_turn.val() {
                    self.image_over.next = true;
                }
            }
        }
        if self.image_over.val() {
            self.state.d.next = self.idle.val();
            self.pass.d.next = 0.into();
            self.column.d.next = 0.into();
        }
        self.done_o.next = self.image_over.val();
    }
}
