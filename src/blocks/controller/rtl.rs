//! RTL of the controller of scheme "modulated": readout, decision, teaching.

use super::flush::{DECIDE_FLUSH, FILL_FLUSH, HIDDEN_FLUSH, OUT_FLUSH, SCAN_FLUSH};
use crate::blocks::front::rtl::CLASS_BITS;
use crate::hdl::prelude::*;
use crate::spec::{NUM_CLASSES, Spec};

/// Bits of a state.
const STATE_BITS: usize = 4;
/// Cycles of a column in TEACH_OUT.
const WALK_CYCLES: i128 = 4;
/// Bits of a cycle within a column.
const TURN_BITS: usize = 2;

/// ARM, SCAN for each pass; then DECIDE, RESULT; then TEACH_OUT by passes (RECALL, WALK, OUT_DRAIN)
/// and TEACH_HIDDEN by passes (FILL, FILL_DRAIN, HIDDEN, REWIND), HIDDEN_DRAIN.
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
    /// The lanes hold the results of the pass.
    pub capture_i: Signal<In, Bit>,
    /// No lane was left to scan in the cycle before.
    pub scan_empty_i: Signal<In, Bit>,
    /// The label is not ahead by the margin.
    pub within_margin_i: Signal<In, Bit>,
    /// The result register is free.
    pub result_free_i: Signal<In, Bit>,
    /// A walked column has a type other than 00.
    pub typed_i: Signal<In, Bit>,
    /// Hidden rows: the row at hand is the last.
    pub last_row_i: Signal<In, Bit>,
    /// Nothing is under way.
    pub idle_o: Signal<Out, Bit>,
    /// Label of the image in work.
    pub label_o: Sig<Out>,
    /// Pass in work.
    pub pass_o: Sig<Out>,
    /// Its first column.
    pub base_o: Sig<Out>,
    /// Scan: next lane.
    pub take_o: Signal<Out, Bit>,
    /// Walk (TEACH_OUT, filling): lane 0.
    pub walk_first_o: Signal<Out, Bit>,
    /// Walk: next lane.
    pub walk_o: Signal<Out, Bit>,
    /// The walk filled lanes in the cycle before.
    pub fill_o: Signal<Out, Bit>,
    /// It has begun: a pass of the sweep is being prepared.
    pub fill_first_o: Signal<Out, Bit>,
    /// The pass in work is the first.
    pub first_pass_o: Signal<Out, Bit>,
    /// Readout: compare `class_o`.
    pub decide_o: Signal<Out, Bit>,
    /// Class to compare.
    pub class_o: Sig<Out>,
    /// The result register takes the decision.
    pub result_o: Signal<Out, Bit>,
    /// With `result_o`: the image is being taught.
    pub result_learn_o: Signal<Out, Bit>,
    /// Slot RMW: teach the row at hand in pass `pass_o`.
    pub teach_o: Signal<Out, Bit>,
    /// The image was complete in the cycle before.
    pub done_o: Signal<Out, Bit>,
    state: Reg,
    timer: Reg,
    pass: Reg,
    base: Reg,
    column: Reg,
    lane: Reg,
    turn: Reg,
    last: BitReg,
    learn: BitReg,
    more: BitReg,
    label: Reg,
    typed: BitReg,
    flushed: BitReg,
    fills: BitReg,
    fill_first: BitReg,
    done: BitReg,
    last_pass: Signal<Local, Bit>,
    image_over: Signal<Local, Bit>,
    next_base: Sig<Local>,
    single_pass: Signal<Local, Bit>,
    walking: Signal<Local, Bit>,
    filling: Signal<Local, Bit>,
    turn_last: Sig<Local>,
    last_turn: Signal<Local, Bit>,
    last_lane: Signal<Local, Bit>,
    idle: Const,
    arm: Const,
    scan: Const,
    scan_drain: Const,
    decide: Const,
    result: Const,
    recall: Const,
    recall_load: Const,
    walk: Const,
    out_drain: Const,
    fill: Const,
    fill_drain: Const,
    hidden: Const,
    rewind: Const,
    hidden_drain: Const,
    scan_flush: Const,
    out_flush: Const,
    fill_flush: Const,
    walk_last: Const,
    fill_last: Const,
    hidden_flush: Const,
    class_last: Const,
    decide_last: Const,
    pass_last: Const,
    lane_last: Const,
    column_last: Const,
    num_lanes: Const,
}
impl Controller {
    /// For the rows, columns and passes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let column = spec.column_bits();
        let (pass, lane) = (spec.pass_bits(), spec.lane_bits());
        let state = |value: i128| Const::new(STATE_BITS, value);
        let timer = |value: i128| Const::new(STATE_BITS, value - 1);
        let limit = |value: i128| timer(value - 1);
        Controller {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            launch_i: Default::default(),
            launch_last_i: Default::default(),
            learn_i: Default::default(),
            more_i: Default::default(),
            label_i: Sig::new(CLASS_BITS),
            capture_i: Default::default(),
            scan_empty_i: Default::default(),
            within_margin_i: Default::default(),
            result_free_i: Default::default(),
            typed_i: Default::default(),
            last_row_i: Default::default(),
            idle_o: Default::default(),
            label_o: Sig::new(CLASS_BITS),
            pass_o: Sig::new(pass),
            base_o: Sig::new(column),
            take_o: Default::default(),
            walk_first_o: Default::default(),
            walk_o: Default::default(),
            fill_o: Default::default(),
            fill_first_o: Default::default(),
            first_pass_o: Default::default(),
            decide_o: Default::default(),
            class_o: Sig::new(CLASS_BITS),
            result_o: Default::default(),
            result_learn_o: Default::default(),
            teach_o: Default::default(),
            done_o: Default::default(),
            state: Reg::new(STATE_BITS, 0),
            timer: Reg::new(STATE_BITS, 0),
            pass: Reg::new(pass, 0),
            base: Reg::new(column, 0),
            column: Reg::new(column, 0),
            lane: Reg::new(lane, 0),
            turn: Reg::new(TURN_BITS, 0),
            last: BitReg::new(false),
            learn: BitReg::new(false),
            more: BitReg::new(false),
            label: Reg::new(CLASS_BITS, 0),
            typed: BitReg::new(false),
            flushed: BitReg::new(false),
            fills: BitReg::new(false),
            fill_first: BitReg::new(false),
            done: BitReg::new(false),
            last_pass: Default::default(),
            image_over: Default::default(),
            next_base: Sig::new(column),
            single_pass: Default::default(),
            walking: Default::default(),
            filling: Default::default(),
            turn_last: Sig::new(TURN_BITS),
            last_turn: Default::default(),
            last_lane: Default::default(),
            idle: state(0),
            arm: state(1),
            scan: state(2),
            scan_drain: state(3),
            decide: state(4),
            result: state(5),
            recall: state(6),
            recall_load: state(7),
            walk: state(8),
            out_drain: state(9),
            fill: state(10),
            fill_drain: state(11),
            hidden: state(12),
            rewind: state(13),
            hidden_drain: state(14),
            scan_flush: limit(SCAN_FLUSH),
            out_flush: limit(OUT_FLUSH),
            fill_flush: limit(FILL_FLUSH),
            walk_last: Const::new(TURN_BITS, WALK_CYCLES - 1),
            fill_last: Const::new(TURN_BITS, spec.thresholds_a_lane() as i128 - 1),
            hidden_flush: limit(HIDDEN_FLUSH),
            class_last: timer(NUM_CLASSES as i128),
            decide_last: limit(NUM_CLASSES as i128 + DECIDE_FLUSH),
            pass_last: Const::new(pass, spec.passes() as i128 - 1),
            lane_last: Const::new(lane, spec.lanes as i128 - 1),
            column_last: Const::new(column, spec.columns as i128 - 1),
            num_lanes: Const::new(column, spec.lanes as i128),
        }
    }
}

