//! The map for those who hear it: nodes that a screen reader finds and the keyboard goes to (`nodes`), what they say
//! (`described`), what can be done with them (`nodes/requests`, `values`), and what is told without asking (`announce`).
//!
//! Must not know how things are painted or what the pointer does.

mod announce;
mod described;
mod nodes;
mod values;

pub(super) use announce::{Announcer, announce_ui};
pub(super) use described::whole;
pub(super) use nodes::{follow_requests, id_of, nodes_ui};
