//! The list of all rules. A rule is a line here, and its two files in
//! `rules/`; the pages, the table and the checks all follow from the list.

use std::sync::LazyLock;

use nota_model::Code;

use crate::{Rule, RulePage};

macro_rules! rules {
    ($($module:ident :: $rule:ident,)*) => {
        $(mod $module;)*

        /// All rules, in the order of their codes.
        pub(crate) static RULES: &[&dyn Rule] = &[$(&$module::$rule,)*];
    };
}

rules! {
    sjabloon_onbekend::SjabloonOnbekend,
    voorblad_onleesbaar::VoorbladOnleesbaar,
    veld_onbekend::VeldOnbekend,
    grens_overschreden::GrensOverschreden,
    versie_nieuwer::VersieNieuwer,
    opmaak_niet_ondersteund::OpmaakNietOndersteund,
    teken_niet_afdrukbaar::TekenNietAfdrukbaar,
    lijstnummer_anders::LijstnummerAnders,
    teken_als_opmaak::TekenAlsOpmaak,
    opmaak_werkt_niet::OpmaakWerktNiet,

    sectie_ontbreekt::SectieOntbreekt,
    sectie_leeg::SectieLeeg,
    sectie_onbekend::SectieOnbekend,
    sectie_dubbel::SectieDubbel,
    sectie_volgorde::SectieVolgorde,
    nummer_onjuist::NummerOnjuist,
    tekst_buiten_sectie::TekstBuitenSectie,
    kopniveau_overgeslagen::KopniveauOvergeslagen,
    sectie_te_lang::SectieTeLang,
    blok_niet_toegestaan::BlokNietToegestaan,
    kop_zonder_tekst::KopZonderTekst,

    veld_ontbreekt::VeldOntbreekt,
    veld_ongeldig::VeldOngeldig,
    datum_onwaarschijnlijk::DatumOnwaarschijnlijk,
    onderwerp_zonder_beslisnota::OnderwerpZonderBeslisnota,
    metagegeven_ontbreekt::MetagegevenOntbreekt,
    beslissing_zonder_keuze::BeslissingZonderKeuze,
    beslissing_zonder_opmerking::BeslissingZonderOpmerking,
    beslissing_onvolledig::BeslissingOnvolledig,
    beslissing_te_vroeg::BeslissingTeVroeg,
    beslistermijn_verstreken::BeslistermijnVerstreken,

    invulplek::Invulplek,
    besluit_niet_als_advies::BesluitNietAlsAdvies,
    kamerstuk_verwijzing::KamerstukVerwijzing,
    nota_te_lang::NotaTeLang,
    bijlage_niet_genoemd::BijlageNietGenoemd,
    voetnoot_niet_gebruikt::VoetnootNietGebruikt,
    voetnoot_dubbel::VoetnootDubbel,
    voetnoot_ontbreekt::VoetnootOntbreekt,
    voetnoot_in_kop::VoetnootInKop,
    afkorting_niet_voluit::AfkortingNietVoluit,
    weekdag_onjuist::WeekdagOnjuist,
    datum_bestaat_niet::DatumBestaatNiet,
    datum_jl_onjuist::DatumJlOnjuist,
    datum_wisselt::DatumWisselt,
    periode_omgekeerd::PeriodeOmgekeerd,
    toezegging_zonder_bron::ToezeggingZonderBron,
    bedrag_onjuist::BedragOnjuist,
    bedrag_zonder_munt::BedragZonderMunt,
    getal_wisselt::GetalWisselt,
    spatie_onjuist::SpatieOnjuist,
    teken_ongesloten::TekenOngesloten,
    bijlage_wisselt::BijlageWisselt,
    tijd_van_vandaag::TijdVanVandaag,
    hoofdletter_wisselt::HoofdletterWisselt,

    woord_fout::WoordFout,
    woord_onbekend::WoordOnbekend,
    passage_engels::PassageEngels,
    werkwoord_zonder_t::WerkwoordZonderT,
    deelwoord_met_t::DeelwoordMetT,
    persoonsvorm_met_d::PersoonsvormMetD,
    dit_gebeurd::DitGebeurd,
    u_ben::UBen,
    aanwijzend_woord::AanwijzendWoord,
    lidwoord_onjuist::LidwoordOnjuist,
    verbuiging_onjuist::VerbuigingOnjuist,
    het_die::HetDie,
    frase_formeel::FraseFormeel,
    zin_lang::ZinLang,
    zinnen_lijdend::ZinnenLijdend,
    samenstelling_met_s::SamenstellingMetS,
    samenstelling_los::SamenstellingLos,
    voorvoegsel_los::VoorvoegselLos,
    afkorting_los::AfkortingLos,
    kamer_los::KamerLos,
    tenminste_bij_getal::TenminsteBijGetal,
    te_ontbreekt::TeOntbreekt,
    woord_dubbel::WoordDubbel,
    de_met_werkwoord::DeMetWerkwoord,
    hun_als_onderwerp::HunAlsOnderwerp,
    als_of_dan::AlsOfDan,
    onderwerp_ontbreekt::OnderwerpOntbreekt,
    eruit_los::EruitLos,
    uitdrukking_onjuist::UitdrukkingOnjuist,

    grond_ontbreekt::GrondOntbreekt,
    grond_onbekend::GrondOnbekend,
    lak_zonder_toelichting::LakZonderToelichting,
    toelichting_zonder_lak::ToelichtingZonderLak,
    persoonsgegeven_open::PersoonsgegevenOpen,
    grond_vervallen::GrondVervallen,
    lakveld_onbekend::LakveldOnbekend,
    lakking_onvolledig::LakkingOnvolledig,
    grond_niet_toegelicht::GrondNietToegelicht,
    intern_deel_onzeker::InternDeelOnzeker,
    voorblad_in_tekst::VoorbladInTekst,
    opmerking_in_tekst::OpmerkingInTekst,

    tabel_zonder_kop::TabelZonderKop,
    linktekst_nietszeggend::LinktekstNietszeggend,
}

/// The pages of all rules, in the order of their codes.
pub fn rules() -> &'static [RulePage] {
    static PAGES: LazyLock<Vec<RulePage>> = LazyLock::new(|| {
        let pages = RULES.iter().map(|rule| RulePage::parse(rule.page()));
        pages.flatten().collect()
    });
    &PAGES
}

/// The page of the rule with this code.
pub fn rule(code: Code) -> Option<&'static RulePage> {
    rules().iter().find(|page| page.code == code)
}

#[cfg(test)]
mod tests;
