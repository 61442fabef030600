//! Files for viewers of waves: signals in groups by block, states by name.
//!
//! A table of names is a text file of lines `VALUE NAME` (values in binary): GTKWave reads it as a
//! translate filter, Surfer as a mnemonic translator. States come from the emitted Verilog itself: the
//! constants that a module compares its `state_q` with. Types and classes come from `spec`.

use super::dump::Signal;
use super::steps::PHASES;
use super::taps::core_scope;
use crate::spec::{NUM_CLASSES, RuleEntry};
use std::collections::BTreeMap;

/// Lanes that are shown.
const LANES: usize = 8;
/// Bits of a class, and of a rule without its offset.
const CLASS_BITS: usize = 4;
const RULE_BITS: usize = 5;

/// Values and their names.
pub type Names = BTreeMap<u32, String>;

/// The names of a module's states, by value: its constants that `state_q` is compared with or set to.
pub fn states(verilog: &str) -> Names {
    let named = |name: &str| {
        [format!("state_q == {name}"), format!("state_d = {name};")]
            .iter()
            .any(|use_of| {
                verilog.match_indices(use_of.as_str()).any(|(at, text)| {
                    // not the beginning of a longer name
                    let behind = verilog[at + text.len()..].chars().next();
                    text.ends_with(';')
                        || !behind.is_some_and(|c| c.is_ascii_alphanumeric() || c == '_')
                })
            })
    };
    let constants = verilog.lines().filter_map(|line| {
        let (_, constant) = line.trim().strip_prefix("localparam ")?.split_once("] ")?;
        let (name, value) = constant.strip_suffix(';')?.split_once(" = ")?;
        let (_, value) = value.split_once('\'')?;
        let (base, digits) = value.split_at_checked(1)?;
        let radix = if base == "h" { 16 } else { 10 };
        let value = u32::from_str_radix(digits, radix).ok()?;
        named(name).then(|| (value, name.to_owned()))
    });
    constants.collect()
}

/// A signal's table, where its values have names.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Table {
    name: String,
    bits: usize,
    names: Names,
}

impl Table {
    fn text(&self) -> String {
        let line =
            |(value, name): (&u32, &String)| format!("{value:0bits$b} {name}\n", bits = self.bits);
        self.names.iter().map(line).collect()
    }
}

/// What is written beside a dump.
pub struct Viewers<'a> {
    /// The dump's signals.
    pub signals: &'a [Signal],
    /// Every module of the core: name and text.
    pub modules: &'a [(String, String)],
    /// The dump as the viewers find it.
    pub dump: &'a str,
    /// What tables are named by, before their own name.
    pub tables: &'a str,
}

