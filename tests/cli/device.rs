//! `device fit`, `device sample`, and `--device` everywhere.

use super::common::tools;
use super::good::json;
use super::place::{Place, is_clean};
use spinloom::verify::simulator::Simulator;

const HEAD: &str = "junction,transition,excitation,amplitude_volt,pulses,flips\n";

/// A device of four different curves, fitted from a drawn sweep of another one.
fn fitted(place: &Place) {
    let curve = |name: &str, centre: f64, slope: f64| {
        format!("[{name}]\ncentre_volt = {centre}\nslope_per_volt = {slope}\n")
    };
    let text = curve("left.ap_to_p", 3.79, 45.0)
        + &curve("left.p_to_ap", -3.82, -60.0)
        + &curve("right.ap_to_p", -3.84, -40.0)
        + &curve("right.p_to_ap", 3.80, 55.0);
    place.file("true.toml", text);
    json(
        place,
        "device sample --device true.toml --pulses 5000 --seed 4 --out s.csv",
    );
    let fit = json(place, "device fit s.csv --out mine");
    let curves = fit["curves"].as_array().unwrap();
    assert_eq!(curves.len(), 4);
    assert_eq!(curves[1]["excitation"], "-y");
    let centre = curves[2]["centre_volt"].as_f64().unwrap();
    assert!((centre + 3.84).abs() < 3e-3, "{centre}");
    assert_eq!(fit["amplitude_first_volt"], 3.66);
    assert_eq!(fit["amplitude_step_volt"], 0.02);
    assert!(fit["assumed_curves"].as_array().unwrap().is_empty());
}

#[test]
fn from_a_sweep_to_a_core() {
    let place = Place::new();
    fitted(&place);
    let svg = std::fs::read_to_string(place.path("mine/curves.svg")).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("left ap_to_p under +y"));
    let shown = json(&place, "device show --device mine/device.toml");
    let code = &shown["switching_tables"][7];
    let names = [
        "left_ap_to_p",
        "left_p_to_ap",
        "right_ap_to_p",
        "right_p_to_ap",
    ];
    let words = names.map(|name| code[name].as_u64().unwrap());
    assert!((1..4).all(|i| words[i] != words[0]), "{words:?}");

    // the package holds its device, and makes itself again
    let line = "generate --array 24x6 --device mine/device.toml --name mine --quiet";
    assert_eq!(place.run(line).status.code(), Some(0));
    let top = std::fs::read_to_string(place.path("rtl_out/mine/spin_core.v")).unwrap();
    let table: Vec<String> = shown["switching_tables"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| format!("{:04x}", code["right_ap_to_p"].as_u64().unwrap()))
        .collect();
    assert!(top.contains(&table.join(" ")), "{}", &top[..2000]);
    let again = "spinloom generate --array 24x6 --lanes 6 --seed 1 --device rtl_out/mine/device.toml --name mine";
    assert!(top.replace(" \\\n//  ", "").contains(again));
    let line = again.replace("spinloom ", "") + " --out other --quiet";
    assert_eq!(place.run(&line).status.code(), Some(0));
    for name in ["spin_core.v", "device.toml", "manifest.json"] {
        let of =
            |top: &str| std::fs::read(place.path(&format!("{top}rtl_out/mine/{name}"))).unwrap();
        assert!(of("") == of("other/"), "{name}");
    }

    let train = "train --array 784x8 --data embedded";
    let plain = json(&place, train);
    let mine = json(
        &place,
        &format!("{train} --device mine/device.toml --weights w.spin"),
    );
    assert_eq!(mine["device"], "mine/device.toml");
    assert_ne!(mine["w1_digest"], plain["w1_digest"]);
    place.fails(
        &format!("{train} --quiet --weights w.spin --resume"),
        2,
        &["w.spin", "another device"],
    );
    json(&place, "eval --data embedded --weights w.spin");
    place.file("c.toml", "device = 'mine/device.toml'");
    let from_file = json(&place, &format!("{train} --config c.toml"));
    assert_eq!(from_file["w1_digest"], mine["w1_digest"]);
}

