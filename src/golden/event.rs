//! What comes in at the event port.

/// An event at the port.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Event {
    /// A pre-synaptic spike.
    Row(u16),
    /// End of an input step.
    Step,
    /// The kind without a meaning: taken as [`Event::Step`].
    Reserved,
    /// End of the image.
    Last(Last),
}

/// What LAST carries.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Last {
    /// Learn this image.
    pub learn: bool,
    /// Its class.
    pub label: u8,
    /// A view: another one of the same image follows.
    pub more: bool,
}
