/** Compiled code that the command line keeps between runs. Each run is a process. */
import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';

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

/** The folder of code that the first run keeps, as a copy takes less time than to compile. */
const first = mkdtempSync(join(tmpdir(), 'kept-code-'));
run({ XDG_CACHE_HOME: first });
afterAll(() => rmSync(first, { recursive: true }));
const keep = () => cpSync(first, home, { recursive: true, preserveTimestamps: true });

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
    expect(files.size).toBeGreaterThan(0);
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
    keep();
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

  test('is all but what finds it', () => {
    keep();
    const names = [...kept().keys()].map((path) => basename(path).replace(/-\w+-\w+$/, ''));
    expect(names.sort()).toEqual(['fit.cjs', 'program.cjs']);
    const first = ['cli/main.js', 'cjs/cache.cjs'].map((name) =>
      readFileSync(join(root, 'dist', name), 'utf8'),
    );
    const required = first.flatMap((code) => [
      ...code.matchAll(/[=,; ]require\("\.[^"]*\/(.*?)"\)/g),
    ]);
    expect(new Set(required.map(([, name]) => name))).toEqual(
      new Set(['rolldown-runtime.cjs', 'cache.cjs']),
    );
  });

  test('of another version is kept next to it', () => {
    const other = join(home, 'other');
    for (const name of [
      'package.json',
      'dist/cli/main.js',
      'dist/cli/program.js',
      'dist/cli/import-module.cjs',
      'dist/cli/package.json',
      'dist/wasmetrics.wasm',
      'dist/texts',
    ]) {
      cpSync(join(root, name), join(other, name), { recursive: true });
    }
    const parts = readdirSync(join(root, 'dist/cjs')).filter((name) => name.endsWith('.cjs'));
    for (const name of parts) {
      const code = readFileSync(join(root, 'dist/cjs', name), 'utf8');
      cpSync(join(root, 'dist/cjs', name), join(other, 'dist/cjs', name));
      writeFileSync(join(other, 'dist/cjs', name), `${code}\n// other\n`);
    }
    keep();
    const files = kept();
    expect(cached(join(other, 'dist/cli/main.js'))).toEqual(compiled);
    expect(cached()).toEqual(compiled);
    expect([...kept()]).toEqual(expect.arrayContaining([...files]));
  });

  describe.skipIf(process.platform === 'win32')('in a folder', () => {
    const folder = () => join([...kept().keys()][0]!, '..');

    test('that others can write to is neither used nor written', () => {
      keep();
      const [path] = kept().keys();
      chmodSync(folder(), 0o777);
      rmSync(path!);
      expect(cached()).toEqual(compiled);
      expect(existsSync(path!)).toBe(false);
    });

    test('that is a link is neither used nor written', () => {
      keep();
      const [path] = kept().keys();
      const place = folder();
      renameSync(place, `${place}-moved`);
      symlinkSync(`${place}-moved`, place);
      rmSync(path!);
      expect(cached()).toEqual(compiled);
      expect(existsSync(path!)).toBe(false);
    });

    test.each([
      ['wasmetrics', 'is a link', false],
      ['wasmetrics/code', 'is a link', false],
      ['wasmetrics', 'would be made in a link', true],
    ])('below %s, which %s, is neither used nor written', (name, _, isNew) => {
      keep();
      const [path] = kept().keys();
      const place = join(home, name);
      const moved = join(home, 'moved');
      renameSync(place, moved);
      if (isNew) rmSync(moved, { recursive: true });
      mkdirSync(moved, { recursive: true });
      symlinkSync(moved, place);
      if (!isNew) rmSync(path!);
      expect(cached()).toEqual(compiled);
      expect(existsSync(path!)).toBe(false);
      if (isNew) expect(readdirSync(moved)).toEqual([]);
    });

    test('above which others can write is neither used nor written', () => {
      keep();
      const [path] = kept().keys();
      chmodSync(join(home, 'wasmetrics', 'code'), 0o777);
      rmSync(path!);
      expect(cached()).toEqual(compiled);
      expect(existsSync(path!)).toBe(false);
    });

    test.each<[string, (path: string) => void]>([
      [
        'is a link',
        (path) => (renameSync(path, `${path}.moved`), symlinkSync(`${path}.moved`, path)),
      ],
      ['others can write to', (path) => chmodSync(path, 0o666)],
      ['has another name too', (path) => linkSync(path, `${path}.moved`)],
      ['is a pipe', (path) => (rmSync(path), void spawnSync('mkfifo', [path]))],
    ])('is not taken from a file that %s', (_, change) => {
      keep();
      for (const path of kept().keys()) change(path);
      expect(cached()).toEqual(compiled);
      const files = readdirSync(folder()).filter((name) => !name.endsWith('.moved'));
      for (const name of files) {
        const facts = lstatSync(join(folder(), name));
        expect([facts.isFile(), facts.nlink, facts.mode & 0o77], name).toEqual([true, 1, 0]);
      }
    });

    test('is removed when it is old, and nothing else is', () => {
      keep();
      const [path] = kept().keys();
      const old = new Date(Date.now() - 40 * 86_400_000);
      const others = ['notes.txt', 'fit.cjs', 'fit.cjs-0.txt'];
      const name = basename(path!).replace(/-\w+$/, '-1234abcd');
      const earlier = [name, `${name}.77.tmp`];
      for (const name of [...others, ...earlier]) {
        writeFileSync(join(folder(), name), '');
        utimesSync(join(folder(), name), old, old);
      }
      rmSync(path!);
      cached();
      const left = readdirSync(folder());
      expect(left).toEqual(expect.arrayContaining(others));
      expect(left.filter((name) => earlier.includes(name))).toEqual([]);
    });

    test.each(['/proc', '/dev/null', ''])('is not made for the home "%s"', (userHome) => {
      const { status, stdout } = spawnSync(process.execPath, [main, ...args], {
        cwd: home,
        env: { PATH: process.env['PATH'], HOME: userHome },
        encoding: 'utf8',
        timeout: 100_000,
      });
      expect({ status, stdout }).toEqual({ status: 0, stdout: compiled.stdout });
      expect(readdirSync(home)).toEqual([]);
    });
  });
});
