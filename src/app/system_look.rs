//! How the system's windows look: light or dark, with much contrast, with things that move. Asked on a thread.
//!
//! On Linux the desktop's portal knows (interface org.freedesktop.portal.Settings, namespace org.freedesktop.appearance:
//! color-scheme 1 dark, 2 light; contrast 1 high; reduced-motion 1 reduced); elsewhere egui knows the theme alone. Must
//! not know what follows from it.

use super::{job_done::JobDone, jobs::Jobs};
use crate::ui::choices::{Contrast, Motion};

/// What the system says; `None` for what it says nothing about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SystemLook {
    /// Light or dark.
    pub theme: Option<egui::Theme>,
    /// Whether it asks for much contrast.
    pub contrast: Option<Contrast>,
    /// Whether it asks for little motion.
    pub motion: Option<Motion>,
}

/// Asks the system; ends in [`JobDone::SystemLookRead`].
pub fn start_reading(jobs: &mut Jobs) {
    jobs.start("", |_| JobDone::SystemLookRead(read()));
}

#[cfg(target_os = "linux")]
fn read() -> SystemLook {
    // Without a session bus or a portal nothing is said; the person's own choice is all there is then.
    let Ok(bus) = zbus::blocking::Connection::session() else { return SystemLook::default() };
    SystemLook::of_numbers(|key| setting(&bus, key))
}

#[cfg(not(target_os = "linux"))]
fn read() -> SystemLook {
    SystemLook::default()
}

/// A setting of the portal's appearance; `None` where it has none.
#[cfg(target_os = "linux")]
fn setting(bus: &zbus::blocking::Connection, key: &str) -> Option<u32> {
    let (portal, path) = ("org.freedesktop.portal.Desktop", "/org/freedesktop/portal/desktop");
    let body = ("org.freedesktop.appearance", key);
    let reply = bus.call_method(Some(portal), path, Some("org.freedesktop.portal.Settings"), "ReadOne", &body).ok()?;
    let value: zbus::zvariant::OwnedValue = reply.body().deserialize().ok()?;
    u32::try_from(value).ok()
}

#[cfg(any(target_os = "linux", test))]
impl SystemLook {
    /// From the portal's numbers by key.
    fn of_numbers(number: impl Fn(&str) -> Option<u32>) -> Self {
        let theme = match number("color-scheme") {
            Some(1) => Some(egui::Theme::Dark),
            Some(2) => Some(egui::Theme::Light),
            Some(_) | None => None,
        };
        let contrast = number("contrast").map(|value| if value == 1 { Contrast::High } else { Contrast::Usual });
        let motion = number("reduced-motion").map(|value| if value == 1 { Motion::Reduced } else { Motion::Usual });
        Self { theme, contrast, motion }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    // The values as org.freedesktop.portal.Settings documents them; 0 is "no preference" for all three.
    #[test]
    fn the_portals_numbers_are_understood() {
        let of = |scheme, contrast, motion| {
            SystemLook::of_numbers(|key| match key {
                "color-scheme" => scheme,
                "contrast" => contrast,
                "reduced-motion" => motion,
                _ => None,
            })
        };
        assert_eq!(of(None, None, None), SystemLook::default());
        let dark = of(Some(1), Some(1), Some(1));
        assert_eq!(dark.theme, Some(egui::Theme::Dark));
        assert_eq!((dark.contrast, dark.motion), (Some(Contrast::High), Some(Motion::Reduced)));
        assert_eq!(of(Some(2), None, None).theme, Some(egui::Theme::Light));
        let indifferent = of(Some(0), Some(0), Some(0));
        assert_eq!(indifferent.theme, None);
        assert_eq!((indifferent.contrast, indifferent.motion), (Some(Contrast::Usual), Some(Motion::Usual)));
    }
}
