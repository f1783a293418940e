//! The clipboard: pieces of the map to it and from it, pictures to it, other programs' text from it.
//!
//! What the system hands over is heard by the canvas, while a person's keyboard is on the map, or awaited here after a
//! menu asked for it. Must not know how a piece is put in (that is the editor).

use super::Program;
use crate::{
    app::{
        job_done::CopiedPicture,
        picture_jobs::{self, CopyAs},
    },
    editor::{Pasted, structure},
    files::{cells, image, mermaid, ron::piece},
    map::{Fragment, Map},
    scene::{PersonaChoice, lane_kind_name},
    texts::Texts,
    ui::{canvas::Clip, notices::Topic, paste_preview::PastePreview},
};
use egui::{ColorImage, Event, ViewportCommand};
use std::sync::Arc;

/// Frames in which the system has to hand over what was asked for.
const FRAMES_TO_WAIT: u8 = 4;

/// What is pasted of a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum PasteAs {
    /// Its things.
    Things,
    /// Its look and feelings.
    Look,
}

/// What came, or is to come, from the clipboard.
#[derive(Debug, Default)]
pub(super) struct Clipboard {
    /// What the system was asked for, and how many frames are left to hear of it.
    awaited: Option<(PasteAs, u8)>,
    came: Option<(PasteAs, Clip)>,
}

impl Clipboard {
    /// Takes what was asked for out of the events; a text field gets the plain text of a piece.
    pub(super) fn look_at(&mut self, events: &mut Vec<Event>, is_typing: bool) {
        if let Some((paste_as, _)) = self.awaited
            && let Some(clip) = events.iter().find_map(clip_of)
        {
            self.awaited = None;
            self.came = Some((paste_as, clip));
            events.retain(|event| clip_of(event).is_none());
        }
        for event in events.iter_mut().filter(|_| is_typing) {
            if let Event::Paste(text) = event
                && piece::is_piece(text)
                && let Ok(found) = piece::parse(text)
            {
                *text = found.plain_text();
            }
        }
    }
}

fn clip_of(event: &Event) -> Option<Clip> {
    match event {
        Event::Paste(text) => Some(Clip::Text(text.clone())),
        Event::PasteImage(image) => Some(Clip::Image(Arc::clone(image))),
        _ => None,
    }
}

impl Program {
    /// Copies what is selected.
    pub(super) fn copy(&mut self, ctx: &egui::Context) {
        let Some(document) = &mut self.document else { return };
        self.shell.canvas.finish_text(&mut document.editor);
        document.editor.commit_preview();
        if let Some(copied) = document.editor.copied() {
            self.hand_over(ctx, &copied);
        }
    }

    /// Copies what is selected and removes it.
    pub(super) fn cut(&mut self, ctx: &egui::Context) {
        let Some(document) = &mut self.document else { return };
        self.shell.canvas.finish_text(&mut document.editor);
        match document.editor.cut() {
            Ok(Some(piece)) => self.hand_over(ctx, &piece),
            Ok(None) => {}
            Err(error) => self.say_refused(error),
        }
    }

    /// Copies look and feelings of what is selected.
    pub(super) fn copy_look(&mut self, ctx: &egui::Context) {
        let Some(document) = &mut self.document else { return };
        document.editor.commit_preview();
        if let Some(look) = document.editor.copied_look() {
            self.hand_over(ctx, &look);
        }
    }

    fn hand_over(&mut self, ctx: &egui::Context, fragment: &Fragment) {
        match piece::write(fragment) {
            Ok(text) => ctx.copy_text(text),
            Err(error) => self.shell.notices.fault(Topic::Edit, error.to_string()),
        }
    }

    /// Asks the system for what the clipboard holds; it comes as an event of one of the next frames.
    pub(super) fn ask_clipboard(&mut self, ctx: &egui::Context, paste_as: PasteAs) {
        if let Some(document) = &mut self.document {
            self.shell.canvas.finish_text(&mut document.editor);
            self.clipboard.awaited = Some((paste_as, FRAMES_TO_WAIT));
            ctx.send_viewport_cmd(ViewportCommand::RequestPaste);
            ctx.request_repaint();
        }
    }

