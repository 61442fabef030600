//! What `synth --target liberty=FILE` says beside its cells: memories, areas, energy of an image.

use super::output::Outcome;
use crate::golden::pace::Pace;
use crate::synth::Report;
use crate::synth::asic::Asic;
use crate::synth::asic::memories::Memory;
use serde_json::json;

/// Square micrometres of a square millimetre.
const MM2: f64 = 1e6;
/// Nanojoule of a joule.
const NANO: f64 = 1e9;

/// Areas of logic and memory apart.
pub fn tell(report: &Report, outcome: &mut Outcome) {
    let cells = report.total.area_um2;
    let Some(asic) = &report.asic else {
        outcome.line(format!(
            "area: logic {cells:.0} um2; memories are left out: no SRAM macro beside the liberty file, give --sram FILE"
        ));
        return;
    };
    let (on_macros, others): (Vec<&Memory>, Vec<&Memory>) = asic
        .memories
        .iter()
        .partition(|memory| memory.fit.is_some());
    for memory in on_macros {
        let macros = memory.fit.iter().flat_map(|fit| &fit.macros);
        let macros: Vec<String> = macros.map(|(name, n)| format!("{n} x {name}")).collect();
        let area = memory.fit.as_ref().map_or(0.0, |fit| fit.area_um2);
        outcome.line(format!(
            "{}, {} words of {} bits: {}, {area:.0} um2",
            memory.name,
            memory.words,
            memory.bits,
            macros.join(", ")
        ));
    }
    let shown: Vec<String> = others
        .iter()
        .map(|memory| format!("{} {}x{}", memory.name, memory.words, memory.bits))
        .collect();
    if !shown.is_empty() {
        outcome.line(format!(
            "too small for a macro, or read in the same cycle, and so flip-flops: {}",
            shown.join(", ")
        ));
    }
    let (in_cells, in_macros) = (asic.flip_flop_memories_um2, asic.macros_um2());
    outcome.line(format!(
        "area: logic {:.0} um2, memories in flip-flops {in_cells:.0} um2, SRAM {in_macros:.0} um2; together {:.3} mm2 of cells, without wires",
        cells - in_cells,
        (cells + in_macros) / MM2
    ));
    outcome.set("logic_area_um2", cells - in_cells);
    outcome.set("flip_flop_memory_area_um2", in_cells);
    outcome.set("sram_area_um2", in_macros);
    outcome.set("area_mm2", (cells + in_macros) / MM2);
    let memories = asic.memories.iter().map(|memory| {
        let fit = memory.fit.as_ref();
        let macros = fit.map(|fit| {
            let objects = fit.macros.iter();
            let objects = objects.map(|(name, count)| json!({"cell": name, "count": count}));
            objects.collect::<Vec<_>>()
        });
        json!({
            "name": memory.name,
            "words": memory.words,
            "bits": memory.bits,
            "macros": macros,
            "area_um2": fit.map(|fit| fit.area_um2),
        })
    });
    outcome.set("memories", memories.collect::<Vec<_>>());
}

/// Energy of an image judged: what the liberty files say of macros, clock pins and leakage. The logic's
/// own switching is not in it.
pub fn energy(asic: &Asic, pace: &Pace, clock_mhz: u32, outcome: &mut Outcome) {
    let read_joule = |names: [&str; 2]| {
        let of_name = |memory: &&Memory| names.contains(&memory.name.as_str());
        let memory = asic.memories.iter().find(of_name);
        let fit = memory.and_then(|memory| memory.fit.as_ref());
        fit.map_or(0.0, |fit| fit.read_joule)
    };
    let w1 = read_joule(["u_w1_memory"; 2]);
    let second = read_joule(["u_w2_memory", "u_neuron_memory"]);
    let used = NANO * (w1 * pace.w1_reads + second * pace.second_reads);
    let always = NANO * (w1 + second) * pace.interval;
    let clock = NANO * asic.clock_joule * pace.interval;
    let seconds = pace.interval / (f64::from(clock_mhz) * 1e6);
    let leakage = NANO * asic.leakage_watt * seconds;
    let of_macros = match w1 + second > 0.0 {
        true => format!(
            "SRAM {used:.1} nJ for the {:.0} words read and used, {always:.1} nJ where it reads in every cycle, as this RTL has no read enable; ",
            pace.w1_reads + pace.second_reads
        ),
        false => String::new(),
    };
    outcome.line(format!(
        "energy an image judged, mean of {} ({:.0} cycles at {clock_mhz} MHz): {of_macros}clock pins of the flip-flops {clock:.1} nJ, leakage {leakage:.2} nJ",
        pace.images, pace.interval
    ));
    outcome.line(
        "not given: switching of logic, small memories, wires and clock tree (no tool here gives their activity)",
    );
    outcome.set("cycles_image", pace.interval);
    outcome.set("sram_reads_image", pace.w1_reads + pace.second_reads);
    outcome.set("energy_image_sram_nj", used);
    outcome.set("energy_image_sram_every_cycle_nj", always);
    outcome.set("energy_image_clock_pins_nj", clock);
    outcome.set("energy_image_leakage_nj", leakage);
    outcome.set("energy_image_logic_nj", serde_json::Value::Null);
}
