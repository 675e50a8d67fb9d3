/** The script of Kubernetes with the real kubectl of Debian, and with a server that has as much of the API as it needs. */
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Kubernetes, startKubernetes } from './kubernetes.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-kubectl-'));
const job = join(folder, 'a $job');
const config = join(folder, 'config');
let kubernetes: Kubernetes;
beforeAll(async () => {
  execFileSync('kubectl', ['version', '--client']); // apt-get install kubectl
  kubernetes = await startKubernetes(config);
  const plan = ['plan', '--for', 'kubernetes', '--parts', '3', '-o', job];
  const command = ['ols', 'examples/abdata.csv', 'n ~ w + k', '--bootstrap', '600', '--json'];
  execFileSync(process.execPath, ['dist/cli/main.js', ...plan, '--', ...command], { cwd: root });
});
afterAll(() => {
  kubernetes.close();
  rmSync(folder, { recursive: true });
});

/** Runs the script while Jobs have the statuses, of which a Job has one at each look, the last again and again. */
async function run(statuses: readonly (object | undefined)[], pods: readonly object[] = []) {
  const looks = new Map<string, number>();
  kubernetes.jobs.clear();
  kubernetes.pods = pods;
  kubernetes.next = (name) => {
    const look = looks.get(name) ?? 0;
    looks.set(name, look + 1);
    return statuses[Math.min(look, statuses.length - 1)];
  };
  const env = { ...process.env, KUBECONFIG: config, HOME: folder, SECONDS_BETWEEN_LOOKS: '0' };
  const child = spawn('sh', [join(job, 'run.sh'), '--namespace', 'econ'], { env });
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  if (child.exitCode === null) await once(child, 'exit');
  return { status: child.exitCode, stdout, stderr };
}

const condition = (type: string) => ({ type, status: 'True', message: `because ${type}` });
const active = { active: 3, ready: 2 };
const complete = { ready: 0, conditions: [condition('SuccessCriteriaMet'), condition('Complete')] };
const failed = {
  ready: 0,
  failedIndexes: '1,2',
  conditions: [condition('FailureTarget'), condition('Failed')],
};

test('the parts and the merge are created one after the other', async () => {
  const { status, stdout, stderr } = await run([active, active, complete]);
  expect([status, stderr]).toEqual([0, '']);
  expect([...kubernetes.jobs.keys()]).toEqual(['wasmetrics-parts-0', 'wasmetrics-merge-1']);
  expect(stdout).toMatch(
    /^parts: job\.batch\/wasmetrics-parts-0\nmerge: job\.batch\/wasmetrics-merge-1\n/,
  );
});

test('a failure ends the wait, with its reason and the parts', async () => {
  const { status, stderr } = await run([active, failed]);
  expect(status).toBe(1);
  expect(stderr).toContain('job.batch/wasmetrics-parts-0: it failed\n');
  expect(stderr).toContain(
    'because FailureTarget because Failed\nfailed indexes (part - 1): 1,2\n',
  );
  expect(kubernetes.jobs.size).toBe(1);
});

test('a Job that is deleted, and an image that is missing, end the wait', async () => {
  expect((await run([active, undefined])).stderr).toContain(': it was deleted\n');
  const waiting = { state: { waiting: { reason: 'ImagePullBackOff' } } };
  const pod = {
    kind: 'Pod',
    apiVersion: 'v1',
    metadata: { name: 'p' },
    status: { containerStatuses: [waiting] },
  };
  const { status, stderr } = await run([{ active: 3, ready: 0 }], [pod]);
  expect([status, stderr]).toEqual([
    1,
    expect.stringContaining('its pods cannot start: ImagePullBackOff\n'),
  ]);
});
