/** The scripts of job folders, run by their shells with programs that stand in for schedulers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { arraySchedulers, type Scheduler, schedulers } from '../../../cli/cluster/plan-file.js';
import type { ScriptOptions } from '../../../cli/cluster/scripts/settings.js';
import { workplace, type Workplace } from '../run.js';
import { scriptTexts } from './plans.js';
import { standIns } from './schedulers.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
  mkdirSync(join(place.folder, 'the program'));
  // Notes where it runs and its arguments.
  place.file(
    'the program/program.sh',
    `printf '%s: %s\\n' "$PWD" "$*" >> "$CALLS.runs"\necho "{}"\n`,
  );
});
afterAll(() => place.remove());

/** A folder whose name a shell takes for something else. */
const odd = `-a "b" $HOME \`c\` 'd'; e #f *`;

interface Submitted {
  readonly status: number | null;
  readonly stderr: string;
  readonly stdout: string;
  /** Calls of the scheduler, and runs of the program. */
  readonly calls: readonly string[];
  readonly runs: readonly string[];
}

/** Writes a folder for a scheduler, and a function that runs a script of it. */
function folder(scheduler: Scheduler, options: ScriptOptions, parts: number, path: string) {
  const job = join(place.folder, scheduler, odd);
  mkdirSync(join(job, 'logs'), { recursive: true });
  const out = join(place.folder, odd);
  const texts = scriptTexts(scheduler, options, { parts, out });
  for (const [name, text] of Object.entries(texts)) place.file(join(scheduler, odd, name), text);
  const calls = join(place.folder, scheduler, 'calls');
  const linesOf = (file: string) => {
    const text = spawnSync('cat', [file], { encoding: 'utf8' }).stdout;
    rmSync(file, { force: true });
    return text.split('\n').filter((line) => line !== '');
  };
  const env = {
    ...process.env,
    PATH: `${path}:${process.env['PATH']}`,
    CALLS: calls,
    CDPATH: '/tmp',
    HOME: place.folder,
    WASMETRICS: `sh '${join(place.folder, 'the program', 'program.sh')}'`,
  };
  return {
    job,
    out,
    run(script: string, ...args: string[]): Submitted {
      const cwd = join(place.folder, scheduler);
      const all = [join(odd, script), ...args];
      const { status, stderr, stdout } = spawnSync('sh', ['--', ...all], {
        cwd,
        env,
        encoding: 'utf8',
      });
      return { status, stderr, stdout, calls: linesOf(calls), runs: linesOf(`${calls}.runs`) };
    },
  };
}