#[test]
fn model_and_rtl_have_the_device() {
    if !tools(&[Simulator::Icarus]) {
        return;
    }
    let place = Place::new();
    fitted(&place);
    let device = "--array 64x12 --data embedded --device mine/device.toml";
    let verify = "verify --simulator icarus --train 30 --test 5";
    let found = json(&place, &format!("{verify} {device}"));
    assert_eq!(
        (&found["differences"], &found["weights_equal"]),
        (&0.into(), &true.into())
    );
    let ran = json(
        &place,
        &format!("run --simulator icarus --train 10 --test 2 {device}"),
    );
    assert_eq!(ran["differences"], 0);
    json(&place, &format!("train {device} --weights w.spin"));
    // the weights know their device
    let line = format!("{verify} --data embedded --resume-from w.spin");
    assert_eq!(json(&place, &line)["differences"], 0);
    place.file(
        "other.toml",
        "[left.ap_to_p]\ncentre_volt = 3.7\nslope_per_volt = 20.0",
    );
    let line = format!("{line} --quiet --device other.toml");
    place.fails(
        &line,
        2,
        &["w.spin", "another device", "leave out --device"],
    );
}

#[test]
fn sweeps_that_have_no_fit() {
    let place = Place::new();
    let good = "left,ap_to_p,x,1,50,5\nleft,ap_to_p,x,2,50,45\n";
    let cases: &[(&str, &[&str])] = &[
        ("", &["has no point"]),
        (
            "left,ap_to_p,x,1,50,51",
            &["line 2", "`flips` = `51`", "the 50 pulses"],
        ),
        ("left,ap_to_p,x,1,50,-1", &["line 2", "`flips` = `-1`"]),
        ("left,ap_to_p,x,1,0,0", &["line 2", "`pulses` = `0`"]),
        (
            "left,ap_to_p,x,inf,50,1",
            &["line 2", "`amplitude_volt` = `inf`"],
        ),
        ("left,ap_to_p,x,NaN,50,1", &["`NaN`"]),
        (
            "up,ap_to_p,x,1,50,1",
            &["`junction` = `up`", "left or right"],
        ),
        (
            "left,ap_to_p,q,1,50,1",
            &["`excitation` = `q`", "+x, -x, +y, -y, x or y"],
        ),
        ("left,ap_to_p,x,1,50", &["line 2", "5 fields"]),
        (
            "left,ap_to_p,x,1,50,5",
            &["line 2", "one amplitude alone, 1 V"],
        ),
        (
            "left,ap_to_p,x,1,50,0\nleft,ap_to_p,x,2,50,0",
            &["lines 2 to 3", "never switched"],
        ),
        (
            "left,ap_to_p,x,1,50,50\nleft,ap_to_p,x,2,50,50",
            &["always switched"],
        ),
        (
            "left,ap_to_p,x,1,50,20\nleft,ap_to_p,x,2,50,21",
            &["does not depend"],
        ),
    ];
    for (lines, parts) in cases {
        place.file("s.csv", format!("{HEAD}{lines}"));
        place.fails(
            "device fit s.csv --out d",
            2,
            &[&["s.csv"], *parts].concat(),
        );
    }
    place.file(
        "s.csv",
        format!("{HEAD}{good}{}", good.replace(",x,", ",+y,")),
    );
    let two = ["left ap_to_p", "+y (line 4)", "x (line 2)", "--axis x"];
    place.fails("device fit s.csv --out d", 2, &two);
    place.file(
        "s.csv",
        format!(
            "{HEAD}{}{}",
            good.replace(",x,", ",-x,"),
            good.replace(",x,", ",+x,")
        ),
    );
    place.fails("device fit s.csv --out d", 2, &["one polarity"]);
    place.fails(
        "device fit s.csv --out d --axis y",
        2,
        &["no point of that axis"],
    );
    place.fails("device fit s.csv --out d --axis z", 2, &["'z'"]);
    place.fails("device fit absent.csv --out d", 2, &["absent.csv"]);
    place.fails(
        "device fit /dev/zero --out d",
        2,
        &["/dev/zero", "longer than"],
    );
    place.fails("device fit . --out d", 2, &["Is a directory"]);
    assert!(!place.path("d").exists(), "half-written");
    place.file("s.csv", format!("{HEAD}{good}"));
    place.fails("device fit s.csv --out /proc/d --quiet", 2, &["/proc/d"]);
}

