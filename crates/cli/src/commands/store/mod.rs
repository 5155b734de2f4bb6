//! The commands over a store, a file each.

pub mod add;
mod answers;
pub mod export;
pub mod gc;
mod joining;
mod maker;
mod placing;
pub mod query;
pub mod recode;
pub mod show;
pub mod verify;
