/** Arguments that are no files: devices and sockets never make a command wait, and pipes work where they may. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMissing } from '../installed.js';
import { readTable } from 'wasmetrics/data';
import { type Workplace, workplace } from './run.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const csv = 'y,x\n1,2\n2,3\n3,5\n5,6\n6,9\n7,8\n';
const at = (name: string) => join(place.folder, name);

let place: Workplace;
let server: Server;
beforeAll(async () => {
  place = workplace();
  place.file('d.csv', csv);
  place.file('device.yaml', 'data: /dev/zero\nmodels: [{ estimator: ols, formula: y ~ x }]\n');
  if (process.platform === 'win32') return;
  symlinkSync('/dev/zero', at('zero.do'));
  spawnSync('mkfifo', [at('pipe')]);
  for (const folder of ['job', 'other']) mkdirSync(at(folder));
  spawnSync('mkfifo', [at('job/plan.json')]);
  server = createServer().listen(at('socket'));
  await new Promise((listening) => server.once('listening', listening));
});
afterAll(() => {
  server.close();
  place.remove();
});

const run = (args: readonly string[]) =>
  spawnSync(process.execPath, [main, ...args], {
    cwd: place.folder,
    encoding: 'utf8',
    timeout: 100_000,
  });

/** Commands that read a file. */
const commands: readonly (readonly [name: string, args: (file: string) => readonly string[]])[] = [
  ['verify', (file) => ['verify', file]],
  ['check', (file) => ['check', file]],
  ['import', (file) => ['import', 'regress y x', '--data', file]],
  ['study', (file) => ['study', file]],
  ['bundle', (file) => ['bundle', file, '-o', 'out']],
  ['fit', (file) => ['fit', file]],
  ['ols', (file) => ['ols', file, 'y ~ x']],
  ['describe', (file) => ['describe', file]],
  ['convert', (file) => ['convert', file, 'out.csv']],
  ['table', (file) => ['table', 'd.csv', 'y ~ x', '--spec', file]],
];

describe.skipIf(process.platform === 'win32')('is refused at once:', () => {
  test.each(
    commands.flatMap(([name, args]) =>
      ['/dev/zero', '/dev/random', 'socket'].map((file) => [name, file, args(file)] as const),
    ),
  )('%s %s', async (_, file, args) => {
    // One device as a process, which is ended if it waits; the others in this one, as starts take longer than the rest.
    const { status, stderr } = file === '/dev/zero' ? run(args) : await place.wasmetrics(args);
    expect(stderr).toContain(`${file}: `);
    expect(stderr).toMatch(/expected a file, found a (device|socket)|it is a device or a socket/);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(status).toBe(3);
  });

  test.each([
    ['a pipe as a bundle', ['verify', 'pipe'], 'pipe: expected a file, found a named pipe'],
    ['a pipe as a plan', ['status', 'job'], 'job/plan.json: expected a file, found a named pipe'],
    [
      'a pipe as a plan to merge',
      ['merge', 'job'],
      'plan.json: expected a file, found a named pipe',
    ],
    ['a device as a script', ['import', 'zero.do'], 'zero.do: expected a file, found a device'],
    ['a device as the data of a model file', ['fit', 'device.yaml'], '/dev/zero: '],
  ])('%s', (_, args, says) => {
    const { status, stderr, signal } = run(args);
    expect({ signal, status }).toEqual({ signal: null, status: 3 });
    expect(stderr).toContain(says);
  });
});

describe('is read:', () => {
  if (isMissing('bash', existsSync('/bin/bash'))) return;

  const plain = () => run(['ols', 'd.csv', 'y ~ x', '--json']).stdout.replace(/"d.csv"/g, '');

  test.each([
    ['data of a process substitution', `ols <(gzip < d.csv) 'y ~ x' --json`],
    ['data of standard input', `ols - 'y ~ x' --json < d.csv`],
    ['data of /dev/stdin', `ols /dev/stdin 'y ~ x' --json < <(cat d.csv)`],
    ['data of a named pipe with a late writer', `ols late 'y ~ x' --json`],
  ])('%s', (_, command) => {
    spawnSync('mkfifo', [at('late')]);
    // Opens the pipe without waiting, which fails until the command has it open.
    const writer = 'until dd if=d.csv of=late oflag=nonblock conv=notrunc; do sleep 0.05; done';
    const script = `{ ${writer}; } > log 2>&1 & writer=$!; "$0" "$1" ${command}; status=$?; kill $writer 2> log; exit $status`;
    const { stdout, stderr, status } = spawnSync(
      '/bin/bash',
      ['-c', script, process.execPath, main],
      { cwd: place.folder, encoding: 'utf8', timeout: 100_000 },
    );
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
    const params = (text: string) => (JSON.parse(text) as { params: unknown }).params;
    expect(params(stdout)).toEqual(params(plain()));
  });

  test('a study of a process substitution', () => {
    const study = `data: ${at('d.csv')}\\ntables: { T1: { models: [{ estimator: ols, formula: y ~ x }] } }`;
    const script = `"$0" "$1" study <(printf '${study}')`;
    const { status, stdout } = spawnSync('/bin/bash', ['-c', script, process.execPath, main], {
      cwd: place.folder,
      encoding: 'utf8',
    });
    expect({ status, stdout: stdout.includes('T1') }).toEqual({ status: 0, stdout: true });
  });
});

describe.skipIf(process.platform === 'win32')('the library', () => {
  test.each(['/dev/zero', '/dev/tty', 'socket'])('refuses %s as data', async (name) => {
    const file = name.startsWith('/') ? name : at(name);
    await expect(readTable(file)).rejects.toMatchObject({
      code: 'unreadable-file',
      message: `${file}: cannot be read: it is a device or a socket`,
    });
  });

  test('reads a named pipe', async () => {
    spawnSync('mkfifo', [at('slow')]);
    const writer: ChildProcess = spawn('sh', ['-c', 'cat d.csv > slow'], { cwd: place.folder });
    const { nrows } = await readTable(at('slow'));
    writer.kill();
    expect(nrows).toBe(6);
  });
});
