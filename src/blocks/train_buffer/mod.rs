//! Block `train_buffer`.

pub mod rtl;
