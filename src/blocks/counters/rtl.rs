//! RTL of the counters.

use crate::blocks::ones::rtl::{Ones, ones_bits};
use crate::blocks::tally::rtl::{Tally, waiting_bits};
use crate::hdl::prelude::*;
use crate::spec::{COUNT_BITS, Counter, Spec, index_bits};

/// Bits of a counter; it wraps.
pub const COUNTER_BITS: usize = 32;

/// A few bits a counter, behind them a memory.
#[derive(LogicBlock)]
pub struct Counters {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// An image was accepted.
    pub image_i: Signal<In, Bit>,
    /// A row was counted.
    pub event_i: Signal<In, Bit>,
    /// A neuron of `spikes_i` spikes was visited.
    pub visit_i: Signal<In, Bit>,
    /// Its spikes.
    pub spikes_i: Sig<In>,
    /// A draw.
    pub draw_i: Signal<In, Bit>,
    /// Readout cells pulsed towards potentiation.
    pub readout_ltp_i: Sig<In>,
    /// Readout cells pulsed towards depression.
    pub readout_ltd_i: Sig<In>,
    /// Readout cells switched.
    pub readout_switched_i: Sig<In>,
    /// Readout cells switched at the limit.
    pub readout_saturated_i: Sig<In>,
    /// Hidden cells pulsed towards potentiation.
    pub hidden_ltp_i: Sig<In>,
    /// Hidden cells pulsed towards depression.
    pub hidden_ltd_i: Sig<In>,
    /// The lanes' flags are of a taught word.
    pub lanes_valid_i: Signal<In, Bit>,
    /// Lanes that switched.
    pub lanes_switched_i: Sig<In>,
    /// Lanes that switched at the limit.
    pub lanes_saturated_i: Sig<In>,
    /// The lanes hold the results of a pass.
    pub capture_i: Signal<In, Bit>,
    /// Lanes whose drive is positive.
    pub lanes_positive_i: Sig<In>,
    /// Lanes whose drive is negative.
    pub lanes_negative_i: Sig<In>,
    /// Lanes whose junction of the mask switches.
    pub lanes_masked_i: Sig<In>,
    /// The host reads: show its counter.
    pub host_i: Signal<In, Bit>,
    /// Counter to show.
    pub select_i: Sig<In>,
    /// Its value.
    pub value_o: Sig<Out>,
    u_counter_memory: RowMemory,
    u_switched: Ones,
    u_saturated: Ones,
    u_positive: Ones,
    u_negative: Ones,
    u_masked: Ones,
    turn: Reg,
    shown: Reg,
    known: Reg,
    value: Reg,
    event: BitReg,
    live: BitReg,
    host: BitReg,
    moving: BitReg,
    place: Reg,
    more: Reg,
    word: Reg,
    lanes_counted: BitReg,
    captured: BitReg,
    u_images: Tally,
    u_events: Tally,
    u_hidden_spikes: Tally,
    u_draws: Tally,
    u_pulses_ltp: Tally,
    u_pulses_ltd: Tally,
    u_switches: Tally,
    u_saturations: Tally,
    u_positive_drive: Tally,
    u_negative_drive: Tally,
    u_mask_switches: Tally,
    switched: Reg,
    saturated: Reg,
    positive: Reg,
    negative: Reg,
    masked: Reg,
    now: Sig<Local>,
    select: Sig<Local>,
    take: Sig<Local>,
    takes: Signal<Local, Bit>,
    waiting: Sig<Local>,
    kept: Sig<Local>,
    sum: Sig<Local>,
    unused: Signal<Local, Bit>,
    turn_last: Const,
    count: Const,
}

/// Bits of a number of cells that one row pulses.
pub fn cells_bits(spec: &Spec) -> usize {
    index_bits(spec.lanes + 1).max(2)
}

