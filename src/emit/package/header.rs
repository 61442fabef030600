//! The first lines of a generated file.

use super::Design;
use crate::files::hex_digest;
use crate::spec::prototype::WINS_BITS;
use crate::spec::{COUNT_BITS, InputCode, NUM_CODES, Prototype, Scheme, Spec, W2_BITS, WORD_BITS};
use std::fmt::Write as _;

/// How a language writes comments.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comment {
    /// `// text`
    Slashes,
    /// `# text`
    Hash,
}

/// Hexadecimal digits of the digest that are printed.
const DIGEST_DIGITS: usize = 16;

/// Characters of a command on one line.
const COMMAND_WIDTH: usize = 90;

/// Words of a value on one line.
const WORDS: usize = 16;

/// What a design is made of: (name, value).
pub fn parameters(design: &Design) -> Vec<(&'static str, String)> {
    let spec = design.spec;
    let numbers = [
        ("rows", spec.rows),
        ("columns", spec.columns),
        ("lanes", spec.lanes),
        ("passes", spec.passes()),
        ("w1_bits", spec.w1_bits()),
        ("event_bits", spec.event_bits()),
        ("word_bits", WORD_BITS),
        ("amplitude_codes", NUM_CODES),
    ];
    let mut parameters = vec![("scheme", spec.scheme.name().to_owned())];
    parameters.extend(numbers.map(|(name, value)| (name, value.to_string())));
    if spec.code != InputCode::Hold {
        parameters.push(("input_steps", spec.input_steps().to_string()));
    }
    parameters.extend(match &spec.scheme {
        Scheme::Modulated if !spec.learns() => inference(spec),
        Scheme::Modulated => modulated(spec),
        Scheme::Prototype(sizes) => prototype(spec, sizes),
    });
    if spec.thresholds.is_some() {
        let names = [
            "left_ap_to_p",
            "left_p_to_ap",
            "right_ap_to_p",
            "right_p_to_ap",
        ];
        for (name, table) in names.into_iter().zip(design.tables.chunks(NUM_CODES)) {
            let words: Vec<String> = table.iter().map(|word| format!("{word:04x}")).collect();
            parameters.push((name, words.join(" ")));
        }
    }
    parameters.push(("seed", design.seed.to_string()));
    parameters.push(("lfsr_start", format!("0x{:04x}", design.lfsr_start)));
    parameters
}

fn inference(spec: &Spec) -> Vec<(&'static str, String)> {
    let numbers = [
        ("w2_bits", W2_BITS),
        ("step_sum_bits", spec.step_sum_bits()),
        ("sum_bits", spec.sum_bits()),
        ("count_bits", COUNT_BITS),
        ("threshold", spec.learning.threshold as usize),
    ];
    let text = numbers.map(|(name, value)| (name, value.to_string()));
    let plasticity = ("plasticity", "none: it only infers".to_owned());
    std::iter::once(plasticity).chain(text).collect()
}

fn modulated(spec: &Spec) -> Vec<(&'static str, String)> {
    let learning = &spec.learning;
    let numbers = [
        ("w2_bits", W2_BITS),
        ("membrane_bits", spec.membrane_bits()),
        ("drive_bits", spec.drive_bits()),
        ("sum_bits", spec.sum_bits()),
        ("count_bits", COUNT_BITS),
        ("threshold", learning.threshold as usize),
        ("margin", learning.margin as usize),
        ("window", learning.window as usize),
        ("dead_zone", learning.dead_zone as usize),
        ("code_hidden", usize::from(learning.code_hidden)),
        ("code_readout", usize::from(learning.code_readout)),
    ];
    let breakpoints = learning.breakpoints.map(|b| b.to_string()).join(" ");
    let numbers = numbers.map(|(name, value)| (name, value.to_string()));
    let breakpoints = ("breakpoints", breakpoints);
    let types = ("types", spec.types.name().to_owned());
    let rules = spec.rules.map(|rule| format!("{rule:02x}")).join(" ");
    let rules = ("rules", rules);
    let target = spec.mask.then(|| learning.mask_target.to_string());
    let target = target.map(|target| ("mask_target", target));
    let all = numbers.into_iter().chain([breakpoints, types, rules]);
    all.chain(target).collect()
}

fn prototype(spec: &Spec, sizes: &Prototype) -> Vec<(&'static str, String)> {
    let numbers = [
        ("group", spec.group()),
        ("compartments", sizes.num_compartments()),
        ("drive_bits", sizes.drive_bits()),
        ("bias_bits", sizes.bias_bits()),
        ("wins_bits", WINS_BITS),
        ("likelihood_bits", sizes.likelihood_bits()),
        ("soma_bits", sizes.soma_bits()),
        ("learn_score_bits", sizes.learn_score_bits()),
        ("infer_score_bits", sizes.infer_score_bits()),
        ("class_sum_bits", sizes.class_sum_bits()),
    ];
    let numbers = numbers.map(|(name, value)| (name, value.to_string()));
    let table = sizes.sp_table().iter().map(u16::to_string);
    let table = ("sp", table.collect::<Vec<_>>().join(" "));
    numbers.into_iter().chain([table]).collect()
}

/// SHA-256 over parameters and switching thresholds, shortened.
pub fn spec_digest(design: &Design) -> String {
    let mut text = String::new();
    for (name, value) in parameters(design) {
        let _ = writeln!(text, "{name}={value}");
    }
    let _ = writeln!(text, "{:?}", design.tables);
    let mut digest = hex_digest(text.as_bytes());
    digest.truncate(DIGEST_DIGITS);
    digest
}

/// A command over several lines, broken before a flag where it is long.
fn wrapped(command: &str, mark: &str) -> String {
    let mut lines = vec![String::new()];
    for (index, part) in command.split(" --").enumerate() {
        let part = if index == 0 {
            part.to_owned()
        } else {
            format!(" --{part}")
        };
        match lines.last_mut() {
            Some(line) if line.len() + part.len() <= COMMAND_WIDTH => *line += &part,
            _ => lines.push(part),
        }
    }
    lines.join(&format!(" \\\n{mark}  "))
}

/// Do not edit; who made it, from what, and how to make it again.
pub fn header(design: &Design, comment: Comment) -> String {
    let mark = match comment {
        Comment::Slashes => "//",
        Comment::Hash => "#",
    };
    let mut text = format!(
        "{mark} Generated: do not edit.\n\
         {mark} spinloom {}, spec {}\n\
         {mark} {}\n{mark}\n",
        env!("CARGO_PKG_VERSION"),
        spec_digest(design),
        wrapped(&design.command(), mark)
    );
    for (name, value) in parameters(design) {
        let words: Vec<&str> = value.split(' ').collect();
        for (line, words) in words.chunks(WORDS).enumerate() {
            let name = if line == 0 { name } else { "" };
            let _ = writeln!(text, "{mark} {name:17}{}", words.join(" "));
        }
    }
    text + "\n"
}
