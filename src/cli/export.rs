//! `wayfarer export MAP.ron OUT.{svg,png}`: the picture; the ending of OUT decides the format. Must not know egui.

use super::{ExitStatus, Io};
use crate::{
    app::{disk::Expected, system_fonts::SystemFonts},
    export::{png, svg},
    map::{Map, Visibility},
    scene::{Caption, Layouter, Palette, PersonaChoice, Scene, View},
    texts::{Language, Texts},
};
use lexopt::{Arg, Parser, ValueExt};
use std::{
    ffi::OsString,
    path::{Path, PathBuf},
    sync::Arc,
};

/// Writes the picture of a map.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    match Request::parse(args, io).and_then(|request| request.carry_out(io)) {
        Ok(()) => ExitStatus::Done,
        Err(status) => status,
    }
}

/// What the command line asks for.
struct Request {
    map: PathBuf,
    out: PathBuf,
    format: Format,
    persona: Option<String>,
    texts: Texts,
}

/// What is written.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Format {
    Svg,
    /// With so many pixels to a document unit.
    Png(f64),
}

/// The options as they were given.
#[derive(Default)]
struct Given {
    paths: Vec<OsString>,
    scale: Option<f64>,
    persona: Option<String>,
    language: Option<String>,
}

impl Given {
    fn parse(args: &mut Parser) -> Result<Self, lexopt::Error> {
        let mut given = Self::default();
        while let Some(arg) = args.next()? {
            match arg {
                Arg::Long("scale") => given.scale = Some(args.value()?.parse()?),
                Arg::Long("persona") => given.persona = Some(args.value()?.string()?),
                Arg::Long("language") => given.language = Some(args.value()?.string()?),
                Arg::Value(path) if given.paths.len() < 2 => given.paths.push(path),
                Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected()),
            }
        }
        Ok(given)
    }
}

impl Request {
    fn parse(args: &mut Parser, io: &mut Io<'_>) -> Result<Self, ExitStatus> {
        let given = Given::parse(args).map_err(|error| io.bad_usage(&error))?;
        let texts = match given.language.as_deref() {
            None => io.texts(),
            Some("en") => Texts(Language::English),
            Some("vi") => Texts(Language::Vietnamese),
            Some(other) => return Err(io.usage(&io.texts().export_unknown_language(other))),
        };
        let mut paths = given.paths.into_iter().map(PathBuf::from);
        let map = paths.next().ok_or_else(|| io.usage(io.texts().cli_no_map()))?;
        let out = paths.next().ok_or_else(|| io.usage(io.texts().export_no_output()))?;
        let format = format(&out, given.scale, io)?;
        Ok(Self { map, out, format, persona: given.persona, texts })
    }

    fn carry_out(self, io: &mut Io<'_>) -> Result<(), ExitStatus> {
        io.spare_input(&self.out, &self.map)?;
        let mut map = io.read_map(&self.map)?.map;
        let persona = match &self.persona {
            None => PersonaChoice::First,
            Some(name) => persona(&map, name).ok_or_else(|| unknown_persona(&map, name, io))?,
        };
        if let PersonaChoice::One(id) = persona {
            // Who asks for a persona by name gets it, also where the map hides it.
            for known in map.personas.iter_mut().filter(|known| known.id == id) {
                Arc::make_mut(known).visibility = Visibility::Shown;
            }
        }
        let name = self.map.file_stem().unwrap_or_default().to_string_lossy();
        let map = Arc::new(map).titled(&name);
        let fonts = SystemFonts::new().behind_bundled();
        let scene = Layouter::with_fonts(&fonts)
            .layout(&map, &View { persona, texts: self.texts, caption: Caption::Shown, ..View::default() });
        let bytes = self.picture(&scene, io)?;
        io.write_output(&self.out, &bytes, Expected::Anything)
    }

    fn picture(&self, scene: &Scene, io: &mut Io<'_>) -> Result<Vec<u8>, ExitStatus> {
        match self.format {
            Format::Svg => Ok(svg::write_svg(scene, Palette::Light).into_bytes()),
            Format::Png(scale) => png::write_png(scene, Palette::Light, scale).map_err(|error| {
                io.err(&error.sentence(io.texts()));
                match error {
                    png::ExportError::BadScale { .. }
                    | png::ExportError::TooLarge { .. }
                    | png::ExportError::TooManyShapes => ExitStatus::Usage,
                    png::ExportError::Renderer(_) => ExitStatus::System,
                }
            }),
        }
    }
}

/// The format that the ending of a file's name asks for.
fn format(out: &Path, scale: Option<f64>, io: &mut Io<'_>) -> Result<Format, ExitStatus> {
    let ending = out.extension().map(|ending| ending.to_string_lossy().to_lowercase());
    match (ending.as_deref(), scale) {
        (Some("png"), scale) => {
            let scale = scale.unwrap_or(1.0);
            let refused = png::ExportError::BadScale { scale };
            (scale.is_finite() && scale > 0.0)
                .then_some(Format::Png(scale))
                .ok_or_else(|| io.usage(&refused.sentence(io.texts())))
        }
        (Some("svg"), None) => Ok(Format::Svg),
        (Some("svg"), Some(_)) => Err(io.usage(io.texts().export_scale_of_svg())),
        (Some(_) | None, _) => Err(io.usage(&io.texts().export_unknown_format(out.display()))),
    }
}

/// The persona of a name, or `all`; a persona that is called "all" is found by its name.
fn persona(map: &Map, name: &str) -> Option<PersonaChoice> {
    let named = map.personas.iter().find(|persona| persona.name.trim() == name.trim());
    named.map(|persona| PersonaChoice::One(persona.id)).or((name == "all").then_some(PersonaChoice::All))
}

fn unknown_persona(map: &Map, name: &str, io: &mut Io<'_>) -> ExitStatus {
    let known: Vec<&str> = map.personas.iter().map(|persona| persona.name.trim()).filter(|it| !it.is_empty()).collect();
    io.usage(&io.texts().export_unknown_persona(name, known.join("; ")))
}
