//! A network of one's own, no images: four classes of spike patterns on 32 rows, and its Verilog.
//!
//!     cargo run --release --example own_network

use spinloom::emit::package::Design;
use spinloom::golden::{Model, Silent};
use spinloom::spec::Spec;

/// Rows of a pattern: eight of its class, less one, and one stray row.
fn pattern(class: u8, number: u16) -> Vec<u16> {
    let own = (0..8).filter(|k| *k != number % 8);
    let mut rows: Vec<u16> = own.map(|k| u16::from(class) * 8 + k).collect();
    rows.push((u16::from(class) * 8 + 11 + number) % 32);
    rows
}

/// Learns, judges, and writes the Verilog.
pub fn main() -> spinloom::Result<()> {
    let mut spec = Spec::new(32, 16, 4)?; // rows, columns, lanes
    spec.learning.threshold = 120; // weight steps: few rows are active here
    let mut model = Model::start(&spec, 7)?;
    for number in 0..400 {
        for class in 0..4 {
            model.present(&pattern(class, number), Some(class), &mut Silent);
        }
    }
    let mut correct = 0;
    for number in 1000..1100 {
        for class in 0..4 {
            let found = model.present(&pattern(class, number), None, &mut Silent);
            correct += u32::from(found.class == class);
        }
    }
    println!("{correct} of 400 patterns");
    let design = Design {
        spec: &spec,
        name: "own_network",
        seed: 7,
        lfsr_start: model.lfsr().state(),
        tables: model.tables().to_words(),
        device: None,
        weights: None,
    };
    println!("{} Verilog modules", design.verilog()?.len());
    Ok(())
}
