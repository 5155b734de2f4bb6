//! Sparse vectors over terms: 32-bit hashes in rising order, with weights.

use serde::{Deserialize, Serialize};

/// A vector; its length is 1, or 0 where it has no terms, unless said otherwise.
#[derive(Serialize, Deserialize, Clone, Default, Debug)]
pub(crate) struct Vector(Vec<(u32, f32)>);

impl Vector {
    /// Of terms, each once, as they are.
    pub(crate) fn new(mut terms: Vec<(u32, f32)>) -> Self {
        terms.sort_unstable_by_key(|(term, _)| *term);
        terms.shrink_to_fit();
        Vector(terms)
    }

    /// The same direction with the length 1.
    pub(crate) fn unit(mut self) -> Self {
        let length = self.length();
        if length > 0.0 {
            self.0.iter_mut().for_each(|(_, weight)| *weight /= length);
        }
        self
    }

    pub(crate) fn length(&self) -> f32 {
        self.0.iter().map(|(_, w)| w * w).sum::<f32>().sqrt()
    }

    pub(crate) fn sum(&self) -> f32 {
        self.0.iter().map(|(_, w)| w).sum()
    }

    pub(crate) fn terms(&self) -> impl Iterator<Item = (u32, f32)> + '_ {
        self.0.iter().copied()
    }

    /// Sum over the shared terms of what `of` makes of both weights.
    pub(crate) fn shared(&self, other: &Vector, of: impl Fn(f32, f32) -> f32) -> f32 {
        let (mut a, mut b, mut sum) = (self.0.as_slice(), other.0.as_slice(), 0.0);
        while let (Some((x, v)), Some((y, w))) = (a.first(), b.first()) {
            if x == y {
                sum += of(*v, *w);
            }
            if x <= y {
                a = &a[1..];
            }
            if y <= x {
                b = &b[1..];
            }
        }
        sum
    }

    /// The inner product: of unit vectors, the cosine.
    pub(crate) fn dot(&self, other: &Vector) -> f32 {
        self.shared(other, |a, b| a * b)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn products_are_over_shared_terms() {
        let a = Vector::new(vec![(9, 3.0), (2, 4.0), (5, 0.0)]);
        let b = Vector::new(vec![(2, 2.0), (7, 1.0)]);
        assert_eq!(a.dot(&b), 8.0);
        assert_eq!(a.length(), 5.0);
        assert_eq!(a.terms().count(), 3);
        let same = a.clone().unit();
        assert!((same.dot(&same) - 1.0).abs() < 1e-6);
        assert_eq!(Vector::default().unit().dot(&a), 0.0);
    }
}
