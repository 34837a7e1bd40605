//! `nota session`: an editing session without a window, for tests by others.
//! Each line of standard input is a change (JSON); each gets a line of answer
//! once it is in the journal and synced.

use std::io::{self, BufRead, Read, Write};
use std::path::PathBuf;

use clap::Args;
use nota_editor::{EditError, Ledger, Note, Session as Editing};
use nota_model::Change;
use nota_store::{
    DraftHead, Fingerprint, Journal, Piece, PieceKind, StoreError, Versions, identity,
};
use serde_json::json;

use crate::engine::Engine;
use crate::failure::Failure;
use crate::keeping;
use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// The longest line that is read, in bytes: a change holds at most a nota, in
/// which every character can be escaped.
const MOST_BYTES: u64 = 64 * 1024 * 1024;

/// The arguments of `nota session`.
#[derive(Debug, Args)]
#[command(
    about = "Voer wijzigingen uit die als JSON binnenkomen, met herstelgegevens (voor tests)",
    override_usage = "nota session FILE < WIJZIGINGEN",
    after_help = "Elke regel op de invoer is een wijziging, zoals\n  \
        {\"type\":\"setField\",\"path\":\"onderwerp\",\"value\":\"Beslisnota ...\"}\n\
        Elke regel krijgt als antwoord {\"revision\":1,\"durable\":true} zodra de wijziging veilig op \
        de schijf staat. Het bestand zelf verandert niet: zie nota recover."
)]
pub(crate) struct Session {
    /// The nota.
    #[arg(value_name = "FILE", help = "De nota")]
    file: PathBuf,
}

impl Session {
    /// Answers each change until the input ends. What was changed stays in the
    /// journal.
    pub(crate) fn run(&self, engine: &Engine, out: &mut Output) -> Result<Outcome, Failure> {
        let text = nota_store::read(&self.file)?.text;
        let mut running = self.start(engine, &text)?;
        let mut input = io::stdin().lock();
        let mut line = Vec::new();
        loop {
            line.clear();
            let read = (&mut input).take(MOST_BYTES).read_until(b'\n', &mut line)?;
            if read == 0 {
                break;
            }
            if line.trim_ascii().is_empty() {
                continue;
            }
            let answer = running.answer(&line);
            writeln!(out, "{answer}")?;
            out.flush()?;
        }
        running.end()
    }

    fn start(&self, engine: &Engine, text: &str) -> Result<Running, Failure> {
        let editing = Editing::open(1, text, &engine.registry, None);
        let (versions, maker) = (keeping::versions()?, keeping::maker());
        let path = identity(&self.file);
        let content = Fingerprint::of(text.as_bytes());
        let document = versions.document_of(&path, &content);
        let head = DraftHead {
            document: document.unwrap_or_else(Versions::new_document),
            path: Some(path),
            machine: maker.machine,
            begun: maker.time,
            saved: content,
        };
        let folder = keeping::journal_folder()?;
        let mut journal = Journal::new(keeping::disk(), &folder, &head.to_bytes(), text);
        if let Err(error) = journal.retry() {
            // Each change tries again, and says whether it succeeded.
            tell(&error);
        }
        Ok(Running {
            editing,
            journal,
            head,
            ledger: Ledger::new(),
        })
    }
}

struct Running {
    editing: Editing,
    journal: Journal,
    head: DraftHead,
    ledger: Ledger,
}

impl Running {
    fn answer(&mut self, line: &[u8]) -> serde_json::Value {
        let change = match serde_json::from_slice::<Change>(line) {
            Ok(change) => change,
            Err(error) => {
                // The place, and not the words: they can quote the nota.
                let place = format!("column {}: {:?}", error.column(), error.classify());
                return self.refusal("not-a-change", &place);
            }
        };
        if let Err(error) = self.editing.apply(&change, None) {
            let code = match error {
                EditError::ReadOnly => "read-only",
                EditError::Change(_) => "no-such-place",
            };
            return self.refusal(code, "");
        }
        let note = self.ledger.note(Some(&change), &self.editing);
        match self.write_down(note) {
            Ok(()) => json!({ "revision": self.editing.revision(), "durable": true }),
            Err(error) => json!({
                "revision": self.editing.revision(),
                "durable": false,
                "message": error.to_string(),
            }),
        }
    }

    /// Nothing changed, and nothing is promised of this line.
    fn refusal(&self, code: &str, detail: &str) -> serde_json::Value {
        json!({
            "revision": self.editing.revision(),
            "durable": false,
            "error": code,
            "detail": detail,
        })
    }

    fn write_down(&mut self, note: Note) -> Result<(), StoreError> {
        let piece = match note {
            Note::Change(json) => Piece::new(PieceKind::Change, json),
            Note::Text(text) => Piece::new(PieceKind::Text, text),
            Note::Anew(text) => return self.journal.rewrite(&self.head.to_bytes(), &text),
        };
        self.journal.append(vec![piece])
    }

    fn end(self) -> Result<Outcome, Failure> {
        let text = self.editing.text();
        if Fingerprint::of(text.as_bytes()) == self.head.saved {
            self.journal.discard()?;
        } else {
            let id = self.journal.id();
            tell(&format!(
                "De wijzigingen zijn bewaard. Haal ze op met: nota recover {id} -o BESTAND"
            ));
        }
        Ok(Outcome::Fine)
    }
}
