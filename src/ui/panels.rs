//! Which panels the window shows beside the map. Must not know what they show.

use super::canvas::Around;

/// Which panels are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Panels {
    /// The inspector on the right.
    pub inspector: bool,
    /// The review below.
    pub review: bool,
    /// The small overview of a long map.
    pub minimap: bool,
    /// What is there beside the map.
    pub beside: Beside,
}

/// What is there beside the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Beside {
    /// Menus, panels and bars.
    #[default]
    Everything,
    /// Nothing but messages.
    Nothing,
}

impl Beside {
    /// The other of the two.
    pub fn other(self) -> Self {
        match self {
            Self::Everything => Self::Nothing,
            Self::Nothing => Self::Everything,
        }
    }
}

impl Panels {
    /// What floats over the map.
    pub fn around(self) -> Around {
        match self.beside {
            Beside::Nothing => Around::Nothing,
            Beside::Everything if self.minimap => Around::All,
            Beside::Everything => Around::Bars,
        }
    }
}

impl Default for Panels {
    fn default() -> Self {
        Self { inspector: true, review: false, minimap: true, beside: Beside::Everything }
    }
}
