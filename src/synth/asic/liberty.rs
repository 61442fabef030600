//! Liberty files as a tree of groups, and the numbers that cells have in them.

use crate::{Error, Result};
use std::path::Path;

/// `name (arguments) { ... }`.
#[derive(Clone, Debug, Default)]
pub struct Group {
    /// What it is.
    pub name: String,
    /// In parentheses, without quotes.
    pub arguments: Vec<String>,
    /// `name : value;` and `name (value, ...);`.
    attributes: Vec<(String, Vec<String>)>,
    /// Groups in it.
    groups: Vec<Group>,
}

impl Group {
    /// Reads a file: the group `library`.
    ///
    /// # Errors
    /// [`Error::Io`], and [`Error::File`] with the line of what is no liberty.
    pub fn read(path: &Path) -> Result<Self> {
        let bytes = std::fs::read(path).map_err(Error::io(path))?;
        let text = String::from_utf8_lossy(&bytes);
        parse(&text).map_err(|what| Error::file(path, format!("{what}: give a liberty file")))
    }

    /// The groups of a name.
    pub fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a Group> {
        self.groups.iter().filter(move |group| group.name == name)
    }

    /// Every group below it.
    pub fn below(&self) -> Vec<&Group> {
        let mut found: Vec<&Group> = Vec::new();
        let mut open: Vec<&Group> = self.groups.iter().collect();
        while let Some(group) = open.pop() {
            found.push(group);
            open.extend(&group.groups);
        }
        found
    }

    /// The values of an attribute.
    pub fn values(&self, name: &str) -> &[String] {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map_or(&[], |(_, values)| values)
    }

    /// The one value of an attribute.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.values(name).first().map(String::as_str)
    }

    /// The same, as a finite number.
    pub fn number(&self, name: &str) -> Option<f64> {
        let number = self.value(name)?.parse::<f64>().ok()?;
        number.is_finite().then_some(number)
    }
}

#[derive(Debug, PartialEq)]
enum Token<'a> {
    Mark(char),
    Word(&'a str),
}

/// A token, and its line.
type Placed<'a> = (Token<'a>, usize);

fn tokens(text: &str) -> std::result::Result<Vec<Placed<'_>>, String> {
    let mut found = Vec::new();
    let (mut at, mut line) = (0, 1);
    while let Some(c) = text[at..].chars().next() {
        let rest = &text[at..];
        let length = match c {
            '/' if rest.starts_with("/*") => {
                let end = rest.find("*/");
                end.ok_or(format!("line {line}: a comment without an end"))? + 2
            }
            '/' if rest.starts_with("//") => rest.find('\n').unwrap_or(rest.len()),
            '"' => {
                let end = rest[1..].find('"');
                let end = end.ok_or(format!("line {line}: a text without an end"))?;
                found.push((Token::Word(&rest[1..=end]), line));
                end + 2
            }
            '(' | ')' | '{' | '}' | ':' | ';' | ',' => {
                found.push((Token::Mark(c), line));
                1
            }
            c if c.is_whitespace() || c == '\\' => c.len_utf8(),
            _ => {
                let ends = |c: char| c.is_whitespace() || "(){}:;,\"\\".contains(c);
                let end = rest.find(ends).unwrap_or(rest.len());
                found.push((Token::Word(&rest[..end]), line));
                end
            }
        };
        line += rest[..length].matches('\n').count();
        at += length;
    }
    Ok(found)
}

fn parse(text: &str) -> std::result::Result<Group, String> {
    let tokens = tokens(text)?;
    let mut tokens = tokens.iter().peekable();
    // groups not yet closed, with their lines
    let mut open: Vec<(Group, usize)> = Vec::new();
    while let Some((token, line)) = tokens.next() {
        let name = match token {
            Token::Word(name) => *name,
            Token::Mark(';') => continue,
            Token::Mark('}') => {
                let (group, _) = open
                    .pop()
                    .ok_or(format!("line {line}: `}}` closes nothing"))?;
                match open.last_mut() {
                    Some((parent, _)) => parent.groups.push(group),
                    None if group.name == "library" => return Ok(group),
                    None => return Err(format!("`{}` is no group `library`", group.name)),
                }
                continue;
            }
            Token::Mark(mark) => return Err(format!("line {line}: `{mark}` where a name belongs")),
        };
        let mut values = Vec::new();
        match tokens.next() {
            Some((Token::Mark(':'), line)) => {
                // some files forget the `;`
                let ends = [Token::Mark(';'), Token::Mark('}')];
                while let Some((token, _)) =
                    tokens.next_if(|(token, at)| at == line && !ends.contains(token))
                {
                    if let Token::Word(word) = token {
                        values.push((*word).to_owned());
                    }
                }
            }
            Some((Token::Mark('('), line)) => {
                loop {
                    match tokens.next() {
                        Some((Token::Word(word), _)) => values.push((*word).to_owned()),
                        Some((Token::Mark(')'), _)) => break,
                        // `pin (D[7:0])` comes in three
                        Some((Token::Mark(',' | ':'), _)) => {}
                        _ => return Err(format!("line {line}: `(` without `)` behind `{name}`")),
                    }
                }
                if tokens.next_if(|(t, _)| *t == Token::Mark('{')).is_some() {
                    let group = Group {
                        name: name.to_owned(),
                        arguments: values,
                        ..Group::default()
                    };
                    open.push((group, *line));
                    continue;
                }
            }
            _ => return Err(format!("line {line}: neither `:` nor `(` behind `{name}`")),
        }
        let Some((group, _)) = open.last_mut() else {
            return Err(format!("line {line}: `{name}` stands outside of a group"));
        };
        group.attributes.push((name.to_owned(), values));
    }
    match open.last() {
        Some((group, line)) => Err(format!("line {line}: `{}` is not closed", group.name)),
        None => Err("there is no group `library`".into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_and_attributes() {
        let text = "/* a\n*/ library (a_b) { unit (1, pf); when : \"A & B\"\n x : 1.5;\n\
                    cell (\"c\") { area : 7 ; pin(D[1:0]) { values (\"1, 2\", \\\n \"3\"); } } }";
        let library = parse(text).unwrap();
        assert_eq!(library.values("unit"), ["1", "pf"]);
        assert_eq!(
            (library.value("when"), library.number("x")),
            (Some("A & B"), Some(1.5))
        );
        let cell = library.all("cell").next().unwrap();
        assert_eq!(
            (cell.arguments[0].as_str(), cell.number("area")),
            ("c", Some(7.0))
        );
        assert_eq!(cell.below()[0].values("values"), ["1, 2", "3"]);
        assert_eq!(library.number("when"), None);
    }

    #[test]
    fn what_is_no_liberty() {
        let cases = [
            ("", "no group `library`"),
            ("cell (x) { }", "`cell` is no group `library`"),
            (
                "library (x) {\n cell (y) {\n area : 1;",
                "line 2: `cell` is not closed",
            ),
            (
                "library (x) { area 5; }",
                "line 1: neither `:` nor `(` behind `area`",
            ),
            ("library (x) { area (5; }", "`(` without `)`"),
            ("library (x) { \n\"area", "line 2: a text without an end"),
            ("/* library", "a comment without an end"),
            ("}", "closes nothing"),
            ("{", "where a name belongs"),
            ("area : 5;", "outside of a group"),
        ];
        for (text, said) in cases {
            let error = parse(text).unwrap_err();
            assert!(error.contains(said), "{text}: {error}");
        }
    }
}
