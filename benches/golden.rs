//! Images a second of the golden model; one image an iteration. For one core set
//! `RAYON_NUM_THREADS=1`. MNIST where it is found, else the embedded digits.

use std::hint::black_box;
use std::time::Instant;

use criterion::{Criterion, Throughput, criterion_group, criterion_main};
use spinloom::Result;
use spinloom::data::{Dataset, embedded, mnist};
use spinloom::encoder::{Code, Encoder, Warp, edge16, normalise};
use spinloom::golden::eval::Views;
use spinloom::golden::{Order, PrototypeTrainer, Silent, TrainOptions, Trainer, evaluate};
use spinloom::spec::{Compartments, Layout, Spec};

fn dataset() -> Dataset {
    mnist::load(None).unwrap_or_else(|_| embedded::load(1))
}

/// A trainer after one epoch, and the data.
fn trained() -> Result<(Trainer, Dataset)> {
    let data = dataset();
    let mut trainer = Trainer::new(
        &Spec::new(784, 100, 100)?,
        TrainOptions::default(),
        &data.train,
    )?;
    trainer.run(&data.train, u64::MAX, |_| true)?;
    Ok((trainer, data))
}

fn parts(criterion: &mut Criterion) -> Result<()> {
    let (trainer, data) = trained()?;
    let images = data.test.images();
    let encoder = trainer.options().encoder;
    let mut group = criterion.benchmark_group("parts");
    group.throughput(Throughput::Elements(1));
    let mut turn = (0..images.len()).cycle();
    let mut next = move || turn.next().unwrap_or(0);
    let mut warp = Warp::new(1);
    group.bench_function("warp", |b| {
        b.iter(|| {
            let index = next();
            warp.warp(black_box(&images[index]), index as u64)
        });
    });
    group.bench_function("normalise", |b| {
        b.iter(|| normalise(black_box(&images[next()])))
    });
    group.bench_function("edge16", |b| b.iter(|| edge16(black_box(&images[next()]))));
    let mut rows = Vec::new();
    group.bench_function("normalise_edge16_rows", |b| {
        b.iter(|| encoder.encode(black_box(&images[next()]), &mut rows));
    });
    let events: Vec<Vec<u16>> = images
        .iter()
        .map(|image| {
            let mut rows = Vec::new();
            encoder.encode(image, &mut rows);
            rows
        })
        .collect();
    let mut network = trainer.network.clone();
    group.bench_function("infer", |b| {
        b.iter(|| network.present(&events[next()], None, &mut Silent));
    });
    let mut network = trainer.network.clone();
    network.learning.margin = 65_535;
    let labels = data.test.labels();
    group.bench_function("infer_and_teach_always", |b| {
        b.iter(|| {
            let index = next();
            network.present(&events[index], Some(labels[index]), &mut Silent)
        });
    });
    group.finish();
    Ok(())
}

fn whole(criterion: &mut Criterion) -> Result<()> {
    let (trainer, data) = trained()?;
    let mut group = criterion.benchmark_group("whole");
    group.sample_size(10);
    group.throughput(Throughput::Elements(data.train.len() as u64));
    group.bench_function("train_epoch", |b| {
        b.iter_custom(|times| {
            let start = Instant::now();
            for _ in 0..times {
                let fresh = Trainer::new(trainer.network.spec(), *trainer.options(), &data.train);
                if let Ok(mut fresh) = fresh {
                    black_box(fresh.run(&data.train, u64::MAX, |_| true).is_ok());
                }
            }
            start.elapsed()
        });
    });
    group.throughput(Throughput::Elements(data.test.len() as u64));
    group.bench_function("test", |b| {
        b.iter(|| {
            evaluate(
                &trainer.network,
                &data.test,
                trainer.options().encoder,
                Views::One,
            )
        });
    });
    group.finish();
    Ok(())
}

/// Scheme "prototype", classes in sequence.
fn sequence(criterion: &mut Criterion) -> Result<()> {
    let data = dataset();
    let spec = Spec::with_prototype(784, 100, 100, Compartments::Four, Layout::EDGE12)?;
    let options = TrainOptions {
        order: Order::ByClass,
        warp: false,
        encoder: Encoder {
            code: Code::Edge12,
            ..Encoder::default()
        },
        ..TrainOptions::default()
    };
    let fresh = PrototypeTrainer::new(&spec, options, &data.train)?;
    let mut group = criterion.benchmark_group("sequence");
    group.sample_size(10);
    group.throughput(Throughput::Elements(data.train.len() as u64));
    group.bench_function("single_pass", |b| {
        b.iter(|| {
            let mut trainer = fresh.clone();
            black_box(trainer.run(&data.train, u64::MAX, |_| true).is_ok())
        });
    });
    group.finish();
    Ok(())
}

fn benches(criterion: &mut Criterion) {
    for run in [parts, whole, sequence] {
        if let Err(error) = run(criterion) {
            eprintln!("error: {error}");
        }
    }
}

criterion_group!(golden, benches);
criterion_main!(golden);
