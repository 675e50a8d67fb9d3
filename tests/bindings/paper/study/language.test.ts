/** The key `language` reaches the tables, the verdicts and the report of a study. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from 'wasmetrics/data';
import { warningText } from 'wasmetrics/report';
import { claimText, judgeClaims, runStudy, studyHtml, type StudyInput } from 'wasmetrics/study';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));
const controls = 'IL + Open + PGpc + UR + SFE';
const study = {
  language: 'zh',
  panel: { unit: 'province', time: 'year' },
  defaults: { vcov: { type: 'HC1' } },
  tables: {
    T1: {
      models: [
        {
          estimator: 'ols',
          formula: `Level ~ Gov + ${controls}`,
          bootstrap: { reps: 99, seed: 1 },
        },
        { estimator: 'iv', formula: `Level ~ ${controls} | Gov ~ LlnGDPpc` },
        {
          estimator: 'dpd',
          formula: 'Level ~ L.Level + Gov',
          gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
        },
      ],
    },
    T2: {
      model: { estimator: 'ols', formula: 'Level ~ Gov' },
      split: [{ by: 'GovSupport', at: 'mean' }, { by: 'Region' }],
      compare: { of: 'Gov', by: ['wald', 'permutation'], reps: 99 },
    },
  },
  figures: { F1: { coefficients: 'Gov', of: 'T1' } },
  claims: {
    H1: 'T1: Gov > 0',
    H2: 'T1.1: Gov > 0 by bootstrap',
    H3: 'T1.1: Gov = 0 within 0.02',
    H4: 'T2: Gov differs between low and high GovSupport',
    H5: 'T2: Gov differs across Region',
    H6: 'T1.2: Gov != 0.5',
    H7: 'T2: Gov is larger in east than in west of Region by permutation',
  },
} as unknown as StudyInput;

const alone = { workers: 0 };
const running = data.then((table) => runStudy(study, table, alone));

/** English words besides names of columns, groups and tests. */
const english =
  /\b(?:the|is|are|of|and|in|by|not|has|below|above|sided|interval|error|support|differen|groups?)\b/;

describe('a Chinese study', () => {
  it('judges claims in Chinese, with the numbers of the English sentences', async () => {
    const { claims } = await running;
    const inEnglish = await runStudy({ ...study, language: 'en' }, await data, alone);
    claims.forEach((claim, i) => {
      const texts = [claim.reason, claim.test, ...(claim.changes ?? [])];
      for (const text of texts) expect(text).not.toMatch(english);
      const other = inEnglish.claims[i]!;
      const numbers = (text: string) => [...(text.match(/\d[\d.,]*\d|\d/g) ?? [])].sort().join(' ');
      expect(numbers(claim.reason)).toBe(numbers(other.reason));
      expect({ ...claim, reason: '', test: '', changes: [], parts: [] }).toEqual({
        ...other,
        reason: '',
        test: '',
        changes: [],
        parts: [],
      });
    });
    expect(claimText(claims[0]!, { language: 'zh' })).toMatch(/^H1 \S+：T1: Gov > 0\n {3}.+。\n/);
  });

  it('says warnings in the language that is asked for', async () => {
    const table = {
      models: [{ estimator: 'dpd', formula: 'Gov ~ L.Gov', gmm: [{ vars: 'Gov', lags: [2, 3] }] }],
    };
    const { panel, defaults } = study;
    const written = { panel, defaults, tables: { T1: table } } as unknown as StudyInput;
    const { warnings } = await runStudy(written, await data, alone);
    const left = warnings.find(({ code }) => code === 'default-left-out')!;
    expect(warningText(left)).toBe(
      'Warning: T1.1: 1 default left out, which does not apply to dpd: vcov.type: "HC1"',
    );
    expect(warningText(left, { language: 'zh' })).toMatch(/^警告：T1\.1.*[^\x00-\x7f].*HC1/);
    expect(warningText(left, { prefix: false })).toBe(left.message);
    expect(() => warningText({} as never)).toThrow(/warningText: warning: expected a warning/);
  });

  it('says in Chinese what a claim names that is not there, also where a table failed', async () => {
    const result = await running;
    const failed = [
      { id: 'T3', error: { code: 'unknown-column', message: 'T3: no column', name: 'x1' } },
    ];
    const claims = { A: 'T9: Gov > 0', B: 'T1: Gvo > 0', C: 'T3: Gov > 0' };
    const judged = await judgeClaims(claims, { ...result, failed }, { language: 'zh' });
    expect(judged.claims.map(({ reason }) => reason)).toEqual([
      '研究中没有表"T9"。',
      '没有系数"Gvo"。',
      'T3未能完成：没有列"x1"。',
    ]);
  });

  it('has tables, figures and a report in Chinese', async () => {
    const result = await running;
    expect(result.tables['T1']!.notes.join(' ')).toContain('括号内为标准误');
    expect(result.figures['F1']!.description).toContain('系数');
    const page = studyHtml(result);
    expect(page).toContain('<html lang="zh-Hans">');
    expect(page).toContain('假设与结论');
    expect(studyHtml(result, { language: 'en' })).toContain('<html lang="en">');
  });
});
