//! A sheet as text: all that a reader of the nota sees, without the places where
//! it stands in the file. Two notas that read the same have the same text here.

use nota_model::{Align, is_ignorable};
use nota_sheet::{
    ColumnPart, Cut, Entry, Footnote, Heading, Line, List, Look, Part, Piece, PieceKind, Sheet,
    Stretch, Table, What,
};

/// All of a sheet.
pub fn shown(sheet: &Sheet<'_>) -> String {
    let mut out = Shown::default();
    out.letterhead(sheet);
    sheet.parts.iter().for_each(|part| out.part(part));
    sheet.footnotes.iter().for_each(|note| out.footnote(note));
    out.text
}

#[derive(Default)]
struct Shown {
    text: String,
    depth: usize,
    /// Whether all of it is withheld.
    is_withheld: bool,
}

impl Shown {
    fn say(&mut self, words: &str) {
        self.text.push_str(&"  ".repeat(self.depth));
        self.text.push_str(words.trim_end());
        self.text.push('\n');
    }

    fn within(&mut self, words: &str, inside: impl FnOnce(&mut Self)) {
        self.say(words);
        self.depth += 1;
        inside(self);
        self.depth -= 1;
    }

    fn letterhead(&mut self, sheet: &Sheet<'_>) {
        let head = &sheet.letterhead;
        self.say(&format!("ministerie: {:?}", head.ministry));
        self.say(&format!("titel: {}", self.line(&head.title)));
        if let Some(own) = &head.classification {
            self.say(&format!("rubricering: {}", self.line(own)));
        }
        let column = head.column.iter().filter_map(|part| match part {
            ColumnPart::Entry(entry) => Some(entry),
            ColumnPart::Gap => None,
        });
        let others = head.rows.iter().chain(&head.action).chain(&head.behalf);
        for entry in head.addressees.iter().chain(others).chain(column) {
            self.entry(entry);
        }
        if let Some(own) = &head.parafen {
            self.within(&format!("parafen: {}", own.label), |out| {
                for row in &own.rows {
                    let given = row.given.as_ref().map(|own| out.line(own));
                    let given = given.unwrap_or_default();
                    out.say(&format!(
                        "{} | {} | {given}",
                        out.line(&row.who),
                        row.caption
                    ));
                }
            });
        }
    }

    fn entry(&mut self, entry: &Entry<'_>) {
        self.within(&format!("{}:", entry.label), |out| {
            entry.lines.iter().for_each(|own| out.say(&out.line(own)));
        });
    }

    fn part(&mut self, part: &Part<'_>) {
        match part.cut {
            Some(Cut::InternalBegins) => self.say("--- intern"),
            Some(Cut::InternalEnds) => self.say("--- openbaar"),
            None => {}
        }
        if let Some(own) = &part.heading {
            self.heading(own);
        }
        self.pieces(&part.pieces);
    }

    fn heading(&mut self, own: &Heading<'_>) {
        let level = "#".repeat(usize::from(own.level));
        let number = own.number.as_deref().unwrap_or_default();
        // A heading is bold by itself.
        let title = line(&own.title, self.is_withheld, true);
        self.say(&format!("{level} {number} {title}"));
    }

