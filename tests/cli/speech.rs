//! Spoken digits: folders and files that are not what they should be, and what is refused.

use super::good::json;
use super::place::{Place, failure, is_clean};
use super::sounds::{corpus, doubled, floats, opposed, said, wav, wav_of};

const TRAIN: &str = "train --preset fsdd --data fsdd:set --copies 4";
const PLAIN: &str = "train --preset fsdd --data fsdd:set --copies 0";

#[test]
fn the_whole_way_on_a_small_corpus() {
    let place = Place::new();
    corpus(&place, "set", 8);
    let trained = json(&place, TRAIN);
    assert_eq!(trained["data"], "fsdd/official");
    assert_eq!(
        (&trained["train_images"], &trained["test_images"]),
        (&(60 * 5).into(), &100.into())
    );
    assert!(
        trained["test_accuracy_percent"].as_f64().unwrap() > 90.0,
        "{trained}"
    );
    let eval = "eval --data fsdd:set --views 5";
    assert!(
        json(&place, eval)["test_accuracy_percent"]
            .as_f64()
            .unwrap()
            > 90.0
    );
    assert_eq!(json(&place, &format!("{eval} --snr 20"))["snr_db"], 20);

    place.file(
        "seven.wav",
        wav_of(2, 44_100, &doubled(&said(7, 0, 9, 44_100))),
    );
    let heard = json(&place, "listen seven.wav");
    assert_eq!(
        (&heard["class"], heard["margin"].as_i64() > Some(0)),
        (&7.into(), true),
        "{heard}"
    );
    let text = String::from_utf8(place.run("listen seven.wav").stdout).unwrap();
    assert!(
        text.contains('\u{2588}') && text.contains("7, by "),
        "{text}"
    );

    let line = format!("{TRAIN} --split speakers --weights w.spin");
    let found = json(&place, &line);
    assert_eq!(found["speakers"].as_object().unwrap().len(), 2);
    let again = json(&place, &format!("{line} --resume"));
    assert_eq!(again["speakers"], found["speakers"]);
    let enrol = "enrol --data fsdd:set --weights w_ann.spin --utterances 3 --save ann.spin";
    let enrolled = json(&place, enrol);
    assert_eq!(enrolled["data"], "fsdd/speaker:ann");
    assert_eq!(enrolled["test_images"], 50);
    let (before, after) = (
        &enrolled["accuracy_before_percent"],
        &enrolled["test_accuracy_percent"],
    );
    assert!(after.as_f64() >= before.as_f64(), "{enrolled}");
    assert!(place.path("ann.spin").is_file());
    place.fails(
        &enrol.replace("--utterances 3", "--utterances 8"),
        2,
        &["leaves no utterance of ann"],
    );
    place.fails(
        &enrol.replace("--utterances 3", "--utterances 9"),
        2,
        &["8 utterances of 0 by ann"],
    );
    place.fails(
        &format!("{enrol} --split speaker:zoe"),
        2,
        &["no such speaker", "ann, bob"],
    );
    place.fails(
        &format!("{enrol} --split official"),
        2,
        &["--split speaker:NAME"],
    );

    let sequence = "train --preset fsdd-sequence --data fsdd:set";
    let found = json(&place, sequence);
    assert!(
        found["test_accuracy_percent"].as_f64().unwrap() > 90.0,
        "{found}"
    );
}

#[test]
fn files_that_are_no_use_are_counted() {
    let place = Place::new();
    corpus(&place, "set/recordings", 6);
    let sound = said(1, 0, 0, 8000);
    let minute = vec![7; 60 * 8000];
    let cut = &wav(&sound)[..1000];
    let bad: &[(&str, Vec<u8>)] = &[
        ("0_eve_0.wav", vec![]),
        ("0_eve_1.wav", cut.to_vec()),
        ("0_eve_2.wav", wav(&[])),
        ("0_eve_3.wav", wav(&[0; 3000])),
        ("0_eve_4.wav", wav(&minute)),
        ("0_eve_5.wav", b"ID3 this is an mp3".to_vec()),
        ("0_eve_6.wav", floats(&[f32::NAN; 100])),
        ("eleven_eve_7.wav", wav(&sound)),
        ("no-name.wav", wav(&sound)),
        ("0_eve_10.mp3", b"ID3".to_vec()),
        ("0_eve_11.wav", wav_of(2, 8000, &opposed(&sound))),
    ];
    for (name, content) in bad {
        place.file(&format!("set/recordings/{name}"), content);
    }
    // these are of use, and these are not looked at
    place.file(
        "set/recordings/0_eve_8.wav",
        wav_of(2, 16_000, &doubled(&sound)),
    );
    place.file(
        "set/recordings/0_eve_9.wav",
        floats(&[0.0, 0.5, -0.5, 0.1].repeat(200)),
    );
    place.file("set/README.md", "x");
    let found = json(&place, PLAIN);
    assert_eq!(found["skipped_files"], bad.len());
    assert_eq!(
        found["train_images"].as_u64().unwrap() + found["test_images"].as_u64().unwrap(),
        122
    );
    let output = place.run("train --preset fsdd --data fsdd:set --copies 0");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(
        stderr.contains("11 files left out, the first: "),
        "{stderr}"
    );
}

