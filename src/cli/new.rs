//! `wayfarer new OUT.ron`: an empty map with the usual lanes, or one from a template. An existing file is never touched.

use super::{ExitStatus, Io, aligned::aligned};
use crate::{
    app::{
        disk::{Expected, Folders},
        own_templates::{self, OwnTemplate},
        templates::{self, Template},
    },
    files::ron,
    map::Map,
    texts::{Language, Texts},
};
use lexopt::{Arg, Parser, ValueExt as _};
use std::path::PathBuf;

/// The command line as it was given.
#[derive(Default)]
struct Given {
    path: Option<PathBuf>,
    template: Option<String>,
    language: Option<String>,
    /// Whether to list the templates instead.
    lists: bool,
}

/// Where a template is.
enum Found {
    OfProgram(Template),
    Own(OwnTemplate),
}

/// Writes a new map, or lists the templates.
pub fn run(args: &mut Parser, io: &mut Io<'_>) -> ExitStatus {
    match Given::parse(args).map_err(|error| io.bad_usage(&error)).and_then(|given| given.carry_out(io)) {
        Ok(()) => ExitStatus::Done,
        Err(status) => status,
    }
}

impl Given {
    fn parse(args: &mut Parser) -> Result<Self, lexopt::Error> {
        let mut given = Self::default();
        while let Some(arg) = args.next()? {
            match arg {
                Arg::Long("template") => given.template = Some(args.value()?.string()?),
                Arg::Long("language") => given.language = Some(args.value()?.string()?),
                Arg::Long("templates") => given.lists = true,
                Arg::Value(value) if given.path.is_none() => given.path = Some(value.into()),
                Arg::Value(_) | Arg::Short(_) | Arg::Long(_) => return Err(arg.unexpected()),
            }
        }
        Ok(given)
    }

    fn carry_out(self, io: &mut Io<'_>) -> Result<(), ExitStatus> {
        let language = self.language(io)?;
        if let (true, Some(path)) = (self.lists, &self.path) {
            return Err(io.usage(&io.texts().cli_unexpected_argument(path.display())));
        }
        if self.lists {
            return list(language.unwrap_or(io.texts().0), io);
        }
        let path = self.path.ok_or_else(|| io.usage(io.texts().cli_no_map()))?;
        let mut rng = fastrand::Rng::new();
        let map = match &self.template {
            None => Map::empty(&mut rng),
            Some(name) => templates::begin(&template(name, language, io)?, &mut rng),
        };
        let text = ron::write(&map).map_err(|error| {
            io.err(&io.texts().cli_cannot_write_map(error));
            ExitStatus::System
        })?;
        io.write_output(&path, text.as_bytes(), Expected::Absent)
    }

    fn language(&self, io: &mut Io<'_>) -> Result<Option<Language>, ExitStatus> {
        match self.language.as_deref() {
            None => Ok(None),
            Some("en") => Ok(Some(Language::English)),
            Some("vi") => Ok(Some(Language::Vietnamese)),
            Some(other) => Err(io.usage(&io.texts().export_unknown_language(other))),
        }
    }
}

/// The map of the template that is called `name`: by its key, or a template of the user's own by its title.
fn template(name: &str, language: Option<Language>, io: &mut Io<'_>) -> Result<Map, ExitStatus> {
    match find(name, io)? {
        Found::OfProgram(template) => template.read(language.unwrap_or(io.texts().0)).map_err(|error| {
            let problems: Vec<String> = error.problems.iter().map(|problem| problem.sentence(io.texts())).collect();
            io.err(&io.texts().cli_internal_error(problems.join(" ")));
            ExitStatus::System
        }),
        Found::Own(_) if language.is_some() => Err(io.usage(&io.texts().template_own_has_one_language(name))),
        Found::Own(own) => io.read_map(&own.path).map(|loaded| loaded.map),
    }
}

fn find(name: &str, io: &mut Io<'_>) -> Result<Found, ExitStatus> {
    if let Some(template) = Template::of_key(name) {
        return Ok(Found::OfProgram(template));
    }
    let own = own(io)?;
    let titled = |own: &&OwnTemplate| own_templates::title(own).is_some_and(|title| title.trim() == name.trim());
    let found = own.iter().find(|own| own.key == name).or_else(|| own.iter().find(titled));
    match found {
        Some(found) => Ok(Found::Own(found.clone())),
        None => {
            let keys = templates::ALL.iter().map(|template| template.key.to_owned());
            let known: Vec<String> = keys.chain(own.into_iter().map(|own| own.key)).collect();
            Err(io.usage(&io.texts().template_unknown(name, known.join(", "))))
        }
    }
}

fn own(io: &mut Io<'_>) -> Result<Vec<OwnTemplate>, ExitStatus> {
    let Some(folders) = Folders::of_system() else { return Ok(Vec::new()) };
    own_templates::list(&folders).map_err(|error| {
        io.err(&io.texts().template_list_unreadable(folders.templates().display(), error));
        ExitStatus::System
    })
}

/// Prints each template's key and name.
fn list(language: Language, io: &mut Io<'_>) -> Result<(), ExitStatus> {
    let texts = Texts(language);
    let of_program =
        templates::ALL.iter().map(|template| vec![template.key.to_owned(), (template.name)(texts).to_owned()]);
    let own = own(io)?.into_iter().map(|own| {
        let title = own_templates::title(&own).unwrap_or_default();
        vec![own.key, title]
    });
    let rows: Vec<Vec<String>> = of_program.chain(own).collect();
    io.out(&aligned(&rows));
    Ok(())
}
