//! The sentences of each pattern: those with the fault and those without.

use super::{Patroon, grammatica};

/// A pattern with sentences that have the fault, and some that do not.
const SENTENCES: &[(Patroon, &[&str], &[&str])] = &[
    (
        Patroon::ZonderT,
        &[
            "De brief word morgen verzonden.",
            "De nota bied een overzicht van de opties.",
            "Met deze brief bied u de Kamer inzicht.",
        ],
        &[
            "Ik word morgen geïnformeerd.",
            "Word je lid van de stuurgroep?",
            "Hierbij bied ik u de brief aan.",
        ],
    ),
    (
        Patroon::DeelwoordMetT,
        &[
            "De motie wordt volgende week behandelt.",
            "Dit moet nog beantwoordt worden.",
            "Het bedrag is in de bijlage vermeldt.",
        ],
        &[
            "De commissie die het voorstel behandelt, is ingesteld.",
            "De vraag is wie de brief ondertekent.",
            "Het is onduidelijk hoe de techniek zich ontwikkelt.",
        ],
    ),
    (
        Patroon::PersoonsvormMetD,
        &[
            "De minister beantwoord de vragen voor 1 mei.",
            "Het kabinet verlengd de regeling met een jaar.",
            "De brief vermeld ook de kosten.",
        ],
        &[
            "De minister beantwoordt de vragen voor 1 mei.",
            "De regeling is door het kabinet verlengd met een jaar.",
            "De brief heeft het kabinet vermeld in de bijlage.",
        ],
    ),
    (
        Patroon::Gebeurd,
        &[
            "Dit gebeurd nu per provincie.",
            "Het gebeurd dat een brief te laat komt.",
            "Wij kijken wat er gebeurd zonder wijziging.",
        ],
        &[
            "Dit is al gebeurd.",
            "Wat er gebeurd is, staat in de bijlage.",
            "Dit gebeurt nu per provincie.",
        ],
    ),
    (
        Patroon::UBen,
        &[
            "De stappen die u voornemens ben te zetten.",
            "U heb dit toegezegd.",
            "Als u akkoord ben, verzenden wij de brief.",
        ],
        &[
            "Als u akkoord bent, verzenden wij de brief.",
            "U hebt dit toegezegd.",
            "Ik ben u dankbaar.",
        ],
    ),
    (
        Patroon::AanwijzendWoord,
        &[
            "Deze advies is afgestemd met BZK.",
            "In dat motie staat een termijn.",
            "Dit brief gaat mede namens de minister.",
        ],
        &[
            "Dit advies is afgestemd met BZK.",
            "Hij zegt dat motie en brief bekend zijn.",
            "Deze brief gaat mede namens de minister.",
        ],
    ),
    (
        Patroon::Lidwoord,
        &[
            "Het evaluatie is afgerond.",
            "De nieuwe beleid gaat in op 1 juli.",
            "De benodigde extra doelbereik ontbreekt.",
        ],
        &[
            "De evaluatie is afgerond.",
            "De gemeente beleid laten maken kan ook.",
            "De aanvullende Artikel 100-brief volgt.",
        ],
    ),
    (
        Patroon::Verbuiging,
        &[
            "Een nieuwe wetsvoorstel is in voorbereiding.",
            "Dit vraagt om een gezamenlijk reactie.",
            "Wij maken een volledige overzicht.",
        ],
        &[
            "Een nieuw wetsvoorstel is in voorbereiding.",
            "Dit vraagt om een gezamenlijke reactie.",
            "Wij maken een volledig overzicht.",
        ],
    ),
    (
        Patroon::HetDie,
        &[
            "Deze brief omschrijft het proces die is gevolgd.",
            "U ontvangt het rapport die vorige week verscheen.",
            "Wij sturen het overzicht die u vroeg.",
        ],
        &[
            "De onderdelen van het plan die nog lopen.",
            "Deze brief omschrijft het proces dat is gevolgd.",
            "Over het besluit die dag is niets bekend.",
        ],
    ),
    (
        Patroon::LosseS,
        &[
            "De beleids medewerker schrijft de nota.",
            "De uitvoerings organisatie is akkoord.",
            "De ondermijnings criminaliteit neemt toe.",
        ],
        &[
            "De beleidsmedewerker schrijft de nota.",
            "Blindelings vertrouwen is niet verstandig.",
            "De uitvoerings- en handhavingskosten stijgen.",
        ],
    ),
    (
        Patroon::LosPaar,
        &[
            "Het voorstel is kosten neutraal.",
            "De gelijke behandelingswetten zijn geëvalueerd.",
            "Voer een risico analyse uit.",
        ],
        &[
            "Het voorstel is kostenneutraal.",
            "Een gelijke behandeling is het doel.",
            "De risico’s en de analyse staan in de bijlage.",
        ],
    ),
    (
        Patroon::LosVoorvoegsel,
        &[
            "De concept brief is gereed.",
            "De interim voorzitter stuurde de brief.",
            "Een oud docent schreef de Kamer.",
        ],
        &[
            "Het concept is gereed.",
            "De conceptbrief is gereed.",
            "Een oude docent schreef de Kamer.",
        ],
    ),
    (
        Patroon::AfkortingLos,
        &[
            "Het Woo verzoek is van maart.",
            "In het VN verdrag staat dit ook.",
            "Dit raakt de EU lidstaten.",
        ],
        &[
            "Het Woo-verzoek is van maart.",
            "Door het RIVM advies te laten geven, weten wij meer.",
            "Het is goed dat de EU besluit.",
        ],
    ),
    (
        Patroon::KamerLos,
        &[
            "In het Eerste Kamer debat is dit toegezegd.",
            "Vier Tweede Kamer leden stelden vragen.",
            "De Tweede Kamer fractie stemde tegen.",
        ],
        &[
            "In het Eerste Kamerdebat is dit toegezegd.",
            "De Tweede Kamer debatteert morgen.",
            "De Eerste Kamer vraagt om uitstel.",
        ],
    ),
    (
        Patroon::Tenminste,
        &[
            "Dit duurt tenminste twee jaar.",
            "Tenminste 80 procent deed mee.",
            "Er is teveel geld gevraagd.",
        ],
        &[
            "Dit duurt ten minste twee jaar.",
            "U kunt het tenminste proberen.",
            "Een teveel aan regels helpt niet.",
        ],
    ),
    (
        Patroon::TeOntbreekt,
        &[
            "Dit dient voor 1 mei worden besloten.",
            "De aanvragen dienen in behandeling worden genomen.",
            "Dat hoeft niet worden herhaald.",
        ],
        &[
            "Dit dient voor 1 mei te worden besloten.",
            "Dit dient als basis en zal worden gebruikt.",
            "De aanvragen worden in behandeling genomen.",
        ],
    ),
    (
        Patroon::Dubbel,
        &[
            "Dit staat in de de brief.",
            "Dit wordt wordt verzonden.",
            "Er is sprake van een een vergissing.",
        ],
        &[
            "De risico’s die die stoffen hebben.",
            "Ik weet dat dat zo is.",
            "De staat van Van Gogh Nationaal Park.",
        ],
    ),
    (
        Patroon::HeelWerkwoord,
        &[
            "U wordt geïnformeerd over de afronden van het plan.",
            "De uitvoeren van de wet kost tijd.",
            "Na de verzenden van de brief volgt een bericht.",
        ],
        &[
            "U wordt geïnformeerd over de afronding van het plan.",
            "Het uitvoeren van de wet kost tijd.",
            "De brieven van de Kamer volgen.",
        ],
    ),
    (
        Patroon::Hun,
        &[
            "Hun hebben dat besloten.",
            "Ik weet dat hun zullen komen.",
            "Het is laat, omdat hun moeten reizen.",
        ],
        &[
            "Zij hebben dat besloten.",
            "Wij delen hun hebben en houden.",
            "Wij hebben hun dat gevraagd.",
        ],
    ),
    (
        Patroon::AlsDan,
        &[
            "Dit is even groot dan vorig jaar.",
            "De kosten zijn hoger als geraamd.",
            "Er zijn evenveel dan in 2023.",
        ],
        &[
            "De kosten zijn hoger als de rente stijgt.",
            "Dit is even groot als vorig jaar.",
            "De kosten zijn hoger dan geraamd.",
        ],
    ),
    (
        Patroon::OnderwerpOntbreekt,
        &[
            "Ook gaat in op een motie.",
            "Daarnaast geeft aan dat er geld is.",
            "Verder wijst erop dat dit eerder is gevraagd.",
        ],
        &[
            "Ook gaat u in op een motie.",
            "Daarnaast geeft u aan dat er geld is.",
            "Ook gaat in september het loket open.",
        ],
    ),
    (
        Patroon::EruitZien,
        &[
            "Zo zal de verdeling er uit zien.",
            "Hoe het er uit ziet, is onbekend.",
            "De tabel moet er uit komen te zien als een lijst.",
        ],
        &[
            "Zo zal de verdeling eruitzien.",
            "Er uit voorraad leveren kan ook.",
            "Hij ziet er uitstekend uit.",
        ],
    ),
    (
        Patroon::Uitdrukking,
        &[
            "Dit kan ten alle tijden.",
            "Dit gaat te koste van de kwaliteit, want te koste van is fout.",
            "De reden hiervoor is omdat het niet kan.",
        ],
        &[
            "Dit kan te allen tijde.",
            "Dit gaat ten koste van de kwaliteit.",
            "De reden hiervoor is dat het niet kan.",
        ],
    ),
];

