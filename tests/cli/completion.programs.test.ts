/** Scripts of shells, and the words that the program offers them. */
import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { isInstalled, isMissing } from '../installed.js';
import { csv, panelRows } from '../panel-rows.js';
import { workplace } from './run.js';

const place = workplace();
afterAll(() => place.remove());

place.file('panel.csv', csv(panelRows()));
const main = join(import.meta.dirname, '../../dist/cli/main.js');
place.file('wasmetrics', `#!/bin/sh\nexec "${process.execPath}" "${main}" "$@"\n`);
chmodSync(join(place.folder, 'wasmetrics'), 0o755);

/** What may be the last of the words. */
async function words(...line: string[]): Promise<string[]> {
  const { stdout } = await place.wasmetrics(['complete-words', '--', ...line]);
  const lines = stdout.split('\n').filter((one) => one !== '');
  return lines.map((one) => one.split('\t')[0]!);
}

describe('the words that may come next', () => {
  it.each([
    [['de'], ['design', 'describe']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish'],
    ],
    [['help', 'pow'], ['power']],
    [
      ['ols', 'panel.csv', 'y ~ x', '--kernel', ''],
      ['bartlett', 'parzen', 'qs'],
    ],
    [['ols', 'panel.csv', 'y ~ x', '--vcov=unad'], ['--vcov=unadjusted']],
    [['ols', 'panel.csv', 'y ~ x', '--vcov', '=', 'unad'], ['unadjusted']],
    [['ols', 'panel.csv', 'y ~ x', '--robust', '--cl'], ['--cluster']],
    [['panel', 'panel.csv', 'y ~ x', '--unit', 'i'], ['id']],
    [['ols', 'panel.csv', 'y ~ x', '--cluster', 'id,ye'], ['id,year']],
    [['table', 'a.yaml', '--to', 'm'], ['markdown']],
    [['export', 'a.yaml', '--as', 'xtd'], ['xtdpdgmm']],
    [['influence', 'panel.csv', 'y ~ x', '--estimator', 'pan'], ['panel']],
    [['influence', 'panel.csv', 'y ~ x', '--estimator', 'panel', '--eff'], ['--effects']],
    [['influence', 'panel.csv', 'y ~ x', '--estimator', 'none', '--eff'], []],
    [['explain', 'few-c'], ['few-clusters']],
    [['fit', ''], [':files']],
    [['ols', 'panel.csv', 'y ~ x', '--replicates', ''], [':files']],
    [['ols', 'panel.csv', 'y ~ x', '--level', ''], []],
    [['ols', 'missing.csv', 'y ~ x', '--unit', ''], []],
    [['nothing', ''], []],
  ])('after %j are %j', async (line, expected) => {
    expect(await words(...line)).toEqual(expected);
  });
});

function inShell(shell: string, args: readonly string[], script: string): string[] {
  const PATH = `${place.folder}:${process.env['PATH']}`;
  const output = execFileSync(shell, [...args, '-c', script], {
    cwd: place.folder,
    env: { ...process.env, PATH },
    encoding: 'utf8',
  });
  return output.trim().split('\n');
}

describe('the scripts', () => {
  it('complete in bash', () => {
    const complete = (...line: string[]) =>
      `COMP_WORDS=(wasmetrics ${line.join(' ')}); COMP_CWORD=${line.length}; _wasmetrics; echo "\${COMPREPLY[*]}"`;
    const script = [
      'source <(wasmetrics completion bash)',
      complete('desi'),
      complete('panel', 'panel.csv', '"y ~ x"', '--unit', 'i'),
      complete('ols', 'pan'),
      complete('ols', 'panel.csv', 'f', '--kernel', '=', 'b'),
      'complete -p wasmetrics',
    ].join('\n');
    expect(inShell('bash', [], script)).toEqual([
      'design',
      'id',
      'panel.csv',
      'bartlett',
      'complete -F _wasmetrics wasmetrics',
    ]);
  });

  describe('in zsh', () => {
    if (isMissing('zsh', isInstalled('zsh'))) return;

    it('complete', () => {
      const script = [
        '_describe() { print -r -- "${(@P)2}" }; _files() { print files }; compdef() { : }',
        'source <(wasmetrics completion zsh)',
        'words=(wasmetrics panel panel.csv "y ~ x" --unit i); CURRENT=6; _wasmetrics',
        'words=(wasmetrics ols pan); CURRENT=3; _wasmetrics',
      ].join('\n');
      expect(inShell('zsh', ['-f'], script)).toEqual(['id', 'files']);
    });
  });

  describe('in fish', () => {
    if (isMissing('fish', isInstalled('fish'))) return;

    it('complete', () => {
      const script = [
        'wasmetrics completion fish | source',
        'complete -C "wasmetrics panel panel.csv f --unit i"',
        'complete -C "wasmetrics ols pan"',
      ].join('\n');
      expect(inShell('fish', ['--no-config'], script)).toEqual(['id', 'panel.csv']);
    });
  });
});
