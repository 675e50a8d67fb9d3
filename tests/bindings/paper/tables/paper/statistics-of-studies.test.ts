/** Every statistic that a table of a study accepts has a value, or is refused. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readTable } from 'wasmetrics/data';
import type { DescriptiveStatistic } from 'wasmetrics/report';
import { runStudy, type StudyInput } from 'wasmetrics/study';
import { derived } from '../../../../../bindings/paper/tables/paper/parts/derived.js';
import { tables as words } from '../../../../../bindings/words/en/tables.js';

const csv = new URL('../../../../golden/provinces/data.csv', import.meta.url);
const panel = { unit: 'province', time: 'year' };

const models = [
  { estimator: 'ols', formula: 'Level ~ Gov + UR', vcov: 'cluster:province' },
  { estimator: 'ols', formula: 'Level ~ Gov + UR | id' },
  { estimator: 'panel', formula: 'Level ~ Gov + UR' },
  { estimator: 'panel', effects: 'random', formula: 'Level ~ Gov + UR' },
  { estimator: 'iv', formula: 'Level ~ UR | Gov ~ LlnGDPpc + IL' },
  { estimator: 'gmm', formula: 'Level ~ UR | Gov ~ LlnGDPpc + IL' },
  {
    estimator: 'dpd',
    formula: 'Level ~ L.Level + Gov + UR',
    gmm: [{ vars: ['Level'], lags: [2, 3], collapse: true }],
    iv: [{ vars: ['Gov', 'UR'] }],
  },
];

/** Statistics with words of their own, those that are derived, and paths to others. */
const ofModels = [
  ...new Set([
    ...Object.keys(words.statistics).flatMap((name) => (name === 'p' ? [] : [name, `${name}.p`])),
    ...Object.keys(derived),
    ...['rankInstruments', 'dfModel', 'ar[1]', 'ar[1].p', 'ar[2].p', 'firstStage.partialF'],
    ...Object.keys(words.descriptive),
  ]),
];

const ofColumns = Object.keys(words.descriptive) as DescriptiveStatistic[];

/** The name of a table. */
const nameOf = (of: string, stat: string) => `${of}-${stat.replace(/[^a-zA-Z\d]/g, '_')}`;

it('has a number or a reason, of all estimators and of columns', async () => {
  const data = await readTable(readFileSync(csv));
  const tables = Object.fromEntries([
    ...models.flatMap((model, i) =>
      ofModels.map((stat) => [nameOf(`M${i}`, stat), { models: [model], stats: [stat] }]),
    ),
    ...ofColumns.flatMap((stat) => [
      [nameOf('D', stat), { describe: ['Level', 'Gov'], stats: [stat] }],
      [nameOf('G', stat), { describe: ['Level', 'Gov'], by: 'Region', stats: [stat] }],
    ]),
  ]) as NonNullable<StudyInput['tables']>;
  const study = await runStudy({ panel, tables }, data);
  const refused = new Set(study.failed.map(({ id }) => id));
  for (const { id, error } of study.failed) {
    expect(`${id}: ${error.code}`).toBe(`${id}: unknown-statistic`);
  }
  for (const id of Object.keys(tables)) {
    const rows = study.tables[id]?.body.filter(({ kind }) => kind === 'stat') ?? [];
    const texts = rows.flatMap(({ cells }) => cells.map(({ text }) => text));
    expect(`${id}: ${texts.length > 0 || refused.has(id)}`).toBe(`${id}: true`);
    for (const text of texts) expect(`${id}: ${text}`).toMatch(/: (?:<|[-\u2212]?\d)/);
  }
  for (const stat of ofColumns) expect(refused.has(nameOf('D', stat))).toBe(false);
  const ofAll = ofModels.filter((stat) =>
    models.every((_, i) => !refused.has(nameOf(`M${i}`, stat))),
  );
  expect(ofAll).toEqual(expect.arrayContaining(['nobs', 'rmse', 'outcomeMean', 'outcomeSd']));
});
