//! Choices out of bytes, and the bytes of a round.

use arbitrary::Unstructured;

/// Choices read off bytes one after another; when the bytes have run out, always the first choice.
pub struct Dice<'b>(Unstructured<'b>);

impl<'b> Dice<'b> {
    /// Choices that `bytes` make.
    pub fn new(bytes: &'b [u8]) -> Self {
        Dice(Unstructured::new(bytes))
    }

    /// Whether there are bytes left to choose by.
    pub fn more(&self) -> bool {
        !self.0.is_empty()
    }

    /// A number below `n`; 0 where `n` is 0.
    pub fn below(&mut self, n: usize) -> usize {
        self.0.int_in_range(0..=n.saturating_sub(1)).unwrap_or(0)
    }

    /// True once in `n` times.
    pub fn once_in(&mut self, n: usize) -> bool {
        self.more() && self.below(n) + 1 == n
    }

    /// One of `all`, which has some.
    pub fn of<T: Copy>(&mut self, all: &[T]) -> T {
        *self.pick(all)
    }

    /// The same where it lies.
    pub fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        &all[self.below(all.len())]
    }

    /// Two places in a stretch of `n`, in order.
    pub fn stretch(&mut self, n: usize) -> (usize, usize) {
        let (a, b) = (self.below(n + 1), self.below(n + 1));
        (a.min(b), a.max(b))
    }

    /// The bytes that are left.
    pub fn rest(self) -> &'b [u8] {
        self.0.take_rest()
    }
}

/// The bytes of a round: at most `longest`, of which most rounds take a small part. The numbers are those
/// of SplitMix64 (Steele, Lea & Flood 2014).
pub fn bytes(seed: u64, round: u64, longest: usize) -> Vec<u8> {
    let mut state =
        seed.wrapping_mul(0xD134_2543_DE82_EF95) ^ round.wrapping_mul(0xA24B_AED4_963E_E407);
    let mut number = || {
        state = state.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = state;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    };
    let most = (longest >> (number() % 5)).max(1) as u64;
    let len = (number() % most) as usize + 1;
    let mut out: Vec<u8> = (0..len.div_ceil(8)).flat_map(|_| number().to_le_bytes()).collect();
    out.truncate(len);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_differ_and_come_back() {
        assert_eq!(bytes(1, 2, 100), bytes(1, 2, 100));
        assert_ne!(bytes(1, 2, 100), bytes(1, 3, 100));
        assert_ne!(bytes(1, 2, 100), bytes(2, 2, 100));
        assert!((0..100).all(|round| (1..=100).contains(&bytes(7, round, 100).len())));
    }

    #[test]
    fn without_bytes_the_first_choice() {
        let mut dice = Dice::new(&[]);
        assert_eq!((dice.below(9), dice.once_in(3), dice.stretch(5)), (0, false, (0, 0)));
        assert_eq!(dice.of(&["a", "b"]), "a");
    }
}
