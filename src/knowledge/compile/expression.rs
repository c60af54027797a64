//! Owns the grammar of conditions: section 3 of the header of `plan_rules.toml`.
//! May use: the standard library. Must not: know which names exist.

use super::opcode;

/// A part of a condition, with its place in the text (counted in characters, from 1).
#[derive(Debug, Clone)]
pub struct Node {
    pub at: usize,
    pub term: Term,
}

#[derive(Debug, Clone)]
pub enum Term {
    Number(f64),
    Word(String),
    YesNo(bool),
    Name(String),
    Not(Box<Node>),
    /// An operator of `opcode` with two arguments.
    Pair(u8, Box<Node>, Box<Node>),
    /// A word and the name of a set fact.
    In(String, Box<Node>),
    /// At least so many of the members are true.
    Count(Vec<Node>, u8),
}

/// What is wrong with a condition, and where.
#[derive(Debug)]
pub struct Fault {
    pub at: usize,
    pub message: String,
}

impl Fault {
    pub fn new(at: usize, message: impl Into<String>) -> Self {
        Self {
            at,
            message: message.into(),
        }
    }
}

/// Reads a condition.
pub fn parse(text: &str) -> Result<Node, Fault> {
    let mut parser = Parser {
        tokens: tokens(text)?,
        next: 0,
    };
    let node = parser.or_expression()?;
    match parser.peek() {
        Token::End => Ok(node),
        token => Err(parser.unexpected(&token.clone(), "the end of the condition")),
    }
}

impl Node {
    /// Every name in the condition, with its place.
    pub fn names(&self) -> Vec<(usize, &str)> {
        let mut names = Vec::new();
        self.collect_names(&mut names);
        names
    }

    fn collect_names<'a>(&'a self, names: &mut Vec<(usize, &'a str)>) {
        match &self.term {
            Term::Name(name) => names.push((self.at, name)),
            Term::Not(node) | Term::In(_, node) => node.collect_names(names),
            Term::Pair(_, left, right) => {
                left.collect_names(names);
                right.collect_names(names);
            }
            Term::Count(members, _) => members.iter().for_each(|node| node.collect_names(names)),
            Term::Number(_) | Term::Word(_) | Term::YesNo(_) => {}
        }
    }
}