fn has(patroon: Patroon, sentence: &str) -> bool {
    grammatica(sentence)
        .iter()
        .any(|fault| fault.patroon == patroon)
}

#[test]
fn every_pattern_finds_its_faults_and_nothing_else() {
    assert_eq!(SENTENCES.len(), 23);
    let mut wrong = Vec::new();
    for (patroon, faulty, fine) in SENTENCES {
        for sentence in *faulty {
            if !has(*patroon, sentence) {
                wrong.push(format!("{patroon:?} is not found: {sentence}"));
            }
        }
        for sentence in *fine {
            if has(*patroon, sentence) {
                wrong.push(format!("{patroon:?} is found: {sentence}"));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_mended_is_right() {
    for (_, faulty, _) in SENTENCES {
        for sentence in *faulty {
            let mut mended = (*sentence).to_owned();
            for fault in grammatica(sentence).iter().rev() {
                mended.replace_range(fault.range.clone(), &fault.better[0]);
            }
            assert_eq!(grammatica(&mended), [], "{sentence} became {mended}");
        }
    }
}

#[test]
fn a_quotation_is_left_alone() {
    assert_eq!(
        grammatica("De Kamer schrijft: “Dit kan ten alle tijden.”"),
        []
    );
    assert_eq!(grammatica("Dit kan ten alle tijden “zo”.").len(), 1);
}
