//! RTL of the front: from events to issue slots, one a cycle.

use crate::hdl::prelude::*;
use crate::spec::{InputCode, NUM_CLASSES, Scheme, Spec, index_bits};

/// Bits of a class.
pub const CLASS_BITS: usize = 4;

/// Slots: ROW or bias (ACC), then `num_slots()` times SETTLE or STEP, for each input step of each pass. The last
/// STEP slot of a pass waits for the readout and launches it. Without a bias row its slot clears an
/// image without rows, and adds nothing.
#[derive(LogicBlock)]
pub struct Front {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Event port.
    pub ev_valid_i: Signal<In, Bit>,
    /// Event port.
    pub ev_ready_o: Signal<Out, Bit>,
    /// Event port: 0 ROW, 1 STEP, 2 LAST.
    pub ev_kind_i: Sig<In>,
    /// Event port: row, or {more, learn, label}.
    pub ev_data_i: Sig<In>,
    /// The host has the word: no event is taken.
    pub host_busy_i: Signal<In, Bit>,
    /// No image is under way here.
    pub boundary_o: Signal<Out, Bit>,
    /// Train buffer: a new image starts.
    pub clear_o: Signal<Out, Bit>,
    /// Train buffer: the row that may come is the first of its image.
    pub first_o: Signal<Out, Bit>,
    /// Train buffer: enter the row.
    pub insert_o: Signal<Out, Bit>,
    /// Train buffer: row of the event.
    pub row_o: Sig<Out>,
    /// Train buffer: the row is new.
    pub new_i: Signal<In, Bit>,
    /// Train buffer: prepare a replay of the input step at hand.
    pub replay_start_o: Signal<Out, Bit>,
    /// Train buffer: the replay shows a row.
    pub replay_valid_i: Signal<In, Bit>,
    /// Train buffer: row shown.
    pub replay_row_i: Sig<In>,
    /// Train buffer: go on.
    pub replay_next_o: Signal<Out, Bit>,
    /// Slot ACC.
    pub acc_o: Signal<Out, Bit>,
    /// First ACC of a pass.
    pub acc_first_o: Signal<Out, Bit>,
    /// Input step at hand.
    pub input_step_o: Sig<Out>,
    /// Row of the slot.
    pub issue_row_o: Sig<Out>,
    /// Pass of the slot.
    pub issue_pass_o: Sig<Out>,
    /// Slot SETTLE, of hold codes: before the first STEP.
    pub settle_o: Signal<Out, Bit>,
    /// Slot STEP.
    pub step_o: Signal<Out, Bit>,
    /// First STEP of a pass.
    pub step_first_o: Signal<Out, Bit>,
    /// The readout is idle.
    pub idle_i: Signal<In, Bit>,
    /// Last STEP of a pass: the readout takes over.
    pub launch_o: Signal<Out, Bit>,
    /// Launch of the last pass.
    pub launch_last_o: Signal<Out, Bit>,
    /// The image is to be learned.
    pub learn_o: Signal<Out, Bit>,
    /// More views of the image follow.
    pub more_o: Signal<Out, Bit>,
    /// Label.
    pub label_o: Sig<Out>,
    /// The readout has finished an image.
    pub done_i: Signal<In, Bit>,
    /// A row was counted.
    pub event_o: Signal<Out, Bit>,
    /// An image was counted.
    pub image_o: Signal<Out, Bit>,
    /// Dropped: row out of range.
    pub error_row_o: Signal<Out, Bit>,
    /// Dropped: step beyond the last.
    pub error_step_o: Signal<Out, Bit>,
    /// Label out of range.
    pub error_label_o: Signal<Out, Bit>,
    state: Reg,
    slot: Reg,
    input_step: Reg,
    pass: Reg,
    open: BitReg,
    ended: BitReg,
    fresh: BitReg,
    learn: BitReg,
    more: BitReg,
    label: Reg,
    ready: Signal<Local, Bit>,
    accept: Signal<Local, Bit>,
    is_row: Signal<Local, Bit>,
    is_last: Signal<Local, Bit>,
    last_step: Signal<Local, Bit>,
    ends_step: Signal<Local, Bit>,
    shown: Signal<Local, Bit>,
    bias_slot: Signal<Local, Bit>,
    pass_end: Signal<Local, Bit>,
    waits: Signal<Local, Bit>,
    row_in_range: Signal<Local, Bit>,
    label_in_range: Signal<Local, Bit>,
    wants_learning: Signal<Local, Bit>,
    insert: Signal<Local, Bit>,
    acc: Signal<Local, Bit>,
    stepping: Signal<Local, Bit>,
    settle: Signal<Local, Bit>,
    last_slot: Signal<Local, Bit>,
    launch: Signal<Local, Bit>,
    last_pass: Signal<Local, Bit>,
    load: Const,
    step: Const,
    replay: Const,
    wait: Const,
    kind_row: Const,
    kind_last: Const,
    num_rows: Const,
    bias_row: Const,
    bias_adds: Const,
    pass_last: Const,
    slot_first: Const,
    slot_last: Const,
    step_last: Const,
    pulse_code: Const,
    only_infers: Const,
    num_classes: Const,
}

