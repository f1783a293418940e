//! Changing personas and channels. Must not know feelings.

use super::{Applied, image, list, put};
use crate::{
    editor::{EditError, PersonaChange, proposed_icon},
    map::{Channel, ChannelIcon, ChannelId, Map, Persona, PersonaId},
};
use std::sync::Arc;

pub(super) fn change_persona(map: &mut Arc<Map>, id: PersonaId, change: &PersonaChange) -> Applied {
    if let PersonaChange::Path(path) = change
        && path.named().any(|id| map.touchpoint(id).is_none())
    {
        return Err(EditError::DoesNotFit);
    }
    if let PersonaChange::Portrait(portrait) = change {
        image::check(map, *portrait)?;
    }
    list::alter::<Persona>(map, id, |persona| match change {
        PersonaChange::Name(name) => put(&mut persona.name, name),
        PersonaChange::Description(description) => put(&mut persona.description, description),
        PersonaChange::Portrait(portrait) => put(&mut persona.portrait, portrait),
        PersonaChange::Color(color) => put(&mut persona.color, color),
        PersonaChange::Visibility(visibility) => put(&mut persona.visibility, visibility),
        PersonaChange::Path(path) => put(&mut persona.path, path),
    })?;
    image::drop_unused(map);
    Ok(())
}

/// Adds a persona at the end; the portrait it names must be in the map.
pub(super) fn insert_persona(map: &mut Arc<Map>, persona: &Arc<Persona>) -> Applied {
    image::check(map, persona.portrait)?;
    list::insert(map, usize::MAX, persona)
}

pub(super) fn rename_channel(map: &mut Arc<Map>, id: ChannelId, name: &String) -> Applied {
    list::alter::<Channel>(map, id, |channel| {
        if channel.icon == proposed_icon(&channel.name) {
            channel.icon = proposed_icon(name);
        }
        put(&mut channel.name, name)
    })
}

pub(super) fn change_icon(map: &mut Arc<Map>, id: ChannelId, icon: Option<ChannelIcon>) -> Applied {
    list::alter::<Channel>(map, id, |channel| put(&mut channel.icon, &icon))
}

/// Removes a channel, from all touchpoints too.
pub(super) fn remove_channel(map: &mut Arc<Map>, id: ChannelId) -> Applied {
    map.channel(id).ok_or(EditError::Gone)?;
    let map = Arc::make_mut(map);
    map.channels.retain(|channel| channel.id != id);
    for stage in &mut map.stages {
        if !stage.touchpoints.iter().any(|touchpoint| touchpoint.channels.contains(&id)) {
            continue;
        }
        let touchpoints = Arc::make_mut(stage).touchpoints.iter_mut();
        for touchpoint in touchpoints.filter(|touchpoint| touchpoint.channels.contains(&id)) {
            Arc::make_mut(touchpoint).channels.retain(|channel| *channel != id);
        }
    }
    Ok(())
}
