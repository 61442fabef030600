//! RTL of the neuron memory's write side: the winners' fields, and the host's.

use crate::blocks::best::rtl::place_bits;
use crate::hdl::prelude::*;
use crate::spec::prototype::WINS_BITS;
use crate::spec::{Prototype, Spec};

/// Bits of a field's number: 2 q bias, 2 q + 1 wins, 8 recruited.
const FIELD_BITS: usize = 4;

/// The field {wins, bias} of one compartment in the word at hand, and the bias that moves while its
/// winner is taught.
#[derive(LogicBlock)]
pub struct NeuronField {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Take the winner's bias.
    pub load_i: Signal<In, Bit>,
    /// The winner's bias.
    pub bias_i: Sig<In>,
    /// The bias moves.
    pub moved_i: Sig<In>,
    /// By how much.
    pub change_i: Sig<In>,
    /// Field read.
    pub field_i: Sig<In>,
    /// Put the winner's bias and wins in its place.
    pub replace_i: Signal<In, Bit>,
    /// The winner's wins.
    pub wins_i: Sig<In>,
    /// The host's {wins, bias}: which it reads or writes.
    pub host_select_i: Sig<In>,
    /// The host writes.
    pub host_write_i: Signal<In, Bit>,
    /// What it writes.
    pub host_data_i: Sig<In>,
    /// Field to write.
    pub field_o: Sig<Out>,
    /// What the host reads here; 0 where it reads elsewhere.
    pub host_value_o: Sig<Out>,
    bias: Reg,
    old_bias: Sig<Local>,
    old_wins: Sig<Local>,
    new_bias: Sig<Local>,
    new_wins: Sig<Local>,
    bias_bits: Const,
}

impl NeuronField {
    /// Widths of `sizes`.
    pub fn new(sizes: &Prototype) -> Self {
        let bias = sizes.bias_bits();
        let wide = host_bits(sizes);
        NeuronField {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            load_i: Default::default(),
            bias_i: Sig::new(bias),
            moved_i: Sig::new(1),
            change_i: Sig::new(bias),
            field_i: Sig::new(bias + WINS_BITS),
            replace_i: Default::default(),
            wins_i: Sig::new(WINS_BITS),
            host_select_i: Sig::new(2),
            host_write_i: Default::default(),
            host_data_i: Sig::new(wide - 1),
            field_o: Sig::new(bias + WINS_BITS),
            host_value_o: Sig::new(wide),
            bias: Reg::new(bias, 0),
            old_bias: Sig::new(bias),
            old_wins: Sig::new(WINS_BITS),
            new_bias: Sig::new(bias),
            new_wins: Sig::new(WINS_BITS),
            bias_bits: Const::new(8, bias as i128),
        }
    }
}

impl Logic for NeuronField {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, bias);
        if self.load_i.val() {
            self.bias.d.next = self.bias_i.val();
        } else if self.moved_i.val().any() {
            self.bias.d.next = self.bias.q.val() + self.change_i.val();
        }
        self.old_bias.next = bits(self.field_i.val(), self.old_bias.width());
        self.old_wins.next = bits(
            self.field_i.val() >> self.bias_bits.val(),
            self.old_wins.width(),
        );
        self.new_bias.next = self.old_bias.val();
        self.new_wins.next = self.old_wins.val();
        if self.replace_i.val() {
            self.new_bias.next = self.bias.q.val();
            self.new_wins.next = self.wins_i.val();
        }
        if self.host_write_i.val() {
            if self.host_select_i.val().get_bit(0).any() {
                self.new_bias.next = bits(self.host_data_i.val(), self.new_bias.width());
            }
            if self.host_select_i.val().get_bit(1).any() {
                self.new_wins.next = bits(self.host_data_i.val(), self.new_wins.width());
            }
        }
        self.field_o.next = (bits(self.new_wins.val(), self.field_o.width())
            << self.bias_bits.val())
            | bits(self.new_bias.val(), self.field_o.width());
        self.host_value_o.next = 0.into();
        if self.host_select_i.val().get_bit(0).any() {
            self.host_value_o.next = bits(self.old_bias.val(), self.host_value_o.width());
        }
        if self.host_select_i.val().get_bit(1).any() {
            self.host_value_o.next = bits(self.old_wins.val(), self.host_value_o.width());
        }
    }
}