    /// Puts in what came from the clipboard: what was asked for, or what the canvas heard.
    pub(super) fn take_clipboard(&mut self, ctx: &egui::Context, heard: Option<Clip>) {
        let heard = heard.map(|clip| (PasteAs::Things, clip));
        if let Some((paste_as, clip)) = self.clipboard.came.take().or(heard) {
            self.shell.notices.clear_good();
            self.paste(clip, paste_as);
            ctx.request_repaint();
        }
        if let Some((_, frames)) = &mut self.clipboard.awaited {
            *frames = frames.saturating_sub(1);
            if *frames == 0 {
                self.clipboard.awaited = None;
                self.say_not_pasted(self.look.texts.paste_nothing());
            }
            ctx.request_repaint();
        }
    }

    fn paste(&mut self, clip: Clip, paste_as: PasteAs) {
        match clip {
            Clip::Text(text) => self.paste_text(&text, paste_as),
            Clip::Image(_) if paste_as == PasteAs::Look => self.say_not_pasted(self.look.texts.paste_no_look()),
            Clip::Image(image) => self.take_in_pixels(image),
        }
    }

    fn paste_text(&mut self, text: &str, paste_as: PasteAs) {
        if piece::is_piece(text) {
            match piece::parse(text) {
                Ok(fragment) => self.paste_piece(&fragment, paste_as),
                Err(error) => self.say_not_pasted(&error.sentence(self.look.texts)),
            }
        } else if paste_as == PasteAs::Look {
            self.say_not_pasted(self.look.texts.paste_no_look());
        } else if image::is_svg_text(text) {
            self.take_in_svg(text.to_owned());
        } else if mermaid::is_journey(text) {
            self.paste_journey(text);
        } else {
            self.paste_cells(text);
        }
    }

    /// Plain lines go in at once, and so do numbers where a feeling is meant; a table after a look at it.
    fn paste_cells(&mut self, text: &str) {
        let cells = match cells::parse(text) {
            Ok(cells) => cells,
            Err(error) => return self.say_not_pasted(&error.sentence(self.look.texts)),
        };
        let Some(document) = &mut self.document else { return };
        document.editor.commit_preview();
        let (map, selected) = (Arc::clone(document.editor.map()), document.editor.primary());
        let shown = self.shell.canvas.view.persona.persona(&map);
        if let Some(feelings) = structure::feelings(&cells, (&map, selected), shown) {
            return self.paste_piece(&feelings, PasteAs::Things);
        }
        let is_plain = structure::is_plain(&cells);
        let note = is_plain.then(|| structure::note(text, selected, document.editor.rng())).flatten();
        if let Some(note) = note {
            self.paste_piece(&note, PasteAs::Things);
        } else if is_plain {
            let reading = structure::guess(&cells, &map, selected);
            let fragment = structure::piece(&cells, reading, (&map, selected), document.editor.rng());
            self.paste_piece(&fragment, PasteAs::Things);
        } else {
            self.shell.paste = Some(PastePreview::new(cells, &map, selected));
        }
    }

    fn paste_journey(&mut self, text: &str) {
        let texts = self.look.texts;
        match mermaid::parse(text.as_bytes()) {
            Ok((journey, warnings)) => {
                let fragment = journey.fragment(&mut fastrand::Rng::new());
                self.paste_piece(&fragment, PasteAs::Things);
                let sentences: Vec<_> = warnings.iter().map(|warning| warning.sentence(texts)).collect();
                if !sentences.is_empty() {
                    self.shell.notices.good(Topic::Open, sentences.join(" "));
                }
            }
            Err(error) => self.say_not_pasted(error.sentence(texts)),
        }
    }

    /// Puts in a piece and says what had to be made for it.
    pub(super) fn paste_piece(&mut self, fragment: &Fragment, paste_as: PasteAs) {
        let Some(document) = &mut self.document else { return };
        let view = self.shell.canvas.view;
        let pasted = match paste_as {
            PasteAs::Things => document.editor.paste(fragment, &view),
            PasteAs::Look => document.editor.paste_look(fragment, &view),
        };
        match pasted {
            Ok(pasted) => {
                self.shell.notices.clear(Topic::Edit);
                self.shell.canvas.show_selection(&document.editor);
                let shown = pasted.show.map(|show| shown_sentence(show, document.editor.map(), self.look.texts));
                if let Some(show) = pasted.show {
                    self.shell.canvas.show_for_step(show, &document.editor);
                }
                let sentences: Vec<_> = made_sentence(&pasted, self.look.texts).into_iter().chain(shown).collect();
                if !sentences.is_empty() {
                    self.shell.notices.good(Topic::Edit, sentences.join(" "));
                }
            }
            Err(error) => self.say_refused(error),
        }
    }

