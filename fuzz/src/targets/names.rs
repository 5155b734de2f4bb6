//! Names with labels, and names of other programs: any text gives names of the text, or an error.

use crate::dice::Dice;
use crate::edit;
use verbale::document::Document;
use verbale_evaluate::corpus::bio::spans;
use verbale_evaluate::corpus::named::Foreign;
use verbale_evaluate::names;

const TEXT: &str =
    "Łódź: Ann Lee of the U.N. told reporters in 東京 that İstanbul was “open”. Ann left.";
const LABELS: &str = "Łódź\tB-Location\n:\tO\nAnn\tB-Person\nLee\tI-Person\nof\tO\nthe\tB-Organization\nU.N.\tI-Organization\n\
    told\tO\n\n東京\tB-Location\nİstanbul\tB-Facility\n“\tO\nopen\tB-X\nAnn\tB-Person\n";
const LINES: &str = "{\"id\":\"d\",\"names\":[{\"start\":0,\"end\":4,\"label\":\"person\"},{\"start\":6,\"end\":13,\"label\":\"location\"}]}\n\
    {\"id\":\"e\",\"names\":[]}\n{\"id\":\"d\",\"names\":[{\"start\":44,\"end\":46,\"label\":\"location\"},{\"start\":80,\"end\":83,\"label\":\"x\"}]}\n";
const MARKS: &[&str] = &[
    "\t",
    "\n",
    "B-",
    "I-",
    "O",
    "\tI-Person\n",
    "0",
    "9",
    "99",
    "-1",
    "\"end\":",
    "\"start\":83",
    "\"d\"",
];

pub(super) fn target(bytes: &[u8]) {
    let mut dice = Dice::new(bytes);
    let text = if dice.once_in(2) { edit::text(TEXT, &[], &mut dice) } else { TEXT.to_string() };
    let mut doc = Document::new("d", text.clone());
    if dice.once_in(2) {
        let labels = edit::text(LABELS, MARKS, &mut dice);
        let found = spans(&labels, &text);
        assert!(
            found.iter().all(|(span, _)| text.get(span.range()).is_some()),
            "{found:?} of {text:?}"
        );
        let starts: Vec<u32> = found.iter().map(|(span, _)| span.start).collect();
        assert!(starts.is_sorted(), "{found:?} of {text:?}");
        verbale_evaluate::corpus::bio::put_names(&mut doc, &found);
    } else {
        let lines = match dice.below(5) {
            0 => String::from_utf8_lossy(dice.rest()).into_owned(),
            _ => edit::text(LINES, MARKS, &mut dice),
        };
        let Ok(foreign) = Foreign::parse(&lines) else { return };
        foreign.put("d", &mut doc);
        for token in doc.tokens.as_deref().unwrap_or(&[]) {
            assert!(text.get(token.span.range()).is_some(), "{token:?} of {text:?}");
        }
    }
    let _ = names(&doc, &doc);
}
