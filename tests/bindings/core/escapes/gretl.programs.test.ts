/** gretl runs exported scripts: texts of filters and names of files are read as they are, and run nothing. */
import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { exportModel } from '../../../../bindings/interchange/index.js';
import { hasRun, hostileNames, withFolder } from '../../../hostile/names.js';
import { isInstalled, isMissing } from '../../../installed.js';
import { exported } from './exported.js';

const isRun = isInstalled('gretlcli');

/** A name that a file of this system can have. */
const isFileName = (name: string) =>
  !/[/\0\p{Cs}]/u.test(name) && name.trim() !== '' && !/^\.+$/.test(name) && !name.startsWith('-');

describe('a script for gretl', () => {
  if (isMissing('gretl', isRun)) return;

  it('opens files with hostile names', () => {
    withFolder((folder) => {
      const files = hostileNames.filter(isFileName).map((name) => `${name}.csv`);
      const scripts = exported(files, (file) => ({
        file,
        script: exportModel({ estimator: 'ols', data: file, formula: 'y ~ x' }, 'gretl'),
      }));
      expect(scripts.length).toBeGreaterThan(250);
      for (const { file } of scripts)
        writeFileSync(join(folder, file), 'y,x\n1,1\n2,3\n3,2\n5,5\n');
      const all = scripts.map(
        ({ script }, i) => `${script}print "@@ ${i} ok"\nprintf "@@ %d %d\\n", ${i}, $T\n`,
      );
      writeFileSync(join(folder, 'all.inp'), all.join('\n'));
      const { stdout } = spawnSync('gretlcli', ['-b', 'all.inp'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(hasRun(folder)).toBe(false);
      const done = [...stdout.matchAll(/^@@ (\d+) 4$/gm)].map((match) => Number(match[1]));
      expect(scripts.filter((_, i) => !done.includes(i)).map(({ file }) => file)).toEqual([]);
    });
  });

  it('keeps rows by hostile texts', () => {
    withFolder((folder) => {
      // The reader of gretl guesses separators and quotes, so the data have none.
      const texts = hostileNames.filter((name) => /^[^\s,;'"|]+$/.test(name));
      const scripts = exported(texts, (name) => {
        const where = `g == "${name}" || g == "x"`;
        const model = { estimator: 'ols', formula: 'y ~ 1', where } as const;
        return { name, script: exportModel(model, 'gretl') };
      }).filter(({ name }) => !/^[\d.-]+$/.test(name));
      expect(scripts.length).toBeGreaterThan(200);
      const all = scripts.map(({ name, script }, i) => {
        const rows = [1, 3, 2, 5, 4, 6].map((y, k) => `${y},${[name, 'x', 'z'][k % 3]!}`);
        writeFileSync(join(folder, `${i}.csv`), `y,g\n${rows.join('\n')}\n`);
        return `open ${i}.csv --quiet\n${script}printf "@@ %d %d\\n", ${i}, $nobs\n`;
      });
      writeFileSync(join(folder, 'all.inp'), all.join('\n'));
      const { stdout } = spawnSync('gretlcli', ['-b', 'all.inp'], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(hasRun(folder)).toBe(false);
      const done = [...stdout.matchAll(/^@@ (\d+) 4$/gm)].map((match) => Number(match[1]));
      expect(scripts.filter((_, i) => !done.includes(i)).map(({ name }) => name)).toEqual([]);
    });
  });
});
