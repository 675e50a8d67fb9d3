/** A POSIX shell takes each hostile name as one word. */
import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { batchWord, shellWord } from '../../../../bindings/core/escapes/shell.js';
import { commandsOf } from '../../../../bindings/paper/bundle/readme/commands.js';
import type { BundleFacts } from '../../../../bindings/paper/bundle/facts.js';
import { hasRun, hostileNames, withFolder } from '../../../hostile/names.js';

const words = hostileNames.filter((name) => !/[\0\p{Cs}]/u.test(name));

describe.runIf(process.platform !== 'win32')('a shell', () => {
  it('prints the words as they are', () => {
    withFolder((folder) => {
      const script = words.map((word) => `printf '%s\\0' ${shellWord(word)}\n`).join('');
      const { stdout } = spawnSync('sh', { cwd: folder, input: script, encoding: 'utf8' });
      expect(stdout.split('\0').slice(0, -1)).toEqual(words);
      expect(hasRun(folder)).toBe(false);
    });
  });

  it('takes the name of a study as the file of a bundle', () => {
    withFolder((folder) => {
      const runs = words.map((study) => commandsOf({ study } as BundleFacts).run);
      const input = `node() { printf '%s\\0' "$@" @@; }\n${runs.join('\n')}\n`;
      const { stdout } = spawnSync('sh', { cwd: folder, input, encoding: 'utf8' });
      const called = stdout.split('\0@@\0').slice(0, -1);
      // prettier-ignore
      expect(called.map((args) => args.split('\0').slice(0, 3))).toEqual(
        words.map((study) => [
          'engine/wasmetrics.js', 'bundle',
          study.startsWith('-') ? `./${study}` : study,
        ]),
      );
      expect(hasRun(folder)).toBe(false);
    });
  });
});

describe('a batch file', () => {
  it('has names that Windows allows in quotes, with their percent signs doubled', () => {
    expect(batchWord('paper.yaml')).toBe('paper.yaml');
    expect(batchWord('my paper & 100%.yaml')).toBe('"my paper & 100%%.yaml"');
    expect(batchWord('a" & calc & "b.yaml')).toBeUndefined();
    expect(batchWord('a\nb')).toBeUndefined();
  });
});
