/** Exit code 0 needs an engine that the reader has or that is published: an unknown one can copy what it should compute. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Workplace, workplace } from '../run.js';
import { copyOf, filesIn, forge, reseal, sha256 } from './forged.js';
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

interface Verified {
  readonly outcome: string;
  readonly exitCode: number;
  readonly engine: { readonly ran: string; readonly vouchedBy: string };
}

async function verified(...args: string[]): Promise<Verified> {
  const { status, stdout, stderr } = await place.wasmetrics(['verify', ...args, '--json']);
  expect(stderr).toBe('');
  const answer = JSON.parse(stdout) as Verified;
  expect(answer.exitCode).toBe(status);
  return answer;
}

/** An engine that writes the outputs of the bundle instead of computing them. */
function copyingEngine(folder: string): string {
  const outputs = filesIn(join(folder, 'outputs')).map((path) => [
    path,
    readFileSync(join(folder, 'outputs', path), 'utf8'),
  ]);
  return `import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
for (const [path, text] of ${JSON.stringify(outputs)}) {
  mkdirSync(dirname('run/outputs/' + path), { recursive: true });
  writeFileSync('run/outputs/' + path, text);
}
writeFileSync('run/record.json', ${JSON.stringify(readFileSync(join(folder, 'log', 'run.json'), 'utf8'))});
console.log('Everything is identical');
`;
}

test(
  'an engine that copies forged outputs is found out by the installed one, and proves nothing itself',
  async () => {
    const folder = copyOf(at('whole'), at('forged'));
    forge(folder, 'outputs');
    writeFileSync(join(folder, 'engine', 'wasmetrics.js'), copyingEngine(folder));
    reseal(folder);
    expect(await verified('forged')).toMatchObject({ outcome: 'differs', exitCode: 9 });
    expect(await verified('forged', '--their-engine')).toMatchObject({
      ...{ outcome: 'unknown-engine', exitCode: 12 },
      engine: { ran: 'bundle', vouchedBy: 'nobody' },
    });
    const { stdout } = await place.wasmetrics(['verify', 'forged', '--their-engine']);
    expect(stdout).not.toContain('Everything is identical');
    expect(stdout).toContain('nobody vouches for the engine that made them');
  },
  minute,
);

test(
  'an engine whose hashes are published gives exit code 0, and one of other hashes does not',
  async () => {
    const folder = copyOf(at('whole'), at('earlier'));
    const engine = join(folder, 'engine', 'wasmetrics.js');
    writeFileSync(engine, `${readFileSync(engine, 'utf8')}\n// another release\n`);
    reseal(folder);
    const names = ['wasmetrics.js', 'wasmetrics-worker.js'];
    const lines = names.map(
      (name) => `${sha256(readFileSync(join(folder, 'engine', name)))}  ${name}\n`,
    );
    place.file('published.txt', lines.join(''));
    const theirs = ['earlier', '--their-engine'];
    expect(await verified(...theirs)).toMatchObject({ outcome: 'unknown-engine' });
    expect(await verified(...theirs, '--published', 'published.txt')).toMatchObject({
      ...{ outcome: 'identical', exitCode: 0 },
      engine: { ran: 'bundle', vouchedBy: 'published' },
    });
    place.file('published.txt', lines[1]!);
    expect(await verified(...theirs, '--published', 'published.txt')).toMatchObject({
      exitCode: 12,
    });
    place.file('published.txt', 'no hash\n');
    const none = await place.wasmetrics(['verify', ...theirs, '--published', 'published.txt']);
    expect(none).toMatchObject({ status: 3, stdout: '' });
    expect(none.stderr).toContain('published.txt: expected a SHA-256 at the start of a line');
    const alone = await place.wasmetrics(['verify', 'earlier', '--published', 'published.txt']);
    expect(alone.stderr).toContain('--published needs --their-engine');
  },
  minute,
);

test('the help lists each exit code', async () => {
  const { stdout } = await place.wasmetrics(['verify', '--help']);
  for (const code of [0, 9, 10, 11, 12, 13]) expect(stdout).toMatch(new RegExp(`^ +${code} `, 'm'));
});
