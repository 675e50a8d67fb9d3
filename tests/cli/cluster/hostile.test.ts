/** Job folders that somebody else wrote: only commands that repeat work run, and nothing is written outside. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addCommands } from '../../../cli/commands/index.js';
import { notPlanned, repeating } from '../../../cli/cluster/commands.js';
import { workplace, type Workplace } from '../run.js';
import { csv, panelRows } from '../../panel-rows.js';

let place: Workplace;
let plan: Record<string, unknown>;
beforeAll(async () => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  const command = ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '200', '--json'];
  await planned('job', command);
  await place.wasmetrics(['run', 'job', '--shard', '1/1']);
  plan = planOf('job');
});
afterAll(() => place.remove());

async function planned(name: string, command: readonly string[]) {
  const plan = ['plan', '--for', 'parallel', '--parts', '2', '-o', name, '--', ...command];
  expect((await place.wasmetrics(plan)).stderr).toBe('');
}

function planOf(name: string): Record<string, unknown> {
  return JSON.parse(place.read(`${name}/plan.json`).toString()) as Record<string, unknown>;
}

const merge = (...more: string[]) => place.wasmetrics(['merge', 'job', ...more]);

/** Merges the job with a changed plan. */
async function merged(change: object, ...more: string[]) {
  place.file('job/plan.json', JSON.stringify({ ...plan, ...change }));
  return merge(...more);
}

const ols = (...more: string[]) => ({
  command: ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '200', ...more],
});