/// Bits of what the host reads or writes: the widest field, unsigned, with a 0 as its sign.
pub fn host_bits(sizes: &Prototype) -> usize {
    sizes.bias_bits().max(WINS_BITS) + 1
}

/// Read, replace, write: a winner's field, a whole word of a recruited neuron, or the host's field.
#[derive(LogicBlock)]
pub struct NeuronUpdate {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Take the winners' biases.
    pub load_i: Signal<In, Bit>,
    /// A free neuron is recruited: all compartments at once.
    pub recruit_i: Signal<In, Bit>,
    /// Places of the winners.
    pub places_i: Sig<In>,
    /// Their biases.
    pub biases_i: Sig<In>,
    /// Their wins.
    pub wins_i: Sig<In>,
    /// Compartment whose bias moves, one hot, or none.
    pub moved_i: Sig<In>,
    /// By how much.
    pub change_i: Sig<In>,
    /// Compartment in turn, one hot.
    pub turn_i: Sig<In>,
    /// Stage D: the word of its winner.
    pub update_i: Signal<In, Bit>,
    /// Stage D: the word of the host's column.
    pub host_i: Signal<In, Bit>,
    /// The host writes.
    pub host_write_i: Signal<In, Bit>,
    /// Column of the host.
    pub host_column_i: Sig<In>,
    /// Field of the host.
    pub host_field_i: Sig<In>,
    /// What the host writes.
    pub host_data_i: Sig<In>,
    /// Stage D: word read.
    pub word_i: Sig<In>,
    /// Column of the winner in turn.
    pub column_o: Sig<Out>,
    /// Stage E: write the word.
    pub we_o: Signal<Out, Bit>,
    /// Stage E: its column.
    pub write_column_o: Sig<Out>,
    /// Stage E: the word.
    pub word_o: Sig<Out>,
    /// Stage D: the host's field.
    pub host_value_o: Sig<Out>,
    u_field: Vec<NeuronField>,
    host_e: BitReg,
    we_e: BitReg,
    word_e: Reg,
    place: Sig<Local>,
    column: Sig<Local>,
    fields: Sig<Local>,
    next_field: Vec<Sig<Local>>,
    turn: Sig<Local>,
    host_flags: Sig<Local>,
    host_pairs: Sig<Local>,
    host_recruited: Signal<Local, Bit>,
    unused: Signal<Local, Bit>,
    host_write: Signal<Local, Bit>,
    recruited: Signal<Local, Bit>,
    value: Sig<Local>,
    lane_pass_bits: Const,
    recruited_bit: Const,
    all: Const,
}

impl NeuronUpdate {
    /// For the columns of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (parts, column) = (sizes.num_compartments(), spec.column_bits());
        let (bias, place, word) = (
            sizes.bias_bits(),
            place_bits(spec),
            sizes.neuron_word_bits(),
        );
        let wide = host_bits(sizes);
        NeuronUpdate {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            load_i: Default::default(),
            recruit_i: Default::default(),
            places_i: Sig::packed(parts, place),
            biases_i: Sig::packed(parts, bias),
            wins_i: Sig::packed(parts, WINS_BITS),
            moved_i: Sig::new(parts),
            change_i: Sig::new(bias),
            turn_i: Sig::new(parts),
            update_i: Default::default(),
            host_i: Default::default(),
            host_write_i: Default::default(),
            host_column_i: Sig::new(column),
            host_field_i: Sig::new(FIELD_BITS),
            host_data_i: Sig::new(wide - 1),
            word_i: Sig::new(word),
            column_o: Sig::new(column),
            we_o: Default::default(),
            write_column_o: Sig::new(column),
            word_o: Sig::new(word),
            host_value_o: Sig::new(wide),
            u_field: (0..parts).map(|_| NeuronField::new(sizes)).collect(),
            host_e: BitReg::new(false),
            we_e: BitReg::new(false),
            word_e: Reg::data(word),
            place: Sig::new(place),
            column: Sig::new(column),
            fields: Sig::packed(parts, bias + WINS_BITS),
            next_field: (0..parts).map(|_| Sig::new(bias + WINS_BITS)).collect(),
            turn: Sig::new(parts),
            host_flags: Sig::new(1 << FIELD_BITS),
            host_pairs: Sig::packed(parts, 2),
            host_recruited: Default::default(),
            unused: Default::default(),
            host_write: Default::default(),
            recruited: Default::default(),
            value: Sig::new(wide),
            lane_pass_bits: Const::new(8, (spec.lane_bits() + spec.pass_bits()) as i128),
            recruited_bit: Const::new(8, word as i128 - 1),
            all: Const::new(parts, (1 << parts) - 1),
        }
    }
}

