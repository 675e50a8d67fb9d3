/** Each statistic of a table of columns has a number in studies, in tables and in JSON. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeData as describeColumns } from 'wasmetrics/data';
import {
  type DescriptiveStatistic,
  descriptiveTable,
  type PaperTable,
  toJson,
} from 'wasmetrics/report';
import { runStudy } from 'wasmetrics/study';
import { noise } from '../../../properties/resamples.js';

// prettier-ignore
const all = [
  'n', 'missing', 'mean', 'sd', 'min', 'p25', 'median', 'p75', 'max', 'skewness', 'kurtosis',
  'distinct', 'sdBetween', 'sdWithin', 'nGroups', 'nPeriodsMean',
] as readonly DescriptiveStatistic[];

const panel = { unit: 'id', time: 't' } as const;

function sampleOf(units: number, periods: number, seed: number) {
  const next = noise(seed);
  const rows = Array.from({ length: units * periods }, (_, i) => i);
  return {
    id: rows.map((i) => Math.floor(i / periods)),
    t: rows.map((i) => i % periods),
    g: rows.map((i) => ['a', 'b'][i % 2]!),
    x: rows.map((i) => (i % 9 === 4 ? NaN : next())),
    z: rows.map((i) => next() + i),
  };
}

/** The texts of the statistics' columns; the same in the table as the values of the description. */
const textsOf = ({ body }: PaperTable) =>
  body.flatMap(({ cells }) => cells.map(({ text }) => text));

describe('statistics of a table of columns', () => {
  it('are numbers in a study, in a table and in JSON', async () => {
    const property = fc.asyncProperty(
      fc.integer({ min: 3, max: 9 }),
      fc.integer({ min: 4, max: 8 }),
      fc.integer({ min: 1, max: 1e6 }),
      fc.shuffledSubarray([...all], { minLength: 1 }),
      fc.boolean(),
      async (units, periods, seed, stats, grouped) => {
        const data = sampleOf(units, periods, seed);
        const by = grouped ? { by: 'g' } : {};
        const columns = ['x', 'z'];
        const study = await runStudy(
          { panel, tables: { T1: { describe: columns, stats, ...by } } },
          data,
        );
        expect(study.failed).toEqual([]);
        const description = await describeColumns(data, { columns, ...panel, ...by });
        const plain = descriptiveTable(description, { stats });
        expect(textsOf(study.tables['T1']!)).toEqual(textsOf(plain));
        for (const text of textsOf(plain)) expect(text).toMatch(/^[\u2212-]?\d/);
        const json = JSON.parse(toJson(description)) as typeof description;
        for (const name of columns) {
          for (const one of stats) expect(json.columns[name]![one]).toEqual(expect.any(Number));
        }
      },
    );
    await fc.assert(property, { seed: 2, numRuns: 40 });
  });

  it.each(['sdBetween', 'sdWithin', 'nGroups', 'nPeriodsMean'] as const)(
    '%s without units is an error, not an empty column',
    async (stat) => {
      const data = sampleOf(4, 5, 1);
      const description = await describeColumns(data, { columns: ['x'] });
      expect(() => descriptiveTable(description, { stats: ['n', stat] })).toThrow(/need no units/);
      const { failed } = await runStudy(
        { tables: { T1: { describe: ['x'], stats: [stat] } } },
        data,
      );
      expect(failed[0]?.error).toMatchObject({ code: 'bad-value' });
    },
  );
});
