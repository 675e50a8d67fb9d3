/** Detached signatures of manifests, made and checked by the programs themselves where they are installed. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isMissing } from '../../installed.js';
import { type Workplace, workplace } from '../run.js';
import { studies, writeStudy } from './study.js';

let place: Workplace;
const minute = 60_000;
const at = (...parts: string[]) => join(place.folder, ...parts);
const manifest = 'manifest-sha256.txt';

function run(program: string, ...args: string[]) {
  return spawnSync(program, args, { cwd: place.folder, encoding: 'utf8' });
}

const isHere = (program: string) => spawnSync(program, ['-h']).error === undefined;

beforeAll(async () => {
  place = workplace();
  const path = writeStudy(place, studies.bootstrap);
  await place.wasmetrics(['bundle', path, '-o', 'made', '--no-cache']);
  mkdirSync(at('keys'));
}, minute);

afterAll(() => place.remove());

/** How each program makes a pair of keys and a signature of the manifest. */
const programs = {
  'ssh-keygen': {
    ending: 'sig',
    keys: (name: string) =>
      run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-C', 'a comment', '-f', `keys/${name}`),
    sign: (name: string, file: string) =>
      run('ssh-keygen', '-Y', 'sign', '-n', 'file', '-f', `keys/${name}`, file),
  },
  minisign: {
    ending: 'minisig',
    keys: (name: string) =>
      run('minisign', '-G', '-W', '-f', '-p', `keys/${name}.pub`, '-s', `keys/${name}`),
    sign: (name: string, file: string) => run('minisign', '-S', '-s', `keys/${name}`, '-m', file),
  },
} as const;

/** `verify` of a bundle that is refused for its signature, or for what is checked next. */
const verify = (...args: string[]) => place.wasmetrics(['verify', ...args, '--json']);

async function codeOf(...args: string[]): Promise<string> {
  const { stderr } = await verify(...args);
  return (JSON.parse(stderr) as { error: { code: string } }).error.code;
}

describe.each(Object.entries(programs))('%s', (program, { ending, keys, sign }) => {
  const signature = `${manifest}.${ending}`;

  if (isMissing(program, isHere(program))) return;

  test(
    'signs a bundle for readers who know the key',
    async () => {
      for (const name of [`${program}-author`, `${program}-other`])
        expect(keys(name).status).toBe(0);
      const [author, other] = ['author', 'other'].map((name) => `keys/${program}-${name}.pub`);
      expect(sign(`${program}-author`, `made/${manifest}`).status).toBe(0);
      expect(existsSync(at('made', signature))).toBe(true);

      const { status, stdout } = await verify('made', '--signed-by', author!);
      expect(JSON.parse(stdout)).toMatchObject({
        outcome: 'identical',
        exitCode: 0,
        signature: { state: 'valid', signedBy: author, program },
      });
      expect(status).toBe(0);

      expect(await codeOf('made', '--signed-by', other!)).toBe('bundle-signature');
      mkdirSync(at('forged'), { recursive: true });
      copyFileSync(at('made', signature), at('forged', signature));
      writeFileSync(at('forged', manifest), `${readFileSync(at('made', manifest), 'utf8')} `);
      expect(await codeOf('forged', '--signed-by', author!)).toBe('bundle-signature');
      copyFileSync(at('made', manifest), at('forged', manifest));
      expect(await codeOf('forged', '--signed-by', author!)).toBe('bundle-missing');
      rmSync(at('forged', signature));
      expect(await codeOf('forged', '--signed-by', author!)).toBe('bundle-signature');
      const elsewhere = ['--signature', `made/${signature}`];
      expect(await codeOf('forged', '--signed-by', author!, ...elsewhere)).toBe('bundle-missing');
      writeFileSync(at('forged', signature), 'no signature');
      expect(await codeOf('forged', '--signed-by', author!)).toBe('bundle-signature');
      copyFileSync(at(author!), at('forged', 'key.pub'));
      expect(await codeOf('forged', '--signed-by', 'forged/key.pub')).toBe('bundle-signature');
      rmSync(at('forged'), { recursive: true });
    },
    minute,
  );
});

describe('a file of allowed signers', () => {
  if (isMissing('ssh-keygen', isHere('ssh-keygen'))) return;

  test('names who may sign', async () => {
    const key = readFileSync(at('keys', 'ssh-keygen-author.pub'), 'utf8');
    const other = readFileSync(at('keys', 'ssh-keygen-other.pub'), 'utf8');
    mkdirSync(at('signed'), { recursive: true });
    for (const name of [manifest, `${manifest}.sig`])
      copyFileSync(at('made', name), at('signed', name));
    const code = (text: string) => {
      place.file('allowed', text);
      return codeOf('signed', '--signed-by', 'allowed');
    };
    expect(await code(`# authors\n-I,a@example.org namespaces="file" ${key}`)).toBe(
      'bundle-missing',
    );
    expect(await code(`a@example.org ${other}b@example.org ${key}`)).toBe('bundle-missing');
    expect(await code(`a@example.org ${other}`)).toBe('bundle-signature');
    expect(await code(`a@example.org namespaces="git" ${key}`)).toBe('bundle-signature');
    expect(await code(`a@example.org valid-before="20200101" ${key}`)).toBe('bundle-signature');
    expect(await code('a page without a key')).toBe('signature-key');
  });
});

test('a signature is named together with the key of its signer', async () => {
  const alone = await place.wasmetrics(['verify', 'made', '--signature', 'x.sig']);
  expect(alone.stderr).toContain('--signature needs --signed-by');
  expect(alone.status).toBe(2);
});

test('sealing keeps the signature of the same manifest and removes that of another', async () => {
  writeFileSync(at('made', `${manifest}.sig`), 'a signature');
  await place.wasmetrics(['bundle', '--seal', 'made']);
  expect(existsSync(at('made', `${manifest}.sig`))).toBe(true);
  writeFileSync(at('made', 'LICENSE.txt'), 'CC0');
  const { stderr } = await place.wasmetrics(['bundle', '--seal', 'made']);
  expect(stderr).toContain('sealed made');
  expect(stderr).toContain('sign manifest-sha256.txt again');
  expect(existsSync(at('made', `${manifest}.sig`))).toBe(false);
});
