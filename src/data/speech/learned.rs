//! Which recordings a network has learned of: none of them may judge it.

use super::corpus::Utterance;

/// Digests of recordings that were learned, whatever their names and folders were.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Learned {
    /// Spoken "oh" counted as 0.
    pub oh: bool,
    /// Sorted, none twice.
    digests: Vec<u64>,
}

impl Learned {
    /// Of these digests, in any order.
    pub fn new(mut digests: Vec<u64>, oh: bool) -> Self {
        digests.sort_unstable();
        digests.dedup();
        Learned { oh, digests }
    }

    /// Of these utterances.
    pub fn of(utterances: &[&Utterance], oh: bool) -> Self {
        Self::new(utterances.iter().map(|u| u.digest).collect(), oh)
    }

    /// These and others.
    pub fn and(&self, others: &Learned) -> Self {
        let digests = self.digests.iter().chain(&others.digests);
        Self::new(digests.copied().collect(), self.oh || others.oh)
    }

    /// The utterance was learned.
    pub fn holds(&self, utterance: &Utterance) -> bool {
        self.digests.binary_search(&utterance.digest).is_ok()
    }

    /// The digests, rising.
    pub fn digests(&self) -> &[u64] {
        &self.digests
    }

    /// Nothing was learned, or images.
    pub fn is_empty(&self) -> bool {
        self.digests.is_empty()
    }
}
