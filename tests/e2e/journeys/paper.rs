//! Owns what comes out of the printer, on the two papers that nearly all of the world uses.

use crate::engine::Engine;
use crate::paper::Paper;
use crate::person::Person;
use crate::server::Server;

pub async fn the_first_page_prints_on_both_papers(engine: Engine) {
    let person = Person::opens_the_app(engine, Server::of_the_release()).await;
    person
        .is_at("Your pain, in your words. A plan that fits.")
        .await;
    for paper in Paper::BOTH {
        let n_pages = person.counts_printed_pages("first", paper).await;
        assert!((1..=2).contains(&n_pages), "{n_pages} pages of {paper:?}");
    }
}
