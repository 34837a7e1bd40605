//! A progress bar for many files, on a terminal only.

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// The progress over a number of files.
pub(crate) struct Progress {
    bar: ProgressBar,
}

impl Progress {
    /// A bar on standard error when there are several files and someone sees
    /// it; otherwise nothing.
    pub(crate) fn over(files: usize) -> Self {
        let target = match files {
            0 | 1 => ProgressDrawTarget::hidden(),
            _ => ProgressDrawTarget::stderr(),
        };
        let bar = ProgressBar::with_draw_target(Some(files as u64), target);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos} van {len}") {
            bar.set_style(style);
        }
        Self { bar }
    }

    /// One file is done; `say` is what there is to print about it.
    pub(crate) fn step<T>(&self, say: impl FnOnce() -> T) -> T {
        let said = self.bar.suspend(say);
        self.bar.inc(1);
        said
    }

    /// Takes the bar away.
    pub(crate) fn finish(&self) {
        self.bar.finish_and_clear();
    }
}
