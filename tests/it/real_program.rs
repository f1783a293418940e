//! A folder to work in, and the real program in it. Must not know what is tested.

use std::{
    fs,
    path::PathBuf,
    process::{Command, Output, Stdio},
};
use tempfile::TempDir;

/// A folder, and the program in it with an empty environment: no display, no language, no settings.
pub struct RealProgram {
    folder: TempDir,
}

impl RealProgram {
    pub fn new() -> Self {
        Self { folder: TempDir::new().unwrap() }
    }

    pub fn command(&self) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_wayfarer"));
        command.env_clear().current_dir(self.folder.path()).stdin(Stdio::null());
        command.env("HOME", self.path("home"));
        // Windows finds neither its libraries nor the user's folders without these.
        for name in ["SYSTEMROOT", "APPDATA", "LOCALAPPDATA", "USERPROFILE"] {
            command.envs(std::env::var_os(name).map(|value| (name, value)));
        }
        command
    }

    pub fn run(&self, args: &[&str]) -> Ran {
        self.run_in("C", args)
    }

    /// Runs the program where the system speaks the language of a locale.
    pub fn run_in(&self, locale: &str, args: &[&str]) -> Ran {
        Ran::new(self.command().env("LC_ALL", locale).env("LANG", locale).args(args).output().unwrap())
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    pub fn names(&self) -> Vec<String> {
        let names = self.everything().into_iter().map(|(path, _)| path.file_name().unwrap().to_owned());
        names.map(|name| name.into_string().unwrap()).collect()
    }

    /// What lies in the folder: names and contents.
    pub fn everything(&self) -> Vec<(PathBuf, Vec<u8>)> {
        let entries = fs::read_dir(self.folder.path()).unwrap().map(|entry| entry.unwrap().path());
        let mut files: Vec<_> = entries.map(|path| (path.clone(), fs::read(path).unwrap_or_default())).collect();
        files.sort();
        files
    }
}

/// How a run ended.
pub struct Ran {
    pub status: i32,
    pub out: String,
    pub err: String,
}

impl Ran {
    pub fn new(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
        Self { status: output.status.code().unwrap(), out: text(output.stdout), err: text(output.stderr) }
    }

    #[track_caller]
    pub fn assert(&self, status: i32, out: &str, err: &str) {
        assert_eq!((self.status, self.out.as_str(), self.err.as_str()), (status, out, err));
    }
}
