//! Text from a word processor, pasted.

use nota_tests::files;

use crate::person::journey;

const SAVED: &str = "\
3. Kernpunten

### Aanleiding

De **Kamer** vroeg om *meer* informatie[^1], zie [de site](https://www.tweedekamer.nl/).

- Eerste punt
  - Onderliggend
- **Tweede** punt

1. Genummerd

| **Partij** | Standpunt | |
| --- | --- | --- |
| Politie | voor zeer | |
| | x | y |
";

#[test]
fn what_comes_from_word_is_cleaned_and_keeps_its_words() {
    journey("plakken", &[], |person| {
        person.clicks("Justitie en Veiligheid");
        person.goes_to("3. Kernpunten");
        let html = files::read(&files::root().join("ui/test/plakken/word.html"));
        person.pastes(&html, "");
        person.sees("Geplakt zonder");
        person.look("word");
        person.will_choose(&person.document("geplakt.nota.md"));
        person.presses("Ctrl+S");
        person.sees("Opgeslagen om");
        let text = person.reads_text("geplakt.nota.md");
        let section = text.split("\n## ").find(|part| part.starts_with("3."));
        assert_eq!(section.unwrap_or_default(), SAVED);
        assert!(
            text.contains("[^1]: *Kamerstukken II* 2023/24, nr. 421."),
            "{text}"
        );
        // One step back takes the whole paste away.
        person.clicks("Ongedaan maken");
        person.sees_no("Eerste punt");
    });
}
