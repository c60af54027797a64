//! Owns what stands around the name of an illness: "no", "perhaps", "my mother". When in doubt a name is not taken.
//! May use: the pieces of a text. Must not: know illnesses.

use super::names::{Found, Piece};

/// It is not there.
const NOT: &str = "no not never none nor neither non without deny denies denied dont doesnt didnt havent hasnt isnt wasnt neg \
     nicht kein keine keinen keiner keinerlei nie niemals ohne weder pas sans jamais aucun aucune ni sin nunca ningun ninguna tampoco";
/// After a name these say what it comes without: "migraine without aura".
const WITHOUT: &str = "without ohne sans sin";
/// It is not sure, or only looked for, or feared.
const DOUBT: &str = "possible possibly maybe perhaps probable probably suspected suspect suspects suspecting suspicion might \
     could query rule ruled excluded exclude excludes negative unlikely unclear unsure differential ddx like similar resembles borderline \
     risk screening screen screened tested testing test vaccine vaccinated vaccination jab fear afraid worried worry scared \
     think thinks believe believes wonder wondering if whether looks sounds seems ro \
     verdacht verdachts va vd moglich moglicherweise vielleicht evtl eventuell wahrscheinlich vermutlich vermutet ausgeschlossen ausschluss \
     unklar angst risiko glaube ob impfung \
     soupcon suspecte suspectee peut probablement exclu exclue ecarte ecartee peur risque vaccin \
     posible posiblemente quizas quiza tal probablemente sospecha descartado descartada descartar miedo riesgo vacuna";
/// Somebody else has it.
const OTHERS: &str = "mother mothers mum mums mom moms father fathers dad dads parent parents sister sisters brother brothers sibling siblings \
     son daughter child children kids aunt uncle cousin grandmother grandfather grandma grandpa gran nan granny family familial \
     relative relatives wife husband partner friend neighbour neighbor dog cat \
     mutter vater eltern schwester bruder geschwister tochter sohn kind oma opa grossmutter grossvater tante onkel familie frau mann \
     familiar mere pere soeur frere fille fils famille oncle grandmere grandpere mari \
     madre padre padres hermana hermano hija hijo abuela abuelo tia tio familia esposa esposo marido";
/// From here on nothing of before holds.
const BUT: &str = "but aber mais pero";
/// From here on it is about the person. What is not sure stays so: "I think I have gout".
const PERSON: &str = "i ich je jai yo tengo";
/// Between a name and a "no" that is about the next one: "gout and no diabetes".
const JOIN: &str = "and with und mit et avec con y";

fn is(word: &str, list: &str) -> bool {
    list.split_ascii_whitespace().any(|known| known == word)
}

/// What a part of a sentence says about the names in it.
#[derive(Default)]
struct Clause {
    /// The places of its names in the list of those that were found.
    names: Vec<usize>,
    /// Those names behind which a "no" stands.
    denied_after: Vec<usize>,
    /// Those names before which one stands, in this clause or an earlier one.
    denied_before: Vec<usize>,
    doubt: bool,
    others: bool,
}

/// The names that are the person's own and sure.
pub(super) fn meant<'a>(pieces: &[Piece], found: &'a [Found]) -> Vec<&'a Found> {
    let mut taken = vec![false; found.len()];
    // "No diabetes, asthma or gout" and "my mother had RA, gout": what leads a list holds for all of it.
    let (mut not_leads, mut others_lead) = (false, false);
    let mut clause = Clause::default();
    let mut settle = |clause: &mut Clause, others_lead: bool| {
        for name in std::mem::take(clause).names_that_count(others_lead) {
            taken[name] = true;
        }
    };
    let mut place = 0;
    let mut before = "";
    while let Some(piece) = pieces.get(place) {
        if let Some(nth) = found.iter().position(|found| found.first == place) {
            if not_leads {
                clause.denied_before.push(nth);
            }
            clause.names.push(nth);
            place = found[nth].after;
            before = "";
            continue;
        }
        place += 1;
        let Piece::Word { text, .. } = piece else {
            match piece {
                Piece::Doubt => clause.doubt = true,
                Piece::Comma => settle(&mut clause, others_lead),
                _ => {
                    settle(&mut clause, others_lead);
                    (not_leads, others_lead) = (false, false);
                }
            }
            before = "";
            continue;
        };
        let next = match pieces.get(place) {
            Some(Piece::Word { text, .. }) => text.as_str(),
            _ => "",
        };
        if is(text, BUT) || is(text, PERSON) {
            let doubt = clause.doubt && is(text, PERSON);
            settle(&mut clause, others_lead);
            clause.doubt = doubt;
            (not_leads, others_lead) = (false, false);
        } else if is(text, NOT) {
            // "Non" and the like lead what follows; what stands before is denied unless a joining word parts them.
            let is_about_the_next = is(before, JOIN) || is(text, WITHOUT);
            if !is_about_the_next {
                clause.denied_after.clone_from(&clause.names);
            }
            not_leads = true;
        } else if is(text, DOUBT) || text == "may" && matches!(next, "be" | "have") {
            clause.doubt = true;
        } else if is(text, OTHERS) {
            clause.others = true;
            others_lead |= clause.names.is_empty();
        }
        before = text;
    }
    settle(&mut clause, others_lead);
    let kept = found.iter().zip(taken).filter(|(_, taken)| *taken);
    kept.map(|(found, _)| found).collect()
}

impl Clause {
    fn names_that_count(self, others_lead: bool) -> Vec<usize> {
        if self.doubt || self.others || others_lead {
            return Vec::new();
        }
        let denied =
            |name: &usize| self.denied_after.contains(name) || self.denied_before.contains(name);
        self.names
            .iter()
            .copied()
            .filter(|name| !denied(name))
            .collect()
    }
}
