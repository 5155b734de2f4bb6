//! Arrays of numbers in model files.
//!
//! An array has a letter for its kind, its dimensions, and its numbers, little endian: `f` single
//! precision; `u` unsigned, 32 bits; `q` eight bits with one scale (single precision) for each row
//! of the first dimension, the scales first.

use crate::ModelError;
use crate::file::{Kind, Reader};

/// Reads arrays one after another.
pub(crate) struct Tensors<'b> {
    reader: Reader<'b>,
}

/// A table of rows of eight bits.
#[derive(Debug)]
pub(crate) struct Table {
    width: usize,
    scales: Vec<f32>,
    cells: Vec<i8>,
}

impl<'b> Tensors<'b> {
    /// Opens a model file.
    pub(crate) fn open(kind: Kind, bytes: &'b [u8]) -> Result<Self, ModelError> {
        Ok(Tensors { reader: Reader::open(kind, bytes)? })
    }

    /// What is not an array.
    pub(crate) fn reader(&mut self) -> &mut Reader<'b> {
        &mut self.reader
    }

    /// Sizes that say what the next arrays are.
    pub(crate) fn sizes<const N: usize>(&mut self) -> Result<[usize; N], ModelError> {
        let mut sizes = [0; N];
        for size in &mut sizes {
            *size = self.reader.number()? as usize;
        }
        Ok(sizes)
    }

    /// Numbers in single precision. Weights of eight bits are scaled.
    pub(crate) fn floats(&mut self, shape: &[usize]) -> Result<Vec<f32>, ModelError> {
        match self.kind(shape)? {
            b'f' => self.plain(shape, f32::from_le_bytes),
            b'q' => {
                let table = self.quantised(shape)?;
                Ok((0..table.scales.len()).flat_map(|i| table.row(i)).collect())
            }
            _ => Err(ModelError::Damaged),
        }
    }

    /// Unsigned numbers.
    pub(crate) fn numbers(&mut self, shape: &[usize]) -> Result<Vec<u32>, ModelError> {
        match self.kind(shape)? {
            b'u' => self.plain(shape, u32::from_le_bytes),
            _ => Err(ModelError::Damaged),
        }
    }

    /// A table of eight bits.
    pub(crate) fn table(&mut self, shape: &[usize; 2]) -> Result<Table, ModelError> {
        match self.kind(shape)? {
            b'q' => self.quantised(shape),
            _ => Err(ModelError::Damaged),
        }
    }

    fn kind(&mut self, shape: &[usize]) -> Result<u8, ModelError> {
        let kind = self.reader.byte()?;
        let n = self.reader.number()? as usize;
        let mut same = n == shape.len();
        for size in shape.iter().take(n) {
            same &= self.reader.number()? as usize == *size;
        }
        if same { Ok(kind) } else { Err(ModelError::Damaged) }
    }

    fn plain<T>(&mut self, shape: &[usize], from: fn([u8; 4]) -> T) -> Result<Vec<T>, ModelError> {
        let bytes = self.reader.bytes(product(&[shape, &[4]])?)?;
        Ok(bytes.as_chunks::<4>().0.iter().map(|b| from(*b)).collect())
    }

    fn quantised(&mut self, shape: &[usize]) -> Result<Table, ModelError> {
        let rows = shape.first().copied().unwrap_or(0);
        let width = product(&[shape.get(1..).unwrap_or(&[])])?;
        let scales = self.plain(&[rows], f32::from_le_bytes)?;
        let cells = self.reader.bytes(product(&[shape])?)?.iter().map(|b| *b as i8).collect();
        Ok(Table { width, scales, cells })
    }
}

/// How many numbers arrays of these sizes have.
fn product(shapes: &[&[usize]]) -> Result<usize, ModelError> {
    let mut sizes = shapes.iter().copied().flatten();
    sizes.try_fold(1, |all: usize, n| all.checked_mul(*n)).ok_or(ModelError::Damaged)
}

impl Table {
    /// The numbers of a row; none where there is no such row.
    #[inline(always)]
    pub(crate) fn row(&self, at: usize) -> impl Iterator<Item = f32> + '_ {
        let cells = self.cells.get(at * self.width..(at + 1) * self.width).unwrap_or(&[]);
        let scale = self.scales.get(at).copied().unwrap_or(0.0);
        cells.iter().map(move |c| f32::from(*c) * scale)
    }
}
