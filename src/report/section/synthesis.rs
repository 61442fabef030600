//! Cells by block, and the clock.

use super::Section;
use crate::Result;
use crate::report::chart::number;
use crate::report::parts::Parts;
use maud::{Markup, html};
use serde::Deserialize;

/// As `synth` prints it.
#[derive(Clone, Debug, Deserialize)]
pub struct Synthesis {
    array: String,
    lanes: u64,
    target: String,
    #[serde(flatten)]
    total: Cells,
    blocks: Vec<Block>,
    lut_sites: Option<f64>,
    logic_depth: Option<f64>,
    fmax_mhz: Option<f64>,
    critical_path: Option<String>,
}

#[derive(Clone, Debug, Deserialize)]
struct Block {
    name: String,
    count: u64,
    #[serde(flatten)]
    cells: Cells,
}

#[derive(Clone, Debug, Deserialize)]
struct Cells {
    #[serde(alias = "gates")]
    lut: f64,
    ff: f64,
    carry: f64,
    block_ram_kbit: Option<f64>,
    bram36: Option<f64>,
    area_um2: Option<f64>,
}

impl Section for Synthesis {
    const PART: &'static str = "synth";
    const ID: &'static str = "synthesis";
    const TITLE: &'static str = "Cells and clock";
    const MISSING: [&'static str; 2] = [
        "The core was not synthesized: it takes minutes, and Yosys (`make setup` installs it).",
        "spinloom synth FLAGS --target xc7 --json > FOLDER/synth.json; spinloom report FOLDER",
    ];

    fn show(&self, _: &Parts) -> Result<Option<Markup>> {
        let unit = if self.total.area_um2.is_some() {
            "Gates"
        } else {
            "LUT"
        };
        let most = self
            .blocks
            .iter()
            .map(|block| block.cells.lut)
            .fold(1.0, f64::max);
        Ok(Some(html! {
            p {
                "A core of " (self.array) ", " (self.lanes) " lanes, by Yosys for "
                (self.target) "."
                @if let Some(sites) = self.lut_sites {
                    " The whole takes " strong { (number(sites, 0)) " LUT sites" }
                    " (two small tables share one: Yosys\u{2019} estimate)."
                }
                " " (super::words(&self.clock()))
                @if let Some(depth) = self.logic_depth {
                    " The longest path is " (number(depth, 0)) " tables deep."
                }
            }
            div class="scroll" { table {
                thead { tr {
                    th { "Block" }
                    @for heading in [unit, "FF", "Carry", "RAM, Kbit"] {
                        th class="number" { (heading) }
                    }
                    th { (unit) " of the largest block" }
                } }
                tbody {
                    @for block in &self.blocks { tr {
                        th scope="row" {
                            (block.name)
                            @if block.count > 1 { " \u{d7}\u{2009}" (block.count) }
                        }
                        (cells(&block.cells))
                        td class="share" {
                            (super::rod("rod", 100.0 * block.cells.lut / most))
                        }
                    } }
                    tr class="total" {
                        th scope="row" { "Whole core, flattened" }
                        (cells(&self.total))
                        td {}
                    }
                }
            } }
            @if let Some(area) = self.total.area_um2 {
                p { "Area of the logic: " (number(area, 0)) " \u{b5}m\u{b2}." }
            }
            @if let Some(bram) = self.total.bram36 {
                p class="note" {
                    "Block RAM of 36 Kbit: " (number(bram, 1)) ". Blocks are counted before the "
                    "hierarchy is flattened, so they do not add up to the whole."
                }
            }
        }))
    }
}

impl Synthesis {
    fn clock(&self) -> String {
        match (self.fmax_mhz, &self.critical_path) {
            (Some(fmax), Some(path)) => {
                format!("Routed it reaches {} MHz ({path}).", number(fmax, 1))
            }
            (Some(fmax), None) => format!("Routed it reaches {} MHz.", number(fmax, 1)),
            (None, _) => {
                "It was not routed, so no clock is claimed: `spinloom synth --target ecp5 \
                          --pnr` routes it."
                    .to_owned()
            }
        }
    }
}

fn cells(cells: &Cells) -> Markup {
    let ram = cells
        .block_ram_kbit
        .map_or("\u{2013}".to_owned(), |ram| number(ram, 0));
    html! {
        @for count in [cells.lut, cells.ff, cells.carry] {
            td class="number" { (number(count, 0)) }
        }
        td class="number" { (ram) }
    }
}
