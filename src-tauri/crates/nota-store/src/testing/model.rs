//! What the simulated disk holds: what a running program sees, and what would
//! be left of it if the power went now.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io;
use std::path::{Component, Path};

use super::Dice;

/// A write is torn at multiples of this many bytes.
const SECTOR: usize = 512;

/// What a power cut takes of the things that were not synced.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Loss {
    /// Nothing: only the program was killed.
    Nothing,
    /// All.
    Everything,
    /// Any part, as the seed says: writes lost, torn and out of order, names
    /// lost each by itself.
    Some(u64),
}

type Names = BTreeMap<OsString, usize>;

/// A change of the names in a folder; it survives whole or not at all.
type Renaming = Vec<(OsString, Option<usize>)>;

#[derive(Debug, Clone)]
enum Node {
    File {
        seen: Vec<u8>,
        safe: Vec<u8>,
        /// Where a write begins and what it wrote; none once a sync failed,
        /// after which no later one brings it to the disk.
        waiting: Vec<(usize, Vec<u8>)>,
        given_up: bool,
        private: bool,
    },
    Folder {
        seen: Names,
        safe: Names,
        waiting: Vec<Renaming>,
    },
}

/// Files and folders. Links do not exist.
#[derive(Debug, Clone)]
pub(super) struct Model {
    nodes: Vec<Node>,
}

impl Model {
    /// An empty disk with these folders, which are safe.
    pub fn new() -> Self {
        let root = Node::Folder {
            seen: Names::new(),
            safe: Names::new(),
            waiting: Vec::new(),
        };
        Self { nodes: vec![root] }
    }

    /// What is left after a power cut.
    pub fn after(&self, loss: Loss) -> Self {
        let mut dice = Dice::new(match loss {
            Loss::Some(seed) => seed,
            _ => 0,
        });
        let mut stays = || match loss {
            Loss::Nothing => true,
            Loss::Everything => false,
            Loss::Some(_) => dice.heads(),
        };
        let nodes = self.nodes.iter().map(|node| node.after(&mut stays));
        Self {
            nodes: nodes.collect(),
        }
    }

    fn find(&self, path: &Path) -> io::Result<usize> {
        let mut at = 0;
        for part in path.components() {
            let Component::Normal(name) = part else {
                continue;
            };
            let Some(Node::Folder { seen, .. }) = self.nodes.get(at) else {
                return Err(io::ErrorKind::NotADirectory.into());
            };
            at = *seen.get(name).ok_or(io::ErrorKind::NotFound)?;
        }
        Ok(at)
    }

    /// The folder of a path, and its name in it.
    fn place(&self, path: &Path) -> io::Result<(usize, OsString)> {
        let folder = self.find(path.parent().unwrap_or(Path::new("")))?;
        let name = path.file_name().ok_or(io::ErrorKind::InvalidInput)?;
        Ok((folder, name.to_owned()))
    }

    fn rename_in(&mut self, folder: usize, renaming: Renaming) -> io::Result<()> {
        let Some(Node::Folder { seen, waiting, .. }) = self.nodes.get_mut(folder) else {
            return Err(io::ErrorKind::NotADirectory.into());
        };
        carry_out(seen, &renaming);
        waiting.push(renaming);
        Ok(())
    }

    fn add(&mut self, path: &Path, node: Node) -> io::Result<usize> {
        let (folder, name) = self.place(path)?;
        if self.find(path).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.nodes.push(node);
        let id = self.nodes.len() - 1;
        self.rename_in(folder, vec![(name, Some(id))])?;
        Ok(id)
    }

    pub fn create_folder(&mut self, path: &Path) -> io::Result<()> {
        let empty = Node::Folder {
            seen: Names::new(),
            safe: Names::new(),
            waiting: Vec::new(),
        };
        self.add(path, empty).map(|_| ())
    }

    pub fn create(&mut self, path: &Path) -> io::Result<usize> {
        let empty = Node::File {
            seen: Vec::new(),
            safe: Vec::new(),
            waiting: Vec::new(),
            given_up: false,
            private: true,
        };
        self.add(path, empty)
    }

    /// Whether a folder stands there; and its length when it is a file.
    pub fn stat(&self, path: &Path) -> io::Result<Option<u64>> {
        match &self.nodes[self.find(path)?] {
            Node::File { seen, .. } => Ok(Some(seen.len() as u64)),
            Node::Folder { .. } => Ok(None),
        }
    }

    pub fn read(&self, path: &Path) -> io::Result<Vec<u8>> {
        match &self.nodes[self.find(path)?] {
            Node::File { seen, .. } => Ok(seen.clone()),
            Node::Folder { .. } => Err(io::ErrorKind::IsADirectory.into()),
        }
    }

    pub fn list(&self, path: &Path) -> io::Result<Vec<OsString>> {
        match &self.nodes[self.find(path)?] {
            Node::Folder { seen, .. } => Ok(seen.keys().cloned().collect()),
            Node::File { .. } => Err(io::ErrorKind::NotADirectory.into()),
        }
    }

