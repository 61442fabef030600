//! **Mask**: neuronal selection. A junction a hidden neuron: AP may fire, P is silent.
//!
//! - A silent neuron integrates, but does not spike and is not decremented, so that its membrane ends
//!   at the sum of all steps; it is not read out and does not learn (it lies in no learning window).
//!   What is silent holds for the whole image, teaching included; inference alone changes nothing:
//!   the junctions are not volatile.
//! - Registers: target (16 bits, hidden spikes an image; 0: off, no draw), code `k` (4 bits, reset 8).
//! - An image that is to be learned (a valid label, no view; whether the margin is met or not) costs
//!   one draw, before all others. The neuron's word is that of its column. With `a = A + |k - 8| - 12`,
//!   A the amplitude code of the hidden array:
//!   `k > 8` (too many spikes): junctions of the neurons that fired get a pulse AP to P;
//!   `k < 8` (too few): all junctions get a pulse P to AP; `k = 8` or `a < 0`: none.
//!   A junction switches where `word < table[left][transition][a]`.
//! - Then `k` moves by one: up (to 15) where the image had more hidden spikes than the target, down (to
//!   0) where it had fewer. Excitation and inhibition balance themselves; as A falls with the schedule,
//!   the pulses weaken and the selection settles.
//! - Host: region 6, index `pass << lane_bits | lane`, data bit 0, 1 for silent.
//! - Paper: neuronal selection, E-I balance. That silence costs the decrement, too, is the paper's;
//!   the pulses by spike count are ours (measured on held-out training images).

pub mod golden;
pub mod rtl;
