/** What readers call a column is what they get: tables with first stages, splits, panels and other shapes, at random. */
import fc from 'fast-check';
import {
  judgeClaims,
  keptResults,
  numbersOf,
  runStudy,
  type StudyInput,
  type StudyResult,
} from 'wasmetrics/study';
import { expect, test } from 'vitest';
import { mix } from '../../bench/random.js';

const uniform = (i: number) => mix(i + 1) / 4294967296;
const noise = (i: number) => uniform(3 * i) + uniform(3 * i + 1) + uniform(3 * i + 2) - 1.5;

const rows = Array.from({ length: 120 }, (_, i) => {
  const [z1, z2, c, u] = [noise(4 * i), noise(4 * i + 1), noise(4 * i + 2), noise(4 * i + 3)];
  const [x, w] = [z1 + 0.3 * c + u, z2 - 0.2 * c + noise(900 + i)];
  const g = ['2', '1', 'north'][i % 3]!;
  return { g, h: i % 2, z1, z2, c, x, w, y: 0.4 * x + 0.2 * w + c + u, v: x - c + noise(5000 + i) };
});

const iv = { estimator: 'iv', formula: 'y ~ c | x ~ z1 + z2' };
const two = { estimator: 'iv', formula: 'y ~ c | x + w ~ z1 + z2' };
const parts = fc.subarray(['first', 'second', 'reduced'] as const, { minLength: 1 });
const model = fc.oneof(
  fc.record({ keys: fc.constantFrom(iv, two), part: parts }).map(({ keys, part }) => ({
    ...keys,
    part,
  })),
  fc.constantFrom(iv, two, { estimator: 'ols', formula: 'y ~ x + c' }),
  fc.constantFrom({ estimator: 'ols', formula: 'v ~ c' }, { estimator: 'ols', formula: 'y ~ w' }),
);
const shape = fc.constantFrom({}, { shape: 'columns' }, { below: ['stdError', 'p'] });

const plain = fc.record({ models: fc.array(model, { minLength: 1, maxLength: 4 }), shape });
const split = fc.record({ model, by: fc.constantFrom('g', 'h'), shape });
const layouts = ['stacked', 'merged', 'side'] as const;
const panels = fc.record({ layout: fc.constantFrom(...layouts), reversed: fc.boolean() });

const study = fc
  .record({ plain, split, panels })
  .map(({ plain: one, split: { model: whole, by, shape: how }, panels: { layout, reversed } }) => ({
    tables: {
      T1: { models: one.models, ...one.shape },
      T2: { model: whole, split: { by }, ...how },
      T3: {
        models: [
          { estimator: 'ols', formula: 'y ~ x' },
          { estimator: 'ols', formula: 'y ~ x + c' },
          { estimator: 'ols', formula: 'v ~ x' },
        ],
        panels: [
          { title: 'One', models: reversed ? [2, 1] : [1, 2] },
          { title: 'Two', models: [3, { model: 1, vcov: 'HC3' }] },
        ],
        layout,
      },
    },
  }));

interface PrintedCell {
  readonly table: string;
  readonly column: string;
  readonly term: string;
  readonly value: number;
  readonly error: number | undefined;
}

