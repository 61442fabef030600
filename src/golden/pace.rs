//! How fast a core judges: cycles and memory reads of an image, mean over images sent back to back.

use super::core::{Core, Event, Last};
use super::learner::Learner;
use super::observer::Silent;
use crate::Result;
use crate::data::Images;
use crate::device::energy::Operations;
use crate::encoder::Encoder;
use crate::spec::timing::Timing;
use crate::spec::{spike_row, spike_step};

/// Means over images.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Pace {
    /// Images.
    pub images: u64,
    /// Cycles from the first event to the result.
    pub latency: f64,
    /// Cycles from result to result.
    pub interval: f64,
    /// Words of the synapse array that are read and used.
    pub w1_reads: f64,
    /// The same of the second memory.
    pub second_reads: f64,
    /// Work of the logic, all images together.
    pub operations: Operations,
}

/// Judges images on a core that learns nothing from them.
///
/// # Errors
/// [`crate::Error::Input`] where the array has fewer rows than the code.
pub fn pace<L: Learner>(network: &L, images: &Images, encoder: Encoder) -> Result<Pace> {
    let spec = network.spec();
    let encoder = encoder.fit(spec.rows, spec.input_steps())?;
    let mut core = Core::with_registers(network.clone());
    let mut timing = Timing::new(spec);
    let mut spikes = Vec::new();
    let mut sums = [0; 6];
    for image in images.images() {
        encoder.encode_view(image, 0, &mut spikes);
        let mut step = 0;
        for &spike in &spikes {
            while step < spike_step(spike) {
                core.event(Event::Step, &mut Silent);
                step += 1;
            }
            core.event(Event::Row(spike_row(spike) as u16), &mut Silent);
        }
        let ended = core.event(Event::Last(Last::default()), &mut Silent);
        let Some(work) = ended.map(|ended| ended.work) else {
            continue;
        };
        let cycles = timing.image(&work);
        let [w1_reads, second_reads] = spec.reads(&work);
        let fired = work.visited.iter().sum();
        let found = [
            cycles.latency,
            cycles.interval,
            w1_reads,
            second_reads,
            work.rows,
            fired,
        ];
        for (sum, found) in sums.iter_mut().zip(found) {
            *sum += found;
        }
    }
    let [latency, interval, w1_reads, second_reads, rows, fired] = sums;
    let images = images.len() as u64;
    let mean = |sum: u64| sum as f64 / images.max(1) as f64;
    Ok(Pace {
        images,
        latency: mean(latency),
        interval: mean(interval),
        w1_reads: mean(w1_reads),
        second_reads: mean(second_reads),
        operations: network.inference_operations(rows, images, fired),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::embedded;
    use crate::encoder::Code;
    use crate::golden::start_network;
    use crate::spec::Spec;

    #[test]
    fn fewer_lanes_read_and_wait_more() {
        let images = embedded::load(1).test;
        let encoder = Encoder {
            code: Code::Edge16,
            normaliser: true,
        };
        let of_lanes = |lanes| {
            let (network, _) = start_network(&Spec::new(64, 20, lanes).unwrap(), 1).unwrap();
            pace(&network, &images, encoder).unwrap()
        };
        let [fast, slow] = [20, 5].map(of_lanes);
        assert!(slow.latency > 2.0 * fast.latency && slow.interval > 2.0 * fast.interval);
        assert_eq!(slow.w1_reads, 4.0 * fast.w1_reads);
        // the synapses and neurons are the same
        assert_eq!(slow.second_reads, fast.second_reads);
        assert_eq!(slow.operations, fast.operations);
    }
}