#[test]
fn one_recording_is_refused_with_a_sentence() {
    let place = Place::new();
    corpus(&place, "set", 6);
    json(&place, PLAIN);
    let sound = said(1, 0, 0, 8000);
    let files: &[(&str, Vec<u8>, &str)] = &[
        ("empty.wav", vec![], "is empty"),
        ("cut.wav", wav(&sound)[..700].to_vec(), "ends early"),
        ("none.wav", wav(&[]), "holds no sample"),
        ("silent.wav", wav(&[3; 900]), "is silent"),
        ("long.wav", wav(&vec![1; 31 * 8000]), "longer than 30 s"),
        ("text.wav", b"hello".to_vec(), "neither WAV nor NIST SPHERE"),
        ("slow.wav", wav_of(1, 100, &sound), "100 samples a second"),
        (
            "opposed.wav",
            wav_of(2, 8000, &opposed(&sound)),
            "channels that cancel each other",
        ),
        ("bare.shn", b"ajkg\x02".to_vec(), "compressed by shorten"),
        (
            "nan.wav",
            floats(&[0.0, f32::INFINITY]),
            "sample 1 is no number",
        ),
    ];
    for (name, content, part) in files {
        place.file(name, content);
        place.fails(&format!("listen {name}"), 2, &[name, part]);
    }
    place.fails("listen absent.wav", 2, &["absent.wav", "No such file"]);
    place.fails("listen .", 2, &["Is a directory"]);
    place.fails("listen /dev/zero", 2, &["longer than"]);
    place.fails("listen", 2, &["<FILE.wav>"]);
    // written to a pipe: the length of the samples is not known
    let mut open = wav(&sound);
    let data = open.windows(4).position(|name| name == b"data").unwrap();
    open[data + 4..data + 8].fill(0xFF);
    place.file("open.wav", open);
    assert_eq!(json(&place, "listen open.wav")["class"], 1);
    // no ending is needed
    place.file("one", wav(&sound));
    assert_eq!(json(&place, "listen one")["class"], 1);
    place.fails(
        "listen one --weights absent.spin",
        2,
        &["absent.spin", "spinloom train"],
    );
    assert_eq!(
        place
            .run("train --data embedded --quiet --weights i.spin")
            .status
            .code(),
        Some(0)
    );
    for line in [
        "listen one --weights i.spin",
        "enrol --weights i.spin --data fsdd:set",
        "enrol --weights i.spin",
        "verify --resume-from i.spin --enrol 1",
    ] {
        place.fails(line, 2, &["i.spin", "images, not sounds"]);
    }
    place.fails(
        "eval --weights i.spin --data fsdd:set",
        2,
        &["the weights are of images", "other --data"],
    );
    place.fails(
        "eval --data embedded --weights build/speech_784x100.spin",
        2,
        &["the weights are of spoken digits", "--data fsdd"],
    );
    place.fails(
        "enrol --data fsdd:set --preset fsdd-sequence --weights build/speech_784x100.spin",
        2,
        &["scheme \"modulated\"", "--preset fsdd"],
    );
}

#[test]
fn folders_without_recordings() {
    let place = Place::new();
    place.fails("train --data fsdd:absent", 2, &["no fsdd in absent"]);
    place.fails(
        "train --data tidigits",
        2,
        &["no tidigits in data/tidigits"],
    );
    place.file("empty/README.md", "x");
    place.fails(
        "train --data fsdd:empty",
        2,
        &["no recording of a digit in empty", "7_theo_0.wav"],
    );
    place.file("bad/1_ann_0.wav", "");
    let output = place.run("train --data fsdd:bad");
    failure(
        "bad",
        &output,
        2,
        &["1 files are no use", "1_ann_0.wav: is empty"],
    );
    assert!(!place.path("build").exists());
}

