use super::*;
use crate::golden::{Silent, start_network};
use crate::spec::{Region, Types};

fn core(rows: usize, columns: usize, lanes: usize) -> Core {
    let spec = Spec::new(rows, columns, lanes).unwrap();
    let (network, _) = start_network(&spec, 1).unwrap();
    let reset = network.lfsr;
    Core::new(network, reset)
}

fn errors(core: &Core) -> u32 {
    core.register(Register::Errors)
}

#[test]
fn malformed_events_are_dropped_and_marked() {
    let mut core = core(4, 2, 1);
    for event in [Event::Row(3), Event::Row(3), Event::Row(0), Event::Row(4)] {
        assert_eq!(core.event(event, &mut Silent), None);
    }
    assert_eq!(errors(&core), 1 << ErrorBit::Row as u32);
    core.event(Event::Reserved, &mut Silent);
    let last = Last {
        learn: true,
        label: 10,
        more: false,
    };
    let outcome = core.event(Event::Last(last), &mut Silent).unwrap();
    assert_eq!((outcome.work.events, outcome.work.rows), (5, 2));
    assert_eq!(outcome.result.map(|(_, taught)| taught), Some(false));
    assert_eq!(errors(&core), 0b111);
    assert_eq!(core.counters()[..4], [1, 2, core.counters()[2], 0]);
    core.reset();
    assert_eq!((errors(&core), core.counters()), (0, [0; Counter::COUNT]));
}

#[test]
fn a_view_has_no_result_and_ignores_its_label() {
    let mut core = core(4, 2, 1);
    let last = Last {
        learn: true,
        label: 12,
        more: true,
    };
    let outcome = core.event(Event::Last(last), &mut Silent).unwrap();
    assert_eq!((outcome.result, errors(&core)), (None, 0));
    assert!(!outcome.work.learn);
}

#[test]
fn the_host_reads_what_it_wrote() {
    let mut core = core(5, 5, 2);
    // column 4 is lane 0 of pass 2; lane_bits is 1
    let w1 = (Region::W1 as u32) << 28 | 5 << 14 | 2 << 1;
    assert_eq!(
        core.write(w1, -63i32 as u32),
        HostWrite::W1 { row: 5, pass: 2 }
    );
    assert_eq!((core.read(w1) as i32, core.w1_cells(5)[4]), (-63, -63));
    let writes = [
        (3, 0x1AB, 0xAB),
        (4, 0x12345, 0x2345),
        (8, 0x80402010, 0x80402010),
        (9, 0x1_0005, 5),
        (1, 7, 5 << 16 | 5),
        (0x4000_003F, 0x1FFFF, 0xFFFF),
        (0x5000_0003, 0x1E6, 0xE6),
    ];
    for (addr, data, read) in writes {
        assert_eq!(core.write(addr, data), HostWrite::Other);
        assert_eq!(core.read(addr), read, "{addr:x}");
    }
    assert_eq!(errors(&core), 0);
    core.write(9, 0);
    assert_eq!((errors(&core), core.lfsr()), (8, 5));
}

#[test]
fn a_second_letter_needs_all_types() {
    let entry = 0x5000_0001;
    let spec = Spec::new(5, 5, 2).unwrap();
    for (types, errors_after, rule) in [(Types::Causal, 16, 0b11010), (Types::All, 0, 0b11011)] {
        let (network, _) = start_network(&spec.clone().with_types(types).unwrap(), 3).unwrap();
        let mut core = Core::new(&network, network.lfsr);
        assert_eq!(core.write(entry, 0b11011), HostWrite::Other);
        assert_eq!((errors(&core), core.read(entry)), (errors_after, rule));
    }
}

#[test]
fn addresses_outside_the_map() {
    let lanes_past = 1 << 28 | 1;
    for addr in [
        11,
        lanes_past | 2 << 1,
        1 << 28 | 6 << 14,
        2 << 28 | 10,
        2 << 28 | 5 << 4,
        3 << 28,
        4 << 28 | 64,
        5 << 28 | 4,
        6 << 28,
        7 << 28 | 11,
        15 << 28,
    ] {
        let mut core = core(5, 5, 2);
        assert_eq!(core.read(addr), 0, "{addr:x}");
        assert_eq!(errors(&core), 16, "{addr:x}");
        core.reset();
        core.write(addr, 1);
        assert_eq!(errors(&core), 16, "{addr:x}");
    }
}
