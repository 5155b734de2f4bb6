//! The entity layer of a treebank: who is who by brackets in the last column of CoNLL-U.
//!
//! Reads the CorefUD style of Nedoluzhko et al. (2022) as GUM has it (Zeldes 2017): `Entity=(3-person-new`
//! opens a mention of entity 3, `3)` closes the latest one that is open, `(3-person)` is one word;
//! `3[1/2]` is the first of two parts. The comment `global.Entity` names the fields.
//!
//! Does not read bridging or split antecedents. A bracket that opens or closes nothing is passed over.

use super::conllu::Treebank;
use std::collections::BTreeMap;
use verbale::document::{
    Deprel, Form, Layer, Mention, MentionKind, Producer, TokenIdx, Tree, Upos,
};

/// One document of a treebank file.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Part<'t> {
    /// Its `newdoc id`; empty where the file names none.
    pub id: &'t str,
    /// Its `meta::genre`; empty where it has none.
    pub genre: &'t str,
    /// Its lines.
    pub text: &'t str,
}

/// Cuts a file at its `# newdoc` comments.
pub fn parts(file: &str) -> Vec<Part<'_>> {
    let mut starts: Vec<usize> = file.match_indices("# newdoc").map(|(at, _)| at).collect();
    starts.retain(|&at| at == 0 || file.as_bytes()[at - 1] == b'\n');
    if !file[..starts.first().copied().unwrap_or(file.len())].trim().is_empty() {
        starts.insert(0, 0);
    }
    let ends = starts.iter().skip(1).copied().chain([file.len()]);
    let part = |(start, end): (&usize, usize)| {
        let text = &file[*start..end];
        Part { id: value(text, "# newdoc id"), genre: value(text, "# meta::genre"), text }
    };
    starts.iter().zip(ends).map(part).collect()
}

/// What a comment line gives to `key`.
fn value<'t>(text: &'t str, key: &str) -> &'t str {
    let given = |line: &'t str| line.strip_prefix(key)?.trim_start().strip_prefix('=');
    text.lines().find_map(given).unwrap_or_default().trim()
}

/// The entity layer as mentions with chains over the treebank's tokens, by position.
///
/// A mention's head is its first word whose governor lies outside it; a span covers its parts. The
/// kind of what is no person, organisation, place or time is [`MentionKind::Group`].
pub fn mentions(treebank: &Treebank) -> Layer<Mention> {
    let mut reader = Reader::new(treebank);
    for (at, misc) in treebank.misc() {
        let brackets = misc.split('|').find_map(|m| m.strip_prefix("Entity="));
        reader.word(at, brackets.unwrap_or_default());
    }
    let tree = Tree::new(&treebank.doc);
    let mut found: Vec<Mention> = reader.done.iter().map(|b| mention(&tree, b)).collect();
    found.sort_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end)));
    Layer::new(Producer::new("treebank", ""), found)
}

/// A mention whose brackets are not all closed yet, or its tokens.
#[derive(Clone, Debug)]
struct Bracket<'t> {
    key: &'t str,
    kind: MentionKind,
    chain: u32,
    tokens: Vec<TokenIdx>,
}

struct Reader<'t> {
    /// Which fields are the entity's number and its type.
    fields: (usize, usize),
    chains: BTreeMap<&'t str, u32>,
    open: Vec<Bracket<'t>>,
    /// Tokens of the parts read so far of a mention in parts.
    parts: BTreeMap<&'t str, Vec<TokenIdx>>,
    done: Vec<Bracket<'t>>,
}

impl<'t> Reader<'t> {
    fn new(treebank: &Treebank) -> Self {
        let names = treebank.comments().find_map(|c| c.strip_prefix("global.Entity"));
        let names = names.unwrap_or("GRP-etype").trim_start_matches([' ', '=']);
        let place =
            |name: &str, else_at| names.split('-').position(|n| n == name).unwrap_or(else_at);
        let fields = (place("GRP", 0), place("etype", 1));
        let (chains, open) = (BTreeMap::new(), Vec::new());
        Reader { fields, chains, open, parts: BTreeMap::new(), done: Vec::new() }
    }

    fn word(&mut self, at: TokenIdx, brackets: &'t str) {
        self.open.iter_mut().for_each(|b| b.tokens.push(at));
        let mut rest = brackets;
        while !rest.is_empty() {
            let opening = rest.strip_prefix('(');
            let body = opening.unwrap_or(rest);
            let end = body.find(['(', ')']).unwrap_or(body.len());
            let closing = body[end..].starts_with(')');
            rest = &body[end + usize::from(closing)..];
            let key = match opening {
                Some(_) => self.opens(at, &body[..end]),
                None => &body[..end],
            };
            if closing {
                self.closes(key);
            }
        }
    }

