//! The same map with new ids throughout, for a map that is begun from another one: two groups that begin from the same
//! template must not share ids, or merging their maps would take different things for one.
//!
//! Every structure that holds an id is taken apart field by field, so that a new field cannot be forgotten here. Must
//! not change anything but ids.

use super::{
    Card, CardId, Channel, ChannelId, Image, ImageId, Lane, LaneId, Link, LinkId, Map, Note, NoteId, NoteTarget,
    OwnPath, Persona, PersonaId, QuestionId, Stage, StageId, Survey, SurveyId, SurveyResult, Touchpoint, TouchpointId,
};
use fastrand::Rng;
use std::{
    collections::{BTreeMap, HashMap},
    hash::Hash,
    sync::Arc,
};

/// The new ids of one sort, by the old ones.
struct Renamed<I> {
    new: HashMap<I, I>,
    draw: fn(&mut Rng) -> I,
}

impl<I: Copy + Eq + Hash> Renamed<I> {
    fn new(draw: fn(&mut Rng) -> I) -> Self {
        Self { new: HashMap::new(), draw }
    }

    /// The new id of `old`; the same one whenever it is asked for.
    fn of(&mut self, old: I, rng: &mut Rng) -> I {
        let draw = self.draw;
        *self.new.entry(old).or_insert_with(|| draw(rng))
    }
}

/// The new ids of a whole map.
struct Fresh<'a> {
    rng: &'a mut Rng,
    stages: Renamed<StageId>,
    touchpoints: Renamed<TouchpointId>,
    personas: Renamed<PersonaId>,
    channels: Renamed<ChannelId>,
    lanes: Renamed<LaneId>,
    links: Renamed<LinkId>,
    cards: Renamed<CardId>,
    surveys: Renamed<SurveyId>,
    questions: Renamed<QuestionId>,
    notes: Renamed<NoteId>,
    images: Renamed<ImageId>,
}

impl Map {
    /// The same map with every id drawn anew from `rng`.
    pub fn with_fresh_ids(&self, rng: &mut Rng) -> Self {
        let mut fresh = Fresh {
            rng,
            stages: Renamed::new(StageId::random),
            touchpoints: Renamed::new(TouchpointId::random),
            personas: Renamed::new(PersonaId::random),
            channels: Renamed::new(ChannelId::random),
            lanes: Renamed::new(LaneId::random),
            links: Renamed::new(LinkId::random),
            cards: Renamed::new(CardId::random),
            surveys: Renamed::new(SurveyId::random),
            questions: Renamed::new(QuestionId::random),
            notes: Renamed::new(NoteId::random),
            images: Renamed::new(ImageId::random),
        };
        fresh.map(self)
    }
}

fn each<T>(things: &[Arc<T>], mut renamed: impl FnMut(&T) -> T) -> Vec<Arc<T>> {
    things.iter().map(|thing| Arc::new(renamed(thing))).collect()
}

