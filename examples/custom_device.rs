//! Junctions of one's own: steeper curves that differ, a network that learns with them, its Verilog.
use spinloom::data::embedded;
use spinloom::device::Device;
use spinloom::emit::package::Design;
use spinloom::golden::eval::Views;
use spinloom::golden::{TrainOptions, Trainer, evaluate};
use spinloom::spec::Spec;

/// Learns, judges, writes the Verilog: `cargo run --release --example custom_device`.
pub fn main() -> spinloom::Result<()> {
    let mut device = Device::default();
    for (k, curve) in device.curves.iter_mut().enumerate() {
        curve.centre_volt *= 1.0 + 0.002 * k as f64; // V: left and right, AP to P and P to AP apart
        curve.slope_per_volt *= 1.5;
    }
    let (text, tables) = (device.to_toml(|_| None), device.tables().to_words());
    let mut spec = Spec::new(784, 100, 20)?; // rows, columns, lanes
    spec.thresholds = Some(tables);
    let (data, options) = (embedded::load(1), TrainOptions::default());
    let mut trainer = Trainer::new(&spec, options, &data.train)?;
    let lfsr = trainer.network.lfsr.state(); // as after a reset
    trainer.run(&data.train, trainer.total(), |_| true)?;
    let found = evaluate(&trainer.network, &data.test, options.encoder, Views::One)?;
    println!("test accuracy {:.2} %", found.accuracy_percent());
    let mut design = Design::new(&spec, "custom_device", 1, lfsr, tables);
    design.device = Some(&text);
    println!("{} Verilog modules", design.verilog()?.len());
    Ok(())
}