#[test]
fn sweeps_that_have_a_fit_with_a_remark() {
    let place = Place::new();
    let cases = [
        ("left,ap_to_p,x,1,50,0\nleft,ap_to_p,x,2,50,50", "penalised"),
        (
            "left,ap_to_p,x,-2,50,5\nleft,ap_to_p,x,-1,50,45",
            "larger pulses switch less",
        ),
        (
            "left,ap_to_p,x,1,50,1\nleft,ap_to_p,x,2,50,9",
            "outside the sweep",
        ),
    ];
    for (lines, remark) in cases {
        place.file("s.csv", format!("{HEAD}{lines}"));
        let output = place.run("device fit s.csv --out d");
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(0), "{stderr}");
        assert!(stderr.contains(remark), "{remark}: {stderr}");
        let stdout = String::from_utf8(output.stdout).unwrap();
        assert!(
            stdout.contains("right p_to_ap: not in the sweep, assumed as left ap_to_p"),
            "{stdout}"
        );
        let device = std::fs::read_to_string(place.path("d/device.toml")).unwrap();
        assert!(device.contains("# not in the sweep, assumed as left ap_to_p"));
        let shown = json(&place, "device show --device d/device.toml");
        for code in shown["switching_tables"].as_array().unwrap() {
            for name in ["left_p_to_ap", "right_ap_to_p", "right_p_to_ap"] {
                assert_eq!(code[name], code["left_ap_to_p"], "{name}");
            }
        }
    }
}

/// The extrapolated centre lies beyond 0 V: no table is mirrored, no warning is given.
#[test]
fn the_sign_is_that_of_the_sweep() {
    let place = Place::new();
    let points = [("0.1", 350), ("0.3", 420), ("0.5", 470)];
    for sign in ["", "-"] {
        let lines =
            points.map(|(volt, flips)| format!("left,ap_to_p,x,{sign}{volt},500,{flips}\n"));
        place.file("s.csv", format!("{HEAD}{}", lines.concat()));
        let output = place.run("device fit s.csv --out d");
        let stderr = String::from_utf8(output.stderr).unwrap();
        assert!(
            stderr.contains("extrapolated") && !stderr.contains("switch less"),
            "{stderr}"
        );
        let shown = json(&place, "device show --device d/device.toml");
        let word = |code: usize| shown["switching_tables"][code]["left_ap_to_p"].as_u64();
        assert!((1..16).all(|code| word(code - 1) < word(code)));
        // code 15 resets, one step above the sweep
        assert_eq!(shown["energy"]["reset_volt"]["value"], 0.528565);
    }
}

#[test]
fn a_fit_that_is_no_device_is_not_written() {
    let place = Place::new();
    let lines = "left,ap_to_p,x,1,50,1\nleft,ap_to_p,x,1.0000001,50,49\n";
    place.file("s.csv", format!("{HEAD}{lines}"));
    let parts = [
        "s.csv",
        "left.ap_to_p.slope_per_volt",
        "to 1000000",
        "in volt",
    ];
    place.fails("device fit s.csv --out d", 2, &parts);
    assert!(!place.path("d").exists());
    place.fails(
        "device fit s.csv --out s.csv",
        2,
        &["--out: `s.csv` is a file", "name a folder"],
    );
}

