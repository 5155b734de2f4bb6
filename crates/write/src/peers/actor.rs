//! Actor codes of records in the terms of PLOVER and CAMEO.
//!
//! A part of a state never becomes the state itself: a sector that CAMEO has no type for keeps PLOVER's
//! name of it.

use super::codes::{group, state};

/// An actor code (`PER.GOV.MFA`, `IGO.NATO`) in its parts.
#[derive(Clone, Copy, Default)]
pub(super) struct Actor<'c> {
    /// ISO 3166 alpha-3, or IGO, NGO, MNC, IMG; empty where it is not known.
    pub(super) head: &'c str,
    /// Sector of PLOVER in a state, else the short name of a body.
    pub(super) second: &'c str,
}

impl<'c> Actor<'c> {
    pub(super) fn new(code: Option<&'c str>) -> Self {
        let mut parts = code.unwrap_or_default().split('.');
        let head = parts.next().filter(|h| *h != "UNK").unwrap_or_default();
        Actor { head, second: parts.next().unwrap_or_default() }
    }

    /// Whether it is no state and nothing in one.
    fn is_body(self) -> bool {
        matches!(self.head, "IGO" | "NGO" | "MNC" | "IMG")
    }

    /// The state, ISO 3166 alpha-3.
    pub(super) fn state(self) -> &'c str {
        if self.is_body() { "" } else { self.head }
    }

    /// Sector of PLOVER.
    pub(super) fn sector(self) -> &'c str {
        if self.is_body() { "" } else { self.second }
    }

    /// What PLOVER has in place of a state.
    pub(super) fn plover_country(self) -> &'c str {
        match (self.head, group(self.second)) {
            ("IGO", Some(group)) if !group.plover.is_empty() => group.plover,
            _ => self.head,
        }
    }

    /// Number of the Correlates of War.
    pub(super) fn cow(self) -> &'static str {
        state(self.state()).unwrap_or_default().cow
    }

    /// Known group of CAMEO.
    pub(super) fn group(self) -> &'static str {
        match self.head {
            "IGO" => group(self.second).unwrap_or_default().cameo,
            _ => "",
        }
    }

    /// Type of CAMEO: journalists are MED there, and health workers HLH.
    pub(super) fn cameo_type(self) -> &'c str {
        match self.sector() {
            _ if self.is_body() => self.head,
            "JRN" => "MED",
            "MED" => "HLH",
            sector => sector,
        }
    }

    /// Code of CAMEO: state, then type; of a body of states its group comes last.
    pub(super) fn cameo(self) -> String {
        format!("{}{}{}", self.state(), self.cameo_type(), self.group())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(code: &str, cameo: &str, plover: (&str, &str), cow: &str) {
        let actor = Actor::new(Some(code));
        assert_eq!(actor.cameo(), cameo);
        assert_eq!((actor.plover_country(), actor.sector()), plover);
        assert_eq!(actor.cow(), cow);
    }

    #[test]
    fn codes_of_others() {
        check("PER", "PER", ("PER", ""), "135");
        check("PER.GOV.MFA", "PERGOV", ("PER", "GOV"), "135");
        check("GBR.JRN", "GBRMED", ("GBR", "JRN"), "200");
        check("YEM.MED", "YEMHLH", ("YEM", "MED"), "679");
        check("IGO.NATO", "IGONAT", ("IGO", ""), "");
        check("IGO.UNSC", "IGOUNO", ("UNO", ""), "");
        check("IGO.SADC", "IGO", ("IGO", ""), "");
        check("NGO.MSF", "NGO", ("NGO", ""), "");
        check("UNK.UAF", "UAF", ("", "UAF"), "");
    }

    #[test]
    fn a_party_is_not_its_state() {
        check("MWI.PTY", "MWIPTY", ("MWI", "PTY"), "553");
        check("FJI.SOC", "FJISOC", ("FJI", "SOC"), "950");
    }
}
