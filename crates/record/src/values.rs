//! The values of closed fields, each with what it means. JSON Schema and documentation are made from
//! these lists. Event types are no closed list: a table says which there are.

/// A value and its meaning.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value {
    /// As it stands in records.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub meaning: &'static str,
}

const fn value(name: &'static str, meaning: &'static str) -> Value {
    Value { name, meaning }
}

/// Kinds of section.
pub const SECTION_KINDS: &[Value] = &[
    value("title", "The headline."),
    value("dateline", "The place and date line before the story, or a line that only dates it."),
    value("lede", "A standfirst or summary above the body."),
    value("body", "The story."),
    value("caption", "Text under a picture."),
    value("related", "Links to other stories; nothing in them is coded."),
    value("credit", "Bylines, sources, photo credits; nothing in them is coded."),
    value("boilerplate", "Menus, comment forms, notices; nothing in them is coded."),
];

/// Kinds of mention.
pub const MENTION_KINDS: &[Value] = &[
    value("person", "A person."),
    value("organisation", "A body, party, company, armed group, outlet."),
    value(
        "country",
        "A state or territory: by name, adjective (\"Kazakh\") or people (\"Russians\").",
    ),
    value("place", "A place that is no state: a town, region, sea, building."),
    value("group", "Several actors named together: \"the five ministers\"."),
    value("time", "A date, time, duration or set of times."),
];

/// Forms of mention.
pub const FORMS: &[Value] = &[
    value("name", "A proper name: \"NATO\"."),
    value("demonym", "An adjective or noun of a people: \"Kazakh\"."),
    value("metonym", "A seat that stands for a government: \"the Kremlin\"."),
    value("nominal", "A common noun: \"the minister\", \"gunmen\"."),
    value("pronoun", "A pronoun: \"he\"."),
];

/// Types of time (TIMEX3).
pub const TIME_TYPES: &[Value] = &[
    value("DATE", "A day or a longer stretch of the calendar."),
    value("TIME", "A time of day."),
    value("DURATION", "A length of time."),
    value("SET", "A time that comes again."),
];

/// Kinds of statement.
pub const STATEMENT_KINDS: &[Value] = &[
    value("direct", "All of it stands in quotation marks."),
    value("indirect", "None of it does."),
    value("mixed", "Part of it does."),
];

/// How the content of a statement came about.
pub const ACTS: &[Value] = &[
    value("speech", "Spoken."),
    value("writing", "Written by a person or body."),
    value("thought", "Believed, wanted, planned."),
    value("document", "A document, law, poll or report says it."),
];

/// What a speaker does with the content.
pub const STANCES: &[Value] = &[
    value("assert", "Holds it true."),
    value("deny", "Holds it false."),
    value("accuse", "Blames somebody with it."),
    value("ask", "Asks whether, or for it."),
    value("promise", "Commits to it."),
    value("believe", "Thinks or wants it."),
];

/// Whether an event happened.
pub const POLARITIES: &[Value] = &[
    value("+", "It happened, will, or may."),
    value("-", "It did not happen: denied, refused, stayed away."),
];

/// An event's hold on reality.
pub const MODALITIES: &[Value] = &[
    value("actual", "Told as having happened or happening."),
    value("future", "Planned, announced, about to happen."),
    value("hypothetical", "Possible, conditional, wished."),
    value("historical", "Background from long before the story."),
];

/// The names of a list.
pub fn names(values: &[Value]) -> Vec<&'static str> {
    values.iter().map(|v| v.name).collect()
}
