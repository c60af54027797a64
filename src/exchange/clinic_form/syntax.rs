//! Owns how a formula is read: the part of FHIRPath that forms use to score. What is beyond it is an error that names it.
//! May use: serde_json for literals. Must not: evaluate.

use crate::domain::decimal::decimal;
use serde_json::Value;

/// A formula that was read.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Expr {
    Literal(Value),
    /// `{}`
    Nothing,
    /// What a formula, or the condition inside a function, is about.
    This,
    /// `%name`
    Named(String),
    Member(Box<Expr>, String),
    Call(Box<Expr>, String, Vec<Expr>),
    At(Box<Expr>, Box<Expr>),
    Both(&'static str, Box<Expr>, Box<Expr>),
}

/// The operators, those that bind most loosely first.
const OPERATORS: [&[&str]; 8] = [
    &["implies"],
    &["or", "xor"],
    &["and"],
    &["in"],
    &["!=", "="],
    &["<=", ">=", "<", ">"],
    &["|"],
    &["+", "-", "&"],
];
const TIMES: &[&str] = &["*", "/", "div", "mod"];

/// The functions that `formula` knows.
const FUNCTIONS: &[&str] = &[
    "aggregate",
    "all",
    "avg",
    "count",
    "descendants",
    "empty",
    "exists",
    "first",
    "iif",
    "last",
    "max",
    "min",
    "not",
    "ordinal",
    "repeat",
    "round",
    "select",
    "sum",
    "toChars",
    "weight",
    "where",
];

/// How long a formula may be, and how deep its brackets; each step takes room on the stack.
const MOST_PARTS: usize = 600;
const MOST_DEPTH: usize = 24;

struct Reader<'a> {
    rest: &'a str,
    parts: usize,
    depth: usize,
}

/// Reads a formula; the error is the part that could not be read.
pub(super) fn read(text: &str) -> Result<Expr, String> {
    // Another language, by its media type.
    if text.starts_with("text/") {
        return Err(text.to_owned());
    }
    let mut reader = Reader {
        rest: text.trim(),
        parts: 0,
        depth: 0,
    };
    let expr = reader.whole()?;
    match reader.rest {
        "" => Ok(expr),
        _ => Err(reader.about()),
    }
}