impl Front {
    /// For the rows and passes of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let has_bias = spec.scheme == Scheme::Modulated;
        let (row, pass, step) = (spec.row_bits(), spec.pass_bits(), spec.step_bits());
        let slot = index_bits(spec.num_slots());
        Front {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            ev_valid_i: Default::default(),
            ev_ready_o: Default::default(),
            ev_kind_i: Sig::new(2),
            ev_data_i: Sig::new(spec.event_bits()),
            host_busy_i: Default::default(),
            boundary_o: Default::default(),
            clear_o: Default::default(),
            first_o: Default::default(),
            insert_o: Default::default(),
            row_o: Sig::new(row),
            new_i: Default::default(),
            replay_start_o: Default::default(),
            replay_valid_i: Default::default(),
            replay_row_i: Sig::new(row),
            replay_next_o: Default::default(),
            acc_o: Default::default(),
            acc_first_o: Default::default(),
            input_step_o: Sig::new(step),
            issue_row_o: Sig::new(row),
            issue_pass_o: Sig::new(pass),
            settle_o: Default::default(),
            step_o: Default::default(),
            step_first_o: Default::default(),
            idle_i: Default::default(),
            launch_o: Default::default(),
            launch_last_o: Default::default(),
            learn_o: Default::default(),
            more_o: Default::default(),
            label_o: Sig::new(CLASS_BITS),
            done_i: Default::default(),
            event_o: Default::default(),
            image_o: Default::default(),
            error_row_o: Default::default(),
            error_step_o: Default::default(),
            error_label_o: Default::default(),
            state: Reg::new(2, 0),
            slot: Reg::new(slot, 0),
            input_step: Reg::new(step, 0),
            pass: Reg::new(pass, 0),
            open: BitReg::new(false),
            ended: BitReg::new(false),
            fresh: BitReg::new(true),
            learn: BitReg::new(false),
            more: BitReg::new(false),
            label: Reg::new(CLASS_BITS, 0),
            ready: Default::default(),
            accept: Default::default(),
            is_row: Default::default(),
            is_last: Default::default(),
            last_step: Default::default(),
            ends_step: Default::default(),
            shown: Default::default(),
            bias_slot: Default::default(),
            pass_end: Default::default(),
            waits: Default::default(),
            row_in_range: Default::default(),
            label_in_range: Default::default(),
            wants_learning: Default::default(),
            insert: Default::default(),
            acc: Default::default(),
            stepping: Default::default(),
            settle: Default::default(),
            last_slot: Default::default(),
            launch: Default::default(),
            last_pass: Default::default(),
            load: Const::new(2, 0),
            step: Const::new(2, 1),
            replay: Const::new(2, 2),
            wait: Const::new(2, 3),
            kind_row: Const::new(2, 0),
            kind_last: Const::new(2, 2),
            num_rows: Const::new(spec.event_bits() + 1, spec.rows as i128),
            bias_row: Const::new(row, if has_bias { spec.rows as i128 } else { 0 }),
            bias_adds: Const::new(1, has_bias.into()),
            pass_last: Const::new(pass, spec.passes() as i128 - 1),
            slot_first: Const::new(slot, (spec.code == InputCode::Hold && spec.learns()).into()),
            slot_last: Const::new(slot, spec.num_slots() as i128 - 1),
            step_last: Const::new(step, spec.input_steps() as i128 - 1),
            pulse_code: Const::new(1, (spec.code != InputCode::Hold).into()),
            only_infers: Const::new(1, (!spec.learns()).into()),
            num_classes: Const::new(CLASS_BITS, NUM_CLASSES as i128),
        }
    }
}

