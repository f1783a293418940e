//! The only file that differs from system to system.
//!
//! Must not decide anything: each function does one thing on every system, or says that it cannot.

pub(super) use here::*;

#[cfg(unix)]
mod here {
    use std::{
        ffi::OsString,
        fs::{self, File, Metadata, Permissions},
        io,
        os::unix::fs::{MetadataExt as _, PermissionsExt as _, fchown},
        path::Path,
    };
    use xattr::FileExt as _;

    /// Device and inode.
    pub(in crate::app::disk) fn identity(metadata: &Metadata) -> Option<(u64, u64)> {
        Some((metadata.dev(), metadata.ino()))
    }

    /// How many names the file has.
    pub(in crate::app::disk) fn link_count(metadata: &Metadata) -> u64 {
        metadata.nlink()
    }

    /// The rights of a new file that others may read as the user's mask allows.
    pub(in crate::app::disk) fn usual_permissions() -> Option<Permissions> {
        Some(Permissions::from_mode(0o666))
    }

    /// Gives `file` the owner, group and rights of another file.
    pub(in crate::app::disk) fn copy_rights(file: &File, from: &Metadata) -> io::Result<()> {
        let now = file.metadata()?;
        if (now.uid(), now.gid()) != (from.uid(), from.gid()) {
            fchown(file, Some(from.uid()), Some(from.gid()))?;
        }
        // After the owner: changing the owner may clear bits of the mode.
        file.set_permissions(Permissions::from_mode(from.mode() & 0o7777))
    }

    /// Gives `file` the extended attributes of the file at `from` and no others, access lists among them: a new file
    /// may have taken one from its folder. Those of the system's own security are left to the system, which gives them
    /// to every new file.
    pub(in crate::app::disk) fn copy_attributes(file: &File, from: &Path) -> io::Result<()> {
        let names = match xattr::list(from) {
            // A file system without attributes has none to lose.
            Err(error) if error.kind() == io::ErrorKind::Unsupported => return Ok(()),
            names => names?,
        };
        let is_ours = |name: &OsString| !name.as_encoded_bytes().starts_with(b"security.");
        let names: Vec<OsString> = names.filter(is_ours).collect();
        for taken in file.list_xattr()?.filter(|name| is_ours(name) && !names.contains(name)) {
            file.remove_xattr(&taken)?;
        }
        for name in &names {
            if let Some(value) = xattr::get(from, name)? {
                file.set_xattr(name, &value)?;
            }
        }
        Ok(())
    }

    /// Makes a rename or a removal in `folder` last through a power cut. File systems that cannot do it for a folder
    /// say "invalid" or "unsupported"; there nothing can be done and nothing is reported.
    pub(in crate::app::disk) fn sync_folder(folder: &Path) -> io::Result<()> {
        match fs::File::open(folder).and_then(|folder| folder.sync_all()) {
            Err(error) if matches!(error.kind(), io::ErrorKind::InvalidInput | io::ErrorKind::Unsupported) => Ok(()),
            // A folder one may write into but not list cannot be opened for syncing.
            Err(error) if error.kind() == io::ErrorKind::PermissionDenied => Ok(()),
            result => result,
        }
    }

    /// The path's bytes, for keys of side files.
    pub(in crate::app::disk) fn path_bytes(path: &Path) -> Vec<u8> {
        std::os::unix::ffi::OsStrExt::as_bytes(path.as_os_str()).to_vec()
    }
}

#[cfg(not(unix))]
mod here {
    use std::{
        fs::{File, Metadata, Permissions},
        io,
        path::Path,
    };

    /// The standard library knows no stable identity here; size, time and checksum have to do.
    pub(in crate::app::disk) fn identity(_: &Metadata) -> Option<(u64, u64)> {
        None
    }

    /// The number of names cannot be known here: taken as one.
    pub(in crate::app::disk) fn link_count(_: &Metadata) -> u64 {
        1
    }

    /// New files inherit the folder's rights.
    pub(in crate::app::disk) fn usual_permissions() -> Option<Permissions> {
        None
    }

    /// Rights are inherited from the folder; only the read-only mark is kept.
    pub(in crate::app::disk) fn copy_rights(file: &File, from: &Metadata) -> io::Result<()> {
        file.set_permissions(from.permissions())
    }

    /// Attributes beside the content are not carried over here.
    pub(in crate::app::disk) fn copy_attributes(_: &File, _: &Path) -> io::Result<()> {
        Ok(())
    }

    /// A folder cannot be synced here; the rename is written through by the system.
    pub(in crate::app::disk) fn sync_folder(_: &Path) -> io::Result<()> {
        Ok(())
    }

    /// The path's bytes, for keys of side files.
    pub(in crate::app::disk) fn path_bytes(path: &Path) -> Vec<u8> {
        path.as_os_str().as_encoded_bytes().to_vec()
    }
}
