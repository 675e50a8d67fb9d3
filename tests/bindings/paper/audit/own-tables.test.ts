/** The audit reads the tables that this library writes, and finds nothing impossible in them. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { auditTable, readPrintedTables } from 'wasmetrics/audit';
import { readTable } from 'wasmetrics/data';
import { type PaperTable, renderTable, type TableFormat } from 'wasmetrics/report';
import { runStudy, type StudyInput, type StudyResult } from 'wasmetrics/study';
import { every } from '../../../every.js';

const csv = new URL('../../../golden/provinces/data.csv', import.meta.url);
const formats = [
  'text',
  'markdown',
  'html',
  'latex',
  'typst',
  'quarto',
  'csv',
  'docx',
  'xlsx',
] as const satisfies readonly TableFormat[];

const controls = ['IL', 'UR', 'SFE'];
const x = controls.join(' + ');
const vcov = { type: 'HC1' } as const;
const ols = { estimator: 'ols', formula: `Level ~ Gov + ${x}`, vcov } as const;
const interacted = { estimator: 'ols', formula: `Level ~ Gov * UR + IL`, vcov } as const;
const panel = { unit: 'province', time: 'year' };
const fast = { reps: 19, seed: 1 };

/** A table of each kind, with its forms. */
const study = (language: 'en' | 'zh'): StudyInput => ({
  language,
  panel,
  labels:
    language === 'en'
      ? {
          Level: 'Supply of services',
          Gov: 'Digital government',
          UR: 'Urban / rural',
          IL: 'Industry = 1',
        }
      : { Level: '服务供给', Gov: '数字政府', UR: '城市/农村', IL: '工业化' },
  build: { Index: { index: 'entropy', columns: { ind1: '+', ind2: '+', ind3: '+' } } },
  tables: {
    describe: { describe: ['Level', 'Gov', ...controls] },
    describeAll: {
      describe: ['Level', 'Gov', ...controls],
      stats: [
        'n',
        'missing',
        'mean',
        'sd',
        'sdBetween',
        'sdWithin',
        'min',
        'p25',
        'median',
        'p75',
        'max',
        'skewness',
        'kurtosis',
        'distinct',
        'nGroups',
        'nPeriodsMean',
      ],
    },
    describeBy: { describe: ['Level', 'Gov'], by: 'Region' },
    correlate: { correlate: ['Level', 'Gov', ...controls] },
    spearman: { correlate: ['Level', 'Gov', ...controls], method: 'spearman', listwise: true },
    balance: { balance: ['Level', 'Gov', ...controls], by: 'Region' },
    index: { index: 'Index' },
    models: {
      models: [
        ols,
        interacted,
        { estimator: 'panel', formula: `Level ~ Gov + ${x}` },
        {
          estimator: 'iv',
          formula: `Level ~ ${x} | Gov ~ LlnGDPpc`,
          vcov,
          part: ['first', 'second'],
        },
        {
          estimator: 'dpd',
          formula: `Level ~ L.Level + Gov + ${x}`,
          gmm: [{ vars: ['Level', 'Gov'], lags: [2, 3], collapse: true }],
          iv: [{ vars: controls }],
        },
      ],
    },
    below: {
      models: [ols, interacted],
      below: ['stdError', 't', 'p', 'interval'],
      stats: ['nobs', 'rsquared', 'rsquaredAdj', 'rmse', 'f.p'],
    },
    columns: { models: [ols, interacted], shape: 'columns' },
    cells: { models: [ols, interacted], cells: ['{estimate} ({stdError})'] },
    exponentiate: { models: [ols], exponentiate: true, below: ['stdError', 'interval'] },
    standardize: { models: [ols], standardize: true },
    split: {
      model: ols,
      split: { by: 'Region', levels: ['east', 'central', 'west'] },
      compare: { of: 'Gov', by: ['wald', 'bootstrap'], ...fast },
    },
    cut: {
      model: ols,
      split: [
        { by: 'GovSupport', at: 'mean' },
        { by: 'DigitalTech', at: 'median' },
      ],
    },
    margins: { margins: ['Gov', 'IL'], of: 'models.2' },
    marginsOver: { margins: 'Gov', of: 'models.2', over: 'UR' },
    marginsAt: { margins: 'Gov', of: 'models.2', at: { UR: [0.3, 0.5] } },
    tests: { tests: 'models.5' },
    testsIv: { tests: 'models.4' },
    hypotheses: {
      tests: 'models.2',
      hypotheses: ['Gov = IL', 'Gov:UR = 0'],
      functions: ['Gov / IL'],
    },
    inequality: { tests: 'models.2', hypotheses: ['Gov > 0'] },
    functions: { tests: 'models.2', functions: ['Gov / IL', 'exp(Gov)'] },
    diagnostics: { tests: 'models.1', diagnostics: true },
    hausman: { tests: 'models.3', hausman: 'random.1' },
    random: { models: [{ estimator: 'panel', effects: 'random', formula: `Level ~ Gov + ${x}` }] },
    adjust: { tests: ['models.1', 'models.2'], hypotheses: ['Gov', 'IL'], adjust: ['holm', 'bh'] },
    multiverse: {
      multiverse: 'Gov',
      of: 'models.1',
      over: { controls: 'all', vcov: ['HC1', 'HC3'] },
    },
  },
});

let studies: Readonly<Record<'en' | 'zh', StudyResult>>;
beforeAll(async () => {
  const data = await readTable(readFileSync(csv));
  studies = { en: await runStudy(study('en'), data), zh: await runStudy(study('zh'), data) };
}, 60_000);

/** The findings of a check, the number of checks, and the error if none could be made. */
async function checked(table: PaperTable, format: TableFormat) {
  try {
    const tables = readPrintedTables(await renderTable(table, format), `table.${format}`);
    const { findings, checked: count } = await auditTable(tables);
    return { findings: findings.map(({ message }) => message), count };
  } catch (error) {
    return { findings: [], count: 0, code: (error as { code: string }).code };
  }
}

describe.each(['en', 'zh'] as const)('a check of the own tables, %s', (language) => {
  it('finds nothing in any kind, and refuses tables that it cannot check', async () => {
    const { tables, failed } = studies[language];
    expect(failed.map(({ error }) => error.message)).toEqual([]);
    await every(
      Object.keys(tables).flatMap((name) => formats.map((format) => [name, format] as const)),
      ([name, format]) => `${name} as ${format}`,
      async ([name, format]) => {
        const { findings, count, code } = await checked(tables[name]!, format);
        expect(findings).toEqual([]);
        expect([count > 0, code]).toEqual([true, undefined]);
      },
    );
  });
});
