//! RTL of the row part.

use crate::hdl::prelude::*;
use crate::spec::{Prototype, Spec, index_bits};

/// Two stages: the row is compared with the edges of the runs; the run's part stands.
#[derive(LogicBlock)]
pub struct RowPart {
    /// Clock.
    pub clk_i: Signal<In, Clock>,
    /// Reset, active low.
    pub rst_ni: Signal<In, Bit>,
    /// Row.
    pub row_i: Sig<In>,
    /// Part of the row of two cycles before, one hot.
    pub part_o: Sig<Out>,
    u_part_table: TableMemory,
    row: Reg,
    part: Reg,
    run: Sig<Local>,
    run_rows: Const,
    _num_edges: usize,
}

impl RowPart {
    /// For the rows and parts of `spec`.
    pub fn new(spec: &Spec, sizes: &Prototype) -> Self {
        let (length, runs) = sizes.runs();
        let one_hot = |part: &Option<u8>| part.map_or(0, |part| 1u128 << part);
        let mut words: Vec<u128> = runs.iter().map(one_hot).collect();
        words.resize(words.len().max(2), 0);
        RowPart {
            clk_i: Default::default(),
            rst_ni: Default::default(),
            row_i: Sig::new(spec.row_bits()),
            part_o: Sig::new(sizes.num_compartments()),
            row: Reg::data(spec.row_bits()),
            part: Reg::new(sizes.num_compartments(), 0),
            run: Sig::new(index_bits(words.len())),
            run_rows: Const::new(spec.row_bits(), length as i128),
            _num_edges: words.len() - 1,
            u_part_table: TableMemory::new(sizes.num_compartments(), words),
        }
    }
}

impl Logic for RowPart {
    #[hdl_gen]
    fn update(&mut self) {
        clock!(self, clk_i, row, part);
        self.row.d.next = self.row_i.val();
        self.run.next = 0.into();
        for k in 0..self._num_edges {
            if self.row.q.val() >= self.run_rows.val() + k.to_bits() * self.run_rows.val() {
                self.run.next = self.run.val() + 1;
            }
        }
        self.u_part_table.clk_i.next = self.clk_i.val();
        self.u_part_table.we_i.next = false;
        self.u_part_table.waddr_i.next = 0.into();
        self.u_part_table.wdata_i.next = 0.into();
        self.u_part_table.raddr_i.next = self.run.val();
        self.part.d.next = self.u_part_table.rdata_o.val();
        self.part_o.next = self.part.q.val();
    }
}
