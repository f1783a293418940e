//! What should have been done by now: pain points, opportunities and the review of the map itself (domain handbook, facts 10, 13).
//!
//! Must not know the clock: the day is an argument.

use crate::map::{Card, CardId, Map, Status};
use jiff::civil::Date;

/// A pain point or an opportunity past its due date that is neither done nor dropped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Overdue {
    /// Which card.
    pub card: CardId,
    /// When it should have been done.
    pub due: Date,
    /// How many days ago that was, at least 1.
    pub days: i32,
}

/// A map that should have been looked at again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ReviewDue {
    /// When.
    pub date: Date,
    /// How many days ago that was, at least 1.
    pub days: i32,
}

pub(super) fn overdue(map: &Map, today: Date) -> Vec<Overdue> {
    let tasks = map.cards().filter(|(_, lane, _)| map.lane(*lane).is_some_and(|lane| lane.kind.holds_tasks()));
    let mut found: Vec<_> = tasks.filter_map(|(_, _, card)| overdue_card(card, today)).collect();
    found.sort_by_key(|overdue| overdue.due);
    found
}

fn overdue_card(card: &Card, today: Date) -> Option<Overdue> {
    let is_open = match card.status {
        None | Some(Status::Idea | Status::Planned | Status::Started) => true,
        Some(Status::Done | Status::Dropped) => false,
    };
    let due = card.due.filter(|due| is_open && *due < today)?;
    Some(Overdue { card: card.id, due, days: days_between(due, today) })
}

pub(super) fn review_due(map: &Map, today: Date) -> Option<ReviewDue> {
    let date = map.review_date.filter(|date| *date < today)?;
    Some(ReviewDue { date, days: days_between(date, today) })
}

fn days_between(then: Date, now: Date) -> i32 {
    then.duration_until(now).as_hours().checked_div(24).and_then(|days| i32::try_from(days).ok()).unwrap_or(i32::MAX)
}
