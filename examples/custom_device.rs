//! Junctions of one's own: steeper curves that differ, a network that learns with them, and its Verilog.
//!
//!     cargo run --release --example custom_device

use spinloom::data::embedded;
use spinloom::device::Device;
use spinloom::emit::package::Design;
use spinloom::golden::eval::Views;
use spinloom::golden::{TrainOptions, Trainer, evaluate, start_network};
use spinloom::spec::Spec;

/// Learns, judges, and writes the Verilog.
pub fn main() -> spinloom::Result<()> {
    let mut device = Device::default();
    for (k, curve) in device.curves.iter_mut().enumerate() {
        curve.centre_volt *= 1.0 + 0.002 * k as f64; // V: left and right, AP to P and P to AP apart
        curve.slope_per_volt *= 1.5;
    }
    let tables = device.tables().to_words();
    let mut spec = Spec::new(784, 100, 20)?; // rows, columns, lanes
    spec.thresholds = Some(tables);

    let data = embedded::load(1);
    let options = TrainOptions::default();
    let mut trainer = Trainer::new(&spec, options, &data.train)?;
    trainer.run(&data.train, trainer.total(), |_| true)?;
    let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One)?;
    println!("test accuracy {:.2} %", found.accuracy_percent());

    let text = device.to_toml(|_| None);
    let design = Design {
        spec: &spec,
        name: "custom_device",
        seed: 1,
        lfsr_start: start_network(&spec, 1)?.0.lfsr.state(),
        tables,
        device: Some(&text),
        weights: None,
    };
    println!("{} Verilog modules", design.verilog()?.len());
    Ok(())
}
