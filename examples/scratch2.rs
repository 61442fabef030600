//! scratch
use spinloom::verify::{scenario::*, session::Action};
fn main() {
    let seed = std::env::args().nth(1).unwrap().parse().unwrap();
    let s = Scenario::random(seed, 40).unwrap();
    for a in s.actions.iter().take(6000) {
        if !matches!(a, Action::Event(_)) {
            println!("{a:x?}");
        } else {
            println!("{a:?}");
        }
    }
}
