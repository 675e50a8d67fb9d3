/** `wasmetrics bench`, with scripts in the place of other programs. No test looks at a time. */
import { chmodSync, mkdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Told } from '../../bindings/words/told.js';
import type { BenchResult } from '../../cli/bench/result.js';
import { compareTimes, type SuiteTimes } from '../../cli/bench/suite/compare.js';
import { suiteText } from '../../cli/bench/suite/text.js';
import { type Workplace, workplace } from './run.js';

let place: Workplace;
const path = process.env['PATH'];

/** A program on PATH. */
function program(name: string, code: string): void {
  chmodSync(join(place.folder, place.file(`bin/${name}`, `#!/bin/sh\n${code}\n`)), 0o755);
}

const mark = 'wasmetrics-bench';

beforeAll(async () => {
  place = workplace();
  place.file('d.csv', 'y,x\n1,1\n3,2\n4,3\n8,4\n9,5\n');
  place.file('model.yaml', 'estimator: ols\ndata: d.csv\nformula: y ~ x\nvcov: { type: HC1 }\n');
  mkdirSync(join(place.folder, 'bin'));
  process.env['PATH'] = [join(place.folder, 'bin'), '/usr/bin', '/bin'].join(delimiter);
  const { stdout } = await place.wasmetrics(['fit', 'model.yaml', '--json']);
  const { x, _cons } = (JSON.parse(stdout) as { params: Record<string, number> }).params;
  const said = (a: number, b: number) =>
    `echo "${mark} coefficient ${a} const"; echo "${mark} coefficient ${b} x"; echo "${mark} time 0.001"`;
  program('gretlcli', `echo "${mark} version 9"; ${said(_cons!, x!)}`);
  program('Rscript', `case "$1" in -e) echo 4.5.0;; *) ${said(_cons!, x! + 0.1)};; esac`);
  program(
    'python3',
    `case "$1" in -c) echo 0.1;; *statsmodels*) echo bye;; *) printf "\\033[31mValueError:\\033[0m no\\a" >&2; exit 3;; esac`,
  );
  program('stata-mp', 'sleep 100');
});
afterAll(() => {
  process.env['PATH'] = path;
  place.remove();
});

const few = ['--reps', '1', '--draws', '0', '--limit', '2'];

describe('wasmetrics bench', () => {
  it('compares coefficients, and says which programs differ, fail, hang or print nothing', async () => {
    const against = 'GRETL,lm,statsmodels,pyfixest,regress,plm';
    const args = ['bench', 'model.yaml', '--against', against, ...few];
    const { status, stdout, stderr } = await place.wasmetrics([...args, '--json']);
    expect([status, stderr]).toEqual([0, '']);
    const { programs, ways } = JSON.parse(stdout) as BenchResult;
    const found = programs.map(({ name, outcome, agrees }) => [name, outcome, agrees]);
    expect(found).toEqual([
      ['wasmetrics', 'ran', true],
      ['gretl', 'ran', true],
      ['lm', 'ran', false],
      ['statsmodels', 'silent', null],
      ['pyfixest', 'failed', null],
      ['regress', 'late', null],
      ['plm', 'not-expressed', null],
    ]);
    expect(programs.map(({ reason }) => reason).slice(3, 5)).toEqual(['bye', 'ValueError: no']);
    expect(programs[1]).toMatchObject({ version: '9', missing: [], maxDifference: 0, warm: 1 });
    expect(ways.map(({ part, name }) => [part, name])).toEqual([
      ['builds', 'simd'],
      ['builds', 'relaxed'],
    ]);
  });

  it('shows a disagreement next to the time, and how to install what is absent', async () => {
    program('Rscript', 'exit 1');
    // It leaves a process that keeps its output open.
    program(
      'gretlcli',
      `setsid sleep 30 & echo "${mark} coefficient 0"; echo "${mark} time 0.001"`,
    );
    const model = place.read('model.yaml').toString();
    place.file('drawn.yaml', `${model}bootstrap: { reps: 9 }\n`);
    const args = ['bench', 'drawn.yaml', '--against', 'gretl,fixest', ...few];
    const { stdout } = await place.wasmetrics([...args, '--svg', 'speed.svg']);
    expect(place.read('speed.svg').toString()).toMatch(
      /fill="#c8321e"\/>\n<text.*other coefficients</,
    );
    expect(stdout).toMatch(/^gretl +DIFFER/m);
    expect(stdout).toMatch(/^gretl: coefficients differ by up to .*it reports no/m);
    expect(stdout).toMatch(/^gretl: not exported, .*: bootstrap$/m);
    expect(stdout).toContain(
      `not installed: fixest; to install: Rscript -e 'install.packages("fixest")'`,
    );
    const { stdout: chinese } = await place.wasmetrics([...args, '--language', 'zh']);
    expect(chinese).toMatch(/^gretl +不一致/m);
  });

  it.each([
    [['--against', 'gretll'], 'unknown program "gretll" (did you mean "gretl"?)'],
    [['--reps', '0'], 'Expected a whole number of at least 1.'],
    [['--data', '-'], 'bench needs model data in a file that other programs can read'],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await place.wasmetrics(['bench', 'model.yaml', ...args]);
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });
});

