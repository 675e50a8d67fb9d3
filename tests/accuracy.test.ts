/**
 * NIST's linear regression sets against their exact solutions. Digits are the log relative error
 * -log10 |estimate - exact| / |exact|, or -log10 |estimate| where the exact value is 0, at most 16. Expected are 13 of
 * every number: what is missing to 16 is how far the decimals of the data are from doubles. The table of digits goes
 * to build/accuracy-summary.txt.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';

type Texts = Readonly<Record<string, string>>;

interface Solution {
  readonly params: Texts;
  readonly stdErrors: Texts;
  readonly residualSd: string;
  readonly rsquared: string;
  readonly f: string | null;
}

interface Case {
  readonly id: string;
  readonly model: Parameters<typeof fitModel>[1];
  readonly certified: Solution;
  readonly exact: Solution;
}

const folder = new URL('golden/nist/', import.meta.url);
const cases = readdirSync(folder)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Case);
const wanted = 13;
const table = [['set', 'params', 'stdErrors', 'residual sd', 'R2', 'F', 'certified params']];

function digits(estimate: number | null | undefined, exact: string): number {
  if (typeof estimate !== 'number' || Number.isNaN(estimate)) return -Infinity;
  const value = Number(exact);
  const error = Math.abs(estimate - value) / (value === 0 ? 1 : Math.abs(value));
  return error === 0 ? 16 : Math.min(16, -Math.log10(error));
}

function fewest(values: Readonly<Record<string, number>>, exact: Texts): number {
  return Math.min(...Object.entries(exact).map(([name, text]) => digits(values[name], text)));
}

async function digitsOf({ id, model, certified, exact }: Case): Promise<number[]> {
  const csv = readFileSync(new URL(`${id}.csv`, folder), 'utf8');
  const fit = await fitModel(parseCsv(csv), model);
  const { params, stdErrors, sigma2, rsquared, tests } = fit;
  const reached = [
    fewest(params, exact.params),
    fewest(stdErrors, exact.stdErrors),
    digits(Math.sqrt(sigma2!), exact.residualSd),
    digits(rsquared, exact.rsquared),
    ...(exact.f === null ? [] : [digits(tests.f?.stat, exact.f)]),
  ];
  const shown = reached.map((value) => value.toFixed(1));
  if (exact.f === null) shown.push('none');
  table.push([id, ...shown, fewest(params, certified.params).toFixed(1)]);
  return reached;
}

afterAll(() => {
  const widths = table[0]!.map((_, j) => Math.max(...table.map((row) => row[j]!.length)));
  const lines = table.map((row) => row.map((cell, j) => cell.padEnd(widths[j]!)).join('  '));
  mkdirSync(new URL('../build/', import.meta.url), { recursive: true });
  writeFileSync(
    new URL('../build/accuracy-summary.txt', import.meta.url),
    lines.map((line) => line.trimEnd() + '\n').join(''),
  );
});

describe(`least squares has ${wanted} correct digits of every number on NIST's`, () => {
  test.each(cases.map((item) => [item.id, item] as const))('%s', async (_, item) => {
    expect(Math.min(...(await digitsOf(item)))).toBeGreaterThanOrEqual(wanted);
  });
});
