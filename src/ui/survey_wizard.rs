//! stub
use crate::{
    map::Map,
    survey::{Plan, Table},
    ui::Look,
};
use std::sync::Arc;
pub struct SurveyWizard;
impl SurveyWizard {
    pub fn new(_n: String, _t: Arc<Table>, _m: &Map) -> Self {
        Self
    }
}
pub enum WizardAnswer {
    Open,
    Cancel,
    Attach(Plan),
}
pub fn wizard_ui(_ui: &mut egui::Ui, _s: &mut SurveyWizard, _m: &Map, _l: Look) -> WizardAnswer {
    WizardAnswer::Open
}
