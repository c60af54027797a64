//! Owns what the extensions of a form and of its items mean. Those that only say how something looks are passed over; each
//! other one that is not used is named.
//! May use: domain. Must not: formulas.

use serde_json::Value as Json;

use super::options::value;
use super::{list, of_any_type, text};
use crate::domain::clinic_form::{Item, Kind, ProblemKind as P, Unit};

/// Extensions of FHIR and of SDC begin so; the part behind decides.
const STANDARD: &str = "http://hl7.org/fhir/";

pub(super) fn read(json: &Json, item: &mut Item) {
    for extension in list(json, "modifierExtension") {
        item.problem(P::ModifierExtension, text(extension, "url"));
    }
    for extension in list(json, "extension") {
        one(extension, item);
    }
    // Formatted texts and texts that a formula makes stand beside the plain one.
    for extension in list(&json["_text"], "extension") {
        item.problem(P::NotShown, last(text(extension, "url")));
    }
    // Without its unit a number could be taken for another; a fixed list would be asked for.
    if item.kind == Kind::Decimal || item.kind == Kind::Integer {
        item.units.truncate(1);
    }
}

/// The part behind the last stroke.
fn last(url: &str) -> &str {
    url.rsplit('/').next().unwrap_or(url)
}

fn one(extension: &Json, item: &mut Item) {
    let url = text(extension, "url");
    let (spelled, held) = of_any_type(extension, "value").unwrap_or(("", &Json::Null));
    let expression = text(held, "expression");
    let name = match url.starts_with(STANDARD) {
        true => last(url),
        false => "",
    };
    let count = || held.as_u64().map(|count| count as usize);
    let limit =
        || value(spelled, held).filter(|_| !held.as_str().is_some_and(|held| held.contains('T')));
    match name {
        "sdc-questionnaire-calculatedExpression" | "cqf-calculatedValue" => {
            item.formula = Some(formula(held));
        }
        "sdc-questionnaire-enableWhenExpression" => item.shown_when = Some(formula(held)),
        "questionnaire-hidden" => item.hidden = held == true,
        "questionnaire-answerRepeats" => item.repeats |= held == true,
        "questionnaire-maxOccurs" => item.most = count(),
        "minValue" | "maxValue" => match (limit(), name) {
            (None, _) => item.problem(P::NotChecked, name),
            (limit, "minValue") => item.min = limit,
            (limit, _) => item.max = limit,
        },
        "questionnaire-unit" | "questionnaire-unitOption" => item.units.push(Unit {
            label: match text(held, "display") {
                "" => text(held, "code").to_owned(),
                display => display.to_owned(),
            },
            system: text(held, "system").to_owned(),
            code: text(held, "code").to_owned(),
        }),
        "questionnaire-minOccurs" => item.least = count(),
        "questionnaire-signatureRequired" => item.problem(P::Signature, ""),
        "sdc-questionnaire-initialExpression"
        | "questionnaire-initialExpression"
        | "sdc-questionnaire-itemPopulationContext"
        | "sdc-questionnaire-itemContext"
        | "sdc-questionnaire-candidateExpression"
        | "sdc-questionnaire-contextExpression" => item.problem(P::FilledFromRecord, expression),
        "sdc-questionnaire-answerExpression" => item.problem(P::ListElsewhere, expression),
        "questionnaire-constraint"
        | "targetConstraint"
        | "regex"
        | "minLength"
        | "maxDecimalPlaces"
        | "sdc-questionnaire-minQuantity"
        | "sdc-questionnaire-maxQuantity"
        | "sdc-questionnaire-answerOptionsToggleExpression"
        | "questionnaire-unitValueSet" => item.problem(P::NotChecked, name),
        "questionnaire-supportLink" | "sdc-questionnaire-itemMedia" | "cqf-expression" => {
            item.problem(P::NotShown, name);
        }
        // Read elsewhere, or only about looks, or about what a clinic's own system does with the answers.
        "variable"
        | "ordinalValue"
        | "itemWeight"
        | "questionnaire-itemControl"
        | "questionnaire-choiceOrientation"
        | "questionnaire-optionPrefix"
        | "questionnaire-displayCategory"
        | "questionnaire-sliderStepValue"
        | "sdc-questionnaire-unitOpen"
        | "sdc-questionnaire-unitSupplementalSystem"
        | "sdc-questionnaire-observationLinkPeriod"
        | "sdc-questionnaire-observationExtract"
        | "sdc-questionnaire-launchContext"
        | "sdc-questionnaire-openLabel"
        | "sdc-questionnaire-preferredTerminologyServer"
        | "sdc-questionnaire-shortText"
        | "sdc-questionnaire-entryMode"
        | "sdc-questionnaire-collapsible"
        | "sdc-questionnaire-width"
        | "entryFormat"
        | "terminology-server"
        | "preferredTerminologyServer"
        | "rendering-style"
        | "mimeType"
        | "maxSize"
        | "designNote" => {}
        // Options read it, under the address of whoever made the form.
        _ if last(url) == "questionnaire-externallydefined" => {}
        _ => item.problem(P::Extension, url),
    }
}

/// The formula; in another language than FHIRPath it cannot be read, so the language stands in front.
fn formula(held: &Json) -> String {
    let expression = text(held, "expression");
    match text(held, "language") {
        "text/fhirpath" => expression.to_owned(),
        "" => format!("text/?: {expression}"),
        language => format!("{language}: {expression}"),
    }
}
