//! A rule table of one's own: what a pair of STDP types under the modulator learns, beside the reset
//! table (depression where the modulator is negative, potentiation where it is positive).
//!
//!     cargo run --release --example custom_rules

use spinloom::data::embedded;
use spinloom::encoder::{Code, Encoder};
use spinloom::golden::eval::Views;
use spinloom::golden::{TrainOptions, Trainer, evaluate};
use spinloom::spec::{Pairs, RuleEntry, Spec};

/// Learns, judges, and writes the Verilog.
pub fn main() -> spinloom::Result<()> {
    let data = embedded::load(1);
    let encoder = Encoder {
        code: Code::Ttfs,
        ..Encoder::default()
    };
    let options = TrainOptions {
        encoder,
        ..TrainOptions::default()
    };
    // the letters: where a row spiked not after the neuron (dt >= 0), and where it did or was silent
    for (negative, positive) in [("D0", "P0"), ("DP", "PD"), ("DD", "P0")] {
        let entry = |name| RuleEntry::of_type(name, Pairs::Reset).map(RuleEntry::bits);
        let spec = Spec::new(784, 100, 100)?.with_steps(4)?.with_rules([
            entry(negative),
            entry(positive),
            None,
            None,
        ])?;
        let mut trainer = Trainer::new(&spec, options, &data.train)?;
        trainer.run(&data.train, trainer.total(), |_| true)?;
        let found = evaluate(&trainer.network, &data.test, encoder, Views::One)?;
        let accuracy = found.accuracy_percent();
        println!("negative {negative}, positive {positive}: {accuracy:.2} %");
    }
    Ok(())
}
