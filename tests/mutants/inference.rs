//! Faults of cores that only infer.

use super::list::Mutant;

/// What they are, where, and the text before and behind.
pub const INFERENCE_MUTANTS: &[Mutant] = &[
    Mutant(
        "threshold: >= to >",
        "lane.v",
        "if (step_i && ~difference[12])",
        "if (step_i && ~difference[12] && |difference[12:1])",
    ),
    Mutant(
        "sum kept from pass to pass",
        "lane.v",
        "if (step_last_i || ~rst_ni)",
        "if (~rst_ni)",
    ),
    Mutant(
        "count kept from pass to pass",
        "lane.v",
        "if (clear_i)",
        "if (1'b0)",
    ),
    Mutant(
        "a repeated row counts again",
        "event_list.v",
        "assign new_o = ~seen_memory_rdata",
        "assign new_o = 1'b1",
    ),
    Mutant(
        "rows seen are not forgotten",
        "event_list.v",
        "insert_i || next_i || sweeping_q",
        "insert_i || sweeping_q",
    ),
    Mutant(
        "no sweep behind a reset",
        "event_list.v",
        "if (place_q == PLACE_LAST)",
        "if (1'b1)",
    ),
    Mutant(
        "the list is not cleared",
        "event_list.v",
        "if (clear_i)",
        "if (1'b0)",
    ),
    Mutant(
        "steps do not wait for the readout",
        "front.v",
        "if (ONLY_INFERS)",
        "if (1'b0)",
    ),
    Mutant(
        "a spike is left out",
        "controller.v",
        "number_q < count",
        "next_number < count",
    ),
    Mutant(
        "a request to learn passes in silence",
        "front.v",
        "~label_in_range || ONLY_INFERS",
        "~label_in_range",
    ),
    Mutant(
        "tie order of the class",
        "readout.v",
        "lowest = racing_q & (~racing_q + 10'd1)",
        "lowest = {1'b0, racing_q[9:1]} & (~{1'b0, racing_q[9:1]} + 10'd1)",
    ),
    Mutant(
        "a negative sum is ahead",
        "readout.v",
        "ahead = ~tops",
        "ahead = tops",
    ),
    Mutant(
        "the word register keeps what was written",
        "host_port.v",
        "if (w1_written_i)",
        "if (1'b0)",
    ),
    Mutant(
        "weights behind the last column",
        "host_port.v",
        "if (pass == PASS_LAST)",
        "if (1'b0)",
    ),
    Mutant(
        "the lowest weight is taken",
        "host_port.v",
        "&& (weight != W1_LOWEST)",
        "",
    ),
];