describe('wasmetrics bench --suite', () => {
  const suite = ['bench', '--suite', 'DTA'];

  it('saves times, and fails on a slowdown and on too few rounds', async () => {
    const saved = await place.wasmetrics([...suite, '--reps', '1', '--save', 'base.json']);
    expect([saved.status, saved.stderr]).toEqual([0, '']);
    const base = JSON.parse(place.read('base.json').toString()) as SuiteTimes;
    expect(base.cases.map(({ name, times }) => [name, times.length])).toEqual([['dta', 1]]);
    const few = await place.wasmetrics([...suite, '--baseline', 'base.json']);
    expect(few.stderr).toContain(
      'noise needs at least 3 rounds in base.json and by --reps, found 1',
    );
    // Times of a machine a thousand times as fast.
    const cases = base.cases.map((one) => ({
      ...one,
      times: [1, 1.1, 0.9].map((factor) => (factor * one.times[0]!) / 1000),
      yardstick: [1, 1, 1].map(() => one.yardstick[0]!),
    }));
    place.file('fast.json', JSON.stringify({ ...base, cases }));
    const slower = await place.wasmetrics([...suite, '--reps', '3', '--baseline', 'fast.json']);
    expect(slower.status).toBe(1);
    expect(slower.stdout).toMatch(/^dta takes .* times as long as in the baseline; noise/m);
  });

  it('judges by noise, on one machine and the same work', () => {
    const machine = { cpu: 'Z80', cores: 2, system: 'x', node: '24.1.0', version: '1', date: '' };
    const times = (list: readonly number[], more = {}): SuiteTimes => {
      const one = { name: 'S', title: 'work', times: list, yardstick: list.map(() => 1) };
      return { format: 'wasmetrics-bench-1', machine, cases: [one], ...more };
    };
    const judged = (now: SuiteTimes, before: SuiteTimes) => compareTimes(now, before)[0]!.isSlower;
    const [quiet, slow] = [times([10, 10.1, 10.2, 9.9]), times([12, 12.1, 12.2, 11.9])];
    expect(judged(slow, quiet)).toBe(true);
    expect(judged(quiet, slow)).toBe(false);
    // Most rounds agree, but some take a third longer: the median may be of either kind.
    expect(judged(slow, times([10, 10.1, 10, 13, 13.2]))).toBe(false);
    const other = times([10, 10.1, 10.2], { machine: { ...machine, cpu: '6502' } });
    expect(compareTimes(slow, other)[0]).toMatchObject({ isSlower: false });
    const work = [{ ...quiet.cases[0]!, title: 'other work' }];
    expect(judged(slow, times([], { cases: work }))).toBeUndefined();
    const say = (told: Told) => told.text;
    const shown = { machine, rounds: 3, baseline: machine };
    const notes = suiteText(
      { ...shown, cases: compareTimes(slow, times([], { cases: work })) },
      say,
    );
    expect(notes).toMatch(/\nthe baseline has no such work: S$/);
    const ratios = { ...shown, cases: compareTimes(slow, other), baseline: other.machine };
    expect(suiteText(ratios, say)).toMatch(/another machine \(6502, .*only ratios/);
  });

  it.each([
    [['--suite', 'LOS'], 'expected cases among S, M, X, B, OLS'],
    [
      ['--suite', '--baseline', 'd.csv'],
      'expected a file that wasmetrics bench --suite --save wrote',
    ],
    [['model.yaml', '--suite'], '--suite cannot be used with model.yaml'],
    [['model.yaml', '--save', 'x.json'], '--save needs --suite'],
    [[], "missing required argument 'model'"],
  ])('refuses %j', async (args, message) => {
    const { status, stderr } = await place.wasmetrics(['bench', ...args]);
    expect(status).not.toBe(0);
    expect(stderr).toContain(message);
  });
});
