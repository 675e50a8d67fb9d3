/** The programs of `examples/` run as their first lines say. Those for a browser are in tests/browser/examples.test.ts. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from './run.js';
import { standIns } from './cluster/schedulers.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/cli/main.js');
/** The wage coefficient of the README's first regression, as tables print it. */
const wage = /^w +-0\.273 +0\.127 /m;

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

test('node/first.mjs prints the regression and the bootstrap', () => {
  const { status, stdout, stderr } = spawnSync('node', ['examples/node/first.mjs'], {
    cwd: root,
    encoding: 'utf8',
  });
  expect(status, stderr).toBe(0);
  expect(stdout).toMatch(wage);
  expect(stdout).toContain('percentile');
});

interface Notebook {
  readonly cells: readonly { readonly cell_type: string; readonly source: readonly string[] }[];
}

test('the cells of notebook/first.ipynb run one after the other', () => {
  const folder = join(root, 'examples/notebook');
  const { cells } = JSON.parse(readFileSync(join(folder, 'first.ipynb'), 'utf8')) as Notebook;
  const code = cells
    .filter((cell) => cell.cell_type === 'code')
    .map((cell) => cell.source.join(''));
  const program = spawnSync('node', ['--input-type=module', '-'], {
    cwd: folder,
    input: code.join('\n'),
    encoding: 'utf8',
  });
  expect(program.status, program.stderr).toBe(0);
  expect(program.stdout).toMatch(wage);
  expect(program.stdout).toContain('w + k = 1');
});

test('slurm/bootstrap.sh plans, submits and merges', () => {
  const programs = join(place.folder, 'programs');
  mkdirSync(programs);
  place.file('programs/npx', `#!/bin/sh\nshift\nexec '${process.execPath}' '${main}' "$@"\n`);
  spawnSync('chmod', ['+x', join(programs, 'npx')]);
  const env = {
    ...process.env,
    PATH: `${programs}:${standIns(place, 'slurm')}:${process.env['PATH']}`,
    CALLS: join(place.folder, 'calls'),
    WASMETRICS: `'${process.execPath}' '${main}'`,
    REPS: '200',
  };
  spawnSync('cp', ['-r', join(root, 'examples'), place.folder]);
  const { status, stdout, stderr } = spawnSync('sh', ['examples/slurm/bootstrap.sh', 'econ'], {
    cwd: place.folder,
    env,
    encoding: 'utf8',
  });
  expect(status, stdout + stderr).toBe(0);
  const result = JSON.parse(readFileSync(join(place.folder, 'job/result.json'), 'utf8')) as {
    readonly bootstrap: { readonly reps: number };
  };
  expect(result.bootstrap.reps).toBe(200);
  expect(readFileSync(join(place.folder, 'job/parts.sbatch'), 'utf8')).toContain('--account=econ');
});
