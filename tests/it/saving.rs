//! Saving, recovery, locks and settings, on real folders.

use std::{
    fs,
    path::{Path, PathBuf},
};
use tempfile::TempDir;
use wayfarer::{
    app::{
        disk::{
            BackupOutcome, Expected, Fingerprint, Folders, LockError, MapLock, SaveError, Saved, Unopenable, Unsavable,
            Way, clean_leftovers, read_map_file, save,
        },
        recovery::{Note, Recovery},
        settings::{Recent, Settings, SettingsError},
    },
    files::ron,
    texts::{Language, Texts},
};

/// A user's folder with the program's own folders beside it.
struct Desk {
    home: TempDir,
}

impl Desk {
    fn new() -> Self {
        let home = TempDir::new().unwrap();
        fs::create_dir(home.path().join("maps")).unwrap();
        Self { home }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.home.path().join("maps").join(name)
    }

    fn folders(&self) -> Folders {
        Folders {
            config: self.home.path().join("config"),
            state: self.home.path().join("state"),
            data: self.home.path().join("data"),
        }
    }

    fn file(&self, name: &str, text: &str) -> PathBuf {
        fs::write(self.path(name), text).unwrap();
        self.path(name)
    }

    fn save(&self, path: &Path, text: &str, expected: Expected) -> Result<Saved, SaveError> {
        save(path, text.as_bytes(), expected, Some(&self.folders().backups()))
    }

    /// The names in the user's folder.
    fn names(&self) -> Vec<String> {
        let entries = fs::read_dir(self.home.path().join("maps")).unwrap();
        let mut names: Vec<_> = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap()
}

#[test]
fn a_save_replaces_the_file_and_keeps_what_was_there() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "old");
    let (_, fingerprint) = read_map_file(&path).unwrap();
    let saved = desk.save(&path, "new", Expected::Same(fingerprint)).unwrap();
    assert_eq!((text(&path).as_str(), saved.way), ("new", Way::Renamed));
    let BackupOutcome::Kept(backup) = saved.backup else { panic!("no backup") };
    assert_eq!(text(&backup), "old");
    assert_eq!(desk.names(), ["a.ron"]);
    // What was saved is what is expected next time.
    desk.save(&path, "newer", Expected::Same(saved.fingerprint)).unwrap();
}

#[cfg(unix)]
#[test]
fn attributes_and_access_lists_are_kept() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "old");
    // The access list of acl(5) in its file form: version 2, then tag, rights and id: owner rw, user 4242 r, group r,
    // mask r, others nothing.
    let mut list = 2_u32.to_le_bytes().to_vec();
    for (tag, rights, id) in
        [(1_u16, 6_u16, u32::MAX), (2, 4, 4242), (4, 4, u32::MAX), (16, 4, u32::MAX), (32, 0, u32::MAX)]
    {
        list.extend([tag.to_le_bytes(), rights.to_le_bytes()].concat());
        list.extend(id.to_le_bytes());
    }
    let wanted = [("user.comment", b"from the workshop".to_vec()), ("system.posix_acl_access", list)];
    // Which of them there are depends on the file system; saving has to keep all that there are.
    for (name, value) in &wanted {
        if let Err(error) = xattr::set(&path, name, value) {
            assert_eq!(error.kind(), std::io::ErrorKind::Unsupported, "{name}: {error}");
        }
    }
    // A list that new files take from the folder is not taken over by a file that has none.
    let plain = desk.file("plain.ron", "old");
    let usual: Vec<u8> = wanted[1].1.clone();
    match xattr::set(plain.parent().unwrap(), "system.posix_acl_default", &usual) {
        Ok(()) => {}
        Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::Unsupported, "{error}"),
    }
    desk.save(&plain, "new", Expected::Anything).unwrap();
    assert_eq!(xattr::get(&plain, "system.posix_acl_access").ok().flatten(), None);
    let attributes = || wanted.each_ref().map(|(name, _)| xattr::get(&path, name).ok().flatten());
    let before = attributes();
    let saved = desk.save(&path, "new", Expected::Anything).unwrap();
    assert_eq!((text(&path).as_str(), saved.way), ("new", Way::Renamed));
    assert_eq!(attributes(), before);
}

