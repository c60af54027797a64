//! Another program's model of FHIR R4 takes our reports: every field known, every required one there, every type right.

#[path = "domain/exchange/persona.rs"]
mod persona;

use fhirbolt::model::r4::Resource;
use tailored::domain::questionnaire::response::Response;
use tailored::exchange::Record;
use tailored::exchange::fhir::{FhirOptions, Identity, file};
use tailored::i18n::{Lang, messages};

fn taken(response: &Response) -> Resource {
    let entries = persona::entries();
    let record = Record::new(response, &entries, persona::day());
    let options = FhirOptions {
        identity: Identity {
            name: true,
            birth_date: Some(persona::day()),
        },
        substances: true,
        private: true,
    };
    let text = file(&record, options, messages(Lang::English)).text;
    fhirbolt::json::from_str(&text, None).unwrap()
}

#[test]
fn a_model_of_r4_takes_the_report_of_a_person() {
    let Resource::Bundle(bundle) = taken(&persona::response()) else {
        panic!("not a bundle");
    };
    assert!(bundle.entry.len() > 30);
}

#[test]
fn a_model_of_r4_takes_the_report_of_somebody_who_answered_nothing() {
    assert!(matches!(taken(&Response::default()), Resource::Bundle(_)));
}

#[test]
fn the_model_refuses_what_r4_does_not_know() {
    let wrong = r#"{"resourceType":"Bundle","type":"document","colour":"blue"}"#;
    assert!(fhirbolt::json::from_str::<Resource>(wrong, None).is_err());
}
