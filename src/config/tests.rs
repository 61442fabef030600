use super::*;
use std::io::Write;

fn flags(pairs: &[(&'static str, &str)]) -> Flags {
    let mut flags = Flags::default();
    for (key, text) in pairs {
        flags.push(key, Some(text));
    }
    flags
}

fn file(text: &str) -> tempfile::NamedTempFile {
    let mut file = tempfile::NamedTempFile::new().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file
}

fn load(config: Option<&Path>, flags: &Flags) -> Result<Settings> {
    Settings::load(config, flags, &Defaults::default())
}

fn fails(text: &str, pairs: &[(&'static str, &str)]) -> String {
    let file = file(text);
    let error = load(Some(file.path()), &flags(pairs)).unwrap_err();
    assert_eq!(error.exit_code(), 2);
    let message = error.to_string();
    assert!(!message.contains('\n'), "{message}");
    message
}

#[test]
fn defaults_are_the_signature_core() {
    let settings = load(None, &Flags::default()).unwrap();
    assert_eq!(settings.spec, Spec::new(784, 100, 100).unwrap());
    assert_eq!(settings.preset, Preset::Fast);
    assert_eq!(settings.seed, 1);
    assert!(settings.train.warp && settings.train.normaliser);
}

#[test]
fn balanced_shares_a_lane_among_five_columns() {
    for (array, lanes) in [("784x100", 20), ("64x33", 7), ("4x1", 1)] {
        let flags = flags(&[("preset", "balanced"), ("array", array)]);
        let settings = load(None, &flags).unwrap();
        assert_eq!(settings.spec.lanes, lanes, "{array}");
    }
}

#[test]
fn a_flag_beats_the_file_and_the_file_beats_the_preset() {
    let file =
        file("preset = 'balanced'\nlanes = 10\narray = '64x20'\n[train]\nepochs = 3\nwarp = false");
    let both = load(Some(file.path()), &flags(&[("lanes", "5")])).unwrap();
    assert_eq!((both.spec.lanes, both.spec.columns), (5, 20));
    assert_eq!((both.train.epochs, both.train.warp), (3, false));
    let alone = load(Some(file.path()), &Flags::default()).unwrap();
    assert_eq!(alone.spec.lanes, 10);
}

#[test]
fn registers_come_from_the_file() {
    let file = file("[learning]\nmargin = 300\nbreakpoints = [1, 2, 3, 4]\ncode_hidden = 15");
    let learning = load(Some(file.path()), &Flags::default())
        .unwrap()
        .spec
        .learning;
    assert_eq!((learning.margin, learning.code_hidden), (300, 15));
    assert_eq!(learning.breakpoints, [1, 2, 3, 4]);
    assert_eq!(learning.window, 1200);
}

#[test]
fn every_fault_is_reported_in_one_go() {
    let message = fails(
        "lane = 3\nlanes = -1\n[train]\nepochs = 0\nspeed = 1\n[learn]\nx = 1",
        &[("array", "0x5"), ("preset", "quick")],
    );
    for part in [
        "7 faults: ",
        "unknown key `lane`",
        "`lanes`: -1",
        "`train.epochs`: 0",
        "unknown key `train.speed`: known are epochs, order",
        "unknown key `learn`",
        "--array: `0x5` has no rows",
        "--preset: `quick` is unknown: give fast, balanced, small, inference, stdp_nine, persistent, mnist-sequence",
    ] {
        assert!(message.contains(part), "{part} is missing in: {message}");
    }
}

#[test]
fn values_of_another_type_are_refused() {
    assert!(fails("lanes = '3x'", &[]).contains("is not a whole number"));
    assert!(fails("array = 5", &[]).contains("is not a string"));
    assert!(fails("[train]\nwarp = 1", &[]).contains("is not true or false"));
    assert!(fails("train = 1", &[]).contains("unknown key `train`"));
    assert!(fails("[learning]\nbreakpoints = [1, 2]", &[]).contains("give four"));
    assert!(fails("[learning]\nbreakpoints = [4, 3, 2, 1]", &[]).contains("must rise"));
    assert!(fails("[learning]\ncode_hidden = 16", &[]).contains("0 to 15"));
    assert!(fails("[learning]\nmargin = 65536", &[]).contains("1 to 65535"));
}

#[test]
fn toml_that_is_none_names_its_line() {
    assert!(fails("lanes = 1\nlanes = = 2", &[]).contains("line 2: "));
}

#[test]
fn arrays() {
    for (text, part) in [
        ("", "is not ROWSxCOLUMNS"),
        ("784", "is not ROWSxCOLUMNS"),
        ("784x", "is not ROWSxCOLUMNS"),
        ("x100", "is not ROWSxCOLUMNS"),
        ("784x100x2", "is not ROWSxCOLUMNS"),
        ("7.5x2", "is not ROWSxCOLUMNS"),
        (" 4x4", "is not ROWSxCOLUMNS"),
        ("4x0", "has no columns"),
        ("-4x4", "negative number of rows"),
        ("4x-4", "negative number of columns"),
        ("4097x1", "too many rows"),
        ("1x99999999999999999999999999", "too many columns"),
    ] {
        let fault = <Array as value::Value>::from_text(text).unwrap_err();
        assert!(fault.contains(part), "{text}: {fault}");
    }
    let array = <Array as value::Value>::from_text("4096x1").unwrap();
    assert_eq!((array.rows, array.columns), (4096, 1));
}

#[test]
fn lanes_are_at_most_the_columns() {
    let error = load(None, &flags(&[("array", "4x4"), ("lanes", "5")])).unwrap_err();
    assert!(error.to_string().contains("`lanes = 5` is outside 1 to 4"));
}

#[test]
fn data_names() {
    for (text, part) in [
        ("cifar", "is unknown"),
        ("mnist:", "names no folder"),
        ("embedded:x", "takes no folder"),
        ("fsdd:", "names no folder"),
        ("timit", "give mnist, embedded, fsdd or tidigits"),
    ] {
        let fault = <DataChoice as value::Value>::from_text(text).unwrap_err();
        assert!(fault.contains(part), "{text}: {fault}");
    }
}

#[test]
fn rules_by_type_or_in_full() {
    let loaded = |text: &str| {
        let file = file(text);
        load(Some(file.path()), &Flags::default()).unwrap().spec
    };
    assert_eq!(loaded("").rules, [0x12, 0x1a, 0x1a, 0x12]);
    let spec = loaded(
        "types = 'all'\n[rules]\nnegative = 'PD'\n\
         positive = { axis = 'x', polarity = '-', selector = 'right', causal = false, acausal = true, offset = -1 }",
    );
    assert_eq!(spec.rules, [0x0b, 0xf5, 0x1a, 0x12]);
    let spec = loaded("preset = 'persistent'\n[rules]\npositive = 'D0'");
    assert_eq!(spec.rules, [0x02, 0x02, 0x1a, 0x12]);
    for (text, part) in [
        ("[rules]\npositive = 'PQ'", "`PQ` is unknown: give PD, DP"),
        ("[rules]\npositive = 3", "neither a type's name nor a table"),
        (
            "[rules]\npositive = { axis = 'z' }",
            "axis = \"z\" is not \"y\" or \"x\"",
        ),
        (
            "[rules]\npositive = { offset = 4 }",
            "offset = 4 is not -4 to 3",
        ),
        ("[rules]\npositive = { gate = true }", "unknown key `gate`"),
        ("[rules]\nhidden = 'P0'", "unknown key `rules.hidden`"),
        ("[rules]\nlabel = '0P'", "`rules.label` has a second letter"),
        (
            "preset = 'mnist-sequence'\n[rules]\nlabel = 'P0'",
            "`rules.label` is of scheme",
        ),
        ("types = 'some'", "`some` is unknown: give causal, all"),
        (
            "preset = 'mnist-sequence'\ntypes = 'all'",
            "`types` is of scheme",
        ),
    ] {
        let fault = fails(text, &[]);
        assert!(fault.contains(part), "{text}: {fault}");
    }
    assert_eq!(loaded("preset = 'stdp_nine'").types, Types::All);
    assert_eq!(
        loaded("code = 'ttfs'\ntypes = 'causal'").types,
        Types::Causal
    );
}
