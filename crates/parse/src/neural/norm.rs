//! Layer normalisation (Ba, Kiros & Hinton 2016).

use super::activation::{dot, sum};
use super::tensors::Tensors;
use crate::ModelError;

/// Scales and shifts of a layer.
#[derive(Debug)]
pub(crate) struct Norm {
    scale: Vec<f32>,
    shift: Vec<f32>,
    epsilon: f32,
}

impl Norm {
    pub(crate) fn read(input: &mut Tensors, size: usize) -> Result<Self, ModelError> {
        let [epsilon] = input.floats(&[1])?[..] else { return Err(ModelError::Damaged) };
        Ok(Norm { scale: input.floats(&[size])?, shift: input.floats(&[size])?, epsilon })
    }

    pub(crate) fn size(&self) -> usize {
        self.scale.len()
    }

    /// Normalises each row.
    #[inline(always)]
    pub(crate) fn apply(&self, rows: &mut [f32]) {
        let n = self.size() as f32;
        for row in rows.chunks_exact_mut(self.size()) {
            let mean = sum(row) / n;
            row.iter_mut().for_each(|x| *x -= mean);
            let spread = dot(row, row) / n;
            let scale = 1.0 / (spread + self.epsilon).sqrt();
            for ((x, s), t) in row.iter_mut().zip(&self.scale).zip(&self.shift) {
                *x = *x * scale * s + t;
            }
        }
    }
}
