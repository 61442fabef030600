//! Who fires when: the integration steps of one image, one by one.

use super::Network;
use crate::blocks::lif::golden::{Neurons, accumulate, integrate_step};
use crate::spec::{InputCode, spike_row, spike_step};

impl Network {
    /// Spikes of an image, by integration step and then by column: `[step, column]`. Changes nothing.
    pub fn raster(&self, spikes: &[u16]) -> Vec<[usize; 2]> {
        let (stride, columns) = (self.stride(), self.spec.columns);
        let (mut partial, mut drives) = (vec![0; stride], vec![0; stride]);
        let (mut membranes, mut counts) = (vec![0; stride], vec![0; stride]);
        let mut first_steps = vec![0; stride];
        let mut fired = Vec::new();
        for step in 0..self.spec.code.integration_steps() {
            let is_now = |spike: &&u16| match self.spec.code {
                InputCode::Hold => true,
                InputCode::Pulse(_) => spike_step(**spike) == step,
            };
            let rows = spikes.iter().filter(is_now).map(|&spike| spike_row(spike));
            let rows = rows.chain([self.spec.rows]);
            accumulate(&self.w1, rows, &mut partial, &mut drives);
            let before = counts.clone();
            let mut neurons = Neurons {
                membranes: &mut membranes,
                counts: &mut counts,
                first_steps: &mut first_steps,
            };
            integrate_step(
                &drives,
                self.learning.threshold as i32,
                step as u8,
                &mut neurons,
            );
            let fires = |&column: &usize| counts[column] > before[column] && !self.silenced(column);
            fired.extend((0..columns).filter(fires).map(|column| [step, column]));
        }
        fired
    }

    fn silenced(&self, column: usize) -> bool {
        self.spec.mask && self.silent[column]
    }
}

#[cfg(test)]
mod tests {
    use crate::golden::{Silent, start_network};
    use crate::spec::{Spec, spike};

    #[test]
    fn as_many_spikes_as_the_whole_image_counts() {
        let hold = Spec::new(40, 16, 4).unwrap();
        let train = hold.clone().with_steps(3).unwrap();
        for spec in [hold, train] {
            let (mut network, _) = start_network(&spec, 5).unwrap();
            network.learning.threshold = 40;
            let last = spec.input_steps() - 1;
            let spikes: Vec<u16> = (0..20)
                .map(|row| spike(usize::from(row) * last / 19, row))
                .collect();
            let raster = network.raster(&spikes);
            network.infer(&spikes, &mut Silent);
            let of_column =
                |column| raster.iter().filter(|spike| spike[1] == column).count() as i16;
            let counts: Vec<i16> = (0..16).map(of_column).collect();
            assert_eq!(counts, network.counts()[..16]);
            assert!(!raster.is_empty() && raster.is_sorted());
        }
    }
}
