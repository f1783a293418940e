//! The built-in signs that a channel can have. Must not know how they are drawn.

use serde::{Deserialize, Serialize};

/// What sort of channel a sign shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ChannelIcon {
    /// A website.
    Web,
    /// An app on a telephone.
    App,
    /// A shop, a branch, a counter.
    Shop,
    /// A call.
    Phone,
    /// E-mail.
    Email,
    /// A letter.
    Post,
    /// A social network.
    Social,
    /// Somebody: staff, a friend.
    Person,
    /// Chat and text messages.
    Chat,
    /// Television and radio.
    Broadcast,
    /// Newspapers and everything printed.
    Print,
    /// A fair, a workshop.
    Event,
    /// A courier.
    Delivery,
    /// A machine that customers serve themselves at.
    Kiosk,
    /// Anything else.
    Other,
}

impl ChannelIcon {
    /// Every sign, in the order of a choice.
    pub const ALL: [Self; 15] = [
        Self::Web,
        Self::App,
        Self::Social,
        Self::Chat,
        Self::Email,
        Self::Phone,
        Self::Post,
        Self::Shop,
        Self::Person,
        Self::Kiosk,
        Self::Delivery,
        Self::Event,
        Self::Broadcast,
        Self::Print,
        Self::Other,
    ];
}
