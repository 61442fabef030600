use super::*;

fn fault(text: &str) -> String {
    Device::parse(text).unwrap_err()
}

#[test]
fn the_default_device_has_the_default_tables() {
    assert_eq!(Device::default().tables(), SwitchingTables::default());
    assert_eq!(Device::parse("").unwrap(), Device::default());
}

#[test]
fn a_file_goes_around() {
    let mut device = Device::default();
    device.curves[2].centre_volt = -3.8;
    device.curves[2].slope_per_volt = -44.5;
    device.amplitudes.step_volt = 0.03;
    let text = device.to_toml(|key| Some(format!("curve of\n{}", key.name())));
    assert_eq!(Device::parse(&text).unwrap(), device);
}

#[test]
fn what_is_left_out_is_assumed() {
    let text = "[left.p_to_ap]\ncentre_volt = -3.7\nslope_per_volt = -40.0";
    let device = Device::parse(text).unwrap();
    assert_eq!(device.curves[1].centre_volt, -3.7);
    assert_eq!(device.curves[0], Device::default().curves[0]);
    let tables = device.tables();
    let words: Vec<&u16> = tables.words().collect();
    assert_eq!(words[0], words[32]);
    assert_ne!(words[0], words[16]);
}

#[test]
fn what_is_no_device_is_named() {
    assert!(fault("[left.up]").contains("line 1: unknown field `up`"));
    assert!(fault("x = = 1").starts_with("line 1: "));
    let curve = |centre: &str, slope: &str| {
        fault(&format!(
            "[left.ap_to_p]\ncentre_volt = {centre}\nslope_per_volt = {slope}"
        ))
    };
    assert!(curve("nan", "1.0").contains("`left.ap_to_p.centre_volt = NaN`"));
    assert!(curve("1.0", "inf").contains("slope_per_volt = inf"));
    assert!(curve("1.0", "0.0").contains("switch alike"));
    assert!(curve("\"x\"", "1.0").contains("line 2: "));
    assert!(fault("[left.ap_to_p]\ncentre_volt = 1.0").contains("slope_per_volt"));
    assert!(fault("[amplitude]\nfirst_volt = -1.0\nstep_volt = 0.1").contains("first_volt = -1"));
    assert!(fault("[energy]\npulse_width_s = -1.0").contains("energy.pulse_width_s"));
    assert!(fault("[energy]\nspeed = 1").contains("unknown field `speed`"));
}

/// A centre extrapolated through 0 V: the pulses keep their sign, and larger ones switch more.
#[test]
fn the_sign_of_the_pulses_is_that_of_the_file() {
    let text = "[left.ap_to_p]\ncentre_volt = -0.1\nslope_per_volt = 4.0\n";
    let device = |more: &str| Device::parse(&format!("{text}{more}")).unwrap();
    let rises = |device: Device| {
        let p = |code| device.probability(CurveKey::ALL[0], code);
        p(15) > p(0)
    };
    let amplitude = "[amplitude]\nfirst_volt = 0.1\nstep_volt = 0.03\n";
    assert!(rises(device(&format!("pulse_sign = 1\n{amplitude}"))));
    assert!(!rises(device(&format!("pulse_sign = -1\n{amplitude}"))));
    // without the key, as the centre
    assert!(!rises(device(amplitude)));
    let mut signed = Device::default();
    signed.curves[0].pulse_sign = Some(1);
    assert_eq!(Device::parse(&signed.to_toml(|_| None)).unwrap(), signed);
    assert_eq!(signed.curves[0].mirrored().mirrored(), signed.curves[0]);
    assert!(fault(&format!("{text}pulse_sign = 2")).contains("pulse_sign = 2` is not 1 or -1"));
}

#[test]
fn the_reset_pulse_is_code_15_unless_given() {
    let amplitude = "[amplitude]\nfirst_volt = 1.0\nstep_volt = 0.1\n";
    let reset = |more: &str| {
        let device = Device::parse(&format!("{amplitude}{more}")).unwrap();
        device.energy.reset_volt
    };
    assert_eq!(reset(""), 2.5);
    assert_eq!(reset("[energy]\npulse_width_s = 1e-9"), 2.5);
    assert_eq!(reset("[energy]\nreset_volt = 3.96"), 3.96);
}

#[test]
fn no_zero_has_a_sign() {
    assert_eq!(
        (fixed(-0.001, 2), fixed(-0.006, 2)),
        ("0.00".into(), "-0.01".into())
    );
    assert_eq!(fixed(-0.0, 6), "0.000000");
}
