//! Sections 3 and 4 of the specification: reading and evaluating an expression, with three values.

use std::collections::BTreeSet;

/// A known value. UNKNOWN is its absence.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    Number(f64),
    YesNo(bool),
    Word(String),
    Set(BTreeSet<String>),
    /// A set that is known in part: {"at_least": […]}.
    AtLeast(BTreeSet<String>),
}

impl Value {
    /// None for null.
    pub fn from_json(json: &serde_json::Value) -> Option<Value> {
        use serde_json::Value as Json;
        match json {
            Json::Null => None,
            Json::Bool(yes) => Some(Value::YesNo(*yes)),
            Json::Number(number) => Some(Value::Number(number.as_f64().unwrap())),
            Json::String(word) => Some(Value::Word(word.clone())),
            Json::Array(words) => Some(Value::Set(
                words
                    .iter()
                    .map(|word| word.as_str().unwrap().to_owned())
                    .collect(),
            )),
            Json::Object(part) => match Value::from_json(&part["at_least"]) {
                Some(Value::Set(words)) => Some(Value::AtLeast(words)),
                _ => panic!("no value: {json}"),
            },
        }
    }

    pub fn to_json(&self) -> serde_json::Value {
        match self {
            Value::Number(number) if number.fract() == 0.0 => (*number as i64).into(),
            Value::Number(number) => (*number).into(),
            Value::YesNo(yes) => (*yes).into(),
            Value::Word(word) => word.clone().into(),
            Value::Set(words) => words.iter().cloned().collect(),
            Value::AtLeast(words) => serde_json::json!({ "at_least": words }),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
pub enum Expression {
    Or(Vec<Expression>),
    And(Vec<Expression>),
    Not(Box<Expression>),
    Compare(String, Box<Expression>, Box<Expression>),
    In(String, String),
    Arithmetic(char, Box<Expression>, Box<Expression>),
    Number(f64),
    Word(String),
    YesNo(bool),
    Name(String),
    Default(Box<Expression>, Box<Expression>),
    Count(Vec<Expression>, usize),
    /// count(…) before its ">= n" was read.
    OpenCount(Vec<Expression>),
}

/// Looks a name up: a fact, a derived fact or a safety question.
pub type LookUp<'a> = &'a dyn Fn(&str) -> Option<Value>;

impl Expression {
    pub fn parse(text: &str) -> Expression {
        let mut parser = Parser {
            tokens: tokens(text),
            at: 0,
            text,
        };
        let expression = parser.or();
        parser.expect_end();
        expression
    }

    /// TRUE, FALSE or UNKNOWN; anything else is a mistake in the file.
    pub fn truth(&self, look_up: LookUp<'_>) -> Option<bool> {
        match self.value(look_up)? {
            Value::YesNo(yes) => Some(yes),
            other => panic!("{other:?} stands where yes or no is needed"),
        }
    }

    pub fn value(&self, look_up: LookUp<'_>) -> Option<Value> {
        match self {
            Expression::Number(number) => Some(Value::Number(*number)),
            Expression::Word(word) => Some(Value::Word(word.clone())),
            Expression::YesNo(yes) => Some(Value::YesNo(*yes)),
            Expression::Name(name) => look_up(name),
            // 4.1
            Expression::Not(inner) => inner.truth(look_up).map(|yes| Value::YesNo(!yes)),
            // 4.2
            Expression::And(sides) => {
                let sides: Vec<Option<bool>> =
                    sides.iter().map(|side| side.truth(look_up)).collect();
                if sides.contains(&Some(false)) {
                    Some(Value::YesNo(false))
                } else if sides.contains(&None) {
                    None
                } else {
                    Some(Value::YesNo(true))
                }
            }
            // 4.3
            Expression::Or(sides) => {
                let sides: Vec<Option<bool>> =
                    sides.iter().map(|side| side.truth(look_up)).collect();
                if sides.contains(&Some(true)) {
                    Some(Value::YesNo(true))
                } else if sides.contains(&None) {
                    None
                } else {
                    Some(Value::YesNo(false))
                }
            }
            // 4.4
            Expression::Compare(operator, left, right) => {
                let left = left.value(look_up)?;
                let right = right.value(look_up)?;
                let holds = match operator.as_str() {
                    "==" => left == right,
                    "!=" => left != right,
                    other => {
                        let (Value::Number(left), Value::Number(right)) = (&left, &right) else {
                            panic!("{left:?} {other} {right:?}");
                        };
                        match other {
                            "<" => left < right,
                            "<=" => left <= right,
                            ">" => left > right,
                            ">=" => left >= right,
                            _ => panic!("operator {other}"),
                        }
                    }
                };
                Some(Value::YesNo(holds))
            }
            Expression::In(word, set) => match look_up(set)? {
                Value::Set(words) => Some(Value::YesNo(words.contains(word))),
                Value::AtLeast(words) => words.contains(word).then_some(Value::YesNo(true)),
                other => panic!("'{word}' in {other:?}"),
            },
            Expression::Arithmetic(operator, left, right) => {
                let (Value::Number(left), Value::Number(right)) =
                    (left.value(look_up)?, right.value(look_up)?)
                else {
                    panic!("{operator} without numbers");
                };
                match operator {
                    '+' => Some(Value::Number(left + right)),
                    '-' => Some(Value::Number(left - right)),
                    '*' => Some(Value::Number(left * right)),
                    '/' if right == 0.0 => None,
                    '/' => Some(Value::Number(left / right)),
                    _ => panic!("operator {operator}"),
                }
            }
            // 4.5
            Expression::Default(wanted, otherwise) => match wanted.value(look_up) {
                Some(value) => Some(value),
                None => otherwise.value(look_up),
            },
            // 4.6
            Expression::Count(members, n) => {
                let mut t = 0;
                let mut u = 0;
                for member in members {
                    match member.truth(look_up) {
                        Some(true) => t += 1,
                        None => u += 1,
                        Some(false) => {}
                    }
                }
                if t >= *n {
                    Some(Value::YesNo(true))
                } else if t + u < *n {
                    Some(Value::YesNo(false))
                } else {
                    None
                }
            }
            Expression::OpenCount(_) => panic!("count without >= n"),
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    Word(String),
    Name(String),
    Sign(String),
}

fn tokens(text: &str) -> Vec<Token> {
    let letters: Vec<char> = text.chars().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let letter = letters[at];
        if letter.is_whitespace() {
            at += 1;
        } else if letter == '\'' {
            let end = (at + 1..letters.len())
                .find(|place| letters[*place] == '\'')
                .expect("an open 'word'");
            found.push(Token::Word(letters[at + 1..end].iter().collect()));
            at = end + 1;
        } else if letter.is_ascii_digit() {
            let end = (at..letters.len())
                .find(|place| !letters[*place].is_ascii_digit() && letters[*place] != '.')
                .unwrap_or(letters.len());
            let number: String = letters[at..end].iter().collect();
            found.push(Token::Number(number.parse().unwrap()));
            at = end;
        } else if letter.is_alphabetic() || letter == '_' {
            let end = (at..letters.len())
                .find(|place| !letters[*place].is_alphanumeric() && letters[*place] != '_')
                .unwrap_or(letters.len());
            found.push(Token::Name(letters[at..end].iter().collect()));
            at = end;
        } else {
            let two: String = letters[at..letters.len().min(at + 2)].iter().collect();
            let sign = if ["==", "!=", "<=", ">="].contains(&two.as_str()) {
                two
            } else {
                letter.to_string()
            };
            at += sign.len();
            found.push(Token::Sign(sign));
        }
    }
    found
}

struct Parser<'a> {
    tokens: Vec<Token>,
    at: usize,
    text: &'a str,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn take_name(&mut self, name: &str) -> bool {
        let found = self.peek() == Some(&Token::Name(name.to_owned()));
        self.at += usize::from(found);
        found
    }

    fn take_sign(&mut self, sign: &str) -> bool {
        let found = self.peek() == Some(&Token::Sign(sign.to_owned()));
        self.at += usize::from(found);
        found
    }

    fn must(&mut self, sign: &str) {
        assert!(self.take_sign(sign), "{sign} is missing in {}", self.text);
    }

    fn expect_end(&self) {
        assert!(
            self.at == self.tokens.len(),
            "something is left over in {}",
            self.text
        );
    }

    // 3.1
    fn or(&mut self) -> Expression {
        let mut sides = vec![self.and()];
        while self.take_name("or") {
            sides.push(self.and());
        }
        if sides.len() == 1 {
            sides.remove(0)
        } else {
            Expression::Or(sides)
        }
    }

    fn and(&mut self) -> Expression {
        let mut sides = vec![self.not()];
        while self.take_name("and") {
            sides.push(self.not());
        }
        if sides.len() == 1 {
            sides.remove(0)
        } else {
            Expression::And(sides)
        }
    }

    fn not(&mut self) -> Expression {
        if self.take_name("not") {
            Expression::Not(Box::new(self.not()))
        } else {
            self.comparison()
        }
    }

    // 3.2
    fn comparison(&mut self) -> Expression {
        let left = self.sum();
        if self.take_name("in") {
            let Expression::Word(word) = left else {
                panic!("no 'word' before in: {}", self.text);
            };
            let Some(Token::Name(set)) = self.peek().cloned() else {
                panic!("no name after in: {}", self.text);
            };
            self.at += 1;
            return Expression::In(word, set);
        }
        for operator in ["==", "!=", "<=", ">=", "<", ">"] {
            if self.take_sign(operator) {
                let right = self.sum();
                // 3.6
                return match (left, right) {
                    (Expression::OpenCount(members), Expression::Number(n)) if operator == ">=" => {
                        Expression::Count(members, n as usize)
                    }
                    (left, right) => {
                        Expression::Compare(operator.to_owned(), Box::new(left), Box::new(right))
                    }
                };
            }
        }
        left
    }

    // 3.3
    fn sum(&mut self) -> Expression {
        let mut left = self.product();
        loop {
            let operator = if self.take_sign("+") {
                '+'
            } else if self.take_sign("-") {
                '-'
            } else {
                return left;
            };
            left = Expression::Arithmetic(operator, Box::new(left), Box::new(self.product()));
        }
    }

    fn product(&mut self) -> Expression {
        let mut left = self.atom();
        loop {
            let operator = if self.take_sign("*") {
                '*'
            } else if self.take_sign("/") {
                '/'
            } else {
                return left;
            };
            left = Expression::Arithmetic(operator, Box::new(left), Box::new(self.atom()));
        }
    }

    // 3.4
    fn atom(&mut self) -> Expression {
        if self.take_sign("(") {
            let inner = self.or();
            self.must(")");
            return inner;
        }
        let token = self
            .peek()
            .cloned()
            .unwrap_or_else(|| panic!("ends too early: {}", self.text));
        self.at += 1;
        match token {
            Token::Number(number) => Expression::Number(number),
            Token::Word(word) => Expression::Word(word),
            Token::Name(name) => match name.as_str() {
                "true" => Expression::YesNo(true),
                "false" => Expression::YesNo(false),
                "default" => {
                    let mut parts = self.arguments();
                    assert_eq!(parts.len(), 2, "{}", self.text);
                    let otherwise = parts.remove(1);
                    Expression::Default(Box::new(parts.remove(0)), Box::new(otherwise))
                }
                "count" => Expression::OpenCount(self.arguments()),
                _ => Expression::Name(name),
            },
            Token::Sign(sign) => panic!("{sign} in {}", self.text),
        }
    }

    fn arguments(&mut self) -> Vec<Expression> {
        self.must("(");
        let mut parts = vec![self.or()];
        while self.take_sign(",") {
            parts.push(self.or());
        }
        self.must(")");
        parts
    }
}
