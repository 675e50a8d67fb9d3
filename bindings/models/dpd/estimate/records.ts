import type { Arena } from '../../../core/arena.js';
import { dpdDesign } from '../../../generated/records.js';
import type { DpdDesign } from '../design/design.js';
import type { InstrumentSpec } from '../design/instrument-specs.js';

const kinds = { gmm: 0, ordinary: 1, constant: 2 } as const;
const equations = { diff: 1, level: 2, both: 3 } as const;

/** The bit that replaces PRIMARY for the other transformation. */
const OTHER = 4;
const PRIMARY = 1;
const transforms = { fd: 0, fod: 1, level: 2 } as const;

/** Integers per spec in the core's table. */
const SPEC_FIELDS = 7;

/** Addresses of the rows of a design. Several designs may share them. */
export type RowAddresses = ReturnType<typeof putRows>;

/** Copies the rows of a design into the core's memory. */
export function putRows(arena: Arena, { vars, unitStart, period, complete, weights }: DpdDesign) {
  return {
    vars: arena.putFloats(vars),
    unitStart: arena.putInts(unitStart),
    period: arena.putInts(period),
    complete: arena.putBytes(complete),
    weights: weights === undefined ? 0 : arena.putFloats(weights),
  };
}

/** Copies a design into the core's memory and returns the address of its record. `rows` may be there already. */
export function putDesign(
  arena: Arena,
  design: DpdDesign,
  rows: RowAddresses = putRows(arena, design),
): number {
  return arena.putRecord(dpdDesign, {
    nrows: design.nrows,
    nunits: design.nunits,
    nperiods: design.nperiods,
    nregressors: design.params.length - Number(design.constant),
    constant: Number(design.constant),
    system: Number(design.system),
    transform: transforms[design.transform],
    mixed: Number(design.mixed),
    bridge: Number(design.bridge),
    h: design.h,
    nspecs: design.specs.length,
    ...rows,
    specs: arena.putInts(specTable(design.specs)),
    frequency: Number(design.frequency),
    components: design.components,
  });
}

function specTable(specs: readonly InstrumentSpec[]): Int32Array {
  const table = new Int32Array(SPEC_FIELDS * specs.length);
  specs.forEach((spec, i) => {
    const first = SPEC_FIELDS * i;
    table[first] = kinds[spec.kind];
    table[first + 1] = spec.column;
    table[first + 2] = spec.from;
    table[first + 3] = spec.to;
    table[first + 4] = Number(spec.collapse);
    table[first + 5] = equationBits(spec);
    table[first + 6] = Number(spec.passthru);
  });
  return table;
}

function equationBits({ equation, other }: InstrumentSpec): number {
  const bits = equations[equation];
  return other && equation !== 'level' ? bits - PRIMARY + OTHER : bits;
}
