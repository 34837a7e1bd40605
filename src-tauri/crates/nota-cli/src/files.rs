//! Many files on all cores. The files are begun in the order of the command
//! line and handed back in that order, so that little waits in memory. One
//! that makes the program stumble does not stop the others.

use std::collections::BTreeMap;
use std::num::NonZeroUsize;
use std::path::PathBuf;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::thread;

use nota_store::shown;

use crate::failure::Failure;
use crate::panics::guard;

/// Room for the deepest nota on every platform, whatever its default is.
const STACK_BYTES: usize = 16 * 1024 * 1024;

/// Runs `work` on each file, on as many threads as there are cores or as
/// `jobs` says, and hands each result to `deliver`, in order.
///
/// Threads of its own instead of a pool: the typesetter uses the pool within
/// one nota, and a pool would start the next nota on top of one that waits.
pub(crate) fn each<T: Send>(
    files: &[PathBuf],
    jobs: Option<NonZeroUsize>,
    work: impl Fn(usize, &PathBuf) -> Result<T, Failure> + Sync,
    deliver: impl FnMut(&PathBuf, Result<T, Failure>) + Send,
) {
    let cores = || thread::available_parallelism().unwrap_or(NonZeroUsize::MIN);
    let threads = jobs.unwrap_or_else(cores).get().min(files.len());
    let next = AtomicUsize::new(0);
    let queue = Mutex::new(Queue {
        waiting: BTreeMap::new(),
        next: 0,
        deliver,
    });
    let run = || {
        loop {
            let index = next.fetch_add(1, Ordering::Relaxed);
            let Some(file) = files.get(index) else { return };
            let result = guard(|| work(index, file)).unwrap_or_else(|place| {
                let file = shown(file);
                Err(Failure::Panicked { file, place })
            });
            let mut queue = queue.lock().unwrap_or_else(PoisonError::into_inner);
            queue.waiting.insert(index, result);
            queue.drain(files);
        }
    };
    thread::scope(|scope| {
        let started = (0..threads).filter(|_| {
            let thread = thread::Builder::new().stack_size(STACK_BYTES);
            thread.spawn_scoped(scope, run).is_ok()
        });
        // A system without room for threads still does the work, here.
        if started.count() == 0 {
            run();
        }
    });
}

/// Results that came before their turn.
struct Queue<T, D> {
    waiting: BTreeMap<usize, Result<T, Failure>>,
    next: usize,
    deliver: D,
}

impl<T, D: FnMut(&PathBuf, Result<T, Failure>)> Queue<T, D> {
    fn drain(&mut self, files: &[PathBuf]) {
        while let Some(result) = self.waiting.remove(&self.next)
            && let Some(file) = files.get(self.next)
        {
            (self.deliver)(file, result);
            self.next += 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_come_in_order_and_a_stumble_stays_with_its_file() {
        crate::panics::keep_quiet();
        let files: Vec<_> = (0..100).map(|n| PathBuf::from(n.to_string())).collect();
        let mut seen = Vec::new();
        each(
            &files,
            NonZeroUsize::new(7),
            |index, _| {
                assert!(index != 40, "stumbles");
                if index % 10 == 0 {
                    thread::sleep(std::time::Duration::from_millis(2));
                }
                Ok(index)
            },
            |file, result| seen.push((file.clone(), result.ok())),
        );
        let expected: Vec<_> = (0..100)
            .map(|n| (files[n].clone(), (n != 40).then_some(n)))
            .collect();
        assert_eq!(seen, expected);
    }

    #[test]
    fn no_files_is_no_work() {
        each(&[], None, |_, _| Ok(()), |_, _| unreachable!("no file"));
    }
}