    fn pieces(&mut self, pieces: &[Piece<'_>]) {
        for piece in pieces {
            match &piece.kind {
                PieceKind::Heading(own) => self.heading(own),
                PieceKind::Paragraph(own) => self.say(&self.line(own)),
                PieceKind::List(own) => self.list(own),
                PieceKind::Table(own) => self.table(own),
                PieceKind::Quote(own) => self.within("citaat", |out| out.pieces(own)),
                PieceKind::Withheld { grond, pieces } => {
                    self.within(&format!("lak {grond}"), |out| out.withheld(pieces));
                }
            }
        }
    }

    /// What a block withholds is not withheld once more by its words.
    fn withheld(&mut self, pieces: &[Piece<'_>]) {
        let before = std::mem::replace(&mut self.is_withheld, true);
        self.pieces(pieces);
        self.is_withheld = before;
    }

    fn line(&self, own: &Line<'_>) -> String {
        line(own, self.is_withheld, false)
    }

    fn list(&mut self, list: &List<'_>) {
        for (index, item) in list.items.iter().enumerate() {
            self.within(&list.marker(index), |out| out.pieces(&item.pieces));
        }
    }

    fn table(&mut self, table: &Table<'_>) {
        let head = std::slice::from_ref(&table.head);
        let rows = if table.rows.is_empty() {
            head
        } else {
            &table.rows
        };
        let is_blank = |column: usize| {
            let mut cells = rows.iter().filter_map(|row| row.get(column));
            cells.all(Line::is_blank)
        };
        let sides = table
            .align
            .iter()
            .enumerate()
            .map(|(column, own)| match own {
                // Nothing is seen of how an empty column stands.
                _ if is_blank(column) => "<",
                Align::None | Align::Left => "<",
                Align::Center => "^",
                Align::Right => ">",
            });
        self.within(&format!("tabel {}", sides.collect::<String>()), |out| {
            let head = table.head.iter();
            let head: Vec<String> = head.map(|own| line(own, out.is_withheld, true)).collect();
            out.say(&head.join(" | "));
            for row in &table.rows {
                let cells: Vec<String> = row.iter().map(|own| out.line(own)).collect();
                out.say(&cells.join(" | "));
            }
        });
    }

    fn footnote(&mut self, note: &Footnote<'_>) {
        self.within(&format!("[^{}]", note.number), |out| {
            out.pieces(&note.pieces);
        });
    }
}

/// A line with its looks, but for those that it has by where it stands; stretches
/// with one look are one.
fn line(own: &Line<'_>, is_withheld: bool, is_bold: bool) -> String {
    let look = |own: &Stretch<'_>| {
        let mut look = own.look.clone();
        look.withheld = look.withheld.filter(|_| !is_withheld);
        look.is_strong &= !is_bold;
        if matches!(own.what, What::Reference { .. } | What::Break) {
            // Nothing of it is bold, slanted or in a language.
            let withheld = look.withheld.take();
            look = Look {
                withheld,
                ..Look::default()
            };
        }
        looks(&look)
    };
    let is_seen = |own: &&Stretch<'_>| match &own.what {
        What::Text(text) => text.chars().any(|c| c.is_whitespace() || is_sign(c)),
        _ => true,
    };
    let mut seen: Vec<(String, &Stretch<'_>)> = Vec::new();
    for stretch in own.stretches.iter().filter(is_seen) {
        let is_blank = matches!(&stretch.what, What::Text(text) if !text.chars().any(is_sign));
        // Nothing is seen of how a blank looks.
        let before = seen.last().filter(|_| is_blank).map(|own| own.0.clone());
        seen.push((before.unwrap_or_else(|| look(stretch)), stretch));
    }
    let mut out = String::new();
    for group in seen.chunk_by(|one, next| one.0 == next.0) {
        let mut text = String::new();
        for (_, stretch) in group {
            match &stretch.what {
                What::Text(own) | What::Placeholder { text: own, .. } => text.push_str(own),
                What::Break => text.push('\u{21b5}'),
                What::Reference { number, .. } => text.push_str(&format!("[^{number}]")),
            }
        }
        match group.first().map(|own| own.0.as_str()) {
            None | Some("") => out.push_str(&text),
            Some(names) => out.push_str(&format!("<{names}:{text}>")),
        }
    }
    out
}

/// Whether a character is one that a reader sees and XML can hold.
fn is_sign(c: char) -> bool {
    let is_blank = c.is_whitespace() || c.is_control() || is_ignorable(c);
    !is_blank && !matches!(c, '\u{fffd}'..='\u{ffff}')
}

fn looks(look: &Look<'_>) -> String {
    let mut names: Vec<String> = Vec::new();
    names.extend(look.is_strong.then(|| "vet".to_owned()));
    names.extend(look.is_emphasis.then(|| "cursief".to_owned()));
    names.extend(look.link.as_ref().map(|own| format!("link {own}")));
    names.extend(look.language.as_ref().map(|own| format!("taal {own}")));
    names.extend(look.withheld.as_ref().map(|own| format!("lak {own}")));
    names.join(",")
}