#[test]
fn the_last_five_versions_are_kept() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "0");
    for version in 1..=8 {
        desk.save(&path, &version.to_string(), Expected::Anything).unwrap();
    }
    let kept: Vec<_> = desk.folders().backups().of(&path).unwrap().iter().map(|path| text(path)).collect();
    assert_eq!(kept, ["7", "6", "5", "4", "3"]);
}

#[test]
fn a_file_that_somebody_changed_is_not_overwritten() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "mine");
    let (_, fingerprint) = read_map_file(&path).unwrap();
    fs::write(&path, "them").unwrap();
    let error = desk.save(&path, "new", Expected::Same(fingerprint)).unwrap_err();
    assert!(matches!(error.why, Unsavable::ChangedOnDisk), "{error}");
    assert_eq!(text(&path), "them");
    // The same content under a new time and place is no change.
    fs::remove_file(&path).unwrap();
    fs::write(&path, "mine").unwrap();
    desk.save(&path, "new", Expected::Same(fingerprint)).unwrap();
    // A removed file is written again.
    fs::remove_file(&path).unwrap();
    desk.save(&path, "again", Expected::Same(fingerprint)).unwrap();
    assert_eq!(text(&path), "again");
}

#[test]
fn a_file_that_was_not_expected_is_not_overwritten() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "there");
    let error = desk.save(&path, "new", Expected::Absent).unwrap_err();
    assert!(matches!(error.why, Unsavable::AlreadyThere), "{error}");
    assert_eq!(text(&path), "there");
    desk.save(&desk.path("b.ron"), "new", Expected::Absent).unwrap();
    assert_eq!(desk.names(), ["a.ron", "b.ron"]);
}

#[test]
fn a_name_as_long_as_a_name_can_be_is_saved() {
    let desk = Desk::new();
    let path = desk.path(&format!("{}.ron", "n".repeat(250)));
    desk.save(&path, "long", Expected::Absent).unwrap();
    desk.save(&path, "longer", Expected::Anything).unwrap();
    assert_eq!(text(&path), "longer");
}

#[test]
fn a_save_to_nowhere_says_so() {
    let desk = Desk::new();
    let error = desk.save(&desk.path("no/such/a.ron"), "new", Expected::Absent).unwrap_err();
    assert!(matches!(error.why, Unsavable::NoFolder), "{error}");
    let folder = desk.home.path().join("maps");
    let error = desk.save(&folder, "new", Expected::Anything).unwrap_err();
    assert!(matches!(error.why, Unsavable::NotAFile), "{error}");
    for language in Language::ALL {
        assert!(error.sentence(Texts(language)).contains("maps"));
    }
    assert_eq!(desk.names(), [""; 0]);
}

#[test]
fn what_is_no_map_file_is_not_read() {
    let desk = Desk::new();
    let why = |path: &Path| read_map_file(path).unwrap_err().why;
    assert!(matches!(why(&desk.path("gone.ron")), Unopenable::Missing));
    assert!(matches!(why(desk.home.path()), Unopenable::Folder));
    let huge = desk.file("huge.ron", "");
    fs::File::options().write(true).open(&huge).unwrap().set_len(1 << 30).unwrap();
    assert!(matches!(why(&huge), Unopenable::TooLarge { bytes: 0x4000_0000, limit: ron::MAX_BYTES }));
}

#[test]
fn leftovers_are_cleaned_unless_they_are_being_written() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "x");
    desk.file(".wayfarer-abcdefgh.tmp", "left by a killed program");
    desk.file(".other.tmp", "not ours");
    let busy = fs::File::create(desk.path(".wayfarer-busybusy.tmp")).unwrap();
    busy.lock().unwrap();
    assert_eq!(clean_leftovers(&path).len(), 1);
    assert_eq!(desk.names(), [".other.tmp", ".wayfarer-busybusy.tmp", "a.ron"]);
}

