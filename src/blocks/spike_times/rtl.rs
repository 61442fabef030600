//! RTL of the spike times.

use crate::hdl::prelude::*;
use crate::spec::Spec;

/// First spike steps of the pass at hand, and of all passes.
#[derive(LogicBlock)]
pub struct SpikeTimes {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// S3: the lanes take an integration step.
    pub step_i: Signal<In, Bit>,
    /// S3: the first of a pass.
    pub step_first_i: Signal<In, Bit>,
    /// S4: lanes that have fired.
    pub fired_i: Sig<In>,
    /// S4 of the last step: keep the steps as those of pass `pass_i`.
    pub capture_i: Signal<In, Bit>,
    /// Pass to keep, or to show in the next cycle.
    pub pass_i: Sig<In>,
    /// First spike steps, packed.
    pub steps_o: Sig<Out>,
    u_step_memory: Vec<RowMemory>,
    step_s4: BitReg,
    step_first_s4: BitReg,
    step: Reg,
    steps: Reg,
    now: Sig<Local>,
    next_step: Vec<Sig<Local>>,
    word: Sig<Local>,
    shown: Sig<Local>,
    unused: Vec<Signal<Local, Bit>>,
    never: Const,
    _lanes: usize,
}

impl SpikeTimes {
    /// For the lanes, passes and input steps of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let (lanes, passes, bits) = (spec.lanes, spec.passes(), spec.step_bits());
        let several = passes > 1;
        SpikeTimes {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            step_i: Default::default(),
            step_first_i: Default::default(),
            fired_i: Sig::new(lanes),
            capture_i: Default::default(),
            pass_i: Sig::new(spec.pass_bits()),
            steps_o: Sig::packed(lanes, bits),
            u_step_memory: match several {
                false => vec![],
                true => vec![RowMemory::new(passes, 1, lanes * bits, None)],
            },
            step_s4: BitReg::new(false),
            step_first_s4: BitReg::new(false),
            step: Reg::new(bits, 0),
            steps: Reg::packed(lanes, bits),
            now: Sig::new(bits),
            next_step: (0..lanes).map(|_| Sig::new(bits)).collect(),
            word: Sig::new(lanes * bits),
            shown: Sig::new(lanes * bits),
            unused: match several {
                false => vec![Default::default()],
                true => vec![],
            },
            never: Const::new(bits, spec.input_steps() as i128),
            _lanes: lanes,
        }
    }
}

impl Logic for SpikeTimes {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, step_s4, step_first_s4, step, steps);
        self.step_s4.d.next = self.step_i.val();
        self.step_first_s4.d.next = self.step_first_i.val();
        self.now.next = self.step.q.val();
        if self.step_s4.q.val() {
            self.now.next = self.step.q.val() + 1;
            if self.step_first_s4.q.val() {
                self.now.next = 0.into();
            }
        }
        self.step.d.next = self.now.val();
        for k in 0..self._lanes {
            self.next_step[k].next = self.steps.q.val().get_bit(k);
            if self.step_s4.q.val() {
                if self.step_first_s4.q.val() {
                    self.next_step[k].next = self.never.val();
                }
                if self.fired_i.val().get_bit(k).any()
                    && (self.step_first_s4.q.val()
                        || (self.steps.q.val().get_bit(k) == self.never.val()))
                {
                    self.next_step[k].next = self.now.val();
                }
            }
        }
        self.steps.d.next = self.next_step.val();
        self.word.next = bits(self.next_step.val(), self.word.width());
        self.shown.next = bits(self.steps.q.val(), self.shown.width());
        for n in 0..self.u_step_memory.len() {
            self.shown.next = self.u_step_memory[n].rdata_o.val();
        }
        for m in 0..self.u_step_memory.len() {
            self.u_step_memory[m].clk_i.next = self.clk_i.val();
            self.u_step_memory[m].we_i.next = self.capture_i.val();
            self.u_step_memory[m].waddr_i.next = self.pass_i.val();
            self.u_step_memory[m].raddr_i.next = self.pass_i.val();
            self.u_step_memory[m].wdata_i.next = self.word.val();
        }
        for m in 0..self.unused.len() {
            self.unused[m].next =
                self.pass_i.val().xor() ^ self.capture_i.val() ^ self.word.val().xor();
        }
        self.steps_o.next = bits(self.shown.val(), self.steps_o.width());
    }
}