impl Reader<'_> {
    fn about(&self) -> String {
        self.rest.chars().take(24).collect()
    }

    /// A whole formula, also in brackets.
    fn whole(&mut self) -> Result<Expr, String> {
        self.depth += 1;
        if self.depth > MOST_DEPTH {
            return Err(self.about());
        }
        let expr = self.level(0)?;
        self.depth -= 1;
        Ok(expr)
    }

    fn level(&mut self, level: usize) -> Result<Expr, String> {
        let operators = match OPERATORS.get(level) {
            Some(operators) => operators,
            None if level == OPERATORS.len() => TIMES,
            None => return self.part(),
        };
        let mut left = self.level(level + 1)?;
        while let Some(operator) = operators
            .iter()
            .find(|operator| self.takes_operator(operator))
        {
            self.count()?;
            let right = self.level(level + 1)?;
            left = Expr::Both(operator, Box::new(left), Box::new(right));
        }
        Ok(left)
    }

    fn count(&mut self) -> Result<(), String> {
        self.parts += 1;
        match self.parts > MOST_PARTS {
            true => Err(self.about()),
            false => Ok(()),
        }
    }

    fn takes(&mut self, token: &str) -> bool {
        let rest = self.rest.strip_prefix(token);
        if let Some(rest) = rest {
            self.rest = rest.trim_start();
        }
        rest.is_some()
    }

    /// A word is only an operator when it ends there.
    fn takes_operator(&mut self, operator: &str) -> bool {
        let is_word = operator.starts_with(|letter: char| letter.is_ascii_alphabetic());
        let next = self
            .rest
            .get(operator.len()..)
            .and_then(|rest| rest.chars().next());
        if is_word && next.is_some_and(|next| next.is_alphanumeric() || next == '_') {
            return false;
        }
        self.takes(operator)
    }

    /// A value with everything that hangs on it by points and brackets.
    fn part(&mut self) -> Result<Expr, String> {
        self.count()?;
        let mut expr = self.start()?;
        loop {
            if self.takes(".") {
                let name = self.name()?;
                expr = self.member(expr, name)?;
            } else if self.takes("[") {
                let at = self.whole()?;
                self.expect("]")?;
                expr = Expr::At(Box::new(expr), Box::new(at));
            } else {
                return Ok(expr);
            }
            self.count()?;
        }
    }

    fn start(&mut self) -> Result<Expr, String> {
        if self.takes("(") {
            let inner = self.whole()?;
            self.expect(")")?;
            return Ok(inner);
        }
        if self.takes("{") {
            self.expect("}")?;
            return Ok(Expr::Nothing);
        }
        if self.takes("-") {
            self.depth += 1;
            if self.depth > MOST_DEPTH {
                return Err(self.about());
            }
            let right = Box::new(self.part()?);
            self.depth -= 1;
            let zero = Box::new(Expr::Literal(0.into()));
            return Ok(Expr::Both("-", zero, right));
        }
        if self.takes("%") {
            return Ok(Expr::Named(match self.rest.chars().next() {
                Some('\'') => self.quoted('\'')?,
                _ => self.name()?,
            }));
        }
        if self.takes("$") {
            return match self.name()?.as_str() {
                "this" => Ok(Expr::This),
                // The sum so far.
                "total" => Ok(Expr::Named("$total".to_owned())),
                other => Err(format!("${other}")),
            };
        }
        match self.rest.chars().next() {
            Some('\'') => Ok(Expr::Literal(self.quoted('\'')?.into())),
            Some(first) if first.is_ascii_digit() => {
                let end = self.end_of(|letter| letter.is_ascii_digit() || letter == '.');
                let number = decimal(&self.rest[..end]).ok_or_else(|| self.about())?;
                self.rest = self.rest[end..].trim_start();
                Ok(Expr::Literal(number.into()))
            }
            _ => match self.name()?.as_str() {
                "true" => Ok(Expr::Literal(true.into())),
                "false" => Ok(Expr::Literal(false.into())),
                name => self.member(Expr::This, name.to_owned()),
            },
        }
    }

    /// A member, or a function with what stands in its brackets.
    fn member(&mut self, of: Expr, name: String) -> Result<Expr, String> {
        if !self.takes("(") {
            return Ok(Expr::Member(Box::new(of), name));
        }
        if !FUNCTIONS.contains(&name.as_str()) {
            return Err(format!("{name}()"));
        }
        let mut inner = Vec::new();
        while !self.takes(")") {
            if !inner.is_empty() {
                self.expect(",")?;
            }
            inner.push(self.whole()?);
        }
        Ok(Expr::Call(Box::new(of), name, inner))
    }

    fn expect(&mut self, token: &str) -> Result<(), String> {
        match self.takes(token) {
            true => Ok(()),
            false => Err(self.about()),
        }
    }

    fn end_of(&self, belongs: fn(char) -> bool) -> usize {
        self.rest
            .find(|letter| !belongs(letter))
            .unwrap_or(self.rest.len())
    }

    fn name(&mut self) -> Result<String, String> {
        if self.rest.starts_with('`') {
            return self.quoted('`');
        }
        let end = self.end_of(|letter| letter.is_alphanumeric() || letter == '_');
        let name = self.rest[..end].to_owned();
        if name.is_empty() || name.starts_with(|first: char| first.is_ascii_digit()) {
            return Err(self.about());
        }
        self.rest = self.rest[end..].trim_start();
        Ok(name)
    }

    fn quoted(&mut self, mark: char) -> Result<String, String> {
        let mut text = String::new();
        let mut letters = self.rest.char_indices().skip(1);
        while let Some((at, letter)) = letters.next() {
            match letter {
                '\\' => text.push(match letters.next() {
                    Some((_, 'n')) => '\n',
                    Some((_, 't')) => '\t',
                    Some((_, letter)) if !letter.is_alphanumeric() => letter,
                    _ => return Err(self.about()),
                }),
                _ if letter == mark => {
                    self.rest = self.rest[at + 1..].trim_start();
                    return Ok(text);
                }
                _ => text.push(letter),
            }
        }
        Err(self.about())
    }
}
