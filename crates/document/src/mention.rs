//! Mentions of actors, places and times, and the entities they denote.

use crate::{ActorCode, Date, SmolStr, Span, TokenIdx};

/// Index into the document's mention layer.
pub type MentionIdx = u32;
/// Index into the document's entity layer.
pub type EntityIdx = u32;

/// What a mention or an entity is.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum MentionKind {
    /// A person.
    Person,
    /// A body, party, company, armed group, outlet.
    Organisation,
    /// A state or territory, by name, adjective ("Kazakh") or nationals ("Russians").
    Country,
    /// A place that is no state: city, region, sea, facility.
    Place,
    /// Several actors named together: "the CSTO countries", "the five ministers".
    Group,
    /// A date, time, duration or set of times.
    Time,
}

impl MentionKind {
    /// The name in records.
    pub fn as_str(self) -> &'static str {
        match self {
            MentionKind::Person => "person",
            MentionKind::Organisation => "organisation",
            MentionKind::Country => "country",
            MentionKind::Place => "place",
            MentionKind::Group => "group",
            MentionKind::Time => "time",
        }
    }
}

/// How a mention is expressed.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum Form {
    /// A proper name: "Sergei Lavrov", "NATO", "Almaty".
    Name,
    /// An adjective or noun of a people: "Kazakh", "Russians".
    Demonym,
    /// A seat that stands for a government: "the Kremlin".
    Metonym,
    /// A common noun: "the minister", "the alliance", "gunmen".
    Nominal,
    /// A pronoun: "he", "their".
    Pronoun,
}

impl Form {
    /// The name in records.
    pub fn as_str(self) -> &'static str {
        match self {
            Form::Name => "name",
            Form::Demonym => "demonym",
            Form::Metonym => "metonym",
            Form::Nominal => "nominal",
            Form::Pronoun => "pronoun",
        }
    }
}

/// A stretch of text that denotes an actor, a place or a time.
#[derive(Clone, PartialEq, Debug)]
pub struct Mention {
    /// The name or head phrase alone: without article, title or possessive mark.
    pub span: Span,
    /// The syntactic head.
    pub head: TokenIdx,
    /// The title before or after a person's name ("Russian Foreign Minister").
    pub title: Option<Span>,
    /// What it denotes.
    pub kind: MentionKind,
    /// How.
    pub form: Form,
    /// The entity, where resolved; for pronouns and epithets that of their antecedent.
    pub entity: Option<EntityIdx>,
    /// Actor code at the document's date; the title in the text beats the tables.
    pub code: Option<ActorCode>,
    /// Coreference chain, shared by all mentions of one thing.
    pub chain: Option<u32>,
    /// Codes of a group's members at the document's date.
    pub members: Vec<ActorCode>,
    /// Where it is, if it is a place.
    pub place: Option<Place>,
    /// When it is, if it is a time.
    pub time: Option<Time>,
    /// Other readings of an ambiguous name, likeliest first.
    pub alternatives: Vec<Alternative>,
    /// Rule or model that found it.
    pub by: SmolStr,
    /// 0..1.
    pub confidence: f32,
}

impl Mention {
    /// A bare mention; fill in the rest with struct update syntax.
    pub fn new(span: Span, head: TokenIdx, kind: MentionKind, form: Form) -> Self {
        Mention {
            span,
            head,
            title: None,
            kind,
            form,
            entity: None,
            code: None,
            chain: None,
            members: Vec::new(),
            place: None,
            time: None,
            alternatives: Vec::new(),
            by: SmolStr::default(),
            confidence: 1.0,
        }
    }
}

/// A reading that was not chosen.
#[derive(Clone, PartialEq, Debug)]
pub struct Alternative {
    /// Its entity id.
    pub id: SmolStr,
    /// Its preferred name.
    pub name: SmolStr,
    /// 0..1.
    pub confidence: f32,
}

