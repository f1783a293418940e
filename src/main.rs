//! The program's entry: a verb of the command line, or the window.

use std::{
    env,
    io::{stderr, stdout},
    process::ExitCode,
};
use wayfarer::{
    app,
    cli::{self, Action, Io},
    texts::Texts,
};

/// mimalloc: a frame makes and drops megabytes of triangles, which glibc's allocator asks from the system and gives back
/// each time.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let texts = Texts(app::language());
    let action = cli::run(env::args_os().skip(1), &mut Io::new(&mut stdout(), &mut stderr(), texts));
    match action {
        Action::Ended(status) => status.into(),
        Action::Window(map) => app::run(map).into(),
    }
}
