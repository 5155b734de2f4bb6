//! Sums of products of a panel and a tile, with the vector instructions that this machine has.

use super::tiles::ROWS;
use super::{Multiply, WIDTH};
use pulp::Arch;

/// Two neighbouring inputs of a row, or their weights.
pub(super) type Pair = [i16; 2];

/// A way to compute sums; all give the same.
pub(super) trait Products: Copy {
    /// The products of a panel with the first `N` rows of a tile.
    fn sums<const N: usize>(
        self,
        panel: &[[Pair; WIDTH]],
        tile: &[[Pair; ROWS]],
    ) -> [[i32; WIDTH]; N];
}

/// Multiplies in the way that suits this machine.
pub(super) fn on_this_machine(task: Multiply) {
    match Arch::new() {
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
    #[inline(always)]
    fn sums<const N: usize>(
        self,
        panel: &[[Pair; WIDTH]],
        tile: &[[Pair; ROWS]],
    ) -> [[i32; WIDTH]; N] {
        use pulp::bytemuck::cast;
        use pulp::{i16x16, u32x8};
        let mut sums = [[self.splat_u32x8(0); 2]; N];
        for (weights, inputs) in panel.iter().zip(tile) {
            let weights: [i16x16; 2] = cast(*weights);
            for (sum, x) in sums.iter_mut().zip(inputs) {
                let x = cast(self.splat_i32x8(cast(*x)));
                for (sum, weights) in sum.iter_mut().zip(weights) {
                    let products: u32x8 =
                        cast(self.multiply_wrapping_add_adjacent_i16x16(x, weights));
                    *sum = self.wrapping_add_u32x8(*sum, products);
                }
            }
        }
        let mut whole = [[0; WIDTH]; N];
        for (whole, sums) in whole.iter_mut().zip(sums) {
            *whole = cast(sums);
        }
        whole
    }
}

/// Without instructions for pairs.
#[derive(Clone, Copy)]
struct Plain;

impl Products for Plain {
    #[inline(always)]
    fn sums<const N: usize>(
        self,
        panel: &[[Pair; WIDTH]],
        tile: &[[Pair; ROWS]],
    ) -> [[i32; WIDTH]; N] {
        let mut sums = [[0; WIDTH]; N];
        for (weights, inputs) in panel.iter().zip(tile) {
            for (sums, [a, b]) in sums.iter_mut().zip(inputs) {
                for (sum, [v, w]) in sums.iter_mut().zip(weights) {
                    *sum += i32::from(*a) * i32::from(*v) + i32::from(*b) * i32::from(*w);
                }
            }
        }
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
