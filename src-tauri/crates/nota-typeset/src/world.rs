//! The closed world that the layouts run in: the files given to it and
//! nothing else. No packages, no disk, no network, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::Fonts;

/// The standard library of the layouts, with what helps screen readers: a
/// layout may mark header cells of rows and summaries of tables.
static LIBRARY: LazyLock<LazyHash<Library>> = LazyLock::new(|| {
    let features = [Feature::A11yExtras].into_iter().collect();
    LazyHash::new(Library::builder().with_features(features).build())
});

/// A world of some files in memory.
pub(crate) struct ClosedWorld {
    fonts: Fonts,
    main: FileId,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl ClosedWorld {
    /// A world without files, whose layout is the file with this path.
    pub(crate) fn new(fonts: Fonts, main: FileId) -> Self {
        Self {
            fonts,
            main,
            sources: HashMap::new(),
            files: HashMap::new(),
        }
    }

    /// Adds a Typst file.
    pub(crate) fn source(&mut self, source: Source) {
        self.sources.insert(source.id(), source);
    }

    /// Adds a file of data.
    pub(crate) fn bytes(&mut self, id: FileId, bytes: Bytes) {
        self.files.insert(id, bytes);
    }
}

/// The identity of a virtual file. Typst keeps every path for ever, so only
/// paths of a fixed, small set may come here. None for a path that is none.
pub(crate) fn file_id(path: &str) -> Option<FileId> {
    let path = VirtualPath::new(path).ok()?;
    Some(RootedPath::new(VirtualRoot::Project, path).intern())
}

impl World for ClosedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        self.sources.get(&id).cloned().ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let source = || {
            let source = self.sources.get(&id)?;
            Some(Bytes::from_string(source.text().to_owned()))
        };
        let file = self.files.get(&id).cloned();
        file.or_else(source).ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.face(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
