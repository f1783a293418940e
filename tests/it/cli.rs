//! The command line: names, streams and exit statuses.