impl Fresh<'_> {
    fn map(&mut self, map: &Map) -> Map {
        let Map {
            title,
            description,
            review_date,
            structure,
            scale,
            anonymity_limit,
            personas,
            channels,
            lanes,
            stages,
            links,
            notes,
            surveys,
            images,
        } = map;
        Map {
            title: title.clone(),
            description: description.clone(),
            review_date: *review_date,
            scale: scale.clone(),
            anonymity_limit: *anonymity_limit,
            structure: *structure,
            personas: each(personas, |persona| self.persona(persona)),
            channels: each(channels, |channel| self.channel(channel)),
            lanes: each(lanes, |lane| self.lane(lane)),
            stages: each(stages, |stage| self.stage(stage)),
            links: each(links, |link| self.link(link)),
            notes: each(notes, |note| self.note(note)),
            surveys: each(surveys, |survey| self.survey(survey)),
            images: each(images, |image| self.image(image)),
        }
    }

    fn persona(&mut self, persona: &Persona) -> Persona {
        let Persona { id, name, description, portrait, color, visibility, path } = persona.clone();
        let path = self.path(path);
        let portrait = portrait.map(|id| self.images.of(id, self.rng));
        Persona { id: self.personas.of(id, self.rng), name, description, portrait, color, visibility, path }
    }

    fn path(&mut self, path: OwnPath) -> OwnPath {
        let OwnPath { enters, leaves, skips } = path;
        let mut renamed = |id| self.touchpoints.of(id, self.rng);
        OwnPath {
            enters: enters.map(&mut renamed),
            leaves: leaves.map(&mut renamed),
            skips: skips.into_iter().map(&mut renamed).collect(),
        }
    }

    fn channel(&mut self, channel: &Channel) -> Channel {
        let Channel { id, name, icon } = channel.clone();
        Channel { id: self.channels.of(id, self.rng), name, icon }
    }

    fn lane(&mut self, lane: &Lane) -> Lane {
        let Lane { id, name, kind, spans, height, visibility, line } = lane.clone();
        Lane { id: self.lanes.of(id, self.rng), name, kind, spans, height, visibility, line }
    }

    fn stage(&mut self, stage: &Stage) -> Stage {
        let Stage { id, name, goal, success, color, reach, cards, touchpoints } = stage;
        Stage {
            id: self.stages.of(*id, self.rng),
            name: name.clone(),
            goal: goal.clone(),
            success: success.clone(),
            color: *color,
            reach: *reach,
            cards: self.cells(cards),
            touchpoints: each(touchpoints, |touchpoint| self.touchpoint(touchpoint)),
        }
    }

    fn touchpoint(&mut self, touchpoint: &Touchpoint) -> Touchpoint {
        let Touchpoint { id, name, description, image, channels, control, weight, tags, feelings, engagement, cards } =
            touchpoint;
        let feelings =
            feelings.iter().map(|(id, feeling)| (self.personas.of(*id, self.rng), feeling.clone())).collect();
        Touchpoint {
            id: self.touchpoints.of(*id, self.rng),
            name: name.clone(),
            description: description.clone(),
            image: image.map(|id| self.images.of(id, self.rng)),
            control: *control,
            weight: *weight,
            tags: tags.clone(),
            feelings,
            engagement: *engagement,
            channels: channels.iter().map(|id| self.channels.of(*id, self.rng)).collect(),
            cards: self.cells(cards),
        }
    }

    fn cells(&mut self, cells: &BTreeMap<LaneId, Vec<Arc<Card>>>) -> BTreeMap<LaneId, Vec<Arc<Card>>> {
        let renamed = cells.iter().map(|(lane, cards)| {
            let lane = self.lanes.of(*lane, self.rng);
            (lane, each(cards, |card| self.card(card)))
        });
        renamed.collect()
    }

    fn card(&mut self, card: &Card) -> Card {
        let Card { id, text, image, owner, due, status, evidence } = card.clone();
        let image = image.map(|id| self.images.of(id, self.rng));
        Card { id: self.cards.of(id, self.rng), text, image, owner, due, status, evidence }
    }

    fn link(&mut self, link: &Link) -> Link {
        let Link { id, from, to, kind, label, share } = link.clone();
        let [from, to] = [from, to].map(|end| self.touchpoints.of(end, self.rng));
        Link { id: self.links.of(id, self.rng), from, to, kind, label, share }
    }

    fn note(&mut self, note: &Note) -> Note {
        let Note { id, text, x, y, width, color, to } = note.clone();
        Note { id: self.notes.of(id, self.rng), text, x, y, width, color, to: to.map(|to| self.target(to)) }
    }

    fn target(&mut self, to: NoteTarget) -> NoteTarget {
        match to {
            NoteTarget::Stage(id) => NoteTarget::Stage(self.stages.of(id, self.rng)),
            NoteTarget::Touchpoint(id) => NoteTarget::Touchpoint(self.touchpoints.of(id, self.rng)),
            NoteTarget::Face(id, persona, curve) => {
                let persona = self.personas.of(persona, self.rng);
                NoteTarget::Face(self.touchpoints.of(id, self.rng), persona, curve)
            }
            NoteTarget::Engagement(id) => NoteTarget::Engagement(self.touchpoints.of(id, self.rng)),
            NoteTarget::Card(id) => NoteTarget::Card(self.cards.of(id, self.rng)),
            NoteTarget::Lane(id) => NoteTarget::Lane(self.lanes.of(id, self.rng)),
        }
    }

    fn image(&mut self, image: &Image) -> Image {
        let Image { id, name, description, width, height, data } = image.clone();
        Image { id: self.images.of(id, self.rng), name, description, width, height, data }
    }

    fn survey(&mut self, survey: &Survey) -> Survey {
        let mut survey = survey.clone();
        survey.id = self.surveys.of(survey.id, self.rng);
        for question in &mut survey.questions {
            question.id = self.questions.of(question.id, self.rng);
        }
        for result in &mut survey.results {
            let SurveyResult { touchpoint, question, segment: _, answers: _, not_counted: _ } = Arc::make_mut(result);
            *touchpoint = touchpoint.map(|id| self.touchpoints.of(id, self.rng));
            *question = self.questions.of(*question, self.rng);
        }
        survey
    }
}