#[test]
fn what_makes_no_sense_is_refused() {
    let cases: &[(&str, &[&str])] = &[
        (
            "train --preset fsdd --code edge16",
            &["spoken digits come as events"],
        ),
        (
            "train --data fsdd --noise salt=0.1",
            &["`train.noise`", "images alone"],
        ),
        (
            "train --preset fsdd --split official:3",
            &["--split", "is unknown"],
        ),
        (
            "train --preset fsdd --split random:1.5",
            &["`1.5` is no share"],
        ),
        (
            "train --preset fsdd --split speaker:../x",
            &["`../x` is no speaker"],
        ),
        (
            "train --preset fsdd --copies 101",
            &["--copies", "0 to 100"],
        ),
        (
            "train --preset fsdd-sequence --copies 3",
            &["`train.copies`", "--extra E"],
        ),
        ("train --preset fsdd --floors", &["--floors"]),
        (
            "train --data embedded --split official",
            &["`split` is of spoken digits"],
        ),
        ("train --data embedded --oh", &["`oh` is of spoken digits"]),
        (
            "train --data mnist --copies 3",
            &["`train.copies` is of spoken digits"],
        ),
        (
            "train --data embedded --code events",
            &["code `events` is of spoken digits"],
        ),
        ("train --data fsdd:", &["`fsdd:` names no folder"]),
        (
            "generate --data fsdd --preset stdp_nine",
            &["trains of images"],
        ),
        (
            "train --preset fsdd --array 100x10",
            &["784 rows of code events"],
        ),
        ("eval --snr 101", &["--snr"]),
        (
            "verify --preset fsdd --enrol 5",
            &["build/speech_784x100.spin", "`spinloom train`"],
        ),
        ("verify --enrol 5 --train 10", &["--enrol", "--train"]),
        ("train --preset fsdd --oh", &["`oh` is of tidigits alone"]),
        (
            "train --preset fsdd --data embedded",
            &["the preset is of spoken digits alone", "another --preset"],
        ),
        ("enrol --utterances 0", &["--utterances"]),
        ("enrol --weights absent.spin", &["absent.spin"]),
    ];
    for (line, parts) in cases {
        let place = Place::new();
        corpus(
            &place,
            "data/fsdd",
            if line.contains("100x10") { 6 } else { 0 },
        );
        place.fails(line, 2, parts);
        assert!(!place.path("build").exists(), "{line}");
    }
    let place = Place::new();
    corpus(&place, "set", 5);
    place.fails(
        "train --data fsdd:set",
        2,
        &["leaves no training utterances"],
    );
    place.fails(
        "train --data fsdd:set --split speaker:eve",
        2,
        &["give one of ann, bob"],
    );
    place.fails(
        "run --preset fsdd --data fsdd:set --split speakers",
        2,
        &["`train` alone"],
    );
    place.file("c.toml", "[train]\nnormaliser = true\nwarp = true");
    place.fails(
        "train --data fsdd:set --config c.toml",
        2,
        &["2 faults", "`train.normaliser`", "`train.warp`"],
    );
}

#[test]
fn the_core_of_speech_is_that_of_images() {
    let place = Place::new();
    for line in [
        "generate --array 784x100 --out a --quiet",
        "generate --preset fsdd --out b --quiet",
        "generate --data fsdd --out c --quiet",
    ] {
        assert_eq!(place.run(line).status.code(), Some(0), "{line}");
    }
    let text = |out: &str| {
        let folder = place.path(out).join("rtl_out/spin_784x100_l100");
        let mut files: Vec<_> = std::fs::read_dir(folder)
            .unwrap()
            .map(|e| e.unwrap().path())
            .collect();
        files.sort();
        let is_code = |line: &&str| !line.starts_with("//");
        let code = |path: &std::path::PathBuf| -> String {
            let text = std::fs::read_to_string(path).unwrap();
            text.lines()
                .filter(is_code)
                .map(|line| format!("{line}\n"))
                .collect()
        };
        let verilog = files
            .iter()
            .filter(|path| path.extension().is_some_and(|e| e == "v"));
        verilog.map(code).collect::<String>()
    };
    assert!(!text("a").is_empty());
    assert!(text("a") == text("b") && text("a") == text("c"));
    assert!(!is_clean(&place.path("c")));
}
