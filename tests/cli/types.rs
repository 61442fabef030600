//! `sweep stdp`.

use super::good::json;
use super::place::Place;
use serde_json::Value;

#[test]
fn a_row_for_each_type_and_the_best_pair() {
    let place = Place::new();
    let found = json(&place, "sweep stdp --array 784x3 --data embedded --seeds 1");
    let rows = found["types"].as_array().unwrap();
    let names: Vec<&str> = rows.iter().filter_map(|row| row["type"].as_str()).collect();
    assert_eq!(
        names[..9],
        ["PD", "DP", "PP", "DD", "P0", "D0", "0P", "0D", "00"]
    );
    assert_eq!((rows.len(), &found["best_pair"]), (10, &rows[9]["type"]));
    let is_percent = |row: &Value| row["test_accuracy_percent"][0].as_f64().is_some();
    assert!(rows.iter().all(is_percent));
}
