/** Engines that take too much, write nothing or write what is no output: each is a line with a typed error. */
import { spawnSync } from 'node:child_process';
import { EventEmitter } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, expect, test } from 'vitest';
import { inTemporaryFolder, readFolder } from '../../../cli/bundle/files.js';
import { freshOutputs } from '../../../cli/bundle/fresh.js';
import { installedConfinement, untrustedConfinement } from '../../../cli/bundle/run/confinement.js';
import type { RunLimits } from '../../../cli/bundle/run/limits.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'wasmetrics-')));
afterAll(() => spawnSync('rm', ['-r', root]));

const host = Object.assign(new EventEmitter(), {
  cwd: () => root,
  stdin: Readable.from([]),
  stdout: { write: () => true },
  stderr: { write: () => true },
});
const untrusted = untrustedConfinement();
let folders = 0;

function run(source: string, limits: RunLimits = {}, confinement = untrusted) {
  const folder = join(root, String(folders++));
  mkdirSync(join(folder, 'run'), { recursive: true });
  const main = join(folder, 'engine.mjs');
  const head = "import fs from 'node:fs'; const { writeFileSync: write, mkdirSync: make } = fs;";
  writeFileSync(main, `${head}\n${source}`);
  return freshOutputs(host, { main, folder, study: 'study/paper.yaml', limits, confinement });
}

const record = {
  started: '',
  ended: '',
  seconds: 1,
  peakBytes: 1,
  cpu: '',
  cores: 1,
  memoryBytes: 1,
  system: '',
  node: '',
};
const output =
  "make('run/outputs'); for (const name of ['results', 'numbers']) write('run/outputs/' + name + '.json', '{}');";
const measured = `write('run/record.json', ${JSON.stringify(JSON.stringify(record))});`;

test('outputs and measurements are returned', async () => {
  const { outputs, measured: found } = await run(output + measured);
  expect([...outputs.keys()]).toEqual(['outputs/numbers.json', 'outputs/results.json']);
  expect(found).toEqual(record);
});

/** What an engine does, the code of the error, and a part of its message. */
const failures: Readonly<Record<string, readonly [source: string, code: string, says: string]>> = {
  'that prints without end': [
    "for (;;) fs.writeSync(1, 'x'.repeat(65536));",
    'engine-limit',
    'printed bytes',
  ],
  'that prints errors without end': [
    "for (;;) fs.writeSync(2, 'x'.repeat(65536));",
    'engine-limit',
    'printed bytes',
  ],
  'that makes too many files and waits': [
    "for (let i = 0; i < 20; i++) { make('run/' + i); for (let j = 0; j < 500; j++) write('run/' + i + '/' + j, ''); } setInterval(() => {}, 2 ** 30);",
    'engine-limit',
    'at most 10000 files',
  ],
  'that fills the disk and ends at once': [
    "for (let i = 0; i < 17; i++) { write('run/' + i, ''); fs.truncateSync('run/' + i, 2 ** 27); }",
    'engine-limit',
    'bytes, found more',
  ],
  'that writes nothing': ['', 'engine-output', 'found none'],
  'that writes no measurements': [output, 'engine-output', 'the measurements of its run'],
  'that writes measurements that are no JSON': [
    `${output} write('run/record.json', '{');`,
    'engine-output',
    'none or damaged ones',
  ],
  'that writes measurements that are null': [
    `${output} write('run/record.json', 'null');`,
    'engine-output',
    'none or damaged ones',
  ],
  'that writes measurements of another kind': [
    `${output} write('run/record.json', '{"seconds": "1"}');`,
    'engine-output',
    'none or damaged ones',
  ],
  'that makes a folder of its measurements': [
    `${output} make('run/record.json');`,
    'engine-output',
    'none or damaged ones',
  ],
  'that writes results that are no JSON': [
    `${output}${measured} write('run/outputs/results.json', '[');`,
    'engine-output',
    'JSON to outputs/results.json',
  ],
  'that writes named numbers that are a list': [
    `${output}${measured} write('run/outputs/numbers.json', '[]');`,
    'engine-output',
    'JSON to outputs/numbers.json',
  ],
  'that names an error of the program': [
    `console.error('{"error": {"code": "bundle-altered", "message": "one\\\\ntwo"}}'); process.exit(3);`,
    'engine-failed',
    'exit code 3; it printed: one two',
  ],
  'that names no error': [
    `console.error('{"error": null}'); process.exit(3);`,
    'engine-failed',
    'exit code 3; it printed: {"error": null}',
  ],
  'that throws': ["throw new TypeError('none of that');", 'engine-failed', 'none of that'],
  'that says nothing': ['process.exit(9);', 'engine-failed', 'exit code 9; it printed no error'],
  'that kills itself': ["process.kill(process.pid, 'SIGKILL');", 'engine-failed', 'with SIGKILL'],
};

