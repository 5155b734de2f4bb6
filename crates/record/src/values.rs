//! The values of closed fields, each with its definition and an example. JSON Schema and documentation
//! are made from these lists. Event types, modes and contexts are no closed list: tables of the lexicons
//! say which there are.

/// A value, its definition, and an example.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Value {
    /// As it stands in records.
    pub name: &'static str,
    /// What it means, in a sentence.
    pub definition: &'static str,
    /// Words of a story that have it.
    pub example: &'static str,
}

/// A field and all the values that it may have.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Field {
    /// Where it stands in a record, or `TABLE.COLUMN` where only tables have it.
    pub name: &'static str,
    /// What it tells, in a sentence.
    pub definition: &'static str,
    /// Its values.
    pub values: &'static [Value],
}

const fn value(name: &'static str, definition: &'static str, example: &'static str) -> Value {
    Value { name, definition, example }
}

const fn field(name: &'static str, definition: &'static str, values: &'static [Value]) -> Field {
    Field { name, definition, values }
}

/// Every closed field.
pub const FIELDS: &[Field] = &[
    field("doc.sections[].kind", "What a part of the text is.", SECTION_KINDS),
    field("mentions[].kind", "What is mentioned.", MENTION_KINDS),
    field("mentions[].form", "How it is expressed.", FORMS),
    field("mentions[].time.type", "What sort of time it is (TIMEX3).", TIME_TYPES),
    field("statements[].kind", "How much of it is in the speaker's own words.", STATEMENT_KINDS),
    field("statements[].act", "How the content came about.", ACTS),
    field("statements[].stance", "What the speaker does with the content.", STANCES),
    field("events[].quad", "PLOVER's four classes.", QUADS),
    field("events[].polarity", "Whether it happened.", POLARITIES),
    field("events[].modality", "An event's hold on reality.", MODALITIES),
    field("events[].size[].kind", "Whom a number counts.", SIZE_KINDS),
    field("stories.copy_kind", "How a document has its text from another.", COPY_KINDS),
    field("participants.role", "Which part somebody has in an event.", ROLES),
];

/// How a document has its text from another.
pub const COPY_KINDS: &[Value] = &[
    value(
        "same",
        "Nine tenths of all runs of five words are in both.",
        "One wire report in two papers.",
    ),
    value(
        "edited",
        "Half of the words of the shorter text and a fifth of those of the longer, not its quotations alone.",
        "A wire report with a paragraph on the town.",
    ),
    value(
        "passage",
        "25 words in one run, or 35 in several that are a tenth of the shorter text, outside quotations.",
        "A report that takes over three sentences.",
    ),
    value(
        "boilerplate",
        "15 words in one run, but only what hosts and agencies repeat: nothing was copied.",
        "Two reports of one fire that end with the same call to witnesses.",
    ),
];

/// Kinds of section.
pub const SECTION_KINDS: &[Value] = &[
    value("title", "The headline.", "Kenya and Uganda sign rail pact"),
    value(
        "dateline",
        "The place and date line before the story, or a line that only dates it.",
        "NAIROBI, May 3 (Reuters) -",
    ),
    value("lede", "A standfirst or summary above the body.", "The line is to open next year."),
    value("body", "The story.", "Kenya and Uganda signed a rail pact on Friday."),
    value("caption", "Text under a picture.", "Ministers at the signing in Nairobi."),
    value(
        "related",
        "Links to other stories; nothing in them is coded.",
        "Read more: Port reopens",
    ),
    value(
        "credit",
        "Bylines, sources, photo credits; nothing in them is coded.",
        "Photo: A. Otieno",
    ),
    value(
        "boilerplate",
        "Menus, comment forms, notices; nothing in them is coded.",
        "Subscribe to our newsletter",
    ),
];

/// Kinds of mention.
pub const MENTION_KINDS: &[Value] = &[
    value("person", "A person.", "Rosa Quispe"),
    value("organisation", "A body, party, company, armed group, outlet.", "the African Union"),
    value("country", "A state or territory, by name, adjective or people.", "Kazakh"),
    value("place", "A place that is no state: a town, region, sea, building.", "Lake Kariba"),
    value("group", "Several actors named together.", "the five ministers"),
    value("time", "A date, time, duration or set of times.", "last Friday"),
];

