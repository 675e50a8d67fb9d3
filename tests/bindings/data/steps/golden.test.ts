/** New columns against R, whose script is `tests/golden/build/make.R`. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newEngine } from '../../../../bindings/core/engine/engine.js';
import { buildColumns } from '../../../../bindings/data/steps/columns.js';
import { toTable } from '../../../../bindings/data/to-table.js';
import { elementaryMath } from '../../../../bindings/core/numerics/elementary.js';

interface Golden {
  readonly data: Readonly<Record<string, (number | string | null)[]>>;
  readonly cases: Readonly<Record<string, (number | null)[]>>;
}

const golden = JSON.parse(readFileSync('tests/golden/build/expected.json', 'utf8')) as Golden;
const table = toTable(golden.data);
const math = elementaryMath(await newEngine());
const panel = { unit: 'id', time: 't' };

test.each(Object.keys(golden.cases))('%s is what R computes', (value) => {
  const built = buildColumns(table, [{ name: 'y', value }], {
    math,
    panel,
    index: () => new Float64Array(0),
  });
  const values = Array.from(built.table.columns.get('y')!.values as Float64Array);
  const expected = golden.cases[value]!;
  expect(values.map((y) => (Number.isNaN(y) ? null : 0))).toEqual(
    expected.map((y) => (y === null ? null : 0)),
  );
  values.forEach((y, row) => {
    const r = expected[row]!;
    if (r !== null) expect(Math.abs(y - r)).toBeLessThanOrEqual(4e-15 * Math.max(1, Math.abs(r)));
  });
});
