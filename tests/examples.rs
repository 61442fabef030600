//! The examples build and run.

#[path = "../examples/custom_device.rs"]
mod custom_device;
#[path = "../examples/custom_rules.rs"]
mod custom_rules;
#[path = "../examples/own_network.rs"]
mod own_network;

#[test]
fn thirty_lines_each() {
    for text in [
        include_str!("../examples/custom_device.rs"),
        include_str!("../examples/custom_rules.rs"),
        include_str!("../examples/own_network.rs"),
    ] {
        assert!(text.lines().count() <= 30, "{text}");
    }
}

#[test]
fn a_device_of_ones_own() {
    assert!(custom_device::main().is_ok());
}

#[test]
fn a_rule_table_of_ones_own() {
    assert!(custom_rules::main().is_ok());
}

#[test]
fn a_network_of_ones_own() {
    assert!(own_network::main().is_ok());
}
