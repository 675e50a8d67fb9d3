/** Files that a do-file joins, as the key `merge` of its study. */
import { describe, expect, test } from 'vitest';
import { importStudy } from '../../../bindings/interchange/index.js';

const study = (text: string) => importStudy(text, { from: 'stata' });

describe('merges of a do-file', () => {
  test.each([
    [
      'merge m:1 year using cpi.csv, keepusing(v) keep(1 3) nogen',
      { file: 'cpi.csv', on: ['year'], kind: 'm:1', keep: ['v'] },
      undefined,
    ],
    [
      'merge 1:1 id year using "a b/z", keep(match) nogen',
      { file: 'a b/z.dta', on: ['id', 'year'], kind: '1:1', indicator: 'matched' },
      'matched == 1',
    ],
    [
      'merge m:1 year using c.csv\ndrop if _merge == 2\ndrop _merge',
      { file: 'c.csv', on: ['year'], kind: 'm:1', indicator: 'matched' },
      undefined,
    ],
    [
      'merge m:1 year using c.csv\nkeep if _merge == 3',
      { file: 'c.csv', on: ['year'], kind: 'm:1', indicator: 'matched' },
      '_merge == 3',
    ],
  ])('join files: %s', (lines, merge, where) => {
    const { study: one, notes } = study(`use d.csv\nxtset id year\n${lines}\nreg y v`);
    const [model] = (one.tables['T1'] as { models: readonly { where?: string }[] }).models;
    expect([one.merge, model!.where]).toEqual([merge, where]);
    expect(notes).toEqual([]);
  });

  test('say which rows of a joined file are left out, and which joins are not read', () => {
    const { notes } = study('use d.csv\nmerge m:1 year using c.csv\nreg y v');
    expect(notes).toEqual([
      'line 3: merge on line 2: rows that only the joined file has are left out',
    ]);
    for (const line of [
      'merge 1:m id using c.csv',
      'merge m:1 year using c.csv, update',
      'gen t = year - 1\nmerge m:1 t using c.csv',
    ]) {
      expect(study(`use d.csv\n${line}\nreg y v`).notTranslated.join()).toContain('merge');
    }
  });
});

describe('joins of R and Python', () => {
  const r = ['d <- read.csv("d.csv")', 'e <- read.csv("e.csv")', 'f <- subset(e, v > 1)'];
  const python = [
    'd = pd.read_csv("d.csv")',
    'e = pd.read_csv("e.csv", sep=";")',
    'f = e.query("v > 1")',
  ];
  const joined = (line: string) => {
    const isR = line.includes('<-');
    const model = isR ? 'lm(y ~ v, d)' : 'smf.ols("y ~ v", d).fit()';
    const lines = [...(isR ? r : python), line, model].join('\n');
    const { study: one, notTranslated } = importStudy(lines, { from: isR ? 'r' : 'python' });
    const [model_] = (one.tables['T1'] as { models: readonly { where?: string }[] }).models;
    return { merge: one.merge, where: model_!.where, notTranslated };
  };
  const whole = { file: 'e.csv', on: ['id'], kind: 'm:1' };
  const matched = { indicator: 'matched' };

  test.each([
    ['d <- left_join(d, e, by = "id")', whole, undefined],
    ['d <- d %>% inner_join(e, by = c("id"))', { ...whole, ...matched }, 'matched == 1'],
    ['d <- left_join(d, e, by = c("id" = "Id"))', { ...whole, on: { id: 'Id' } }, undefined],
    ['d <- left_join(d, e, join_by(id, year))', { ...whole, on: ['id', 'year'] }, undefined],
    ['d <- merge(d, e, by = "id", all.x = TRUE)', whole, undefined],
    [
      'd <- merge(d, e, by.x = "id", by.y = "Id")',
      { ...whole, on: { id: 'Id' }, ...matched },
      'matched == 1',
    ],
    [
      'd = d.merge(e, on="id", how="left")',
      { ...whole, file: { file: 'e.csv', delimiter: ';' } },
      undefined,
    ],
    [
      'd = pd.merge(d, e, left_on=["id"], right_on=["Id"])',
      { ...whole, file: { file: 'e.csv', delimiter: ';' }, on: { id: 'Id' }, ...matched },
      'matched == 1',
    ],
  ])('join files: %s', (line, merge, where) => {
    expect(joined(line)).toEqual({ merge, where, notTranslated: [] });
  });

  test.each([
    'd <- right_join(d, e, by = "id")',
    'd <- merge(d, e, by = "id", all = TRUE)',
    'd <- left_join(d, e)',
    'd <- left_join(d, f, by = "id")',
    'd <- left_join(d, e, by = id)',
    'd = d.merge(e, on="id", how="outer")',
    'd = d.merge(f, on="id", how="left")',
    'd = d.merge(e, left_index=True, right_index=True)',
  ])('that keep other rows, or join more than a file, are not translated: %s', (line) => {
    const { merge, notTranslated } = joined(line);
    expect(merge).toBeUndefined();
    expect(notTranslated[0]).toContain(line);
  });
});