test.each(Object.entries(failures))('an engine %s', async (_, [source, code, says]) => {
  const error = await run(source).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code, message: expect.stringContaining(says) as string });
  expect((error as Error).message).not.toContain('\n');
});

test('an engine that never ends is ended', async () => {
  const endless = run('for (;;);', { minutes: 0.01 });
  await expect(endless).rejects.toMatchObject({ code: 'engine-limit', detail: { limit: 'time' } });
});

test('an interruption ends an engine that ignores it', async () => {
  const endless = run("process.on('SIGINT', () => {}); fs.writeSync(1, 'x'); for (;;);");
  setImmediate(() => host.emit('SIGINT'));
  await expect(endless).rejects.toThrow('stopped before the study was complete');
});

test.runIf(process.platform === 'linux')('an engine that fills the memory', async () => {
  const filling = run('const all = []; for (;;) all.push(Buffer.alloc(2 ** 24, 1));', {
    memory: 0.5,
  });
  await expect(filling).rejects.toMatchObject({
    code: 'engine-failed',
    message: expect.stringContaining(
      'to allow more than 0.5 GiB of memory, use --memory-limit',
    ) as string,
  });
});

test.runIf(process.platform !== 'win32')('an engine that writes a file without end', async () => {
  const filling = run("write('run/file', ''); fs.truncateSync('run/file', 2 ** 31 + 1);");
  await expect(filling).rejects.toMatchObject({ code: 'engine-failed' });
});

test('errors of the installed engine are its own', async () => {
  const source = `console.error('{"error": {"code": "bad-formula", "message": "study: no formula"}}'); process.exit(3);`;
  await expect(run(source, {}, installedConfinement)).rejects.toMatchObject({
    name: 'InputError',
    code: 'bad-formula',
    message: 'study: no formula',
  });
});

test.runIf(process.platform !== 'win32')('named pipes and links are named, not read', async () => {
  const folder = join(root, 'special');
  mkdirSync(join(folder, 'inner'), { recursive: true });
  expect(spawnSync('mkfifo', [join(folder, 'inner', 'pipe.csv')]).status).toBe(0);
  await expect(readFolder(folder, 'bundle')).rejects.toMatchObject({
    code: 'bundle-special',
    message: expect.stringContaining('"inner/pipe.csv", which is a named pipe') as string,
  });
  rmSync(join(folder, 'inner'), { recursive: true });
  symlinkSync('/etc', join(folder, 'inner'));
  await expect(readFolder(folder, 'bundle')).rejects.toMatchObject({ code: 'bundle-link' });
});

test.runIf(process.platform !== 'win32')('folders deeper than any path are removed', async () => {
  const script =
    'cd "$1"; i=0; while [ $i -lt 250 ]; do mkdir deeper-than-paths; cd deeper-than-paths; i=$((i+1)); done';
  let used = '';
  const reading = inTemporaryFolder((folder) => {
    used = folder;
    expect(spawnSync('sh', ['-c', script, 'sh', folder]).status).toBe(0);
    return readFolder(folder, 'bundle');
  });
  await expect(reading).rejects.toMatchObject({
    name: 'InputError',
    code: 'bundle-unreadable',
    message: expect.stringMatching(/^.{1,400}which cannot be read \(ENAMETOOLONG\)/) as string,
  });
  expect(existsSync(used)).toBe(false);
});
