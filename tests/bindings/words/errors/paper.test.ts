/** What people read of errors of studies, tables, figures, audits and bundles, in English and in Chinese. */
import { readFileSync } from 'node:fs';
import { describe, expect, it, test } from 'vitest';
import { EconError, fitModel } from '../../../../bindings/index.js';
import { auditTable, readPrintedTables } from '../../../../bindings/entries/audit.js';
import { checkBundle, readZip } from '../../../../bindings/entries/bundle.js';
import { readTable } from '../../../../bindings/entries/data.js';
import {
  errorText,
  explainCode,
  failureText,
  leverageFigure,
  regressionTable,
  renderTables,
} from '../../../../bindings/entries/report.js';
import {
  claimText,
  defineStudy,
  fillTemplate,
  judgeClaims,
  parseClaim,
  runStudy,
  studyHtml,
  type StudyInput,
  type StudyResult,
} from '../../../../bindings/entries/study.js';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));
const fit = data.then((table) => fitModel(table, { estimator: 'ols', formula: 'Level ~ Gov' }));

/** What an error says in English and in Chinese. */
async function said(run: () => unknown): Promise<readonly [english: string, chinese: string]> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    return [errorText(error), errorText(error, { language: 'zh' })];
  }
  throw new Error('nothing failed');
}

const study = (parts: object) =>
  defineStudy({
    tables: { T1: { models: [{ estimator: 'ols', formula: 'y ~ x' }] } },
    ...parts,
  } as never);
const models = { models: [{ estimator: 'ols', formula: 'y ~ x' }] };

test.each<[string, () => unknown, string, string]>([
  [
    'a key of a table',
    () => study({ tables: { T1: { ...models, titel: 'a' } } }),
    'study: unknown key tables.T1.titel (did you mean "title"?)',
    'study：未知的键 tables.T1.titel（是否为“title”？）',
  ],
  [
    'a key of a model',
    () => study({ tables: { T1: { models: [{ ...models.models[0], vcov: { tpye: 'HC1' } }] } } }),
    'study: tables.T1.models[0].vcov.tpye: unknown key (did you mean "type"?)',
    'study：tables.T1.models[0].vcov.tpye：未知的键（是否为“type”？）',
  ],
  [
    'a value of a model',
    () => study({ tables: { T1: { models: [{ ...models.models[0], level: 95 }] } } }),
    'study: tables.T1.models[0].level: expected a confidence level from 0.5 to below 1, such as 0.95 (did you mean 0.95?), found 95',
    'study：tables.T1.models[0].level：应为不小于 0.5 且小于 1 的置信水平，例如 0.95（是否指 0.95？），实为 95',
  ],
  [
    'a set',
    () => study({ sets: { controls: ['x'] }, tables: { T1: { describe: ['$control'] } } }),
    'study: tables.T1.describe[0]: unknown set "control" (did you mean "controls"?)',
    'study：tables.T1.describe[0]：没有名为“control”的变量组（是否为“controls”？）',
  ],
  [
    'a table of a figure',
    () => study({ figures: { F1: { residuals: 'T2.1' } } }),
    'study: figures.F1.residuals: unknown table "T2" (did you mean "T1"?)',
    'study：figures.F1.residuals：没有表“T2”（是否为“T1”？）',
  ],
  [
    'the text of a claim',
    () => parseClaim('T1: Gov = 0', 'H1'),
    'H1: expected a band, as in "= 0 within 0.05", found none; no test can show that a coefficient is exactly 0\n  T1: Gov = 0\n             ^',
    'H1：应有区间，例如“= 0 within 0.05”，但没有；任何检验都不能证明系数恰好为 0\n  T1: Gov = 0\n             ^',
  ],
  [
    'a step of the data, by its name',
    () => study({ build: { ly: { split: 'y', at: 'mena' } } }),
    'study: build.ly.at: ',
    'study：build.ly.at：',
  ],
  [
    'a number of a text',
    () => fillTemplate('It is {{T1.Gv}}.', { 'T1.Gov': { text: '1', value: 1 } } as never),
    'line 1, column 7: the study has no number "T1.Gv" (did you mean "T1.Gov"?)',
    '第1行第7列：研究中没有数字“T1.Gv”（是否为“T1.Gov”？）',
  ],
  [
    'a term of a table',
    async () => regressionTable([await fit], { keep: ['Gvo'] }),
    'table: keep: no model has a term Gvo (did you mean "Gov"?)',
    'table：keep：没有模型含有变量 Gvo（是否为“Gov”？）',
  ],
  [
    'stars of a table',
    async () => regressionTable([await fit], { stars: { '*': 0.95 } }),
    'table: stars: expected a level of significance of at most 0.2 (did you mean 0.05?), found {"*":0.95}',
    'table：stars：应为不大于 0.2 的显著性水平（是否指 0.05？），实为 {"*":0.95}',
  ],
  [
    'a figure of another estimate',
    async () =>
      await leverageFigure(
        await fitModel(await data, {
          estimator: 'panel',
          formula: 'Level ~ Gov',
          panel: { unit: 'province', time: 'year' },
        }),
      ),
    'figure: expected an estimate by ols, found one by panel; plot influence shows what happens without each unit',
    'figure：应为 ols 的估计，实为 panel 的估计；plot influence 可显示去掉每个个体后的结果',
  ],
  [
    'a paper without tables',
    () => readPrintedTables('nothing', 'paper.txt'),
    'paper.txt: expected a table of regressions or descriptives, found none; write it in the long form with the columns table, column, row, coef, se, ..., stat, value',
    'paper.txt：应为回归结果或描述统计的表，但没有；请写成长格式，列为 table、column、row、coef、se、……、stat、value',
  ],
  [
    'a table in which nothing can be checked',
    () => auditTable(readPrintedTables('table,column,row,coef\nT1,1,Gov,0.1\n', 'T1')),
    'check: expected numbers that can be compared with each other, found 1 coefficient without errors, t, p or intervals and 0 statistics in T1; ',
    'check：应有可相互比较的数，而 T1 中只有1个系数（没有标准误、t、p或区间）和0个统计量；',
  ],
  [
    'an archive that is cut off',
    () => readZip(new Uint8Array(8), 'bundle.zip'),
    'bundle.zip: cannot be read as a zip archive: it is cut off or no zip file; nothing was unpacked',
    'bundle.zip：无法作为 zip 压缩包读取：',
  ],
  [
    'a bundle without a manifest',
    () => checkBundle(new Map()),
    'bundle: expected the file manifest-sha256.txt, found none; it is no replication bundle',
    'bundle：应有文件 manifest-sha256.txt，但没有；这不是复现包',
  ],
  [
    'a code',
    () => explainCode('hansn'),
    'explain: unknown code "hansn" (did you mean "hansen"?)',
    'explain：未知的代码 "hansn"（是否为“hansen”？）',
  ],
])('%s', async (_, run, english, chinese) => {
  const [inEnglish, inChinese] = await said(run);
  expect(inEnglish.slice(0, english.length)).toBe(english);
  expect(inChinese.slice(0, chinese.length)).toBe(chinese);
});

