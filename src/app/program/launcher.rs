//! Opening the launcher with the maps that can be opened by name. Must not know how it finds.

use super::Program;
use crate::{
    app::{document::shown_title, samples, templates},
    files,
    ui::{Command, launcher::OpenableMap},
};

impl Program {
    /// Opens the launcher.
    pub(super) fn open_launcher(&mut self) {
        let editor = self.document.as_mut().map(|document| &mut document.editor);
        if let Some(editor) = editor {
            self.shell.canvas.finish_text(editor);
            editor.commit_preview();
        }
        let maps = self.openable_maps();
        let editor = self.document.as_ref().map(|document| &document.editor);
        self.shell.open_launcher(maps, editor, self.look);
    }

    /// Recent maps, templates and samples. A sample is small, so that its title is read here.
    fn openable_maps(&self) -> Vec<OpenableMap> {
        let texts = self.look.texts;
        let recent = self.recent_there().enumerate().map(|(at, recent)| OpenableMap {
            name: shown_title(&recent.title, Some(&recent.path), texts),
            kind: texts.launcher_recent().to_owned(),
            command: Command::OpenRecent(at),
        });
        let samples = samples::ALL.iter().enumerate().filter_map(|(at, sample)| {
            let loaded = files::ron::parse(sample.text.as_bytes()).ok()?;
            let name = shown_title(&loaded.map.title, None, texts);
            Some(OpenableMap { name, kind: texts.launcher_sample().to_owned(), command: Command::OpenSample(at) })
        });
        let templates = templates::ALL.iter().enumerate().map(|(at, template)| OpenableMap {
            name: (template.name)(texts).to_owned(),
            kind: texts.launcher_template().to_owned(),
            command: Command::OpenTemplate(at),
        });
        let own = self.shell.start.own_templates.iter().enumerate().map(|(at, card)| OpenableMap {
            name: card.title.clone(),
            kind: texts.launcher_own_template().to_owned(),
            command: Command::OpenOwnTemplate(at),
        });
        recent.chain(own).chain(templates).chain(samples).collect()
    }
}
