/** Audits of tables made from real fits: none is flagged, under any rounding, and what is planted is found. */
import { expect, test } from 'vitest';
import { fitModel, type FitResult } from 'wasmetrics';
import { auditTable, type AuditTable } from 'wasmetrics/audit';
import type { AuditField } from '../../bindings/results/audit/audit.js';
import { roundings } from '../../bindings/paper/audit/printed.js';
import { mix } from '../../bench/random.js';
import { columnOf, type Style, tableOf } from './printed-tables.js';

const errors = [
  [{ type: 'unadjusted' }, 'classical standard errors'],
  [{ type: 'HC1' }, 'robust standard errors'],
  [{ type: 'cluster', cluster: 'g' }, 'standard errors clustered by g'],
] as const;

function uniform(seed: number): () => number {
  let state = seed;
  return () => mix((state += 0x9e3779b9)) / 4294967296;
}

function dataOf(draw: () => number, n: number) {
  const noise = () => draw() + draw() + draw() - 1.5;
  return Array.from({ length: n }, (_, i) => {
    const [x1, x2, z1, z2] = [noise(), noise(), noise(), noise()];
    const u = noise();
    const x3 = z1 + 0.5 * z2 + u + noise();
    return { g: i % 12, y: 1 + 0.3 * x1 - 0.1 * x2 + 0.2 * x3 + u + noise(), x1, x2, x3, z1, z2 };
  });
}

/** A printed table of fits, and the fits behind its columns. */
async function tableOfSeed(seed: number): Promise<AuditTable> {
  const draw = uniform(mix(seed + 1));
  const data = dataOf(draw, 40 + Math.floor(draw() * 200));
  const [vcov, words] = errors[Math.floor(draw() * 3)]!;
  const rounding = roundings[seed % roundings.length]!;
  const flip = () => draw() < 0.5;
  const shows = { t: flip(), p: flip(), interval: flip() };
  const style: Style = { decimals: 2 + Math.floor(draw() * 3), rounding, shows, k: flip() };
  if (seed % 4 === 3) {
    const formula = flip() ? 'y ~ x1 | x3 ~ z1' : 'y ~ x1 + x2 | x3 ~ z1 + z2';
    const fit = await fitModel(data, { estimator: 'iv', formula, vcov });
    return tableOf([columnOf('(1)', fit, style)], `2SLS; ${words}`);
  }
  const formulas = ['y ~ x1', 'y ~ x1 + x2', 'y ~ x1 + x2 + x3'];
  const fits: FitResult[] = [];
  for (const formula of formulas)
    fits.push(await fitModel(data, { estimator: 'ols', formula, vcov }));
  return tableOf(
    fits.map((fit, i) => columnOf(`(${i + 1})`, fit, style)),
    words,
  );
}

test('no table of real fits is flagged, under five rounding rules', async () => {
  let checked = 0;
  for (let seed = 0; seed < 100; seed++) {
    const audit = await auditTable(await tableOfSeed(seed));
    expect(audit.findings, `seed ${seed}`).toEqual([]);
    checked += audit.checked;
  }
  expect(checked).toBeGreaterThan(3000);
});

/** The table with one number of a coefficient replaced. */
function planted(
  table: AuditTable,
  field: AuditField,
  change: (text: string) => string,
): AuditTable {
  const [first, ...rest] = table.columns;
  const [row, ...others] = first!.rows;
  const own = { ...row!, printed: { ...row!.printed, [field]: change(row!.printed[field]!) } };
  return { ...table, columns: [{ ...first!, rows: [own, ...others] }, ...rest] };
}

test('a planted t, p, interval or star is found at its place', async () => {
  let found = 0;
  for (let seed = 0; seed < 100; seed++) {
    const table = await tableOfSeed(seed);
    const { printed } = table.columns[0]!.rows[0]!;
    for (const field of ['t', 'p', 'ci_low'] as const) {
      if (printed[field] === undefined) continue;
      const shift = field === 'p' ? 0.4 : 9;
      const wrong = planted(table, field, (text) => {
        const decimals = (text.split('.')[1] ?? '').length;
        return ((Number(text) + shift) % (field === 'p' ? 1 : 1e9)).toFixed(decimals);
      });
      const { findings } = await auditTable(wrong);
      expect(findings[0], `seed ${seed}, ${field}`).toMatchObject({
        severity: 'impossible',
        row: table.columns[0]!.rows[0]!.row,
      });
      expect(findings[0]!.involves, `seed ${seed}`).toContain(field);
      found++;
    }
  }
  expect(found).toBeGreaterThan(80);
});
