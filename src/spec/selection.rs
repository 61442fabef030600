//! Cores with a mask of silent neurons.

use super::Spec;
use crate::{Error, Result};

impl Spec {
    /// The same core with a mask that balances to `target` hidden spikes an image.
    ///
    /// # Errors
    /// [`Error::Input`] where the scheme has no mask, the target needs more than 16 bits, or the
    /// passes are more than [`Spec::MAX_MASK_PASSES`].
    pub fn with_mask(mut self, target: u32) -> Result<Self> {
        let fault = if self.prototype().is_some() {
            "is of scheme \"modulated\" alone: give --preset fast".to_owned()
        } else if target > u32::from(u16::MAX) {
            "exceeds 65535 (16-bit register)".to_owned()
        } else if self.passes() > Self::MAX_MASK_PASSES {
            format!(
                "needs at most {} passes, here are {}: raise --lanes",
                Self::MAX_MASK_PASSES,
                self.passes()
            )
        } else {
            self.mask = true;
            self.learning.mask_target = target;
            return Ok(self);
        };
        Err(Error::Input(format!(
            "`learning.mask_target = {target}` {fault}"
        )))
    }

    /// Most passes of a core with a mask: its memory is distributed.
    pub const MAX_MASK_PASSES: usize = 64;
}
