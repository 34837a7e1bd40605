//! Changing only withheld text changes nothing in the public nota; and the
//! property catches redactions with a fault in them.

use nota_markdown::{parse, print};
use nota_model::{Block, BlockKind, Inline, Mark, Nota};
use nota_template::{Registry, Template};
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::{Config, TestRunner};

use super::variation::{each_body, each_text, pairs, template};
use crate::redact::redact;
use crate::{Kind, Secrets, prove_absent};

/// All of a public nota, the places in it included.
fn all_of(nota: &Nota) -> String {
    format!("{nota:?}")
}

fn sound(nota: &Nota, template: &Template) -> Nota {
    redact(nota, template)
}

proptest! {
    #![proptest_config(Config::with_cases(4000))]

    #[test]
    fn the_public_nota_does_not_depend_on_withheld_text((one, other) in pairs()) {
        let template = template();
        prop_assert_eq!(all_of(&sound(&one, &template)), all_of(&sound(&other, &template)));
    }

    #[test]
    fn nothing_of_the_file_and_no_mark_is_left((nota, _) in pairs()) {
        let mut public = sound(&nota, &template());
        let text = all_of(&public);
        for kept in ["Jansen", "Lak {", "Some(Span"] {
            prop_assert!(!text.contains(kept), "{}", text);
        }
        let again = sound(&public.clone(), &template());
        public.front = again.front.clone();
        prop_assert_eq!(public, again, "a public nota has nothing to withhold");
    }
}

type Redaction = fn(&Nota, &Template) -> Nota;

/// Redactions with a fault, each as someone might write it.
const BROKEN: &[(&str, Redaction)] = &[
    ("marks are ignored", |nota, template| {
        sound(&unmarked(nota, |_| true), template)
    }),
    ("marks in bold text are ignored", |nota, template| {
        sound(
            &unmarked(nota, |own| own.marks.contains(&Mark::Sterk)),
            template,
        )
    }),
    (
        "withheld line ends and references are kept",
        |nota, template| sound(&unmarked(nota, |own| own.as_text().is_none()), template),
    ),
    ("marks in footnotes are ignored", |nota, template| {
        let mut nota = nota.clone();
        each_body(&mut nota, &mut |body| {
            for note in &mut body.notes {
                unmark(&mut note.blocks, &|_| true);
            }
        });
        sound(&nota, template)
    }),
    ("withheld blocks are ignored", |nota, template| {
        let mut nota = nota.clone();
        each_body(&mut nota, &mut |body| unwrap(&mut body.blocks));
        sound(&nota, template)
    }),
    (
        "the fields that a template withholds are forgotten",
        |nota, template| {
            let mut template = template.clone();
            template.velden.iter_mut().for_each(|veld| veld.lak = None);
            sound(nota, &template)
        },
    ),
    (
        "the fields that a drafter withholds are forgotten",
        |nota, template| {
            let mut nota = nota.clone();
            nota.front.fields.retain(|field| field.key != "lakken");
            sound(&nota, template)
        },
    ),
    ("the internal section is kept", |nota, template| {
        let mut template = template.clone();
        template
            .secties
            .iter_mut()
            .for_each(|own| own.alleen_intern = false);
        sound(nota, &template)
    }),
    ("footnotes of withheld text are kept", |nota, template| {
        let mut public = sound(nota, template);
        public.preamble.notes = nota.notes().cloned().collect();
        public
    }),
    ("the footnotes keep their labels", |nota, template| {
        let mut public = sound(nota, template);
        let labels = nota.notes().map(|note| Inline::text(&note.label));
        public.preamble.blocks.extend(labels.map(|label| {
            Block::new(BlockKind::Paragraph {
                inlines: vec![label],
            })
        }));
        public
            .preamble
            .blocks
            .push(Block::paragraph(format!("{:?}", nota.notes().count())));
        public
            .preamble
            .blocks
            .extend(nota.notes().flat_map(|note| note.blocks.clone()));
        public
    }),
    ("each withheld run has a placeholder", |nota, template| {
        let mut nota = nota.clone();
        each_body(&mut nota, &mut |body| {
            each_text(&mut body.blocks, &mut |inlines| {
                let runs = inlines.drain(..).flat_map(|own| match own.grond() {
                    Some(_) => vec![own, Inline::text("·")],
                    None => vec![own],
                });
                *inlines = runs.collect();
            });
        });
        sound(&nota, template)
    }),
    (
        "the address of a withheld link is kept",
        |nota, template| {
            let mut public = sound(nota, template);
            let mut nota = nota.clone();
            each_body(&mut nota, &mut |body| {
                each_text(&mut body.blocks, &mut |inlines| {
                    for mark in inlines.iter().flat_map(|own| &own.marks) {
                        if let Mark::Link { href } = mark {
                            public.preamble.blocks.push(Block::paragraph(href));
                        }
                    }
                });
            });
            public
        },
    ),
    ("remarks and unknown fields are kept", |nota, template| {
        let mut public = sound(nota, template);
        let known = |key: &str| template.veld(key).is_some() || key == "lakken";
        let unknown = nota.front.fields.iter().filter(|field| !known(&field.key));
        public.front.fields.extend(unknown.cloned());
        public.front.opening.clone_from(&nota.front.opening);
        public
    }),
    ("places are kept", |nota, template| {
        let mut public = sound(nota, template);
        for block in &mut public.preamble.blocks {
            let first = nota.preamble.blocks.first().map(|own| own.origin.clone());
            block.origin = first.unwrap_or_default();
        }
        public
    }),
];

