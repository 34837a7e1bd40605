//! What the user reads when the arguments are not understood: clap's facts,
//! in Dutch, with what to do.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::outcome::Outcome;
use crate::output::{Output, tell};

/// Answers: help and version on standard output, a mistake on standard error.
pub(crate) fn answer(error: &clap::Error) -> Outcome {
    match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let mut out = Output::stdout();
            let text = match out.coloured {
                true => error.render().ansi().to_string(),
                false => error.render().to_string(),
            };
            let written = std::io::Write::write_all(&mut out, text.as_bytes());
            match written.and_then(|()| out.finish()) {
                Ok(()) => Outcome::Fine,
                Err(_) => Outcome::Failed,
            }
        }
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand => {
            tell(&format!("Geef een opdracht op.\n\n{}", error.render()));
            Outcome::Failed
        }
        _ => {
            tell(&sentence(error));
            Outcome::Failed
        }
    }
}

/// The mistake in Dutch.
fn sentence(error: &clap::Error) -> String {
    let about = |kind| error.get(kind).map(words).unwrap_or_default();
    let arg = plain(&about(ContextKind::InvalidArg));
    let value = about(ContextKind::InvalidValue);
    let fault = match error.kind() {
        ErrorKind::InvalidSubcommand => {
            format!(
                "De opdracht ‘{}’ bestaat niet.",
                about(ContextKind::InvalidSubcommand)
            )
        }
        ErrorKind::UnknownArgument if arg.starts_with('-') => {
            format!("De optie ‘{arg}’ bestaat hier niet.")
        }
        ErrorKind::UnknownArgument => format!("‘{arg}’ is hier te veel."),
        ErrorKind::MissingRequiredArgument => format!("Er ontbreekt iets: {arg}."),
        ErrorKind::MissingSubcommand => "Er ontbreekt een opdracht.".to_owned(),
        ErrorKind::InvalidValue if value.is_empty() => {
            format!("Achter ‘{arg}’ ontbreekt een waarde.")
        }
        ErrorKind::InvalidValue => format!("‘{value}’ kan niet bij ‘{arg}’."),
        ErrorKind::ValueValidation => {
            let reason = std::error::Error::source(error).map(ToString::to_string);
            format!(
                "‘{value}’ kan niet bij ‘{arg}’. {}",
                reason.unwrap_or_default()
            )
        }
        ErrorKind::ArgumentConflict => {
            let other = plain(&about(ContextKind::PriorArg));
            match other.is_empty() || other == arg {
                true => format!("‘{arg}’ mag maar één keer."),
                false => format!("‘{arg}’ en ‘{other}’ gaan niet samen."),
            }
        }
        ErrorKind::TooManyValues => format!("‘{value}’ is te veel bij ‘{arg}’."),
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues | ErrorKind::NoEquals => {
            format!("Achter ‘{arg}’ ontbreekt een waarde.")
        }
        ErrorKind::InvalidUtf8 => "Een argument is geen UTF-8.".to_owned(),
        _ => "De opdracht is niet begrepen.".to_owned(),
    };
    let mut lines = vec![fault];
    let valid = about(ContextKind::ValidValue);
    if !valid.is_empty() {
        lines.push(format!("Mogelijk: {valid}."));
    }
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let suggested = suggested
        .map(about)
        .into_iter()
        .find(|text| !text.is_empty());
    if let Some(suggested) = suggested {
        lines.push(format!("Bedoelt u ‘{suggested}’?"));
    }
    lines.push("Zie: nota help".to_owned());
    lines.join("\n")
}

/// The name of an argument without clap's notation for its value.
fn plain(arg: &str) -> String {
    let names = arg.split(", ").map(|arg| {
        let name = arg.split(" <").next().unwrap_or(arg);
        name.trim_end_matches("...").trim_matches(['<', '>'])
    });
    names.collect::<Vec<_>>().join(", ")
}

fn words(value: &ContextValue) -> String {
    match value {
        ContextValue::String(text) => text.clone(),
        ContextValue::Strings(texts) => texts.join(", "),
        ContextValue::StyledStr(text) => text.to_string(),
        ContextValue::StyledStrs(texts) => {
            let texts: Vec<_> = texts.iter().map(ToString::to_string).collect();
            texts.join(", ")
        }
        ContextValue::Number(number) => number.to_string(),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn check(args: &str, expected: Expect) {
        let args = std::iter::once("nota").chain(args.split_whitespace());
        let error = crate::args::parse(args.map(Into::into)).expect_err("a mistake");
        expected.assert_eq(&sentence(&error));
    }

    #[test]
    fn a_file_that_is_too_much_is_called_no_option() {
        check(
            "new --template jenv/beslisnota nota.md",
            expect![[r#"
                ‘nota.md’ is hier te veel.
                Zie: nota help"#]],
        );
    }

    #[test]
    fn mistakes_are_explained_in_dutch() {
        check(
            "chekc x",
            expect![[r#"
            De opdracht ‘chekc’ bestaat niet.
            Bedoelt u ‘check’?
            Zie: nota help"#]],
        );
        check(
            "check",
            expect![[r#"
                Er ontbreekt iets: FILE.
                Zie: nota help"#]],
        );
        check(
            "check x --formaat json",
            expect![[r#"
            De optie ‘--formaat’ bestaat hier niet.
            Bedoelt u ‘--format’?
            Zie: nota help"#]],
        );
        check(
            "check x --format xml",
            expect![[r#"
                ‘xml’ kan niet bij ‘--format’.
                Mogelijk: text, json, sarif.
                Zie: nota help"#]],
        );
        check(
            "check x --format",
            expect![[r#"
                Achter ‘--format’ ontbreekt een waarde.
                Mogelijk: text, json, sarif.
                Zie: nota help"#]],
        );
        check(
            "check x --today 2024-02-30",
            expect![[r#"
                ‘2024-02-30’ kan niet bij ‘--today’. Geef een bestaande dag op als JJJJ-MM-DD, zoals 2024-03-15.
                Zie: nota help"#]],
        );
        check(
            "check x --format json --format text",
            expect![[r#"
                ‘--format’ mag maar één keer.
                Zie: nota help"#]],
        );
        check(
            "export x --to pdf --jobs 0",
            expect![[r#"
                ‘0’ kan niet bij ‘--jobs’. Geef een geheel getal op van 1 of hoger.
                Zie: nota help"#]],
        );
        check(
            "export x --to rtf",
            expect![[r#"
                ‘rtf’ kan niet bij ‘--to’.
                Mogelijk: pdf, docx, odt, html, md, eml.
                Zie: nota help"#]],
        );
        check(
            "templates chekc",
            expect![[r#"
            De opdracht ‘chekc’ bestaat niet.
            Bedoelt u ‘check’?
            Zie: nota help"#]],
        );
    }
}
