//! Start-up only. Holds no logic.

fn main() {
    leptos::mount::mount_to_body(tailored::ui::App);
}
