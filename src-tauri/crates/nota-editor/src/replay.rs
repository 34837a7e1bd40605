//! What is written down of each change, and how it becomes a text again.

use nota_model::Change;
use nota_template::Registry;

use crate::journalled;
use crate::session::Session;

/// How many bytes of changes follow a text before it is written anew, at
/// least.
const LEAST_ANEW: usize = 256 * 1024;

/// What is to be written down.
#[derive(Debug, Clone, PartialEq)]
pub enum Note {
    /// A change, in the form of [`journalled`].
    Change(Vec<u8>),
    /// The whole text.
    Text(String),
    /// The whole text, in the place of all that was written down before.
    Anew(String),
}

/// Decides what is written down of the edits of one session.
#[derive(Debug, Clone, Default)]
pub struct Ledger {
    bytes: usize,
}

impl Ledger {
    /// A session whose text was just written down.
    pub fn new() -> Self {
        Self::default()
    }

    /// What is written down of a change that `session` carried out; none for
    /// undo and other changes that are more than a change.
    ///
    /// What the drafter types is a change of one part, whole each time, so
    /// that one that is lost takes no other with it. What depends on where
    /// things stand is written down as what became of it.
    pub fn note(&mut self, change: Option<&Change>, session: &Session) -> Note {
        let Some(json) = change.and_then(journalled::write) else {
            let text = session.text();
            return self.whole(text);
        };
        self.bytes += json.len();
        // The length of the text is only asked when it matters.
        if self.bytes > LEAST_ANEW {
            let text = session.text();
            if self.bytes > text.len() * 8 {
                self.bytes = 0;
                return Note::Anew(text);
            }
        }
        Note::Change(json)
    }

    fn whole(&mut self, text: String) -> Note {
        self.bytes += text.len();
        if self.bytes > LEAST_ANEW && self.bytes > text.len() * 8 {
            self.bytes = 0;
            return Note::Anew(text);
        }
        Note::Text(text)
    }
}

/// A text that was written down, with the changes after it carried out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replayed {
    /// The text.
    pub text: String,
    /// How many changes could not be carried out, because what they build on
    /// was lost or they are damaged.
    pub left_out: usize,
}

/// Carries out changes (JSON) on a text.
pub fn replay(text: &str, changes: &[Vec<u8>], registry: &Registry) -> Replayed {
    if changes.is_empty() {
        // Byte for byte, also when it is no nota that we understand.
        return Replayed {
            text: text.to_owned(),
            left_out: 0,
        };
    }
    let mut session = Session::open(0, text, registry, None);
    let mut left_out = 0;
    for bytes in changes {
        let applied =
            journalled::read(bytes).is_some_and(|change| session.apply(&change, None).is_ok());
        left_out += usize::from(!applied);
    }
    Replayed {
        text: session.text(),
        left_out,
    }
}

#[cfg(test)]
mod tests {
    use nota_model::{Block, SectionRef, Value};

    use super::*;

    const TEXT: &str =
        "---\nsjabloon: jenv/beslisnota\nonderwerp: A\n---\n\n## 1. Aanleiding\n\nTekst.\n";

    fn session() -> Session {
        Session::open(1, TEXT, Registry::builtin(), None)
    }

    fn body(text: &str) -> Change {
        Change::SetBody {
            section: SectionRef::Key("aanleiding".into()),
            blocks: vec![Block::paragraph(text)],
        }
    }

    #[test]
    fn what_was_typed_comes_back_as_it_was() {
        let (mut session, mut ledger, mut notes) = (session(), Ledger::new(), Vec::new());
        let subject = Change::SetField {
            path: "onderwerp".into(),
            value: Value::text("B"),
        };
        for change in [body("Een."), subject, body("Twee.")] {
            session.apply(&change, None).expect("applies");
            match ledger.note(Some(&change), &session) {
                Note::Change(json) => notes.push(json),
                other => panic!("a typed change is small: {other:?}"),
            }
        }
        let replayed = replay(TEXT, &notes, Registry::builtin());
        assert_eq!(replayed.text, session.text());
        assert_eq!(replayed.left_out, 0);
    }

    #[test]
    fn a_damaged_change_takes_no_other_with_it() {
        let change = serde_json::to_vec(&body("Later.")).expect("prints");
        let changes = [b"{".to_vec(), b"{\"type\":\"weg\"}".to_vec(), change];
        let replayed = replay(TEXT, &changes, Registry::builtin());
        assert!(replayed.text.contains("Later."));
        assert_eq!(replayed.left_out, 2);
    }

    #[test]
    fn a_file_with_any_byte_cut_off_or_bit_turned_opens_and_stays_as_it_is() {
        let whole = TEXT.as_bytes();
        let cut = (0..whole.len()).map(|length| whole[..length].to_vec());
        let turned = (0..whole.len() * 8).map(|bit| {
            let mut bytes = whole.to_vec();
            bytes[bit / 8] ^= 1 << (bit % 8);
            bytes
        });
        let texts = cut
            .chain(turned)
            .filter_map(|bytes| String::from_utf8(bytes).ok());
        for text in texts {
            let session = Session::open(1, &text, Registry::builtin(), None);
            assert_eq!(session.text(), text);
            // What is written after it still comes in.
            let change = serde_json::to_vec(&Change::SetField {
                path: "onderwerp".into(),
                value: Value::text("Later"),
            });
            let replayed = replay(&text, &[change.expect("prints")], Registry::builtin());
            assert!(
                replayed.text.contains("Later") || session.is_read_only(),
                "{text}"
            );
        }
    }

    #[test]
    fn undo_is_written_down_as_what_became_of_it() {
        let (mut session, mut ledger) = (session(), Ledger::new());
        session.apply(&body("Een."), None).expect("applies");
        session.undo().expect("a step");
        assert_eq!(ledger.note(None, &session), Note::Text(TEXT.to_owned()));
    }

    #[test]
    fn much_typing_is_written_anew_now_and_then() {
        let (mut session, mut ledger) = (session(), Ledger::new());
        let long = "woord ".repeat(2_000);
        let mut anew = 0;
        for number in 0..100 {
            let change = body(&format!("{number} {long}"));
            session.apply(&change, None).expect("applies");
            anew += usize::from(matches!(
                ledger.note(Some(&change), &session),
                Note::Anew(_)
            ));
        }
        assert!((2..20).contains(&anew), "{anew}");
    }
}