impl Viewers<'_> {
    /// The tables of all signals that are shown: name and text.
    pub fn tables(&self) -> BTreeMap<String, String> {
        let groups = self.groups();
        let signals = groups.iter().flat_map(|(_, signals)| signals);
        let tables = signals.filter_map(|signal| self.table(signal));
        tables
            .map(|table| (table.name.clone(), table.text()))
            .collect()
    }

    /// Ports first, then block by block, then the lanes; of a block its ports and registers.
    fn groups(&self) -> Vec<(String, Vec<&Signal>)> {
        let Some(core) = core_scope(self.signals) else {
            return self.steps();
        };
        let core = core.as_str();
        let bench = core.rsplit_once('.').map_or("", |(bench, _)| bench);
        let mut groups: BTreeMap<(usize, usize, String), Vec<&Signal>> = BTreeMap::new();
        for signal in self.signals {
            let (scope, name) = (signal.scope(), &signal.path[signal.scope().len()..]);
            let is_port = name.ends_with("_i") || name.ends_with("_o");
            let shown = is_port && ![".clk_i", ".rst_ni"].contains(&name) || name.ends_with("_q");
            let counts = [
                ".cycle",
                ".num_sent",
                ".num_captured",
                ".num_done",
                ".num_told",
            ];
            let key = if scope == bench && counts.contains(&name) {
                (0, 0, "images".to_owned())
            } else if scope == core && (shown || name == ".clk_i") {
                (1, 0, "ports".to_owned())
            } else if let Some(inside) = scope.strip_prefix(core) {
                let inside = inside.trim_start_matches('.');
                match inside
                    .strip_prefix("u_array.gen_lane[")
                    .and_then(|lane| lane.split_once(']'))
                {
                    Some((lane, _)) => match lane.parse::<usize>() {
                        Ok(lane) if lane < LANES && name.ends_with("_q") => {
                            (3, lane, format!("lane {lane}"))
                        }
                        _ => continue,
                    },
                    None if shown && !inside.contains('.') && !inside.is_empty() => {
                        (2, 0, inside.trim_start_matches("u_").to_owned())
                    }
                    // a block within a block: what has names
                    None if shown && self.table(signal).is_some() => {
                        let block = inside.split('.').next().unwrap_or(inside);
                        (2, 0, block.trim_start_matches("u_").to_owned())
                    }
                    None => continue,
                }
            } else {
                continue;
            };
            groups.entry(key).or_default().push(signal);
        }
        groups
            .into_iter()
            .map(|((_, _, name), signals)| (name, signals))
            .collect()
    }

    /// Of a dump of steps: scope by scope, without constants.
    fn steps(&self) -> Vec<(String, Vec<&Signal>)> {
        let mut groups: Vec<(String, Vec<&Signal>)> = Vec::new();
        for signal in self.signals.iter().filter(|s| s.scope() != "arch.core") {
            let scope = signal.scope().trim_start_matches("arch.");
            match groups.iter_mut().find(|(name, _)| name == scope) {
                Some((_, signals)) => signals.push(signal),
                None => groups.push((scope.to_owned(), vec![signal])),
            }
        }
        groups
    }

    fn table(&self, signal: &Signal) -> Option<Table> {
        let (scope, name) = signal.path.rsplit_once('.')?;
        let bits = signal.width as usize;
        let table = |name: &str, names: Names| {
            (!names.is_empty()).then(|| Table {
                name: name.to_owned(),
                bits,
                names,
            })
        };
        let stem = ["_i", "_o", "_q"]
            .iter()
            .find_map(|end| name.strip_suffix(end))
            .unwrap_or(name);
        match stem {
            "state" => {
                let block = scope.rsplit('.').next()?.strip_prefix("u_")?;
                let (_, text) = self.modules.iter().find(|(module, _)| module == block)?;
                table(block, states(text))
            }
            "rule" if bits == RULE_BITS => {
                let rules = 0..1u8 << RULE_BITS;
                table(
                    "type",
                    rules
                        .map(|rule| (rule.into(), RuleEntry::type_name(rule)))
                        .collect(),
                )
            }
            "class" | "res_class" | "label" | "rival" if bits == CLASS_BITS => {
                let classes = 0..NUM_CLASSES as u32;
                table(
                    "class",
                    classes
                        .map(|class| (class, format!("class_{class}")))
                        .collect(),
                )
            }
            "phase" if scope == "arch" => {
                table("phase", (0..).zip(PHASES.map(str::to_owned)).collect())
            }
            "ev_kind" | "kind" if stem == "ev_kind" || scope == "arch.event" => {
                let kinds = ["ROW", "STEP", "LAST", "RESERVED"];
                table("event", (0..).zip(kinds.map(str::to_owned)).collect())
            }
            _ => None,
        }
    }

    /// A save file: groups, formats, filters.
    pub fn gtkwave(&self) -> String {
        let groups = self.groups();
        let mut text = format!("[dumpfile] \"{}\"\n[timestart] 0\n", self.dump);
        let mut filters: Vec<String> = Vec::new();
        for (place, (name, signals)) in groups.iter().enumerate() {
            // the first groups are open, and those of steps
            let [begin, end] = if place < 2 || core_scope(self.signals).is_none() {
                ["@800200", "@1000200"]
            } else {
                ["@c00200", "@1401200"]
            };
            text += &format!("{begin}\n-{name}\n");
            for signal in signals {
                let Signal { path, range, .. } = signal;
                match self.table(signal) {
                    Some(table) => {
                        let file = format!("{}.{}.txt", self.tables, table.name);
                        let known = filters.iter().position(|filter| *filter == file);
                        let number = known.unwrap_or_else(|| {
                            filters.push(file.clone());
                            filters.len() - 1
                        });
                        text += &format!("@2028\n^{} {file}\n{path}{range}\n", number + 1);
                    }
                    None => text += &format!("{}\n{path}{range}\n", Format::of(signal).gtkwave()),
                }
            }
            text += &format!("{end}\n-{name}\n");
        }
        text
    }

    /// A command file: a divider a group, formats by the number of an item.
    pub fn surfer(&self) -> String {
        let groups = self.groups();
        let stem = self.tables.rsplit('/').next().unwrap_or(self.tables);
        let mut text = String::new();
        let mut formats = Vec::new();
        let mut item = 0usize;
        for (name, signals) in &groups {
            text += &format!("divider_add {name}\n");
            item += 1;
            for signal in signals {
                text += &format!("variable_add {}\n", signal.path);
                let format = match self.table(signal) {
                    Some(table) => Some(format!("{stem}.{}", table.name)),
                    None => Format::of(signal).surfer().map(str::to_owned),
                };
                formats.extend(format.map(|format| (item, format)));
                item += 1;
            }
        }
        let digits = item.max(1).ilog(16) as usize + 1;
        for (item, format) in formats {
            text += &format!(
                "item_focus {}\nitem_set_format {format}\n",
                letters(item, digits)
            );
        }
        text + "item_unfocus\nzoom_fit\n"
    }
}