#[test]
fn samples() {
    let place = Place::new();
    let run = |line: &str| String::from_utf8(place.run(line).stdout).unwrap();
    let text = run("device sample --seed 1");
    assert_eq!(text.lines().count(), 63);
    assert!(text.contains("not measured") && text.contains("--seed 1 --pulses 50"));
    assert_eq!(text, run("device sample --seed 1 --pulses 50"));
    assert_ne!(text, run("device sample --seed 2"));
    assert_eq!(json(&place, "device sample --pulses 7")["points"], 60);
    for bad in ["0", "-1", "many", "1.5", "99999999999999999999"] {
        let line = format!("device sample --pulses {bad}");
        place.fails(&line, 2, &["--pulses", bad, "1 to 1000000"]);
    }
    place.fails("device sample --out /dev/full", 2, &["/dev/full"]);
    place.fails("device sample --seed x", 2, &["--seed"]);
    place.fails(
        "device sample --out .",
        2,
        &["--out: `.` is a folder", "name a file"],
    );
    assert!(is_clean(&place.path("")));
    place.file("d.toml", "[amplitude]\nfirst_volt = 1.0\nstep_volt = 0.1");
    let text = run("device sample --device d.toml");
    assert!(
        text.contains("--seed 1 --pulses 50 --device d.toml\n"),
        "{text}"
    );
}

#[test]
fn device_files_that_are_none() {
    let place = Place::new();
    let cases: &[(&[u8], &[&str])] = &[
        (
            b"[left.ap_to_p]\ncentre_volt = 1.0",
            &["line 1", "slope_per_volt"],
        ),
        (
            b"[left.ap_to_p]\ncentre_volt = nan\nslope_per_volt = 1.0",
            &["`left.ap_to_p.centre_volt = NaN`"],
        ),
        (b"[middle]", &["line 1", "unknown field `middle`"]),
        (
            b"[energy]\nwrite_path_ohm = 0.0",
            &["`energy.write_path_ohm = 0`", "from 1"],
        ),
        (b"a = = 1", &["line 1"]),
        (b"\xff", &["UTF-8"]),
    ];
    for (content, parts) in cases {
        place.file("d.toml", content);
        for command in ["generate", "train", "run", "verify", "device show"] {
            let line = format!("{command} --device d.toml");
            place.fails(&line, 2, &[&["d.toml"], *parts].concat());
        }
    }
    place.fails(
        "train --device absent.toml",
        2,
        &["absent.toml", "No such file"],
    );
    place.fails("train --device /dev/zero", 2, &["/dev/zero", "longer than"]);
}

const SEQUENCE: &str = "train --preset mnist-sequence --array 784x20 --data embedded --quiet";

#[test]
fn energy() {
    let place = Place::new();
    let keys = [
        "energy_image_device_nj",
        "energy_image_cmos_nj",
        "energy_learning_event_device_nj",
        "energy_learning_event_cmos_nj",
        "learning_events",
    ];
    for train in ["train --array 784x8 --data embedded", SEQUENCE] {
        let line = format!(
            "{} --weights w.spin --energy",
            train.replace(" --quiet", "")
        );
        let trained = json(&place, &line);
        let judged = json(&place, "eval --weights w.spin --data embedded --energy");
        for key in keys {
            assert_eq!(judged[key], trained[key], "{key}");
        }
        let of = |key: &str| judged[key].as_f64().unwrap();
        assert_eq!(of(keys[0]), 0.0);
        assert!(of(keys[1]) > 0.0 && of(keys[3]) > 0.0);
        // 3.66 to 3.96 V and a reset of 3.96 V through 1 kohm for 10 ns
        assert!((0.2907..0.3137).contains(&of(keys[2])), "{}", of(keys[2]));
        place.file("d.toml", "[energy]\npulse_width_s = 5e-9\nreset_volt = 0.0");
        let line = "eval --weights w.spin --data embedded --energy --device d.toml";
        let cheaper = json(&place, line)[keys[2]].as_f64().unwrap();
        assert!((0.0669..0.0785).contains(&cheaper), "{cheaper}");
        assert_eq!(judged["energy_device_is_that_of_weights"], true);
        place.file(
            "o.toml",
            "[left.ap_to_p]\ncentre_volt = 3.7\nslope_per_volt = 20.0",
        );
        let line = "eval --weights w.spin --data embedded --energy --device o.toml";
        let other = place.run(line);
        let said = String::from_utf8_lossy(&other.stdout).into_owned();
        let refused = other.status.code() == Some(2);
        assert!(
            refused || said.contains("made with another device"),
            "{said}"
        );
    }
}
