/** Compiled code that the command line keeps between runs. Each run is a process. */
import { execFile, spawnSync } from 'node:child_process';
import {
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const main = join(root, 'dist/cli/main.js');
const args = ['ols', join(root, 'examples/abdata.csv'), 'n ~ w'];

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'kept-code-'));
});
afterEach(() => rmSync(home, { recursive: true }));

function run(env: NodeJS.ProcessEnv, program = main) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...args], {
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

const compiled = run({ NODE_DISABLE_COMPILE_CACHE: '1' });
const cached = (program = main) => run({ XDG_CACHE_HOME: home }, program);

/** The files of kept code, with the times of their last change. */
function kept(): Map<string, number> {
  const entries = readdirSync(home, { recursive: true, encoding: 'utf8' }).map((name) =>
    join(home, name),
  );
  const files = entries.filter((path) => statSync(path).isFile());
  return new Map(files.map((path) => [path, statSync(path).mtimeMs]));
}

describe('compiled code', () => {
  test('is kept for the user alone, and gives the same output', () => {
    expect(compiled).toMatchObject({ status: 0, stderr: '' });
    expect(cached()).toEqual(compiled);
    const files = kept();
    expect(files.size).toBeGreaterThan(1);
    if (process.platform !== 'win32') {
      expect(statSync(join(home, 'wasmetrics', 'code')).mode & 0o77).toBe(0);
    }
    expect(cached()).toEqual(compiled);
    expect(kept()).toEqual(files);
  });

  test.each<[string, (bytes: Buffer) => Uint8Array]>([
    ['is cut off', (bytes) => bytes.subarray(0, bytes.length / 2)],
    ['is empty', () => new Uint8Array()],
    ['has other bytes', (bytes) => bytes.map((byte, i) => (i % 1000 === 500 ? byte ^ 85 : byte))],
  ])('that %s is not used, and replaced', (_, damage) => {
    cached();
    const sizes = [...kept().keys()].map((path) => statSync(path).size);
    for (const path of kept().keys()) writeFileSync(path, damage(readFileSync(path)));
    expect(cached()).toEqual(compiled);
    const files = kept();
    expect([...files.keys()].map((path) => statSync(path).size > 0)).toEqual(sizes.map(() => true));
    expect(cached()).toEqual(compiled);
    expect(kept()).toEqual(files);
  });

  test('that cannot be kept is compiled again', () => {
    const file = join(home, 'file');
    writeFileSync(file, '');
    expect(run({ XDG_CACHE_HOME: file })).toEqual(compiled);
    expect(run({ NODE_COMPILE_CACHE: file })).toEqual(compiled);
  });

  test('of processes that run at once is whole', async () => {
    const env = { ...process.env, XDG_CACHE_HOME: home };
    const start = () => promisify(execFile)(process.execPath, [main, ...args], { env });
    const finished = await Promise.all([start(), start(), start()]);
    expect(finished.map(({ stdout }) => stdout)).toEqual(finished.map(() => compiled.stdout));
    expect(cached()).toEqual(compiled);
  });

  test('of another version is kept next to it', () => {
    const other = join(home, 'other');
    for (const name of [
      'package.json',
      'dist/cli/main.js',
      'dist/cli/package.json',
      'dist/wasmetrics.wasm',
    ]) {
      cpSync(join(root, name), join(other, name));
    }
    const parts = readdirSync(join(root, 'dist/bindings')).filter((name) => name.endsWith('.cjs'));
    for (const name of parts) {
      const code = readFileSync(join(root, 'dist/bindings', name), 'utf8');
      cpSync(join(root, 'dist/bindings', name), join(other, 'dist/bindings', name));
      writeFileSync(join(other, 'dist/bindings', name), `${code}\n// other\n`);
    }
    cached();
    const files = kept();
    expect(cached(join(other, 'dist/cli/main.js'))).toEqual(compiled);
    expect(cached()).toEqual(compiled);
    expect([...kept()]).toEqual(expect.arrayContaining([...files]));
  });
});
