//! Section 10: texts.

use super::expression::Value;
use super::lines::{Line, Lines};
use super::rules::Entry;

impl Lines<'_> {
    /// 10.1
    pub fn texts(&self, line: &Line) -> Vec<String> {
        let rules = line
            .rules
            .iter()
            .map(|place| self.why(&self.specification.rules[*place]));
        let avoids = line
            .avoids
            .iter()
            .map(|place| self.specification.avoids[*place].text("why").to_owned());
        rules.chain(avoids).collect()
    }

    /// 10.2 and 10.3
    fn why(&self, rule: &Entry) -> String {
        let mut text = rule.text("why").to_owned();
        while let Some(open) = text.find('{') {
            let close = text.find('}').unwrap();
            let printed = match self.facts.get(&text[open + 1..close]) {
                Some(Value::Number(number)) => format!("{}", (number + 0.5).floor() as i64),
                Some(Value::Word(word)) => word,
                Some(other) => panic!("{other:?} in a text"),
                None => return rule.text("why_short").to_owned(),
            };
            text.replace_range(open..=close, &printed);
        }
        text
    }
}
