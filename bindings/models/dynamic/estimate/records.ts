import type { Arena } from '../../../core/engine/arena.js';
import { EquationBit, InstrumentKind, RowWidth, Transform } from '../../../generated/codes.js';
import { dpdDesign } from '../../../generated/records.js';
import type { DynamicDesign } from '../design/design.js';
import type { InstrumentSpec } from '../design/instrument-specs.js';

/** Addresses of the rows of a design. Several designs may share them. */
export type RowAddresses = ReturnType<typeof putRows>;

/** Copies the rows of a design into the core's memory. */
function putRows(arena: Arena, { vars, unitStart, period, complete, weights }: DynamicDesign) {
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
  design: DynamicDesign,
  rows: RowAddresses = putRows(arena, design),
): number {
  return arena.putRecord(dpdDesign, {
    nrows: design.nrows,
    nunits: design.nunits,
    nperiods: design.nperiods,
    nregressors: design.params.length - Number(design.constant),
    constant: Number(design.constant),
    system: Number(design.system),
    transform: Transform[design.transform],
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
  const table = new Int32Array(RowWidth['instrument-spec'] * specs.length);
  specs.forEach((spec, i) => {
    const first = RowWidth['instrument-spec'] * i;
    table[first] = InstrumentKind[spec.kind];
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
  const bits = EquationBit[equation];
  return other && equation !== 'level' ? bits - EquationBit.diff + EquationBit.other : bits;
}
