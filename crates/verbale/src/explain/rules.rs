//! What the names of rules (`by`) mean, in a sentence each.

/// The rule that found a statement.
pub(super) fn of_statement(by: &str) -> &'static str {
    match by.strip_prefix("statement/").unwrap_or(by) {
        "verb-that" => "a cue verb and the clause that it governs",
        "verb-behind-that" => {
            "a cue verb before “that”; the tree has no clause, so the rest is taken"
        }
        "verb-parataxis" => "a cue verb that stands beside what is said (“A, she said”)",
        "verb-prep" => "a cue verb and a phrase with a preposition of its row (p:...)",
        "verb-charged" => "a cue verb in the passive and what somebody is charged with",
        "verb-object" => "a cue verb, its object, and what is asked or said of the object",
        "verb-to" => "a cue verb and an infinitive",
        "verb-obj" => "a cue verb and its object",
        "verb-called" => "a cue verb and what it calls something that stands outside its clause",
        "adjective" => "a cue adjective and the clause that fills it out",
        "account" => "whose account or view it is (@account), and the clause that this qualifies",
        "as" => "a clause with “as” (“as she put it”), and the clause on which it hangs",
        "noun" => "a cue noun, a clause that fills it out, and its owner",
        "according-to" => "“according to” and the clause that it qualifies",
        "headline-after" => "a headline: what stands before a colon, by whom it names behind it",
        "headline-before" => "a headline: what stands behind a colon, by whom it names before it",
        "headline-says" => "a headline: a claim, a comma, and who says it",
        "quotation" => "a quotation and the nearest cue verb outside it",
        "introduced" => "a quotation behind a colon, by the subject of the sentence before it",
        "summed-up" => "a quotation and the subject of a sentence that begins “With these words”",
        "signed" => "a quotation and the name behind a dash at its end",
        "hearsay" => {
            "told as others' word without saying whose (@hearsay, a passive, a quotation of nobody)"
        }
        "continued" => "a quotation without a cue: the speaker of the statement before goes on",
        _ => "a rule without description",
    }
}

/// The rule that found an event.
pub(super) fn of_event(by: &str) -> String {
    match by.split_once(':') {
        Some(("events.tsv", word)) => {
            format!("the verb or adjective “{word}” in the frame of its row")
        }
        Some(("event_nouns.tsv", word)) => match word.split_once('+') {
            Some((noun, verb)) => format!("the noun “{noun}” under “{verb}”"),
            None => format!("the noun “{word}”, which no listed word governs"),
        },
        Some(("headline", word)) => {
            format!("“{word}” right behind a known actor in a headline; the tree is not used")
        }
        Some(("absence", _)) => "who stayed away from a meeting, or who met there".to_string(),
        Some(("attended", _)) => {
            "who took part in the meeting of which the sentence before tells".to_string()
        }
        Some(("left", _)) => {
            "a state that leaves, and the body that the sentence before names".to_string()
        }
        Some(("demand", _)) => {
            "somebody says that somebody must do something, which is a demand".to_string()
        }
        _ => "a rule without description".to_string(),
    }
}

/// How a mention was found and resolved.
pub(super) fn of_mention(by: &str) -> &'static str {
    match by {
        "atlas/name" => "a name that the atlas has",
        "atlas/person" => "a person whom the atlas has",
        "atlas/tagged-person" => "a person by the name tagger; not in the atlas",
        "atlas/tagged-organisation" => "an organisation by the name tagger; not in the atlas",
        "atlas/tagged-location" => "a place by the name tagger; not in the atlas",
        "atlas/tagged-people" => "a people by the name tagger; not in the atlas",
        "atlas/abbreviation" => "the abbreviation of a name in the text",
        "atlas/short-form" => "the short form of a name in the text",
        "atlas/party" => "a party that the atlas has",
        "atlas/team" => "a team, which is no state",
        "atlas/place" => "a place that the gazetteer has",
        "atlas/division" => "a division of a state",
        "atlas/seat" => "a seat that stands for whoever sits there",
        "atlas/members" => "the members of a body at the document's date",
        "atlas/role" => "a role noun (roles.tsv)",
        "coreference/pronoun" => "a pronoun, linked by agreement and salience",
        "coreference/epithet" => "a noun that stands for a name",
        "coreference/both" => "the two that were named before",
        "coreference/headline" => "the one body of the story that a headline's noun may mean",
        "coreference/his-country" => "the country of somebody named before",
        "coreference/document" => "a document, which stands for its author",
        "coreference/speaker" => "the first person in a quotation, which is its speaker",
        _ => "a mention",
    }
}
