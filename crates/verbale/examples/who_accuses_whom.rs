//! Who accuses whom in a story, and according to whom:
//! `cargo run --release -p verbale --no-default-features --example who_accuses_whom`

use verbale::{Coder, Story};

const TEXT: &str = "Ecuador accused Peru of moving survey teams across the border, the foreign \
    ministry said in a statement. Peruvian Foreign Minister Rosa Quispe accused Colombia of delay.";

fn main() {
    let story = Story::text(TEXT).published("2031-03-07").url("https://news.example/border");
    let record = Coder::english().code(story).expect("a story in English");
    for event in record.events.iter().filter(|e| e.kind == "ACCUSE") {
        let names = |all: &[verbale::records::Participant]| -> String {
            all.iter().map(|p| p.label()).collect::<Vec<_>>().join(", ")
        };
        let (who, whom) = (names(&event.actors), names(&event.recipients));
        println!("{who} accuses {whom}, according to {}", record.voice_label(event));
    }
}
