//! A rule table of one's own: what a pair of STDP types under the modulator learns, beside the reset
//! table (depression where the modulator is negative, potentiation where it is positive).
use spinloom::data::embedded;
use spinloom::encoder::Code;
use spinloom::golden::eval::Views;
use spinloom::golden::{TrainOptions, Trainer, evaluate};
use spinloom::spec::{Pairs, RuleEntry, Spec};

/// Learns and judges: `cargo run --release --example custom_rules`.
pub fn main() -> spinloom::Result<()> {
    let data = embedded::load(1);
    let mut options = TrainOptions::default();
    options.encoder.code = Code::Ttfs;
    // the letters: where a row spiked not after the neuron (dt >= 0), and where it did or was silent
    for [negative, positive] in [["D0", "P0"], ["DP", "PD"], ["DD", "P0"]] {
        let entry = |name| RuleEntry::of_type(name, Pairs::Reset).map(RuleEntry::bits);
        let table = [entry(negative), entry(positive), None, None];
        let spec = Spec::new(784, 100, 100)?.with_steps(4)?;
        let spec = spec.with_rules(table)?;
        let mut trainer = Trainer::new(&spec, options, &data.train)?;
        trainer.run(&data.train, trainer.total(), |_| true)?;
        let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One)?;
        let accuracy = found.accuracy_percent();
        println!("negative {negative}, positive {positive}: {accuracy:.2} %");
    }
    Ok(())
}
