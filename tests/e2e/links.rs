//! Links in a nota: shown, opened only when one asks for it, and only when
//! they lead to a web page or an e-mail. And what the right button offers.

use crate::person::prepared_journey;

const LINKS: &str = "\
---
sjabloon: jenv/beslisnota
versie: 1
onderwerp: Beslisnota proef
---

## 1. Aanleiding

Zie [de site](https://www.tweedekamer.nl/kamerstukken?a=1&b=2) of [schrijf](mailto:a@voorbeeld.nl).

## 2. Geadviseerd besluit

Zie [het script](javascript:alert(1)) en [stuur](mailto:a@voorbeeld.nl?attach=/etc/passwd).
";

#[test]
fn a_link_opens_when_one_asks_for_it_and_only_to_a_page_or_an_e_mail() {
    let prepare = |folder: &std::path::Path| {
        std::fs::write(folder.join("links.nota.md"), LINKS).expect("the nota");
        vec!["links.nota.md".to_owned()]
    };
    prepared_journey("links", prepare, |person| {
        person.sees("het script");
        // Also with an `&` in an address.
        person.sees_page(1);
        person.clicks_with_ctrl("het script");
        person.sees("Alleen adressen die beginnen met http, https of mailto gaan open.");
        person.meets_no_bar("geweigerd");
        person.clicks_with_ctrl("stuur");
        person.sees("omdat het een bestand van uw computer wil meesturen.");
        assert_eq!(person.opened(), Vec::<String>::new());
        person.clicks_with_ctrl("schrijf");
        person.sees_opened("mailto:a@voorbeeld.nl");
        person.clicks_with_ctrl("de site");
        let address = "https://www.tweedekamer.nl/kamerstukken?a=1&b=2";
        person.sees_opened(address);
        assert_eq!(person.opened().len(), 2, "{:?}", person.opened());
        // By keyboard: the caret stands in the link.
        person.presses("Ctrl+K");
        person.sees("Link openen");
        person.meets_no_bar("link");
        person.clicks("Link openen");
        crate::person::wait_until("the page is opened again", || person.opened().len() == 3);
        person.presses("Escape");
        assert_eq!(person.reads_text("links.nota.md"), LINKS);

        // The web view's own menu is there for text, and nowhere else.
        person.clicks_right("field", "2. Geadviseerd besluit");
        person.is_at("Knippen");
        person.presses("Escape");
        person.presses("Ctrl+1");
        person.clicks_right("page", "Pagina 1 ");
        person.sees_no("Kopiëren");
        person.clicks_right("button", "Exporteren");
        person.sees_no("Kopiëren");
    });
}
