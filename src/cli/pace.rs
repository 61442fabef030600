//! The pace of a core in a command that trains no network of its own: one is trained as the settings
//! say, and judged by the test images.

use super::dataset;
use super::train::options;
use crate::Result;
use crate::config::Settings;
use crate::data::Dataset;
use crate::golden::pace::{Pace, pace};
use crate::golden::weights::Stored;
use crate::golden::{Network, Prototype, TrainerOf};
use crate::spec::{Scheme, Spec};

/// Of each of these cores, which differ from the settings' in lanes alone.
pub fn of_cores(settings: &Settings, data: &Dataset, cores: &[Spec]) -> Result<Vec<Pace>> {
    match settings.spec.scheme {
        Scheme::Modulated => of::<Network>(settings, data, cores),
        Scheme::Prototype(_) => of::<Prototype>(settings, data, cores),
    }
}

fn of<N: Stored>(settings: &Settings, data: &Dataset, cores: &[Spec]) -> Result<Vec<Pace>> {
    let mut trainer = TrainerOf::<N>::new(&settings.spec, options(settings), &data.train)?;
    trainer.run(&data.train, u64::MAX, |_| true)?;
    let encoder = dataset::encoder(settings);
    let of_core = |core| {
        let network = trainer.network.clone().on_core(core)?;
        pace(&network, &data.test, encoder)
    };
    cores.iter().map(of_core).collect()
}
