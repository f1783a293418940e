//! Undo and redo: a list of maps. No inverse operation exists that could be wrong.
//!
//! Invariants: the map at `at` is the one on the screen; applying cuts off what could be redone; a revision number is
//! never given twice, so "is it saved?" compares two numbers. Must not know what an edit does.

use super::Edit;
use crate::map::Map;
use std::sync::Arc;

/// Names one state of a document; never given twice in a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(u64);

#[derive(Clone, Debug)]
struct Step {
    map: Arc<Map>,
    revision: Revision,
    /// What led here; `None` for the first.
    edit: Option<Edit>,
}

/// All states of a document in this session.
#[derive(Clone, Debug)]
pub struct History {
    steps: Vec<Step>,
    at: usize,
    next: u64,
}

impl History {
    /// A history that begins with `map` at its first revision.
    pub fn new(map: Arc<Map>) -> Self {
        Self { steps: vec![Step { map, revision: Revision(0), edit: None }], at: 0, next: 1 }
    }

    fn step(&self) -> &Step {
        #[expect(clippy::indexing_slicing, reason = "`at` always names a step, and there is always one")]
        &self.steps[self.at]
    }

    /// The map on the screen.
    pub fn map(&self) -> &Arc<Map> {
        &self.step().map
    }

    /// The revision on the screen.
    pub fn revision(&self) -> Revision {
        self.step().revision
    }

    /// Puts `map`, made by `edit`, on top; what could be redone is gone. The same map again is no step.
    pub fn push(&mut self, map: Arc<Map>, edit: Edit) {
        if Arc::ptr_eq(&map, self.map()) {
            return;
        }
        self.steps.truncate(self.at + 1);
        self.steps.push(Step { map, revision: Revision(self.next), edit: Some(edit) });
        self.next += 1;
        self.at += 1;
    }

    /// The edit that undo would take back.
    pub fn undoable(&self) -> Option<&Edit> {
        self.step().edit.as_ref()
    }

    /// The edit that undo would take back, and the map it was applied to.
    pub(super) fn undoable_from(&self) -> Option<(&Map, &Edit)> {
        let before = self.at.checked_sub(1).and_then(|before| self.steps.get(before))?;
        self.undoable().map(|edit| (&*before.map, edit))
    }

    /// The edit that redo would bring back.
    pub fn redoable(&self) -> Option<&Edit> {
        self.steps.get(self.at + 1).and_then(|step| step.edit.as_ref())
    }

    /// Goes one step back, if there is one.
    pub fn undo(&mut self) {
        self.at = self.at.saturating_sub(1);
    }

    /// Goes one step forward, if there is one.
    pub fn redo(&mut self) {
        self.at = (self.at + 1).min(self.steps.len() - 1);
    }

    /// How many steps could be undone.
    pub fn depth(&self) -> usize {
        self.at
    }

    /// How many steps lie between two revisions; used to say how much is not in the file.
    pub fn steps_since(&self, revision: Revision) -> usize {
        let then = self.steps.iter().position(|step| step.revision == revision);
        then.map_or(self.at.max(1), |then| then.abs_diff(self.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::MapChange;

    fn titled(history: &mut History, title: &str) {
        let edit = Edit::Map(MapChange::Title(title.into()));
        let map = edit.apply(history.map()).expect("a title always fits");
        history.push(map, edit);
    }

    #[test]
    fn a_new_step_cuts_off_what_could_be_redone_and_gets_a_new_revision() {
        let mut history = History::new(Arc::new(Map::empty(&mut fastrand::Rng::with_seed(5))));
        titled(&mut history, "one");
        let one = history.revision();
        titled(&mut history, "two");
        let two = history.revision();
        assert_eq!(history.steps_since(one), 1);
        history.undo();
        assert_eq!((history.revision(), history.redoable().is_some()), (one, true));
        titled(&mut history, "three");
        assert!(history.redoable().is_none() && history.revision() != two);
        history.undo();
        history.undo();
        history.undo();
        assert_eq!((history.depth(), history.map().title.as_str()), (0, ""));
    }

    #[test]
    fn the_same_map_again_is_no_step() {
        let mut history = History::new(Arc::new(Map::empty(&mut fastrand::Rng::with_seed(5))));
        titled(&mut history, "");
        assert_eq!((history.depth(), history.undoable()), (0, None));
    }
}
