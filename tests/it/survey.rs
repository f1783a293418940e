//! Reading and attaching surveys.
