//! Temporary.
use nota_model::Nota;
use nota_template::{FieldSpec, Template};
#[derive(Clone, Copy)]
pub(crate) enum FieldRole {
    Titel,
    Kenmerk,
    Datum,
    Ministerie,
    Rubricering,
}
impl FieldRole {
    fn key(self) -> &'static str {
        match self {
            Self::Titel => "onderwerp",
            Self::Kenmerk => "kenmerk",
            Self::Datum => "datum",
            Self::Ministerie => "ministerie",
            Self::Rubricering => "rubricering",
        }
    }
}
pub(crate) trait Roles {
    fn field_for(&self, role: FieldRole) -> Option<&FieldSpec>;
    fn text_for<'n>(&self, role: FieldRole, nota: &'n Nota) -> Option<&'n str>;
}
impl Roles for Template {
    fn field_for(&self, role: FieldRole) -> Option<&FieldSpec> {
        self.veld(role.key())
    }
    fn text_for<'n>(&self, role: FieldRole, nota: &'n Nota) -> Option<&'n str> {
        nota.field_text(self.field_for(role)?.sleutel.as_str())
    }
}
