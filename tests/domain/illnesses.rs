//! Illnesses as people type them: what each text is asked about, and what must never be taken for a "yes".

use tailored::domain::illnesses::recognised;
use tailored::knowledge::{ILLNESSES, fact};

fn words(text: &str) -> String {
    let words = recognised(text);
    let words: Vec<&str> = words.iter().map(|word| word.text()).collect();
    words.join(", ")
}

fn each(rows: &[(&str, &str)]) {
    let wrong: Vec<String> = rows
        .iter()
        .filter(|(text, expected)| words(text) != *expected)
        .map(|(text, expected)| format!("{text:?}: {:?}, not {expected:?}", words(text)))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn names_abbreviations_and_spellings_have_their_illness() {
    each(&[
        ("Fibromyalgia", "fibromyalgia"),
        ("fibro", "fibromyalgia"),
        ("FMS since 2015", "fibromyalgia"),
        ("Herniated disc L5/S1", "radiculopathy"),
        ("slipped disk", "radiculopathy"),
        ("Sciatica, left", "radiculopathy"),
        ("GCA", "pmr_gca"),
        ("gca", "pmr_gca"),
        ("PMR (polymyalgia rheumatica)", "pmr_gca"),
        ("endometriosis stage IV", "endometriosis"),
        ("RA", "inflammatory_arthritis"),
        ("seropositive RA", "inflammatory_arthritis"),
        ("Psoriatic arthritis", "inflammatory_arthritis, psoriasis"),
        ("osteoarthritis of both knees", "osteoarthritis"),
        ("OA hip", "osteoarthritis"),
        ("arthritis", "osteoarthritis, inflammatory_arthritis"),
        ("ankylosing spondylitis", "axial_spa"),
        ("Crohn's disease", "ibd"),
        ("Crohn’s", "ibd"),
        ("Sleep apnea", "sleep_apnoea"),
        ("sleep apnoea", "sleep_apnoea"),
        ("Ischemic heart disease", "ihd"),
        ("heart attack 2019", "ihd"),
        ("leukemia in 1999", "cancer_current, cancer_past"),
        ("Type 2 diabetes", "diabetes"),
        ("T2DM", "diabetes"),
        ("diabetic neuropathy", "diabetic_neuropathy, diabetes"),
        ("CKD stage 3", "ckd"),
        ("CKD 4", "ckd_severe"),
        ("D.V.T. after flight", "clot_past"),
        ("chronic migraine with aura", "migraine"),
        ("Migraine without aura", "migraine"),
        ("hEDS", "hypermobility"),
        ("ME/CFS", "mecfs"),
        ("TMJ disorder", "tmd"),
        ("CRPS type 1", "crps"),
        ("MS", "ms"),
        ("Hyperthyroidism (Graves' disease)", "thyroid"),
        ("post-herpetic neuralgia", "postherpetic"),
        ("no spleen", "immunosuppressed"),
        ("Total knee replacement right", "artificial_joint"),
        ("failed back surgery syndrome", "pain_after_spine_surgery"),
        ("interstitial cystitis", "bladder_pain"),
        (
            "uncontrolled hypertension",
            "hypertension_uncontrolled, hypertension",
        ),
        ("asthma and COPD", "asthma, lung_disease"),
    ]);
}

#[test]
fn slips_of_the_pen_are_forgiven() {
    each(&[
        ("fibromialga", "fibromyalgia"),
        ("fybromyalgia", "fibromyalgia"),
        ("rheumatiod arthritis", "inflammatory_arthritis"),
        ("ankolysing spondilitis", "axial_spa"),
        ("endometreosis", "endometriosis"),
        ("trigeminal neuralga", "trigeminal_neuralgia"),
        ("plantar facitis", "heel_pain"),
        ("giant cell arthritis", "pmr_gca"),
        ("osteoperosis", "osteoporosis"),
        ("migrain", "migraine"),
        ("epilepsey", "epilepsy"),
        ("diabetis", "diabetes"),
    ]);
}

#[test]
fn german_french_and_spanish_words_are_known() {
    each(&[
        ("Fibromyalgie", "fibromyalgia"),
        ("Bandscheibenvorfall L4/L5", "radiculopathy"),
        ("Migräne", "migraine"),
        ("Migräne ohne Aura", "migraine"),
        ("Kniearthrose beidseits", "osteoarthritis"),
        ("Morbus Bechterew", "axial_spa"),
        ("Bluthochdruck", "hypertension"),
        ("Schlaganfall 2018", "stroke_tia"),
        ("Schilddrüsenüberfunktion", "thyroid"),
        ("Karpaltunnelsyndrom", "carpal_tunnel"),
        ("hernie discale", "radiculopathy"),
        ("polyarthrite rhumatoïde", "inflammatory_arthritis"),
        ("sclérose en plaques", "ms"),
        ("ulcère de l’estomac", "ulcer_bleed"),
        ("névralgie du trijumeau", "trigeminal_neuralgia"),
        ("migraña sin aura", "migraine"),
        ("artritis reumatoide", "inflammatory_arthritis"),
        ("estenosis de canal lumbar", "spinal_stenosis"),
        ("fascitis plantar", "heel_pain"),
        ("dolor, fibromialgia", "fibromyalgia"),
    ]);
}

#[test]
fn what_is_denied_in_doubt_or_about_others_is_never_taken() {
    let texts = [
        "no diabetes",
        "No diabetes, asthma or epilepsy",
        "mother had RA",
        "My mother had rheumatoid arthritis, gout",
        "RA in my father",
        "?fibro",
        "fibromyalgia?",
        "may be fibromyalgia",
        "Possible endometriosis",
        "suspected GCA",
        "gout was ruled out",
        "lupus and MS ruled out",
        "diabetes not confirmed",
        "never had a stroke",
        "family history of breast cancer",
        "tested for coeliac and Crohn's",
        "afraid of cancer",
        "I think I have fibromyalgia",
        "kein Diabetes",
        "Verdacht auf Fibromyalgie",
        "V.a. Migräne",
        "Rheuma ausgeschlossen",
        "pas de diabète",
        "soupçon d'endométriose",
        "sin diabetes",
        "mi madre tiene artrosis",
        "r/o GCA",
        // Another thing that looks like one of ours.
        "hypothyroidism",
        "hypothyrodism",
        "pre-diabetes",
        "diabetes insipidus",
        "pulmonary hypertension",
        "osteopenia",
        "ICD-10 M54.5",
        "myopathy",
        "non-epileptic seizures",
        // Words that are no abbreviation here.
        "back pain, Ms Smith said",
        "Dr. Ra looked at it",
        "wear a pad at night",
        "low back pain",
        "",
        "???",
    ];
    each(&texts.map(|text| (text, "")));
}

#[test]
fn what_is_said_of_one_illness_stays_with_it() {
    each(&[
        ("My mother had RA, I have OA", "osteoarthritis"),
        ("Mother: RA; gout", "gout"),
        ("no diabetes. Asthma", "asthma"),
        ("not gout but fibromyalgia", "fibromyalgia"),
        ("gout and no diabetes", "gout"),
        ("asthma, migraine?", "asthma"),
        ("fibromyalgia; possible lupus", "fibromyalgia"),
        ("non-Hodgkin lymphoma", "cancer_current, cancer_past"),
    ]);
}

/// Every illness of the list has a name, and each name of the table is its own illness.
#[test]
fn each_illness_has_a_name_and_each_name_means_its_own() {
    for word in fact::CONDITIONS.fact().words {
        let named = ILLNESSES.iter().any(|illness| illness.words.contains(word));
        assert!(named, "{} has no name", word.text());
    }
    for illness in &ILLNESSES {
        for name in illness.names() {
            assert_eq!(recognised(name), illness.words, "{name}");
        }
    }
}
