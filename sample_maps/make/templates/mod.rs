//! The templates: journeys without feelings, in both languages, from which new maps are begun.
//!
//! A template says what is typical and leaves the feelings to the room: no score, no reach, no finding is invented. Must
//! not know how a template is shown.

mod business_customer;
mod digital_stages;
mod new_employee;
mod patient;
mod purchase_loop;
mod service_blueprint;

use super::{File, sketch::Sketch};
use wayfarer::map::{LaneKind, Map};

/// Chooses the English or the Vietnamese words.
type Say = fn(&'static str, &'static str) -> &'static str;

/// Makes a template in the words that are chosen.
type Make = fn(Say) -> Map;

/// The rows of a journey that is told from the customer's side.
const LANES: [LaneKind; 6] = [
    LaneKind::Touchpoints,
    LaneKind::Actions,
    LaneKind::Emotion,
    LaneKind::Channels,
    LaneKind::PainPoints,
    LaneKind::Opportunities,
];

/// Every template in both languages.
pub fn files() -> Vec<File> {
    let templates: [(&str, Make); 7] = [
        ("digital-stages", digital_stages::map),
        ("purchase-loop", purchase_loop::map),
        ("service-blueprint", service_blueprint::map),
        ("business-customer", business_customer::map),
        ("patient", patient::map),
        ("new-employee", new_employee::map),
        ("empty", empty),
    ];
    let languages: [(&str, Say); 2] = [("en", |english, _| english), ("vi", |_, vietnamese| vietnamese)];
    let of_both =
        |(key, map): (&str, Make)| languages.map(|(code, say)| File::template(format!("{key}.{code}.ron"), &map(say)));
    templates.into_iter().flat_map(of_both).collect()
}

/// Nothing but the usual rows and somebody who travels.
fn empty(say: Say) -> Map {
    let mut map = Sketch::new(
        say("Empty map", "Bản đồ trống"),
        "",
        &[LaneKind::Touchpoints, LaneKind::Emotion, LaneKind::Channels, LaneKind::PainPoints, LaneKind::Opportunities],
    );
    map.persona("customer", say("Customer", "Khách hàng"), "");
    map.into_map()
}
