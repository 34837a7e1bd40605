//! The closed world that the layouts run in: the files given to it and
//! nothing else. No packages, no disk, no network, no clock.

use std::collections::HashMap;
use std::sync::LazyLock;

use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::package::{PackageSpec, PackageVersion};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Feature, Library, LibraryExt, World};

use crate::Fonts;
use crate::patience::Stop;

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
    /// Asked with every font, so that a layout without end can be stopped.
    pub(crate) stop: Stop,
    sources: HashMap<FileId, Source>,
    files: HashMap<FileId, Bytes>,
}

impl ClosedWorld {
    /// A world without files, whose layout is the file with this path.
    pub(crate) fn new(fonts: Fonts, main: FileId) -> Self {
        Self {
            fonts,
            main,
            stop: Stop::default(),
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

/// What an absolute path of a layout starts from. In a bundle each nota has a
/// root of its own, so that layouts need not know that there are others.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Root {
    /// The document.
    Project,
    /// The nota with this number in a bundle, from 1.
    Nota(usize),
}

impl Root {
    /// The identity of a virtual file. Typst keeps every path for ever, so only
    /// paths of a fixed, small set may come here. None for a path that is none.
    pub(crate) fn file(self, path: &str) -> Option<FileId> {
        let path = VirtualPath::new(path).ok()?;
        let root = match self {
            Root::Project => VirtualRoot::Project,
            Root::Nota(number) => VirtualRoot::Package(PackageSpec {
                namespace: NAMESPACE.into(),
                name: name(number).into(),
                version: VERSION,
            }),
        };
        Some(RootedPath::new(root, path).intern())
    }

    /// The number of the nota in its bundle.
    pub(crate) fn number(self) -> Option<usize> {
        match self {
            Root::Project => None,
            Root::Nota(number) => Some(number),
        }
    }

    /// How a layout names the nota, and what says where its layout is.
    pub(crate) fn package(number: usize, layout: &str) -> (String, String) {
        let name = name(number);
        let spec = format!("@{NAMESPACE}/{name}:{VERSION}");
        let manifest = format!(
            "[package]\nname = \"{name}\"\nversion = \"{VERSION}\"\nentrypoint = \"{layout}\"\n"
        );
        (spec, manifest)
    }
}

/// The namespace of the notas of a bundle.
const NAMESPACE: &str = "bundel";

const VERSION: PackageVersion = PackageVersion {
    major: 1,
    minor: 0,
    patch: 0,
};

fn name(number: usize) -> String {
    format!("nota-{number}")
}

impl World for ClosedWorld {
    fn library(&self) -> &LazyHash<Library> {
        &LIBRARY
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.stop.look();
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
        self.stop.look();
        self.fonts.face(index)
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    FileError::NotFound(id.get().vpath().get_without_slash().into())
}
