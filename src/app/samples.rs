//! The sample maps, which travel inside the program. Must not know how they are shown.

/// A sample map.
#[derive(Clone, Copy, Debug)]
pub struct Sample {
    /// The file's name in `sample_maps`, without its ending.
    pub name: &'static str,
    /// The file's text.
    pub text: &'static str,
}

/// Every sample map.
pub const ALL: [Sample; 3] = [
    Sample { name: "air_purifier", text: include_str!("../../sample_maps/air_purifier.ron") },
    Sample { name: "bay_giai_doan_so", text: include_str!("../../sample_maps/bay_giai_doan_so.ron") },
    Sample { name: "workshop_start", text: include_str!("../../sample_maps/workshop_start.ron") },
];
