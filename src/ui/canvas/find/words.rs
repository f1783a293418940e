//! Where a match stands, in words. Must not know how it was found.

use crate::{
    editor::{Match, TextPlace, text_of},
    map::{Map, Thing},
    scene::lane_kind_name,
    texts::Texts,
};

/// Longest name that is said, in characters.
const LONGEST: usize = 40;

/// Which text of what: “Description · Delivery”.
pub(super) fn where_it_stands(found: &Match, map: &Map, texts: Texts) -> String {
    if let TextPlace::ChannelName(_) = found.place {
        return match found.place.things(map).len() {
            0 => texts.find_in_channel().to_owned(),
            count => texts.find_in_channel_of(count),
        };
    }
    let what = text_kind(found.place, texts);
    let name = match found.place {
        TextPlace::StageName(_) | TextPlace::TouchpointName(_) | TextPlace::CardText(..) => None,
        TextPlace::MapTitle | TextPlace::MapDescription | TextPlace::BandName(_) | TextPlace::ChannelName(_) => None,
        TextPlace::PersonaName(_) | TextPlace::LaneName(_) | TextPlace::LaneKind(_) => None,
        TextPlace::LinkLabel(_) | TextPlace::NoteText(_) | TextPlace::WaveName(_) => None,
        TextPlace::PersonaDescription(_)
        | TextPlace::StageGoal(_)
        | TextPlace::StageSuccess(_)
        | TextPlace::TouchpointDescription(_)
        | TextPlace::Tag(..)
        | TextPlace::CardOwner(..) => found.place.thing().and_then(|thing| text_of(map, thing)),
        TextPlace::Word(id, _) => text_of(map, Thing::Touchpoint(id)),
    };
    let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
    match name.filter(|name| !name.is_empty()) {
        Some(name) if name.chars().count() > LONGEST => {
            texts.find_where(what, format!("{}…", name.chars().take(LONGEST - 1).collect::<String>()))
        }
        Some(name) => texts.find_where(what, name),
        None => what.to_owned(),
    }
}

fn text_kind(place: TextPlace, texts: Texts) -> &'static str {
    match place {
        TextPlace::MapTitle => texts.find_in_title(),
        TextPlace::MapDescription => texts.find_in_map_description(),
        TextPlace::BandName(_) => texts.find_in_band(),
        TextPlace::PersonaName(_) => texts.find_in_persona(),
        TextPlace::PersonaDescription(_) => texts.find_in_persona_description(),
        TextPlace::ChannelName(_) => texts.find_in_channel(),
        TextPlace::LaneName(_) | TextPlace::LaneKind(_) => texts.find_in_lane(),
        TextPlace::StageName(_) => texts.find_in_stage(),
        TextPlace::StageGoal(_) => texts.find_in_goal(),
        TextPlace::StageSuccess(_) => texts.find_in_success(),
        TextPlace::TouchpointName(_) => texts.find_in_touchpoint(),
        TextPlace::TouchpointDescription(_) => texts.find_in_description(),
        TextPlace::Tag(..) => texts.find_in_tag(),
        TextPlace::Word(..) => texts.find_in_word(),
        TextPlace::CardText(..) => texts.find_in_card(),
        TextPlace::CardOwner(..) => texts.find_in_owner(),
        TextPlace::LinkLabel(_) => texts.find_in_link(),
        TextPlace::NoteText(_) => texts.find_in_note(),
        TextPlace::WaveName(_) => texts.find_in_wave(),
    }
}

/// The name of a hidden lane that a match stands in, or is the name of; `None` where nothing hides it.
pub(super) fn hidden_lane(found: &Match, map: &Map, texts: Texts) -> Option<String> {
    let lane = map.lane(found.place.hidden_lane(map)?)?;
    Some(if lane.name.is_empty() { lane_kind_name(texts, lane.kind).to_owned() } else { lane.name.clone() })
}
