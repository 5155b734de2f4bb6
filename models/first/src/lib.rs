//! The first half of `default.bin`, which is too large for one package (10 MiB). The other half,
//! and what the model is, are in `verbale-models`.

/// The bytes.
pub static BYTES: &[u8] = include_bytes!("../default.1.bin");
