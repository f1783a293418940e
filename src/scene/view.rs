//! What of a map a scene shows: the choices of the person looking, which are not part of the map.
//!
//! Must not know zoom or scrolling.

use crate::{map::PersonaId, texts::Texts};

/// What of a map is laid out.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct View {
    /// Whose feelings are drawn.
    pub persona: PersonaChoice,
    /// Which curves are drawn.
    pub curves: CurveChoice,
    /// The language of the map's own words ("positive", "no answers", a lane's usual name).
    pub texts: Texts,
}

/// Whose feelings are drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum PersonaChoice {
    /// The map's first persona that is not hidden.
    #[default]
    First,
    /// One persona; the first one where the map has no such.
    One(PersonaId),
    /// All that are not hidden, one colour each.
    All,
}

/// Which curves are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct CurveChoice {
    /// What the room believes.
    pub actual: bool,
    /// What the customer wants.
    pub expected: bool,
    /// What surveys measured.
    pub measured: bool,
}

impl Default for CurveChoice {
    fn default() -> Self {
        Self { actual: true, expected: true, measured: true }
    }
}
