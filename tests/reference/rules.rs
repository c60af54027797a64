//! The files as they are written, with their expressions read; and sections 2 and 5: preparation and derived facts.

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use toml::{Table, Value as Toml};

use super::Person;
use super::expression::{Expression, Value};

/// An entry of a file, with its condition.
#[derive(Debug)]
pub struct Entry {
    pub id: String,
    pub when: Expression,
    pub fields: Table,
}

impl Entry {
    pub fn text(&self, field: &str) -> &str {
        self.fields[field].as_str().unwrap()
    }

    pub fn flag(&self, field: &str) -> bool {
        self.fields
            .get(field)
            .is_some_and(|value| value.as_bool().unwrap())
    }

    pub fn number(&self, field: &str) -> Option<i64> {
        self.fields
            .get(field)
            .map(|value| value.as_integer().unwrap())
    }

    pub fn list(&self, field: &str) -> Vec<String> {
        strings(&self.fields[field])
    }
}

/// Everything that the engine reads.
#[derive(Debug)]
pub struct Specification {
    /// Facts in file order: name, type, the values as they stand there.
    pub facts: Vec<(String, String, String)>,
    /// Derived facts in file order; none for the special ones.
    pub derived: Vec<(String, Option<Expression>)>,
    pub scopes: Vec<Entry>,
    pub rules: Vec<Entry>,
    pub avoids: Vec<Entry>,
    pub cautions: Vec<Entry>,
    /// Words of fit in file order: id, points, say.
    pub fits: Vec<(String, i64, String)>,
    pub meta: Table,
    pub flags: Vec<Entry>,
    pub signs_meta: Table,
    pub ask_when: BTreeMap<String, Expression>,
    /// The therapies in file order, and by id.
    pub therapies: BTreeMap<String, Table>,
    /// Safety questions: id and answer type.
    pub questions: BTreeMap<String, String>,
}

pub fn strings(list: &Toml) -> Vec<String> {
    list.as_array()
        .unwrap()
        .iter()
        .map(|word| word.as_str().unwrap().to_owned())
        .collect()
}

fn tables(file: &Table, key: &str) -> Vec<Table> {
    file[key]
        .as_array()
        .unwrap()
        .iter()
        .map(|row| row.as_table().unwrap().clone())
        .collect()
}

fn text(table: &Table, field: &str) -> String {
    table[field].as_str().unwrap().to_owned()
}

fn entries(file: &Table, key: &str) -> Vec<Entry> {
    tables(file, key)
        .into_iter()
        .map(|fields| Entry {
            id: text(&fields, "id"),
            when: Expression::parse(fields["when"].as_str().unwrap()),
            fields,
        })
        .collect()
}

impl Specification {
    /// From the texts of `plan_rules.toml`, `red_flags.toml` and `therapies.toml`.
    pub fn read(plan_rules: &str, red_flags: &str, therapies: &str) -> Specification {
        let rules: Table = plan_rules.parse().unwrap();
        let signs: Table = red_flags.parse().unwrap();
        let therapies: Table = therapies.parse().unwrap();
        let flags = entries(&signs, "flag");
        let signs_meta = signs["meta"].as_table().unwrap().clone();
        Specification {
            facts: tables(&rules, "fact")
                .iter()
                .map(|fact| (text(fact, "name"), text(fact, "type"), text(fact, "values")))
                .collect(),
            derived: tables(&rules, "derived")
                .iter()
                .map(|row| {
                    let special = row
                        .get("special")
                        .is_some_and(|special| special.as_bool().unwrap());
                    let is = (!special).then(|| Expression::parse(row["is"].as_str().unwrap()));
                    (text(row, "name"), is)
                })
                .collect(),
            scopes: entries(&rules, "scope"),
            rules: entries(&rules, "rule"),
            avoids: entries(&rules, "avoid"),
            cautions: entries(&rules, "caution"),
            fits: tables(&rules, "fit")
                .iter()
                .map(|fit| {
                    (
                        text(fit, "id"),
                        fit["points"].as_integer().unwrap(),
                        text(fit, "say"),
                    )
                })
                .collect(),
            meta: rules["meta"].as_table().unwrap().clone(),
            questions: question_types(&flags),
            ask_when: signs_meta["ask_when"]
                .as_table()
                .unwrap()
                .iter()
                .map(|(group, when)| (group.clone(), Expression::parse(when.as_str().unwrap())))
                .collect(),
            flags,
            signs_meta,
            therapies: tables(&therapies, "t")
                .into_iter()
                .map(|row| (text(&row, "id"), row))
                .collect(),
        }
    }

    pub fn setting(&self, name: &str) -> i64 {
        self.meta[name].as_integer().unwrap()
    }

    /// The words in `values` of a fact, in their order.
    pub fn words(&self, fact: &str) -> Vec<String> {
        let (_, _, values) = self.facts.iter().find(|(name, _, _)| name == fact).unwrap();
        values.split('|').map(str::to_owned).collect()
    }
}