#[test]
fn a_second_window_is_told_who_has_the_map() {
    let desk = Desk::new();
    let path = desk.path("a.ron");
    let first = MapLock::take(&desk.folders(), &path).unwrap();
    fs::write(&path, "now it is there").unwrap();
    let other_way = desk.home.path().join("maps").join("..").join("maps").join("a.ron");
    let Err(LockError::Held { process }) = MapLock::take(&desk.folders(), &other_way) else { panic!("not held") };
    assert_eq!(process, std::process::id().to_string());
    let sentence = LockError::Held { process }.sentence(&path, Texts::default());
    assert!(sentence.contains("a.ron: the map is open in another window too (process "), "{sentence}");
    MapLock::take(&desk.folders(), &desk.path("b.ron")).unwrap();
    drop(first);
    MapLock::take(&desk.folders(), &path).unwrap();
}

fn note(title: &str, second: i64) -> Note {
    let when = jiff::Timestamp::from_second(second).unwrap();
    Note {
        original: Some("/maps/a\n.ron".to_owned()),
        fingerprint: Some(Fingerprint::of(b"a")),
        title: title.to_owned(),
        when,
        changes: 3,
    }
}

#[test]
fn work_of_a_window_that_is_gone_is_offered() {
    let desk = Desk::new();
    let recovery = Recovery::new(&desk.folders());
    let map = "#![enable(implicit_some)]\n(format: 1, personas: [(id: \"p\")])\n";
    let (old, older, alive) = (recovery.begin().unwrap(), recovery.begin().unwrap(), recovery.begin().unwrap());
    old.write(&note("first try", 10), "(").unwrap();
    old.write(&note("Bản đồ", 20), map).unwrap();
    older.write(&note("older", 5), map).unwrap();
    alive.write(&note("alive", 30), map).unwrap();
    drop((old, older));
    let orphans = recovery.list_orphans().unwrap();
    assert_eq!(
        orphans.found.iter().map(|orphan| &orphan.note).collect::<Vec<_>>(),
        [&note("Bản đồ", 20), &note("older", 5)]
    );
    assert!(orphans.unreadable.is_empty());
    let (bytes, _) = read_map_file(&orphans.found[0].file).unwrap();
    assert_eq!(ron::parse(&bytes).unwrap().map.personas.len(), 1, "a recovery file is a map file");
    recovery.discard(&orphans.found[1]).unwrap();
    recovery.discard(&orphans.found[1]).unwrap();
    assert_eq!(recovery.list_orphans().unwrap().found.len(), 1);
    recovery.discard(&orphans.found[0]).unwrap();
    // A clean end leaves nothing.
    alive.clear().unwrap();
    drop(alive);
    assert_eq!(recovery.list_orphans().unwrap().found, []);
}

#[test]
fn a_living_window_stays_the_owner_of_its_work_when_the_folder_was_emptied() {
    let desk = Desk::new();
    let recovery = Recovery::new(&desk.folders());
    let session = recovery.begin().unwrap();
    session.write(&note("mine", 1), "(").unwrap();
    fs::remove_dir_all(desk.folders().state.join("recovery")).unwrap();
    session.write(&note("mine", 2), "(").unwrap();
    assert_eq!(recovery.list_orphans().unwrap().found, [], "its window lives");
    drop(session);
    assert_eq!(recovery.list_orphans().unwrap().found.len(), 1);
}

#[test]
fn an_unreadable_recovery_file_is_reported_and_kept() {
    let desk = Desk::new();
    let folder = desk.folders().state.join("recovery");
    fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in [("a.ron", &b""[..]), ("b.ron", b"\xff\xff"), ("c.ron", b"// wayfarer recovery: (x")] {
        fs::write(folder.join(name), bytes).unwrap();
    }
    let recovery = Recovery::new(&desk.folders());
    assert_eq!(recovery.list_orphans().unwrap().unreadable.len(), 3);
    assert_eq!(recovery.list_orphans().unwrap().unreadable.len(), 3);
}

