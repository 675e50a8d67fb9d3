/** Exit code 0 needs an engine that the reader has or that is published: an unknown one can copy what it should compute. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
import { copyOf, forge, reseal, sha256 } from './forged.js';
import { studies, writeStudy } from './study.js';

let place: Workplace;
const minute = 60_000;
const at = (...parts: string[]) => join(place.folder, ...parts);

beforeAll(async () => {
  place = workplace();
  const path = writeStudy(place, studies.whole);
  await place.wasmetrics(['bundle', path, '-o', 'whole', '--no-cache']);
}, minute);

afterAll(() => place.remove());

/** An engine that copies the files of the bundle instead of computing them. */
const copying = `import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
const [from, to] = [process.cwd(), process.cwd() + '/run/made'];
function copy(folder) {
  mkdirSync(to + folder, { recursive: true });
  for (const entry of readdirSync(from + folder, { withFileTypes: true })) {
    const path = folder + '/' + entry.name;
    if (entry.isFile()) writeFileSync(to + path, readFileSync(from + path));
    else if (path !== '/run') copy(path);
  }
}
copy('');
console.log('Everything is identical');
`;

test(
  'an engine that copies forged outputs is found out by the installed one, and proves nothing itself',
  async () => {
    const folder = copyOf(at('whole'), at('forged'));
    forge(folder, 'outputs');
    writeFileSync(join(folder, 'engine', 'wasmetrics.js'), copying);
    reseal(folder);
    const own = await place.wasmetrics(['verify', 'forged']);
    expect(own.stdout).toContain('Table T2: 1 cell differs');
    expect(own.stdout).toContain('The engine in the bundle differs from that of this program');
    expect(own.status).toBe(9);
    const theirs = await place.wasmetrics(['verify', 'forged', '--their-engine']);
    expect(theirs.stdout).not.toContain('Everything is identical');
    expect(theirs.stdout).toContain('nobody vouches for the engine that made them');
    expect(theirs.status).toBe(12);
    const json = await place.wasmetrics(['verify', 'forged', '--their-engine', '--json']);
    expect(JSON.parse(json.stdout)).toMatchObject({
      outcome: 'unknown-engine',
      exitCode: 12,
      engine: { ran: 'bundle', isInstalled: false, vouchedBy: 'nobody' },
    });
  },
  minute,
);

test(
  'an engine is believed if all its hashes are among the published ones',
  async () => {
    const texts = readdirSync(at('forged', 'engine', 'texts')).map((name) => `texts/${name}`);
    const names = ['wasmetrics.js', 'wasmetrics-worker.js', 'packages.js', ...texts];
    const lines = names.map(
      (name) => `${sha256(readFileSync(at('forged', 'engine', name)))}  ${name}\n`,
    );
    const verify = ['verify', 'forged', '--their-engine', '--published', 'published.txt', '--json'];
    place.file('published.txt', lines.join(''));
    const known = await place.wasmetrics(verify);
    expect(JSON.parse(known.stdout)).toMatchObject({
      outcome: 'identical',
      exitCode: 0,
      engine: { ran: 'bundle', isInstalled: false, vouchedBy: 'published' },
    });
    place.file('published.txt', lines[1]!);
    expect((await place.wasmetrics(verify)).status).toBe(12);
    place.file('published.txt', 'no hash\n');
    const none = await place.wasmetrics(verify);
    expect(none).toMatchObject({ status: 3, stdout: '' });
    expect(none.stderr).toContain('published.txt: expected a SHA-256 at the start of a line');
    const alone = await place.wasmetrics(['verify', 'forged', '--published', 'published.txt']);
    expect(alone.stderr).toContain('--published needs --their-engine');
  },
  minute,
);

test('the help lists each exit code', async () => {
  const { stdout } = await place.wasmetrics(['verify', '--help']);
  for (const code of [0, 9, 10, 11, 12, 14]) expect(stdout).toMatch(new RegExp(`^ +${code} `, 'm'));
});
