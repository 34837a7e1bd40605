//! Running text as Markdown: from flat runs to nested marks, on lines.

use nota_model::{Inline, Mark, Run};

use super::escape::{self, Beside, Context, is_letter};
use crate::read::Kind;

/// A piece of a line.
enum Token<'a> {
    Text {
        text: &'a str,
        in_brackets: bool,
    },
    Open(&'static str),
    Close(&'static str),
    /// Markup that begins with a bracket or an angle bracket.
    Markup(String),
    /// The end of a bracket: `](https://..)`.
    End(String),
    Break,
}

/// The lines of running text; one for a heading or cell.
pub(super) fn lines(runs: &[Inline], kind: Kind) -> Vec<String> {
    let mut tokens = Vec::new();
    groups(runs, is_same_lak, &mut |group| {
        lak(group, kind, &mut tokens);
    });
    let mut lines = Vec::new();
    let mut line = String::new();
    for (index, token) in tokens.iter().enumerate() {
        match token {
            Token::Text { text, in_brackets } => {
                let context = context(&tokens, index, text, *in_brackets, kind);
                escape::text(&mut line, text, &context);
            }
            Token::Open(sign) | Token::Close(sign) => line.push_str(sign),
            Token::Markup(markup) | Token::End(markup) => line.push_str(markup),
            Token::Break if kind == Kind::Cell => line.push_str("<br>"),
            Token::Break if kind == Kind::Line => line.push(' '),
            Token::Break => {
                lines.push(std::mem::take(&mut line));
            }
        }
    }
    lines.push(line);
    if kind == Kind::Paragraph {
        let last = lines.len() - 1;
        for (index, line) in lines.iter_mut().enumerate() {
            escape::line_start(line, index == 0);
            if index < last {
                line.push('\\');
            }
        }
    }
    lines
}

/// Hands each longest stretch of like runs to `each`.
fn groups<'a>(
    runs: &'a [Inline],
    alike: fn(&Inline, &Inline) -> bool,
    each: &mut dyn FnMut(&'a [Inline]),
) {
    runs.chunk_by(alike).for_each(each);
}

fn is_same_lak(a: &Inline, b: &Inline) -> bool {
    a.grond() == b.grond()
}

fn href(run: &Inline) -> Option<&str> {
    run.marks.iter().find_map(|mark| match mark {
        Mark::Link { href } => Some(href.as_str()),
        _ => None,
    })
}

fn is_same_link(a: &Inline, b: &Inline) -> bool {
    href(a) == href(b)
}

fn lak<'a>(runs: &'a [Inline], kind: Kind, out: &mut Vec<Token<'a>>) {
    let grond = runs.first().and_then(Inline::grond);
    if grond.is_some() {
        out.push(Token::Markup("[".into()));
    }
    groups(runs, is_same_language, &mut |group| {
        language(group, grond.is_some(), kind, out);
    });
    match grond {
        None => {}
        Some("") => out.push(Token::End("]{.lak}".into())),
        Some(grond) => out.push(Token::End(format!("]{{.lak grond=\"{grond}\"}}"))),
    }
}

fn is_same_language(a: &Inline, b: &Inline) -> bool {
    a.taal() == b.taal()
}

fn language<'a>(runs: &'a [Inline], in_brackets: bool, kind: Kind, out: &mut Vec<Token<'a>>) {
    let code = runs.first().and_then(Inline::taal);
    if code.is_some() {
        out.push(Token::Markup("[".into()));
    }
    groups(runs, is_same_link, &mut |group| {
        link(group, in_brackets || code.is_some(), kind, out);
    });
    if let Some(code) = code {
        out.push(Token::End(format!("]{{lang=\"{code}\"}}")));
    }
}

fn link<'a>(runs: &'a [Inline], in_brackets: bool, kind: Kind, out: &mut Vec<Token<'a>>) {
    let Some(href) = runs.first().and_then(href) else {
        return nest(runs, &[Mark::Sterk, Mark::Nadruk], in_brackets, out);
    };
    if let [only] = runs
        && only
            .marks
            .iter()
            .all(|mark| !matches!(mark, Mark::Sterk | Mark::Nadruk))
        && only.as_text().is_some_and(|text| is_autolink(text, href))
    {
        let text = only.as_text().unwrap_or_default();
        out.push(Token::Markup(format!("<{text}>")));
        return;
    }
    out.push(Token::Markup("[".into()));
    nest(runs, &[Mark::Sterk, Mark::Nadruk], true, out);
    let destination = escape::destination(href, kind == Kind::Cell);
    out.push(Token::End(format!("]({destination})")));
}

/// Whether `<text>` says all there is to say about a link.
fn is_autolink(text: &str, href: &str) -> bool {
    let safe = |c: char| c.is_ascii_alphanumeric() || "-._~/?#@!$'()*+,;=%:".contains(c);
    if let Some(rest) = text
        .strip_prefix("https://")
        .or(text.strip_prefix("http://"))
    {
        return text == href && !rest.is_empty() && rest.chars().all(safe);
    }
    let Some((name, host)) = text.split_once('@') else {
        return false;
    };
    let word = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '.';
    let labels = host.split('.').all(|label| {
        !label.is_empty() && label.len() < 60 && !label.starts_with('-') && !label.ends_with('-')
    });
    href.strip_prefix("mailto:") == Some(text)
        && !name.is_empty()
        && name.chars().all(word)
        && host.chars().all(word)
        && labels
}

