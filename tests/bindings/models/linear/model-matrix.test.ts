/** Columns of formulas with factors against R's model.matrix; `tests/golden/model_matrix/make.R` writes the cases. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseFormula } from '../../../../bindings/data/index.js';
import { buildSample } from '../../../../bindings/models/linear/design/sample.js';
import { hostMath } from '../../data/support.js';
import { every } from '../../../every.js';

interface Case {
  readonly r: string;
  readonly formula: string;
  /** False where R leaves out columns that the formula means. */
  readonly complete: boolean;
  readonly rank: number;
  /** Columns of R without those of absorbed effects, in our names. */
  readonly names: readonly string[];
  readonly fitted: readonly number[];
}

type Rows = Readonly<Record<string, readonly (number | string)[]>>;

const path = new URL('../../../golden/model_matrix/cases.json', import.meta.url);
const golden = JSON.parse(readFileSync(path, 'utf8')) as { data: Rows; cases: readonly Case[] };
const { data, cases } = golden;
const nrows = data.y!.length;

/** Orthonormal columns with the span of `columns`. */
function basisOf(columns: readonly (readonly number[])[]): number[][] {
  const basis: number[][] = [];
  for (const column of columns) {
    const rest = residual(residual(column, basis), basis);
    const size = Math.hypot(...rest);
    if (size > 1e-9 * Math.hypot(...column)) basis.push(rest.map((value) => value / size));
  }
  return basis;
}

function residual(column: readonly number[], basis: readonly (readonly number[])[]): number[] {
  const rest = [...column];
  for (const direction of basis) {
    const along = rest.reduce((sum, value, i) => sum + value * direction[i]!, 0);
    direction.forEach((value, i) => (rest[i]! -= along * value));
  }
  return rest;
}

function largest(values: readonly number[]): number {
  return Math.max(0, ...values.map(Math.abs));
}

/** A column from its name, such as `a=1:x`. */
function named(name: string): number[] {
  if (name === '_cons') return new Array<number>(nrows).fill(1);
  return Array.from({ length: nrows }, (_, row) =>
    name.split(':').reduce((product, part) => {
      const [column, level] = part.split('=');
      const value = data[column!]![row]!;
      return product * (level === undefined ? Number(value) : Number(String(value) === level));
    }, 1),
  );
}

function design(text: string) {
  const formula = parseFormula(text);
  const spec = { estimator: 'ols', formula, vcov: { type: 'unadjusted', small: true } } as const;
  const { names, x, absorbed } = buildSample(spec, data, hostMath);
  const effects = absorbed.flatMap(({ codes, count }) =>
    Array.from({ length: count }, (_, level) =>
      Array.from(codes, (code) => Number(code === level)),
    ),
  );
  const columns = x.map((column) => (typeof column === 'number' ? named('_cons') : [...column]));
  const own = names.filter((name) => effects.length === 0 || name !== '_cons');
  return { names: own, columns: columns.filter((_, j) => own.includes(names[j]!)), effects };
}

const canonical = (name: string) => name.split(':').sort().join(':');

test('there are 500 formulas, and 20 of which R leaves out columns', () => {
  expect(cases.filter(({ complete }) => complete)).toHaveLength(500);
  expect(cases.filter(({ complete }) => !complete)).toHaveLength(20);
});

function expectColumnsOfR({ formula, rank, names, fitted }: Case): void {
  const { names: ours, columns, effects } = design(formula);
  const theirs = names.filter((name) => effects.length === 0 || name !== '_cons');
  const basis = basisOf([...effects, ...columns]);
  expect(basis).toHaveLength(rank);
  expect(basisOf(effects).length + columns.length).toBe(rank);

  const basisOfR = basisOf([...effects, ...theirs.map(named)]);
  expect(basisOfR).toHaveLength(rank);
  for (const column of columns) expect(largest(residual(column, basisOfR))).toBeLessThan(1e-10);
  for (const name of theirs) expect(largest(residual(named(name), basis))).toBeLessThan(1e-10);
  const rest = residual(data.y!.map(Number), basis);
  const distances = fitted.map((value, i) => Number(data.y![i]) - rest[i]! - value);
  expect(largest(distances)).toBeLessThan(1e-10);

  // R keeps columns that depend on others; we leave them out.
  const found = ours.map(canonical).sort();
  const known = theirs.map(canonical).sort();
  if (known.length === found.length) expect(found).toEqual(known);
  else expect(known).toEqual(expect.arrayContaining(found));
}

test.each([true, false])('formulas have the columns of R, complete: %s', (complete) =>
  every(
    cases.filter((one) => one.complete === complete),
    ({ formula, r }) => `${formula}: ${r}`,
    expectColumnsOfR,
  ),
);
