//! How long a nota is, in words that the drafter wrote.

use nota_model::{Carrier, Nota};
use nota_template::{FieldRole, Template};

/// The number of words of the title, the sections and the footnotes:
/// paragraphs, subheadings, lists and tables, what is withheld included. The
/// titles of sections are the template's, and the names, dates and codes of
/// the other fields are no text, so they do not count. A word is what stands
/// between white space and has a letter or a digit: a dash on its own is none.
pub(crate) fn word_count(nota: &Nota, template: &Template) -> usize {
    let texts = nota.texts();
    let written = texts.iter().filter(|site| site.carrier != Carrier::Title);
    let body: usize = written.map(|site| words(&site.text)).sum();
    body + template.text_for(FieldRole::Titel, nota).map_or(0, words)
}

fn words(text: &str) -> usize {
    let is_word = |word: &&str| word.chars().any(char::is_alphanumeric);
    text.split_whitespace().filter(is_word).count()
}

#[cfg(test)]
mod tests {
    use nota_template::Registry;

    use crate::Session;

    fn count(text: &str) -> usize {
        Session::open(1, text, Registry::builtin(), None).words()
    }

    const FRONT: &str = "---\nsjabloon: jenv/beslisnota\naan:\n  - Minister van Justitie\n\
                         datum: 2024-03-15\nkenmerk: 5254387 AB\n";

    #[test]
    fn the_template_s_words_and_what_is_no_text_are_not_counted() {
        let empty = format!("{FRONT}---\n\n## 1. Aanleiding\n\n## 2. Geadviseerd besluit\n");
        assert_eq!(count(&empty), 0);
    }

    #[test]
    fn what_the_drafter_wrote_is_counted_in_every_kind_of_block() {
        let written = [
            ("onderwerp: Beslisnota over noodhulp\n---\n", 3),
            ("---\n\nVoor alles uit.\n", 3),
            ("---\n\n## 1. Aanleiding\n\nEen zin – met streepje.\n", 4),
            (
                "---\n\n## 1. Aanleiding\n\n### Een tussenkop\n\n- punt\n- nog een\n",
                5,
            ),
            (
                "---\n\n## 1. Aanleiding\n\n| a | b c |\n| --- | --- |\n| 1 | |\n",
                4,
            ),
            (
                "---\n\n## 1. Aanleiding\n\nWoord[^1].\n\n[^1]: De noot telt mee.\n",
                5,
            ),
            (
                "---\n\n## 1. Aanleiding\n\n[Jan Jansen]{.lak grond=5.1.2e} belt.\n",
                3,
            ),
        ];
        for (text, words) in written {
            assert_eq!(count(&format!("{FRONT}{text}")), words, "{text}");
        }
    }
}
