//! What the kinds of things on a map are called: lanes, bands, connections, statuses, curves. Must not know layout.

use crate::{
    map::{BandName, BlueprintLine, ChannelIcon, Curve, Evidence, LaneKind, LinkKind, Status},
    texts::Texts,
};

/// What a kind of lane is called.
pub fn lane_kind_name(texts: Texts, kind: LaneKind) -> &'static str {
    match kind {
        LaneKind::Touchpoints => texts.lane_touchpoints(),
        LaneKind::Emotion => texts.lane_emotion(),
        LaneKind::DramaticArc => texts.lane_dramatic_arc(),
        LaneKind::Channels => texts.lane_channels(),
        LaneKind::Survey => texts.lane_survey(),
        LaneKind::PainPoints => texts.lane_pain_points(),
        LaneKind::Opportunities => texts.lane_opportunities(),
        LaneKind::Actions => texts.lane_actions(),
        LaneKind::Thoughts => texts.lane_thoughts(),
        LaneKind::Backstage => texts.lane_backstage(),
        LaneKind::Notes => texts.lane_notes(),
    }
}

/// What a band of an emotion scale is called; one of the user's own by its own name.
pub fn band_name(texts: Texts, name: &BandName) -> String {
    match name {
        BandName::VeryNegative => texts.band_very_negative().to_owned(),
        BandName::Negative => texts.band_negative().to_owned(),
        BandName::Neutral => texts.band_neutral().to_owned(),
        BandName::Positive => texts.band_positive().to_owned(),
        BandName::VeryPositive => texts.band_very_positive().to_owned(),
        BandName::Own(name) => name.clone(),
    }
}

/// What a kind of connection is called.
pub fn link_kind_name(texts: Texts, kind: LinkKind) -> &'static str {
    match kind {
        LinkKind::Path => texts.link_path(),
        LinkKind::Loop => texts.link_loop(),
        LinkKind::Referral => texts.link_referral(),
    }
}

/// What is said of how far a card is.
pub fn status_name(texts: Texts, status: Status) -> &'static str {
    match status {
        Status::Idea => texts.status_idea(),
        Status::Planned => texts.status_planned(),
        Status::Started => texts.status_started(),
        Status::Done => texts.status_done(),
        Status::Dropped => texts.status_dropped(),
    }
}

/// What a curve is called.
pub fn curve_name(texts: Texts, curve: Curve) -> &'static str {
    match curve {
        Curve::Expected => texts.curve_expected(),
        Curve::Actual => texts.curve_actual(),
    }
}

/// What is said of where a score or a card comes from.
pub fn evidence_name(texts: Texts, evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Guess => texts.evidence_guess(),
        Evidence::Observed => texts.evidence_observed(),
        Evidence::Reported => texts.evidence_reported(),
        Evidence::Measured => texts.evidence_measured(),
    }
}

/// What a line of a service blueprint is called.
pub fn blueprint_line_name(texts: Texts, line: BlueprintLine) -> &'static str {
    match line {
        BlueprintLine::Interaction => texts.line_interaction(),
        BlueprintLine::Visibility => texts.line_visibility(),
        BlueprintLine::InternalInteraction => texts.line_internal(),
    }
}

/// What a channel's sign shows.
pub fn channel_icon_name(texts: Texts, icon: ChannelIcon) -> &'static str {
    match icon {
        ChannelIcon::Web => texts.icon_web(),
        ChannelIcon::App => texts.icon_app(),
        ChannelIcon::Shop => texts.icon_shop(),
        ChannelIcon::Phone => texts.icon_phone(),
        ChannelIcon::Email => texts.icon_email(),
        ChannelIcon::Post => texts.icon_post(),
        ChannelIcon::Social => texts.icon_social(),
        ChannelIcon::Person => texts.icon_person(),
        ChannelIcon::Chat => texts.icon_chat(),
        ChannelIcon::Broadcast => texts.icon_broadcast(),
        ChannelIcon::Print => texts.icon_print(),
        ChannelIcon::Event => texts.icon_event(),
        ChannelIcon::Delivery => texts.icon_delivery(),
        ChannelIcon::Kiosk => texts.icon_kiosk(),
        ChannelIcon::Other => texts.icon_other(),
    }
}