impl Counters {
    /// For the lanes and columns of `spec`.
    pub fn new(spec: &Spec) -> Self {
        let lanes = ones_bits(spec.lanes);
        let count = Counter::COUNT;
        let ones = || Ones::new(spec.lanes);
        let spikes = (1 << COUNT_BITS) - 1;
        let lane_count = spec.lanes.max(2);
        let junctions = spec.lanes * spec.junctions_a_cell();
        let waiting = waiting_bits(spikes.max(lane_count).max(junctions));
        Counters {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            image_i: Default::default(),
            event_i: Default::default(),
            visit_i: Default::default(),
            spikes_i: Sig::new(COUNT_BITS),
            draw_i: Default::default(),
            readout_ltp_i: Sig::new(2),
            readout_ltd_i: Sig::new(2),
            readout_switched_i: Sig::new(2),
            readout_saturated_i: Sig::new(2),
            hidden_ltp_i: Sig::new(cells_bits(spec)),
            hidden_ltd_i: Sig::new(cells_bits(spec)),
            lanes_valid_i: Default::default(),
            lanes_switched_i: Sig::new(junctions),
            lanes_saturated_i: Sig::new(spec.lanes),
            capture_i: Default::default(),
            lanes_positive_i: Sig::new(spec.lanes),
            lanes_negative_i: Sig::new(spec.lanes),
            lanes_masked_i: Sig::new(spec.lanes),
            host_i: Default::default(),
            select_i: Sig::new(4),
            value_o: Sig::new(COUNTER_BITS),
            u_counter_memory: RowMemory::new(16, 1, COUNTER_BITS, None),
            u_switched: Ones::new(junctions),
            u_saturated: ones(),
            u_positive: ones(),
            u_negative: ones(),
            u_masked: ones(),
            turn: Reg::new(4, 0),
            shown: Reg::new(4, 0),
            known: Reg::new(16, 0),
            value: Reg::data(COUNTER_BITS),
            event: BitReg::new(false),
            live: BitReg::new(false),
            host: BitReg::new(false),
            moving: BitReg::new(false),
            place: Reg::new(4, 0),
            more: Reg::data(waiting),
            word: Reg::data(COUNTER_BITS),
            lanes_counted: BitReg::new(false),
            captured: BitReg::new(false),
            u_images: Tally::new(1),
            u_events: Tally::new(1),
            u_hidden_spikes: Tally::new(spikes),
            u_draws: Tally::new(1),
            u_pulses_ltp: Tally::new(lane_count),
            u_pulses_ltd: Tally::new(lane_count),
            u_switches: Tally::new(junctions.max(2)),
            u_saturations: Tally::new(lane_count),
            u_positive_drive: Tally::new(lane_count),
            u_negative_drive: Tally::new(lane_count),
            u_mask_switches: Tally::new(lane_count),
            switched: Reg::new(ones_bits(junctions), 0),
            saturated: Reg::new(lanes, 0),
            positive: Reg::new(lanes, 0),
            negative: Reg::new(lanes, 0),
            masked: Reg::new(lanes, 0),
            now: Sig::new(4),
            select: Sig::new(16),
            take: Sig::new(16),
            takes: Default::default(),
            waiting: Sig::new(waiting),
            kept: Sig::new(COUNTER_BITS),
            sum: Sig::new(COUNTER_BITS + 1),
            unused: Default::default(),
            turn_last: Const::new(4, count as i128 - 1),
            count: Const::new(5, count as i128),
        }
    }
}

