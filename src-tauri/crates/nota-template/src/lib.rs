//! Templates: what a ministry's nota consists of, as data. Reads and checks
//! `template.toml`; holds the templates that are compiled in. No files, no
//! clock: a folder on disk is read by the edges and handed over as texts.

mod builtin;
mod copy;
mod fault;
mod heading;
mod keys;
mod load;
mod measures;
mod ministry;
mod new_text;
mod opmaak;
mod registry;
mod role;
mod spec;
mod standaard;
mod withheld;

pub use builtin::is_builtin_file;
pub use copy::{builtin_files, copied, is_template_name};
pub use fault::TemplateFault;
pub use measures::Measures;
pub use opmaak::{
    Actie, Adressering, BeslissingPlaats, Letter, Lint, Opmaak, Opsommingsteken, ParafenVorm,
};
pub use registry::{Registry, TemplateFiles, check_files};
pub use role::{FieldRole, SectionRole};
pub use spec::{
    Adres, BlockName, ColumnItem, FieldKind, FieldSpec, Layout, MAG_OPENBAAR, Patroon,
    RESERVED_FIELDS, SectionSpec, SeverityRule, Standaardzin, Template, WOORDEN,
};
pub use standaard::MET_OPMERKING;
pub use withheld::Withholding;
