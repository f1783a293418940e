//! Fields for texts, dates and numbers: what is typed becomes an edit, or a sentence that says what to do.
//!
//! Must not know which property of the map is edited; that is the `make` argument.

use super::{Desk, Field, field::field_ui, read_date};
use crate::{
    editor::Edit,
    map::Percent,
    texts::{Sign, Texts},
};
use egui::{Response, Ui};
use jiff::civil::Date;

/// A text; `make` turns what is typed into an edit.
pub fn edited_text(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    field: &Field<'_>,
    current: &str,
    make: impl Fn(String) -> Edit,
) -> Response {
    field_ui(ui, desk, field, current, |text| Ok(make(text.to_owned())))
}

/// A date, shown as `YYYY-MM-DD`; empty is none.
pub fn date_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    field: &Field<'_>,
    current: Option<Date>,
    make: impl Fn(Option<Date>) -> Edit,
) -> Response {
    let texts = desk.texts();
    let shown = current.map_or_else(String::new, |date| date.to_string());
    field_ui(ui, desk, field, &shown, |text| match text.trim() {
        "" => Ok(make(None)),
        text => match read_date(text, texts) {
            Ok(date) => Ok(make(Some(date))),
            Err(fault) => Err(fault.text(texts).to_owned()),
        },
    })
}

/// A whole number from 0 to `most`, shown with thin spaces; empty is none.
pub fn number_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    field: &Field<'_>,
    (current, most): (Option<u64>, u64),
    make: impl Fn(Option<u64>) -> Edit,
) -> Response {
    let texts = desk.texts();
    let shown = current.map_or_else(String::new, |number| texts.count(number));
    field_ui(ui, desk, field, &shown, |text| {
        let digits: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        match digits.parse::<u64>() {
            _ if digits.is_empty() => Ok(make(None)),
            Ok(number) if number <= most => Ok(make(Some(number))),
            Ok(_) | Err(_) => Err(texts.inspector_bad_number(texts.count(most))),
        }
    })
}

/// A whole number with its sign; `make` refuses with a sentence.
pub fn whole_number_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    field: &Field<'_>,
    current: i64,
    make: impl Fn(i64) -> Result<Edit, String>,
) -> Response {
    let texts = desk.texts();
    let sign = if current < 0 { "−" } else { "" };
    let shown = format!("{sign}{}", texts.count(current.unsigned_abs()));
    field_ui(ui, desk, field, &shown, |text| {
        let number: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let number = number.replace('−', "-").parse();
        make(number.map_err(|_| texts.inspector_bad_whole_number().to_owned())?)
    })
}

/// A share from 0 to 100 %; empty is none.
pub fn percent_ui(
    ui: &mut Ui,
    desk: &mut Desk<'_>,
    field: &Field<'_>,
    current: Option<Percent>,
    make: impl Fn(Option<Percent>) -> Edit,
) -> Response {
    let texts = desk.texts();
    let shown = current.map_or_else(String::new, |share| written_share(texts, share));
    field_ui(ui, desk, field, &shown, |text| {
        let number: String = text.chars().filter(|c| !c.is_whitespace() && *c != '%').collect();
        let share = number.replace(',', ".").parse().ok().and_then(Percent::new);
        match share {
            _ if number.is_empty() => Ok(make(None)),
            Some(share) => Ok(make(Some(share))),
            None => Err(texts.inspector_bad_share().to_owned()),
        }
    })
}

/// A share with as many decimals as it has, four at the most.
fn written_share(texts: Texts, share: Percent) -> String {
    let decimals = (0..4).find(|decimals| {
        let scaled = share.value() * 10f64.powi(*decimals);
        (scaled - scaled.round()).abs() < 1e-9
    });
    texts.number(share.value(), usize::try_from(decimals.unwrap_or(4)).unwrap_or(4), Sign::WhenNegative)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_keeps_its_decimals() {
        let share = |value| written_share(Texts::default(), Percent::new(value).expect("a share"));
        assert_eq!(share(31.0), "31");
        assert_eq!(share(12.5), "12.5");
    }
}
