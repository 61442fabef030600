//! The presentations of a run, in order: images, and shifted copies of them.

use super::train::{Order, TrainOptions};
use crate::blocks::draw::golden::Lfsr;
use crate::random::Stream;
use crate::spec::NUM_CLASSES;

/// One presentation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Item {
    /// The image.
    pub index: u32,
    /// View of the image, 0 the centre: see [`crate::encoder::Fitted::encode_view`].
    pub view: u8,
}

/// Where a class ends in a run class by class.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassEnd {
    /// The class.
    pub class: u8,
    /// Presentations up to its end.
    pub presented: u64,
}

/// The presentations, epoch by epoch.
#[derive(Clone, Debug)]
pub struct Plan {
    options: TrainOptions,
    stream: Stream,
    second: Lfsr,
    /// Images of a class without copies.
    without_copies: u64,
    /// Images of each class.
    of_class: [u64; NUM_CLASSES],
    /// Images of each class sent so far.
    sent: [u64; NUM_CLASSES],
    indices: Vec<u32>,
    items: Vec<Item>,
    num_begun: u64,
    /// Presentations before the epoch in progress.
    before: u64,
}

impl Plan {
    /// Nothing begun.
    pub fn new(
        options: TrainOptions,
        labels: &[u8],
        without_copies: usize,
        second: Lfsr,
        stream: Stream,
    ) -> Self {
        let mut indices: Vec<u32> = (0..labels.len() as u32).collect();
        if options.order == Order::ByClass {
            let places = options.class_order.places();
            indices.sort_by_key(|&index| places[usize::from(labels[index as usize])]);
        }
        let mut of_class = [0; NUM_CLASSES];
        labels
            .iter()
            .for_each(|&label| of_class[usize::from(label)] += 1);
        Plan {
            options,
            stream,
            second,
            without_copies: without_copies as u64,
            of_class,
            sent: [0; NUM_CLASSES],
            indices,
            items: Vec::new(),
            num_begun: 0,
            before: 0,
        }
    }

    /// Presentations of the images of a class in epoch `epoch`, copies included.
    fn presentations(&self, class: u8, epoch: u64) -> u64 {
        let images = self.of_class[usize::from(class)];
        let without = self.without_copies.saturating_sub(epoch * images);
        images + u64::from(self.options.extra) * images.saturating_sub(without)
    }

    /// Presentations of the whole run.
    pub fn total(&self) -> u64 {
        let classes = self.options.class_order.classes();
        let of_epoch = |epoch| -> u64 {
            let counts = classes.iter().map(|&c| self.presentations(c, epoch));
            counts.sum()
        };
        (0..u64::from(self.options.epochs)).map(of_epoch).sum()
    }

    /// Ends of the classes, of every epoch, where the run goes class by class; classes without
    /// images left out.
    pub fn class_ends(&self) -> Vec<ClassEnd> {
        if self.options.order != Order::ByClass {
            return Vec::new();
        }
        let mut presented = 0;
        let mut ends = Vec::new();
        for epoch in 0..u64::from(self.options.epochs) {
            for class in self.options.class_order.classes() {
                if self.of_class[usize::from(class)] > 0 {
                    presented += self.presentations(class, epoch);
                    ends.push(ClassEnd { class, presented });
                }
            }
        }
        ends
    }

    /// The epoch of presentation `presented` and what is left of it; epochs are begun as needed.
    pub fn rest(&mut self, presented: u64, labels: &[u8]) -> (u64, &[Item]) {
        while presented >= self.before + self.items.len() as u64 {
            self.begin_epoch(labels);
        }
        let position = (presented - self.before) as usize;
        (self.num_begun - 1, &self.items[position..])
    }

    fn begin_epoch(&mut self, labels: &[u8]) {
        if self.options.order == Order::Shuffled {
            self.stream.shuffle(&mut self.indices);
        }
        self.before += self.items.len() as u64;
        self.items.clear();
        self.num_begun += 1;
        for &index in &self.indices {
            self.items.push(Item { index, view: 0 });
            let sent = &mut self.sent[usize::from(labels[index as usize])];
            if *sent >= self.without_copies {
                for _ in 0..self.options.extra {
                    let view = 1 + (self.second.draw() & 3) as u8;
                    self.items.push(Item { index, view });
                }
            }
            *sent += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::spec::ClassOrder;

    fn plan(labels: &[u8], order: Order, extra: u8) -> Plan {
        let options = TrainOptions {
            epochs: 2,
            order,
            extra,
            class_order: ClassOrder::new(&[1, 0, 2, 3, 4, 5, 6, 7, 8, 9]).unwrap(),
            ..TrainOptions::default()
        };
        let second = Lfsr::new(1).unwrap();
        Plan::new(options, labels, 2, second, Stream::new(1))
    }

    /// Image and view of every presentation.
    fn all(plan: &mut Plan, labels: &[u8]) -> Vec<(u32, u8)> {
        let total = plan.total();
        let at = |presented| {
            let (_, rest) = plan.rest(presented, labels);
            (rest[0].index, rest[0].view)
        };
        (0..total).map(at).collect()
    }

    #[test]
    fn copies_come_once_the_group_is_full() {
        let labels = [0, 1, 0, 0, 1];
        let mut plan = plan(&labels, Order::ByClass, 2);
        let ends: Vec<(u8, u64)> = plan
            .class_ends()
            .iter()
            .map(|e| (e.class, e.presented))
            .collect();
        // class 1: 2 images without copies; class 0: 2 without and 1 with two copies; then all with
        assert_eq!(ends, [(1, 2), (0, 7), (1, 13), (0, 22)]);
        let shown = all(&mut plan, &labels);
        let images: Vec<u32> = shown.iter().map(|s| s.0).collect();
        assert_eq!(images[..7], [1, 4, 0, 2, 3, 3, 3]);
        assert_eq!(images[7..13], [1, 1, 1, 4, 4, 4]);
        let mut lfsr = Lfsr::new(1).unwrap();
        let copies = shown.iter().skip(5).filter(|s| s.1 > 0);
        let drawn: Vec<u8> = copies.map(|s| s.1).collect();
        assert_eq!(drawn.len(), 12);
        assert!(
            drawn
                .iter()
                .all(|&shift| shift == 1 + (lfsr.draw() & 3) as u8)
        );
    }

    #[test]
    fn without_copies_an_epoch_is_its_images() {
        let labels = [0, 1, 0];
        let mut plan = plan(&labels, Order::File, 0);
        assert_eq!(plan.total(), 6);
        assert!(plan.class_ends().is_empty());
        let images: Vec<u32> = all(&mut plan, &labels).iter().map(|s| s.0).collect();
        assert_eq!(images, [0, 1, 2, 0, 1, 2]);
    }
}