impl Logic for NeuronUpdate {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, host_e, we_e, word_e);
        // the winner in turn
        self.place.next = 0.into();
        for k in 0..self.u_field.len() {
            if self.turn_i.val().get_bit(k).any() {
                self.place.next = self.place.val() | self.places_i.val().get_bit(k);
            }
        }
        self.column.next = bits(
            self.place.val() >> self.lane_pass_bits.val(),
            self.column.width(),
        );
        self.column_o.next = self.column.val();
        self.turn.next = 0.into();
        if self.update_i.val() {
            self.turn.next = self.turn_i.val();
            if self.recruit_i.val() {
                self.turn.next = self.all.val();
            }
        }
        // the host's field
        self.host_flags.next = bits(1.into(), self.host_flags.width()) << self.host_field_i.val();
        // fields that are none
        self.unused.next = self.host_flags.val().xor();
        self.host_pairs.next = bits(self.host_flags.val(), self.host_pairs.width());
        self.host_recruited.next = self.host_flags.val().get_bit(8).any();
        self.host_write.next = self.host_i.val() && self.host_write_i.val();
        // stage D
        self.fields.next = bits(self.word_i.val(), self.fields.width());
        for lane in 0..self.u_field.len() {
            self.u_field[lane].clk_i.next = self.clk_i.val();
            self.u_field[lane].rst_ni.next = self.rst_ni.val();
            self.u_field[lane].load_i.next = self.load_i.val();
            self.u_field[lane].bias_i.next = self.biases_i.val().get_bit(lane);
            self.u_field[lane].moved_i.next = self.moved_i.val().get_bit(lane);
            self.u_field[lane].change_i.next = self.change_i.val();
            self.u_field[lane].field_i.next = self.fields.val().get_bit(lane);
            self.u_field[lane].replace_i.next = self.turn.val().get_bit(lane).any();
            self.u_field[lane].wins_i.next = self.wins_i.val().get_bit(lane);
            self.u_field[lane].host_select_i.next = self.host_pairs.val().get_bit(lane);
            self.u_field[lane].host_write_i.next = self.host_write.val();
            self.u_field[lane].host_data_i.next = self.host_data_i.val();
        }
        for lane in 0..self.u_field.len() {
            self.next_field[lane].next = self.u_field[lane].field_o.val();
        }
        self.recruited.next = self.word_i.val().get_bit(self.recruited_bit.val()).any();
        if self.update_i.val() {
            self.recruited.next = true;
        } else if self.host_write.val() && self.host_recruited.val() {
            self.recruited.next = self.host_data_i.val().get_bit(0).any();
        }
        self.word_e.d.next = (bits(self.recruited.val().into(), self.word_e.d.width())
            << self.recruited_bit.val())
            | bits(self.next_field.val(), self.word_e.d.width());
        self.we_e.d.next = self.update_i.val() || self.host_write.val();
        self.host_e.d.next = self.host_i.val();
        self.value.next = 0.into();
        if self.host_recruited.val() {
            self.value.next = bits(
                self.word_i.val() >> self.recruited_bit.val(),
                self.value.width(),
            );
        }
        for m in 0..self.u_field.len() {
            self.value.next = self.value.val() | self.u_field[m].host_value_o.val();
        }
        self.host_value_o.next = self.value.val();
        // stage E
        self.we_o.next = self.we_e.q.val();
        self.write_column_o.next = self.column.val();
        if self.host_e.q.val() {
            self.write_column_o.next = self.host_column_i.val();
        }
        self.word_o.next = self.word_e.q.val();
    }
}
