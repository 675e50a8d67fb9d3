/** The program of a bundle is a program of somebody else: what it cannot do, and how it is stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMissing } from '../../installed.js';
import {
  type Confinement,
  installedConfinement,
  untrustedConfinement,
} from '../../../cli/bundle/run/confinement.js';
import { findBubblewrap } from '../../../cli/bundle/run/bubblewrap.js';
import { kept } from '../../../cli/bundle/run/engine-run.js';
import { limited } from '../../../cli/bundle/run/limits.js';
import { refusesNetwork } from '../../../cli/bundle/run/permissions.js';
import { attacks, type Told } from './attacks.js';

const root = realpathSync(mkdtempSync(join(tmpdir(), 'wasmetrics-')));
const secret = join(root, 'secret.txt');
const server = createServer((socket) => socket.resume());
let connections = 0;
let folders = 0;

beforeAll(async () => {
  writeFileSync(secret, 'a secret of the user');
  server.on('connection', () => connections++).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterAll(() => {
  server.close();
  rmSync(root, { recursive: true });
});

const bubblewrap = findBubblewrap();
const isHere = 'command' in bubblewrap;

/** With bubblewrap where it is installed, and without it. */
const confinements: readonly (readonly [name: string, confinement: Confinement])[] = [
  ...(isHere ? [['bubblewrap', untrustedConfinement()] as const] : []),
  ['the permission model alone', untrustedConfinement('')],
];

/** A folder with an engine. */
function program(source: string) {
  const folder = join(root, String(folders++));
  mkdirSync(join(folder, 'run'), { recursive: true });
  const main = join(folder, 'engine.mjs');
  writeFileSync(main, source);
  return { folder, main, args: [] };
}

/** Runs the attacks. Returns what each came to, by its name. */
async function attacked(adapt: (attack: ReturnType<typeof program>) => readonly string[]) {
  const { port } = server.address() as AddressInfo;
  const attack = program(attacks({ secret, outside: join(root, 'outside'), port }));
  connections = 0;
  const [file, ...args] = adapt(attack);
  const child = spawn(file!, args, { stdio: ['pipe', 'ignore', 'ignore'], env: {} });
  const [code] = (await once(child, 'close')) as [number];
  expect(code).toBe(0);
  const told = JSON.parse(readFileSync(join(attack.folder, 'run', 'told.json'), 'utf8')) as Told;
  for (const [name, { done }] of Object.entries(told)) expect(typeof done, name).toBe('boolean');
  return Object.keys(told).filter((name) => told[name]!.done);
}

describe.each(confinements)('a hostile engine confined by %s', (_, confinement) => {
  test('reads, writes, starts and reaches nothing', async () => {
    const done = await attacked((attack) => confinement.command(attack));
    const isOpen = confinement.by === 'node'; // as the words of the confinement say
    expect(done.sort()).toEqual([
      ...(isOpen && !refusesNetwork ? ['connects'] : []),
      ...(refusesNetwork ? [] : ['listens']),
      ...(isOpen && !refusesNetwork ? ['listens at a path'] : []),
      ...(isOpen ? ['signals the process that started it'] : []),
      'writes where it may',
    ]);
    expect(connections).toBe(isOpen && !refusesNetwork ? 1 : 0);
    expect(existsSync(join(root, 'outside'))).toBe(false);
    expect(confinement.words.includes('it can reach the network')).toBe(isOpen && !refusesNetwork);
  });

  test('ends with the process that started it, also when that is killed', async () => {
    const endless = program("process.stdout.write('runs'); for (;;);");
    await endsWithParent(kept(limited(confinement.command(endless), {})));
  });
});

describe('bubblewrap alone', () => {
  if (isMissing('bubblewrap', isHere)) return;

  test('holds a program without the permission model', async () => {
    const permission = /^--(experimental-)?permission$|^--allow-|^--no-experimental-sqlite$/;
    const done = await attacked((attack) =>
      untrustedConfinement()
        .command(attack)
        .filter((word) => !permission.test(word)),
    );
    // The programs that it starts and its threads are in the same namespaces.
    // prettier-ignore
    const harmless = [
      'listens', 'starts a program', 'opens a debugger', 'uses inner bindings',
      'calls native functions',
    ];
    expect(done.filter((name) => !harmless.includes(name))).toEqual(['writes where it may']);
    expect(connections).toBe(0);
    expect(existsSync(join(root, 'outside'))).toBe(false);
  });
});

test.runIf(process.platform === 'linux')('says why bubblewrap cannot be used', () => {
  const folder = join(root, 'programs');
  mkdirSync(folder);
  const script = '#!/bin/sh\necho "bwrap: setting up uid map: Permission denied" >&2\nexit 1\n';
  writeFileSync(join(folder, 'bwrap'), script, { mode: 0o755 });
  const { by, words } = untrustedConfinement(folder);
  expect(by).toBe('node');
  expect(words).toContain(
    '(it cannot be used here (bwrap: setting up uid map: Permission denied))',
  );
  expect(untrustedConfinement('').words).toContain('(it is not installed)');
});

test('the installed engine ends with the process that started it', async () => {
  const endless = program("process.stdout.write('runs'); for (;;);");
  await endsWithParent(kept(limited(installedConfinement.command(endless), {})));
});

/** Starts a command from another process, kills that, and waits until nobody holds the pipe of the command's output. */
async function endsWithParent(command: readonly string[]): Promise<void> {
  const [file, ...args] = command;
  const script = `require('node:child_process').spawn(${JSON.stringify(file)}, ${JSON.stringify(args)}, { stdio: ['pipe', 'inherit', 'inherit'] });`;
  const parent = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = once(parent, 'close');
  parent.stderr.resume();
  const [first] = (await once(parent.stdout, 'data')) as [Buffer];
  expect(first.toString()).toBe('runs');
  parent.kill('SIGKILL');
  await closed;
}
