import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { bootstrap, fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { type ExpectedFit, compareFit, failures, largest } from './golden/compare.js';
import type { Check, Tolerance } from './golden/check.js';

interface Spread {
  readonly stdError: number;
  readonly monteCarloError: number;
  readonly stdErrorFromIqr: number;
  readonly monteCarloErrorFromIqr?: number;
}

interface Case {
  readonly id: string;
  readonly kind?: 'bootstrap';
  readonly title: string;
  readonly source: { readonly software: string };
  readonly model: Parameters<typeof fitModel>[1];
  readonly expected: ExpectedFit;
  readonly tolerance: Tolerance;
  readonly restatement?: ExpectedFit & { readonly tolerance: Tolerance };
}

interface BootstrapCase extends Omit<Case, 'expected' | 'restatement'> {
  readonly expected: {
    readonly reps: number;
    readonly failed: number;
    readonly bootstrap: Readonly<Record<string, Spread>>;
  };
  readonly restatement: { readonly bootstrap: Readonly<Record<string, Required<Spread>>> };
}

const root = new URL('./golden', import.meta.url).pathname;
const summaryFile = new URL('../build/golden-summary.txt', import.meta.url).pathname;
const folders = readdirSync(root).filter((name) => existsSync(join(root, name, 'data.csv')));
const summary: string[][] = [];

function casesOf(folder: string): (Case | BootstrapCase)[] {
  const files = readdirSync(join(root, folder)).filter((name) => name.endsWith('.json'));
  return files.map((name) => JSON.parse(readFileSync(join(root, folder, name), 'utf8')));
}

function isBootstrap(item: Case | BootstrapCase): item is BootstrapCase {
  return item.kind === 'bootstrap';
}

function summarise(name: string, checks: readonly Check[]): void {
  const kinds = ['params', 'stdErrors', 'stats', 'pValues'] as const;
  summary.push([name, ...kinds.map((kind) => largest(checks, kind))]);
}

function align(rows: readonly string[][]): string {
  const widths = rows[0]!.map((_, j) => Math.max(...rows.map((row) => row[j]!.length)));
  const line = (row: string[]) => row.map((cell, j) => cell.padEnd(widths[j]!)).join('  ');
  return rows.map((row) => line(row).trimEnd() + '\n').join('');
}

/** Distance of two simulated numbers in their joint Monte Carlo error. */
function errorsApart(a: number, b: number, errorA: number, errorB: number): number {
  return Math.abs(a - b) / Math.sqrt(errorA * errorA + errorB * errorB);
}

const normalIqr = 1.3489795003921634;

async function compareBootstrap(item: BootstrapCase, csv: string): Promise<string[]> {
  const fit = await fitModel(parseCsv(csv), item.model);
  const { reps } = item.expected;
  const run = bootstrap(fit, {
    reps,
    seed: 20240229,
    recenter: false,
    workers: 0,
    ci: ['percentile'],
    level: 0.5, // the ends of the interval are the quartiles
  });
  const result = await run.result;
  expect(result.failed).toBe(item.expected.failed);
  const sources = { [item.source.software]: item.expected.bootstrap };
  return Object.entries({ ...sources, restatement: item.restatement.bootstrap }).flatMap(
    ([source, spreads]) =>
      Object.entries(spreads).flatMap(([name, spread]) => {
        const [low, high] = result.confInt.percentile![name]!;
        const iqrError = item.restatement.bootstrap[name]!.monteCarloErrorFromIqr;
        const stdError = result.stdErrors[name]!;
        const fromIqr = (high - low) / normalIqr;
        const distances = {
          'standard error': errorsApart(
            stdError,
            spread.stdError,
            result.monteCarloError[name]!,
            spread.monteCarloError,
          ),
          'standard error from the quartiles': errorsApart(
            fromIqr,
            spread.stdErrorFromIqr,
            iqrError,
            iqrError,
          ),
        };
        return Object.entries(distances)
          .filter(([, apart]) => !(apart < 4))
          .map(
            ([what, apart]) =>
              `${name}: ${what} is ${apart.toFixed(1)} Monte Carlo errors from ${source}`,
          );
      }),
  );
}

afterAll(() => {
  const head = ['case', 'params', 'stdErrors', 'stats', 'pValues'];
  mkdirSync(new URL('../build', import.meta.url).pathname, { recursive: true });
  const note =
    'Largest relative difference of each case from its source; [restated] from restatement.py.\n\n';
  writeFileSync(summaryFile, note + align([head, ...summary.sort()]));
});

describe.each(folders)('golden cases on %s', (folder) => {
  const csv = readFileSync(join(root, folder, 'data.csv'), 'utf8');
  for (const item of casesOf(folder)) {
    if (isBootstrap(item)) {
      test(`${item.id}: ${item.title}, within four Monte Carlo errors`, async () => {
        expect(await compareBootstrap(item, csv)).toEqual([]);
      });
      continue;
    }
    test(`${item.id}: ${item.title}`, async () => {
      const fit = await fitModel(parseCsv(csv), item.model);
      const checks = compareFit(item.expected, fit, item.tolerance);
      const restated = item.restatement
        ? compareFit(item.restatement, fit, item.restatement.tolerance)
        : [];
      summarise(`${folder}/${item.id}`, checks);
      if (item.restatement) summarise(`${folder}/${item.id} [restated]`, restated);
      expect([
        ...failures(checks),
        ...failures(restated).map((line) => `restatement: ${line}`),
      ]).toEqual([]);
    });
  }
});
