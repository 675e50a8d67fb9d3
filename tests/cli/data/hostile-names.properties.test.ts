/** No name from a file reaches the terminal as more than text. */
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ols } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toMarkdown } from 'wasmetrics/report';
import { panelRows } from '../../panel-rows.js';
import { workplace, type Workplace } from '../run.js';

let place: Workplace;
beforeAll(() => {
  place = workplace();
});
afterAll(() => place.remove());

/** Controls except line feeds, bidirectional formats and characters of no width. */
const obeyed = /(?!\n)[\p{Cc}\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/u;
const evil = '\u001b]0;owned\u0007\u001b[31m\u009b2J\u202egnp.\u2066\u200b\u007f';
const quote = (cell: string | number) => `"${String(cell).replace(/"/g, '""')}"`;
const backquoted = (name: string) => `\`${name}\``;

function data(header: string, level: string): string {
  const rows = panelRows().map(({ id, year, y, x }, i) =>
    [`${level}${id}`, year ?? 0, y ?? 0, x ?? 0, `${level}${i % 3}`]
      .map((cell) => quote(cell ?? ''))
      .join(','),
  );
  return [['id', 'year', 'y', header, 'g'].map(quote).join(','), ...rows].join('\n');
}

async function printed(args: readonly string[], input?: string): Promise<string> {
  const { stdout, stderr } = await place.wasmetrics(args, input);
  return stdout + stderr;
}

describe('hostile headers and levels', () => {
  it.each<[string, readonly string[]]>([
    ['a result', ['ols', 'd.csv', `y ~ ${backquoted(evil)} + i(g)`, '--vcov', 'cluster:id']],
    ['a result as JSON', ['ols', 'd.csv', `y ~ ${backquoted(evil)} + i(g)`, '--json']],
    ['a model', ['ols', 'd.csv', `y ~ ${backquoted(evil)}`, '--print-model']],
    ['an unknown column', ['ols', 'd.csv', `y ~ ${backquoted(`${evil}2`)}`]],
    ['a text cell', ['ols', 'd.csv', 'y ~ id']],
    ['an unknown option', ['ols', 'd.csv', 'y ~ 1', `--${evil}`]],
    ['an unknown command', [evil]],
    ['a missing file', ['ols', evil, 'y ~ 1']],
    ['a missing model', ['fit', evil]],
    ['an unknown encoding', ['ols', 'd.csv', 'y ~ 1', '--encoding', evil]],
    ['an unknown code', ['explain', evil]],
    ['an import', ['import', `xtabond2 y ${evil}`]],
    ['influence', ['influence', 'm.yaml']],
    ['a permutation', ['permute', 'm.yaml', '--of', evil, '--reps', '99']],
    ['groups', ['groups', 'm.yaml', '--by', 'g', '--of', evil, '--reps', '99']],
    ['code of other programs', ['export', 'm.yaml', '--to', 'plm']],
    ['a test', ['test', 'm.yaml', `${backquoted(evil)} = 0`]],
  ])('are visible in %s', async (_, args) => {
    place.file('d.csv', data(evil, evil));
    place.file(
      'm.yaml',
      JSON.stringify({ data: 'd.csv', estimator: 'ols', formula: `y ~ ${backquoted(evil)}` }),
    );
    const text = await printed(args);
    expect(text).not.toBe('');
    expect(text).not.toMatch(obeyed);
  });

  it('are visible in errors about keys, values and YAML', async () => {
    for (const model of [
      JSON.stringify({ estimator: 'ols', formula: 'y ~ x', [evil]: 1 }),
      JSON.stringify({ estimator: evil }),
      JSON.stringify({ estimator: 'ols', formula: evil }),
      `a: [1\n${evil}: 2`,
      `*${evil}`,
      `"${evil}`,
    ]) {
      const text = await printed(['fit', '-'], model);
      expect(text).toMatch(/^wasmetrics: /);
      expect(text).not.toMatch(obeyed);
    }
  });

  it('are visible and without markup in Markdown', async () => {
    const table = parseCsv(data(`${evil}<img src=x>`, `${evil}<script>|\`[a](javascript:1)`));
    const formula = `y ~ ${backquoted(`${evil}<img src=x>`)} + i(g)`;
    const markdown = toMarkdown(await ols(table, { formula, vcov: { type: 'CV1', cluster: 'g' } }));
    expect(markdown).not.toMatch(obeyed);
    expect(markdown).not.toMatch(/<(script|img)|\]\(/);
  });

  it('are exact in JSON', async () => {
    place.file('d.csv', data(evil, 'u'));
    const { stdout } = await place.wasmetrics([
      'ols',
      'd.csv',
      `y ~ ${backquoted(evil)}`,
      '--json',
    ]);
    expect(stdout).not.toMatch(obeyed);
    expect(JSON.stringify(JSON.parse(stdout))).toContain(JSON.stringify(backquoted(evil)));
  });

  it('are visible whatever they are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
        fc.string({ unit: 'binary', maxLength: 8 }),
        async (header, level) => {
          place.file('p.csv', data(header, level));
          const name = backquoted(header);
          expect(await printed(['ols', 'p.csv', `y ~ ${name} + i(g)`])).not.toMatch(obeyed);
          expect(await printed(['fit', '-'], `${header}: ${level}`)).not.toMatch(obeyed);
        },
      ),
      { numRuns: 30 },
    );
  });
});
