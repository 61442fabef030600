//! What a run is disturbed by: cells that differ from each other, and noise on the images.
//!
//! Both are of the golden model and its data alone: no RTL has them.

use std::fmt::{Display, Formatter};

/// Steps of a number: three decimals.
const MILLI: f64 = 1000.0;

/// Cells that differ, in thousandths. All 0: all cells are alike.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Variation {
    /// Standard deviation of the centre of each cell's curves, all moved alike, 1/1000 logit.
    pub centre_milli: u32,
    /// Standard deviation of the slope of each cell's curves, all alike, 1/1000 of the slope.
    pub slope_milli: u32,
    /// Standard deviation of the centre of each single curve beside that: AP to P and P to AP of a
    /// junction no longer match, 1/1000 logit.
    pub mismatch_milli: u32,
    /// Share of the cells that are stuck at random values, 1/1000.
    pub stuck_milli: u32,
}

/// Noise on the images, in thousandths. All 0: none.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Noise {
    /// Share of the pixels that are set to 0 or 255, 1/1000.
    pub salt_milli: u32,
    /// Standard deviation of what is added to each pixel, 1/1000 grey level (of 255).
    pub gauss_milli: u32,
    /// Largest displacement right, left, down and up, 1/1000 pixel; whole pixels.
    pub shift_milli: u32,
}

/// One number of a list: name, largest value (1/1000), step (1/1000).
struct Field {
    name: &'static str,
    most: u32,
    step: u32,
}

const fn field(name: &'static str, most: u32, step: u32) -> Field {
    Field { name, most, step }
}

impl Variation {
    const FIELDS: [Field; 4] = [
        field("centre", 10_000, 1),
        field("slope", 2_000, 1),
        field("mismatch", 10_000, 1),
        field("stuck", 1_000, 1),
    ];

    /// Reads `centre=1.0,slope=0.3,mismatch=0.5,stuck=0.2` (logit, share of the slope, logit, share of
    /// the cells), any of them, or `none`.
    ///
    /// # Errors
    /// A sentence with name, value, limit and remedy.
    pub fn parse(text: &str) -> Result<Self, String> {
        parse(text, &Self::FIELDS).map(Self::from_milli)
    }

    /// The numbers, in the order of the text.
    pub fn milli(self) -> [u32; 4] {
        [
            self.centre_milli,
            self.slope_milli,
            self.mismatch_milli,
            self.stuck_milli,
        ]
    }

    /// From the numbers.
    pub fn from_milli([centre_milli, slope_milli, mismatch_milli, stuck_milli]: [u32; 4]) -> Self {
        Variation {
            centre_milli,
            slope_milli,
            mismatch_milli,
            stuck_milli,
        }
    }

    /// The same, checked.
    ///
    /// # Errors
    /// A sentence with name, value and limit.
    pub fn checked(milli: [u32; 4]) -> Result<Self, String> {
        check(milli, &Self::FIELDS).map(Self::from_milli)
    }

    /// All cells are alike.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }

    /// Curves differ from cell to cell.
    pub fn has_curves(self) -> bool {
        self.centre_milli > 0 || self.slope_milli > 0 || self.mismatch_milli > 0
    }
}

impl Noise {
    const FIELDS: [Field; 3] = [
        field("salt", 1_000, 1),
        field("gauss", 255_000, 1),
        field("shift", 14_000, 1_000),
    ];

    /// Reads `salt=0.1,gauss=20,shift=2` (share of the pixels, grey levels of 255, pixels), any of
    /// them, or `none`.
    ///
    /// # Errors
    /// As [`Variation::parse`].
    pub fn parse(text: &str) -> Result<Self, String> {
        parse(text, &Self::FIELDS).map(Self::from_milli)
    }

    /// The three numbers, in the order of the text.
    pub fn milli(self) -> [u32; 3] {
        [self.salt_milli, self.gauss_milli, self.shift_milli]
    }

    /// From the three numbers.
    pub fn from_milli([salt_milli, gauss_milli, shift_milli]: [u32; 3]) -> Self {
        Noise {
            salt_milli,
            gauss_milli,
            shift_milli,
        }
    }

    /// The same, checked.
    ///
    /// # Errors
    /// As [`Variation::checked`].
    pub fn checked(milli: [u32; 3]) -> Result<Self, String> {
        check(milli, &Self::FIELDS).map(Self::from_milli)
    }

    /// The images are as they are.
    pub fn is_none(self) -> bool {
        self == Self::default()
    }
}

impl Display for Variation {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        f.write_str(&text(self.milli(), &Self::FIELDS))
    }
}

impl Display for Noise {
    fn fmt(&self, f: &mut Formatter) -> std::fmt::Result {
        f.write_str(&text(self.milli(), &Self::FIELDS))
    }
}