impl Logic for Controller {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, state, timer, pass, base, column, lane, last);
        dff_setup!(self, clk_i, turn, learn, more, label, typed);
        clock!(self, clk_i, fill_first, fills, flushed, done);
        self.last_pass.next = self.pass.q.val() == self.pass_last.val();
        self.single_pass.next = self.pass_last.val() == 0;
        self.next_base.next = self.base.q.val() + self.num_lanes.val();
        self.idle_o.next = self.state.q.val() == self.idle.val();
        self.label_o.next = self.label.q.val();
        self.pass_o.next = self.pass.q.val();
        self.base_o.next = self.base.q.val();
        self.class_o.next = self.timer.q.val();
        self.take_o.next = self.state.q.val() == self.scan.val();
        self.decide_o.next = (self.state.q.val() == self.decide.val())
            && (self.timer.q.val() <= self.class_last.val());
        self.result_o.next = (self.state.q.val() == self.result.val()) && self.result_free_i.val();
        self.result_learn_o.next = self.learn.q.val() && self.within_margin_i.val();
        self.filling.next = self.state.q.val() == self.fill.val();
        self.walking.next = (self.state.q.val() == self.walk.val()) || self.filling.val();
        self.turn_last.next = self.walk_last.val();
        if self.filling.val() {
            self.turn_last.next = self.fill_last.val();
        }
        self.last_turn.next = self.turn.q.val() == self.turn_last.val();
        self.last_lane.next = (self.lane.q.val() == self.lane_last.val())
            || (self.column.q.val() == self.column_last.val());
        self.walk_first_o.next =
            self.walking.val() && (self.lane.q.val() == 0) && (self.turn.q.val() == 0);
        self.walk_o.next = self.walking.val() && (self.turn.q.val() == 0);
        self.fills.d.next = self.filling.val() || (self.state.q.val() == self.fill_drain.val());
        self.fill_o.next = self.fills.q.val();
        self.fill_first.d.next =
            self.filling.val() && (self.lane.q.val() == 0) && (self.turn.q.val() == 0);
        self.fill_first_o.next = self.fill_first.q.val();
        self.first_pass_o.next = self.pass.q.val() == 0;
        self.teach_o.next = self.state.q.val() == self.hidden.val();
        // the timer is at the state's limit, told by the one before
        self.flushed.d.next = false;
        if self.state.q.val() == self.scan_drain.val() {
            self.flushed.d.next = self.timer.q.val() == self.scan_flush.val();
        } else if self.state.q.val() == self.decide.val() {
            self.flushed.d.next = self.timer.q.val() == self.decide_last.val();
        } else if self.state.q.val() == self.out_drain.val() {
            self.flushed.d.next = self.timer.q.val() == self.out_flush.val();
        } else if self.state.q.val() == self.fill_drain.val() {
            self.flushed.d.next = self.timer.q.val() == self.fill_flush.val();
        } else if self.state.q.val() == self.hidden_drain.val() {
            self.flushed.d.next = self.timer.q.val() == self.hidden_flush.val();
        }
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
            if self.capture_i.val() {
                self.state.d.next = self.scan.val();
            }
        } else if self.state.q.val() == self.scan.val() {
            self.timer.d.next = 0.into();
            if self.scan_empty_i.val() {
                if self.last.q.val() {
                    self.state.d.next = self.scan_drain.val();
                } else {
                    self.state.d.next = self.idle.val();
                    self.pass.d.next = self.pass.q.val() + 1;
                    self.base.d.next = self.next_base.val();
                }
            }
        } else if self.state.q.val() == self.scan_drain.val() {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.flushed.q.val() {
                self.timer.d.next = 0.into();
                self.state.d.next = self.decide.val();
                if self.more.q.val() {
                    self.image_over.next = true;
                }
            }
        } else if self.state.q.val() == self.decide.val() {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.flushed.q.val() {
                self.state.d.next = self.result.val();
            }
        } else if self.state.q.val() == self.result.val() {
            self.typed.d.next = false;
            self.column.d.next = 0.into();
            self.lane.d.next = 0.into();
            if self.result_free_i.val() {
                if self.learn.q.val() && self.within_margin_i.val() {
                    self.pass.d.next = 0.into();
                    self.base.d.next = 0.into();
                    self.state.d.next = self.recall.val();
                    if self.single_pass.val() {
                        self.state.d.next = self.walk.val();
                    }
                } else {
                    self.image_over.next = true;
                }
            }
        } else if self.state.q.val() == self.recall.val() {
            self.state.d.next = self.recall_load.val();
        } else if self.state.q.val() == self.recall_load.val() {
            self.state.d.next = self.walk.val();
        } else if self.walking.val() {
            self.timer.d.next = 0.into();
            self.turn.d.next = self.turn.q.val() + 1;
            if self.last_turn.val() {
                self.turn.d.next = 0.into();
                self.lane.d.next = self.lane.q.val() + 1;
                self.column.d.next = self.column.q.val() + 1;
                if self.last_lane.val() {
                    self.lane.d.next = 0.into();
                    self.state.d.next = self.out_drain.val();
                    if self.filling.val() {
                        self.state.d.next = self.fill_drain.val();
                    }
                }
            }
        } else if self.state.q.val() == self.out_drain.val() {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.flushed.q.val() {
                if !self.last_pass.val() {
                    self.pass.d.next = self.pass.q.val() + 1;
                    self.base.d.next = self.next_base.val();
                    self.state.d.next = self.recall.val();
                } else {
                    self.timer.d.next = 0.into();
                    self.pass.d.next = 0.into();
                    self.base.d.next = 0.into();
                    self.column.d.next = 0.into();
                    self.state.d.next = self.hidden_drain.val();
                    if self.typed.q.val() {
                        self.state.d.next = self.fill.val();
                    }
                }
            }
        } else if self.state.q.val() == self.fill_drain.val() {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.flushed.q.val() {
                self.state.d.next = self.hidden.val();
            }
        } else if self.state.q.val() == self.hidden.val() {
            self.timer.d.next = 0.into();
            if self.last_row_i.val() {
                self.state.d.next = self.rewind.val();
                if self.last_pass.val() {
                    self.state.d.next = self.hidden_drain.val();
                }
            }
        } else if self.state.q.val() == self.rewind.val() {
            self.pass.d.next = self.pass.q.val() + 1;
            self.base.d.next = self.next_base.val();
            self.state.d.next = self.fill.val();
        } else {
            self.timer.d.next = self.timer.q.val() + 1;
            if self.flushed.q.val() {
                self.image_over.next = true;
            }
        }
        if self.typed_i.val() {
            self.typed.d.next = true;
        }
        if self.image_over.val() {
            self.state.d.next = self.idle.val();
            self.pass.d.next = 0.into();
            self.base.d.next = 0.into();
        }
        self.done.d.next = self.image_over.val();
        self.done_o.next = self.done.q.val();
    }
}