#[test]
fn settings_come_back_and_bad_ones_are_put_aside() {
    let desk = Desk::new();
    let folders = desk.folders();
    assert_eq!(Settings::load(&folders).0, Settings::default());
    let mut settings = Settings { language: Some(Language::Vietnamese), ..Settings::default() };
    for number in 0..20 {
        let path = desk.path(&format!("{}.ron", number % 15));
        let when = jiff::Timestamp::from_second(number).unwrap();
        settings.remember(Recent { path, title: "Tên".to_owned(), when, touchpoints: 7 });
    }
    assert_eq!(settings.recent.len(), 12);
    assert_eq!(settings.recent[0].path, desk.path("4.ron"));
    settings.save(&folders).unwrap();
    assert_eq!(Settings::load(&folders).0, settings);

    fs::write(folders.config.join("settings.ron"), "(language: ").unwrap();
    let (usual, trouble) = Settings::load(&folders);
    assert_eq!(usual, Settings::default());
    let Some(SettingsError::Unreadable { kept }) = trouble else { panic!("no trouble") };
    assert_eq!(text(&kept), "(language: ");
    assert!(Settings::load(&folders).1.is_none());
}

#[test]
fn two_windows_do_not_forget_each_others_recent_files() {
    let desk = Desk::new();
    let folders = desk.folders();
    let recent = |name: &str, second| Recent {
        path: desk.path(name),
        title: name.to_owned(),
        when: jiff::Timestamp::from_second(second).unwrap(),
        touchpoints: 1,
    };
    let (mut one, mut other) = (Settings::default(), Settings::default());
    one.remember(recent("both.ron", 1));
    one.remember(recent("one.ron", 2));
    other.remember(recent("both.ron", 3));
    one.save(&folders).unwrap();
    other.save(&folders).unwrap();
    let names: Vec<_> = Settings::load(&folders).0.recent.into_iter().map(|recent| recent.title).collect();
    assert_eq!(names, ["both.ron", "one.ron"]);
}

#[test]
fn saving_what_is_there_already_keeps_the_backups() {
    let desk = Desk::new();
    let path = desk.file("a.ron", "precious");
    for _ in 0..8 {
        desk.save(&path, "emptied", Expected::Anything).unwrap();
    }
    let kept: Vec<_> = desk.folders().backups().of(&path).unwrap().iter().map(|path| text(path)).collect();
    assert_eq!(kept, ["precious"]);
}

/// What only Unix has: links, modes, pipes.
#[cfg(unix)]
mod unix {
    use super::*;
    use std::os::unix::fs::{MetadataExt as _, PermissionsExt as _, symlink};

    fn set_mode(path: &Path, mode: u32) {
        fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
    }

    fn mode(path: &Path) -> u32 {
        fs::metadata(path).unwrap().mode() & 0o7777
    }

    /// Root may write everywhere, so that refusals cannot be seen.
    fn is_root(desk: &Desk) -> bool {
        fs::metadata(desk.home.path()).unwrap().uid() == 0
    }

    #[test]
    fn a_link_stays_a_link() {
        let desk = Desk::new();
        let path = desk.file("real.ron", "old");
        symlink("real.ron", desk.path("one.ron")).unwrap();
        symlink(desk.path("one.ron"), desk.path("two.ron")).unwrap();
        desk.save(&desk.path("two.ron"), "new", Expected::Anything).unwrap();
        assert_eq!(text(&path), "new");
        assert!(desk.path("one.ron").is_symlink() && desk.path("two.ron").is_symlink());
        // A link to nothing yet makes the file it leads to.
        symlink("later.ron", desk.path("three.ron")).unwrap();
        desk.save(&desk.path("three.ron"), "made", Expected::Absent).unwrap();
        assert_eq!(text(&desk.path("later.ron")), "made");
        assert!(desk.path("three.ron").is_symlink());
        symlink("round.ron", desk.path("round.ron")).unwrap();
        assert!(desk.save(&desk.path("round.ron"), "x", Expected::Anything).is_err());
    }

