//! What the steps of the main job cost at 20, 500, 5 000 and 50 000 touchpoints, in CPU time: `cargo bench --bench
//! steps`. Prints a table with the median and the worst run, and what is wanted beside it.

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

use big_map::big_map;
use clock::Times;
use wayfarer::files::ron;

const SIZES: [usize; 4] = [20, 500, 5_000, 50_000];

fn main() {
    for size in SIZES {
        let map = big_map(size);
        let text = ron::write(&map).expect("a sound map");
        let open = Times::of(5, |_| ron::parse(text.as_bytes()).expect("a sound map"));
        let save = Times::of(5, |_| ron::write(&map).expect("a sound map"));
        println!("{size} {} open {:.1} save {:.1}", text.len(), open.at(0.5), save.at(0.5));
    }
}
