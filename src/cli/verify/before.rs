//! What is settled before long work.

use crate::config::{self, DataChoice, Settings};
use crate::data::Images;
use crate::verify::simulator::Simulator;
use crate::{Error, Result};

/// The simulators asked for.
pub fn simulators(settings: &Settings) -> Vec<Simulator> {
    match settings.verify.simulator {
        config::Simulator::Verilator => vec![Simulator::Verilator],
        config::Simulator::Icarus => vec![Simulator::Icarus],
        config::Simulator::Both => vec![Simulator::Verilator, Simulator::Icarus],
    }
}

/// Before long work: every tool is there.
pub fn find_simulators(settings: &Settings) -> Result<()> {
    let missing = simulators(settings).iter().find_map(|s| s.find().err());
    let Some(missing) = missing else {
        return Ok(());
    };
    let other = simulators(settings) != [Simulator::Icarus] && Simulator::Icarus.find().is_ok();
    Err(Error::Tool(match other {
        true => format!(
            "{missing}; Icarus Verilog is here, and slow: `--simulator icarus --lanes 20 --train 20 --test 20`"
        ),
        false => missing.to_string(),
    }))
}

/// The test images of a comparison: utterances stand digit by digit.
pub fn judged_by(settings: &Settings, test: Images) -> Images {
    match settings.data {
        DataChoice::Speech(..) => test.balanced(settings.verify.test_images),
        _ => test,
    }
}