    /// Makes a picture of what is selected, or of the whole map, for the clipboard.
    pub(super) fn copy_picture(&mut self, copy_as: CopyAs) {
        if let Some(document) = &mut self.document {
            document.editor.commit_preview();
            let (map, things) = (Arc::clone(document.editor.map()), document.editor.selection().to_vec());
            let look = (self.shell.canvas.view, self.fonts.behind_bundled());
            picture_jobs::start_copying(&mut self.jobs, map, look, things, copy_as);
        }
    }

    /// Hands a picture that was made to the clipboard.
    pub(super) fn picture_copied(&mut self, ctx: &egui::Context, result: Result<CopiedPicture, String>) {
        let texts = self.look.texts;
        match result {
            Ok(CopiedPicture::Svg(text)) => {
                ctx.copy_text(text);
                self.shell.notices.good(Topic::Export, texts.shell_svg_copied());
            }
            Ok(CopiedPicture::Pixels(pixels)) => {
                let size = [pixels.width, pixels.height].map(|side| usize::try_from(side).unwrap_or_default());
                ctx.copy_image(ColorImage::from_rgba_premultiplied(size, &pixels.rgba));
                self.shell.notices.good(Topic::Export, texts.shell_picture_copied());
            }
            Err(sentence) => self.shell.notices.fault(Topic::Export, sentence),
        }
    }
}

/// Whose feelings are shown now, in a sentence.
fn shown_sentence(show: PersonaChoice, map: &Map, texts: Texts) -> String {
    match show.persona(map).and_then(|id| map.persona(id)) {
        Some(alone) if alone.name.trim().is_empty() => texts.paste_shows_one(texts.persona_unnamed()),
        Some(alone) => texts.paste_shows_one(alone.name.trim()),
        None => texts.paste_shows_all().to_owned(),
    }
}

/// What had to be made for a piece, in a sentence; `None` where everything was there.
fn made_sentence(pasted: &Pasted, texts: Texts) -> Option<String> {
    let name = |name: &str, usual: &str| if name.trim().is_empty() { usual.to_owned() } else { name.trim().to_owned() };
    let made = &pasted.made;
    let lanes = made.lanes.iter().map(|lane| texts.paste_made_lane(name(&lane.name, lane_kind_name(texts, lane.kind))));
    let personas = made.personas.iter().map(|one| texts.paste_made_persona(name(&one.name, texts.persona_unnamed())));
    let channels = made.channels.iter().map(|one| texts.paste_made_channel(name(&one.name, "?")));
    let all: Vec<String> = lanes.chain(personas).chain(channels).collect();
    (!all.is_empty()).then(|| texts.paste_made(all.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PIECE: &str = r#"(wayfarer_piece: 1, touchpoints: [(id: "a", name: "Shop"), (id: "b", name: "Pay")])"#;

    fn paste(text: &str) -> Event {
        Event::Paste(text.to_owned())
    }

    #[test]
    fn a_field_gets_the_words_of_a_piece_and_any_other_text_as_it_is() {
        let mut clipboard = Clipboard::default();
        let broken = "(wayfarer_piece: 1, nonsense";
        for (text, is_typing, then) in [
            (PIECE, true, "Shop\nPay"),
            (PIECE, false, PIECE),
            ("two\nlines", true, "two\nlines"),
            (broken, true, broken),
        ] {
            let mut events = vec![paste(text)];
            clipboard.look_at(&mut events, is_typing);
            assert_eq!(events, [paste(then)]);
        }
    }

    #[test]
    fn what_a_menu_asked_for_goes_to_the_map_also_while_a_text_is_typed() {
        let mut clipboard = Clipboard { awaited: Some((PasteAs::Look, 2)), came: None };
        let mut events = vec![Event::Copy, paste(PIECE)];
        clipboard.look_at(&mut events, true);
        assert_eq!(events, [Event::Copy]);
        let came = clipboard.came.take();
        assert!(matches!(came, Some((PasteAs::Look, Clip::Text(text))) if text == PIECE));
        assert_eq!(clipboard.awaited, None);
    }
}
