//! Which section a heading names: by its title or a synonym, never by its
//! number.

use nota_model::is_ignorable;

use crate::spec::{SectionSpec, Template};

impl Template {
    /// The section that a heading names, by its title or a synonym. `parent`
    /// is the key of the section of level 2 that the heading stands in, none
    /// for a heading of level 2. Case, spaces, the form of apostrophes and a
    /// closing asterisk, dot or colon do not count.
    pub fn match_heading(&self, title: &str, parent: Option<&str>) -> Option<&SectionSpec> {
        let wanted = fold(title);
        self.secties.iter().find(|section| {
            section.onderdeel_van.as_deref() == parent
                && std::iter::once(&section.titel)
                    .chain(&section.synoniemen)
                    .any(|own| folded(own).eq(wanted.chars()))
        })
    }
}

/// A title in the form in which titles are compared.
pub(crate) fn fold(title: &str) -> String {
    folded(title).collect()
}

/// The characters of that form, one by one: a comparison mostly ends at the
/// first.
fn folded(title: &str) -> impl Iterator<Item = char> {
    title
        .trim()
        .trim_end_matches(['*', '.', ':', ' '])
        .split_whitespace()
        .enumerate()
        .flat_map(|(index, word)| {
            let space = (index > 0).then_some(' ');
            let seen = word.chars().filter(|c| !is_ignorable(*c));
            space.into_iter().chain(seen.flat_map(fold_char))
        })
}

fn fold_char(c: char) -> impl Iterator<Item = char> {
    let straight = match c {
        '‘' | '’' | '`' | '´' => '\'',
        other => other,
    };
    straight.to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Registry;

    #[test]
    fn only_the_words_of_a_title_count() {
        assert_eq!(fold(" Geadviseerd \t BESLUIT: "), "geadviseerd besluit");
        assert_eq!(fold("Toelichting*"), fold("toelichting"));
        assert_eq!(fold("Beslisnota’s *"), "beslisnota's");
        assert_eq!(fold("*"), "");
    }

    /// The keys of the sections that these headings name, one a line: parts
    /// are indented and belong to the section above them.
    fn keys(template: &str, headings: &str) -> String {
        let template = Registry::builtin().find(template).expect("built in");
        let mut parent = None;
        let mut keys = String::new();
        for line in headings.lines() {
            let is_part = line.starts_with("  ");
            let above = if is_part { parent.as_deref() } else { None };
            let found = template.match_heading(line, above);
            let key = found.map(|section| section.sleutel.clone());
            keys.push_str(if is_part { "  " } else { "" });
            keys.push_str(key.as_deref().unwrap_or("-"));
            keys.push('\n');
            if !is_part {
                parent = key;
            }
        }
        keys
    }

    #[test]
    fn every_heading_of_the_notas_of_jenv_and_aenm_is_known() {
        // Published notas 01, 02, 03 and 05; in 01 and 03 free subheadings
        // stand under Kernpunten.
        let headings = "\
Aanleiding
Geadviseerd besluit
Kernpunten
  Insteek brief
  Beoogde verzenddatum
  MJenV:
Toelichting
Toelichting*
  Politieke context
  Krachtenveld
Informatie die niet openbaar gemaakt kan worden
  Toelichting
  Informatie die niet openbaar gemaakt kan worden
";
        expect_test::expect![[r#"
            aanleiding
            geadviseerd-besluit
            kernpunten
              -
              -
              -
            toelichting
            toelichting
              politieke-context
              krachtenveld
            informatie-niet-openbaar
              motivering-niet-openbaar
              niet-openbare-informatie
        "#]]
        .assert_eq(&keys("jenv/beslisnota", headings));
    }

    #[test]
    fn every_heading_of_the_other_ministries_that_has_a_section_is_known() {
        // IenW 24 and 25, then what BZK, LNV, Defensie and VWS write instead.
        // Of the eleven headings of VWS four are sections here.
        let headings = "\
Aanleiding
Geadviseerd besluit
Kernpunten
Krachtenveld
Toelichting
  NLVP
  Politieke context
  Financiële/juridische overwegingen
  Financiële overwegingen
  Juridische overwegingen
  Uitvoering en gevolgen voor de maatschappij
  Communicatie
  Voorgaande ontwikkelingen en alternatieven
Informatie die niet openbaargemaakt kan worden
Bijlagen
Leeswijzer bij onderliggende beslisnota’s
Kern
Advies
Informatie die niet openbaar wordt gemaakt
Informatie die niet openbaar gemaakt kan worden
  Motivering
Aanleiding voor deze nota
Beslispunten, advies en mogelijk alternatief
Samenvatting en conclusies
Draagvlak politiek
Draagvlak maatschappelijk en eenduidige communicatie
Financiële en personele gevolgen
Juridische aspecten en haalbaarheid
Afstemming (intern, interdepartementaal en met veldpartijen)
Gevolgen administratieve lasten
Toezeggingen
Fraudetoets
";
        expect_test::expect![[r#"
            aanleiding
            geadviseerd-besluit
            kernpunten
            krachtenveld
            toelichting
              -
              politieke-context
              financiele-juridische-overwegingen
              financiele-overwegingen
              juridische-overwegingen
              uitvoering
              communicatie
              voorgaande-ontwikkelingen
            informatie-niet-openbaar
            bijlagen
            leeswijzer
            kernpunten
            geadviseerd-besluit
            informatie-niet-openbaar
            informatie-niet-openbaar
              -
            aanleiding
            geadviseerd-besluit
            kernpunten
            -
            -
            -
            -
            krachtenveld
            -
            -
            -
        "#]]
        .assert_eq(&keys("ienw/beslisnota", headings));
    }
}
