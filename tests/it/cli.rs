//! The command line, run as the real program: names, streams and exit statuses.

use crate::real_program::{Ran, RealProgram};
use std::{ffi::OsStr, fs};

#[test]
fn help_and_version_are_results() {
    let program = RealProgram::new();
    for args in [["--help"].as_slice(), &["-h"], &["new", "--help"], &["check", "x", "-h"], &["survey", "--help"]] {
        let ran = program.run(args);
        assert_eq!((ran.status, ran.err.as_str()), (0, ""), "{args:?}");
        assert!(ran.out.contains("wayfarer"), "{args:?}");
    }
    program.run(&["--version"]).assert(0, concat!("wayfarer ", env!("CARGO_PKG_VERSION"), "\n"), "");
}

#[test]
fn a_wrong_command_line_ends_with_2_and_a_sentence() {
    let program = RealProgram::new();
    let see = "“wayfarer --help” lists what there is.\n";
    let check =
        |args: &[&str], sentence: &str| program.run(args).assert(2, "", &format!("wayfarer: {sentence}\n{see}"));
    check(
        &["chekc"],
        "there is neither a file nor a command “chekc”; the commands are new, check, export, import, survey, metrics.",
    );
    check(&["--fast"], "there is no option “--fast” here.");
    check(&["a.ron", "b.ron"], "“b.ron” is one argument too many.");
    check(&["a.ron", "--fast=1"], "there is no option “--fast” here.");
    check(&["new"], "the name of a map is missing.");
    check(&["new", "a.ron", "b.ron"], "“b.ron” is one argument too many.");
    check(&["new", "-x"], "there is no option “-x” here.");
    check(&["check"], "the name of a map is missing.");
    check(&["check", "a.ron", "--json"], "there is no option “--json” here.");
    assert_eq!(program.everything(), []);
}

#[test]
fn an_untitled_map_is_called_by_its_files_name_on_paper() {
    let program = RealProgram::new();
    program.run(&["new", "clinic v2.ron"]).assert(0, "", "");
    program.run(&["export", "clinic v2.ron", "out.svg"]).assert(0, "", "");
    let svg = fs::read_to_string(program.path("out.svg")).unwrap();
    assert!(svg.contains(">clinic v2</text>"), "{svg}");
}

#[test]
fn a_new_map_is_sound_and_never_replaces_a_file() {
    let program = RealProgram::new();
    program.run(&["new", "a.ron"]).assert(0, "", "");
    program.run(&["check", "a.ron"]).assert(0, "", "");
    let before = program.everything();
    program.run(&["new", "a.ron"]).assert(1, "", "a.ron: the file exists already; it was not overwritten.\n");
    program.run(&["new", "no/a.ron"]).assert(1, "", "no/a.ron: there is no such folder.\n");
    assert_eq!(program.everything(), before);
}

#[test]
fn the_problems_of_maps_are_results_with_their_place() {
    let program = RealProgram::new();
    program.file("bad.ron", "(\n  format: 1,\n  colour: 2,\n)");
    program.file("cut.ron", "(\n  format: 1,\n  title: \"a");
    program.file("empty.ron", "");
    program.file("binary.ron", b"\x89PNG\r\n\x1a\n\0\0");
    program.file("newer.ron", "(format: 9)");
    program.file("deep.ron", "[".repeat(100_000));
    program.run(&["new", "good.ron"]);
    program.file("marked.ron", format!("\u{feff}{}", fs::read_to_string(program.path("good.ron")).unwrap()));
    let before = program.everything();
    program.run(&["check", "good.ron", "marked.ron"]).assert(0, "", "");
    program.run(&["check", "cut.ron", "good.ron", "empty.ron"]).assert(
        1,
        "cut.ron:3:12: The file ends in the middle; its end is missing.\nempty.ron:1:1: The file is empty.\n",
        "",
    );
    for (name, start) in [
        ("bad.ron", "bad.ron:3:3: There is no field “colour” here; there are: format, title, "),
        ("binary.ron", "binary.ron:1:1: This is no map: from byte 0 on it is not text in UTF-8.\n"),
        ("newer.ron", "newer.ron:1:10: The map is of format 9, from a newer Wayfarer; "),
        ("deep.ron", "deep.ron:1:1: This is no map; "),
    ] {
        let ran = program.run(&["check", name]);
        assert_eq!((ran.status, ran.err.as_str()), (1, ""), "{name}");
        assert!(ran.out.starts_with(start), "{}", ran.out);
    }
    assert_eq!(program.everything(), before);
}

#[test]
fn what_is_no_file_to_read_is_said_on_standard_error() {
    let program = RealProgram::new();
    fs::create_dir(program.path("folder")).unwrap();
    fs::File::create(program.path("huge.ron")).unwrap().set_len(1 << 30).unwrap();
    program.run(&["check", "gone.ron"]).assert(1, "", "gone.ron: there is no such file.\n");
    program.run(&["check", "folder"]).assert(1, "", "folder: this is a folder, not a file.\n");
    let huge = "huge.ron: the file has 1\u{202f}024 MiB; at most 256 MiB are read.\n";
    program.run(&["check", "huge.ron"]).assert(1, "", huge);
    program.run(&["check", "/dev/null/x"]).assert(1, "", "/dev/null/x: there is no such file.\n");
}

