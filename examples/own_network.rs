//! A network of one's own, no images: four classes of spike patterns on 32 rows, and its Verilog.
use spinloom::emit::package::Design;
use spinloom::golden::{Model, Silent};
use spinloom::spec::Spec;

/// Rows of a pattern: eight of its class, less one, and one stray row.
fn pattern(class: u8, number: u16) -> Vec<u16> {
    let (first, less) = (u16::from(class) * 8, number % 8);
    let own = (0..8).filter(|k| *k != less).map(|k| first + k);
    own.chain([(first + 11 + number) % 32]).collect()
}

/// Learns, judges, writes the Verilog: `cargo run --release --example own_network`.
pub fn main() -> spinloom::Result<()> {
    let mut spec = Spec::new(32, 16, 4)?; // rows, columns, lanes
    spec.learning.threshold = 120; // weight steps: few rows are active here
    let (mut model, mut correct) = (Model::start(&spec, 7)?, 0);
    for (number, class) in (0..500).flat_map(|number| (0..4).map(move |class| (number, class))) {
        let label = (number < 400).then_some(class); // the last hundred of a class are judged
        let found = model.present(&pattern(class, number), label, &mut Silent);
        correct += u32::from(label.is_none() && found.class == class);
    }
    println!("{correct} of 400 patterns");
    let (lfsr, tables) = (model.lfsr().state(), model.tables().to_words());
    let design = Design::new(&spec, "own_network", 7, lfsr, tables);
    println!("{} Verilog modules", design.verilog()?.len());
    Ok(())
}
