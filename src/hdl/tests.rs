//! The layer's rules: what prints, and what is refused.

use super::prelude::*;
use super::print;
use crate::hdl::sim::Leaf;

/// A counter with everything a kernel may use.
#[derive(LogicBlock)]
struct Sample {
    clk_i: Signal<In, Clock>,
    rst_ni: Signal<In, Bit>,
    step_i: Sig<In>,
    select_i: Sig<In>,
    words_i: Sig<In>,
    count_o: Sig<Out>,
    word_o: Sig<Out>,
    negative_o: Signal<Out, Bit>,
    count: Reg,
    word: Sig<Local>,
    wide: Sig<Local>,
    most: Const,
}

impl Sample {
    fn new(words: usize) -> Self {
        Sample {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            step_i: Sig::new(4),
            select_i: Sig::new(words),
            words_i: Sig::packed(words, 4),
            count_o: Sig::new(6),
            word_o: Sig::new(4),
            negative_o: Default::default(),
            count: Reg::new(6, 5),
            word: Sig::new(4),
            wide: Sig::new(6),
            most: Const::new(6, 20),
        }
    }
}

impl Logic for Sample {
    #[hdl_gen]
    fn update(&mut self) {
        dff_setup!(self, clk_i, count);
        self.wide.next = bits(signed_cast(self.step_i.val()), 6);
        if self.count.q.val() < self.most.val() {
            self.count.d.next = self.count.q.val() + self.wide.val();
        }
        self.word.next = 0.into();
        for k in 0..self.select_i.width() {
            if self.select_i.val().get_bit(k).any() {
                self.word.next = self.word.val() | self.words_i.val().get_bit(k);
            }
        }
        self.word_o.next = self.word.val();
        self.negative_o.next = signed_cast(self.wide.val()) < signed_cast(self.most.val());
        self.count_o.next = self.count.q.val();
    }
}

#[test]
fn a_module_reads_like_hand_written() {
    let modules = print("sample", &[], &Sample::new(3)).unwrap();
    insta::assert_snapshot!(modules[0].text);
}

#[test]
fn text_has_one_size_for_all_sizes() {
    let lines = |words| {
        print("sample", &[], &Sample::new(words)).unwrap()[0]
            .text
            .lines()
            .count()
    };
    assert_eq!(lines(2), lines(100));
}

#[test]
fn the_simulator_follows_the_kernel() {
    let mut block = Sample::new(3);
    block.connect_all();
    let mut leaf: Leaf<Sample> = crate::leaf!(
        block,
        Sample,
        [clk_i],
        [rst_ni, step_i, select_i, words_i],
        [count_o, word_o, negative_o]
    );
    leaf.step(&[0, 0, 0, 0]).unwrap();
    assert_eq!(leaf.step(&[1, 3, 0b101, 0x821]).unwrap(), [5, 0x9, 1]);
    assert_eq!(leaf.step(&[1, 0xF, 0b010, 0x821]).unwrap(), [8, 0x2, 1]);
    assert_eq!(leaf.step(&[1, 0, 0, 0]).unwrap(), [7, 0, 1]);
}

mod narrow {
    use super::*;

    #[derive(LogicBlock)]
    pub struct Narrow {
        in_i: Sig<In>,
        out_o: Sig<Out>,
    }

    impl Narrow {
        pub fn error() -> String {
            let block = Narrow {
                in_i: Sig::new(4),
                out_o: Sig::new(6),
            };
            print("narrow", &[], &block).unwrap_err().to_string()
        }
    }

    impl Logic for Narrow {
        #[hdl_gen]
        fn update(&mut self) {
            self.out_o.next = self.in_i.val();
        }
    }
}

mod latch {
    use super::*;

    #[derive(LogicBlock)]
    pub struct Latch {
        in_i: Sig<In>,
        out_o: Sig<Out>,
    }

    impl Latch {
        pub fn error() -> String {
            let block = Latch {
                in_i: Sig::new(6),
                out_o: Sig::new(6),
            };
            print("latch", &[], &block).unwrap_err().to_string()
        }
    }

    impl Logic for Latch {
        #[hdl_gen]
        fn update(&mut self) {
            if self.in_i.val().any() {
                self.out_o.next = self.in_i.val();
            }
        }
    }
}

mod sum {
    use super::*;

    #[derive(LogicBlock)]
    pub struct Sum {
        a_i: Sig<In>,
        b_i: Sig<In>,
        out_o: Sig<Out>,
    }

    impl Sum {
        pub fn error() -> String {
            let block = Sum {
                a_i: Sig::new(6),
                b_i: Sig::new(4),
                out_o: Sig::new(6),
            };
            print("sum", &[], &block).unwrap_err().to_string()
        }
    }

    impl Logic for Sum {
        #[hdl_gen]
        fn update(&mut self) {
            self.out_o.next = self.a_i.val() + self.b_i.val();
        }
    }
}

#[test]
fn what_breaks_a_rule_is_refused_by_name() {
    insta::assert_snapshot!(narrow::Narrow::error());
    insta::assert_snapshot!(latch::Latch::error());
    insta::assert_snapshot!(sum::Sum::error());
}
