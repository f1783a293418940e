//! Saving, recovery and locks.
