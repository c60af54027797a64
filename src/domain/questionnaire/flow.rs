//! Owns which item comes next and what an answer hides, with a reverse index from facts to items. Must not know pages.
