//! Three values: sentences 4.1 to 4.7 of `plan_rules.toml`, on byte code written by hand.

use tailored::domain::plan::facts::{Facts, Value, fact};
use tailored::domain::plan::logic::{Case, truth_of_facts};
use tailored::knowledge::{Expression, NUMBERS, opcode};

use super::plan_cases::facts;

const T: Option<bool> = Some(true);
const F: Option<bool> = Some(false);
const U: Option<bool> = None;
const VALUES: [Option<bool>; 3] = [T, F, U];

/// The truth of byte code in which question number n stands for the n-th of the given values.
fn truth(code: &[u8], values: &[Option<bool>]) -> Option<bool> {
    let code = Expression::new(code.to_vec().leak());
    Case {
        facts: &Facts::default(),
        question: &|place| values[usize::from(place)],
    }
    .truth(code)
}

/// Both sides of an operator, as questions 0 and 1.
fn pair(operator: u8, left: Option<bool>, right: Option<bool>) -> Option<bool> {
    truth(
        &[operator, opcode::QUESTION, 0, opcode::QUESTION, 1],
        &[left, right],
    )
}

/// Byte code of a number that occurs in the rules.
fn number(wanted: f64) -> [u8; 2] {
    let place = NUMBERS.iter().position(|known| *known == wanted).unwrap();
    [opcode::NUMBER, u8::try_from(place).unwrap()]
}

fn fact_code(id: tailored::knowledge::FactId) -> [u8; 2] {
    [opcode::FACT, u8::try_from(id.place()).unwrap()]
}

#[test]
fn not_true_is_false_not_false_is_true_not_unknown_is_unknown() {
    let not = |value| truth(&[opcode::NOT, opcode::QUESTION, 0], &[value]);
    assert_eq!(VALUES.map(not), [F, T, U]);
}

#[test]
fn and_is_false_if_any_side_is_false_else_unknown_if_any_side_is_unknown_else_true() {
    for (left, right, expected) in [
        (T, T, T),
        (T, F, F),
        (T, U, U),
        (F, T, F),
        (F, F, F),
        (F, U, F),
        (U, T, U),
        (U, F, F),
        (U, U, U),
    ] {
        assert_eq!(
            pair(opcode::AND, left, right),
            expected,
            "{left:?} and {right:?}"
        );
    }
}

#[test]
fn or_is_true_if_any_side_is_true_else_unknown_if_any_side_is_unknown_else_false() {
    for left in VALUES {
        for right in VALUES {
            let expected = if left == T || right == T {
                T
            } else if left == U || right == U {
                U
            } else {
                F
            };
            assert_eq!(
                pair(opcode::OR, left, right),
                expected,
                "{left:?} or {right:?}"
            );
        }
    }
}

#[test]
fn de_morgan_holds_with_three_values() {
    for left in VALUES {
        for right in VALUES {
            let not = |value: Option<bool>| value.map(|known| !known);
            assert_eq!(
                not(pair(opcode::AND, left, right)),
                pair(opcode::OR, not(left), not(right))
            );
        }
    }
}

#[test]
fn default_is_x_when_x_is_known_else_v_which_may_itself_be_unknown() {
    for (known, otherwise, expected) in [
        (T, F, T),
        (F, T, F),
        (U, T, T),
        (U, F, F),
        (U, U, U),
        (F, U, F),
    ] {
        assert_eq!(pair(opcode::DEFAULT, known, otherwise), expected);
    }
}

#[test]
fn count_is_true_with_enough_true_members_and_false_when_the_unknown_ones_cannot_suffice() {
    let count = |wanted, values: [Option<bool>; 3]| {
        truth(
            &[
                opcode::COUNT,
                3,
                wanted,
                opcode::QUESTION,
                0,
                opcode::QUESTION,
                1,
                opcode::QUESTION,
                2,
            ],
            &values,
        )
    };
    assert_eq!(count(2, [T, T, U]), T);
    assert_eq!(count(2, [T, U, F]), U);
    assert_eq!(count(2, [T, F, F]), F);
    assert_eq!(count(2, [U, F, F]), F);
    assert_eq!(count(2, [U, U, F]), U);
    assert_eq!(count(0, [F, F, F]), T);
}

#[test]
fn a_comparison_or_arithmetic_with_an_unknown_part_is_unknown() {
    let age = fact_code(fact::AGE);
    let eighteen = number(18.0);
    for operator in [
        opcode::EQUAL,
        opcode::NOT_EQUAL,
        opcode::LESS,
        opcode::GREATER_OR_EQUAL,
    ] {
        let code = [&[operator], &age[..], &eighteen[..]].concat();
        let expression = Expression::new(code.leak());
        assert_eq!(truth_of_facts(expression, &Facts::default()), U);
        assert!(truth_of_facts(expression, &facts("age=40")).is_some());
    }
    let sum = [
        &[opcode::LESS, opcode::ADD],
        &age[..],
        &eighteen[..],
        &eighteen[..],
    ]
    .concat();
    assert_eq!(
        truth_of_facts(Expression::new(sum.leak()), &Facts::default()),
        U
    );
}

#[test]
fn in_on_an_unknown_set_is_unknown_and_in_the_empty_set_false() {
    let rule = tailored::knowledge::CAUTIONS
        .iter()
        .find(|caution| caution.when.code().len() == 4 && caution.when.code()[0] == opcode::IN)
        .unwrap();
    let set = tailored::domain::plan::facts::FactId::all()
        .nth(usize::from(rule.when.code()[1]))
        .unwrap();
    assert_eq!(truth_of_facts(rule.when, &Facts::default()), U);
    let mut none = Facts::default();
    none.set(set, Value::Words(Default::default())).unwrap();
    assert_eq!(truth_of_facts(rule.when, &none), F);
}

#[test]
fn division_by_zero_is_unknown() {
    let zero = number(0.0);
    let one = number(1.0);
    let code = [
        &[opcode::EQUAL, opcode::DIVIDE],
        &one[..],
        &zero[..],
        &one[..],
    ]
    .concat();
    assert_eq!(truth(&code, &[]), U);
    let code = [
        &[opcode::EQUAL, opcode::DIVIDE],
        &one[..],
        &one[..],
        &one[..],
    ]
    .concat();
    assert_eq!(truth(&code, &[]), T);
}

#[test]
fn byte_code_that_ends_too_early_is_unknown() {
    assert_eq!(truth(&[opcode::AND, opcode::TRUE], &[]), U);
    assert_eq!(truth(&[], &[]), U);
}