/// 6.2: the third item of the question's entry, else `ans` of the flag in which it first appears, else rf4.
fn question_types(flags: &[Entry]) -> BTreeMap<String, String> {
    let mut types = BTreeMap::new();
    for flag in flags {
        for entry in flag.fields["q"].as_array().unwrap() {
            let entry = strings(entry);
            let of_flag = flag
                .fields
                .get("ans")
                .map(|ans| ans.as_str().unwrap().to_owned());
            let own = entry.get(2).cloned();
            types
                .entry(entry[0].clone())
                .or_insert_with(|| own.or(of_flag).unwrap_or_else(|| "rf4".to_owned()));
        }
    }
    types
}

/// Facts after the preparation, with the derived ones worked out when somebody looks.
pub struct Facts<'a> {
    specification: &'a Specification,
    pub prepared: BTreeMap<String, Value>,
    /// `red_flag_head` and `red_flag_spine`, once they are known (5.3).
    pub after_signs: BTreeMap<String, Value>,
    worked_out: RefCell<BTreeMap<String, Option<Value>>>,
}

impl<'a> Facts<'a> {
    /// Section 2. P1 needs nothing: what is null is not there.
    pub fn prepare(specification: &'a Specification, person: &Person) -> Facts<'a> {
        let mut facts = person.facts.clone();
        // P2
        if let Some(Value::Set(medicines) | Value::AtLeast(medicines)) =
            facts.get_mut("current_meds")
            && ["tramadol", "methadone", "buprenorphine", "fentanyl_patch"]
                .iter()
                .any(|word| medicines.contains(*word))
        {
            medicines.insert("opioid".to_owned());
        }
        // P3
        if let Some(Value::Word(main)) = facts.get("primary_site").cloned() {
            let sites = facts
                .entry("pain_sites".to_owned())
                .or_insert_with(|| Value::Set(BTreeSet::new()));
            if let Value::Set(sites) = sites {
                sites.insert(main);
            }
        }
        // P4
        if !facts.contains_key("pregnancy_status") {
            let male = facts.get("sex_at_birth") == Some(&Value::Word("male".to_owned()));
            let old = matches!(facts.get("age"), Some(Value::Number(age)) if *age >= 56.0);
            if male || old {
                facts.insert(
                    "pregnancy_status".to_owned(),
                    Value::Word("not_possible".to_owned()),
                );
            }
        }
        Facts {
            specification,
            prepared: facts,
            after_signs: BTreeMap::new(),
            worked_out: RefCell::new(BTreeMap::new()),
        }
    }

    /// A fact or a derived fact.
    pub fn get(&self, name: &str) -> Option<Value> {
        if let Some(value) = self
            .prepared
            .get(name)
            .or_else(|| self.after_signs.get(name))
        {
            return Some(value.clone());
        }
        if let Some(value) = self.worked_out.borrow().get(name) {
            return value.clone();
        }
        let (_, is) = self
            .specification
            .derived
            .iter()
            .find(|(derived, _)| derived == name)?;
        let value = match is {
            Some(is) => is.value(&|inner| self.get(inner)),
            None if name == "impact_grade" => self.impact_grade().map(Value::Number),
            None => return None,
        };
        self.worked_out
            .borrow_mut()
            .insert(name.to_owned(), value.clone());
        value
    }

    pub fn word(&self, name: &str) -> Option<String> {
        match self.get(name)? {
            Value::Word(word) => Some(word),
            other => panic!("{name} is {other:?}"),
        }
    }

    pub fn number(&self, name: &str) -> Option<f64> {
        match self.get(name)? {
            Value::Number(number) => Some(number),
            other => panic!("{name} is {other:?}"),
        }
    }

    /// An unknown set counts as empty.
    pub fn set(&self, name: &str) -> BTreeSet<String> {
        match self.get(name) {
            Some(Value::Set(words) | Value::AtLeast(words)) => words,
            Some(other) => panic!("{name} is {other:?}"),
            None => BTreeSet::new(),
        }
    }

    /// 5.2
    fn impact_grade(&self) -> Option<f64> {
        let days = self.word("pain_days3m")?;
        if days == "never" || days == "some" {
            return Some(0.0);
        }
        let limits = self.word("limits_life3m");
        if limits.as_deref() == Some("most") || limits.as_deref() == Some("every") {
            return Some(3.0);
        }
        let three = [
            self.number("nrs_avg7"),
            self.number("impact_enjoy"),
            self.number("impact_activity"),
        ];
        let all_known = three.iter().all(Option::is_some);
        if all_known && three.iter().flatten().sum::<f64>() >= 12.0 {
            return Some(2.0);
        }
        if limits.is_none() || !all_known {
            return None;
        }
        Some(1.0)
    }
}
