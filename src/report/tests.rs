use super::*;
use serde_json::json;

fn found(value: Value) -> Found {
    value.as_object().unwrap().clone()
}

#[test]
fn a_sequence_is_a_picture() {
    let page = page(
        "spinloom train --preset mnist-sequence",
        &found(json!({
            "array": "784x100", "scheme": "prototype", "data": "mnist",
            "test_accuracy_percent": 98.7,
            "class_sequence": [1, 0],
            "accuracy_matrix_percent": [[null, 100.0], [97.5, 62.25]],
            "forgetting_percent": [0.0, 37.75],
            "floors": {"nearest_class_mean": {"test_accuracy_percent": 82.03}},
        })),
    );
    for part in [
        "<pre>spinloom train --preset mnist-sequence</pre>",
        "after 1",
        "after 0",
        ">62.2<",
        ">37.8<",
        "nearest class mean",
        "82.03",
        "98.7",
    ] {
        assert!(page.contains(part), "{part}");
    }
    // three cells and two forgotten ones
    assert_eq!(page.matches("<rect").count(), 5);
}

#[test]
fn nothing_from_outside_the_file() {
    let page = page("spinloom <b>", &found(json!({"array": "<script>"})));
    for outside in ["http:", "https:", "src=", "@import", "<script", "<b>"] {
        assert!(!page.contains(outside), "{outside}");
    }
    assert!(page.contains("--order by-class"));
}
