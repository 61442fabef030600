//! Recordings a second through the front end of speech, on one core; one recording an iteration. FSDD
//! where it is found, else a made sound of its mean length.

use std::hint::black_box;
use std::path::PathBuf;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use spinloom::data::speech::{self, FrontEnd, Variant, Word, events};
use spinloom::spec::speech::Corpus;

/// Paths and samples.
fn recordings() -> Vec<(Option<PathBuf>, Vec<i16>)> {
    match speech::load(Corpus::Fsdd, None, false) {
        Ok(found) => {
            let utterances = found.utterances.into_iter();
            utterances.map(|u| (Some(u.path), u.samples)).collect()
        }
        Err(_) => vec![(None, (0..3500).map(|i| (i * i % 9973) as i16).collect())],
    }
}

fn front_end(criterion: &mut Criterion) {
    let recordings = recordings();
    let front = FrontEnd::default();
    let mut group = criterion.benchmark_group("speech");
    group.throughput(Throughput::Elements(1));
    let mut turn = (0..recordings.len()).cycle();
    let mut next = || &recordings[turn.next().unwrap_or(0)];
    let mut frames = Vec::new();
    group.bench_function("samples_to_events", |b| {
        b.iter(|| {
            let (_, samples) = next();
            front.spectrum(black_box(samples), &mut frames);
            let word = Word::find(&frames);
            events(&front.levels(&frames, word, &Variant::default()))
        });
    });
    group.bench_function("file_to_five_views", |b| {
        b.iter(|| {
            let (path, samples) = next();
            match path {
                Some(path) => speech::read(path).map(|read| front.image(&read.samples)),
                None => Ok(front.image(black_box(samples))),
            }
        });
    });
    group.finish();
}

criterion_group!(speech_front_end, front_end);
criterion_main!(speech_front_end);
