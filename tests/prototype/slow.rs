//! Scheme "prototype" written a second time, slowly and literally: membranes, a threshold that falls,
//! the first to fire. It shares nothing with the golden model but its state at the start.

use spinloom::golden::Prototype;

const CLASSES: usize = 10;

/// A neuron.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Neuron {
    pub weights: Vec<i32>,
    pub biases: Vec<i32>,
    pub wins: Vec<i32>,
    pub recruited: bool,
}

/// A core.
#[derive(Clone, Debug)]
pub struct Slow {
    parts: Vec<Option<u8>>,
    num_compartments: usize,
    thresholds: Vec<u16>,
    pub neurons: Vec<Neuron>,
    pub lfsr: u16,
    pub draws: u32,
}

fn sp(weight: i32) -> i32 {
    (64.0 * (1.0 + (f64::from(weight) / 4.0).exp()).ln()).round() as i32
}

/// The threshold falls from 0, where no score of an exact bias can be; the lowest of those that
/// reach it first fires.
fn first_to_fire(scores: &[Option<i32>]) -> Option<(usize, i32)> {
    if scores.iter().all(Option::is_none) {
        return None;
    }
    assert!(scores.iter().flatten().all(|&score| score <= 0));
    (0..).map(|step: i32| -step).find_map(|threshold| {
        let fires = |score: &Option<i32>| score.is_some_and(|score| score >= threshold);
        scores.iter().position(fires).map(|at| (at, threshold))
    })
}

impl Slow {
    /// The state of the golden model.
    pub fn of(network: &Prototype) -> Self {
        let (spec, sizes) = (network.spec(), network.sizes());
        let neuron = |column| {
            let compartments = 0..sizes.num_compartments();
            Neuron {
                weights: (0..spec.rows)
                    .map(|row| i32::from(network.weights(row)[column]))
                    .collect(),
                biases: compartments
                    .clone()
                    .map(|q| network.neurons().biases(q)[column])
                    .collect(),
                wins: compartments
                    .map(|q| i32::from(network.neurons().wins(q)[column]))
                    .collect(),
                recruited: network.neurons().recruited()[column],
            }
        };
        Slow {
            parts: sizes.parts().to_vec(),
            num_compartments: sizes.num_compartments(),
            thresholds: network.tables.words().take(16).copied().collect(),
            neurons: (0..spec.columns).map(neuron).collect(),
            lfsr: network.lfsr.state(),
            draws: network.counters.0[3],
        }
    }

    /// Membranes of a neuron's compartments: each starts at minus its bias and integrates.
    fn membranes(&self, neuron: &Neuron, active: &[bool]) -> Vec<i32> {
        let mut membranes: Vec<i32> = neuron.biases.iter().map(|bias| -bias).collect();
        for (row, part) in self.parts.iter().enumerate() {
            if let Some(part) = part.filter(|_| active[row]) {
                membranes[usize::from(part)] += 16 * neuron.weights[row];
            }
        }
        membranes
    }

    /// An image: class before teaching, and whether nobody was recruited.
    pub fn present(&mut self, rows: &[u16], label: Option<u8>) -> (u8, bool) {
        let mut active = vec![false; self.parts.len()];
        rows.iter().for_each(|&row| active[usize::from(row)] = true);
        let membranes: Vec<Vec<i32>> = self
            .neurons
            .iter()
            .map(|neuron| self.membranes(neuron, &active))
            .collect();
        let soma = |column: usize| membranes[column].iter().sum::<i32>();
        let group = self.neurons.len() / CLASSES;
        let class_sum = |class: usize| -> Option<i32> {
            let best = |q: usize| {
                let score = |j: usize| {
                    let score = 7 * membranes[j][q] + soma(j);
                    self.neurons[j].recruited.then_some(score)
                };
                let scores: Vec<_> = (class * group..(class + 1) * group).map(score).collect();
                first_to_fire(&scores).map(|(_, threshold)| threshold)
            };
            (0..self.num_compartments).map(best).sum()
        };
        let sums: Vec<Option<i32>> = (0..CLASSES).map(class_sum).collect();
        let most = sums.iter().flatten().max().copied();
        let class = sums.iter().position(|&s| s == most).unwrap_or(0);
        if let Some(label) = label.map(usize::from).filter(|&label| label < CLASSES) {
            let columns: Vec<usize> = (label * group..(label + 1) * group).collect();
            match columns.iter().find(|&&j| !self.neurons[j].recruited) {
                Some(&j) => self.recruit(j, &active),
                None => {
                    let winners: Vec<usize> = (0..self.num_compartments)
                        .map(|q| {
                            let score = |&j: &usize| {
                                let wins = self.neurons[j].wins[q];
                                Some(5 * membranes[j][q] + 3 * soma(j) - 512 * wins)
                            };
                            let scores: Vec<_> = columns.iter().map(score).collect();
                            columns[first_to_fire(&scores).unwrap().0]
                        })
                        .collect();
                    self.learn(&winners, &active);
                }
            }
        }
        (class as u8, most.is_none())
    }

    fn recruit(&mut self, column: usize, active: &[bool]) {
        let neuron = &mut self.neurons[column];
        neuron.recruited = true;
        neuron.wins.fill(1);
        neuron.biases.fill(0);
        for (row, part) in self.parts.iter().enumerate() {
            if let Some(part) = part {
                neuron.weights[row] = if active[row] { 8 } else { -8 };
                neuron.biases[usize::from(*part)] += sp(neuron.weights[row]);
            }
        }
    }

    fn learn(&mut self, winners: &[usize], active: &[bool]) {
        let mut offsets = Vec::new();
        for (q, &j) in winners.iter().enumerate() {
            let wins = &mut self.neurons[j].wins[q];
            *wins = 127.min(*wins + 1);
            offsets.push(if *wins < 4 {
                2
            } else if *wins < 16 {
                1
            } else {
                0
            });
        }
        for (row, &active) in active.iter().enumerate() {
            for _ in 0..16 {
                let odd = self.lfsr % 2 == 1;
                self.lfsr /= 2;
                if odd {
                    self.lfsr ^= 0xB400;
                }
            }
            self.draws += 1;
            let Some(part) = self.parts[row] else {
                continue;
            };
            let part = usize::from(part);
            let column = winners[part];
            let neuron = &mut self.neurons[column];
            let weight = neuron.weights[row];
            let code = if active {
                7 - weight.div_euclid(4) + offsets[part]
            } else {
                8 + weight.div_euclid(4) + offsets[part]
            };
            let turned = self.lfsr.rotate_left(column as u32 % 16);
            let word = turned ^ ((column / 16) * 0x9E37) as u16;
            if word < self.thresholds[code.clamp(0, 15) as usize] {
                let moved = if active { weight + 1 } else { weight - 1 };
                neuron.weights[row] = moved.clamp(-31, 31);
            }
        }
        // the bias once more from scratch
        for (q, &j) in winners.iter().enumerate() {
            let neuron = &mut self.neurons[j];
            let of_part = (0..self.parts.len()).filter(|&row| self.parts[row] == Some(q as u8));
            neuron.biases[q] = of_part.map(|row| sp(neuron.weights[row])).sum();
        }
    }
}
