//! The pure core: questionnaire, warning signs, plan, diary, hand-out.

mod after_the_visit;
mod again;
#[allow(
    dead_code,
    reason = "only some of what the tests of the store share is of use here"
)]
#[path = "../storage/arbitrary.rs"]
mod arbitrary;
#[path = "../storage/arbitrary_entry.rs"]
mod arbitrary_entry;
#[path = "../storage/arbitrary_records.rs"]
mod arbitrary_records;
mod arrangements;
mod body_map;
mod body_map_tables;
mod channels;
#[path = "../../examples/tailored/channels/table.rs"]
mod channels_table;
mod clinical_review;
mod conditions_in_words;
mod day_rule;
mod decimal;
mod diary_attack;
mod diary_change;
mod diary_findings;
mod diary_looking_back;
mod diary_medicines;
mod diary_noted;
mod diary_series;
mod diary_week_card;
mod diary_week_null;
mod diary_what_counts;
mod effort;
mod exchange;
mod findings;
mod flow;
mod flow_update;
mod golden;
mod handout;
mod handout_choices;
mod handout_fit;
mod handout_sensitive;
mod handout_since;
mod help_numbers;
mod illnesses;
mod judged_by_the_diary;
mod knowledge;
mod knowledge_combinations;
mod knowledge_conditions;
mod knowledge_diary;
mod knowledge_tables;
mod medicine_amounts;
mod medicine_bounds;
mod medicine_open;
mod medicine_pairs;
mod option_words;
mod patient_summary;
mod personas;
mod plan_around;
mod plan_bad_input;
#[path = "../../examples/tailored/plan/case.rs"]
mod plan_case;
mod plan_case_reading;
mod plan_cases;
mod plan_combinations;
mod plan_deciding;
mod plan_every_entry;
mod plan_facts;
mod plan_golden;
mod plan_logic;
mod plan_numbers;
mod plan_oracle;
mod plan_order;
mod plan_packages;
#[path = "../../examples/tailored/plan/printed.rs"]
mod plan_printed;
mod plan_properties;
mod plan_reading;
mod plan_reads;
mod plan_told;
mod plan_tried;
mod provide;
mod random_records;
#[path = "../reference/mod.rs"]
mod reference;
#[path = "../../examples/tailored/review/document.rs"]
mod review_document;
mod routes;
mod safety;
#[path = "../../examples/tailored/facts/saved.rs"]
mod saved_response;
mod scoring;
mod second_person;
mod sign_screens;
mod signs_standing;
mod suggested;
#[path = "../../examples/tailored/facts/printed.rs"]
mod told_facts;
mod treatments;
mod units;
mod usual_way;
