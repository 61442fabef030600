//! `--energy`: what judging and learning cost, junctions and logic apart.

use super::output::Outcome;
use crate::device::Device;
use crate::golden::{Evaluation, Learner};

/// Nanojoule of a joule.
const NANO: f64 = 1e9;

/// Says what an image and a learning event cost.
///
/// Judging sends no pulse, since weights are counters in memory (`reset` mode): its junction part is 0.
/// Learning events are those of the run that made the network, `presented` presentations, by the
/// amplitude codes that were pulsed.
pub fn tell(
    network: &impl Learner,
    found: &Evaluation,
    views: usize,
    presented: u64,
    device: &Device,
    outcome: &mut Outcome,
) {
    let energy = &device.energy;
    let per = |joule: f64, count: u64| NANO * joule / count.max(1) as f64;
    let inferred = found.images * views as u64;
    let judging = network.inference_operations(found.events, inferred, found.firing_neurons);
    let judging = per(energy.operations_joule(&judging), found.images);

    let pulsed = network.pulsed();
    let events = pulsed.counts.total();
    let in_device = pulsed.counts.joule(device);
    let in_logic = energy.operations_joule(&network.teaching_operations());

    outcome.set("energy_image_device_nj", 0.0);
    outcome.set("energy_image_cmos_nj", judging);
    outcome.set("learning_events", events);
    outcome.set("energy_learning_event_device_nj", per(in_device, events));
    outcome.set("energy_learning_event_cmos_nj", per(in_logic, events));
    outcome.set("energy_teaching_image_device_nj", per(in_device, presented));
    outcome.set("energy_teaching_image_cmos_nj", per(in_logic, presented));
    outcome.line(format!(
        "energy an image judged: junctions 0 nJ (weights are counters in memory), logic {judging:.3} nJ"
    ));
    outcome.line(format!(
        "energy a learning event (a cell pulsed): junctions {:.4} nJ, logic {:.5} nJ; {events} events in {presented} presentations",
        per(in_device, events),
        per(in_logic, events)
    ));
    outcome.line(format!(
        "energy of teaching, mean of a presentation: junctions {:.2} nJ, logic {:.3} nJ",
        per(in_device, presented),
        per(in_logic, presented)
    ));
    outcome.line("constants, with what is assumed: `spinloom device show`; set them in [energy] of a --device file");
}
