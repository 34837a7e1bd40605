//! The simulated disk: the model, with faults and turns at each step.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::model::{Loss, Model};
use super::turns::Turns;
use crate::disk::{Disk, Held, Kind, Rights, Stat, Writing};

/// What goes wrong, counted in steps from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// Nothing.
    None,
    /// The program stops in this step; a write is done for half.
    Stop(usize),
    /// This one step is refused with a number of the system; a write is done
    /// for half.
    Once(usize, i32),
    /// This step and all later ones that need room or write are refused.
    From(usize, i32),
}

#[derive(Debug)]
struct State {
    model: Model,
    steps: usize,
    fault: Fault,
    locks: BTreeSet<PathBuf>,
    exchanges: bool,
}

/// A disk in memory. Clones are the same disk.
#[derive(Clone)]
pub struct SimulatedDisk {
    state: Arc<Mutex<State>>,
    turns: Option<(Arc<Turns>, usize)>,
}

/// What becomes of a step.
enum Step {
    Happens,
    Refused(io::Error),
}

impl SimulatedDisk {
    /// A disk with these folders, each below one that is there already.
    pub fn new(folders: &[&str]) -> Self {
        let disk = Self::with(Model::new());
        for folder in folders {
            let mut state = disk.state();
            let path = Path::new(folder);
            state.model.create_folder(path).expect("a place for it");
            let above = path.parent().unwrap_or(Path::new(""));
            state.model.sync_folder(above).expect("is there");
        }
        disk
    }