/// Forms of mention.
pub const FORMS: &[Value] = &[
    value("name", "A proper name.", "NATO"),
    value("demonym", "An adjective or noun of a people.", "Kazakh"),
    value("metonym", "A seat that stands for a government.", "the Kremlin"),
    value("nominal", "A common noun.", "the minister"),
    value("pronoun", "A pronoun.", "he"),
];

/// Types of time (TIMEX3).
pub const TIME_TYPES: &[Value] = &[
    value("DATE", "A day or a longer stretch of the calendar.", "in May 2022"),
    value("TIME", "A time of day.", "at noon on Monday"),
    value("DURATION", "A length of time.", "for three days"),
    value("SET", "A time that comes again.", "every Friday"),
];

/// Kinds of statement.
pub const STATEMENT_KINDS: &[Value] = &[
    value("direct", "All of it stands in quotation marks.", "“We trust the commission,” she said."),
    value("indirect", "None of it does.", "She said that Peru trusted the commission."),
    value("mixed", "Part of it does.", "She said that Peru “trusts” the commission."),
];

/// How the content of a statement came about.
pub const ACTS: &[Value] = &[
    value("speech", "Spoken.", "the minister said"),
    value("writing", "Written by a person or body.", "the ministry wrote in a letter"),
    value("thought", "Believed, wanted, planned.", "Peru believes"),
    value("document", "A document, law, poll or report says it.", "according to the report"),
];

/// What a speaker does with the content.
pub const STANCES: &[Value] = &[
    value("assert", "Holds it true.", "Peru said that its teams had stayed at home."),
    value("deny", "Holds it false.", "Peru denied that its teams had crossed the border."),
    value("accuse", "Blames somebody with it.", "Ecuador accused Peru of crossing the border."),
    value("ask", "Asks whether, or for it.", "Ecuador demanded an explanation."),
    value("promise", "Commits to it.", "Peru promised to withdraw its teams."),
    value("believe", "Thinks or wants it.", "Ecuador fears that the teams will return."),
];

/// PLOVER's quad classes.
pub const QUADS: &[Value] = &[
    value("1", "Verbal cooperation.", "Peru and Ecuador agreed to talk."),
    value("2", "Material cooperation.", "Japan lent Indonesia two ships."),
    value("3", "Verbal conflict.", "Ecuador accused Peru."),
    value("4", "Material conflict.", "Rebels shelled the town."),
];

/// Whether an event happened.
pub const POLARITIES: &[Value] = &[
    value("+", "It happened, will, or may.", "Ghana attended the talks."),
    value(
        "-",
        "It did not happen: denied, refused, stayed away.",
        "Ghana did not attend the talks.",
    ),
];

/// An event's hold on reality.
pub const MODALITIES: &[Value] = &[
    value("actual", "Told as having happened or happening.", "Ghana sent troops."),
    value("future", "Planned, announced, about to happen.", "Ghana will send troops."),
    value("hypothetical", "Possible, conditional, wished.", "Ghana could send troops."),
    value("historical", "Background from long before the story.", "Ghana had sent troops in 1994."),
];

/// Whom the size of an event counts.
pub const SIZE_KINDS: &[Value] = &[
    value("killed", "The dead.", "four people were killed"),
    value("injured", "The wounded.", "nine were wounded"),
    value("detained", "Those held.", "police arrested five dockers"),
    value("participants", "Those who took part.", "two thousand workers marched"),
];

/// Parts in an event.
pub const ROLES: &[Value] = &[
    value(
        "actor",
        "Who does it; of what is done together, every party.",
        "Ecuador of “Ecuador accused Peru”",
    ),
    value("recipient", "To whom it is done.", "Peru of “Ecuador accused Peru”"),
];

/// The names of a list.
pub fn names(values: &[Value]) -> Vec<&'static str> {
    values.iter().map(|v| v.name).collect()
}
