/** Tables of real fits in the layouts, numbers and brackets that papers have: none is flagged, and errors are found. */
import { expect, test } from 'vitest';
import { fitModel, type FitResult } from 'wasmetrics';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { mix } from '../../bench/random.js';
import { type Laid, layouts } from './printed-layouts.js';

const vcovs = [
  [{ type: 'unadjusted' }, 'Classical standard errors'],
  [{ type: 'HC1' }, 'Robust standard errors'],
  [{ type: 'cluster', cluster: 'g' }, 'Standard errors clustered by g'],
] as const;

/** Below coefficients: standard errors, t or p, in parentheses or brackets; said in the notes, or not. */
const below = ['se', 't', 'p'] as const;
const words = { se: 'Standard errors', t: 't statistics', p: 'p-values' };

/** How numbers are written. */
const writers: readonly ((value: number) => string)[] = [
  (value) => value.toFixed(3),
  (value) => value.toPrecision(3),
  (value) => String(Number(value.toFixed(3))),
  (value) => value.toFixed(4).replace('-', '\u2212'),
  (value) => value.toFixed(3).replace(/^(-?)0\./, '$1.'),
  (value) => value.toFixed(3).replace('.', ','),
  (value) => value.toExponential(2).toUpperCase(),
  (value) => value.toFixed(2),
];

function uniform(seed: number): () => number {
  let state = seed;
  return () => mix((state += 0x9e3779b9)) / 4294967296;
}

async function fitsOf(seed: number): Promise<FitResult[]> {
  const draw = uniform(mix(seed + 77));
  const noise = () => draw() + draw() + draw() - 1.5;
  const scale = 10 ** Math.floor(draw() * 7 - 4);
  const data = Array.from({ length: 60 + Math.floor(draw() * 1500) }, (_, i) => {
    const [x1, x2, x3] = [noise(), noise(), noise()];
    return { g: i % 20, y: scale * (1 + 0.2 * x1 - 0.05 * x2 + 0.02 * x3 + noise()), x1, x2, x3 };
  });
  const vcov = vcovs[seed % 3]![0];
  const fits = [];
  for (const formula of ['y ~ x1', 'y ~ x1 + x2', 'y ~ x1 + x2 + x3']) {
    fits.push(await fitModel(data, { estimator: 'ols', formula, vcov }));
  }
  return fits;
}

interface Style {
  readonly field: (typeof below)[number];
  readonly enclosed: '()' | '[]';
  readonly write: (value: number) => string;
  readonly says: boolean;
}

function styleOf(seed: number): Style {
  return {
    field: below[seed % 3]!,
    enclosed: seed % 2 === 0 ? '()' : '[]',
    write: writers[seed % writers.length]!,
    says: seed % 5 !== 0,
  };
}

function laid(
  fits: readonly FitResult[],
  seed: number,
  { field, enclosed, write, says }: Style,
): Laid {
  const names = Object.keys(fits.at(-1)!.params);
  const read = { se: 'stdErrors', t: 'statistics', p: 'pValues' } as const;
  const decimal = write(0.5).includes(',') ? ',' : '.';
  const place = enclosed === '()' ? 'parentheses' : 'brackets';
  const plain = (value: number) => value.toFixed(3).replace('.', decimal);
  return {
    heads: fits.map(() => 'y'),
    rows: names.map((label) => ({
      label,
      cells: fits.map((fit) => {
        const b = fit.params[label];
        if (b === undefined) return undefined;
        const p = fit.pValues[label]!;
        const stars = '*'.repeat([0.1, 0.05, 0.01].filter((level) => p < level).length);
        const number = write(fit[read[field]][label]!);
        return [write(b), stars, `${enclosed[0]!}${number}${enclosed[1]!}`] as const;
      }),
    })),
    stats: [
      ['N', fits.map(({ nobs }) => (decimal === ',' ? String(nobs) : nobs.toLocaleString('en')))],
      ['R2', fits.map(({ rsquared }) => plain(rsquared!))],
      ['Adjusted R2', fits.map(({ rsquaredAdj }) => plain(rsquaredAdj!))],
    ],
    notes: [
      `${vcovs[seed % 3]![1]}${says ? `; ${words[field]} in ${place}` : ''}`,
      '* p < 0.1, ** p < 0.05, *** p < 0.01',
    ],
  };
}

test('no table of real fits is flagged in any layout', async () => {
  const checked: Record<string, number> = {};
  for (let seed = 0; seed < 40; seed++) {
    const fits = await fitsOf(seed);
    const table = laid(fits, seed, styleOf(seed));
    for (const [name, layout] of Object.entries(layouts)) {
      const audit = await auditTable(readPrintedTables(layout(table), 'T'));
      expect(audit.findings, `seed ${seed}, ${name}`).toEqual([]);
      checked[name] = (checked[name] ?? 0) + audit.checked;
    }
  }
  const counts = Object.values(checked);
  expect(Math.min(...counts), JSON.stringify(checked)).toBeGreaterThan(500);
  expect(Math.max(...counts) - Math.min(...counts), JSON.stringify(checked)).toBe(0);
});

test('a star too many is found in every layout', async () => {
  let planted = 0;
  for (let seed = 0; seed < 30; seed++) {
    const fits = await fitsOf(seed);
    const style = { ...styleOf(seed), says: true, write: (value: number) => value.toPrecision(4) };
    const table = laid(fits, seed, style);
    if (fits[2]!.pValues['x3']! < 0.2) continue;
    const rows = table.rows.map((row) => {
      const [coef, , under] = row.cells[2]!;
      if (row.label !== 'x3') return row;
      return { ...row, cells: [...row.cells.slice(0, -1), [coef, '***', under] as const] };
    });
    for (const [name, layout] of Object.entries(layouts)) {
      const { findings } = await auditTable(readPrintedTables(layout({ ...table, rows }), 'T'));
      expect(findings[0], `seed ${seed}, ${name}`).toMatchObject({
        row: 'x3',
        field: 'stars',
        severity: 'impossible',
        decision: true,
      });
    }
    planted++;
  }
  expect(planted).toBeGreaterThan(5);
});
