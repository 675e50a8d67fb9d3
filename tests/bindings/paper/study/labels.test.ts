/** All parts of a study, in all formats, call columns by their labels, and those in Chinese have no English. */
import { readFileSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { strFromU8, unzipSync } from 'fflate';
import { parseCsv } from 'wasmetrics/data';
import {
  renderFigure,
  renderTables,
  tableFormatWarnings,
  type TextFormat,
  warningText,
} from 'wasmetrics/report';
import {
  claimText,
  runStudy,
  studyHtml,
  type StudyInput,
  type StudyResult,
} from 'wasmetrics/study';
import { every } from '../../../every.js';

const file = new URL('../../../../examples/abdata.csv', import.meta.url);
const data = parseCsv(readFileSync(file, 'utf8'));
const raw = { id: 'q_id', year: 'q_year', n: 'q_n', w: 'q_w', k: 'q_k', ys: 'q_ys', ind: 'q_ind' };
/** Columns that the study builds. */
const built = ['q_index', 'q_half', 'q_log'];
const columns = new Map(
  Object.entries(raw).map(([name, to]) => [to, data.columns.get(name)!] as const),
);

const words = {
  en: [
    ...['Firm', 'Year', 'Employment', 'Wage', 'Capital', 'Output', 'Industry'],
    ...['Size', 'Wage group', 'Log wage'],
  ],
  zh: ['企业', '年份', '就业', '工资', '资本', '产出', '行业', '规模指数', '工资组', '对数工资'],
} as const;

const studyIn = (language: 'en' | 'zh'): StudyInput => ({
  language,
  labels: Object.fromEntries(
    [...Object.values(raw), ...built].map((name, i) => [name, words[language][i]!]),
  ),
  panel: { unit: 'q_id', time: 'q_year' },
  build: {
    q_index: { index: 'pca', columns: { q_w: '+', q_k: '+', q_ys: '+' } },
    q_half: { split: 'q_w', at: 'mean', level: 'unit' },
    q_log: 'log(q_w)',
  },
  tables: {
    T1: {
      models: [
        { estimator: 'ols', formula: 'q_n ~ q_w * q_k', vcov: 'cluster:q_ind' },
        { estimator: 'ols', formula: 'q_n ~ i(q_ind, ref=1) + q_w', vcov: 'HC1' },
        {
          estimator: 'dpd',
          formula: 'q_n ~ L.q_n + q_w + q_k',
          gmm: [{ vars: ['q_n'], lags: [2, 3], collapse: true }],
          iv: [{ vars: ['q_w', 'q_k'] }],
        },
        { estimator: 'iv', formula: 'q_n ~ q_k | q_w ~ L.q_w + q_ys' },
        {
          estimator: 'ols',
          formula: 'q_n ~ q_index + q_log + i(q_ind) | q_id + q_year',
          vcov: 'HC1',
        },
        { estimator: 'panel', formula: 'q_n ~ q_w', effects: 'random' },
        {
          estimator: 'dpd',
          formula: 'q_n ~ L.q_n + q_w + q_k',
          gmm: [{ vars: ['q_n'], lags: [2, 6] }],
        },
        {
          estimator: 'ols',
          formula: 'q_n ~ q_w',
          vcov: 'cluster:q_ind',
          bootstrap: { reps: 49, seed: 1 },
        },
      ],
      notes: ['auto', 'warnings'],
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
    T6: { balance: ['q_w', 'q_k'], by: 'q_half' },
    T7: { describe: ['q_w', 'q_half'], stats: ['n', 'mean', 'sdWithin', 'sdBetween'] },
    T8: { correlate: ['q_n', 'q_w', 'q_index'] },
    T9: { index: 'q_index' },
    T10: { tests: 'T1.4' },
    T11: { tests: 'T1.3' },
    T12: { tests: 'T1.1', hypotheses: ['q_w', 'q_k'], adjust: ['holm'] },
    T13: { tests: 'T1.1', diagnostics: true },
    T14: {
      model: { estimator: 'ols', formula: 'q_n ~ q_w + q_k', vcov: 'cluster:q_id' },
      split: [{ by: 'q_ind' }, { by: 'q_ys', at: 'median', level: 'unit' }],
      compare: { of: 'q_w', by: 'wald' },
    },
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

const formats = ['text', 'markdown', 'html', 'latex', 'typst', 'quarto', 'csv'] as const;

/** The texts of a study in each format, without what quotes its source: claims, model files, commands. */
async function printed(result: StudyResult): Promise<Readonly<Record<string, string>>> {
  const { claims, tables, warnings, language = 'en' } = result;
  // Attributes of HTML name the place of a number in the results.
  const tablesIn = (format: TextFormat) => {
    const text = renderTables(tables, format);
    return format === 'html' || format === 'quarto' ? visibleText(text) : text;
  };
  const files = await Promise.all([renderTables(tables, 'docx'), renderTables(tables, 'xlsx')]);
  const [word, excel] = files.map((file) =>
    Object.entries(unzipSync(file))
      .filter(([name]) => /document|sharedStrings|sheet\d/.test(name))
      .map(([, bytes]) => visibleText(strFromU8(bytes)))
      .join('\n'),
  );
  const page = studyHtml(result).replace(/<(style|script|pre|code)\b.*?<\/\1>/gs, '');
  const said = [
    ...warnings.map((warning) => warningText(warning, { language })),
    ...claims.flatMap((claim) => claimText(claim, { language }).split('\n').slice(1)),
    ...Object.values(tables).flatMap((table) => [
      ...(table.warnings ?? []).map(({ message }) => message),
      ...tableFormatWarnings(table, ['latex', 'typst', 'docx'], 'T'),
    ]),
  ];
  return {
    ...Object.fromEntries(formats.map((format) => [format, tablesIn(format)])),
    docx: word!,
    xlsx: excel!,
    report: visibleText(page),
    said: said.join('\n'),
  };
}

const visibleText = (markup: string) =>
  markup
    .replace(/<[^>]*>/g, '\n')
    .replace(/&[a-z#0-9]+;/g, ' ')
    .replace(/\n\s*\n/g, '\n');

test('no text shows the name of a column that has a label', async () => {
  for (const language of ['en', 'zh'] as const) {
    const { claims, failed } = studies[language];
    expect(failed).toEqual([]);
    expect(claims.map(({ verdict }) => verdict)).not.toContain('not testable');
    await every(
      Object.entries(await printed(studies[language])),
      ([format]) => `${language} ${format}`,
      ([, text]) => {
        expect(text.length).toBeGreaterThan(300);
        expect(text.split('\n').filter((line) => /q\\?_/.test(line))).toEqual([]);
      },
    );
  }
});

/** Names of people and tests, symbols, and the words that a study file has for what a message asks for. */
const names =
  /2SLS|Anderson|Bartlett|Basmann|Breusch|Godfrey|Pagan|Cook|Weisberg|Durbin|Watson|Hansen|Hausman|Holm|Jarque|Bera|Kaiser|Meyer|Olkin|Kleibergen|Paap|Moreira|Pearson|Rubin|Sargan|Stata|Wald|Welch|White|Windmeijer|Wooldridge|Moore|Penrose|Wu-|delta|sup-t|data\.csv|wasmetrics|\b(?:CLR|CV\d|CR2|GMM|HC\d|HTZ|IV|KMO|LM|OLS|PC\d|RESET|RMSE|SHA|VIF|chi2|log|T\d+(?:-pairs)?)\b/g;
const keys =
  /\[[a-z-]+\]|eigenvalue>=1|\b(?:cr2|csv|docx|eigenvalue|endogenous|exogenous|gmm|iv|lag|latex|level|multipliers|predetermined|robust|scale|sideways|split|typst|wald|webb|where|wide|wild-cluster|adjust|long|pages)\b/g;

test('a study in Chinese has no English left over', async () => {
  const { text, markdown, docx, report, said } = await printed(studies.zh);
  await every(
    Object.entries({ text, markdown, docx, report, said }),
    ([format]) => format,
    ([, shown]) => {
      const left = shown!
        .split('\n')
        .map((line) =>
          line
            // The words of a filter stay as a model file has them.
            .replace(/== +(?:low|high)\b/g, '')
            .replace(/[0-9a-f]{12,}/g, '')
            .replace(names, '')
            .replace(keys, ''),
        )
        .filter((line) => /[A-Za-z]{3,}/.test(line));
      expect([...new Set(left)]).toEqual([]);
    },
  );
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
