/** Temporary folders of killed processes are removed by the next process, and nothing else is. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../../cli/files/temporary-folder.js';
import { studies, writeStudy } from './bundle/study.js';
import { raising } from './raising.js';
import { workplace } from './run.js';

const main = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
/** A process that has ended. */
const dead = spawnSync(process.execPath, ['-e', '']).pid;

let folder: string;
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'folders-')));
  vi.stubEnv('TMPDIR', folder);
  vi.stubEnv('TEMP', folder);
});
afterEach(() => {
  vi.unstubAllEnvs();
  spawnSync('chmod', ['-R', 'u+rwX', folder]);
  rmSync(folder, { recursive: true });
});

/** The name of a folder as the process `pid` would have made it. */
async function nameBy(pid: number): Promise<string> {
  const made = basename(await temporaryFolder('bundle'));
  rmSync(join(folder, made), { recursive: true });
  return made.replace(`-${process.pid}-`, `-${pid}-`);
}

describe('a temporary folder', () => {
  test('of a process that has ended is removed, with folders that are closed', async () => {
    const path = join(folder, await nameBy(dead));
    mkdirSync(join(path, 'run', 'inner'), { recursive: true });
    writeFileSync(join(path, 'run', 'inner', 'file'), '');
    chmodSync(join(path, 'run', 'inner'), 0);
    const made = await temporaryFolder('job');
    expect(readdirSync(folder)).toEqual([basename(made)]);
  });

  test('of a running process stays', async () => {
    const made = [await temporaryFolder('bundle'), join(folder, await nameBy(process.ppid))];
    mkdirSync(made[1]!);
    made.push(await temporaryFolder('bundle'));
    expect(readdirSync(folder).sort()).toEqual(made.map((path) => basename(path)).sort());
  });

  test.skipIf(process.platform === 'win32')(
    'with another name, of another machine, or that is a link or a file stays',
    async () => {
      const own = await nameBy(dead);
      const names = [
        `${own}x`,
        `x${own}`,
        own.replace(/-[0-9a-f]{8}-/, '-00000000-'),
        own.replace('-bundle-', '-other-'),
      ];
      for (const name of names) mkdirSync(join(folder, name));
      mkdirSync(join(folder, 'mine'));
      writeFileSync(join(folder, 'mine', 'file'), '');
      const [link, file] = ['linked', 'abfile'].map((end) => own.replace(/.{6}$/, end));
      symlinkSync(join(folder, 'mine'), join(folder, link!));
      writeFileSync(join(folder, file!), '');
      const inside = own.replace(/.{6}$/, 'inside');
      mkdirSync(join(folder, inside));
      symlinkSync(join(folder, 'mine'), join(folder, inside, 'link'));
      const made = basename(await temporaryFolder('bundle'));
      const rest = [...names, 'mine', link!, file!, made];
      expect(readdirSync(folder).sort()).toEqual(rest.sort());
      expect(existsSync(join(folder, 'mine', 'file'))).toBe(true);
    },
  );
});

test.skipIf(process.platform === 'win32')('verify leaves nothing of a killed verify', async () => {
  const place = workplace();
  const path = writeStudy(place, studies.bootstrap);
  await place.wasmetrics(['bundle', path, '-o', 'whole', '--no-cache']);
  const scratch = () => readdirSync(folder).filter((name) => name.startsWith('wasmetrics-bundle-'));
  const args = [main, 'verify', join(place.folder, 'whole')];
  const raised = raising('SIGKILL', { makes: /wasmetrics-bundle-/ });
  expect(spawnSync(process.execPath, [...raised, ...args]).signal).toBe('SIGKILL');
  expect(scratch()).toHaveLength(1);
  expect(spawnSync(process.execPath, args).status).toBe(0);
  expect(scratch()).toEqual([]);
  place.remove();
});
