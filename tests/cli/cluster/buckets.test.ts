/** A job folder in a bucket with the protocol of S3, whose server checks signatures. */
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { afterAll, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { accessKey, type Bucket, secret, startBucket } from '../../cluster/bucket.js';
import { csv, panelRows } from '../../panel-rows.js';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
let bucket: Bucket;
beforeAll(async () => {
  place = workplace();
  place.file('panel.csv', csv(panelRows()));
  bucket = await startBucket();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  place.remove();
  await bucket.close();
});
beforeEach(() => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', accessKey);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', secret);
  vi.stubEnv('AWS_REGION', 'eu-central-1');
  vi.stubEnv('AWS_ENDPOINT_URL', bucket.url);
});

const ols = ['ols', 'panel.csv', 'y ~ x', '--bootstrap', '600', '--json'];

async function planned(name: string, store: string, command: readonly string[] = ols) {
  const options = ['--for', 'parallel', '--parts', '3', '--store', store, '-o', name];
  return place.wasmetrics(['plan', ...options, '--', ...command]);
}

const run = (store: string, shard: string) => place.wasmetrics(['run', store, '--shard', shard]);
const statusOf = async (store: string) =>
  JSON.parse((await place.wasmetrics(['status', store, '--json'])).stdout) as object;
const names = (start: string) =>
  [...bucket.objects.keys()].filter((name) => name.startsWith(start));

it('gives the bytes of one machine, and leaves nothing behind', async () => {
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('wasmetrics-job-'));
  const single = await place.wasmetrics([...ols, '--tidy', 'tidy.csv']);
  const store = 's3://jobs/of mine/7';
  const plan = await planned('job', store, [...ols, '--tidy', 'tidy.csv']);
  expect([plan.status, plan.stderr]).toEqual([0, '']);
  expect(plan.stdout).toContain("state:  wasmetrics status 's3://jobs/of mine/7'\n");
  expect(place.read('job/part.sh').toString()).toContain(
    `set -- run 's3://jobs/of mine/7' --shard "$part/3"`,
  );
  expect(await statusOf(store)).toMatchObject({ parts: 3, missing: 3, resubmit: '1-3' });
  for (const shard of ['1/3', '2/3', '1/2', '3/3']) {
    const { status, stderr } = await run(store, shard);
    expect([status, stderr]).toEqual([0, '']);
  }
  expect((await run(store, '2/3')).stdout).toBe('part 2/3: done before\n');
  expect(await statusOf(store)).toMatchObject({ done: 3, missing: 0, replicatesDone: 600 });
  expect(names('/jobs/of%20mine/7/parts/').map((name) => name.split('/').at(-1))).toEqual([
    expect.stringMatching(/^1-of-3\.1-[0-9a-f]{8}\.wasmjobs$/),
    expect.stringMatching(/^2-of-3\.1-[0-9a-f]{8}\.wasmjobs$/),
    expect.stringMatching(/^1-of-2\.1-[0-9a-f]{8}\.wasmjobs$/),
    expect.stringMatching(/^3-of-3\.1-[0-9a-f]{8}\.wasmjobs$/),
  ]);
  const merged = await place.wasmetrics(['merge', store]);
  expect(merged.stdout).toBe(single.stdout);
  expect(place.read('outputs/tidy.csv')).toEqual(place.read('tidy.csv'));
  const after = readdirSync(tmpdir()).filter((name) => name.startsWith('wasmetrics-job-'));
  expect(after).toEqual(before);
});

it('continues a part from what another machine sent, and sets a damaged file aside', async () => {
  const store = 's3://jobs/stopped';
  await planned('stopped', store);
  expect((await run(store, '2/2')).status).toBe(0);
  const [name] = names('/jobs/stopped/parts/');
  const bytes = bucket.objects.get(name!)!;
  bucket.objects.set(name!, bytes.subarray(0, bytes.length - 100)); // its last piece was not sent whole
  expect((await run(store, '2/2')).stdout).toMatch(/^part 2\/2: \d+ replicates\n$/);
  expect(names('/jobs/stopped/parts/')).toHaveLength(2);
  const damaged = Buffer.from(bytes);
  damaged[200]! ^= 1;
  bucket.objects.set(name!, damaged);
  expect((await run(store, '2/2')).stderr).toMatch(
    /it is set aside as 2-of-2.1-[0-9a-f]{8}.wasmjobs.bad/,
  );
  expect(names('/jobs/stopped/parts/').filter((path) => path.endsWith('.bad'))).toHaveLength(1);
  expect(bucket.objects.has(name!)).toBe(false);
  expect(await statusOf(store)).toMatchObject({ failed: [] });
});

it('keeps the failure of a part, and clears it when the part is done', async () => {
  const store = 's3://jobs/failing';
  await planned('failing', store);
  const [task] = names('/jobs/failing/works/');
  const bytes = bucket.objects.get(task!)!;
  bucket.objects.set(task!, Buffer.from('{}'));
  expect((await run(store, '1/3')).stderr).toMatch(/expected the contents that were planned/);
  expect(await statusOf(store)).toMatchObject({ failed: [{ part: 1, code: 'other-data' }] });
  bucket.objects.set(task!, bytes);
  expect((await run(store, '1/3')).status).toBe(0);
  expect(await statusOf(store)).toMatchObject({ done: 1, failed: [], resubmit: '2-3' });
  const left = names('/jobs/failing/parts/').filter((name) => !name.endsWith('.wasmjobs'));
  expect(left).toEqual([]);
});

it('ignores names that are not those of a job folder', async () => {
  const store = 's3://jobs/hostile';
  await planned('hostile', store);
  for (const name of [
    'parts/../../../x',
    'parts/1-of-3.1/x.wasmjobs',
    '../evil',
    'parts/x y&<z>',
  ]) {
    bucket.objects.set(`/jobs/hostile/${encodeURI(name)}`, Buffer.from('evil'));
  }
  expect(await statusOf(store).catch(() => 'no JSON')).toMatchObject({ missing: 3 });
});

it('is refused where there are files, without keys, and for other addresses', async () => {
  const store = 's3://jobs/full';
  await planned('full', store);
  const again = await planned('full again', store);
  expect(again.stderr).toContain(
    'plan: expected nothing below s3://jobs/full, found inputs/1-panel.csv',
  );
  const wrong = await place.wasmetrics(['status', 's3://jobs/nothing here']);
  expect(wrong.stderr).toMatch(/expected a job folder with plan.json, found none/);
  vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'wrong');
  const refused = await place.wasmetrics(['status', store]);
  expect(refused.stderr).toMatch(
    /store: s3:\/\/jobs\/full: GET failed with status 403 \(SignatureDoesNotMatch\)/,
  );
  vi.stubEnv('AWS_ACCESS_KEY_ID', undefined);
  const without = await run(store, '1/3');
  expect(without.stderr).toMatch(/expected AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/);
  for (const address of ['ftp://x', 's3://', 's3://a b/c', 'folder:/x']) {
    const { status, stderr } = await planned('other', address);
    expect(status).toBe(2);
    expect(stderr).toMatch(/--store: expected an address s3:\/\/bucket\/prefix/);
  }
});
