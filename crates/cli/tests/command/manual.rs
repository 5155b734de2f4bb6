//! `verbale completions` and `verbale man`.

use crate::program::Desk;

#[test]
fn completions_know_every_command() {
    let desk = Desk::new("manual-completions");
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let ran = desk.run(&format!("completions {shell}")).fine();
        for word in ["explain", "learn", "min-confidence", "completions"] {
            assert!(ran.text().contains(word), "{shell}: no {word}");
        }
    }
}

#[test]
fn pages_of_the_program_and_its_commands() {
    let desk = Desk::new("manual-page");
    let check = |line: &str, title: &str, part: &str| {
        let ran = desk.run(line).fine();
        assert!(ran.text().contains(&format!(".TH {title} 1")), "{line}: {:.200}", ran.text());
        assert!(ran.text().contains(part), "{line}: no {part}");
    };
    check("man", "verbale", "Exit codes");
    check("man code", "verbale-code", "min\\-confidence");
    check("man atlas lookup", "verbale-atlas-lookup", "Boris Johnson");
}
