//! The program: eframe, jobs on threads, dialogs, the disk, settings.
