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
