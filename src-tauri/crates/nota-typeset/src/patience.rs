//! A layout from a folder may never come to an end. It runs on a thread of its
//! own, and is stopped when it takes too much time or memory.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{RecvTimeoutError, sync_channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use nota_template::{Registry, Template, is_builtin_file};
use typst_layout::PagedDocument;

use crate::typesetter::{compile, shared};
use crate::world::ClosedWorld;

/// How long a layout from a folder may take for a nota: one of a hundred pages
/// takes a twentieth of it.
const PATIENCE: Duration = Duration::from_secs(10);

/// How often is looked whether it takes too much.
const LOOK: Duration = Duration::from_millis(5);

/// How many bytes of memory the program may grow by meanwhile: a nota of a
/// hundred pages takes a quarter of it.
const MEMORY: usize = 256 << 20;

/// How much longer for each nota of a bundle.
const MORE: Duration = Duration::from_millis(500);

/// How many bytes more for each nota of a bundle.
const MORE_MEMORY: usize = 8 << 20;

/// What is said of a layout that took longer, or more memory.
const ENDLESS: &str = "sjabloon/layout.typ: de opmaak komt niet tot een einde; zij is gestopt";

/// Says to a layout that runs that it must stop.
#[derive(Debug, Clone, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

/// What unwinds the thread of a layout that is stopped.
struct Stopped;

impl Stop {
    /// Ends the thread that asks when the layout must stop. Typst asks for its
    /// fonts all the time, and there is no other way to end it.
    pub(crate) fn look(&self) {
        if self.0.load(Ordering::Relaxed) {
            // Without the hook of panics: nothing is wrong with the program.
            resume_unwind(Box::new(Stopped));
        }
    }
}

/// The layouts that took too long. They are not tried again.
#[derive(Debug, Default)]
pub(crate) struct Endless(Mutex<HashSet<u64>>);

impl Endless {
    /// Runs Typst, with patience when the layout is not one of the program.
    ///
    /// # Errors
    ///
    /// The first fault of the layout, or that it did not come to an end.
    pub(crate) fn compile(
        &self,
        world: ClosedWorld,
        templates: &[&Template],
        registry: &Registry,
    ) -> Result<PagedDocument, String> {
        let own = templates.iter().flat_map(|own| &own.layout.files);
        let files = own.chain(shared(registry)).map(|(_, text)| text);
        if files.clone().all(|text| is_builtin_file(text)) {
            return compile(&world);
        }
        let mut hasher = DefaultHasher::new();
        files.for_each(|text| text.hash(&mut hasher));
        let name = hasher.finish();
        let known = || self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known().contains(&name) {
            return Err(ENDLESS.to_owned());
        }
        let notas = u32::try_from(templates.len()).unwrap_or(u32::MAX);
        let patience = PATIENCE.saturating_add(MORE.saturating_mul(notas));
        let room = MORE_MEMORY.saturating_mul(templates.len());
        match within(patience, MEMORY.saturating_add(room), world) {
            Some(done) => done,
            None => {
                known().insert(name);
                Err(ENDLESS.to_owned())
            }
        }
    }
}

/// What Typst makes of a world; none when it takes longer, or more bytes.
fn within(
    patience: Duration,
    room: usize,
    world: ClosedWorld,
) -> Option<Result<PagedDocument, String>> {
    let stop = world.stop.clone();
    let (done, wait) = sync_channel(1);
    let run = move || {
        let made = catch_unwind(AssertUnwindSafe(|| compile(&world)));
        // Nobody waits any more for what was stopped.
        let _ = done.send(made);
    };
    let spawned = thread::Builder::new().name("opmaak".into()).spawn(run);
    if spawned.is_err() {
        return Some(Err("er kon geen opmaak worden gestart".to_owned()));
    }
    let before = memory();
    let looks = patience.as_millis() / LOOK.as_millis();
    for _ in 0..looks {
        match wait.recv_timeout(LOOK) {
            Ok(Ok(made)) => return Some(made),
            // A panic of the typesetter goes on where it was asked for.
            Ok(Err(panic)) => resume_unwind(panic),
            Err(RecvTimeoutError::Disconnected) => return None,
            Err(RecvTimeoutError::Timeout) => {}
        }
        if memory().saturating_sub(before) > room {
            break;
        }
    }
    stop.0.store(true, Ordering::Relaxed);
    None
}

/// How many bytes of memory the program has; 0 where the system does not say.
fn memory() -> usize {
    memory_stats::memory_stats().map_or(0, |own| own.physical_mem)
}
