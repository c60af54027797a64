//! Owns the byte code of compiled conditions: one operator byte, its operands, then its arguments (prefix order).
//! May use: nothing. Shared by the compiler (`build.rs`) and by `domain::plan::logic`.
//! Must not: change meaning on one side only.

/// The constants `false` and `true`.
pub const FALSE: u8 = 0;
pub const TRUE: u8 = 1;
/// One byte: place in the table of numbers.
pub const NUMBER: u8 = 2;
/// One byte: a fact or a derived fact.
pub const FACT: u8 = 3;
/// One byte: a safety question.
pub const QUESTION: u8 = 4;
/// Two bytes, low one first: a word.
pub const WORD: u8 = 5;
/// One byte (a set fact), two bytes (a word): the word is in the set.
pub const IN: u8 = 6;
/// Two bytes (how many members follow, how many must be true), then the members.
pub const COUNT: u8 = 7;
/// One argument.
pub const NOT: u8 = 8;
/// Two arguments each, from here on.
pub const AND: u8 = 9;
pub const OR: u8 = 10;
pub const DEFAULT: u8 = 11;
pub const EQUAL: u8 = 12;
pub const NOT_EQUAL: u8 = 13;
pub const LESS: u8 = 14;
pub const LESS_OR_EQUAL: u8 = 15;
pub const GREATER: u8 = 16;
pub const GREATER_OR_EQUAL: u8 = 17;
pub const ADD: u8 = 18;
pub const SUBTRACT: u8 = 19;
pub const MULTIPLY: u8 = 20;
pub const DIVIDE: u8 = 21;
