/** A folder of many parts: how often its files are opened and listed, which is what a shared disk makes slow. */
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import * as files from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import type { Plan } from '../../../cli/cluster/plan-file.js';
import { folderState } from '../../../cli/cluster/status.js';
import { openMerge } from '../../../cli/cluster/works/merge-runner.js';
import { createPartFile } from '../../../cli/cluster/works/part-file.js';
import { encodeTask } from '../../../cli/cluster/works/task-files.js';
import { encodePlain, type RepeatedWork } from '../../../bindings/entries/jobs.js';

// Test files share modules, and what was loaded before has the functions that are not mocked.
vi.hoisted(() => vi.resetModules());
vi.mock('node:fs/promises', async (load) => {
  const real = await load<typeof files>();
  return { ...real, open: vi.fn(real.open), readdir: vi.fn(real.readdir), stat: vi.fn(real.stat) };
});

const folder = mkdtempSync(join(tmpdir(), 'wasmetrics-parts-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.clearAllMocks());

const [PARTS, PIECES, PIECE] = [64, 4, 8]; // powers of two, whose shares are exact
const jobs = PARTS * PIECES * PIECE;
const work = {
  subject: 'bootstrap',
  task: { kind: 'none' },
  build: { sha256: 'b'.repeat(64) },
  ranges: [{ first: 0, end: jobs }],
} as unknown as RepeatedWork;
const { digest } = encodeTask(work);
const works = [
  { subject: 'bootstrap', digest, bytes: 1, jobs, piece: PIECE, secondsPerJob: 1, bytesPerJob: 8 },
].map((one) => ({ ...one, streams: true }));
const plan = { works, jobs, parts: PARTS } as unknown as Plan;

/** Writes part k with the number of the first job of each piece as its results. */
async function write(name: string, part: number): Promise<void> {
  const file = await createPartFile(join(folder, name, 'parts', `${part}-of-${PARTS}.1.wasmjobs`));
  for (let piece = 0; piece < PIECES; ++piece) {
    const first = ((part - 1) * PIECES + piece) * PIECE;
    await file.add(digest, { first, end: first + PIECE }, encodePlain({ first }));
  }
  await file.close();
}

async function folderOf(name: string, parts: (part: number) => boolean): Promise<string> {
  mkdirSync(join(folder, name, 'parts'), { recursive: true });
  for (let part = 1; part <= PARTS; ++part) if (parts(part)) await write(name, part);
  vi.clearAllMocks();
  return join(folder, name);
}

it('status opens each file once and lists the folder a fixed number of times', async () => {
  const place = await folderOf('half', (part) => part % 2 === 0);
  writeFileSync(join(place, 'parts', `1-of-${PARTS}.failed.json`), '{"code":"x","message":"y"}');
  writeFileSync(join(place, 'parts', `3-of-${PARTS}.running`), '1');
  writeFileSync(join(place, 'parts', `5-of-${PARTS}.1.wasmjobs`), 'no results, but a file');
  const { status, running } = await folderState(place, plan);
  expect(status).toMatchObject({ done: 32, missing: 30, replicatesDone: jobs / 2 });
  expect(status.failed.map(({ part, code }) => [part, code])).toEqual([
    [1, 'x'],
    [5, 'bad-checkpoint'],
  ]);
  expect(running).toBe(1);
  expect(status.resubmit).toMatch(/^5,7,9,/);
  expect(vi.mocked(files.open)).toHaveBeenCalledTimes(33);
  expect(vi.mocked(files.readdir).mock.calls.length).toBeLessThanOrEqual(3);
  expect(vi.mocked(files.stat)).toHaveBeenCalledTimes(1);
});

it('each pass of a merge opens each file once and gives its pieces in their order', async () => {
  const place = await folderOf('whole', () => true);
  const merging = await openMerge(place, works, { allowPartial: false, onNotice: () => undefined });
  expect(vi.mocked(files.open)).toHaveBeenCalledTimes(PARTS);
  expect(merging.completed).toBe(jobs);
  const chunks = await merging.find(work);
  for (let pass = 1; pass <= 2; ++pass) {
    const firsts: number[] = [];
    for await (const chunk of chunks!.read()) firsts.push((chunk as { first: number }).first);
    expect(firsts).toEqual(Array.from({ length: PARTS * PIECES }, (_, i) => i * PIECE));
    expect(vi.mocked(files.open)).toHaveBeenCalledTimes(PARTS * (1 + pass));
  }
  expect(readdirSync(join(place, 'parts'))).toHaveLength(PARTS);
});
