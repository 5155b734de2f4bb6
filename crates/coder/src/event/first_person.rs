//! "I" and "we" of whoever is quoted: "“We reject the plan,” *the ministry* said."
//!
//! The resolver finds the speaker of a quotation among those who are named beside it; a statement knows him as well
//! where he is told by a role, or where the quotation goes on in a sentence of its own. Gives his code only: "we" may
//! be more people than he. Who speaks makes no act political by himself: only where he does it to somebody, or
//! somebody known to him, is the act looked at with his code.

use super::ontology::AGREE;
use crate::View;
use verbale_document::{EventType, Participant, Statement};

/// Words for who speaks.
const SPEAKER: [&str; 8] = ["i", "me", "my", "we", "us", "our", "ourselves", "myself"];

/// Gives the first person among `parties` the code of whoever says it.
pub fn name(view: &View<'_>, parties: &mut [Participant]) {
    for p in parties.iter_mut().filter(|p| p.code.is_none()) {
        let quoted = view.doc.tokens_in(p.span).any(|t| view.is_quoted(t));
        if quoted && is_first_person(view, p) {
            let speaker = teller(view, p).and_then(|s| s.speaker.as_ref());
            p.code = speaker.and_then(|s| s.code.clone()).filter(|c| !c.is_unplaced());
        }
    }
}

/// The same where the other side is told, or the act is one of words ("We remain committed to the deal").
pub fn name_beside(
    view: &View<'_>,
    kind: &EventType,
    actors: &mut [Participant],
    recipients: &mut [Participant],
) {
    if !recipients.is_empty() || *kind == AGREE {
        name(view, actors);
    }
    if actors.iter().any(|p| p.code.is_some()) {
        name(view, recipients);
    }
}

fn is_first_person(view: &View<'_>, party: &Participant) -> bool {
    SPEAKER.contains(&&*view.doc.slice(party.span).to_lowercase())
}

/// Whether a party is the first person, and who speaks is known.
pub fn is_known_speaker(view: &View<'_>, party: &Participant) -> bool {
    party.code.is_some() && is_first_person(view, party)
}

/// The innermost statement that conveys a party's words between quotation marks.
fn teller<'d>(view: &View<'d>, p: &Participant) -> Option<&'d Statement> {
    let all = view.doc.statements.as_deref()?;
    let here = view.holders.holding(view.doc, p.span.start).iter();
    let holds = |s: &&Statement| s.verbatim.iter().any(|c| c.contains(p.span));
    let length = |s: &&Statement| s.content.iter().map(|c| c.end - c.start).sum::<u32>();
    here.map(|&i| &all[i as usize]).filter(holds).min_by_key(length)
}

/// "you", and "we" outside what somebody says: the reader, and the outlet with him.
pub fn is_reader(view: &View<'_>, party: &Participant) -> bool {
    let word = view.doc.slice(party.span).to_lowercase();
    party.mention.is_none() && matches!(&*word, "you" | "yourself" | "we" | "us" | "ourselves")
}
