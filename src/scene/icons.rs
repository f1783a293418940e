//! The signs of channels as outlines, 16 units wide and high, drawn as lines. Must not know where they are used.

use crate::map::ChannelIcon;
use kurbo::{Affine, BezPath, Point};
use std::sync::LazyLock;

/// Width and height of the square that the outlines are drawn in.
const SIDE: f64 = 16.0;

/// The outlines in the order of [`ChannelIcon::ALL`], as SVG writes them.
static OUTLINES: LazyLock<[BezPath; 15]> = LazyLock::new(|| {
    // A test reads every outline; one that could not be read would be an empty sign.
    ChannelIcon::ALL.map(|icon| BezPath::from_svg(outline(icon)).unwrap_or_default())
});

/// The outline of a sign whose middle is at `center`, `side` wide and high; to be drawn as a line.
pub fn channel_icon(icon: ChannelIcon, center: Point, side: f64) -> BezPath {
    let place = ChannelIcon::ALL.iter().position(|other| *other == icon);
    let outline = place.and_then(|at| OUTLINES.get(at)).cloned().unwrap_or_default();
    let corner = center.to_vec2() - Point::new(side / 2.0, side / 2.0).to_vec2();
    Affine::translate(corner) * Affine::scale(side / SIDE) * outline
}

fn outline(icon: ChannelIcon) -> &'static str {
    match icon {
        ChannelIcon::Web => "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8ZM2 8L14 8M8 2C5 5 5 11 8 14M8 2C11 5 11 11 8 14",
        ChannelIcon::App => {
            "M5 1.8L11 1.8C11.7 1.8 12.2 2.3 12.2 3L12.2 13C12.2 13.7 11.7 14.2 11 14.2L5 14.2C4.3 14.2 3.8 13.7 3.8 13\
             L3.8 3C3.8 2.3 4.3 1.8 5 1.8ZM7 12L9 12"
        }
        ChannelIcon::Shop => {
            "M2 6L3.5 2.5L12.5 2.5L14 6C14 8 11 8 11 6C11 8 8 8 8 6C8 8 5 8 5 6C5 8 2 8 2 6ZM3.2 8.2L3.2 13.5L12.8 13.5\
             L12.8 8.2M6.5 13.5L6.5 10.5L9.5 10.5L9.5 13.5"
        }
        ChannelIcon::Phone => {
            "M4.6 2.2L6.4 5.4L5 6.9C5.8 8.7 7.3 10.2 9.1 11L10.6 9.6L13.8 11.4C13.8 12.9 12.8 13.9 11.3 13.9C6.4 13.5 2.5 \
             9.6 2.1 4.7C2.1 3.2 3.1 2.2 4.6 2.2Z"
        }
        ChannelIcon::Email => "M2 3.8L14 3.8L14 12.2L2 12.2ZM2 4.2L8 8.8L14 4.2",
        ChannelIcon::Post => {
            "M5 5.2L11 5.2C12.5 5.2 13.7 6.4 13.7 7.9L13.7 11.8L2.3 11.8L2.3 7.9C2.3 6.4 3.5 5.2 5 5.2C6.5 5.2 7.7 6.4 7.7 \
             7.9L7.7 11.8M10.4 8L10.4 2.4L12.6 2.4M8 11.8L8 14.4"
        }
        ChannelIcon::Social => {
            "M6 8A2 2 0 1 1 2 8A2 2 0 1 1 6 8ZM14 3.8A2 2 0 1 1 10 3.8A2 2 0 1 1 14 3.8ZM14 12.2A2 2 0 1 1 10 12.2\
             A2 2 0 1 1 14 12.2ZM5.8 7.1L10.2 4.7M5.8 8.9L10.2 11.3"
        }
        ChannelIcon::Person => {
            "M10.7 4.8A2.7 2.7 0 1 1 5.3 4.8A2.7 2.7 0 1 1 10.7 4.8ZM2.8 14C2.8 11 5 9.4 8 9.4C11 9.4 13.2 11 13.2 14"
        }
        ChannelIcon::Chat => {
            "M2 3L14 3L14 10.8L7.8 10.8L4.8 13.8L4.8 10.8L2 10.8ZM4.7 6.9L5.6 6.9M7.55 6.9L8.45 6.9M10.4 6.9L11.3 6.9"
        }
        ChannelIcon::Broadcast => "M2 5L14 5L14 13L2 13ZM5.2 1.8L8 5L10.8 1.8",
        ChannelIcon::Print => {
            "M2.4 2.8L11 2.8L11 13.4L2.4 13.4ZM11 6L13.6 6L13.6 12.1C13.6 12.8 13 13.4 12.3 13.4L11 13.4M4.6 5.6L8.8 5.6\
             M4.6 8.2L8.8 8.2M4.6 10.8L7 10.8"
        }
        ChannelIcon::Event => {
            "M2.4 3.6L13.6 3.6L13.6 13.6L2.4 13.6ZM2.4 6.6L13.6 6.6M5.2 2L5.2 4.6M10.8 2L10.8 4.6M8 8.4L8 11.8\
             M6.3 10.1L9.7 10.1"
        }
        ChannelIcon::Delivery => {
            "M3.1 11.4L1.4 11.4L1.4 4L9.2 4L9.2 11.4L6.1 11.4M9.2 6.4L12.2 6.4L14.6 8.8L14.6 11.4L13.3 11.4M10.3 11.4\
             L9.2 11.4M6.1 11.6A1.5 1.5 0 1 1 3.1 11.6A1.5 1.5 0 1 1 6.1 11.6ZM13.3 11.6A1.5 1.5 0 1 1 10.3 11.6\
             A1.5 1.5 0 1 1 13.3 11.6Z"
        }
        ChannelIcon::Kiosk => "M3.8 2L12.2 2L12.2 10L3.8 10ZM8 10L8 14M5 14L11 14M6 4.6L10 4.6M6 7.2L8.2 7.2",
        ChannelIcon::Other => "M14 8A6 6 0 1 1 2 8A6 6 0 1 1 14 8ZM4.7 8L5.6 8M7.55 8L8.45 8M10.4 8L11.3 8",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use kurbo::Shape as _;

    #[test]
    fn every_sign_can_be_read_and_stays_in_its_square() {
        for icon in ChannelIcon::ALL {
            let path = BezPath::from_svg(outline(icon)).expect("a good outline");
            let bounds = path.bounding_box();
            assert!(bounds.width() > 8.0 && bounds.height() > 7.0, "{icon:?}");
            assert!(
                bounds.x0 >= 0.5 && bounds.y0 >= 0.5 && bounds.x1 <= 15.5 && bounds.y1 <= 15.5,
                "{icon:?} {bounds:?}"
            );
            let moved = channel_icon(icon, Point::new(100.0, 50.0), 8.0).bounding_box();
            assert!((moved.width() - bounds.width() / 2.0).abs() < 1e-9, "{icon:?}");
        }
    }
}
