//! Seats that stand for governments: "the Kremlin", "Moscow said".

use super::Linker;
use super::find::NameSpan;
use verbale_atlas::tables::body::Seat;
use verbale_atlas::tables::known::Known;
use verbale_atlas::tables::place::{Kind, Spot};
use verbale_document::is_state;
use verbale_document::{
    Deprel, EntityIdx, Form, Mention, MentionKind, Place, SectionKind, TokenIdx, Upos,
};

impl Linker<'_> {
    /// A seat: an actor where it acts, a place where something is in it.
    pub(super) fn seat(&mut self, item: &NameSpan, at: usize) {
        let seat = &self.atlas.seats[at];
        if seat.town && (!self.acts(item) || self.is_other_town(item, seat)) {
            return self.location(item);
        }
        let place = if seat.town { self.capital(seat) } else { None };
        let entity = if seat.town { self.state(seat.code.country()) } else { None };
        let entity =
            entity.unwrap_or_else(|| self.pool.known(self.atlas, Known::Seat(at), self.date));
        let state = seat.town && is_state(seat.code.country());
        let kind = if state { MentionKind::Country } else { MentionKind::Organisation };
        let code = Some(seat.code.clone());
        let mention = Mention::new(item.span, self.view.head(item), kind, Form::Metonym);
        let (entity, confidence) = (Some(entity), if seat.town { 0.8 } else { 0.95 });
        let by = "atlas/seat".into();
        self.mentions.push(Mention { entity, code, place, by, confidence, ..mention });
    }

    /// "the NAB", "State Security": the organ that is called so in the state where the story is at home, unless the
    /// document makes that short form for another one.
    pub(super) fn organ_of_home(&mut self, item: &NameSpan, at: usize) -> Option<usize> {
        if self.abbreviated(item).is_some() {
            return None;
        }
        let (seats, home) = (&self.atlas.seats, self.context.home()?);
        let same = |s: &Seat| {
            s.home && s.name == seats[at].name && s.code.country() == home && s.at(self.date)
        };
        seats.iter().position(same)
    }

    /// Whether a town of a capital's name is meant.
    fn is_other_town(&self, item: &NameSpan, seat: &Seat) -> bool {
        let meant = self.context.toponyms.meant(self.view.text(item));
        // The state in which the seat of a body lies is the one for which its name may stand as well.
        let state = seat.code.country();
        let state = if is_state(state) { state } else { seat.unless.as_str() };
        meant.and_then(|m| m.spot.as_ref()).is_some_and(|s| s.iso3 != state)
    }

    /// Where a capital is.
    fn capital(&self, seat: &Seat) -> Option<Place> {
        let mut spots = self.atlas.places.named(&seat.name);
        let own = |s: &Spot| s.iso3 == seat.code.country() || seat.from.is_some();
        let known = !is_state(seat.code.country());
        let spot = spots.find(|s| (known || own(s)) && s.kind == Kind::Capital)?;
        Some(self.atlas.places.place(&spot))
    }

    /// The entity of the state that a capital stands for.
    fn state(&mut self, iso3: &str) -> Option<EntityIdx> {
        let at = self.atlas.territories.at(iso3)?;
        Some(self.pool.known(self.atlas, Known::Territory(at), self.date))
    }

    /// Whether a town's name stands where an actor does: as a subject, owner, agent or object, or
    /// beside one ("talks between Moscow and Kyiv"), and not where one goes or is.
    fn acts(&self, item: &NameSpan) -> bool {
        let next = self.view.word(item.end);
        if self.view.tables.words.deed.contains(next.to_lowercase().as_str())
            && next.starts_with(char::is_uppercase)
        {
            return false; // "the Oslo Accords"
        }
        if matches!(self.view.word(item.end), ":" | "(" | "–" | "—" | "-") {
            return false;
        }
        let article = TokenIdx::from(self.view.word_before(item.first) == "the");
        let before = self.view.word_before(item.first - article).to_lowercase();
        if self.view.tables.words.place.contains(&before) {
            return false;
        }
        if self.speaks_last(item) {
            return true;
        }
        let mut at = self.view.head(item);
        for _ in 0..4 {
            let token = &self.view.tokens[at as usize];
            match (token.deprel, token.head) {
                (Deprel::Conj, Some(head)) => at = head,
                (Deprel::Nsubj | Deprel::NsubjPass | Deprel::OblAgent | Deprel::Iobj, _) => {
                    return true;
                }
                (Deprel::NmodPoss | Deprel::Obj, Some(head)) => return !self.moves(head),
                (Deprel::Obl | Deprel::Nmod, Some(head)) => {
                    return self.has_actor_case(at, head) && !self.moves(head);
                }
                (Deprel::Root | Deprel::Dep, _) => return self.before_verb(item),
                _ => return false,
            }
        }
        false
    }

    /// "Port Stays Shut, Cairo Claims": a town and a verb behind the last comma of a headline.
    fn speaks_last(&self, item: &NameSpan) -> bool {
        let start = |t: TokenIdx| self.view.tokens.get(t as usize).map(|t| t.span.start);
        let title = |at: u32| self.view.doc.section_at(at) == SectionKind::Title;
        let verb = self.view.word(item.end);
        let present = verb.ends_with('s') && verb.starts_with(char::is_uppercase);
        let last = !start(item.end + 1).is_some_and(title);
        let inside = start(item.end).is_some_and(title);
        self.view.word_before(item.first) == "," && present && inside && last
    }

    /// Whether a word leads to, is part of or acts upon a town.
    fn moves(&self, at: TokenIdx) -> bool {
        let token = &self.view.tokens[at as usize];
        let lemma = token.lemma.to_lowercase();
        let words = &self.view.tables.words.moves;
        words.contains(&lemma) || words.contains(self.view.word(at).to_lowercase().as_str())
    }

    /// Whether the preposition before a town under `head` leads to who acts: "talks with Cairo",
    /// "sanctions on Cairo".
    fn has_actor_case(&self, at: TokenIdx, head: TokenIdx) -> bool {
        let case = |t: &TokenIdx| {
            let token = &self.view.tokens[*t as usize];
            token.head == Some(at) && token.deprel == Deprel::Case
        };
        let case = (at.saturating_sub(4)..at).find(case);
        let words = &self.view.tables.words;
        case.is_some_and(|c| match self.view.word(c).to_lowercase().as_str() {
            "on" | "upon" => {
                words.upon.contains(&self.view.tokens[head as usize].lemma.to_lowercase())
            }
            case => words.acts.contains(case),
        })
    }

    /// Without a tree: whether a verb follows.
    fn before_verb(&self, item: &NameSpan) -> bool {
        let next = self.view.tokens.get(item.end as usize);
        next.is_some_and(|t| matches!(t.upos, Upos::Verb | Upos::Aux))
    }
}
