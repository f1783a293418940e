//! The templates that travel inside the program: journeys without feelings, in both languages. Must not know how they
//! are shown.

use crate::{
    files::ron::{self, ParseError},
    map::Map,
    texts::{Language, Texts},
};

/// A template of the program.
#[derive(Clone, Copy, Debug)]
pub struct Template {
    /// What scripts call it; never changes.
    pub key: &'static str,
    /// What the window calls it.
    pub name: fn(Texts) -> &'static str,
    /// What it holds, in a few words.
    pub note: fn(Texts) -> &'static str,
    english: &'static str,
    vietnamese: &'static str,
}

macro_rules! template {
    ($key:literal, $name:expr, $note:expr) => {
        Template {
            key: $key,
            name: $name,
            note: $note,
            english: include_str!(concat!("../../assets/templates/", $key, ".en.ron")),
            vietnamese: include_str!(concat!("../../assets/templates/", $key, ".vi.ron")),
        }
    };
}

/// Every template of the program, in the order in which they are shown.
pub const ALL: [Template; 7] = [
    template!("digital-stages", Texts::template_digital_stages, Texts::template_digital_stages_note),
    template!("purchase-loop", Texts::template_purchase_loop, Texts::template_purchase_loop_note),
    template!("service-blueprint", Texts::template_service_blueprint, Texts::template_service_blueprint_note),
    template!("patient", Texts::template_patient, Texts::template_patient_note),
    template!("business-customer", Texts::template_business_customer, Texts::template_business_customer_note),
    template!("new-employee", Texts::template_new_employee, Texts::template_new_employee_note),
    template!("empty", Texts::template_empty, Texts::template_empty_note),
];

impl Template {
    /// The template that scripts call `key`.
    pub fn of_key(key: &str) -> Option<Self> {
        ALL.into_iter().find(|template| template.key == key)
    }

    /// Its map in a language.
    ///
    /// # Errors
    ///
    /// What is wrong with the text; a test holds that nothing is.
    pub fn read(&self, language: Language) -> Result<Map, ParseError> {
        let text = match language {
            Language::English => self.english,
            Language::Vietnamese => self.vietnamese,
        };
        ron::parse(text.as_bytes()).map(|loaded| loaded.map)
    }
}

/// A map that is begun from a template: with ids of its own, and without the template's title, which is no name of a
/// journey.
pub fn begin(template: &Map, rng: &mut fastrand::Rng) -> Map {
    Map { title: String::new(), ..template.with_fresh_ids(rng) }
}
