/** Dynamic panel models in the memory of the test build. */
import { dpdDesign } from '../../../../bindings/generated/records.js';
import { core, doubles, integers, record } from '../../linear-design.js';
import { wrap, type Dense } from '../../dense.js';
import { get, getInts } from '../../linear-design.js';
import type { Model, Spec } from './panel.js';

const kinds = { gmm: 0, ordinary: 1, constant: 2 };
const equations = { diff: 1, level: 2, both: 3 };
const transforms = { fd: 0, fod: 1, level: 2 };

function specRow(spec: Spec): number[] {
  const bits = equations[spec.equation];
  // The other transformation has a bit of its own in place of the first.
  const equation = spec.other && spec.equation !== 'level' ? bits + 3 : bits;
  const { kind, column, from, to, collapse, passthru } = spec;
  return [kinds[kind], column, from, to, Number(collapse), equation, Number(passthru ?? false)];
}

/** Address of the bytes. */
export function bytes(values: readonly number[]): number {
  const address = core.alloc(values.length);
  new Uint8Array(core.memory.buffer, address, values.length).set(values);
  return address;
}

/** The unit and period of every row, in the order of the core. */
function compactRows({ panel }: Model): { unit: number; period: number }[] {
  return panel.rows.flatMap((rows, unit) =>
    rows.flatMap((exists, period) => (exists ? [{ unit, period }] : [])),
  );
}

/** Address of the `DpdDesign` of a model. */
export function putDesign(model: Model): number {
  const { panel } = model;
  const rows = compactRows(model);
  const compact = (grid: readonly (readonly number[])[]) =>
    rows.map(({ unit, period }) => grid[unit]![period]!);
  const starts = Array.from(
    { length: panel.nunits + 1 },
    (_, i) => rows.filter(({ unit }) => unit < i).length,
  );
  return record(dpdDesign, {
    nrows: rows.length,
    nunits: panel.nunits,
    nperiods: panel.nperiods,
    nregressors: model.nregressors,
    constant: Number(model.constant),
    system: Number(model.system),
    transform: transforms[model.transform],
    mixed: Number(model.mixed ?? false),
    bridge: Number(model.bridge ?? false),
    h: model.h,
    nspecs: model.specs.length,
    vars: doubles(panel.vars.flatMap(compact)),
    unitStart: integers(starts),
    period: integers(rows.map(({ period }) => period)),
    complete: bytes(compact(panel.complete)),
    specs: integers(model.specs.flatMap(specRow)),
    weights: panel.weights ? doubles(compact(panel.weights)) : 0,
    frequency: Number(model.frequency ?? false),
    components: -1,
  });
}

/** Stacked rows, instruments and parameters of an opened model. */
export function shapeOf(model: number): { nrows: number; n: number; k: number } {
  const out = integers([0, 0, 0]);
  core.modelShape(model, out);
  const [nrows, n, k] = getInts(out, 3) as unknown as [number, number, number];
  return { nrows, n, k };
}

/** Column-major doubles at an address. */
export function matrixAt(address: number, rows: number, columns: number): Dense {
  return wrap(rows, columns, get(address, rows * columns));
}
