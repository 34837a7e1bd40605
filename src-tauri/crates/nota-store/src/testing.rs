//! A disk in memory for tests, which stops after any step, forgets, reorders
//! and tears what was not synced, refuses any call, and lets several programs
//! take turns in an order that a seed decides.

mod dice;
mod disk;
mod hanging;
mod model;
mod turns;

pub use dice::Dice;
pub use disk::{Fault, SimulatedDisk};
pub use hanging::HangingDisk;
pub use model::Loss;
