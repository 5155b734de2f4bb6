//! Features as hashes of atoms.

/// The indices of the atoms that make one feature.
pub(crate) type Template = &'static [u8];

const K: u64 = 0x9E37_79B9_7F4A_7C15;

/// One step of the mixing that makes hashes of sequences.
#[inline]
pub(crate) fn mix(h: u64, part: u32) -> u64 {
    (h.rotate_left(5) ^ u64::from(part)).wrapping_mul(K)
}

/// Hash of a string.
pub(crate) fn hash_str(text: &str) -> u32 {
    finish(text.chars().fold(1, |h, c| mix(h, c as u32)))
}

#[inline]
fn finish(h: u64) -> u32 {
    (h >> 32) as u32
}

/// One feature per template over `atoms`, written over `out`.
#[inline]
pub(crate) fn keys(templates: &[Template], atoms: &[u32], out: &mut Vec<u32>) {
    out.clear();
    out.extend(templates.iter().enumerate().map(|(i, template)| {
        let seed = mix(K, i as u32 + 1);
        finish(template.iter().fold(seed, |h, &a| mix(h, atoms[a as usize])))
    }));
}

/// Numbers the atoms of a feature set: one constant each, and how many there are.
macro_rules! atoms {
    ($count:ident: $($name:ident)+) => {
        #[allow(non_camel_case_types, clippy::upper_case_acronyms)]
        enum Atom { $($name),+ }
        $(const $name: u8 = Atom::$name as u8;)+
        const $count: usize = [$($name),+].len();
    };
}
pub(crate) use atoms;
