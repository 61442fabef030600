//! The order in which classes are taught one after the other.

use super::NUM_CLASSES;
use crate::{Error, Result};

/// Every class once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClassOrder([u8; NUM_CLASSES]);

impl Default for ClassOrder {
    fn default() -> Self {
        ClassOrder(std::array::from_fn(|class| class as u8))
    }
}

impl ClassOrder {
    /// Checks that every class is there once.
    ///
    /// # Errors
    /// [`Error::Input`] names the class that is beyond the classes, named twice or left out.
    pub fn new(classes: &[u8]) -> Result<Self> {
        let fault = |what: String| {
            let last = NUM_CLASSES - 1;
            Err(Error::Input(format!(
                "{what}: name each class from 0 to {last} once, e.g. 7,2,9,0,4,1,8,3,6,5"
            )))
        };
        let mut seen = [false; NUM_CLASSES];
        for &class in classes {
            match seen.get_mut(usize::from(class)) {
                None => return fault(format!("class {class} is not below {NUM_CLASSES}")),
                Some(seen) if *seen => return fault(format!("class {class} is named twice")),
                Some(seen) => *seen = true,
            }
        }
        if let Some(class) = seen.iter().position(|seen| !seen) {
            return fault(format!("class {class} is left out"));
        }
        let mut order = Self::default();
        order.0.copy_from_slice(classes);
        Ok(order)
    }

    /// The classes, the first to be taught first.
    pub fn classes(&self) -> [u8; NUM_CLASSES] {
        self.0
    }

    /// When each class is taught, by class.
    pub fn places(&self) -> [u8; NUM_CLASSES] {
        let mut places = [0; NUM_CLASSES];
        for (place, &class) in self.0.iter().enumerate() {
            places[usize::from(class)] = place as u8;
        }
        places
    }
}

impl std::fmt::Display for ClassOrder {
    fn fmt(&self, f: &mut std::fmt::Formatter) -> std::fmt::Result {
        let names: Vec<String> = self.0.iter().map(u8::to_string).collect();
        f.write_str(&names.join(","))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_once() {
        let order = ClassOrder::new(&[7, 2, 9, 0, 4, 1, 8, 3, 6, 5]).unwrap();
        assert_eq!(order.to_string(), "7,2,9,0,4,1,8,3,6,5");
        assert_eq!(order.places()[7], 0);
        assert_eq!(order.places()[5], 9);
        assert_eq!(
            ClassOrder::default().places(),
            ClassOrder::default().classes()
        );
        let text = |classes: &[u8]| ClassOrder::new(classes).unwrap_err().to_string();
        assert!(text(&[0, 1, 1, 3, 4, 5, 6, 7, 8, 9]).contains("class 1 is named twice"));
        assert!(text(&[0, 1, 3, 4, 5, 6, 7, 8, 9]).contains("class 2 is left out"));
        assert!(text(&[10]).contains("class 10 is not below 10"));
        assert!(text(&[]).contains("class 0 is left out"));
    }
}
