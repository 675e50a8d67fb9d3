/** The folder of results that studies keep: what else is in it, and links. */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Workplace, workplace } from '../run.js';

const study = `data: d.csv
tables:
  T1: { models: [{ estimator: ols, formula: y ~ x, bootstrap: { reps: 99, seed: 1 } }] }
`;

let place: Workplace;
let cache: string;
beforeEach(() => {
  place = workplace();
  cache = join(place.folder, 'cache');
  place.file('d.csv', 'y,x\n1,2\n2,3\n3,5\n5,6\n6,9\n7,8\n4,4\n');
  place.file('s.yaml', study);
});
afterEach(() => {
  vi.unstubAllEnvs();
  place.remove();
});

const run = () =>
  place.wasmetrics(['study', 's.yaml', '--json', '--workers', '0', '--cache', 'cache']);
const old = new Date(Date.now() - 40 * 86_400_000);

describe.skipIf(process.platform === 'win32')('kept results', () => {
  it("are in a folder of the user alone, as the program's compiled code is kept there", async () => {
    vi.stubEnv('XDG_CACHE_HOME', cache);
    await place.wasmetrics(['study', 's.yaml', '--json', '--workers', '0']);
    expect(statSync(join(cache, 'wasmetrics')).mode & 0o77).toBe(0);
    expect(readdirSync(join(cache, 'wasmetrics'))).toHaveLength(1);
  });

  it('are written under a name that nobody can guess, and replace a link', async () => {
    const first = await run();
    const [key] = readdirSync(cache);
    const victim = place.file('victim', 'mine');
    rmSync(join(cache, key!));
    symlinkSync(join(place.folder, victim), join(cache, `${key}.${process.pid}.tmp`));
    symlinkSync(join(place.folder, victim), join(cache, key!));
    expect(await run()).toEqual(first);
    expect(readFileSync(join(place.folder, victim), 'utf8')).toBe('mine');
    expect(lstatSync(join(cache, key!)).isFile()).toBe(true);
  });

  it('are removed when they are old, and nothing else is', async () => {
    mkdirSync(cache);
    const name = 'a'.repeat(64);
    const kept = ['notes.txt', `${name}.csv`, `${name}.json.bak`];
    for (const file of [...kept, `${name}.json`, `${name}.json.123.tmp`]) {
      writeFileSync(join(cache, file), '');
      utimesSync(join(cache, file), old, old);
    }
    const link = join(cache, `${'b'.repeat(64)}.json`);
    symlinkSync(join(cache, 'notes.txt'), link);
    await run();
    const left = readdirSync(cache);
    expect(left).toEqual(expect.arrayContaining(kept));
    expect(left).not.toContain(`${name}.json`);
    expect(left).not.toContain(`${name}.json.123.tmp`);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('are none in a folder that takes no files', async () => {
    const shown = await run();
    // prettier-ignore
    const other = await place.wasmetrics([
      'study', 's.yaml', '--json', '--workers', '0', '--cache', '/proc/nothing/here',
    ]);
    expect(other).toEqual(shown);
    expect(existsSync('/proc/nothing')).toBe(false);
  });
});