describe('a study in Chinese whose parts fail', () => {
  const written = {
    language: 'zh',
    tables: {
      T1: { models: [{ estimator: 'ols', formula: 'Level ~ Gov' }] },
      T2: { models: [{ estimator: 'ols', formula: 'Level ~ Gvo' }] },
      T3: { model: { estimator: 'ols', formula: 'Level ~ Gov' }, split: { by: 'province' } },
    },
    figures: { F1: { coefficients: 'Gvo', of: 'T1' } },
    claims: {
      H1: 'T1.1: Gvo > 0',
      H2: 'T1.3: Gov > 0',
      H3: 'T2: Gov > 0',
      H4: 'T1.1: Gov/0 > 0',
    },
  } as unknown as StudyInput;
  const running = data.then((table) => runStudy(written, table));
  const alsoFromJson = [
    ['as it ran', (result: StudyResult) => result],
    ['read from JSON', (result: StudyResult) => JSON.parse(JSON.stringify(result)) as StudyResult],
  ] as const;

  it.each(alsoFromJson)('says why, %s', async (_, read) => {
    const { failed } = read(await running);
    const texts = failed.map((entry) => failureText(entry, { language: 'zh' }).split('\n')[0]);
    expect(texts.slice(0, 4)).toEqual([
      'T2 未能完成：T2.1：没有变量“Gvo”（是否为“Gov”？） [unknown-column]',
      expect.stringMatching(
        /^T3 未能完成：T3：split：最多 12 组，而 province 有 \d+ 个取值；请用 at 切分，或列出 levels \[bad-value\]$/,
      ),
      'F1 未能完成：F1：figure：of：没有模型含有系数 Gvo（是否为“Gov”？） [unknown-coefficient]',
      'H1 未能完成：H1：T1第(1)列（OLS）：没有系数“Gvo”（是否为“Gov”？） [unknown-term]',
    ]);
    expect(texts[4]).toBe('H2 未能完成：H2：T1 只有第(1)列，没有“T1.3” [unknown-model]');
    expect(failed.map((entry) => failureText(entry).split('\n')[0])[3]).toBe(
      'H1 failed: H1: T1 column (1), OLS: there is no coefficient "Gvo" (did you mean "Gov"?) [unknown-term]',
    );
  });

  it.each(alsoFromJson)('says it in the report, %s', async (_, read) => {
    const page = studyHtml(read(await running));
    expect(page).toContain('没有变量“Gvo”（是否为“Gov”？）');
    expect(page).not.toContain('did you mean');
    expect(studyHtml(read(await running), { language: 'en' })).toContain(
      'unknown column &quot;Gvo&quot;',
    );
  });

  it('says it in the reasons of claims', async () => {
    const { claims } = await running;
    const texts = claims.map((claim) => claimText(claim, { language: 'zh' }));
    expect(texts[2]).toContain('T2未能完成：没有列"Gvo"');
    expect(texts.join('\n')).not.toMatch(/there is|did you mean|expected|found/);
  });

  it('prints the English of versions without data', async () => {
    const { failed } = await running;
    const [{ id, error }] = failed as [StudyResult['failed'][number]];
    const { code, message } = error;
    expect(failureText({ id, error: { code, message } }, { language: 'zh' })).toContain(
      'unknown column "Gvo"',
    );
    const judged = await judgeClaims(
      { A: 'T2: Gov > 0' },
      {
        ...(await running),
        failed: [{ id: 'T2', error: { code: 'empty-sample', message: 'T2: no row' } }],
      },
      { language: 'zh' },
    );
    expect(judged.claims[0]!.reason).toBe('T2未能完成：错误empty-sample（T2: no row）。');
  });

  it('has tables of the other parts', async () => {
    const { tables } = await running;
    expect(String(await renderTables(tables, 'markdown'))).toContain('Level');
  });
});
