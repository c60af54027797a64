//! Owns the order in which items are looked at, so that whatever decides on an item is known before it; and circles.
//! May use: the model. Must not: answers.

use super::{Form, ProblemKind};

/// Puts the items in an order and takes the conditions off items that lead back to themselves, naming them. Such an item
/// always applies: asking too much is safer than hiding a question for ever.
pub fn settle(form: &mut Form) {
    let needs = needs(form);
    let left = left_over(&needs, &sorted(&needs));
    // What nobody in the rest needs is only behind a circle, not in one.
    let mut needed_by = vec![Vec::new(); needs.len()];
    for (item, needed) in needs.iter().enumerate().filter(|(item, _)| left[*item]) {
        for place in needed.iter().filter(|place| left[**place]) {
            needed_by[*place].push(item);
        }
    }
    for (item, is_free) in (0..).zip(left.iter().map(|left| !left)) {
        if is_free {
            needed_by[item].clear();
        }
    }
    let backwards = left_over(&needed_by, &sorted(&needed_by));
    for (item, in_circle) in form.items.iter_mut().zip(backwards) {
        if in_circle && !item.conditions.is_empty() {
            item.conditions.clear();
            item.problem(ProblemKind::Circle, "");
        }
    }
    form.order = sorted(&self::needs(form));
}

/// What must be known before each item: the item that it is in, and those that its conditions name.
fn needs(form: &Form) -> Vec<Vec<usize>> {
    let items = form.items.iter();
    items
        .map(|item| {
            let conditions = item.conditions.iter().map(|condition| condition.question);
            item.parent.into_iter().chain(conditions).collect()
        })
        .collect()
}

fn left_over(needs: &[Vec<usize>], order: &[usize]) -> Vec<bool> {
    let mut left = vec![true; needs.len()];
    for item in order {
        left[*item] = false;
    }
    left
}

/// Each item after all that it needs (Kahn); items in a circle or behind one are missing.
fn sorted(needs: &[Vec<usize>]) -> Vec<usize> {
    let mut open: Vec<usize> = needs.iter().map(Vec::len).collect();
    let mut needed_by = vec![Vec::new(); needs.len()];
    for (item, needed) in needs.iter().enumerate() {
        for place in needed {
            needed_by[*place].push(item);
        }
    }
    let mut order: Vec<usize> = (0..needs.len()).filter(|item| open[*item] == 0).collect();
    let mut at = 0;
    while let Some(item) = order.get(at).copied() {
        at += 1;
        for next in &needed_by[item] {
            open[*next] -= 1;
            if open[*next] == 0 {
                order.push(*next);
            }
        }
    }
    order
}
