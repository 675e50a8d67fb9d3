/** The scripts of job folders: the manifests by the published types and schemas of Kubernetes, the others by their shells. */
import { execFileSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Job } from 'kubernetes-models/batch/v1';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { scriptsOf } from '../../../cli/cluster/scripts/index.js';
import { type Plan, type Scheduler, schedulers } from '../../../cli/cluster/plan-file.js';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

/** A manifest with any keys. */
interface Loose {
  readonly spec: Record<string, unknown>;
}

const plan = {
  command: ['fit', 'model.yaml', '--json'],
  parts: 120,
  workers: 2,
  minutesLimit: 55,
  estimate: { megabytesEach: 300, megabytesToMerge: 400 },
} as unknown as Plan;

function textOf(scheduler: Scheduler, name: string): string {
  return scriptsOf[scheduler](plan).find((script) => script.name === name)!.text;
}

/** What the compiler says of values as literals of the type, which also refuses keys that the type lacks. */
function faults(values: readonly unknown[]): string[] {
  const root = fileURLToPath(new URL('.', import.meta.url));
  const file = join(root, 'manifest.virtual.ts');
  const lines = values.map((value, i) => `export const job${i}: IJob = ${JSON.stringify(value)};`);
  const source = ["import type { IJob } from 'kubernetes-models/batch/v1';", ...lines].join('\n');
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    skipLibCheck: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    target: ts.ScriptTarget.ES2022,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const { fileExists, readFile, getSourceFile } = host;
  host.fileExists = (path) => path === file || fileExists(path);
  host.readFile = (path) => (path === file ? source : readFile(path));
  host.getSourceFile = (path, ...rest) =>
    path === file
      ? ts.createSourceFile(path, source, ts.ScriptTarget.ES2022)
      : getSourceFile(path, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

describe('the manifests of Kubernetes', () => {
  const manifests = ['parts.yaml', 'merge.yaml'].map(
    (name) => parse(textOf('kubernetes', name)) as ConstructorParameters<typeof Job>[0],
  );

  it('have the keys, values and formats of the published schema, and no others', () => {
    const [parts] = manifests;
    const misspelt = structuredClone(parts) as unknown as Loose;
    misspelt.spec['backoffLimitPerIndx'] = misspelt.spec['backoffLimitPerIndex'];
    expect(faults(manifests)).toEqual([]);
    expect(faults([misspelt]).join()).toMatch(/backoffLimitPerIndx/);
    for (const manifest of manifests) expect(() => new Job(manifest).validate()).not.toThrow();
    const wrong = structuredClone(parts) as unknown as Loose;
    wrong.spec['completions'] = 'many';
    expect(() => new Job(wrong as unknown as typeof parts).validate()).toThrow(/completions/);
  });

  it('run part index + 1, retry an index by itself, and count 75 as no failure', () => {
    const [{ spec }] = manifests as [NonNullable<(typeof manifests)[0]>];
    expect(spec).toMatchObject({
      completions: 120,
      completionMode: 'Indexed',
      backoffLimitPerIndex: 3,
    });
    expect(JSON.stringify(spec)).toContain('--shard $((JOB_COMPLETION_INDEX + 1))/120');
    const rules = spec!.podFailurePolicy!.rules;
    expect(rules.filter(({ action }) => action === 'Ignore').at(-1)?.onExitCodes?.values).toEqual([
      75,
    ]);
    expect(spec!.template.spec!.restartPolicy).toBe('Never'); // podFailurePolicy demands it
  });
});

describe('the scripts', () => {
  it.each(schedulers)('of %s are read by the shell without an error', (scheduler) => {
    for (const { name, text } of scriptsOf[scheduler](plan)) {
      if (name.endsWith('.yaml')) continue;
      place.file(name, text);
      execFileSync('bash', ['-n', join(place.folder, name)]);
      expect(text).not.toMatch(/undefined|NaN/);
    }
  });

  it('of Slurm submit all parts and a merge after them, or the parts that are named', () => {
    const bin = join(place.folder, 'bin');
    mkdirSync(bin);
    place.file('bin/sbatch', '#!/bin/sh\necho "$@" >> ../calls\necho "7;cluster"\n');
    execFileSync('chmod', ['+x', join(bin, 'sbatch')]);
    mkdirSync(join(place.folder, 'job'));
    for (const { name, text } of scriptsOf.slurm(plan)) place.file(`job/${name}`, text);
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH']}` };
    for (const args of [[], ['7,19-22']]) {
      execFileSync('sh', [join(place.folder, 'job', 'submit.sh'), ...args], { env });
    }
    expect(place.read('calls').toString().trim().split('\n')).toEqual([
      '--parsable --array=1-120 parts.sbatch',
      '--parsable --dependency=afterany:7 merge.sbatch',
      '--parsable --array=7,19-22 parts.sbatch',
      '--parsable --dependency=afterany:7 merge.sbatch',
    ]);
    const parts = textOf('slurm', 'parts.sbatch');
    expect(parts).toMatch(/--time=55\n.*--mem=300M\n.*--cpus-per-task=2\n/s);
    expect(parts).toMatch(/run \. --shard "\$SLURM_ARRAY_TASK_ID\/120" --max-time 3240s/);
  });
});
