//! scratch
use spinloom::verify::{bench::*, parts::*, scenario::*, simulator::*};
use std::{path::PathBuf, time::Duration};
fn main() {
    let a: Vec<String> = std::env::args().collect();
    let (from, to): (u64, u64) = (a[1].parse().unwrap(), a[2].parse().unwrap());
    let sim = if a[3] == "v" {
        Simulator::Verilator
    } else {
        Simulator::Icarus
    };
    let cycles = a.get(4).is_some_and(|x| x == "cycles");
    for seed in from..to {
        let s = Scenario::random(seed, 40).unwrap();
        let dir = PathBuf::from(format!("/tmp/rtl/run{seed}"));
        std::fs::create_dir_all(&dir).unwrap();
        let start = Start::new(&s.network, s.network.lfsr);
        let parts = vec![Part {
            first_image: 0,
            dir: Some(dir.clone()),
            window: None,
        }];
        play(&s.actions, &start, &parts, cycles && s.stall == 0, &|_| {}).unwrap();
        let mut tables = [0u16; 64];
        for (t, w) in tables.iter_mut().zip(s.network.tables.words()) {
            *t = *w;
        }
        let ms = spinloom::rtl::modules(&s.spec, s.network.lfsr.state(), &tables).unwrap();
        let mut sources = vec![];
        for m in ms {
            let p = dir.join(format!("{}.v", m.name));
            std::fs::write(&p, m.text).unwrap();
            sources.push(p);
        }
        let bench = Bench {
            spec: s.spec.clone(),
            sources,
            work_dir: dir.clone(),
            stall: s.stall,
            timeout: Duration::from_secs(120),
        };
        let built = bench.build(sim).unwrap();
        match built.run(&dir, &[]) {
            Ok(None) => {
                println!(
                    "{seed} {}x{} l{} stall {} ok",
                    s.spec.rows, s.spec.columns, s.spec.lanes, s.stall
                );
                std::fs::remove_dir_all(&dir).unwrap();
            }
            Ok(Some(m)) => {
                println!(
                    "{seed} {}x{} l{} stall {} {m:?}",
                    s.spec.rows, s.spec.columns, s.spec.lanes, s.stall
                );
                println!(
                    "{}",
                    built.diagnose(&s.actions, &start, &parts, 0, m).unwrap()
                );
            }
            Err(e) => println!("{seed} {e}"),
        }
    }
}
