//! What the steps of the main job cost at 20, 500, 5 000 and 50 000 touchpoints, in CPU time: `cargo bench --bench
//! steps`. Prints a table with the median and the worst run, and what is wanted beside it. Some sizes and steps alone:
//! `cargo bench --bench steps -- 5000 zooming edit`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a measurement that meets the unexpected fails"
)]

mod big_map;
mod clock;
mod frames;
mod steps;

use steps::{STEPS, Stand, Step};

/// Touchpoints of the maps that are measured.
const SIZES: [usize; 4] = [20, 500, 5_000, 50_000];

/// As in the program.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() {
    let asked: Vec<usize> = std::env::args().filter_map(|arg| arg.parse().ok()).collect();
    let is_word = |arg: &String| arg.parse::<usize>().is_err() && !arg.starts_with('-');
    let words: Vec<String> = std::env::args().skip(1).filter(is_word).collect();
    let is_asked = |step: &&Step| words.is_empty() || words.iter().any(|word| step.name.contains(word.as_str()));
    let sizes: Vec<usize> = if asked.is_empty() { SIZES.to_vec() } else { asked };
    println!("CPU time in ms, all threads together");
    println!("{:<46} {:>11} {:>10} {:>10} {:>10} {:>8}", "step", "touchpoints", "median", "95 %", "worst", "wanted");
    for size in sizes {
        let stand = Stand::new(size);
        for step in STEPS.iter().filter(is_asked) {
            let times = (step.measure)(&stand);
            let wanted = (step.wanted)(size).map_or(String::new(), |limit| format!("{limit} ms"));
            let [median, most, worst] = [0.5, 0.95, 1.0].map(|share| times.at(share));
            println!("{:<46} {size:>11} {median:>10.3} {most:>10.3} {worst:>10.3} {wanted:>8}", step.name);
        }
    }
}
