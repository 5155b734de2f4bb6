//! The small words by which the resolver reads what stands around names.

use rustc_hash::FxHashSet;
use verbale_document::{ActorCode, Lexicons, SmolStr, TableError};

/// Closed word classes, lower case.
#[derive(Default)]
pub(crate) struct Words {
    /// "former": undoes an office.
    pub former: FxHashSet<String>,
    /// "acting", "senior": stands before a role and changes nothing.
    pub rank: FxHashSet<String>,
    /// "countries": with a body's name, its member states.
    pub members: FxHashSet<String>,
    /// "leaders": with a body's name, people of its member states.
    pub people: FxHashSet<String>,
    /// "with": a capital after it is a government.
    pub acts: FxHashSet<String>,
    /// "impose": a capital after it and "on" is a government.
    pub upon: FxHashSet<String>,
    /// "in": a capital after it is a town.
    pub place: FxHashSet<String>,
    /// "visit": leads to a town.
    pub moves: FxHashSet<String>,
    /// "in": places what is told.
    pub local: FxHashSet<String>,
    /// "road": what bears a place's name and ends in it does not lie in that place.
    pub street: FxHashSet<String>,
    /// "commerce": a common word that is also the name of a town.
    pub common: FxHashSet<String>,
    /// "and": joins names in a list.
    pub list: FxHashSet<String>,
    /// "Inc": may follow a company's name.
    pub company: FxHashSet<String>,
    /// "chief", "director": heads of the body or organ named before them.
    pub head: FxHashSet<String>,
    /// "leads", "chairs": what they do, in the present.
    pub heading: FxHashSet<String>,
    /// "nominee": behind an office, of one who is to have it.
    pub pending: FxHashSet<String>,
    /// "minister": may have its field before it.
    pub field: FxHashSet<String>,
    /// "leader": an office that the tables may know better.
    pub loose: FxHashSet<String>,
    /// "jordan": a state's name that is a given name as well.
    pub given: FxHashSet<String>,
    /// "accords": what is named after the town where it was made.
    pub deed: FxHashSet<String>,
    /// "raid": what the role noun before it does to others.
    pub done: FxHashSet<String>,
    /// "charter": a document named after the body that made it.
    pub pact: FxHashSet<String>,
    /// "base": with a force or a government before it, what is theirs and they are met by whoever strikes it.
    pub post: FxHashSet<String>,
    /// "football": with a verb of contest, teams play here.
    pub sport: FxHashSet<String>,
    /// "beat": what teams do.
    pub contest: FxHashSet<String>,
    /// "international": what follows is of no state of here.
    pub stateless: FxHashSet<String>,
    /// "regime": a government of which others speak.
    pub rule: FxHashSet<String>,
    /// "allafrica.com": an outlet at home in no one state.
    pub abroad: FxHashSet<String>,
    /// "made": what follows "in" is where a thing or a person comes from.
    pub origin: FxHashSet<String>,
    /// "drone": of an army only where the text says of which.
    pub arms: FxHashSet<String>,
    /// Nouns for people who live together.
    pub household: FxHashSet<String>,
    /// "third": before "party", one to a deal or dispute, no political party.
    pub contracting: FxHashSet<String>,
    /// "both": before "parties", political ones only where the text names one.
    pub counted: FxHashSet<String>,
    /// "speaker": an office that there is but once; several or any of them are other people.
    pub single: FxHashSet<String>,
    /// "government": a state has but one at a time, so that several are those of several states; "successive":
    /// before such a noun, those of one.
    pub sole: FxHashSet<String>,
    /// "deputies": somebody's seconds where they are his.
    pub seconds: FxHashSet<String>,
    /// "sultanate": with "of", before a state's name.
    pub form: FxHashSet<String>,
    /// "Islamic": before the form of a state.
    pub kind: FxHashSet<String>,
    /// "committee": a part of a party or body.
    pub organ: FxHashSet<String>,
    /// "thousands": people where it counts nothing.
    pub number: FxHashSet<String>,
    /// "liberation": of such words parties and armed groups all over the world make their names.
    pub faction: FxHashSet<String>,
    /// "D": the initial of a party before where somebody was elected.
    pub initial: FxHashSet<String>,
    /// What an office of some states is, where it is another one elsewhere: its noun, its code elsewhere,
    /// the states, and its code there.
    offices: Vec<(String, SmolStr, Vec<SmolStr>, SmolStr)>,
    /// Words of organisations' names and the sector that they tell; the first that is there decides.
    pub sectors: Vec<(Vec<String>, SmolStr)>,
}

