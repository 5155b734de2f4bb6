//! Normal forms of names, and ids for what has none.

use sha2::{Digest, Sha256};
use verbale_document::SmolStr;

/// Lower case without diacritics, with straight apostrophes and single spaces.
pub(crate) fn fold(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    for c in name.chars() {
        match c {
            '’' | '‘' | '`' => out.push('\''),
            '–' | '—' | '‑' => out.push('-'),
            _ if c.is_whitespace() => {
                if !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            _ => out.extend(base(c).to_lowercase()),
        }
    }
    out
}

/// A Latin letter without its diacritic; any other character as it is.
fn base(c: char) -> char {
    if c.is_ascii() {
        return c;
    }
    const WITH: &str = "áàâäãåāăąçćčďđéèêëēėęěğíìîïīįıłļľñńňņóòôöõøōőřśšşșťţțúùûüūůűųýÿžźżÁÀÂÄÃÅĀÇĆČĎĐÉÈÊËĒĘĚĞÍÎÏİŁÑŃŇÓÒÔÖÕØŐŘŚŠŞȘŤȚÚÙÛÜŮŰÝŽŹŻ";
    const BARE: &str = "aaaaaaaaacccddeeeeeeeegiiiiiiilllnnnnoooooooorsssstttuuuuuuuuyyzzzAAAAAAACCCDDEEEEEEEGIIIILNNNOOOOOOORSSSSTTUUUUUUYZZZ";
    WITH.chars().position(|w| w == c).and_then(|i| BARE.chars().nth(i)).unwrap_or(c)
}

/// `x:` and twelve hex digits of the SHA-256 of the normal form.
pub(crate) fn own_id(name: &str) -> SmolStr {
    let hash = Sha256::digest(fold(name).as_bytes());
    let hex: String = hash.iter().take(6).map(|b| format!("{b:02x}")).collect();
    SmolStr::from(format!("x:{hex}"))
}

/// The Wikidata id where there is one, else an own id of the name.
pub(crate) fn id_of(qid: &str, name: &str) -> SmolStr {
    if qid.is_empty() { own_id(name) } else { SmolStr::new(qid) }
}

#[cfg(test)]
mod tests {
    use super::fold;

    #[test]
    fn folds() {
        let check = |name: &str, want: &str| assert_eq!(fold(name), want);
        check("Recep Tayyip Erdoğan", "recep tayyip erdogan");
        check("Côte  d’Ivoire", "cote d'ivoire");
        check("Łódź", "lodz");
        check("Kraków–Żywiec", "krakow-zywiec");
        check("ŽIŽEK", "zizek");
    }
}
