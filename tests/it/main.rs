//! The integration tests: one binary, a module for each concern.

mod cli;
mod editing;
mod export;
mod metrics;
mod review;
mod roundtrip;
mod samples;
mod saving;
mod scene;
mod survey;
mod tidy;
mod window;