describe('merge', () => {
  it.each([
    [['convert', 'panel.csv', 'pwned.csv']],
    [['init', 'panel.csv', 'pwned.yaml']],
    [['bundle', 'paper.yaml', '--out', 'pwned']],
    [['merge', 'job']],
    [['worker', '--redis', 'redis://evil']],
    [['--engine', 'simd', 'convert', 'panel.csv', 'pwned.csv']],
    [['--engine=simd', 'convert', 'panel.csv', 'pwned.csv']],
    [['--version']],
    [[]],
    [['constructor']],
  ])('runs no command such as %j', async (command) => {
    const { status, stderr } = await merged({ command });
    expect(status).toBe(3);
    expect(stderr).toMatch(/plan.json: command: expected .* a command that repeats work \(fit, /);
    expect(readdirSync(place.folder).filter((name) => name.startsWith('pwned'))).toEqual([]);
  });

  it.each([['--watch'], ['--checkpoint=x'], ['--resume']])('takes no option %s', async (option) => {
    const { status, stderr } = await merged(ols(option));
    expect([status, stderr]).toEqual([3, expect.stringMatching(/cannot be used in a job folder/)]);
  });

  it('writes below the job folder, or where the person who merges says', async () => {
    const { stderr } = await merged(ols('--tidy', 'tidy.csv'));
    expect(stderr).toBe(`wasmetrics: merge: outputs are below ${place.folder}/job/outputs\n`);
    expect(existsSync(join(place.folder, 'tidy.csv'))).toBe(false);
    const written = place.read('job/outputs/tidy.csv');
    await merged(ols('--tidy', 'tidy.csv'), '--out', '.');
    expect(place.read('tidy.csv')).toEqual(written);
    await merged(ols('--tidy', 'deep/er/tidy.csv'), '--out', 'elsewhere');
    expect(place.read('elsewhere/deep/er/tidy.csv')).toEqual(written);
  });

  it.each([
    ['../pwned.csv'],
    ['../../../../../../../../tmp/pwned.csv'],
    ['/tmp/pwned.csv'],
    ['a/../../pwned.csv'],
    ['.'],
  ])('writes no output %s outside', async (path) => {
    for (const out of [[], ['--out', 'elsewhere']]) {
      const before = readdirSync(place.folder).sort();
      const { status, stderr } = await merged(ols('--tidy', path), ...out);
      expect(status).toBe(3);
      expect(stderr).toMatch(/merge: expected outputs below .*, found |a file that ends in/);
      const now = readdirSync(place.folder).filter((name) => name !== 'elsewhere');
      expect(now.sort()).toEqual(before.filter((name) => name !== 'elsewhere'));
    }
  });

  it('follows no link of the job folder', async () => {
    const victim = join(place.folder, 'victim');
    mkdirSync(victim);
    writeFileSync(join(victim, 'kept.csv'), 'kept');
    const outputs = join(place.folder, 'job', 'outputs');
    rmSync(outputs, { recursive: true, force: true });
    symlinkSync(victim, outputs);
    expect((await merged(ols('--tidy', 'x.csv'))).stderr).toMatch(/expected outputs below/);
    rmSync(outputs);
    mkdirSync(outputs);
    symlinkSync(victim, join(outputs, 'link'));
    symlinkSync(join(victim, 'new'), join(outputs, 'nowhere'));
    symlinkSync(join(victim, 'kept.csv'), join(outputs, 'kept.csv'));
    for (const path of ['link/x.csv', 'link/a/x.csv', 'nowhere/x.csv', 'kept.csv']) {
      expect((await merged(ols('--tidy', path))).stderr).toMatch(/expected outputs below/);
    }
    expect(readdirSync(victim)).toEqual(['kept.csv']);
    expect(readFileSync(join(victim, 'kept.csv'), 'utf8')).toBe('kept');
    rmSync(outputs, { recursive: true });
  });

  it('reads no file that the plan does not name', async () => {
    place.file('secret.csv', csv(panelRows()));
    for (const command of [
      ['ols', 'secret.csv', 'y ~ x', '--bootstrap', '200'],
      ['ols', 'secret.csv', 'y ~ x'],
      ['ols', '/etc/passwd', 'y ~ x'],
      ['fit', '/etc/passwd'],
    ]) {
      const { status, stderr } = await merged({ command });
      expect([status, stderr]).toEqual([
        3,
        expect.stringMatching(/: expected a file that was planned, found another/),
      ]);
    }
    const [input] = plan['inputs'] as [object];
    const endless = [{ ...input, copy: null, path: '/dev/zero' }];
    expect((await merged({ inputs: endless })).stderr).toMatch(/found others \(no file\)/);
  });

  const [work] = [{ piece: 64, jobs: 200 }];
  const worksWith = (change: object) => ({
    works: (plan['works'] as object[]).map((one) => ({ ...one, ...change })),
  });
  it.each<[string, () => object]>([
    ['jobs beyond its works', () => ({ jobs: 1e9 })],
    ['more jobs than can be', () => ({ ...worksWith({ jobs: 1e12 }), jobs: 1e12 })],
    [
      'a huge array of pieces',
      () => ({ ...worksWith({ jobs: 2 ** 31, piece: 1 }), jobs: 2 ** 31 }),
    ],
    ['pieces of more than all', () => worksWith({ piece: work!.jobs + 1 })],
    ['seconds that nobody could wait', () => worksWith({ secondsPerJob: 1e308 })],
    ['pieces of nothing', () => worksWith({ piece: 0 })],
    ['a digest with a path', () => worksWith({ digest: '../../etc/passwd' })],
    [
      'a work twice',
      () => ({ works: [...(plan['works'] as []), ...(plan['works'] as [])], jobs: 400 }),
    ],
    [
      'an input with a path',
      () => ({ inputs: [{ ...(plan['inputs'] as [object])[0], copy: 'inputs/../../x' }] }),
    ],
    ['too many parts', () => ({ parts: 1e6 })],
    ['half a thread', () => ({ workers: 0.5 })],
    ['no folder', () => ({ cwd: 'a\0b' })],
    ['a prototype', () => ({ works: JSON.parse('[{"__proto__": {"jobs": 1}}]') as unknown })],
  ])('and run refuse a plan with %s', async (_, change) => {
    const { status, stderr } = await merged(change());
    expect([status, stderr]).toEqual([3, expect.stringMatching(/^wasmetrics: [^\n]{20,500}\n$/)]);
    expect(stderr).toMatch(/plan.json: .*expected what wasmetrics plan writes/);
    expect((await place.wasmetrics(['run', 'job', '--shard', '1/1'])).status).toBe(3);
    expect((await place.wasmetrics(['status', 'job'])).status).toBe(3);
  });
});

describe('a study', () => {
  it('writes its files where it would have alone, templates filled', async () => {
    mkdirSync(join(place.folder, 'paper'));
    const study = `
study: 1
title: A study
data: ../panel.csv
tables:
  T1: { models: [{ estimator: ols, formula: y ~ x, bootstrap: { reps: 200, seed: 2 } }] }
out: { markdown: results/tables.md, figures: results/figures }
figures: { F1: { bootstrap: x, of: T1.1 } }
text: text.md.tmpl
`;
    place.file('paper/study.yaml', study);
    place.file('paper/text.md.tmpl', 'x is {{T1.1.x}}\n');
    const command = ['study', 'paper/study.yaml', '--no-cache'];
    const names = ['results/tables.md', 'results/figures/F1.svg', 'text.md'];
    const files = (folder: string) => names.map((name) => place.read(`${folder}/${name}`));
    expect((await place.wasmetrics(command)).status).toBe(0);
    const alone = files('paper');
    for (const name of ['results', 'text.md'])
      rmSync(join(place.folder, 'paper', name), { recursive: true });
    await planned('paper-job', command);
    expect(readdirSync(join(place.folder, 'paper')).sort()).toEqual(['study.yaml', 'text.md.tmpl']);
    const script = place.read('paper-job/run.sh').toString();
    expect(script).toContain(`set -- merge . --out ${place.folder}\n`);
    rmSync(join(place.folder, 'paper', 'text.md.tmpl'));
    expect((await place.wasmetrics(['run', 'paper-job', '--shard', '1/1'])).status).toBe(0);
    const inside = await place.wasmetrics(['merge', 'paper-job']);
    expect([inside.status, inside.stderr]).toEqual([0, expect.stringMatching(/outputs are below/)]);
    expect(files('paper-job/outputs/paper')).toEqual(alone);
    expect((await place.wasmetrics(['merge', 'paper-job', '--out', '.'])).status).toBe(0);
    expect(files('paper')).toEqual(alone);
  });

  it('is planned without a bundle, and never watched', async () => {
    place.file(
      'bundled.yaml',
      'study: 1\ntitle: A\ndata: panel.csv\nout: { bundle: b.zip }\ntables: { T1: { model: { estimator: ols, formula: y ~ x, bootstrap: { reps: 60 } } } }\n',
    );
    const plan = ['plan', '--for', 'slurm', '-o', 'none', '--', 'study'];
    const bundled = await place.wasmetrics([...plan, 'bundled.yaml']);
    expect(bundled.stderr).toMatch(/out.bundle: expected no bundle in a job folder/);
    expect((await place.wasmetrics([...plan, 'bundled.yaml', '--watch'])).stderr).toMatch(
      /--watch cannot/,
    );
  });
});

describe('the list of commands', () => {
  it('has commands of the program only', async () => {
    const { Command } = await import('commander');
    const program = new Command();
    await addCommands(program, [], [{} as never, () => Promise.resolve()]);
    const names = program.commands.map((command) => command.name());
    expect(names).toEqual(expect.arrayContaining([...repeating()]));
    for (const name of names) {
      expect(notPlanned([name]) === undefined).toBe(repeating().includes(name));
    }
  });
});