impl Words {
    pub fn new(lexicons: &Lexicons) -> Result<Self, TableError> {
        let mut words = Words::default();
        for row in lexicons.table("resolver_words.tsv", &["word", "use"])?.rows() {
            let set = match row.get("use") {
                "former" => &mut words.former,
                "rank" => &mut words.rank,
                "members" => &mut words.members,
                "people" => &mut words.people,
                "acts" => &mut words.acts,
                "upon" => &mut words.upon,
                "place" => &mut words.place,
                "moves" => &mut words.moves,
                "local" => &mut words.local,
                "street" => &mut words.street,
                "common" => &mut words.common,
                "list" => &mut words.list,
                "company" => &mut words.company,
                "head" => &mut words.head,
                "heading" => &mut words.heading,
                "pending" => &mut words.pending,
                "field" => &mut words.field,
                "loose" => &mut words.loose,
                "given" => &mut words.given,
                "deed" => &mut words.deed,
                "done" => &mut words.done,
                "pact" => &mut words.pact,
                "post" => &mut words.post,
                "sport" => &mut words.sport,
                "contest" => &mut words.contest,
                "stateless" => &mut words.stateless,
                "arms" => &mut words.arms,
                "household" => &mut words.household,
                "rule" => &mut words.rule,
                "abroad" => &mut words.abroad,
                "origin" => &mut words.origin,
                "contracting" => &mut words.contracting,
                "counted" => &mut words.counted,
                "single" => &mut words.single,
                "sole" => &mut words.sole,
                "form" => &mut words.form,
                "kind" => &mut words.kind,
                "organ" => &mut words.organ,
                "seconds" => &mut words.seconds,
                "number" => &mut words.number,
                "faction" => &mut words.faction,
                "initial" => &mut words.initial,
                other => return Err(row.error(format!("no use `{other}`"))),
            };
            set.insert(row.get("word").to_string());
        }
        for row in lexicons.table("organisation_words.tsv", &["word", "code"])?.rows() {
            let names = row.get("word").split('|').map(str::to_string).collect();
            words.sectors.push((names, SmolStr::from(row.get("code"))));
        }
        let columns = ["noun", "elsewhere", "states", "code"];
        for row in lexicons.table("offices.tsv", &columns)?.rows() {
            let states = row.get("states").split(' ').map(SmolStr::from).collect();
            let (elsewhere, code) = (row.get("elsewhere").into(), row.get("code").into());
            words.offices.push((row.get("noun").to_string(), elsewhere, states, code));
        }
        Ok(words)
    }

    /// The code of an office by its noun, as the state of `code` has it: a premier of Canada is one of its
    /// provinces.
    pub fn office(&self, noun: &str, code: ActorCode) -> ActorCode {
        let state = code.state().unwrap_or_default();
        let other = self.offices.iter().find(|(own, elsewhere, states, _)| {
            own == noun
                && states.iter().any(|s| s == state)
                && code.as_str().strip_prefix(state).and_then(|c| c.strip_prefix('.'))
                    == Some(elsewhere.as_str())
        });
        let other = other.map(|(.., there)| match there.strip_prefix('=') {
            Some(whole) => ActorCode::new(whole),
            None => ActorCode::new(format!("{state}.{there}")),
        });
        other.unwrap_or(code)
    }

    /// The sector that a word, or two, of an organisation's name tells; `name` in lower case.
    pub fn sector(&self, name: &[String]) -> Option<&SmolStr> {
        let has = |w: &String| match w.split_once(' ') {
            Some((a, b)) => name.windows(2).any(|pair| pair[0] == a && pair[1] == b),
            None => name.contains(w),
        };
        let tells = |(words, _): &&(Vec<String>, SmolStr)| words.iter().any(has);
        self.sectors.iter().find(tells).map(|(_, code)| code).filter(|code| *code != "-")
    }
}
