/** Figures, tables, warnings and verdicts of a study call columns by their labels, in both languages. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { parseCsv } from 'wasmetrics/data';
import { renderFigure, warningText } from 'wasmetrics/report';
import { claimText, runStudy, type StudyInput, type StudyResult } from 'wasmetrics/study';
import { every } from '../../../every.js';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
const data = parseCsv(readFileSync(file, 'utf8'));
const raw = { id: 'q_id', year: 'q_year', n: 'q_n', w: 'q_w', k: 'q_k', ys: 'q_ys', ind: 'q_ind' };
const columns = new Map(
  Object.entries(raw).map(([name, to]) => [to, data.columns.get(name)!] as const),
);

const words = {
  en: ['Firm', 'Year', 'Employment', 'Wage', 'Capital', 'Output', 'Industry'],
  zh: ['企业', '年份', '就业', '工资', '资本', '产出', '行业'],
} as const;

const studyIn = (language: 'en' | 'zh'): StudyInput => ({
  language,
  labels: Object.fromEntries(Object.values(raw).map((name, i) => [name, words[language][i]!])),
  panel: { unit: 'q_id', time: 'q_year' },
  tables: {
    T1: {
      models: [
        { estimator: 'ols', formula: 'q_n ~ q_w * q_k', vcov: 'cluster:q_ind' },
        { estimator: 'ols', formula: 'q_n ~ i(q_ind, ref=1) + q_w' },
        {
          estimator: 'dpd',
          formula: 'q_n ~ L.q_n + q_w + q_k',
          gmm: [{ vars: ['q_n'], lags: [2, 3], collapse: true }],
          iv: [{ vars: ['q_w', 'q_k'] }],
        },
        { estimator: 'iv', formula: 'q_n ~ q_k | q_w ~ L.q_w + q_ys' },
      ],
    },
    T2: {
      model: { estimator: 'ols', formula: 'q_n ~ q_w', vcov: 'cluster:q_id' },
      split: { by: 'q_ind', levels: [1, 7] },
      compare: { of: 'q_w', by: 'wald' },
    },
    T3: {
      multiverse: 'q_w',
      of: 'T1.1',
      over: {
        controls: 'all',
        build: { q_k: { level: null, lag: 'L.q_k' } },
        vcov: ['HC1', 'cluster:q_id'],
      },
    },
    T4: { margins: 'q_w', of: 'T1.1', over: 'q_k' },
    T5: { tests: 'T1.1', hypotheses: ['q_w = q_k', 'q_w:q_k = 0'] },
    T6: { balance: ['q_w', 'q_k'], by: 'q_ind' },
  },
  claims: {
    H1: 'T1.1: q_w > 0 at 0.05',
    H2: 'T1.1: q_w:q_k > 0 at 0.05',
    H3: 'T2: q_w differs between 1 and 7',
    H4: 'T1.2 and T1.3: q_w > 0 at 0.05',
  },
  figures: {
    F1: { coefficients: ['q_w', 'q_k'], of: ['T1.1', 'T1.3'] },
    F2: { bootstrap: 'q_w', of: 'T1.1', reps: 49 },
    F3: {
      curve: 'q_w',
      of: 'T1.1',
      over: {
        controls: 'all',
        build: { q_k: { level: null, lag: 'L.q_k' } },
        vcov: ['HC1', 'cluster:q_id'],
        fixedEffects: [null, 'q_id', ['q_id', 'q_year']],
        outcomes: ['q_n', 'q_ys'],
      },
    },
    F4: { event: '/^q_ind=/', of: 'T1.2' },
    F5: { margins: 'q_w', over: 'q_k', of: 'T1.1' },
    F6: { instruments: 'T1.3' },
    F7: { confidence: 'q_w', of: 'T1.1' },
    F8: { power: 'q_w', of: 'T1.1' },
    F9: { residuals: 'T1.1' },
    F10: { leverage: 'T1.1' },
    F11: { influence: 'q_w', of: 'T1.1' },
    F12: { heatmap: 'q_n' },
    F13: { correlation: ['q_n', 'q_w', 'q_k'] },
    F14: { curve: 'q_w', of: 'T1.3', over: { roles: { q_w: ['exogenous', 'endogenous'] } } },
    F15: { curve: 'q_w', of: 'T1.4', over: { instruments: ['L.q_w', 'L.q_w + q_ys'] } },
  },
});

let studies: Readonly<Record<'en' | 'zh', StudyResult>>;
beforeAll(async () => {
  const named = { ...data, columns };
  studies = { en: await runStudy(studyIn('en'), named), zh: await runStudy(studyIn('zh'), named) };
}, 60_000);

test('no table, warning or verdict shows the name of a column that has a label', () => {
  for (const language of ['en', 'zh'] as const) {
    const { claims, failed, tables, warnings } = studies[language];
    expect(failed).toEqual([]);
    const texts = Object.values(tables).flatMap((table) => [
      ...table.head.flat(),
      ...table.notes,
      ...(table.warnings ?? []).map(({ message }) => message),
      ...table.body.flatMap(({ label, cells }) => [label, ...cells.map(({ text }) => text)]),
    ]);
    const said = [
      ...warnings.map((warning) => warningText(warning, { language })),
      ...claims.flatMap((claim) => claimText(claim, { language }).split('\n').slice(1)),
    ];
    expect(claims.map(({ verdict }) => verdict)).not.toContain('not testable');
    expect(said.length).toBeGreaterThan(3);
    expect([...texts, ...said].filter((text) => text.includes('q_'))).toEqual([]);
  }
});

test('no figure shows the name of a column that has a label', async () => {
  for (const language of ['en', 'zh'] as const) {
    const { figures } = studies[language];
    await every(
      Object.entries(figures),
      ([id]) => `${language} ${id}`,
      async ([, figure]) => {
        const { title, description, table } = figure;
        const shown = [title, description, JSON.stringify(table)];
        const drawn = await renderFigure(figure, 'svg');
        const texts = [...drawn.matchAll(/>([^<>]+)<|aria-label="([^"]*)"/g)].map(
          ([, text, label]) => text ?? label ?? '',
        );
        expect([...shown, ...texts].filter((text) => text.includes('q_'))).toEqual([]);
        const english =
          /\b(?:outcome|none|fixedEffects|instruments?|exogenous|within|steps|vcov)\b/;
        const left = language === 'zh' ? texts.filter((text) => english.test(text)) : [];
        expect(left).toEqual([]);
      },
    );
  }
});