impl Logic for Counters {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, switched, saturated, positive, negative);
        clock!(self, clk_i, masked, turn, shown, live, value, event);
        clock!(self, clk_i, host, moving, place, more, word);
        clock!(self, clk_i, lanes_counted, captured);
        self.host.d.next = self.host_i.val();
        dff_setup!(self, clk_i, known);
        // whose turn it is: the word comes a cycle later
        self.turn.d.next = self.turn.q.val() + 1;
        if self.turn.q.val() == self.turn_last.val() {
            self.turn.d.next = 0.into();
        }
        self.now.next = self.turn.q.val();
        if self.host.q.val() {
            self.now.next = self.select_i.val();
        }
        self.shown.d.next = self.now.val();
        self.live.d.next = !self.host.q.val();
        self.select.next = bits(1.into(), 16) << self.shown.q.val();
        self.take.next = 0.into();
        self.takes.next = self.live.q.val() && !self.host.q.val();
        self.moving.d.next = self.takes.val();
        if self.takes.val() {
            self.take.next = self.select.val();
        }
        self.place.d.next = self.shown.q.val();
        if self.moving.q.val() {
            self.known.d.next = self.known.q.val() | (bits(1.into(), 16) << self.place.q.val());
        }
        self.u_counter_memory.clk_i.next = self.clk_i.val();
        self.u_counter_memory.we_i.next = self.moving.q.val();
        self.u_counter_memory.waddr_i.next = self.place.q.val();
        self.u_counter_memory.raddr_i.next = self.now.val();
        self.u_counter_memory.wdata_i.next = bits(self.sum.val() >> 1, 32);

        // what waits, and then its sum with the memory's word, as in `lif`
        self.waiting.next = 0.into();
        if self.select.val().get_bit(0).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_images.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(1).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_events.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(2).any() {
            self.waiting.next = self.waiting.val()
                | bits(self.u_hidden_spikes.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(3).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_draws.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(4).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_pulses_ltp.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(5).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_pulses_ltd.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(6).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_switches.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(7).any() {
            self.waiting.next =
                self.waiting.val() | bits(self.u_saturations.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(8).any() {
            self.waiting.next = self.waiting.val()
                | bits(self.u_positive_drive.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(9).any() {
            self.waiting.next = self.waiting.val()
                | bits(self.u_negative_drive.waiting_o.val(), self.waiting.width());
        }
        if self.select.val().get_bit(10).any() {
            self.waiting.next = self.waiting.val()
                | bits(self.u_mask_switches.waiting_o.val(), self.waiting.width());
        }
        self.kept.next = 0.into();
        if (self.known.q.val() & self.select.val()).any() {
            self.kept.next = self.u_counter_memory.rdata_o.val();
        }
        self.more.d.next = self.waiting.val();
        self.word.d.next = self.kept.val();
        self.sum.next =
            (bits(self.more.q.val(), 33) << 1) - ((bits(!self.word.q.val(), 33) << 1) | 1);
        self.unused.next =
            self.sum.val().get_bit(0).any() ^ (self.take.val() >> self.count.val()).any();
        self.value.d.next = bits(self.sum.val() >> 1, 32);
        self.value_o.next = self.value.q.val();

        self.u_images.clk_i.next = self.clk_i.val();
        self.u_images.rst_ni.next = self.rst_ni.val();
        self.u_images.take_i.next = self.take.val().get_bit(0);
        self.u_events.clk_i.next = self.clk_i.val();
        self.u_events.rst_ni.next = self.rst_ni.val();
        self.u_events.take_i.next = self.take.val().get_bit(1);
        self.u_hidden_spikes.clk_i.next = self.clk_i.val();
        self.u_hidden_spikes.rst_ni.next = self.rst_ni.val();
        self.u_hidden_spikes.take_i.next = self.take.val().get_bit(2);
        self.u_draws.clk_i.next = self.clk_i.val();
        self.u_draws.rst_ni.next = self.rst_ni.val();
        self.u_draws.take_i.next = self.take.val().get_bit(3);
        self.u_pulses_ltp.clk_i.next = self.clk_i.val();
        self.u_pulses_ltp.rst_ni.next = self.rst_ni.val();
        self.u_pulses_ltp.take_i.next = self.take.val().get_bit(4);
        self.u_pulses_ltd.clk_i.next = self.clk_i.val();
        self.u_pulses_ltd.rst_ni.next = self.rst_ni.val();
        self.u_pulses_ltd.take_i.next = self.take.val().get_bit(5);
        self.u_switches.clk_i.next = self.clk_i.val();
        self.u_switches.rst_ni.next = self.rst_ni.val();
        self.u_switches.take_i.next = self.take.val().get_bit(6);
        self.u_saturations.clk_i.next = self.clk_i.val();
        self.u_saturations.rst_ni.next = self.rst_ni.val();
        self.u_saturations.take_i.next = self.take.val().get_bit(7);
        self.u_positive_drive.clk_i.next = self.clk_i.val();
        self.u_positive_drive.rst_ni.next = self.rst_ni.val();
        self.u_positive_drive.take_i.next = self.take.val().get_bit(8);
        self.u_negative_drive.clk_i.next = self.clk_i.val();
        self.u_negative_drive.rst_ni.next = self.rst_ni.val();
        self.u_negative_drive.take_i.next = self.take.val().get_bit(9);
        self.u_mask_switches.clk_i.next = self.clk_i.val();
        self.u_mask_switches.rst_ni.next = self.rst_ni.val();
        self.u_mask_switches.take_i.next = self.take.val().get_bit(10);
        self.u_images.more_i.next = 0.into();
        self.u_events.more_i.next = 0.into();
        self.u_draws.more_i.next = 0.into();
        self.u_hidden_spikes.more_i.next = 0.into();
        if self.image_i.val() {
            self.u_images.more_i.next = 1.into();
        }
        self.event.d.next = self.event_i.val();
        if self.event.q.val() {
            self.u_events.more_i.next = 1.into();
        }
        if self.draw_i.val() {
            self.u_draws.more_i.next = 1.into();
        }
        if self.visit_i.val() {
            self.u_hidden_spikes.more_i.next =
                bits(self.spikes_i.val(), self.u_hidden_spikes.more_i.width());
        }
        // never both: the readout is taught before the hidden sweep
        self.u_pulses_ltp.more_i.next = bits(
            bits(self.readout_ltp_i.val(), self.hidden_ltp_i.width()) | self.hidden_ltp_i.val(),
            self.u_pulses_ltp.more_i.width(),
        );
        self.u_pulses_ltd.more_i.next = bits(
            bits(self.readout_ltd_i.val(), self.hidden_ltd_i.width()) | self.hidden_ltd_i.val(),
            self.u_pulses_ltd.more_i.width(),
        );

        self.u_switched.clk_i.next = self.clk_i.val();
        self.u_switched.rst_ni.next = self.rst_ni.val();
        self.u_switched.flags_i.next = self.lanes_switched_i.val();
        self.u_saturated.clk_i.next = self.clk_i.val();
        self.u_saturated.rst_ni.next = self.rst_ni.val();
        self.u_saturated.flags_i.next = self.lanes_saturated_i.val();
        self.u_positive.clk_i.next = self.clk_i.val();
        self.u_positive.rst_ni.next = self.rst_ni.val();
        self.u_positive.flags_i.next = self.lanes_positive_i.val();
        self.u_negative.clk_i.next = self.clk_i.val();
        self.u_negative.rst_ni.next = self.rst_ni.val();
        self.u_negative.flags_i.next = self.lanes_negative_i.val();
        self.u_masked.clk_i.next = self.clk_i.val();
        self.u_masked.rst_ni.next = self.rst_ni.val();
        self.u_masked.flags_i.next = self.lanes_masked_i.val();
        self.switched.d.next = bits(self.readout_switched_i.val(), self.switched.d.width());
        self.saturated.d.next = bits(self.readout_saturated_i.val(), self.saturated.d.width());
        self.lanes_counted.d.next = self.lanes_valid_i.val();
        if self.lanes_counted.q.val() {
            self.switched.d.next = self.u_switched.count_o.val();
            self.saturated.d.next = self.u_saturated.count_o.val();
        }
        self.positive.d.next = 0.into();
        self.negative.d.next = 0.into();
        self.masked.d.next = 0.into();
        self.captured.d.next = self.capture_i.val();
        if self.captured.q.val() {
            self.positive.d.next = self.u_positive.count_o.val();
            self.negative.d.next = self.u_negative.count_o.val();
            self.masked.d.next = self.u_masked.count_o.val();
        }
        self.u_switches.more_i.next = bits(self.switched.q.val(), self.u_switches.more_i.width());
        self.u_saturations.more_i.next =
            bits(self.saturated.q.val(), self.u_saturations.more_i.width());
        self.u_positive_drive.more_i.next =
            bits(self.positive.q.val(), self.u_positive_drive.more_i.width());
        self.u_negative_drive.more_i.next =
            bits(self.negative.q.val(), self.u_negative_drive.more_i.width());
        self.u_mask_switches.more_i.next =
            bits(self.masked.q.val(), self.u_mask_switches.more_i.width());
    }
}
