//! Sums of products of a panel and a tile, with the vector instructions that this machine has.

use super::tiles::ROWS;
use super::{Multiply, WIDTH};
use pulp::Arch;
#[cfg(target_arch = "x86_64")]
use pulp::bytemuck::cast;

/// Two neighbouring inputs of a row, or their weights.
pub(super) type Pair = [i16; 2];

/// A way to add up products; all give the same.
pub(super) trait Products: Copy {
    /// The sums of the outputs of a panel.
    type Sums: Copy;
    /// Sums to begin with.
    fn zeros(self) -> Self::Sums;
    /// Adds the products of two inputs with their weights for each output.
    fn add(self, sums: &mut Self::Sums, inputs: Pair, weights: &[Pair; WIDTH]);
    /// The sums, output by output.
    fn whole(self, sums: Self::Sums) -> [i32; WIDTH];

    /// The products of a panel with the first `N` rows of a tile.
    #[inline(always)]
    fn sums<const N: usize>(
        self,
        panel: &[[Pair; WIDTH]],
        tile: &[[Pair; ROWS]],
    ) -> [[i32; WIDTH]; N] {
        let mut sums = [self.zeros(); N];
        for (weights, inputs) in panel.iter().zip(tile) {
            for (sum, x) in sums.iter_mut().zip(inputs) {
                self.add(sum, *x, weights);
            }
        }
        let mut whole = [[0; WIDTH]; N];
        for (whole, sums) in whole.iter_mut().zip(sums) {
            *whole = self.whole(sums);
        }
        whole
    }
}

/// Multiplies in the way that suits a machine.
pub(super) fn on(arch: Arch, task: Multiply) {
    match arch {
        #[cfg(target_arch = "x86_64")]
        Arch::V3(simd) => {
            simd.vectorize(
                #[inline(always)]
                || task.run(simd),
            );
        }
        arch => arch.dispatch(
            #[inline(always)]
            || task.run(Plain),
        ),
    }
}

#[cfg(target_arch = "x86_64")]
impl Products for pulp::x86::V3 {
    type Sums = [pulp::u32x8; 2];

    #[inline(always)]
    fn zeros(self) -> Self::Sums {
        [self.splat_u32x8(0); 2]
    }

    #[inline(always)]
    fn add(self, sums: &mut Self::Sums, inputs: Pair, weights: &[Pair; WIDTH]) {
        let x = cast(self.splat_i32x8(cast(inputs)));
        let weights: [pulp::i16x16; 2] = cast(*weights);
        for (sum, weights) in sums.iter_mut().zip(weights) {
            let products = cast(self.multiply_wrapping_add_adjacent_i16x16(x, weights));
            *sum = self.wrapping_add_u32x8(*sum, products);
        }
    }

    #[inline(always)]
    fn whole(self, sums: Self::Sums) -> [i32; WIDTH] {
        cast(sums)
    }
}

/// Without instructions for pairs.
#[derive(Clone, Copy)]
struct Plain;

impl Products for Plain {
    type Sums = [i32; WIDTH];

    #[inline(always)]
    fn zeros(self) -> Self::Sums {
        [0; WIDTH]
    }

    #[inline(always)]
    fn add(self, sums: &mut Self::Sums, [a, b]: Pair, weights: &[Pair; WIDTH]) {
        for (sum, [v, w]) in sums.iter_mut().zip(weights) {
            *sum += i32::from(a) * i32::from(*v) + i32::from(b) * i32::from(*w);
        }
    }

    #[inline(always)]
    fn whole(self, sums: Self::Sums) -> [i32; WIDTH] {
        sums
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_machines_give_the_same() {
        let pair =
            |i: usize| [(i * 7919 % 16001) as i16 - 8000, (i * 104_729 % 16001) as i16 - 8000];
        let panel: Vec<[Pair; WIDTH]> = (0..50)
            .map(|p| std::array::from_fn(|i| pair(p * WIDTH + i).map(|w| w / 100)))
            .collect();
        let tile: Vec<[Pair; ROWS]> =
            (0..50).map(|p| std::array::from_fn(|i| pair(p * 31 + i))).collect();
        let plain = Plain.sums::<ROWS>(&panel, &tile);
        assert!(plain.iter().flatten().any(|sum| *sum != 0));
        #[cfg(target_arch = "x86_64")]
        if let Arch::V3(simd) = Arch::new() {
            assert_eq!(simd.sums::<ROWS>(&panel, &tile), plain);
            assert_eq!(simd.sums::<2>(&panel, &tile), plain[..2]);
        }
    }
}
