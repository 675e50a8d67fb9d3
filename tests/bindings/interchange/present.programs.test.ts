/** Exported scripts run by R and gretl where they are installed: the numbers are those of the fit. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fitModel } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { describe, expect, it, test } from 'vitest';
import { exportModel, type ExportProgram } from '../../../bindings/interchange/index.js';
import type { ModelInput } from '../../../bindings/models/index.js';

type Case = readonly [program: ExportProgram, model: ModelInput & { readonly data: string }];

const golden = new URL('../../golden/', import.meta.url).pathname;

const stored = JSON.parse(readFileSync(join(golden, 'interchange.json'), 'utf8')) as {
  readonly program: ExportProgram;
  readonly model: Case[1];
}[];

const panel = { unit: 'id', time: 'year' } as const;
const data = '../../examples/abdata.csv';
const byUnit = { type: 'cluster', cluster: ['id'] } as const;

/** Models of an unbalanced panel, which the stored ones are not. */
const unbalanced: readonly Case[] = [
  ['lm', { data, estimator: 'ols', formula: 'n ~ w + k + i(year)', vcov: { type: 'HC2' } }],
  ['lm', { data, estimator: 'ols', formula: 'n ~ w + k', where: 'ind == 7', vcov: byUnit }],
  ['AER', { data, estimator: 'iv', formula: 'n ~ k | w ~ ys + indoutpt' }],
  ['plm', { data, panel, estimator: 'panel', effects: 'within', formula: 'n ~ w + k + L1.w' }],
  ['plm', { data, panel, estimator: 'panel', effects: 'twoway', formula: 'n ~ w + k' }],
  ['plm', { data, panel, estimator: 'panel', effects: 'between', formula: 'n ~ w + k' }],
  ['gretl', { data, panel, estimator: 'panel', effects: 'random', formula: 'n ~ w + k' }],
  [
    'gretl',
    { data, panel, estimator: 'panel', effects: 'within', formula: 'n ~ w + k', vcov: byUnit },
  ],
  ['gretl', { data, estimator: 'iv', formula: 'n ~ k | w ~ ys + indoutpt', vcov: { type: 'HC0' } }],
];

const all: readonly Case[] = [
  ...stored.map(({ program, model }) => [program, model] as const),
  ...unbalanced,
];

type Pair = readonly [estimate: number, error: number];

function pairsIn(output: string): Pair[] {
  const found = [...output.matchAll(/^@@ (\S+) (\S+)$/gm)];
  return found.map(([, estimate, error]) => [Number(estimate), Number(error)]);
}

/** Runs one file of the program in the folder of the golden data. */
function run(command: readonly string[], text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'interchange-'));
  const file = join(folder, 'script.inp');
  writeFileSync(file, text);
  const [executable, ...options] = command;
  const output = execFileSync(executable!, [...options, file], {
    cwd: golden,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  rmSync(folder, { recursive: true });
  return output;
}

/** All scripts in one session, which loads the packages once. */
function runR(scripts: readonly string[]): Pair[][] {
  const show =
    'for (i in seq_len(nrow(ans))) cat(sprintf("@@ %.17g %.17g\\n", ans[i, 1], ans[i, 2]))';
  const texts = scripts.map((script) => {
    const lines = script.trimEnd().split('\n');
    return [...lines.slice(0, -1), `ans <- ${lines.at(-1)!}`, show, 'cat("@@@\\n")'].join('\n');
  });
  return run(['Rscript'], texts.join('\n')).split('@@@\n').slice(0, -1).map(pairsIn);
}

function runGretl(scripts: readonly string[]): Pair[][] {
  const show =
    'matrix b = $coeff\nmatrix s = $stderr\nloop i=1..rows(b)\nprintf "@@ %.17g %.17g\\n", b[i], s[i]\nendloop\n';
  return scripts.map((script) =>
    pairsIn(
      run(['gretlcli', '-b'], `${script.replace('open "', `open "${golden}`).trimEnd()}\n${show}`),
    ),
  );
}

const runners = {
  R: { programs: ['lm', 'AER', 'plm'], executable: 'Rscript', packages: 'AER plm', run: runR },
  gretl: { programs: ['gretl'], executable: 'gretlcli', packages: '', run: runGretl },
} as const;

function isPresent(executable: string, packages: string): boolean {
  if (spawnSync(executable, ['--version']).status !== 0) return false;
  const loads = packages.split(' ').map((name) => `library(${name})`);
  return packages === '' || spawnSync('Rscript', ['-e', loads.join(';')]).status === 0;
}

/** The constant of absorbed effects, which the program lacks or defines in another way. */
function lacksConstant([program, model]: Case): boolean {
  if (model.estimator !== 'panel') return false;
  const { effects } = model;
  return effects === 'twoway' || (program === 'plm' && effects === 'within');
}

/** The distance of the nearest pair of the program, relative to the standard error. */
function distance(pairs: readonly Pair[], estimate: number, error: number): number {
  const gaps = pairs.map((pair) =>
    Math.max(Math.abs(pair[0] - estimate), Math.abs(pair[1] - error)),
  );
  return Math.min(...gaps) / error;
}

describe.each(Object.entries(runners))('scripts for %s', (name, { programs, ...runner }) => {
  if (!isPresent(runner.executable, runner.packages)) {
    it(`are not run, because ${name} is not installed`, () => {
      expect(runner.executable).not.toBe('');
    });
    return;
  }
  const cases = all.filter(([program]) => (programs as readonly string[]).includes(program));

  test('give the numbers of the fit', { timeout: 120_000 }, async () => {
    const ran = runner.run(cases.map(([program, model]) => `${exportModel(model, program)}\n`));
    expect(ran).toHaveLength(cases.length);
    for (const [i, one] of cases.entries()) {
      const [, model] = one;
      const fit = await fitModel(parseCsv(readFileSync(join(golden, model.data), 'utf8')), model);
      const names = Object.keys(fit.params).filter((key) => key !== '_cons' || !lacksConstant(one));
      const far = names.filter((key) => {
        return !(distance(ran[i]!, fit.params[key]!, fit.stdErrors[key]!) <= 1e-6);
      });
      expect({ model, far }).toEqual({ model, far: [] });
    }
  });
});