/// How Surfer numbers its items: hexadecimal, with the letters a to p for digits.
fn letters(item: usize, digits: usize) -> String {
    let digit = |at: usize| char::from(b'a' + (item >> (4 * at) & 15) as u8);
    (0..digits).rev().map(digit).collect()
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Format {
    Bit,
    Unsigned,
    Signed,
    Hexadecimal,
}

impl Format {
    fn of(signal: &Signal) -> Self {
        let name = signal.path.rsplit('.').next().unwrap_or_default();
        let signed = ["membrane", "drive", "weight", "cell", "beyond"];
        match signal.width {
            1 => Format::Bit,
            _ if name.contains("state") => Format::Hexadecimal,
            // states of a pair
            2 => Format::Unsigned,
            3..=32
                if signal.scope() != "arch.neuron"
                    && signed.iter().any(|word| name.starts_with(word)) =>
            {
                Format::Signed
            }
            3..=32 => Format::Unsigned,
            _ => Format::Hexadecimal,
        }
    }

    fn gtkwave(self) -> &'static str {
        match self {
            Format::Bit => "@28",
            Format::Unsigned => "@24",
            Format::Signed => "@420",
            Format::Hexadecimal => "@22",
        }
    }

    /// None: what it takes anyway.
    fn surfer(self) -> Option<&'static str> {
        match self {
            Format::Unsigned => Some("Unsigned"),
            Format::Signed => Some("Signed"),
            Format::Bit | Format::Hexadecimal => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_what_the_state_is_compared_with() {
        let text = "  localparam [3:0] IDLE = 4'd0;\n  localparam [3:0] ID = 4'd7;\n  \
                    localparam [3:0] FILL = 4'ha;\n  localparam [3:0] FLUSH = 4'd0;\n  \
                    assign idle_o = state_q == IDLE;\n  state_d = FILL;\n  timer_q == FLUSH;\n";
        let names: Vec<_> = states(text).into_iter().collect();
        assert_eq!(names, [(0, "IDLE".to_owned()), (10, "FILL".to_owned())]);
    }

    #[test]
    fn items_of_surfer() {
        assert_eq!(letters(0, 1), "a");
        assert_eq!(letters(0x2f, 2), "cp");
    }
}