#[derive(Debug, Clone, PartialEq)]
enum Token {
    Number(f64),
    Word(String),
    Name(String),
    /// An operator, a bracket or a comma.
    Sign(&'static str),
    End,
}

/// Longer signs stand before those that they begin with.
const SIGNS: [&str; 13] = [
    "==", "!=", "<=", ">=", "<", ">", "+", "-", "*", "/", "(", ")", ",",
];

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Fault> {
    let mut tokens = Vec::new();
    let mut rest = text;
    loop {
        let before = rest.len();
        rest = rest.trim_start();
        let at = text[..text.len() - rest.len()].chars().count() + 1;
        let Some(first) = rest.chars().next() else {
            tokens.push((at, Token::End));
            return Ok(tokens);
        };
        let length_of =
            |belongs: fn(char) -> bool| rest.find(|letter| !belongs(letter)).unwrap_or(rest.len());
        let (length, token) = if first == '\'' {
            let inner = rest[1..]
                .find('\'')
                .ok_or_else(|| Fault::new(at, "the word has no closing quote"))?;
            (inner + 2, Token::Word(rest[1..=inner].to_owned()))
        } else if first.is_ascii_digit() {
            let length = length_of(|letter| letter.is_ascii_digit() || letter == '.');
            let number = rest[..length]
                .parse()
                .map_err(|_| Fault::new(at, format!("`{}` is no number", &rest[..length])))?;
            (length, Token::Number(number))
        } else if first.is_ascii_alphabetic() || first == '_' {
            let length = length_of(|letter| letter.is_ascii_alphanumeric() || letter == '_');
            (length, Token::Name(rest[..length].to_owned()))
        } else if let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) {
            (sign.len(), Token::Sign(sign))
        } else {
            return Err(Fault::new(
                at,
                format!("`{first}` does not belong in a condition"),
            ));
        };
        tokens.push((at, token));
        rest = &rest[length..];
        debug_assert!(rest.len() < before);
    }
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    next: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        &self.tokens[self.next].1
    }

    fn at(&self) -> usize {
        self.tokens[self.next].0
    }

    /// The token that is next; the end of the text is never passed.
    fn take(&mut self) -> Token {
        let token = self.peek().clone();
        if token != Token::End {
            self.next += 1;
        }
        token
    }

    fn take_if(&mut self, token: &Token) -> bool {
        let matches = self.peek() == token;
        if matches {
            self.next += 1;
        }
        matches
    }

    fn take_keyword(&mut self, keyword: &str) -> bool {
        let matches = matches!(self.peek(), Token::Name(name) if name == keyword);
        if matches {
            self.next += 1;
        }
        matches
    }

    fn take_sign(&mut self, sign: &'static str) -> Result<(), Fault> {
        if self.take_if(&Token::Sign(sign)) {
            return Ok(());
        }
        Err(self.unexpected(&self.peek().clone(), &format!("`{sign}`")))
    }

    fn unexpected(&self, token: &Token, wanted: &str) -> Fault {
        let found = match token {
            Token::Number(number) => format!("`{number}`"),
            Token::Word(word) => format!("'{word}'"),
            Token::Name(name) => format!("`{name}`"),
            Token::Sign(sign) => format!("`{sign}`"),
            Token::End => "the end of the condition".to_owned(),
        };
        Fault::new(self.at(), format!("expected {wanted}, found {found}"))
    }

    /// Sentence 3.1.
    fn or_expression(&mut self) -> Result<Node, Fault> {
        let mut left = self.and_expression()?;
        while self.take_keyword("or") {
            left = pair(opcode::OR, left, self.and_expression()?);
        }
        Ok(left)
    }

    fn and_expression(&mut self) -> Result<Node, Fault> {
        let mut left = self.not_expression()?;
        while self.take_keyword("and") {
            left = pair(opcode::AND, left, self.not_expression()?);
        }
        Ok(left)
    }

    fn not_expression(&mut self) -> Result<Node, Fault> {
        let at = self.at();
        if self.take_keyword("not") {
            let term = Term::Not(Box::new(self.not_expression()?));
            return Ok(Node { at, term });
        }
        self.comparison()
    }

    /// Sentences 3.2 and 3.6.
    fn comparison(&mut self) -> Result<Node, Fault> {
        if self.is_call("count") {
            return self.count();
        }
        let left = self.sum()?;
        let at = self.at();
        if self.take_keyword("in") {
            let Term::Word(word) = left.term else {
                return Err(Fault::new(at, "`in` needs a 'word' on its left"));
            };
            let set_at = self.at();
            return match self.take() {
                Token::Name(name) => Ok(Node {
                    at: left.at,
                    term: Term::In(
                        word,
                        Box::new(Node {
                            at: set_at,
                            term: Term::Name(name),
                        }),
                    ),
                }),
                _ => Err(Fault::new(
                    set_at,
                    "`in` needs the name of a set fact on its right",
                )),
            };
        }
        let Some(operator) = self.comparison_operator() else {
            return Ok(left);
        };
        let node = pair(operator, left, self.sum()?);
        if self.comparison_operator().is_some() {
            return Err(Fault::new(at, "comparisons are not chained"));
        }
        Ok(node)
    }

    fn comparison_operator(&mut self) -> Option<u8> {
        let operator = match self.peek() {
            Token::Sign("==") => opcode::EQUAL,
            Token::Sign("!=") => opcode::NOT_EQUAL,
            Token::Sign("<") => opcode::LESS,
            Token::Sign("<=") => opcode::LESS_OR_EQUAL,
            Token::Sign(">") => opcode::GREATER,
            Token::Sign(">=") => opcode::GREATER_OR_EQUAL,
            _ => return None,
        };
        self.next += 1;
        Some(operator)
    }

    /// Sentence 3.3.
    fn sum(&mut self) -> Result<Node, Fault> {
        let mut left = self.product()?;
        loop {
            let operator = if self.take_if(&Token::Sign("+")) {
                opcode::ADD
            } else if self.take_if(&Token::Sign("-")) {
                opcode::SUBTRACT
            } else {
                return Ok(left);
            };
            left = pair(operator, left, self.product()?);
        }
    }

    fn product(&mut self) -> Result<Node, Fault> {
        let mut left = self.atom()?;
        loop {
            let operator = if self.take_if(&Token::Sign("*")) {
                opcode::MULTIPLY
            } else if self.take_if(&Token::Sign("/")) {
                opcode::DIVIDE
            } else {
                return Ok(left);
            };
            left = pair(operator, left, self.atom()?);
        }
    }

    /// Sentence 3.4.
    fn atom(&mut self) -> Result<Node, Fault> {
        let at = self.at();
        if self.is_call("default") {
            return self.default();
        }
        if self.is_call("count") {
            return Err(Fault::new(
                at,
                "count may stand only as count(…) >= n, not inside a comparison",
            ));
        }
        if self.take_if(&Token::Sign("(")) {
            let inner = self.or_expression()?;
            self.take_sign(")")?;
            return Ok(inner);
        }
        self.simple()
    }

    /// A number, a 'word', true, false or a name.
    fn simple(&mut self) -> Result<Node, Fault> {
        let at = self.at();
        let token = self.peek().clone();
        let term = match &token {
            Token::Number(number) => Term::Number(*number),
            Token::Word(word) => Term::Word(word.clone()),
            Token::Name(name) => match name.as_str() {
                "true" => Term::YesNo(true),
                "false" => Term::YesNo(false),
                "and" | "or" | "not" | "in" => {
                    return Err(self.unexpected(&token, "a value"));
                }
                _ => Term::Name(name.clone()),
            },
            Token::Sign(_) | Token::End => return Err(self.unexpected(&token, "a value")),
        };
        self.next += 1;
        Ok(Node { at, term })
    }

    fn is_call(&self, name: &str) -> bool {
        matches!(self.peek(), Token::Name(found) if found == name)
            && self.tokens[self.next + 1].1 == Token::Sign("(")
    }

    /// Sentence 3.5.
    fn default(&mut self) -> Result<Node, Fault> {
        self.take();
        self.take_sign("(")?;
        let known = self.or_expression()?;
        self.take_sign(",")?;
        let otherwise = self.simple()?;
        self.take_sign(")")?;
        Ok(pair(opcode::DEFAULT, known, otherwise))
    }

    /// Sentence 3.6.
    fn count(&mut self) -> Result<Node, Fault> {
        let at = self.at();
        self.take();
        self.take_sign("(")?;
        let mut members = vec![self.or_expression()?];
        while self.take_if(&Token::Sign(",")) {
            members.push(self.or_expression()?);
        }
        self.take_sign(")")?;
        self.take_sign(">=")?;
        let wanted_at = self.at();
        let wanted = match self.take() {
            Token::Number(number) if number.fract() == 0.0 && number <= f64::from(u8::MAX) => {
                number as u8
            }
            _ => {
                return Err(Fault::new(
                    wanted_at,
                    "count(…) >= needs a plain whole number",
                ));
            }
        };
        let term = Term::Count(members, wanted);
        Ok(Node { at, term })
    }
}

fn pair(operator: u8, left: Node, right: Node) -> Node {
    Node {
        at: left.at,
        term: Term::Pair(operator, Box::new(left), Box::new(right)),
    }
}
