//! What the logic does to judge and to teach, in bits added and bits moved: for the energy.
//!
//! Counted are synapses, neurons, readout and the teaching of cells; control, ports and the clock tree
//! are not.

use crate::device::energy::{Operations, PulseCounts};
use crate::spec::{NUM_CLASSES, Prototype, Spec, W2_BITS, WORD_BITS};

/// Additions of a product count x weight by shift-and-add: the bits of a count.
const SHIFT_ADDS: u64 = crate::spec::COUNT_BITS as u64;

/// Learning events since the start of a run, for the energy.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pulsed {
    /// Cells pulsed, by threshold.
    pub counts: PulseCounts,
    /// Rows of the synapse array read and written back.
    pub rows: u64,
    /// Draws.
    pub draws: u64,
}

/// Judging in scheme "modulated": for each event and for the bias of each input step a row is read and added; each column
/// is added and compared in every step; each firing neuron's readout word is read, and its products
/// added.
pub fn modulated_inference(spec: &Spec, events: u64, images: u64, firing: u64) -> Operations {
    let columns = spec.columns as u64;
    let rows = events + images * spec.input_steps() as u64;
    let classes = NUM_CLASSES as u64;
    Operations {
        add_bits: rows * columns * spec.drive_bits() as u64
            + images
                * spec.code.integration_steps() as u64
                * columns
                * 2
                * spec.membrane_bits() as u64
            + firing * classes * SHIFT_ADDS * spec.sum_bits() as u64,
        memory_bits: rows * row_bits(spec) + firing * classes * W2_BITS as u64,
        draws: 0,
    }
}

/// Judging in scheme "prototype": for each event a row is read and added; each compartment's bias and
/// soma are added, its score is weighted (two additions) and compared.
pub fn prototype_inference(spec: &Spec, sizes: &Prototype, events: u64, images: u64) -> Operations {
    let columns = spec.columns as u64;
    let compartments = columns * sizes.num_compartments() as u64;
    let score = 2 * sizes.likelihood_bits() + 3 * sizes.infer_score_bits();
    Operations {
        add_bits: events * columns * sizes.drive_bits() as u64
            + images * compartments * score as u64,
        memory_bits: events * row_bits(spec) + images * columns * sizes.neuron_word_bits() as u64,
        draws: 0,
    }
}

/// Teaching in scheme "modulated": rows swept, and the readout words of all other draws, are read and
/// written back; each cell pulsed is compared with a word and moved.
pub fn modulated_teaching(spec: &Spec, pulsed: &Pulsed) -> Operations {
    let readout = pulsed.draws.saturating_sub(pulsed.rows) * spec.w2_word_bits() as u64;
    Operations {
        memory_bits: 2 * (pulsed.rows * row_bits(spec) + readout),
        ..cells(spec, pulsed)
    }
}

/// Teaching in scheme "prototype": of each row one word is read and written back.
pub fn prototype_teaching(spec: &Spec, pulsed: &Pulsed) -> Operations {
    Operations {
        memory_bits: 2 * pulsed.rows * spec.w1_word_bits() as u64,
        ..cells(spec, pulsed)
    }
}

fn cells(spec: &Spec, pulsed: &Pulsed) -> Operations {
    Operations {
        add_bits: pulsed.counts.total() * (WORD_BITS + spec.w1_bits()) as u64,
        memory_bits: 0,
        draws: pulsed.draws,
    }
}

/// Bits of all words of a row.
fn row_bits(spec: &Spec) -> u64 {
    (spec.passes() * spec.w1_word_bits()) as u64
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::golden::{Silent, start_network};
    use crate::spec::Counter;

    #[test]
    fn every_pulse_is_counted_at_its_amplitude() {
        let spec = Spec::new(20, 6, 6).unwrap();
        let (mut network, _) = start_network(&spec, 3).unwrap();
        for image in 0..40u16 {
            let rows = [image % 20, (image + 7) % 20];
            network.present(&rows, Some((image % 10) as u8), &mut Silent);
        }
        let counters = network.counters;
        let events = counters.get(Counter::PulsesLtp) + counters.get(Counter::PulsesLtd);
        let pulsed = network.pulsed;
        assert!(events > 100);
        assert_eq!(pulsed.counts.total(), u64::from(events));
        assert_eq!(pulsed.draws, u64::from(counters.get(Counter::Draws)));
        // left junction alone; AP to P is LTP
        let ltp: u64 = pulsed.counts.0[..16].iter().sum();
        assert_eq!(ltp, u64::from(counters.get(Counter::PulsesLtp)));
        assert!(pulsed.counts.0[32..].iter().all(|&count| count == 0));
        let operations = modulated_teaching(&spec, &pulsed);
        let readout = pulsed.draws - pulsed.rows;
        assert_eq!(
            operations.memory_bits,
            2 * (pulsed.rows * 42 + readout * 80)
        );
        assert_eq!(operations.add_bits, u64::from(events) * 23);
    }

    #[test]
    fn judging_by_hand() {
        let spec = Spec::new(20, 6, 3).unwrap();
        let one = modulated_inference(&spec, 5, 1, 2);
        assert_eq!(one.memory_bits, 6 * 42 + 2 * 80);
        let (drive, membrane, sum) = (
            spec.drive_bits() as u64,
            spec.membrane_bits() as u64,
            spec.sum_bits() as u64,
        );
        assert_eq!(one.add_bits, 36 * drive + 8 * 12 * membrane + 2 * 40 * sum);
    }
}
