//! The vectors that come with a generated core: a short run on random images, which needs no data.

use super::parts::{Part, Start, play};
use super::session::Action;
use crate::emit::memory_image::file_names;
use crate::golden::core::{Event, Last};
use crate::random::Stream;
use crate::spec::{NUM_CLASSES, Spec};
use crate::{Error, Result};

/// Stream of the seed that draws the images.
const STREAM: u64 = 3;
/// Images with learning (scheme "prototype": after the group of class 0 is full), then images without.
const NUM_TRAIN: u32 = 16;
const NUM_TEST: u32 = 8;
/// One row in so many is active, as in an encoded digit.
const ROWS_PER_EVENT: u32 = 9;

/// The files that the testbench reads: name and content.
///
/// # Errors
/// [`Error::Io`] of the temporary folder.
pub fn vectors(start: &Start, seed: u64) -> Result<Vec<(String, Vec<u8>)>> {
    let spec = start.core().spec();
    let dir = tempfile::tempdir().map_err(Error::io(std::env::temp_dir()))?;
    let part = Part {
        dir: Some(dir.path().to_path_buf()),
        ..Part::default()
    };
    play(&actions(spec, seed), start, &[part], true, &|_| {})?;
    ["stimulus.bin", "expected.bin"]
        .into_iter()
        .chain(file_names(spec))
        .map(|name| {
            let path = dir.path().join(name);
            let content = std::fs::read(&path).map_err(Error::io(&path))?;
            Ok((name.to_owned(), content))
        })
        .collect()
}

fn actions(spec: &Spec, seed: u64) -> Vec<Action> {
    let mut stream = Stream::numbered(seed, STREAM);
    let mut actions = Vec::new();
    let full = spec.prototype().map_or(0, |_| spec.group() as u32);
    for image in 0..full + NUM_TRAIN + NUM_TEST {
        let rows = (0..spec.rows as u16).filter(|_| stream.below(ROWS_PER_EVENT) == 0);
        actions.extend(rows.map(|row| Action::Event(Event::Row(row))));
        actions.push(Action::Event(Event::Last(Last {
            learn: image < full + NUM_TRAIN,
            label: label(image, full),
            more: false,
        })));
    }
    actions
}

/// All classes in turn; where a group is to fill first, half of the images go on with its class.
fn label(image: u32, full: u32) -> u8 {
    let in_turn = (image % NUM_CLASSES as u32) as u8;
    if full > 0 && (image < full || image.is_multiple_of(2)) {
        0
    } else {
        in_turn
    }
}
