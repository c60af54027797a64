//! Places of the app and their addresses.

use tailored::domain::date::NaiveDate;
use tailored::domain::ids::{AgreementId, EntryId, ItemId, TherapyId};
use tailored::knowledge::THERAPIES;
use tailored::ui::route::{LastDays, LookBack, Route};

#[test]
fn every_place_is_found_again_by_its_address() {
    let places = [
        Route::Today,
        Route::Ask {
            item: None,
            step: 0,
        },
        Route::Ask {
            item: Some(ItemId::from("safety.signs")),
            step: 3,
        },
        Route::Urgent,
        Route::MyPain,
        Route::Plan,
        Route::Option(TherapyId::from("exercise_general")),
        Route::Questions,
        Route::Together,
        Route::Options,
        Route::HowMade,
        Route::Agreed,
        Route::Agreement(AgreementId::from("k3f9x2m7q1ca")),
        Route::Flare,
        Route::Pages,
        Route::Diary,
        Route::Trends,
        Route::LookBack(LookBack::Times),
        Route::LookBack(LookBack::Places),
        Route::LookBack(LookBack::Counts),
        Route::LookBack(LookBack::Changes),
        Route::LastDays(LastDays::Week, None),
        Route::LastDays(LastDays::Week, NaiveDate::from_ymd_opt(2026, 11, 29)),
        Route::LastDays(LastDays::FourWeeks, None),
        Route::Log(None),
        Route::Entry(EntryId::from("k3f9x2m7q1ab")),
        Route::More,
        Route::About,
        Route::Blank,
    ];
    for place in places {
        assert_eq!(Route::parse(&place.href()), place);
    }
}

#[test]
fn every_option_has_an_address_of_its_own() {
    for therapy in &THERAPIES {
        let place = Route::Option(TherapyId::from(therapy.id));
        assert_eq!(Route::parse(&place.href()), place);
    }
}

#[test]
fn an_address_that_is_not_known_leads_to_today() {
    for address in ["", "#", "#/", "#/moon", "moon"] {
        assert_eq!(Route::parse(address), Route::Today, "{address}");
    }
}
