//! Plays vectors through a cell in rust-hdl, and the same vectors through its Verilog.

use rust_hdl::prelude::Block;
use spinloom::hdl::print;
use spinloom::hdl::sim::Leaf;
use spinloom::verify::simulator::{Simulation, Simulator, Verdict};
use std::fmt::Write;
use std::time::Duration;

/// One cell: its modules, ports and vectors.
struct Cell {
    name: String,
    modules: Vec<(String, String)>,
    has_clock: bool,
    inputs: Vec<(&'static str, usize)>,
    outputs: Vec<(&'static str, usize)>,
    /// Inputs, outputs, and whether the outputs are to be compared.
    vectors: Vec<(Vec<u128>, Vec<u128>, bool)>,
}

/// Cells that are simulated together.
#[derive(Default)]
pub struct Bench {
    cells: Vec<Cell>,
}

/// The simulators at hand; a missing one fails where tools are required.
pub fn simulators() -> Vec<Simulator> {
    let found = |s: &Simulator| match s.find() {
        Ok(()) => true,
        Err(e) if std::env::var_os("REQUIRE_TOOLS").is_some() => panic!("{e}"),
        Err(e) => {
            println!("SKIP ({e})");
            false
        }
    };
    [Simulator::Icarus, Simulator::Verilator]
        .into_iter()
        .filter(found)
        .collect()
}

impl Bench {
    /// Adds a cell. `golden` gives the outputs for the inputs, `None` where they do not matter yet.
    pub fn add<B: Block>(
        &mut self,
        name: &str,
        mut leaf: Leaf<B>,
        vectors: impl IntoIterator<Item = Vec<u128>>,
        mut golden: impl FnMut(&[u128]) -> Vec<Option<u128>>,
    ) {
        leaf.block.connect_all();
        // every module of a cell gets the cell's name in front: cells are simulated together
        let modules = print(name, &[], &leaf.block).unwrap();
        let names: Vec<String> = modules.iter().map(|m| m.name.clone()).collect();
        let modules = modules
            .into_iter()
            .map(|m| {
                let text = names
                    .iter()
                    .filter(|n| *n != name)
                    .fold(m.text, |text, inner| {
                        text.replace(
                            &format!("module {inner}"),
                            &format!("module {name}_{inner}"),
                        )
                        .replace(&format!("  {inner} "), &format!("  {name}_{inner} "))
                    });
                (format!("{name}_{}", m.name), text)
            })
            .collect();
        let widths = |pins: &[spinloom::hdl::sim::PinOf<B>], block: &mut B| {
            pins.iter()
                .map(|p| (p.name, (p.pin)(block).bits()))
                .collect::<Vec<_>>()
        };
        let mut cell = Cell {
            name: name.into(),
            modules,
            has_clock: leaf.clock.is_some(),
            inputs: widths(&leaf.inputs, &mut leaf.block),
            outputs: widths(&leaf.outputs, &mut leaf.block),
            vectors: vec![],
        };
        for (number, inputs) in vectors.into_iter().enumerate() {
            let outputs = leaf.step(&inputs).expect("the cell settles");
            let wanted = golden(&inputs);
            assert_eq!(wanted.len(), outputs.len(), "{name}: one value an output");
            for ((expected, got), (port, _)) in wanted.iter().zip(&outputs).zip(&cell.outputs) {
                if let Some(expected) = expected {
                    assert_eq!(
                        expected, got,
                        "{name}, vector {number}, `{port}`: golden, rust-hdl"
                    );
                }
            }
            let compared = wanted.iter().all(Option::is_some);
            cell.vectors.push((inputs, outputs, compared));
        }
        self.cells.push(cell);
    }

    /// Puts a fault into the Verilog of the first cell.
    pub fn damage(&mut self, before: &str, behind: &str) {
        let modules = &mut self.cells[0].modules;
        let (_, text) = modules
            .iter_mut()
            .find(|(_, text)| text.contains(before))
            .unwrap();
        *text = text.replacen(before, behind, 1);
    }

    /// Makes one expected output wrong.
    pub fn spoil(&mut self) {
        let last = self.cells[0].vectors.last_mut().unwrap();
        last.1[0] ^= 1;
        assert!(last.2);
    }

    /// The Verilog gives what rust-hdl gave.
    pub fn run(&self, simulator: Simulator) {
        assert!(self.passes(simulator), "a cell differs in {simulator:?}");
    }

    /// Whether it does.
    pub fn passes(&self, simulator: Simulator) -> bool {
        let dir = tempfile::tempdir().unwrap();
        let mut sources = vec![];
        for cell in &self.cells {
            for (module, text) in &cell.modules {
                let path = dir.path().join(format!("{module}.v"));
                std::fs::write(&path, text).unwrap();
                sources.push(path);
            }
            std::fs::write(dir.path().join(format!("{}.hex", cell.name)), cell.hex()).unwrap();
        }
        let path = dir.path().join("tb.v");
        std::fs::write(&path, self.testbench()).unwrap();
        sources.push(path);
        let simulation = Simulation {
            work_dir: dir.path().into(),
            sources,
            top: "tb".into(),
            parameters: vec![],
            plusargs: vec![],
            timeout: Duration::from_secs(300),
        };
        let built = simulation.build(simulator).unwrap();
        let outcome = built
            .run(dir.path(), &[], Duration::from_secs(300))
            .unwrap();
        if outcome.verdict != Verdict::Pass {
            println!("{}", std::fs::read_to_string(&outcome.log).unwrap());
        }
        outcome.verdict == Verdict::Pass
    }

    fn testbench(&self) -> String {
        let mut text = String::from("`timescale 1ns/1ps\nmodule tb;\n  reg clk;\n");
        let mut play = String::from("  initial begin\n    clk = 0;\n");
        for cell in &self.cells {
            cell.write(&mut text, &mut play);
        }
        // the verdict comes at once: Verilator 5.006 loses a flag that is set in this loop
        play += "    $display(\"PASS\");\n    $finish;\n  end\n";
        text + &play + "endmodule\n"
    }
}

impl Cell {
    fn bits(ports: &[(&str, usize)]) -> usize {
        ports.iter().map(|(_, width)| width).sum()
    }

    /// One vector a line, {compared, outputs, inputs}, the first port lowest.
    fn hex(&self) -> String {
        let ports = self.inputs.iter().chain(&self.outputs);
        let widths: Vec<usize> = ports.map(|(_, width)| *width).collect();
        let mut text = String::new();
        for (inputs, outputs, compared) in &self.vectors {
            let values = inputs.iter().chain(outputs);
            let mut digits: Vec<char> = vec![];
            for (width, value) in widths.iter().zip(values) {
                digits.extend((0..*width).map(|i| if value >> i & 1 == 1 { '1' } else { '0' }));
            }
            digits.push(if *compared { '1' } else { '0' });
            text.extend(digits.iter().rev());
            text.push('\n');
        }
        text
    }

    fn write(&self, text: &mut String, play: &mut String) {
        let (name, num) = (&self.name, self.vectors.len());
        let (inputs, outputs) = (Self::bits(&self.inputs), Self::bits(&self.outputs));
        let total = inputs + outputs;
        writeln!(text, "  reg [{total}:0] {name}_vectors [0:{}];", num - 1).unwrap();
        writeln!(text, "  reg [{total}:0] {name}_in;").unwrap();
        writeln!(text, "  wire [{}:0] {name}_out;", outputs - 1).unwrap();
        writeln!(text, "  integer {name}_i;").unwrap();
        let mut pins = vec![];
        for (bus, ports) in [("in", &self.inputs), ("out", &self.outputs)] {
            let mut low = 0;
            for (port, width) in ports {
                pins.push(format!(".{port}({name}_{bus}[{}:{low}])", low + width - 1));
                low += width;
            }
        }
        if self.has_clock {
            pins.push(".clk_i(clk)".into());
        }
        writeln!(text, "  {name} u_{name} ({});", pins.join(", ")).unwrap();
        writeln!(
            play,
            "    $readmemb(\"{name}.hex\", {name}_vectors);\n\
             \x20   for ({name}_i = 0; {name}_i < {num}; {name}_i = {name}_i + 1) begin\n\
             \x20     {name}_in = {name}_vectors[{name}_i]; #4;\n\
             \x20     if ({name}_in[{total}] && {name}_out !== {name}_in[{}:{inputs}]) begin\n\
             \x20       $display(\"{name} vector %0d: %h, expected %h\", {name}_i,\n\
             \x20         {name}_out, {name}_in[{}:{inputs}]);\n\
             \x20       $display(\"FAIL\"); $finish; #1;\n\
             \x20     end\n\
             \x20     #1 clk = 1; #5 clk = 0;\n\
             \x20   end",
            total - 1,
            total - 1
        )
        .unwrap();
    }
}
