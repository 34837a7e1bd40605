//! Promises to parliament of which nobody can find back where they were made.

use super::Ambacht;
use super::datum::DATE;
use crate::token::{Pattern, pattern};
use crate::zinnen::sentences;

static PROMISE: Pattern = Pattern::new(|| {
    pattern(
        r"(?i)(?-u:\b)(?:toezegging(?:en)?|toegezegd|zeg(?:t|de|den) .{0,60}(?-u:\b)toe)(?-u:\b)",
    )
});

/// What tells where it was made.
static SOURCE: Pattern = Pattern::new(|| {
    pattern(concat!(
        r"(?-u:\b)(?i:debat|[a-z]+debat|wetgevingsoverleg|notaoverleg|[a-z]*overleg|brief van|",
        r"kamerstuk[a-z]*|vragenuur|plenair|motie)(?-u:\b)|",
        r"(?-u:\b)(?:AO|CD|WGO|KST|TZ?[0-9]{2,}[0-9-]*)(?-u:\b)",
    ))
});

/// Promises in general, not one of them.
static GENERAL: Pattern =
    Pattern::new(|| pattern(r"(?i)(?:geen|of) toezegging|eerste toezegging|toezeggingen(?-u:\b)"));

pub(super) fn find(text: &str, found: &mut Ambacht) {
    if !PROMISE.is_match(text) {
        return;
    }
    let all = sentences(text);
    let part = |at: usize| {
        all.get(at)
            .and_then(|own| text.get(own.clone()))
            .unwrap_or_default()
    };
    for at in 0..all.len() {
        let sentence = part(at);
        let Some(promise) = PROMISE.find(sentence) else {
            continue;
        };
        if GENERAL.is_match(sentence) && !sentence.contains("toegezegd") {
            continue;
        }
        let near = at.saturating_sub(1)..(at + 2).min(all.len());
        let has_source = |own: usize| SOURCE.is_match(part(own)) || DATE.is_match(part(own));
        if !near.into_iter().any(has_source) {
            let start = all.get(at).map_or(0, |own| own.start);
            found
                .promises
                .push(start + promise.start()..start + promise.end());
        }
    }
}
