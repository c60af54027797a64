//! Owns the plan: facts, rules and the list of options that follows from them.
