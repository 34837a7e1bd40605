//! Mishaps on order, in debug builds only: tests of the window cannot break the
//! engine otherwise. `BESLISNOTA_ONHEIL` names a file; while it is there the
//! background thread stumbles over each revision, and what takes a while takes
//! until the file is gone.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use nota_editor::Event;

/// No mishap lasts longer, so that a test that fails ends.
const LONGEST: Duration = Duration::from_secs(60);

/// What is to go wrong.
pub enum Mishap {
    /// The thread ends here.
    Stumble,
    /// It waits until the file is gone.
    Wait(PathBuf),
}

/// What was ordered for the moment at which the engine tells this.
pub fn ordered(event: &Event) -> Option<Mishap> {
    let order = PathBuf::from(std::env::var_os("BESLISNOTA_ONHEIL")?);
    match event {
        _ if !order.exists() => None,
        Event::Problems(_) => Some(Mishap::Stumble),
        Event::Progress(progress) if !progress.tekst.is_empty() => Some(Mishap::Wait(order)),
        _ => None,
    }
}

impl Mishap {
    /// Lets it happen.
    pub fn strike(self) {
        match self {
            Self::Stumble => panic!("a mishap on order"),
            Self::Wait(order) => {
                let start = Instant::now();
                while order.exists() && start.elapsed() < LONGEST {
                    std::thread::sleep(Duration::from_millis(10));
                }
            }
        }
    }
}
