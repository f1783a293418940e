//! Templates: shown, begun from, kept, removed. Must not read or write the disk on the screen's thread.

use super::{Intent, Program, start_page::CardEntry};
use crate::{
    app::{
        document::{Document, Origin, shown_title},
        job_done::{CardKey, NotSaved, OwnCard},
        map_jobs::parse_fault,
        own_templates::OwnTemplate,
        samples, template_jobs, templates,
    },
    map::{KeptContent, Map},
    texts::Texts,
    ui::{
        ask::Question, map_cards::MapCard, notices::Topic, template_dialog::TemplateDialog, template_gallery::Gallery,
    },
};
use std::sync::Arc;

impl Program {
    /// Lays out afresh the maps that travel inside the program, and looks at the user's own templates.
    pub(super) fn fill_ready_made(&mut self) {
        let texts = self.look.texts;
        let of_template = |(at, template): (usize, &templates::Template)| {
            CardEntry::ready_made(CardKey::Template(at), (template.name)(texts))
        };
        self.template_cards = templates::ALL.iter().enumerate().map(of_template).collect();
        let samples = 0..samples::ALL.len();
        self.sample_cards = samples.map(|at| CardEntry::ready_made(CardKey::Sample(at), "")).collect();
        self.show_cards();
        template_jobs::read_cards(&mut self.jobs, texts);
        self.look_at_own_templates();
    }

    pub(super) fn look_at_own_templates(&mut self) {
        if let Some(folders) = self.folders.clone() {
            template_jobs::read_own(&mut self.jobs, folders, self.look.texts);
        }
    }

    /// Shows the templates in a dialog, over whatever is open.
    pub(super) fn show_gallery(&mut self) {
        if self.template_cards.is_empty() {
            self.fill_ready_made();
        }
        self.look_at_own_templates();
        self.shell.gallery = Some(Gallery::Opened);
    }

    /// Takes the cards of the user's own templates.
    pub(super) fn own_templates_read(&mut self, result: Result<Vec<OwnCard>, String>) {
        let texts = self.look.texts;
        let cards = match result {
            Ok(cards) => cards,
            Err(sentence) => return self.shell.notices.fault(Topic::Open, sentence),
        };
        let card = |card: &OwnCard| match &card.picture {
            Some(picture) => MapCard {
                title: shown_title(&picture.title, Some(&card.template.path), texts),
                note: texts.start_touchpoints(picture.touchpoints),
                scene: Some(Arc::clone(&picture.scene)),
            },
            None => {
                let note = texts.template_unreadable().to_owned();
                MapCard { title: card.template.key.clone(), note, scene: None }
            }
        };
        self.shell.start.own_templates = cards.iter().map(card).collect();
        let names = self.shell.start.own_templates.iter().map(|card| card.title.clone()).collect();
        if let Some(dialog) = &mut self.shell.template_dialog {
            dialog.set_names(names);
        }
        self.own_templates = cards.into_iter().map(|card| card.template).collect();
    }

    /// Begins a map from the nth template of the program.
    pub(super) fn begin_from_template(&mut self, at: usize) {
        let texts = self.look.texts;
        let Some(template) = templates::ALL.get(at) else { return };
        match template.read(texts.0) {
            Ok(map) => self.begin(&map),
            Err(error) => {
                let why = parse_fault(&error, texts);
                self.shell.notices.fault(Topic::Open, texts.shell_not_opened(template.key, why));
            }
        }
    }

    fn begin(&mut self, template: &Map) {
        let map = templates::begin(template, &mut fastrand::Rng::new());
        self.show(Document::new(Arc::new(map), Origin::Fresh, None));
    }

    /// Begins a map from a template of the user's own that was read.
    pub(super) fn template_read(&mut self, ctx: &egui::Context, template: OwnTemplate, result: Result<Map, String>) {
        match result {
            Err(sentence) => self.shell.notices.fault(Topic::Open, sentence),
            Ok(_) if self.was_changed_meanwhile() => self.want(ctx, Intent::OwnTemplate(template)),
            Ok(map) => {
                self.shell.notices.clear(Topic::Open);
                self.begin(&map);
            }
        }
    }

    /// Asks for the name under which the open map becomes a template.
    pub(super) fn ask_for_template(&mut self) {
        let Some(document) = &mut self.document else { return };
        document.editor.commit_preview();
        let name = document.title(self.look.texts);
        self.shell.template_dialog = Some(TemplateDialog::new(name));
        self.look_at_own_templates();
    }

    /// Keeps the open map as a template.
    pub(super) fn keep_template(&mut self, name: String, kept: KeptContent) {
        self.shell.template_dialog = None;
        let Some(document) = &mut self.document else { return };
        let Some(folders) = self.folders.clone() else {
            return self.shell.notices.fault(Topic::Save, self.look.texts.template_no_folder());
        };
        document.editor.commit_preview();
        template_jobs::start_keeping(&mut self.jobs, folders, name, document.editor.map().outline(kept));
    }

    /// Says what became of a template that was to be kept.
    pub(super) fn template_kept(&mut self, name: &str, result: Result<(), NotSaved>) {
        let texts = self.look.texts;
        let why = match result {
            Ok(()) => {
                self.shell.notices.good(Topic::Template, texts.template_saved(name));
                return self.look_at_own_templates();
            }
            Err(NotSaved::Stopped) => return,
            Err(NotSaved::Content(why)) => why,
            Err(NotSaved::Disk(error)) => error.sentence(texts),
        };
        self.shell.notices.fault(Topic::Template, texts.template_not_saved(name, why));
    }

    /// Asks whether to remove the nth template of the user's own.
    pub(super) fn ask_to_remove_template(&mut self, at: usize) {
        if let Some(card) = self.shell.start.own_templates.get(at) {
            self.shell.question = Some(Question::RemoveTemplate { at, name: card.title.clone() });
        }
    }

    /// Removes the nth template of the user's own.
    pub(super) fn remove_template(&mut self, at: usize, name: String) {
        if let Some(template) = self.own_templates.get(at).cloned() {
            template_jobs::start_removing(&mut self.jobs, template, name);
        }
    }

    /// Says what became of a template that was to be removed.
    pub(super) fn template_removed(&mut self, name: &str, result: Result<(), String>) {
        let texts = self.look.texts;
        match result {
            Ok(()) => self.shell.notices.good(Topic::Template, texts.template_removed(name)),
            Err(why) => self.shell.notices.fault(Topic::Template, texts.template_not_removed(name, why)),
        }
        self.look_at_own_templates();
    }
}

/// What the nth template of the program holds, in a few words.
pub(super) fn template_note(at: usize, texts: Texts) -> String {
    templates::ALL.get(at).map(|template| (template.note)(texts).to_owned()).unwrap_or_default()
}
