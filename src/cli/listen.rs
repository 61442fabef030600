//! `listen`: one recording, heard by a trained network.

use super::flags::{Shared, ViewsFlag};
use super::output::{Console, Outcome};
use super::train::weights_path;
use super::weights::{of_sounds, read_weights, same_core};
use crate::config::Preset;
use crate::data::Image;
use crate::data::speech::{self, BANDS, CELLS, CHANNELS, FrontEnd, SEGMENTS};
use crate::golden::eval::Views;
use crate::golden::weights::Saved;
use crate::golden::{Learner, Silent};
use crate::{Error, Result};
use std::path::PathBuf;

/// Hear one recording: class, margin, and a picture of its events
#[derive(Debug, clap::Args)]
#[command(
    after_help = "Example:\n  spinloom listen seven.wav\n\nWAV (8 to 32 bits, floats, any rate, channels are mixed) and NIST SPHERE are read."
)]
pub struct Args {
    /// The recording: one digit
    #[arg(value_name = "FILE.wav")]
    file: PathBuf,
    #[command(flatten)]
    shared: Shared,
    /// File that `train --preset fsdd` wrote [default: OUT/build/speech_RxC.spin]
    #[arg(long, value_name = "FILE")]
    weights: Option<PathBuf>,
    /// Views summed for the decision: 1, or 5 (four variants in time, pitch of resonances and ends)
    #[arg(
        long,
        value_name = "N",
        default_value = "5",
        hide_possible_values = true
    )]
    views: ViewsFlag,
}

/// What the four channels show.
const TITLES: [&str; CHANNELS] = ["up in pitch", "down in pitch", "rising", "falling"];

pub fn run(args: &Args, _console: &Console) -> Result<Outcome> {
    let request = args.shared.request().or_preset(Preset::Fsdd);
    let path = match &args.weights {
        Some(path) => path.clone(),
        None => weights_path(None, &request.settings()?),
    };
    let saved = read_weights(&path)?;
    of_sounds(&path, &saved)?;
    let settings = request.like(&saved).settings()?;
    same_core(&path, &saved, &settings.spec)?;
    let samples = speech::read(&args.file)?.samples;
    let image = FrontEnd::default().word(&args.file, &samples)?;
    let events = image.iter().filter(|&&byte| byte & 1 > 0).count();
    let views = Views::from(args.views);
    let sums = match &saved {
        Saved::Modulated(saved) => hear(&saved.network, &saved.options, &image, views),
        Saved::Prototype(saved) => hear(&saved.network, &saved.options, &image, views),
    }?;
    let mut ranked: Vec<(i64, usize)> = sums
        .iter()
        .enumerate()
        .filter_map(|(class, sum)| sum.map(|sum| (sum, class)))
        .collect();
    ranked.sort_by_key(|&(sum, class)| (-sum, class));
    let Some(&(best, class)) = ranked.first() else {
        return Err(Error::file(path, "has learned nothing yet: train it"));
    };
    let seconds = samples.len() as f64 / f64::from(speech::RATE);
    let mut outcome = Outcome::default();
    outcome.set("file", args.file.display().to_string());
    outcome.set("weights", path.display().to_string());
    outcome.set("recording_seconds", seconds);
    outcome.set("views", views.count());
    outcome.set("events", events);
    outcome.set("class", class);
    outcome.set("class_sums", sums.to_vec());
    outcome.text.push_str(&picture(&image));
    outcome.line(format!("{seconds:.2} s, {events} events"));
    match ranked.get(1) {
        Some(&(second, rival)) => {
            outcome.set("margin", best - second);
            outcome.set("rival", rival);
            outcome.line(format!("{class}, by {} before {rival}", best - second));
        }
        None => outcome.line(format!("{class}")),
    }
    Ok(outcome)
}

/// The sums of all classes over the views.
fn hear<N: Learner>(
    network: &N,
    options: &crate::golden::TrainOptions,
    image: &Image,
    views: Views,
) -> Result<[Option<i64>; crate::spec::NUM_CLASSES]> {
    let spec = network.spec();
    let encoder = options.encoder.fit(spec.rows, spec.input_steps())?;
    let mut network = network.clone();
    let mut spikes = Vec::new();
    network.clear_sums();
    for view in 0..views.count() {
        encoder.encode_view(image, view, &mut spikes);
        network.infer(&spikes, &mut Silent);
    }
    Ok(network.class_sums())
}

/// The channels side by side: time to the right, high bands on top.
fn picture(image: &Image) -> String {
    let mut text = String::new();
    let titles = TITLES.map(|title| format!("{title:SEGMENTS$}"));
    text.push_str(titles.join("  ").trim_end());
    text.push('\n');
    for band in (0..BANDS).rev() {
        let line = |channel: usize| -> String {
            let first = channel * CELLS + band * SEGMENTS;
            let cell = |&byte: &u8| if byte & 1 > 0 { '\u{2588}' } else { '\u{b7}' };
            image[first..first + SEGMENTS].iter().map(cell).collect()
        };
        let lines: [String; CHANNELS] = std::array::from_fn(line);
        text.push_str(&lines.join("  "));
        text.push('\n');
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::PIXELS;

    #[test]
    fn the_picture_has_time_to_the_right_and_pitch_upwards() {
        let mut image = [0; PIXELS];
        // channel 0, lowest band, last stretch; channel 3, highest band, first stretch
        image[SEGMENTS - 1] = 1;
        image[3 * CELLS + 13 * SEGMENTS] = 0b11111;
        // another view
        image[0] = 0b10;
        let picture = picture(&image);
        let lines: Vec<Vec<char>> = picture.lines().map(|l| l.chars().collect()).collect();
        assert_eq!((lines.len(), lines[1].len()), (1 + 14, 4 * 14 + 3 * 2));
        assert_eq!((lines[14][13], lines[1][48]), ('\u{2588}', '\u{2588}'));
        assert_eq!(picture.matches('\u{2588}').count(), 2);
    }
}