fn unmarked(nota: &Nota, which: fn(&Inline) -> bool) -> Nota {
    let mut nota = nota.clone();
    each_body(&mut nota, &mut |body| unmark(&mut body.blocks, &which));
    nota
}

fn unmark(blocks: &mut [Block], which: &dyn Fn(&Inline) -> bool) {
    each_text(blocks, &mut |inlines| {
        for inline in inlines.iter_mut().filter(|own| which(own)) {
            inline
                .marks
                .retain(|mark| !matches!(mark, Mark::Lak { .. }));
        }
    });
}

fn unwrap(blocks: &mut [Block]) {
    for block in blocks {
        if let BlockKind::Lak { blocks, .. } = &mut block.kind {
            block.kind = BlockKind::Quote {
                blocks: std::mem::take(blocks),
            };
        }
    }
}

/// Faults that say something of what was withheld without its words.
const WORDLESS: &[&str] = &["each withheld run has a placeholder", "places are kept"];

/// A nota with something withheld in every way.
const EVERYWHERE: &str = "\
---
# voor Abelsen
onderwerp: Beslisnota Kamerbrief
opgesteld-door: B. Bernsen
directie: Directie Cornelissen
geheim-veld: Abelsen
lakken:
  - veld: directie
    grond: 5.1.2h
---

## 1. Aanleiding

Met [D. Dirksen[^geheim]]{.lak grond=\"5.1.2e\"}, [**E. Evertsen**]{.lak grond=\"5.1.2e\"}[^open].

::: {.lak grond=\"5.1.2b\"}
De prijs van Fransen is twaalf miljoen euro.
:::

| a | b |
| --- | --- |
| c | [[G. Gerritsen](http://hendriksen.nl)]{.lak grond=\"5.1.2e\"} |

## 5. Informatie die niet openbaar gemaakt kan worden

### 5.1 Toelichting

Namen zijn niet openbaar.

### 5.2 Informatie die niet openbaar gemaakt kan worden

Het voorstel van Izaaksen.

[^geheim]: Volgens Jacobsen.
[^open]: Zie [K. Karelsen]{.lak grond=\"5.1.2e\"}.
";

#[test]
fn the_proof_finds_what_a_faulty_redaction_leaves() {
    let parsed = parse(EVERYWHERE, Registry::builtin());
    let (nota, template) = (parsed.nota, parsed.template);
    let secrets = Secrets::of(&nota, &template).expect("it is known what is withheld");
    let holds = |public: &Nota| {
        let text = print(public);
        let proof = prove_absent(&secrets, text.as_bytes(), Kind::Text).expect("is read");
        proof.holds() && !text.contains("Abelsen")
    };
    assert!(holds(&sound(&nota, &template)));
    for (fault, broken) in BROKEN {
        let found = !holds(&broken(&nota, &template));
        assert_eq!(found, !WORDLESS.contains(fault), "{fault}");
    }
}

#[test]
fn a_redaction_with_a_fault_is_caught() {
    let mut runner = TestRunner::deterministic();
    let tree = (0..400).map(|_| pairs().new_tree(&mut runner).expect("a pair").current());
    let pairs: Vec<(Nota, Nota)> = tree.collect();
    let template = template();
    for (fault, broken) in BROKEN {
        let caught = pairs.iter().any(|(one, other)| {
            all_of(&broken(one, &template)) != all_of(&broken(other, &template))
        });
        assert!(caught, "not caught: {fault}");
    }
}