    /// Opens a mention at a word; returns its key, empty where there is none.
    fn opens(&mut self, at: TokenIdx, body: &'t str) -> &'t str {
        let field = |i: usize| body.split('-').nth(i).unwrap_or_default();
        let (key, kind) = (field(self.fields.0), kind(field(self.fields.1)));
        if !key.is_empty() {
            let next = self.chains.len() as u32;
            let chain = *self.chains.entry(bare(key)).or_insert(next);
            self.open.push(Bracket { key, kind, chain, tokens: vec![at] });
        }
        key
    }

    fn closes(&mut self, key: &str) {
        let Some(at) = self.open.iter().rposition(|b| b.key == key) else { return };
        let mut bracket = self.open.remove(at);
        if let Some((part, parts)) = part_of(bracket.key) {
            let earlier = self.parts.entry(bare(bracket.key)).or_default();
            earlier.append(&mut bracket.tokens);
            if part < parts {
                return;
            }
            bracket.tokens = std::mem::take(earlier);
        }
        self.done.push(bracket);
    }
}

/// The entity's number without its part: "12" of "12[1/2]".
fn bare(key: &str) -> &str {
    key.split('[').next().unwrap_or(key)
}

/// (1, 2) of "12[1/2]".
fn part_of(key: &str) -> Option<(u32, u32)> {
    let (part, parts) = key.split_once('[')?.1.strip_suffix(']')?.split_once('/')?;
    Some((part.parse().ok()?, parts.parse().ok()?))
}

fn kind(name: &str) -> MentionKind {
    match name {
        "person" => MentionKind::Person,
        "organization" => MentionKind::Organisation,
        "place" => MentionKind::Place,
        "time" => MentionKind::Time,
        _ => MentionKind::Group,
    }
}

fn mention(tree: &Tree, bracket: &Bracket) -> Mention {
    let tokens = &bracket.tokens;
    let outer = |t: &&TokenIdx| tree.token(**t).head.is_none_or(|h| !tokens.contains(&h));
    let head = *tokens.iter().find(outer).unwrap_or(&tokens[0]);
    let (span, form) = (tree.span_of(tokens), form(tree, head, tokens.len()));
    Mention { chain: Some(bracket.chain), ..Mention::new(span, head, bracket.kind, form) }
}

/// A personal pronoun alone, a name, or a noun; "interviewee Ann Lee" is a name.
fn form(tree: &Tree, head: TokenIdx, n_tokens: usize) -> Form {
    let token = tree.token(head);
    let is_name = |t: TokenIdx| tree.token(t).upos == Upos::Propn;
    match token.upos {
        Upos::Pron if n_tokens == 1 && token.xpos.starts_with("PRP") => Form::Pronoun,
        _ if is_name(head) || tree.children_by(head, Deprel::Flat).any(is_name) => Form::Name,
        _ => Form::Nominal,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A sentence of nouns, each governed by the one after it, with these entity columns.
    fn bank(entities: &[&str]) -> Treebank {
        let mut text = "# newdoc id = d\n# global.Entity = GRP-etype-infstat\n".to_string();
        for (i, entity) in (1..).zip(entities) {
            let head = if i == entities.len() { 0 } else { i + 1 };
            let misc = if entity.is_empty() { "_".into() } else { format!("Entity={entity}|X=y") };
            text += &format!("{i}\tw{i}\tw\tNOUN\tNN\t_\t{head}\tdep\t_\t{misc}\n");
        }
        Treebank::parse("t", &text).expect("parses")
    }

    fn found(entities: &[&str]) -> Vec<(String, u32)> {
        let bank = bank(entities);
        let show = |m: &Mention| (bank.doc.slice(m.span).to_string(), m.chain.expect("a chain"));
        mentions(&bank).iter().map(show).collect()
    }

    #[test]
    fn nested_and_repeated() {
        let got = found(&["(1-person-new(2-place-new)", "", "1)(2-place-giv)"]);
        let want = [("w1 w2 w3", 0), ("w1", 1), ("w3", 1)];
        assert_eq!(got, want.map(|(text, chain)| (text.to_string(), chain)));
    }

    #[test]
    fn parts_are_one_mention() {
        let got = found(&["(4[1/2]-person-new)", "", "(4[2/2]-person-new", "4[2/2])"]);
        assert_eq!(got, [("w1 w2 w3 w4".to_string(), 0)]);
        let bank = bank(&["(4[1/2]-person-new)", "", "(4[2/2]-person-new", "4[2/2])"]);
        assert_eq!(mentions(&bank)[0].head, 0, "its governor is the second word, which is outside");
    }

    #[test]
    fn broken_brackets_are_passed_over() {
        assert_eq!(found(&["(1-person", "1)(1-person", "1)"]).len(), 2);
        assert_eq!(found(&["7)", "(8-person", "()", ")(", "(9", "9)"]).len(), 1);
    }

    #[test]
    fn files_are_cut_into_documents() {
        let file = "# newdoc id = a\n# meta::genre = news\n1\tx\n\n# newdoc id = b\n2\ty\n";
        let cut = parts(file);
        assert_eq!((cut[0].id, cut[0].genre, cut[1].id, cut[1].genre), ("a", "news", "b", ""));
        assert_eq!(parts("1\tx\n").len(), 1);
        assert!(parts("").is_empty());
    }
}
