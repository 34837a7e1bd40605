//! What is kept of the open nota on this machine: where, and the clock and the
//! words for it.

use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use chrono::{DateTime, Local, TimeZone};
use nota_editor::view::Banner;
use nota_herstel::Herstel;
use nota_store::Folders;
use nota_store::disk::RealDisk;

/// How long a file that another program opened is kept: a day.
const HANDED_OVER_FOR: Duration = Duration::from_secs(24 * 60 * 60);

/// Milliseconds since 1970.
fn now() -> u64 {
    u64::try_from(Local::now().timestamp_millis()).unwrap_or(0)
}

/// What is kept in the user's own folders, and what is to be said above the
/// form about it, by and by.
pub fn herstel() -> (Arc<Herstel>, Receiver<Option<Banner>>) {
    let (alerts, told) = channel();
    let herstel = Herstel::new(Arc::new(RealDisk), folders(), now, moment, move |banner| {
        // Only at the very end does nobody listen.
        let _ = alerts.send(banner);
    });
    herstel.forget_old();
    nota_store::forget_handed_over(HANDED_OVER_FOR);
    (Arc::new(herstel), told)
}

fn folders() -> Option<Folders> {
    Some(Folders {
        journals: nota_store::journals()?,
        versions: nota_store::versions()?,
        rescues: nota_store::rescues()?,
    })
}

/// "15 maart 2024, 14:03".
pub fn moment(time: u64) -> String {
    let time = i64::try_from(time).unwrap_or(0);
    let when: Option<DateTime<Local>> = Local.timestamp_millis_opt(time).single();
    when.map_or_else(String::new, |when| crate::recent::moment(&when))
}
