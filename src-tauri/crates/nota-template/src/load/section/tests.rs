//! What an author reads when sections do not go together.

use expect_test::expect;

use crate::load::tests::check;

#[test]
fn sections_that_quarrel() {
    let section = |lines: &str| format!("[[sectie]]\n{lines}\n");
    check(
        &section("sleutel = 'toelichting'\ntitel = 'Weer'"),
        expect![[r#"
            2:11 Er is al een sectie ‘toelichting’. Kies een andere sleutel.
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'X'\nnummer = '4'"),
        expect![[r#"
            4:10 Het nummer 4 is al van ‘toelichting’.
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'toelichting*'"),
        expect![[r#"
            3:9 De titel ‘toelichting*’ is al van de sectie ‘toelichting’. Dan is niet te zien welke van de twee bedoeld is.
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'X'\nonderdeel-van = 'nergens'"),
        expect![[r#"
            4:17 De sectie ‘nergens’ staat niet hierboven. Zet een onderdeel onder de sectie waar het bij hoort.
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'X'\nnummer = '5.1'"),
        expect![[r#"
            4:10 Het nummer 5.1 past niet op deze plaats. Een sectie heeft een nummer als "4", een onderdeel daarvan een nummer als "4.1".
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'X'\nnummer = '5.'"),
        expect![[r#"
            4:10 Schrijf het nummer als "4" of "4.1", zonder punt aan het eind.
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'X'\nnummer = '5.1'\nonderdeel-van = 'toelichting'"),
        expect![[r#"
            4:10 Het nummer 5.1 past niet op deze plaats. Een sectie heeft een nummer als "4", een onderdeel daarvan een nummer als "4.1".
        "#]],
    );
    check(
        &section("sleutel = 'x'\ntitel = 'X'\nhint = 'Vul in'"),
        expect![[r#"
            4:8 Zet de hint op één regel tussen rechte haken, zoals "[Beschrijf de aanleiding.]".
        "#]],
    );
}

#[test]
fn parts_stand_with_their_section_and_have_no_parts() {
    check(
        "[[sectie]]\nsleutel = 'a'\ntitel = 'A'\nonderdeel-van = 'toelichting'\n\
         [[sectie]]\nsleutel = 'b'\ntitel = 'B'\nonderdeel-van = 'a'\n\
         [[sectie]]\nsleutel = 'c'\ntitel = 'C'\n\
         [[sectie]]\nsleutel = 'd'\ntitel = 'D'\nonderdeel-van = 'toelichting'\n",
        expect![[r#"
            8:17 ‘a’ is zelf een onderdeel. Een onderdeel kan geen onderdelen hebben.
            15:17 Zet dit onderdeel direct na ‘toelichting’ of een ander onderdeel daarvan.
        "#]],
    );
}
