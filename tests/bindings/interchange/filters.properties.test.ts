/** Filters of other programs keep the rows that the programs keep, also where values are missing. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { evaluateWhere, parseWhere, toTable } from '../../../bindings/data/index.js';
import { exportModel, importModel } from '../../../bindings/interchange/index.js';
import { drawsOf } from '../../fuzz/damage.js';
import {
  keeps,
  type Language,
  languages,
  randomTree,
  treeText,
} from '../../fuzz/foreign/filters.js';
import { hostMath, inputErrorOf } from '../data/support.js';

interface Stored {
  readonly columns: Readonly<Record<string, readonly (number | string | null)[]>>;
  readonly cases: readonly {
    readonly language: Language;
    readonly text: string;
    readonly rows: readonly number[];
  }[];
}

const golden = new URL('../../golden/filters/expected.json', import.meta.url);
const { columns, cases } = JSON.parse(readFileSync(golden, 'utf8')) as Stored;

type Columns = Readonly<Record<string, readonly (number | string | null)[]>>;

/** Commands that estimate on the rows of a filter and whose variables the filter does not read. */
const commands: Readonly<Record<Language, (text: string) => string>> = {
  R: (text) => `lm(a ~ b, subset(d, ${text}))`,
  mask: (text) => `smf.ols("a ~ b", df[${text}]).fit()`,
  query: (text) => `smf.ols("a ~ b", df.query("${text.replaceAll('"', "'")}")).fit()`,
  gretl: (text) => `smpl ${text} --restrict\nols a const b`,
  stata: (text) => `regress a b if ${text}`,
};

function rowsOf(where: string | undefined, data: Columns): number[] {
  const table = toTable(data as Record<string, (number | string | null)[]>);
  const all = Array.from({ length: table.nrows }, (_, row) => row);
  if (where === undefined) return all;
  const kept = evaluateWhere(parseWhere(where), table, hostMath);
  return all.filter((row) => kept[row] === 1);
}

describe('filters that R, pandas and gretl ran', () => {
  test.each(['R', 'mask', 'query', 'gretl'] as const)('of %s', (language) => {
    const chosen = cases.filter((one) => one.language === language);
    expect(chosen.length).toBeGreaterThan(90);
    for (const { text, rows } of chosen) {
      const { where } = importModel(commands[language](text)).model;
      expect({ text, rows: rowsOf(where, columns) }).toEqual({ text, rows });
    }
  });
});

/** Random data without texts. */
function drawnColumns(draw: (bound: number) => number): Record<string, (number | null)[]> {
  const values = () => Array.from({ length: 25 }, () => (draw(3) === 0 ? null : draw(8) - 2));
  return { z: values(), h: values(), w: values() };
}

describe('random filters by the rules of each program', () => {
  test.each(languages)('of %s', (language) => {
    for (let i = 0; i < 200; ++i) {
      const draw = drawsOf(11, i);
      const data = drawnColumns(draw);
      const tree = randomTree(draw, ['z', 'h', 'w'], 3);
      const text = treeText(tree, language);
      const row = (r: number) => ({ z: data['z']![r]!, h: data['h']![r]!, w: data['w']![r]! });
      const expected = data['z']!.flatMap((_, r) => (keeps(tree, row(r), language) ? [r] : []));
      const { where } = importModel(commands[language](text)).model;
      expect({ text, where, rows: rowsOf(where, data) }).toEqual({ text, where, rows: expected });
    }
  });

  test.each([
    ['R', 'lm'],
    ['mask', 'statsmodels'],
    ['stata', 'regress'],
    ['gretl', 'gretl'],
  ] as const)('of %s come back from %s with the same rows', (language, program) => {
    for (let i = 0; i < 100; ++i) {
      const draw = drawsOf(12, i);
      const data = drawnColumns(draw);
      const tree = randomTree(draw, ['z', 'h', 'w'], 3);
      const { model } = importModel(commands[language](treeText(tree, language)));
      const again = importModel(exportModel(model, program), { from: program }).model;
      expect({ where: model.where, rows: rowsOf(again.where, data) }).toEqual({
        where: model.where,
        rows: rowsOf(model.where, data),
      });
    }
  });
});

describe('filters', () => {
  const whereOf = (text: string) => importModel(text).model.where;

  it('are plain where the model drops the rows anyway', () => {
    expect(whereOf('reg y z if z > 3 & x != 2')).toBe('z > 3 && !holds(x == 2)');
    expect(whereOf('lm(y ~ z + h, subset(d, z > 3 | h == 1))')).toBe('z > 3 || h == 1');
    expect(whereOf('reg y L.z if z > 3')).toBe('missing(z) || holds(z > 3)');
  });

  it('say that Stata keeps rows without a value', () => {
    expect(importModel('reg y x if z > 3').notes.join()).toContain('keeps rows without z');
    expect(importModel('reg y x if z < 3').notes).toEqual([]);
  });

  it('say that R keeps empty texts', () => {
    expect(importModel('lm(y ~ x, subset(d, g != "a"))').notes.join()).toContain('empty cells');
    expect(importModel('lm(y ~ x, subset(d, g == "a"))').notes).toEqual([]);
  });

  test.each([
    'lm(y ~ x, subset(d, z / h > 1))',
    'lm(y ~ x, subset(d, log(z) > 1))',
    'lm(y ~ x, subset(d, e$z > 1))',
    'lm(y ~ x, d[which(year %% 2 == 0), ])',
    'smf.ols("y ~ x", df[df.z > 1 & df.h < 2]).fit()',
    'smf.ols("y ~ x", df[other.z > 1]).fit()',
    'smf.ols("y ~ x", df[df.g.str.startswith("a")]).fit()',
    'smf.ols("y ~ x", df.query("z > @least")).fit()',
    'reg y x if L.z > 3',
    'reg y x if _n > 3',
    'reg y x if z > .a',
  ])('refuse %s', (text) => {
    expect(inputErrorOf(() => importModel(text)).code).toBe('command-syntax');
  });
});