fn text<const N: usize>(milli: [u32; N], fields: &[Field; N]) -> String {
    let named = milli.iter().zip(fields).filter(|(value, _)| **value > 0);
    let parts: Vec<String> = named
        .map(|(&value, field)| format!("{}={}", field.name, f64::from(value) / MILLI))
        .collect();
    if parts.is_empty() {
        "none".to_owned()
    } else {
        parts.join(",")
    }
}

fn check<const N: usize>(milli: [u32; N], fields: &[Field; N]) -> Result<[u32; N], String> {
    for (&value, field) in milli.iter().zip(fields) {
        if value > field.most || !value.is_multiple_of(field.step) {
            return Err(range(field, &(f64::from(value) / MILLI).to_string()));
        }
    }
    Ok(milli)
}

fn range(field: &Field, value: &str) -> String {
    let most = f64::from(field.most) / MILLI;
    let kind = if field.step == 1 {
        "a number with at most three decimals"
    } else {
        "a whole number"
    };
    format!("`{}={value}` is not {kind} from 0 to {most}", field.name)
}

fn parse<const N: usize>(text: &str, fields: &[Field; N]) -> Result<[u32; N], String> {
    let mut found = [None; N];
    if text == "none" {
        return Ok([0; N]);
    }
    let example = || {
        let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
        format!(
            "give any of {} as NAME=NUMBER, separated by commas, or none",
            names.join(", ")
        )
    };
    for part in text.split(',') {
        let (name, value) = part
            .split_once('=')
            .ok_or_else(|| format!("`{part}` is not NAME=NUMBER: {}", example()))?;
        let at = fields.iter().position(|field| field.name == name.trim());
        let at = at.ok_or_else(|| format!("`{}` is unknown: {}", name.trim(), example()))?;
        if found[at].is_some() {
            return Err(format!(
                "`{}` is named twice: give it once",
                fields[at].name
            ));
        }
        found[at] = Some(number(&fields[at], value.trim())?);
    }
    Ok(found.map(|value| value.unwrap_or(0)))
}

fn number(field: &Field, text: &str) -> Result<u32, String> {
    let fault = || range(field, text);
    let value: f64 = text.parse().map_err(|_| fault())?;
    let milli = (value * MILLI).round();
    // also false of what is no number
    let fits = (0.0..=f64::from(field.most)).contains(&milli) && value >= 0.0;
    let exact = (value * MILLI - milli).abs() < 1e-6;
    if fits && exact && (milli as u32).is_multiple_of(field.step) {
        Ok(milli as u32)
    } else {
        Err(fault())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_around() {
        let all = Variation::parse("stuck=0.2, centre=1.0,slope=0.3").unwrap();
        assert_eq!(all.milli(), [1000, 300, 0, 200]);
        assert_eq!(all.to_string(), "centre=1,slope=0.3,stuck=0.2");
        assert_eq!(Variation::parse(&all.to_string()).unwrap(), all);
        assert_eq!(Variation::parse("none").unwrap(), Variation::default());
        assert_eq!(Variation::default().to_string(), "none");
        let noise = Noise::parse("gauss=12.5,shift=2").unwrap();
        assert_eq!(
            (noise.milli(), noise.to_string().as_str()),
            ([0, 12_500, 2000], "gauss=12.5,shift=2")
        );
    }

    #[test]
    fn bad_texts_are_named() {
        for (text, parts) in [
            (
                "",
                ["`` is not NAME=NUMBER", "centre, slope, mismatch, stuck"],
            ),
            ("stuck", ["`stuck` is not NAME=NUMBER", "or none"]),
            (
                "sigma=1",
                ["`sigma` is unknown", "centre, slope, mismatch, stuck"],
            ),
            ("stuck=20", ["`stuck=20`", "0 to 1"]),
            ("stuck=-0.1", ["`stuck=-0.1`", "0 to 1"]),
            ("stuck=nan", ["`stuck=nan`", "0 to 1"]),
            ("stuck=0.0001", ["`stuck=0.0001`", "three decimals"]),
            ("centre=1e9", ["`centre=1e9`", "0 to 10"]),
            ("stuck=0.1,stuck=0.2", ["`stuck`", "named twice"]),
        ] {
            let said = Variation::parse(text).unwrap_err();
            parts
                .iter()
                .for_each(|p| assert!(said.contains(p), "{text}: {said}"));
        }
        let said = Noise::parse("shift=0.5").unwrap_err();
        assert!(
            said.contains("`shift=0.5` is not a whole number from 0 to 14"),
            "{said}"
        );
        assert!(Noise::checked([0, 0, 500]).is_err());
        assert!(
            Variation::checked([0, 0, 0, 1001])
                .unwrap_err()
                .contains("`stuck=1.001`")
        );
    }
}
