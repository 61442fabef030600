//! What a sweep found: a table of all jobs as CSV; mean and range over the seeds for people.

use super::job::{Found, measured};
use super::spec::{Point, SEED, Spec};
use crate::cli::output::Outcome;
use crate::golden::eval::Spread;
use crate::report::plain;
use crate::{Error, Result, files};
use serde_json::{Map, Value, json};
use std::path::Path;

/// Points that differ in the seed alone.
struct Group<'a> {
    /// Values of the other axes.
    values: Vec<&'a Value>,
    found: Vec<&'a Found>,
}

/// Writes the table, tells the groups.
pub fn tell(spec: &Spec, found: &[Found], folder: &Path, outcome: &mut Outcome) -> Result<()> {
    let path = folder.join("table.csv");
    let text = csv(spec, found)?;
    files::replace(&path, |out| out.write_all(&text))?;
    outcome.set("table", path.display().to_string());
    let axes: Vec<&String> = without_seed(spec, &spec.axes);
    let groups = groups(spec, found);
    let mut rows = vec![axes.iter().map(|axis| (*axis).clone()).collect()];
    let header: &mut Vec<String> = &mut rows[0];
    header.extend(spec.measures.iter().cloned());
    let mut objects = Vec::new();
    for group in &groups {
        let mut cells: Vec<String> = group.values.iter().map(|value| plain(value)).collect();
        let mut measures = Map::new();
        for measure in &spec.measures {
            let values = group.found.iter().map(|found| measured(found, measure));
            let values: Vec<&Value> = values.collect::<Result<_>>()?;
            let (object, text) = summed(&values);
            measures.insert(measure.clone(), object);
            cells.push(text);
        }
        let point: Map<String, Value> = axes
            .iter()
            .zip(&group.values)
            .map(|(axis, value)| ((*axis).clone(), (*value).clone()))
            .collect();
        objects.push(json!({"point": point, "jobs": group.found.len(), "measures": measures}));
        rows.push(cells);
    }
    outcome.set("axes", json!(axes));
    outcome.set("measures", spec.measures.clone());
    outcome.set("points", objects);
    aligned(&rows).iter().for_each(|line| outcome.line(line));
    Ok(())
}

/// Over the seeds: numbers as mean and range, anything else as it is.
fn summed(values: &[&Value]) -> (Value, String) {
    let numbers: Option<Vec<f64>> = values.iter().map(|value| value.as_f64()).collect();
    let Some(numbers) = numbers else {
        let texts: Vec<String> = values.iter().map(|value| plain(value)).collect();
        return (json!({"values": values}), texts.join(" "));
    };
    let spread = Spread::of(numbers);
    let digits = if values.iter().all(|value| value.is_i64() || value.is_u64()) {
        0
    } else {
        2
    };
    (json!(spread), spread.shown(digits))
}

/// What belongs to the axes other than the seed.
fn without_seed<'a, T>(spec: &Spec, of_axes: &'a [T]) -> Vec<&'a T> {
    let pairs = spec.axes.iter().zip(of_axes);
    let others = pairs.filter(|(axis, _)| *axis != SEED);
    others.map(|(_, of_axis)| of_axis).collect()
}

fn groups<'a>(spec: &'a Spec, found: &'a [Found]) -> Vec<Group<'a>> {
    let mut groups: Vec<Group> = Vec::new();
    for (Point { values, .. }, found) in spec.points.iter().zip(found) {
        let values = without_seed(spec, values);
        match groups.iter_mut().find(|group| group.values == values) {
            Some(group) => group.found.push(found),
            None => groups.push(Group {
                values,
                found: vec![found],
            }),
        }
    }
    groups
}

/// A row a job: values of the axes, then the measures.
fn csv(spec: &Spec, found: &[Found]) -> Result<Vec<u8>> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let failed = |error: csv::Error| Error::Design(error.to_string());
    let header = spec.axes.iter().chain(&spec.measures);
    writer.write_record(header).map_err(failed)?;
    for (Point { values, .. }, found) in spec.points.iter().zip(found) {
        let mut row: Vec<String> = values.iter().map(plain).collect();
        for measure in &spec.measures {
            row.push(plain(measured(found, measure)?));
        }
        writer.write_record(row).map_err(failed)?;
    }
    let ended = writer.into_inner();
    ended.map_err(|error| Error::Design(error.to_string()))
}

/// Rows in columns.
fn aligned(rows: &[Vec<String>]) -> Vec<String> {
    let wide = |column: usize| rows.iter().map(|row| row[column].len()).max().unwrap_or(0);
    let line = |row: &Vec<String>| {
        let cells = row.iter().enumerate();
        let cells = cells.map(|(at, cell)| format!("{cell:width$}", width = wide(at)));
        let line: Vec<String> = cells.collect();
        line.join("  ").trim_end().to_owned()
    };
    rows.iter().map(line).collect()
}