#[cfg(test)]
mod tests {
    use crate::map::{Card, CardId, Channel, ChannelId, Link, LinkId, Stage, StageId, Touchpoint, TouchpointId};
    use crate::map::{Feeling, LaneKind, LinkKind, Map, Percent, Score};
    use std::sync::Arc;

    /// A map in which a thing of every sort refers to others.
    fn map() -> Map {
        let mut map = Map::empty(&mut fastrand::Rng::with_seed(1));
        let channel = ChannelId::parse("web").expect("an id");
        map.channels.push(Arc::new(Channel { id: channel, name: "Web".into(), icon: None }));
        let lane = map.lane_of_kind(LaneKind::PainPoints).expect("a usual lane").id;
        let mut stage = Stage::new(StageId::parse("buy").expect("an id"), "Buying");
        for id in ["pay", "wait"] {
            let mut touchpoint = Touchpoint::new(TouchpointId::parse(id).expect("an id"), id);
            touchpoint.channels.push(channel);
            let feeling = Feeling { actual: Score::new(-40), ..Feeling::default() };
            touchpoint.feelings.insert(map.personas[0].id, feeling);
            let card = Card::new(CardId::parse(&format!("{id}1")).expect("an id"), "Slow");
            touchpoint.cards.insert(lane, vec![Arc::new(card)]);
            stage.touchpoints.push(Arc::new(touchpoint));
        }
        let [from, to] = [0, 1].map(|at| stage.touchpoints[at].id);
        let (id, share) = (LinkId::parse("l").expect("an id"), Percent::new(3.0));
        map.links.push(Arc::new(Link { id, from, to, kind: LinkKind::Loop, label: "again".into(), share }));
        let path = &mut Arc::make_mut(&mut map.personas[0]).path;
        (path.enters, path.skips) = (Some(from), [to].into());
        map.stages.push(Arc::new(stage));
        map
    }

    #[test]
    fn no_id_stays_and_every_reference_still_leads_where_it_led() {
        let (before, mut rng) = (map(), fastrand::Rng::with_seed(2));
        let after = before.with_fresh_ids(&mut rng);
        assert_eq!((before.check(), after.check()), (vec![], vec![]));
        let debug = |map: &Map| format!("{map:?}");
        for id in ["web", "buy", "pay1", "wait1"] {
            let named = format!("id: {id},");
            assert!(debug(&before).contains(&named) && !debug(&after).contains(&named), "{id}");
        }
        let link = &after.links[0];
        assert_eq!(after.touchpoint(link.from).map(|touchpoint| touchpoint.name.as_str()), Some("pay"));
        assert_eq!(after.touchpoint(link.to).map(|touchpoint| touchpoint.name.as_str()), Some("wait"));
        assert_eq!(after.personas[0].path.enters, Some(link.from));
        assert!(after.personas[0].path.skips.contains(&link.to));
        let paid = &after.stages[0].touchpoints[0];
        assert_eq!(paid.feelings.get(&after.personas[0].id).and_then(|feeling| feeling.actual), Score::new(-40));
        assert_ne!(debug(&after), debug(&before.with_fresh_ids(&mut rng)), "the next map has other ids again");
    }
}
