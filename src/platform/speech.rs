//! Owns reading aloud: only with a voice that is on this device, so that no word of the page leaves it.
//! May use: the voices of the browser. Must not: know which text this is.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlElement, SpeechSynthesis, SpeechSynthesisUtterance, SpeechSynthesisVoice};

fn speech() -> Option<SpeechSynthesis> {
    web_sys::window()?.speech_synthesis().ok()
}

/// A voice for a language that needs no network; none where the browser has none, or has not listed them yet.
fn voice(language: &str) -> Option<SpeechSynthesisVoice> {
    let voices = speech()?.get_voices().into_iter();
    let mut voices = voices.filter_map(|voice| voice.dyn_into::<SpeechSynthesisVoice>().ok());
    voices.find(|voice| voice.local_service() && voice.lang().starts_with(language))
}

/// Whether texts of this language can be read aloud. Browsers list their voices late: `again` is called when they do.
pub fn can_speak(language: &str, again: impl FnMut() + 'static) -> bool {
    let can = voice(language).is_some();
    if let Some(speech) = speech().filter(|_| !can) {
        let listed = Closure::<dyn FnMut()>::new(again).into_js_value();
        speech.set_onvoiceschanged(Some(listed.unchecked_ref()));
    }
    can
}

/// Reads what can be seen of an element, line by line; a long text in one piece is broken off by some browsers. `ended` is
/// called after the last line.
pub fn speak(id: &str, language: &str, ended: impl FnMut() + 'static) {
    let document = web_sys::window().and_then(|window| window.document());
    let element = document.and_then(|document| document.get_element_by_id(id));
    let text = element.and_then(|element| element.dyn_into::<HtmlElement>().ok());
    let Some(((speech, voice), text)) = speech().zip(voice(language)).zip(text) else {
        return;
    };
    speech.cancel();
    let text = text.inner_text();
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let ended = Closure::<dyn FnMut()>::new(ended).into_js_value();
    for (place, line) in lines.iter().enumerate() {
        let Ok(utterance) = SpeechSynthesisUtterance::new_with_text(line) else {
            return;
        };
        utterance.set_voice(Some(&voice));
        utterance.set_lang(&voice.lang());
        if place + 1 == lines.len() {
            utterance.set_onend(Some(ended.unchecked_ref()));
        }
        speech.speak(&utterance);
    }
}

/// Stops reading.
pub fn be_quiet() {
    if let Some(speech) = speech() {
        speech.cancel();
    }
}