describe('the scripts', () => {
  it.each(schedulers)('of %s are read by the shell without an error', (scheduler) => {
    for (const [name, text] of Object.entries(scriptTexts(scheduler))) {
      if (name.endsWith('.yaml')) continue;
      place.file(name, text);
      execFileSync('bash', ['-n', join(place.folder, name)]);
      expect(text).not.toMatch(/undefined|NaN|\[object/);
    }
  });

  it.each(arraySchedulers)(
    'of %s compute each part once, in arrays that the scheduler takes, and then merge',
    (scheduler) => {
      const options = {
        account: 'econ',
        partition: 'long',
        prelude: ['module() { echo "loads $*"; }', 'module load "node 22"'],
      };
      const { job, out, run } = folder(scheduler, options, 8, standIns(place, scheduler));
      const all = run('submit.sh');
      expect([all.status, all.stderr]).toEqual([0, '']);
      const part = (k: number) => `${job}: run . --shard ${k}/8 --max-time 3240s`;
      const merge = `${job}: merge . --out ${out}`;
      expect(all.runs).toEqual([...[1, 2, 3, 4, 5, 6, 7, 8].map(part), merge]);
      expect(all.calls).toHaveLength(4);
      expect(all.stdout.split('\n').at(-2)).toMatch(/^merge: job 4/);
      expect(place.read(join(scheduler, odd, 'result.json')).toString()).toBe(
        'loads node 22\n{}\n'.slice(14),
      );
      expect(readdirSync(join(job, 'logs'))).toHaveLength(9);
      const some = run('submit.sh', '2,4-5,8');
      expect([some.status, some.stderr]).toEqual([0, '']);
      expect(some.runs).toEqual([...[2, 4, 5, 8].map(part), merge]);
      for (const wrong of scheduler === 'slurm'
        ? ['9', '0', '3-2', 'x', '1;2', ',', '1 2']
        : ['9']) {
        const refused = run('submit.sh', wrong);
        expect(refused).toMatchObject({ status: 2, calls: [], runs: [] });
        expect(refused.stderr).toMatch(
          /^submit.sh: expected parts from 1 to 8, such as 7,19-22, found/,
        );
      }
    },
  );

  it('of Slurm hand a list of parts to one array, and the merge waits for all arrays', () => {
    const { run } = folder('slurm', {}, 8, join(place.folder, 'bin-slurm'));
    expect(run('submit.sh', '1,3-6,8').calls).toEqual([
      'sbatch --parsable --array=1,3 --output=logs/part-%a.log parts.sbatch 0',
      'sbatch --parsable --array=1-3 --output=logs/part-3+%a.log parts.sbatch 3',
      'sbatch --parsable --array=2 --output=logs/part-6+%a.log parts.sbatch 6',
      expect.stringMatching(/^sbatch --parsable --dependency=afterany:\d+:\d+:\d+ merge.sbatch$/),
    ]);
  });

  it('name account, partition, time, memory and processors in the words of each scheduler', () => {
    const options = { account: 'econ', partition: 'long' };
    const parts = arraySchedulers.map((scheduler) => {
      const texts = scriptTexts(scheduler, options);
      return Object.entries(texts).find(([name]) => name.startsWith('parts.'))![1];
    });
    const wanted = [
      [
        /--account=econ\n/,
        /--partition=long\n/,
        /--time=55\n/,
        /--mem=300M\n/,
        /--cpus-per-task=2\n/,
      ],
      [/\$ -P econ\n/, /\$ -q long\n/, /h_rt=3300\n/, /mem_free=300M\n/, /-pe smp 2\n/],
      [/-A econ\n/, /-q long\n/, /walltime=00:55:00\n/, /select=1:ncpus=2:mem=300mb\n/],
      [/-P econ\n/, /-q long\n/, /-W 55\n/, /rusage\[mem=300MB\]/, /-n 2\n/],
    ];
    for (const [i, patterns] of wanted.entries())
      for (const pattern of patterns) expect(parts[i]).toMatch(pattern);
    expect(scriptTexts('pbs', {}, { minutesLimit: 6005 })['parts.pbs']).toMatch(
      /walltime=100:05:00\n/,
    );
  });

  it('of parallel and of a queue run in their folder, whatever its name', () => {
    for (const scheduler of ['parallel', 'bullmq'] as const) {
      const bin = join(place.folder, `bin-${scheduler}`);
      mkdirSync(bin);
      // Runs the command after the options for each line, as GNU parallel does.
      place.file(
        `bin-${scheduler}/parallel`,
        `#!/bin/bash\nwhile [[ $1 != sh ]]; do shift; done\nwhile read -r k; do eval "\${@//\\{\\}/$k}"; done\n`,
      );
      execFileSync('chmod', ['+x', join(bin, 'parallel')]);
      const { job, out, run } = folder(scheduler, { prelude: ['echo loaded'] }, 2, bin);
      const { status, stderr, runs } = run('run.sh', '--jobs', '4');
      expect([status, stderr]).toEqual([0, '']);
      const work =
        scheduler === 'parallel'
          ? [1, 2].map((k) => `${job}: run . --shard ${k}/2 --max-time 55m`)
          : [`${job}: run . --redis --jobs 4`];
      expect(runs).toEqual([...work, `${job}: merge . --out ${out}`]);
    }
  });
});

describe('plan', () => {
  it.each<[Scheduler, ScriptOptions, RegExp]>([
    ['slurm', { account: 'a b' }, /--account: expected a name without blanks, found "a b"/],
    [
      'slurm',
      { partition: 'long\n#SBATCH --uid=0' },
      /--partition: expected a name without blanks/,
    ],
    ['sge', { account: '-hold' }, /--account: expected a name/],
    [
      'parallel',
      { account: 'econ' },
      /--account needs --for slurm, sge, pbs, lsf, found parallel; leave it out/,
    ],
    ['slurm', { image: 'x' }, /--image needs --for kubernetes, found slurm; leave it out/],
    ['kubernetes', { image: 'a b' }, /--image: expected the name of an image/],
    ['kubernetes', { user: '0' }, /--user: expected numeric ids of a user and a group/],
    ['kubernetes', { user: 'root' }, /--user: expected numeric ids/],
    ['kubernetes', { claim: 'job/../../etc' }, /--claim: expected the name of a claim/],
    ['kubernetes', { claim: 'Job' }, /--claim: expected the name of a claim/],
    ['kubernetes', { label: ['team'] }, /--label: expected a label such as team=econ/],
    ['lsf', { prelude: ['a\0b'] }, /--prelude: expected a shell line/],
  ])('for %s refuses %j', (scheduler, options, message) => {
    expect(() => scriptTexts(scheduler, options)).toThrow(message);
  });
});