/** The estimates of a study by the number over their column and the letter of their panel, read off the tables. */
function printedCells({ tables }: StudyResult): PrintedCell[] {
  return Object.entries(tables).flatMap(([table, { body, head, spans, sources = [] }]) => {
    const width = head[0]!.includes('Estimates') ? 2 : 1;
    const isStacked = sources.some(({ panel }) => panel !== undefined);
    const overhead = (column: number) => [
      head[0]![column]!,
      ...spans.filter(({ over }) => over[0] <= column && column <= over[1]).map((one) => one.head),
    ];
    let panel = '';
    return body.flatMap((row, i) => {
      const letter = /^Panel (\w)/.exec(row.label)?.[1];
      if (letter !== undefined) panel = letter;
      return row.cells.flatMap((cell): PrintedCell[] => {
        if (cell.statistic !== 'estimate' || cell.value === undefined) return [];
        const next = width === 2 ? row.cells : body[i + 1]!.cells;
        const error = next.find(
          ({ statistic, column }) =>
            statistic === 'stdError' && column === cell.column + (width === 2 ? 1 : 0),
        );
        const number = Math.ceil(cell.column / width);
        const printed = overhead(cell.column).find((text) => /^\(\d+\)$/.test(text));
        expect(printed ?? `(${number})`).toBe(`(${number})`); // groups stand over their columns
        const column = `${isStacked ? panel : ''}${number}`;
        return [{ table, column, term: cell.name!, value: cell.value, error: error?.value }];
      });
    });
  });
}

const kept = keptResults();

test('names, claims and figures of a column give the number that is printed in it', async () => {
  await fc.assert(
    fc.asyncProperty(study, async (written) => {
      const run = { workers: 0, kept };
      const result = await runStudy(written as unknown as StudyInput, rows, run);
      expect(result.failed).toEqual([]);
      const cells = printedCells(result);
      const numbers = numbersOf(result);
      expect(cells.length).toBeGreaterThan(5);
      for (const { table, column, term, value, error } of cells) {
        expect(numbers[`${table}.${column}.${term}`]).toMatchObject({ value });
        expect(numbers[`${table}.${column}.${term}.se`]?.value).toBe(error);
      }
      await checkClaims(result, cells);
      await checkFigures(written, cells);
    }),
    { seed: 20261130, numRuns: 25 },
  );
});

/** A claim is about the number in the column, or asks which of two columns is meant. */
async function checkClaims(result: StudyResult, cells: readonly PrintedCell[]): Promise<void> {
  const claims = Object.fromEntries(
    cells.flatMap(({ table, column, term }, i) => {
      const explicit = /^\d/.test(column)
        ? `${table}(${column})`
        : `${table} ${column.replace(/^(.)(.*)/, '$1($2)')}`;
      return [
        [`P${i}`, `${table}.${column}: ${term} > -1e9`],
        [`Q${i}`, `${explicit}: ${term} > -1e9`],
      ];
    }),
  );
  const judged = await judgeClaims(claims, result);
  for (const [i, { table, column, term, value }] of cells.entries()) {
    const [bare, explicit] = ['P', 'Q'].map((letter) =>
      judged.claims.find(({ id }) => id === `${letter}${i}`),
    );
    expect(explicit).toMatchObject({ estimate: value, table, verdict: 'supported' });
    const place = /^\d/.test(column)
      ? `${table} column (${column})`
      : `${table} panel ${column[0]} column (${column.slice(1)})`;
    expect(explicit!.reason.startsWith(`${place}, ${explicit!.estimator}: `)).toBe(true);
    if (bare!.verdict === 'supported') expect(bare).toMatchObject({ estimate: value, table });
    else {
      expect(bare!.reason).toContain(`${table}.${column} may mean ${place}, `);
      expect(bare!.reason).toMatch(new RegExp(`, as both have ${term}; write "`));
    }
  }
}

async function checkFigures(
  { tables }: { readonly tables: object },
  cells: readonly PrintedCell[],
): Promise<void> {
  const some = cells.filter((_, i) => i % 7 === 0);
  const figures = Object.fromEntries(
    some.map(({ table, column, term }, i) => [
      `F${i}`,
      { coefficients: term, of: /^\d/.test(column) ? `${table}(${column})` : `${table}.${column}` },
    ]),
  );
  const written = { tables, figures } as unknown as StudyInput;
  const only = Object.keys(figures);
  const result = await runStudy(written, rows, { workers: 0, kept, only });
  expect(result.failed).toEqual([]);
  for (const [i, { value }] of some.entries()) {
    expect(JSON.stringify(result.figures[`F${i}`]!.spec)).toContain(`{"x":${value},`);
  }
}
