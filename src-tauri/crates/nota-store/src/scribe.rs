//! Writes the journal on a thread of its own, so that typing never waits for
//! the disk. What comes in while it writes goes to the disk together.

use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use std::time::{Duration, Instant};

use crate::frames::{Piece, PieceKind};
use crate::{Journal, StoreError};

/// How long it waits before it tries a disk again that refused.
const RETRY: Duration = Duration::from_secs(2);

/// What the journal is asked.
#[derive(Debug)]
pub enum Order {
    /// To add a piece, after which the nota has this revision.
    Append(Piece, u64),
    /// To begin again from a text, of this revision.
    Rewrite {
        /// What the journal is about.
        head: Vec<u8>,
        /// The text.
        text: String,
        /// The revision.
        revision: u64,
    },
    /// To note that the user closed the nota and wanted to keep nothing.
    Close,
    /// To go: there is nothing to recover.
    Discard,
}

/// What the journal tells.
#[derive(Debug)]
pub enum Told {
    /// All up to this revision survives a power cut.
    Durable(u64),
    /// The disk refuses; the text is kept in memory and tried again.
    Refused(StoreError),
}

/// The thread that writes a journal. When this is dropped the journal stays,
/// with all that was ordered.
pub struct Scribe {
    id: String,
    inbox: Sender<Order>,
    /// Disconnected once the thread has ended.
    ended: Receiver<()>,
}

impl Scribe {
    /// Starts the thread, which makes the journal first. It waits `linger`
    /// after a change for more of them.
    pub fn start(journal: Journal, linger: Duration, tell: impl Fn(Told) + Send + 'static) -> Self {
        let (inbox, orders) = mpsc::channel();
        let id = journal.id();
        let desk = Desk {
            journal,
            linger,
            tell: Box::new(tell),
            refused: false,
            revision: 0,
        };
        let (end, ended) = mpsc::channel();
        thread::spawn(move || {
            desk.run(&orders);
            drop(end);
        });
        Self { id, inbox, ended }
    }

    /// The id of the journal.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// Waits until all that was ordered is done, but no longer than this.
    pub fn finish(self, most: Duration) {
        let Self { inbox, ended, .. } = self;
        drop(inbox);
        let _ = ended.recv_timeout(most);
    }

    /// Hands over an order; returns at once.
    pub fn order(&self, order: Order) {
        // The thread ends only when the journal is discarded.
        let _ = self.inbox.send(order);
    }
}

struct Desk {
    journal: Journal,
    linger: Duration,
    tell: Box<dyn Fn(Told) + Send>,
    refused: bool,
    revision: u64,
}

impl Desk {
    fn run(mut self, orders: &Receiver<Order>) {
        let begun = self.journal.retry();
        self.report(begun);
        loop {
            let order = match self.refused {
                true => orders.recv_timeout(RETRY),
                false => orders.recv().map_err(|_| RecvTimeoutError::Disconnected),
            };
            let done = match order {
                Ok(Order::Discard) => {
                    // One that stays has nothing that is not in the file.
                    let _ = self.journal.discard();
                    return;
                }
                Ok(order) => self.batch(order, orders),
                Err(RecvTimeoutError::Timeout) => {
                    let retried = self.journal.retry();
                    self.report(retried);
                    None
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            if let Some(Order::Discard) = done {
                let _ = self.journal.discard();
                return;
            }
            if let Some(order) = done {
                self.single(order);
            }
        }
    }

    /// Collects pieces and writes them together. Gives back the order that
    /// ended the collecting, when it is another one.
    fn batch(&mut self, first: Order, orders: &Receiver<Order>) -> Option<Order> {
        let mut pieces = Vec::new();
        let mut ended = None;
        let mut next = Some(first);
        let end = Instant::now() + self.linger;
        while let Some(order) = next {
            match order {
                Order::Append(piece, revision) => {
                    pieces.push(piece);
                    self.revision = revision;
                }
                other => {
                    ended = Some(other);
                    break;
                }
            }
            let left = end.saturating_duration_since(Instant::now());
            next = orders.recv_timeout(left).ok();
        }
        if !pieces.is_empty() {
            let written = self.journal.append(pieces);
            self.report(written);
        }
        ended
    }

    fn single(&mut self, order: Order) {
        let written = match order {
            Order::Rewrite {
                head,
                text,
                revision,
            } => {
                self.revision = revision;
                self.journal.rewrite(&head, &text)
            }
            Order::Close => {
                let closed = Piece::new(PieceKind::Closed, Vec::new());
                self.journal.append(vec![closed])
            }
            Order::Append(..) | Order::Discard => Ok(()),
        };
        self.report(written);
    }

    fn report(&mut self, written: Result<(), StoreError>) {
        match written {
            Ok(()) => {
                self.refused = false;
                (self.tell)(Told::Durable(self.revision));
            }
            // Told once, until it succeeds again.
            Err(_) if self.refused => {}
            Err(error) => {
                self.refused = true;
                (self.tell)(Told::Refused(error));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::path::Path;
    use std::sync::Arc;

    use super::*;
    use crate::Journals;
    use crate::disk::Disk;
    use crate::testing::{Fault, SimulatedDisk};

    const NO_ROOM: i32 = 28;

    fn scribe(disk: &SimulatedDisk) -> (Scribe, Receiver<Told>) {
        let shared: Arc<dyn Disk> = Arc::new(disk.clone());
        let journal = Journal::new(shared, Path::new("/herstel"), b"{}", "nota");
        let (tell, told) = mpsc::channel();
        let scribe = Scribe::start(journal, Duration::from_millis(1), move |said| {
            let _ = tell.send(said);
        });
        (scribe, told)
    }

    fn change(number: u64) -> Order {
        Order::Append(Piece::new(PieceKind::Change, number.to_string()), number)
    }

    fn wait_for(told: &Receiver<Told>, revision: u64) {
        let long = Duration::from_secs(20);
        while !matches!(told.recv_timeout(long).expect("tells"), Told::Durable(at) if at == revision)
        {
        }
    }

    fn left(disk: &SimulatedDisk, id: &str) -> usize {
        let journals = Journals::new(Arc::new(disk.clone()), "/herstel".into());
        journals.read(id).expect("reads").whole.len()
    }

    #[test]
    fn all_changes_come_on_the_disk_in_order() {
        let disk = SimulatedDisk::new(&[]);
        let (scribe, told) = scribe(&disk);
        (1..=50).for_each(|number| scribe.order(change(number)));
        wait_for(&told, 50);
        assert_eq!(left(&disk, scribe.id()), 54);
    }

    #[test]
    fn a_disk_that_is_full_is_told_once_and_tried_until_it_is_not() {
        let disk = SimulatedDisk::new(&[]);
        let (scribe, told) = scribe(&disk);
        wait_for(&told, 0);
        disk.arrange(Fault::From(0, NO_ROOM));
        (1..=3).for_each(|number| {
            scribe.order(change(number));
            thread::sleep(Duration::from_millis(20));
        });
        let long = Duration::from_secs(20);
        assert!(matches!(told.recv_timeout(long), Ok(Told::Refused(_))));
        assert!(told.try_recv().is_err(), "told once");
        disk.arrange(Fault::None);
        wait_for(&told, 3);
        assert_eq!(left(&disk, scribe.id()), 7);
    }
}
