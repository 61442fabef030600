//! Faults of cores whose hidden cells are persistent pairs, and of the second letter.

use super::list::Mutant;

/// What they are, where, and the text before and behind.
pub const PAIR_MUTANTS: &[Mutant] = &[
    Mutant(
        "right junction by the word of the left",
        "persistent_pair.v",
        "{2'd0, right_word}",
        "{2'd0, word_i}",
    ),
    Mutant(
        "pulse towards the other state",
        "persistent_pair.v",
        "(to_p_i & 2'd1)",
        "(~to_p_i & 2'd1)",
    ),
    Mutant(
        "junctions filled in the wrong order",
        "teacher.v",
        "TWO_JUNCTIONS && ~fill_1_q && ~fill_3_q",
        "TWO_JUNCTIONS && (fill_1_q || fill_3_q)",
    ),
    Mutant(
        "sides filled in the wrong order",
        "teacher.v",
        "if (fill_2_q || fill_3_q)",
        "if (~fill_2_q && ~fill_3_q)",
    ),
    Mutant(
        "a pulse counted for each junction",
        "teacher.v",
        "loads_q && pulse_lookup_pulse && pulse_lookup_watched",
        "loads_q && pulse_lookup_pulse",
    ),
    Mutant(
        "both junctions as the one watched",
        "pulse_lookup.v",
        "if (BOTH && ~readout_i)",
        "if (1'b0)",
    ),
    Mutant(
        "weight of the right junction lost",
        "pair_cell.v",
        "weight_o = ~WEIGHT + 7'd1",
        "weight_o = 7'd0",
    ),
    Mutant(
        "the host's junctions swapped",
        "pair_cell.v",
        "pair_d = host_pair_i",
        "pair_d = {host_pair_i[0], host_pair_i[1]}",
    ),
    Mutant(
        "a cell counted as one switch",
        "pair_cell.v",
        "switched_o = switched_q",
        "switched_o = {1'b0, |switched_q}",
    ),
    Mutant(
        "a pair is signed to the host",
        "host_port.v",
        "      if (W1_SIGNED) begin",
        "      if (1'b1) begin",
    ),
    Mutant(
        "silent rows as rows that spiked",
        "hidden_rows.v",
        "(replay_row_i == row_q)",
        "1'b1",
    ),
    Mutant(
        "silent rows are not visited",
        "hidden_rows.v",
        "if (wants_silent_i && ALL_TYPES)",
        "if (1'b0)",
    ),
    Mutant(
        "the rows of a pass begin where those of the last ended",
        "hidden_rows.v",
        "if (restart_i)",
        "if (1'b0)",
    ),
    Mutant(
        "acausal pulse on causal rows",
        "pair_cell.v",
        "if (TWO_SIDES && ~causal)",
        "if (TWO_SIDES && causal)",
    ),
];
