//! Progress bars on standard error; none where nobody looks.

use super::output::Console;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressState, ProgressStyle};
use std::fmt::Write;
use std::time::Duration;

const TICK: Duration = Duration::from_millis(100);

/// A bar over `total` images.
pub fn images(console: &Console, what: &str, total: u64) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total), target(console));
    let template = "{msg:12} {wide_bar} {pos}/{len} images, {rate}, {eta} left";
    bar.set_style(style(template, 0));
    bar.with_message(what.to_owned())
}

/// A bar that counts trainings, and shows that it lives.
pub fn trainings(console: &Console, total: u64) -> ProgressBar {
    counting(console, total, "trainings")
}

/// A bar that counts jobs, and shows that it lives.
pub fn jobs(console: &Console, total: u64) -> ProgressBar {
    counting(console, total, "jobs")
}

fn counting(console: &Console, total: u64, what: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(Some(total), target(console));
    let template =
        format!("{{spinner}} {{msg}} {{wide_bar}} {{pos}}/{{len}} {what}, {{rate}}, {{eta}} left");
    bar.set_style(style(&template, 2));
    bar.enable_steady_tick(TICK);
    bar
}

/// `template`, where `{rate}` is a number a second with so many digits behind the point.
fn style(template: &str, digits: usize) -> ProgressStyle {
    let style = ProgressStyle::with_template(template);
    let style = style.unwrap_or_else(|_| ProgressStyle::default_bar());
    let rate = move |state: &ProgressState, out: &mut dyn Write| {
        // a bar that cannot be written is not shown
        let _ = write!(out, "{:.digits$}/s", state.per_sec());
    };
    style.with_key("rate", rate)
}

/// A sign of life for work of unknown length.
pub fn spinner(console: &Console, what: &str) -> ProgressBar {
    let bar = ProgressBar::with_draw_target(None, target(console));
    let style = ProgressStyle::with_template("{spinner} {msg}, {elapsed}");
    bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_spinner()));
    bar.enable_steady_tick(TICK);
    bar.with_message(what.to_owned())
}

fn target(console: &Console) -> ProgressDrawTarget {
    if console.shows_progress() {
        ProgressDrawTarget::stderr()
    } else {
        ProgressDrawTarget::hidden()
    }
}