    #[test]
    fn a_second_name_stays_a_name_of_the_same_file() {
        let desk = Desk::new();
        let path = desk.file("a.ron", "old and longer");
        fs::hard_link(&path, desk.path("b.ron")).unwrap();
        let saved = desk.save(&path, "new", Expected::Anything).unwrap();
        assert_eq!((saved.way, text(&desk.path("b.ron")).as_str()), (Way::InPlace, "new"));
        assert_eq!(desk.names(), ["a.ron", "b.ron"]);
    }

    #[test]
    fn the_mode_of_the_old_file_is_kept() {
        let desk = Desk::new();
        let path = desk.file("a.ron", "old");
        for kept in [0o600, 0o664, 0o755] {
            set_mode(&path, kept);
            desk.save(&path, "new", Expected::Anything).unwrap();
            assert_eq!(mode(&path), kept);
        }
        // A new file is like any other new file of this user.
        let usual = desk.file("usual.ron", "x");
        desk.save(&desk.path("new.ron"), "new", Expected::Absent).unwrap();
        assert_eq!(mode(&desk.path("new.ron")), mode(&usual));
    }

    #[test]
    fn a_pipe_is_refused_without_waiting() {
        let desk = Desk::new();
        let socket = std::os::unix::net::UnixListener::bind(desk.path("s")).unwrap();
        assert!(matches!(read_map_file(&desk.path("s")).unwrap_err().why, Unopenable::NotAFile));
        assert!(matches!(read_map_file(Path::new("/dev/zero")).unwrap_err().why, Unopenable::NotAFile));
        drop(socket);
    }

    #[test]
    fn a_read_only_folder_is_written_in_place_or_not_at_all() {
        let desk = Desk::new();
        if is_root(&desk) {
            return;
        }
        let path = desk.file("a.ron", "old");
        set_mode(path.parent().unwrap(), 0o555);
        let saved = desk.save(&path, "new", Expected::Anything);
        let refused = desk.save(&desk.path("b.ron"), "new", Expected::Absent);
        let without_backup = save(&path, b"newer", Expected::Anything, None);
        set_mode(path.parent().unwrap(), 0o755);
        assert_eq!(saved.unwrap().way, Way::InPlace);
        assert!(matches!(refused.unwrap_err().why, Unsavable::Forbidden(_)));
        assert!(matches!(without_backup.unwrap_err().why, Unsavable::Forbidden(_)));
        assert_eq!(text(&path), "new");
    }

    #[test]
    fn a_write_protected_file_is_not_replaced() {
        let desk = Desk::new();
        if is_root(&desk) {
            return;
        }
        let path = desk.file("a.ron", "old");
        set_mode(&path, 0o444);
        let error = desk.save(&path, "new", Expected::Anything).unwrap_err();
        assert!(matches!(error.why, Unsavable::Forbidden(_)), "{error}");
        assert_eq!(text(&path), "old");
        set_mode(&path, 0o000);
        assert!(matches!(read_map_file(&path).unwrap_err().why, Unopenable::Forbidden(_)));
    }

    #[test]
    fn a_failed_backup_does_not_keep_a_map_from_being_saved() {
        let desk = Desk::new();
        let path = desk.file("a.ron", "old");
        fs::create_dir_all(desk.folders().state).unwrap();
        fs::write(desk.folders().state.join("backups"), "in the way").unwrap();
        let saved = desk.save(&path, "new", Expected::Anything).unwrap();
        assert!(matches!(saved.backup, BackupOutcome::Failed(_)));
        // But nothing is written in place without one.
        fs::hard_link(&path, desk.path("b.ron")).unwrap();
        let error = desk.save(&path, "newer", Expected::Anything).unwrap_err();
        assert!(matches!(error.why, Unsavable::NoBackup(_)), "{error}");
        assert_eq!(text(&path), "new");
    }
}