    fn with(model: Model) -> Self {
        Self {
            state: Arc::new(Mutex::new(State {
                model,
                steps: 0,
                fault: Fault::None,
                locks: BTreeSet::new(),
                exchanges: true,
            })),
            turns: None,
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// From now on this goes wrong; steps are counted from here.
    pub fn arrange(&self, fault: Fault) {
        let mut state = self.state();
        state.steps = 0;
        state.fault = fault;
    }

    /// A disk that can neither exchange names nor give a second one.
    pub fn without_exchange(self) -> Self {
        self.state().exchanges = false;
        self
    }

    /// The number of steps since the fault was arranged.
    pub fn steps(&self) -> usize {
        self.state().steps
    }

    /// The disk after the program ended or the power went.
    pub fn after(&self, loss: Loss) -> Self {
        Self::with(self.state().model.after(loss))
    }

    /// The same disk for several programs that take turns.
    pub fn shared(&self, programs: usize, seed: u64) -> Vec<Self> {
        let turns = Arc::new(Turns::new(programs, seed));
        let one = |program| Self {
            state: Arc::clone(&self.state),
            turns: Some((Arc::clone(&turns), program)),
        };
        (0..programs).map(one).collect()
    }

    /// This program of several is done.
    pub fn leave(&self) {
        if let Some((turns, program)) = &self.turns {
            turns.leave(*program);
        }
    }

    /// Puts bytes in a file without a step, for tests of damage.
    pub fn damage(&self, path: &Path, bytes: Vec<u8>) {
        self.state().model.overwrite(path, bytes).expect("is there");
    }

    /// Whether only the user can read a file.
    pub fn is_private(&self, path: &Path) -> bool {
        self.state().model.is_private(path).unwrap_or(false)
    }

    /// One step; `writes` when it needs room or changes something.
    fn step(&self, writes: bool) -> (MutexGuard<'_, State>, Step) {
        if let Some((turns, program)) = &self.turns {
            turns.wait(*program);
        }
        let mut state = self.state();
        let now = state.steps;
        state.steps += 1;
        let step = match state.fault {
            Fault::Stop(at) if now >= at => Step::Refused(io::Error::other("the power is off")),
            Fault::Once(at, number) if now == at => {
                Step::Refused(io::Error::from_raw_os_error(number))
            }
            Fault::From(at, number) if now >= at && writes => {
                Step::Refused(io::Error::from_raw_os_error(number))
            }
            _ => Step::Happens,
        };
        (state, step)
    }

    fn reading<T>(&self, act: impl FnOnce(&Model) -> io::Result<T>) -> io::Result<T> {
        match self.step(false) {
            (state, Step::Happens) => act(&state.model),
            (_, Step::Refused(error)) => Err(error),
        }
    }

    fn writing<T>(&self, act: impl FnOnce(&mut Model) -> io::Result<T>) -> io::Result<T> {
        match self.step(true) {
            (mut state, Step::Happens) => act(&mut state.model),
            (_, Step::Refused(error)) => Err(error),
        }
    }
}

struct SimulatedFile {
    disk: SimulatedDisk,
    id: usize,
}

impl Writing for SimulatedFile {
    fn write(&mut self, bytes: &[u8]) -> io::Result<()> {
        match self.disk.step(true) {
            (mut state, Step::Happens) => state.model.write(self.id, bytes),
            (mut state, Step::Refused(error)) => {
                // Once the program has stopped it writes no more.
                let stopped = matches!(state.fault, Fault::Stop(at) if state.steps > at + 1);
                if !stopped {
                    let half = bytes.get(..bytes.len() / 2).unwrap_or_default();
                    state.model.write(self.id, half);
                }
                return Err(error);
            }
        }
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        match self.disk.step(true) {
            (mut state, Step::Happens) => state.model.sync(self.id),
            (mut state, Step::Refused(error)) => {
                state.model.give_up(self.id);
                return Err(error);
            }
        }
        Ok(())
    }
}

struct SimulatedLock {
    disk: SimulatedDisk,
    path: PathBuf,
}

impl Held for SimulatedLock {}

impl Drop for SimulatedLock {
    fn drop(&mut self) {
        self.disk.state().locks.remove(&self.path);
    }
}

impl Disk for SimulatedDisk {
    fn stat(&self, path: &Path) -> io::Result<Stat> {
        let len = self.reading(|model| model.stat(path))?;
        Ok(Stat {
            kind: len.map_or(Kind::Folder, |_| Kind::File),
            len: len.unwrap_or(0),
            read_only: false,
        })
    }

    fn resolve(&self, path: &Path) -> io::Result<PathBuf> {
        self.stat(path).map(|_| path.to_owned())
    }

    fn read(&self, path: &Path, most: u64) -> io::Result<Vec<u8>> {
        let bytes = self.reading(|model| model.read(path))?;
        if bytes.len() as u64 > most {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        Ok(bytes)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<OsString>> {
        self.reading(|model| model.list(folder))
    }

    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.writing(|model| model.create_folder(folder))
    }

    fn create(&self, path: &Path) -> io::Result<Box<dyn Writing>> {
        let id = self.writing(|model| model.create(path))?;
        let disk = self.clone();
        Ok(Box::new(SimulatedFile { disk, id }))
    }

    fn set_rights(&self, path: &Path, rights: Rights<'_>) -> io::Result<()> {
        self.writing(|model| match rights {
            Rights::Private => Ok(()),
            Rights::Usual => model.set_private(path, None),
            Rights::Like(other) => model.set_private(path, Some(other)),
        })
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.writing(|model| model.rename(from, to))
    }

    fn exchange(&self, one: &Path, other: &Path) -> io::Result<()> {
        if !self.state().exchanges {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.writing(|model| model.exchange(one, other))
    }

    fn link(&self, from: &Path, to: &Path) -> io::Result<()> {
        if !self.state().exchanges {
            return Err(io::ErrorKind::Unsupported.into());
        }
        self.writing(|model| model.link(from, to))
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.writing(|model| model.remove(path))
    }

    fn remove_folder(&self, folder: &Path) -> io::Result<()> {
        self.writing(|model| model.remove(folder))
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.writing(|model| model.sync_folder(folder))
    }

    fn lock(&self, path: &Path) -> io::Result<Option<Box<dyn Held>>> {
        match self.step(true) {
            (mut state, Step::Happens) => {
                if !state.locks.insert(path.to_owned()) {
                    return Ok(None);
                }
                if state.model.stat(path).is_err() {
                    state.model.create(path)?;
                }
            }
            (_, Step::Refused(error)) => return Err(error),
        }
        let (disk, path) = (self.clone(), path.to_owned());
        Ok(Some(Box::new(SimulatedLock { disk, path })))
    }

    fn wait(&self, _: Duration) {
        // A turn for the others; nothing else can change meanwhile.
        let _ = self.step(false);
    }
}