    pub fn write(&mut self, id: usize, bytes: &[u8]) {
        if let Some(Node::File { seen, waiting, .. }) = self.nodes.get_mut(id) {
            waiting.push((seen.len(), bytes.to_vec()));
            seen.extend_from_slice(bytes);
        }
    }

    /// Puts other bytes in a file, for tests of damage.
    pub fn overwrite(&mut self, path: &Path, bytes: Vec<u8>) -> io::Result<()> {
        let id = self.find(path)?;
        if let Node::File {
            seen,
            safe,
            waiting,
            ..
        } = &mut self.nodes[id]
        {
            safe.clone_from(&bytes);
            *seen = bytes;
            waiting.clear();
        }
        Ok(())
    }

    pub fn sync(&mut self, id: usize) {
        if let Some(Node::File {
            seen,
            safe,
            waiting,
            given_up,
            ..
        }) = self.nodes.get_mut(id)
            && !*given_up
        {
            safe.clone_from(seen);
            waiting.clear();
        }
    }

    /// A sync failed: the system takes what was waiting for written.
    pub fn give_up(&mut self, id: usize) {
        if let Some(Node::File { given_up, .. }) = self.nodes.get_mut(id) {
            *given_up = true;
        }
    }

    pub fn set_private(&mut self, path: &Path, yes: Option<&Path>) -> io::Result<()> {
        let wanted = match yes {
            None => false,
            Some(like) => self.is_private(like)?,
        };
        let id = self.find(path)?;
        if let Node::File { private, .. } = &mut self.nodes[id] {
            *private = wanted;
        }
        Ok(())
    }

    pub fn is_private(&self, path: &Path) -> io::Result<bool> {
        match &self.nodes[self.find(path)?] {
            Node::File { private, .. } => Ok(*private),
            Node::Folder { .. } => Ok(true),
        }
    }

    pub fn rename(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let (folder, name) = self.place(from)?;
        let (other, new_name) = self.place(to)?;
        assert_eq!(folder, other, "only within a folder");
        let id = self.find(from)?;
        self.rename_in(folder, vec![(name, None), (new_name, Some(id))])
    }

    pub fn exchange(&mut self, one: &Path, other: &Path) -> io::Result<()> {
        let (folder, name) = self.place(one)?;
        let (_, other_name) = self.place(other)?;
        let (id, other_id) = (self.find(one)?, self.find(other)?);
        self.rename_in(folder, vec![(name, Some(other_id)), (other_name, Some(id))])
    }

    pub fn link(&mut self, from: &Path, to: &Path) -> io::Result<()> {
        let id = self.find(from)?;
        let (folder, name) = self.place(to)?;
        if self.find(to).is_ok() {
            return Err(io::ErrorKind::AlreadyExists.into());
        }
        self.rename_in(folder, vec![(name, Some(id))])
    }

    pub fn remove(&mut self, path: &Path) -> io::Result<()> {
        self.find(path)?;
        let (folder, name) = self.place(path)?;
        self.rename_in(folder, vec![(name, None)])
    }

    pub fn sync_folder(&mut self, path: &Path) -> io::Result<()> {
        let id = self.find(path)?;
        if let Node::Folder {
            seen,
            safe,
            waiting,
        } = &mut self.nodes[id]
        {
            safe.clone_from(seen);
            waiting.clear();
        }
        Ok(())
    }
}

fn carry_out(names: &mut Names, renaming: &Renaming) {
    for (name, node) in renaming {
        match node {
            Some(node) => names.insert(name.clone(), *node),
            None => names.remove(name),
        };
    }
}

impl Node {
    fn after(&self, stays: &mut impl FnMut() -> bool) -> Node {
        match self {
            Node::File {
                safe,
                waiting,
                private,
                ..
            } => {
                let mut left = safe.clone();
                for (start, bytes) in waiting {
                    survive(&mut left, *start, bytes, stays);
                }
                Node::File {
                    seen: left.clone(),
                    safe: left,
                    waiting: Vec::new(),
                    given_up: false,
                    private: *private,
                }
            }
            Node::Folder { safe, waiting, .. } => {
                let mut left = safe.clone();
                for renaming in waiting.iter().filter(|_| stays()) {
                    carry_out(&mut left, renaming);
                }
                Node::Folder {
                    seen: left.clone(),
                    safe: left,
                    waiting: Vec::new(),
                }
            }
        }
    }
}

/// Brings a write to the disk sector by sector; what is missing before a
/// sector that came reads as zeros.
fn survive(left: &mut Vec<u8>, start: usize, bytes: &[u8], stays: &mut impl FnMut() -> bool) {
    let mut at = 0;
    while at < bytes.len() {
        let end = (((start + at) / SECTOR + 1) * SECTOR - start).min(bytes.len());
        if stays() {
            if left.len() < start + end {
                left.resize(start + end, 0);
            }
            left[start + at..start + end].copy_from_slice(&bytes[at..end]);
        }
        at = end;
    }
}
