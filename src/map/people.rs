//! Who travels and by which channels: personas and channels.
//!
//! This file must not know how they are drawn.

use super::{ChannelIcon, ChannelId, ImageId, OwnPath, PersonaId, Rgb, Visibility, touchpoint::is_default};
use serde::{Deserialize, Serialize};

/// The traveller: a kind of customer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Persona {
    /// Its id, once in the map.
    pub id: PersonaId,
    /// What the persona is called, such as "Lan, 34, new parent".
    #[serde(default)]
    pub name: String,
    /// Who that is and what matters to them.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// Its portrait; `None` is drawn as the first letter of its name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub portrait: Option<ImageId>,
    /// The colour of the curves when personas are overlaid; `None` takes the next of the palette.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub color: Option<Rgb>,
    /// A hidden persona keeps its feelings. Default: shown.
    #[serde(default, skip_serializing_if = "is_default")]
    pub visibility: Visibility,
    /// Its own way over the map. Default: the whole way.
    #[serde(default, skip_serializing_if = "is_default")]
    pub path: OwnPath,
}

impl Persona {
    /// A shown persona with a name.
    pub fn new(id: PersonaId, name: impl Into<String>) -> Self {
        Self {
            id,
            name: name.into(),
            description: String::new(),
            portrait: None,
            color: None,
            visibility: Visibility::Shown,
            path: OwnPath::default(),
        }
    }
}

/// A way in which customer and organisation meet: web, shop, phone, post, a person …
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Channel {
    /// Its id, once in the map.
    pub id: ChannelId,
    /// What it is called.
    #[serde(default)]
    pub name: String,
    /// The sign beside its name; `None` for none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub icon: Option<ChannelIcon>,
}

impl Channel {
    /// A channel with a name and no sign.
    pub fn new(id: ChannelId, name: impl Into<String>) -> Self {
        Self { id, name: name.into(), icon: None }
    }
}
