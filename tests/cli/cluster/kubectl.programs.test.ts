/** The script that starts the Jobs of Kubernetes and waits for them, with a program that stands in for kubectl. */
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { parse } from 'yaml';
import { workplace, type Workplace } from '../run.js';
import { scriptTexts } from './plans.js';

/** Creates Jobs, tells their states one after the other, the last again and again, and notes what it is asked. */
const kubectl = `#!/bin/bash
echo "$*" >> "$FAKE/calls"
while [[ $1 == --namespace ]]; do shift 2; done
case "$1 $2" in
  'create -f') echo "job.batch/wasmetrics-\${3%.yaml}-x7" ;;
  'get pods') cat "$FAKE/waiting" ;;
  get*)
    [[ $* != *message* ]] || { echo 'the reason'; exit; }
    state=$(head -n 1 "$FAKE/states")
    [ "$(wc -l < "$FAKE/states")" -lt 2 ] || sed -i 1d "$FAKE/states"
    [ "$state" != ERROR ] || exit 1
    echo -n "$state" ;;
  logs*) echo 'the log' ;;
esac
`;

let place: Workplace;
beforeAll(() => {
  place = workplace();
  mkdirSync(join(place.folder, 'bin'));
  mkdirSync(join(place.folder, 'a $job'));
  chmodSync(join(place.folder, place.file('bin/kubectl', kubectl)), 0o755);
  for (const [name, text] of Object.entries(scriptTexts('kubernetes')))
    place.file(join('a $job', name), text);
});
afterAll(() => place.remove());

/** Runs the script while its Jobs have the states, of which a job has one for each look. */
function run(states: readonly string[], waiting = '') {
  writeFileSync(join(place.folder, 'states'), `${states.join('\n')}\n`);
  writeFileSync(join(place.folder, 'waiting'), waiting);
  writeFileSync(join(place.folder, 'calls'), '');
  const env = {
    ...process.env,
    PATH: `${join(place.folder, 'bin')}:${process.env['PATH']}`,
    FAKE: place.folder,
    SECONDS_BETWEEN_LOOKS: '0',
  };
  const script = join(place.folder, 'a $job', 'run.sh');
  const { status, stdout, stderr } = spawnSync('sh', [script, '--namespace', 'econ'], {
    env,
    encoding: 'utf8',
  });
  const calls = readFileSync(join(place.folder, 'calls'), 'utf8').trim().split('\n');
  return { status, stdout, stderr, calls };
}

const active = 'job ready:2 ';
const complete = 'job ready:0 SuccessCriteriaMet Complete';

it('waits for the parts, and then for the merge', () => {
  const { status, stdout, stderr, calls } = run([active, 'ERROR', active, complete]);
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toBe(
    'parts: job.batch/wasmetrics-parts-x7\nmerge: job.batch/wasmetrics-merge-x7\nthe result is result.json in the volume\n',
  );
  expect(calls.every((call) => call.startsWith('--namespace econ '))).toBe(true);
  expect(calls.filter((call) => call.includes('create'))).toEqual([
    '--namespace econ create -f parts.yaml -o name',
    '--namespace econ create -f merge.yaml -o name',
  ]);
  expect(calls[1]).toContain('--selector job-name=wasmetrics-parts-x7 ');
});

it.each([
  [
    'fails',
    [active, 'job ready:1 FailureTarget', 'job ready:0 FailureTarget Failed'],
    '',
    'it failed',
  ],
  ['is deleted', [active, ''], '', 'it was deleted'],
  ['cannot be seen', [active, 'ERROR'], '', 'kubectl cannot see it'],
  ['has no image', ['job ready: '], 'ImagePullBackOff', 'its pods cannot start: ImagePullBackOff'],
  [
    'has a wrong image',
    ['job ready:0 '],
    'ErrImageNeverPull',
    'its pods cannot start: ErrImageNeverPull',
  ],
])('ends with an error if the Job %s, and merges nothing', (_, states, waiting, problem) => {
  const { status, stderr, calls } = run(states, waiting);
  expect(status).toBe(1);
  expect(stderr).toContain(`run.sh: job.batch/wasmetrics-parts-x7: ${problem}\n`);
  expect(stderr).toContain('the reason\nthe log\n');
  expect(calls.filter((call) => call.includes('create'))).toHaveLength(1);
});

it('waits on while some pods run, whatever the images of others', () => {
  const states = [...Array.from({ length: 60 }, () => active), complete];
  expect(run(states, 'ImagePullBackOff').status).toBe(0);
});

/** What Kubernetes makes of `$` in arguments, after its documentation: $(NAME) for a variable, $$ for a dollar. */
function expanded(text: string, variables: Readonly<Record<string, string>>): string {
  return text.replace(/\$\$|\$\(([^)]*)\)/g, (match, name: string | undefined) =>
    match === '$$' ? '$' : (variables[name!] ?? match),
  );
}

it('the container runs its part, and the prelude as it was given', () => {
  const prelude = [
    'export GREETING="$(echo hello) $(SECRET) $$" # it\'s',
    'echo "$GREETING" | sed "s/[0-9]*$//"',
  ];
  const texts = scriptTexts('kubernetes', { prelude });
  const scripts = ['parts.yaml', 'merge.yaml'].map((name) => {
    const { spec } = parse(texts[name]!) as {
      spec: { template: { spec: { containers: [{ args: string[] }] } } };
    };
    return spec.template.spec.containers[0].args;
  });
  place.file('bin/wasmetrics', '#!/bin/sh\necho "$*"\n');
  place.file('bin/SECRET', '#!/bin/sh\necho a command\n');
  for (const name of ['wasmetrics', 'SECRET']) chmodSync(join(place.folder, 'bin', name), 0o755);
  const outputs = scripts.map(([shell, ...args]) => {
    const values = { SECRET: 'a variable of the pod' };
    const all = args.map((arg) => expanded(arg, values));
    const env = {
      PATH: `${join(place.folder, 'bin')}:${process.env['PATH']}`,
      JOB_COMPLETION_INDEX: '6',
    };
    return spawnSync(shell!, all, { env, cwd: place.folder, encoding: 'utf8' }).stdout;
  });
  expect(outputs).toEqual([
    'hello a command \nrun . --shard 7/120 --max-time 55m\n',
    'hello a command \n',
  ]);
  expect(place.read('result.json').toString()).toBe('merge .\n');
});