/// Bold and italic: the mark that lasts longest is the outer one.
fn nest<'a>(runs: &'a [Inline], marks: &[Mark], in_brackets: bool, out: &mut Vec<Token<'a>>) {
    let mut rest = runs;
    while let Some(first) = rest.first() {
        let longest = marks
            .iter()
            .map(|mark| {
                let stretch = rest.iter().take_while(|run| run.marks.contains(mark));
                (stretch.count(), mark)
            })
            .rev()
            .max_by_key(|(length, _)| *length);
        match longest {
            Some((length, mark)) if length > 0 => {
                let (inner, after) = rest.split_at(length);
                let others: Vec<Mark> = marks.iter().filter(|own| *own != mark).cloned().collect();
                let alone = alone(runs, rest, inner);
                let sign = match mark {
                    Mark::Nadruk if marks.len() == 2 && alone => "*",
                    Mark::Nadruk => "_",
                    _ => "**",
                };
                out.push(Token::Open(sign));
                nest(inner, &others, in_brackets, out);
                out.push(Token::Close(sign));
                rest = after;
            }
            _ => {
                out.push(match &first.run {
                    Run::Text { text } => Token::Text { text, in_brackets },
                    Run::Note { label } => Token::Markup(format!("[^{label}]")),
                    Run::Break => Token::Break,
                });
                rest = rest.get(1..).unwrap_or_default();
            }
        }
    }
}

/// Whether a stretch of italics has no bold in it or right beside it, so that
/// its asterisks cannot be taken for those of the bold.
fn alone(all: &[Inline], rest: &[Inline], inner: &[Inline]) -> bool {
    let bold = |run: &Inline| run.marks.contains(&Mark::Sterk);
    let start = all.len() - rest.len();
    let before = start.checked_sub(1).and_then(|before| all.get(before));
    let after = rest.get(inner.len());
    !inner.iter().any(bold) && !before.is_some_and(bold) && !after.is_some_and(bold)
}

fn context(
    tokens: &[Token<'_>],
    index: usize,
    text: &str,
    in_brackets: bool,
    kind: Kind,
) -> Context {
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    let after = tokens.get(index + 1);
    let first = text.chars().next();
    let last = text.chars().next_back();
    Context {
        before: match before {
            None => Beside::Edge,
            // The line starts here.
            Some(Token::Break) if kind != Kind::Cell => Beside::Edge,
            Some(Token::Markup(markup)) if markup.starts_with("[^") => Beside::Reference,
            Some(_) => Beside::Sign,
        },
        after: match after {
            None => Beside::Edge,
            Some(Token::Break) => Beside::Break,
            Some(Token::Markup(markup)) if markup.starts_with('[') => Beside::Bracket,
            Some(_) => Beside::Sign,
        },
        in_brackets,
        in_cell: kind == Kind::Cell,
        first_as_entity: first.is_some_and(|first| match before {
            Some(Token::Open(_)) => first.is_whitespace(),
            Some(Token::Close(sign)) => {
                let inner = index.checked_sub(2);
                let inner = inner.and_then(|inner| last_letter(tokens, inner));
                in_the_way(first, sign, inner)
            }
            _ => false,
        }),
        last_as_entity: last.is_some_and(|last| match after {
            Some(Token::Close(_)) => last.is_whitespace(),
            Some(Token::Open(sign)) => in_the_way(last, sign, first_letter(tokens, index + 2)),
            _ => false,
        }),
    }
}

/// Whether a character right outside bold or italic keeps the sign from being
/// read: a letter beside an underscore, or beside an asterisk that has a
/// bracket or a full stop on its other side. `inner` is the letter there.
fn in_the_way(outer: char, sign: &str, inner: Option<char>) -> bool {
    let harmless = outer.is_whitespace() || outer.is_ascii_punctuation();
    !harmless && (sign == "_" || inner.is_none())
}

/// The first character of the text at `index` when it is a letter and is
/// written as one.
fn first_letter(tokens: &[Token<'_>], index: usize) -> Option<char> {
    let Some(Token::Text { text, .. }) = tokens.get(index) else {
        return None;
    };
    let mut chars = text.chars();
    let first = chars.next().filter(|c| is_letter(*c));
    let is_last = chars.next().is_none();
    let after = tokens.get(index + 1);
    first.filter(|_| !(is_last && matches!(after, Some(Token::Open(_)))))
}

/// The last character, in the same way.
fn last_letter(tokens: &[Token<'_>], index: usize) -> Option<char> {
    let Some(Token::Text { text, .. }) = tokens.get(index) else {
        return None;
    };
    let mut chars = text.chars();
    let last = chars.next_back().filter(|c| is_letter(*c));
    let is_first = chars.next_back().is_none();
    let before = index.checked_sub(1).and_then(|before| tokens.get(before));
    last.filter(|_| !(is_first && matches!(before, Some(Token::Close(_)))))
}
