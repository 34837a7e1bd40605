//! Who of several programs may do its next step: one at a time, in an order
//! that a seed decides. A step begins when all others wait for theirs, so the
//! same seed gives the same order.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, PoisonError};

use super::Dice;

#[derive(Debug)]
struct Round {
    /// The programs that are running, and whether each waits.
    waits: BTreeMap<usize, bool>,
    turn: Option<usize>,
    dice: Dice,
}

/// The turns of some programs.
#[derive(Debug)]
pub(super) struct Turns {
    round: Mutex<Round>,
    changed: Condvar,
}

impl Turns {
    /// The turns of programs 0 to `programs`.
    pub fn new(programs: usize, seed: u64) -> Self {
        Self {
            round: Mutex::new(Round {
                waits: (0..programs).map(|program| (program, false)).collect(),
                turn: None,
                dice: Dice::new(seed),
            }),
            changed: Condvar::new(),
        }
    }

    /// Waits for the turn of this program.
    pub fn wait(&self, program: usize) {
        let mut round = self.round.lock().unwrap_or_else(PoisonError::into_inner);
        round.waits.insert(program, true);
        round.choose();
        self.changed.notify_all();
        while round.turn != Some(program) {
            round = self
                .changed
                .wait(round)
                .unwrap_or_else(PoisonError::into_inner);
        }
        round.turn = None;
        round.waits.insert(program, false);
    }

    /// This program is done.
    pub fn leave(&self, program: usize) {
        let mut round = self.round.lock().unwrap_or_else(PoisonError::into_inner);
        round.waits.remove(&program);
        round.choose();
        self.changed.notify_all();
    }
}

impl Round {
    fn choose(&mut self) {
        if self.turn.is_none() && !self.waits.is_empty() && self.waits.values().all(|wait| *wait) {
            let at = self.dice.below(self.waits.len());
            self.turn = self.waits.keys().nth(at).copied();
        }
    }
}
