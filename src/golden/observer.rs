//! What a check may watch, in the order of the hardware.

/// Hooks of [`super::Network`]; all do nothing unless written. The network is compiled for each
/// observer, so that [`Silent`] costs nothing.
pub trait Observer {
    /// A draw was made; the state after it.
    #[inline(always)]
    fn draw(&mut self, _lfsr_after: u16) {}

    /// A column after the last integration step; columns ascending.
    #[inline(always)]
    fn column(&mut self, _column: usize, _count: u8, _membrane: i32) {}

    /// A readout row after its update; one for each column with count > 0, ascending, when teaching.
    #[inline(always)]
    fn w2_row(&mut self, _column: usize, _weights: &[i16]) {}

    /// A hidden row after its update in the sweep; active rows ascending, the bias row last.
    #[inline(always)]
    fn w1_row(&mut self, _row: usize, _weights: &[i16]) {}
}

/// Watches nothing.
#[derive(Clone, Copy, Debug, Default)]
pub struct Silent;

impl Observer for Silent {}