/// Something in the world that the document mentions.
#[derive(Clone, PartialEq, Debug)]
pub struct Entity {
    /// Wikidata id, else `x:` + hash of the normal form.
    pub id: SmolStr,
    /// Preferred name.
    pub name: SmolStr,
    /// The atlas does not know it: only its document tells it from others of the name.
    pub local: bool,
    /// What it is.
    pub kind: MentionKind,
    /// Actor code at the document's date.
    pub code: Option<ActorCode>,
    /// ISO 3166 alpha-3 code of its state, where it has one.
    pub country: Option<SmolStr>,
    /// Known for persons only.
    pub gender: Option<Gender>,
    /// Lower-case nouns that may refer back to it: "alliance", "organization", "minister".
    pub classes: Vec<SmolStr>,
    /// For bodies: members' codes at the document's date.
    pub members: Vec<ActorCode>,
}

/// Grammatical gender of the pronouns a person is referred to by.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Gender {
    /// she
    Feminine,
    /// he
    Masculine,
}

/// A point on the map.
#[derive(Clone, PartialEq, Debug, Default)]
pub struct Place {
    /// GeoNames id.
    pub geonameid: Option<u32>,
    /// GeoNames name.
    pub name: SmolStr,
    /// Degrees north.
    pub lat: f64,
    /// Degrees east.
    pub lon: f64,
    /// ISO 3166 alpha-3.
    pub country: Option<SmolStr>,
    /// First-order division, by name.
    pub admin1: Option<SmolStr>,
    /// `city`, `capital`, `region`, `country`, `sea`, `facility`.
    pub kind: SmolStr,
}

/// A normalised time expression, after TIMEX3 (ISO 24617-1).
#[derive(Clone, PartialEq, Debug)]
pub struct Time {
    /// Its type.
    pub kind: TimeType,
    /// TIMEX3 value: "2024-06-21", "2024-06", "P3D", "PAST_REF"; from one time to another an ISO
    /// 8601 interval, both ends included: "2014/2019".
    pub value: SmolStr,
    /// First day, where it denotes a stretch of the calendar; of a part ("early 2009") that of the
    /// part, while the value is that of the whole.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
}

/// TIMEX3 types.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum TimeType {
    /// A calendar date of any grain.
    Date,
    /// A time of day.
    Time,
    /// A length of time.
    Duration,
    /// A recurring time.
    Set,
}

impl TimeType {
    /// The name in records.
    pub fn as_str(self) -> &'static str {
        match self {
            TimeType::Date => "DATE",
            TimeType::Time => "TIME",
            TimeType::Duration => "DURATION",
            TimeType::Set => "SET",
        }
    }
}

/// When a record happened: a TIMEX3 value and what it was read from.
#[derive(Clone, PartialEq, Eq, Debug)]
pub struct When {
    /// TIMEX3 value.
    pub value: SmolStr,
    /// First day of the stretch that it denotes.
    pub start: Option<Date>,
    /// Last day of it.
    pub end: Option<Date>,
    /// The time mention it came from; `None` where the document's date was taken.
    pub mention: Option<MentionIdx>,
}

/// A name as the name tagger saw it, before anything is known of what it denotes.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Name {
    /// Its tokens.
    pub first: TokenIdx,
    /// One past its last token.
    pub end: TokenIdx,
    /// Its class.
    pub label: NameLabel,
    /// 0..1.
    pub confidence: f32,
}

/// Classes of the name tagger.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub enum NameLabel {
    /// Persons.
    Person,
    /// Organisations.
    Organisation,
    /// Places, and states by name.
    Location,
    /// Peoples and adherents: "Kazakh", "Republicans", "Muslims".
    Norp,
    /// Buildings, airports, roads, camps.
    Facility,
    /// Dates and times.
    Time,
    /// Sums of money and other amounts.
    Quantity,
    /// Anything else with a name: laws, events, works, products.
    Other,
}

impl NameLabel {
    /// All classes.
    pub const ALL: [NameLabel; 8] = [
        NameLabel::Person,
        NameLabel::Organisation,
        NameLabel::Location,
        NameLabel::Norp,
        NameLabel::Facility,
        NameLabel::Time,
        NameLabel::Quantity,
        NameLabel::Other,
    ];

    /// Its name in lower case.
    pub fn as_str(self) -> &'static str {
        match self {
            NameLabel::Person => "person",
            NameLabel::Organisation => "organisation",
            NameLabel::Location => "location",
            NameLabel::Norp => "norp",
            NameLabel::Facility => "facility",
            NameLabel::Time => "time",
            NameLabel::Quantity => "quantity",
            NameLabel::Other => "other",
        }
    }
}