#[test]
fn the_language_follows_the_system_and_the_settings() {
    let program = RealProgram::new();
    let run = |name: &str, value: &OsStr| {
        Ran::new(program.command().args(["check", "gone.ron"]).env(name, value).output().unwrap())
    };
    run("LANG", OsStr::new("vi_VN.UTF-8")).assert(1, "", "gone.ron: không có tệp này.\n");
    run("LANG", OsStr::new("de_DE.UTF-8")).assert(1, "", "gone.ron: there is no such file.\n");
    let config = program.path("config");
    fs::create_dir_all(config.join("wayfarer")).unwrap();
    fs::write(config.join("wayfarer/settings.ron"), "(language: Some(vi))").unwrap();
    if cfg!(target_os = "linux") {
        run("XDG_CONFIG_HOME", config.as_os_str()).assert(1, "", "gone.ron: không có tệp này.\n");
    }
}

/// Without a display there is no window; every other way to say so is a panic's.
#[test]
#[cfg(target_os = "linux")]
fn without_a_display_one_sentence_names_the_command_line() {
    let program = RealProgram::new();
    for args in [[].as_slice(), &["some map.ron"], &["--", "check"]] {
        let ran = program.run(args);
        assert_eq!((ran.status, ran.out.as_str()), (3, ""), "{args:?}");
        assert!(ran.err.starts_with("Wayfarer cannot open a window here ("), "{}", ran.err);
        assert!(ran.err.contains("wayfarer export MAP.ron OUT.svg"), "{}", ran.err);
        assert_eq!(ran.err.lines().count(), 1, "{}", ran.err);
    }
    let output = program.command().env("DISPLAY", ":4711").output().unwrap();
    assert_eq!(Ran::new(output).status, 3);
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_output_is_the_systems_fault_and_a_closed_one_nobodys() {
    let program = RealProgram::new();
    let full = fs::File::options().write(true).open("/dev/full").unwrap();
    let ran = Ran::new(program.command().arg("--help").stdout(full).output().unwrap());
    assert_eq!(ran.status, 3);
    assert!(ran.err.starts_with("The result cannot be written to standard output: "), "{}", ran.err);
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    Ran::new(program.command().arg("--help").stdout(writer).output().unwrap()).assert(0, "", "");
}

#[test]
#[cfg(unix)]
fn a_folder_one_may_not_write_into_is_the_systems_fault() {
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _};
    let program = RealProgram::new();
    fs::create_dir(program.path("locked")).unwrap();
    if fs::metadata(program.path("locked")).unwrap().uid() == 0 {
        return;
    }
    fs::set_permissions(program.path("locked"), fs::Permissions::from_mode(0o555)).unwrap();
    let ran = program.run(&["new", "locked/a.ron"]);
    assert_eq!(ran.status, 3);
    assert!(ran.err.starts_with("locked/a.ron: you may not write here"), "{}", ran.err);
}

#[test]
fn a_result_is_never_written_over_what_it_is_made_of() {
    let program = RealProgram::new();
    program.run(&["new", "a.ron"]).assert(0, "", "");
    fs::copy(program.path("a.ron"), program.path("map.svg")).unwrap();
    let mut outs = vec!["map.svg", "./map.svg"];
    if cfg!(unix) {
        fs::hard_link(program.path("map.svg"), program.path("second name.svg")).unwrap();
        outs.push("second name.svg");
    }
    let before = program.everything();
    for out in outs {
        let ran = program.run(&["export", "map.svg", out]);
        assert_eq!(ran.status, 2, "{out}");
        assert!(ran.err.contains("is the file that is read"), "{}", ran.err);
    }
    assert_eq!(program.everything(), before);
}

#[test]
fn a_name_that_is_none_is_the_command_lines_fault() {
    let program = RealProgram::new();
    for name in ["", "folder/"] {
        let ran = program.run(&["new", name]);
        assert_eq!(ran.status, 2, "{name}: {}", ran.err);
    }
    assert!(program.everything().is_empty());
    program.run(&["new", "--", "-h"]).assert(0, "", "");
    assert!(program.path("-h").exists());
}

#[test]
fn a_mermaid_journey_becomes_a_map() {
    let program = RealProgram::new();
    program.file("j.mmd", "journey\n  title Buying\n  section Shop\n    Look: 5: Lan\n    Pay: none: Lan\n");
    let note = "j.mmd:5: note: Line 5 has no score, so that touchpoint has no feeling.\n";
    program.run(&["import", "j.mmd", "o.ron"]).assert(0, "", note);
    program.run(&["check", "o.ron"]).assert(0, "", "");
    let map = fs::read_to_string(program.path("o.ron")).unwrap();
    for part in ["title: \"Buying\"", "name: \"Shop\"", "name: \"Look\"", "name: \"Lan\"", "actual: 100"] {
        assert!(map.contains(part), "{part}");
    }
    let before = program.everything();
    program.file("no.mmd", "graph TD");
    let refused = "no.mmd: this is no Mermaid journey; its first line has to be “journey”.\n";
    program.run(&["import", "no.mmd", "o.ron"]).assert(1, "", refused);
    program.run(&["import", "missing.mmd", "o.ron"]).assert(1, "", "missing.mmd: there is no such file.\n");
    let see = "“wayfarer --help” lists what there is.\n";
    let usage =
        |args: &[&str], sentence: &str| program.run(args).assert(2, "", &format!("wayfarer: {sentence}\n{see}"));
    usage(&["import"], "the name of the file to import is missing.");
    usage(&["import", "j.mmd"], "the name of the map to write is missing.");
    usage(&["import", "j.txt", "o.ron"], "“j.txt” cannot be imported; Mermaid journeys end in .mmd.");
    usage(&["import", "j.mmd", "j.mmd"], "j.mmd is the file that is read; give the result another name.");
    fs::remove_file(program.path("no.mmd")).unwrap();
    assert_eq!(program.everything(), before);
}