impl Logic for Front {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, state, slot, pass, open, fresh, learn, more);
        dff_setup!(self, clk_i, label, input_step, ended);
        self.ready.next = (self.state.q.val() == self.load.val())
            && (self.open.q.val() || !self.host_busy_i.val());
        self.ev_ready_o.next = self.ready.val();
        self.accept.next = self.ev_valid_i.val() && self.ready.val();
        self.boundary_o.next = (self.state.q.val() == self.load.val()) && !self.open.q.val();
        self.is_row.next = self.ev_kind_i.val() == self.kind_row.val();
        self.is_last.next = self.ev_kind_i.val() == self.kind_last.val();
        self.row_in_range.next =
            bits(self.ev_data_i.val(), self.ev_data_i.width() + 1) < self.num_rows.val();
        self.label_in_range.next = bits(self.ev_data_i.val(), 4) < self.num_classes.val();
        self.wants_learning.next =
            self.ev_data_i.val().get_bit(4).any() && !self.ev_data_i.val().get_bit(5).any();
        self.insert.next =
            self.accept.val() && self.is_row.val() && self.row_in_range.val() && self.new_i.val();
        self.clear_o.next = self.accept.val() && !self.open.q.val();
        self.first_o.next = !self.open.q.val();
        self.insert_o.next = self.insert.val();
        self.event_o.next = self.insert.val();
        self.row_o.next = bits(self.ev_data_i.val(), self.row_o.width());
        self.image_o.next = self.accept.val() && self.is_last.val();
        self.error_row_o.next = self.accept.val() && self.is_row.val() && !self.row_in_range.val();
        self.last_step.next = self.input_step.q.val() == self.step_last.val();
        self.input_step_o.next = self.input_step.q.val();
        self.ends_step.next =
            self.accept.val() && !self.is_row.val() && !self.is_last.val() && !self.last_step.val();
        self.error_step_o.next =
            self.accept.val() && !self.is_row.val() && !self.is_last.val() && self.last_step.val();
        self.error_label_o.next = self.accept.val()
            && self.is_last.val()
            && self.wants_learning.val()
            && (!self.label_in_range.val() || self.only_infers.val().any());

        // in pass 0 the steps that were left out have the bias alone
        self.shown.next =
            self.replay_valid_i.val() && !(self.pulse_code.val().any() && (self.pass.q.val() == 0));
        self.issue_row_o.next = self.bias_row.val();
        if self.state.q.val() == self.replay.val() {
            if self.shown.val() {
                self.issue_row_o.next = self.replay_row_i.val();
            }
        } else if self.is_row.val() {
            self.issue_row_o.next = bits(self.ev_data_i.val(), self.row_o.width());
        }
        self.issue_pass_o.next = self.pass.q.val();
        self.replay_next_o.next = (self.state.q.val() == self.replay.val()) && self.shown.val();
        self.bias_slot.next = (self.accept.val() && self.is_last.val())
            || self.ends_step.val()
            || ((self.state.q.val() == self.replay.val()) && !self.shown.val());
        self.acc.next =
            self.insert.val() || self.bias_slot.val() || (self.state.q.val() == self.replay.val());
        self.acc_o.next = self.acc.val()
            && (self.bias_adds.val().any()
                || self.insert.val()
                || ((self.state.q.val() == self.replay.val()) && self.shown.val()));
        self.acc_first_o.next = self.acc.val() && self.fresh.q.val();

        self.stepping.next = self.state.q.val() == self.step.val();
        self.last_slot.next = self.slot.q.val() == self.slot_last.val();
        self.last_pass.next = self.pass.q.val() == self.pass_last.val();
        self.pass_end.next = self.last_slot.val() && self.last_step.val();
        // where the counts of a pass stay in the lanes, they are read out before the next step
        self.waits.next = self.pass_end.val();
        if self.only_infers.val().any() {
            self.waits.next = self.slot.q.val() == 0;
        }
        self.launch.next = self.stepping.val() && self.pass_end.val() && self.idle_i.val();
        self.launch_o.next = self.launch.val();
        self.launch_last_o.next = self.last_pass.val();
        self.settle.next =
            self.stepping.val() && (self.slot.q.val() == 0) && self.slot_first.val().any();
        self.settle_o.next = self.settle.val();
        self.step_o.next =
            self.stepping.val() && !self.settle.val() && (!self.waits.val() || self.idle_i.val());
        self.step_first_o.next = self.stepping.val()
            && (self.slot.q.val() == self.slot_first.val())
            && (self.input_step.q.val() == 0);
        // no row of this input step comes any more; four cycles at least before the first is wanted
        self.replay_start_o.next = self.bias_slot.val();
        self.learn_o.next = self.learn.q.val();
        self.more_o.next = self.more.q.val();
        self.label_o.next = self.label.q.val();

        if self.acc.val() {
            self.fresh.d.next = false;
        }
        if self.accept.val() {
            self.open.d.next = true;
            self.ended.d.next = self.is_last.val();
            if self.ends_step.val() {
                self.state.d.next = self.step.val();
            }
            if self.is_last.val() {
                self.open.d.next = false;
                self.state.d.next = self.step.val();
                self.more.d.next = self.ev_data_i.val().get_bit(5).any();
                self.learn.d.next = self.wants_learning.val()
                    && self.label_in_range.val()
                    && !self.only_infers.val().any();
                self.label.d.next = bits(self.ev_data_i.val(), 4);
            }
        }
        if self.stepping.val() && !self.last_slot.val() && (!self.waits.val() || self.idle_i.val())
        {
            self.slot.d.next = self.slot.q.val() + 1;
        }
        if self.stepping.val() && self.last_slot.val() && !self.last_step.val() {
            self.slot.d.next = 0.into();
            self.input_step.d.next = self.input_step.q.val() + 1;
            self.state.d.next = self.replay.val();
            if (self.pass.q.val() == 0) && !self.ended.q.val() {
                self.state.d.next = self.load.val();
            }
        }
        if self.launch.val() {
            self.slot.d.next = 0.into();
            self.input_step.d.next = 0.into();
            self.fresh.d.next = true;
            if self.last_pass.val() {
                self.pass.d.next = 0.into();
                self.state.d.next = self.load.val();
                if self.learn.q.val() {
                    self.state.d.next = self.wait.val();
                }
            } else {
                self.pass.d.next = self.pass.q.val() + 1;
                self.state.d.next = self.replay.val();
            }
        }
        if (self.state.q.val() == self.replay.val()) && !self.shown.val() {
            self.state.d.next = self.step.val();
        }
        if (self.state.q.val() == self.wait.val()) && self.done_i.val() {
            self.state.d.next = self.load.val();
        }
    }
}
