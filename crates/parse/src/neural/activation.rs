//! Functions of numbers and rows that stand between matrices.
//!
//! Everything is written as plain loops over slices; [`Arch::dispatch`](pulp::Arch) compiles them
//! for the vectors that this machine has.

/// e^x by a polynomial of degree 6 on the fraction of x log2 e; relative error below 1e-6 between
/// -87 and 88, and clamped beyond.
#[inline(always)]
pub(crate) fn exp(x: f32) -> f32 {
    const MAGIC: f32 = 12_582_912.0; // 1.5 * 2^23: adding it rounds to a whole number
    let scaled = x.clamp(-87.0, 88.0) * std::f32::consts::LOG2_E;
    let shifted = scaled + MAGIC;
    let fraction = (scaled - (shifted - MAGIC)) * std::f32::consts::LN_2;
    let terms = [1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0];
    let power = terms.into_iter().fold(0.0, |sum, term: f32| sum * fraction + term);
    power * f32::from_bits((shifted.to_bits() << 23).wrapping_add(0x3F80_0000))
}

/// The logistic function.
#[inline(always)]
pub(crate) fn sigmoid(x: f32) -> f32 {
    1.0 / (1.0 + exp(-x))
}

/// The hyperbolic tangent.
#[inline(always)]
pub(crate) fn tanh(x: f32) -> f32 {
    2.0 * sigmoid(2.0 * x) - 1.0
}

/// x times the share of a normal distribution below x, with the error function of Abramowitz &
/// Stegun 7.1.26 (absolute error below 2e-7).
#[inline(always)]
pub(crate) fn gelu(x: f32) -> f32 {
    let z = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * z);
    let terms = [1.061_405_4, -1.453_152, 1.421_413_8, -0.284_496_74, 0.254_829_6];
    let tail = terms.into_iter().fold(0.0, |sum, term: f32| sum * t + term) * t * exp(-z * z);
    0.5 * x * (1.0 + (1.0 - tail).copysign(x))
}

/// Lanes of [`dot`]: enough for any vector, in a fixed order of summation.
const LANES: usize = 16;

/// The inner product of two rows of one length.
#[inline(always)]
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    let ((a, a_rest), (b, b_rest)) = (a.as_chunks::<LANES>(), b.as_chunks::<LANES>());
    let mut sums = [0.0f32; LANES];
    for (a, b) in a.iter().zip(b) {
        for i in 0..LANES {
            sums[i] += a[i] * b[i];
        }
    }
    let rest: f32 = a_rest.iter().zip(b_rest).map(|(x, y)| x * y).sum();
    sum(&sums) + rest
}

/// The sum of a row, in a fixed order that vectors can follow.
#[inline(always)]
pub(crate) fn sum(row: &[f32]) -> f32 {
    let (chunks, rest) = row.as_chunks::<LANES>();
    let mut sums = [0.0f32; LANES];
    for chunk in chunks {
        for i in 0..LANES {
            sums[i] += chunk[i];
        }
    }
    let mut width = LANES;
    while width > 1 {
        width /= 2;
        for i in 0..width {
            sums[i] += sums[i + width];
        }
    }
    sums[0] + rest.iter().sum::<f32>()
}

/// Turns scores into probabilities.
#[inline(always)]
pub(crate) fn softmax(row: &mut [f32]) {
    let largest = row.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    row.iter_mut().for_each(|x| *x = exp(*x - largest));
    let scale = 1.0 / sum(row);
    row.iter_mut().for_each(|x| *x *= scale);
}

/// The first of the largest scores.
pub(crate) fn best(scores: &[f32]) -> usize {
    (1..scores.len()).fold(0, |top, i| if scores[i] > scores[top] { i } else { top })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn is_near_the_exact_functions() {
        for i in -2000..2000 {
            let x = i as f32 / 100.0;
            assert!((exp(x) / x.exp() - 1.0).abs() < 2e-6, "e^{x}");
            assert!((tanh(x) - x.tanh()).abs() < 1e-6, "tanh {x}");
            assert!((sigmoid(x) - 1.0 / (1.0 + (-x).exp())).abs() < 1e-6, "sigmoid {x}");
        }
        assert!((gelu(1.0) - 0.841_344_7).abs() < 1e-6 && (gelu(-1.0) + 0.158_655_3).abs() < 1e-6);
        assert!(exp(1000.0).is_finite() && exp(-1000.0) >= 0.0);
    }

    #[test]
    fn sums_rows() {
        let row: Vec<f32> = (0..37).map(|i| i as f32).collect();
        assert_eq!(sum(&row), 666.0);
        assert_eq!(dot(&row, &row), 16206.0);
        let mut scores = [1.0, 2.0, 3.0];
        softmax(&mut scores);
        assert!((scores.iter().sum::<f32>() - 1.0).abs() < 1e-6 && scores[2] > scores[1]);
    }
}
