import { describe, expect, it } from 'vitest';
import { inFrequency } from '../../../bindings/data/panel/coarser.js';
import { parsePeriod, periodText, type Frequency } from '../../../bindings/data/panel/periods.js';
import { parseCsv } from '../../../bindings/data/readers/csv/index.js';
import { ols, panel as staticPanel } from '../../../bindings/models/functions/estimate.js';
import { toText } from '../../../bindings/paper/report/index.js';

const dates = (of: (month: number) => string): string[] =>
  Array.from({ length: 12 }, (_, month) => of(month));
const monthly = dates((month) => `2019-${String(month + 1).padStart(2, '0')}-01`);
const quarterly = dates((i) => `${2019 + Math.floor(i / 4)}-${['01', '04', '07', '10'][i % 4]}-01`);

/** Two units of twelve rows. */
function table(times: readonly string[]) {
  const rows = [1, 2].flatMap((unit) =>
    times.map((time, i) => `${unit},${time},${((7 * i * unit) % 5) + i / 10},${(i * i) % 7}`),
  );
  return parseCsv(['id,t,y,x', ...rows].join('\n'));
}

const keys = { unit: 'id', time: 't' };
const formula = 'y ~ L1.y + x';

describe('the periods of a panel', () => {
  it('are on the result with the unit that their dates have', async () => {
    const fit = await ols(table(monthly), { formula, panel: keys });
    expect(fit.sample).toMatchObject({
      frequency: 'month',
      step: 1,
      periods: ['2019-01', '2019-12'],
      rowsUsed: 22,
    });
    expect(toText(fit)).toMatch(/^time +month, 2019-01 to 2019-12, 1 month steps$/m);
  });

  it('are steps of several units where all dates are so far apart', async () => {
    const fit = await staticPanel(table(quarterly), { formula, panel: keys, effects: 'within' });
    expect(toText(fit)).toMatch(/^time +month, 2019-01 to 2021-10, 3 month steps$/m);
    expect(fit.sample.rowsUsed).toBe(22);
  });

  it('are numbers without a unit', async () => {
    const fit = await ols(table(dates((i) => String(2000 + i))), { formula, panel: keys });
    expect(fit.sample).not.toHaveProperty('frequency');
    expect(toText(fit)).toMatch(/^time +2000 to 2011, steps of 1$/m);
  });

  it('are absent without a panel', async () => {
    const fit = await ols(table(monthly), { formula: 'y ~ x' });
    expect(fit.sample).not.toHaveProperty('periods');
  });
});

describe('a declared frequency', () => {
  const declared = (frequency: 'day' | 'month' | 'quarter' | 'year') => ({ ...keys, frequency });

  it('makes a lag one period of it', async () => {
    const quarters = await ols(table(quarterly), { formula, panel: declared('quarter') });
    expect(quarters.sample).toMatchObject({
      frequency: 'quarter',
      periods: ['2019-Q1', '2021-Q4'],
      rowsUsed: 22,
    });
    const detected = await ols(table(quarterly), { formula, panel: keys });
    expect(quarters.params).toEqual(detected.params);
    // No quarter follows another one by a month.
    const months = ols(table(quarterly), { formula, panel: declared('month') });
    await expect(months).rejects.toThrow(/L1\.y/);
  });

  it('makes rows of one period repeated keys', async () => {
    const fit = ols(table(monthly), { formula, panel: declared('quarter') });
    await expect(fit).rejects.toThrow('(1, 2019-Q1) in rows 2, 3, 4');
  });

  it('is no shorter than the dates', async () => {
    const periods = parseCsv('id,t,y,x\n1,2019m1,1,2\n', { types: { t: 'date:ym' } });
    const fit = ols(periods, { formula, panel: declared('day') });
    await expect(fit).rejects.toThrow(
      'panel.frequency: expected month or longer for dates by month, found day; leave it out',
    );
  });

  it('calls numbers years and nothing else', async () => {
    const years = table(dates((i) => String(2000 + i)));
    const fit = await ols(years, { formula, panel: declared('year') });
    expect(toText(fit)).toMatch(/^time +year, 2000 to 2011, 1 year steps$/m);
    await expect(ols(years, { formula, panel: declared('month') })).rejects.toThrow(
      'expected dates or frequency year, found month and a column of numbers',
    );
  });
});

describe('coarser units', () => {
  const cases: readonly (readonly [
    Frequency,
    string,
    'week' | 'month' | 'quarter' | 'half' | 'year',
    string,
  ])[] = [
    ['day', '2020-12-31', 'week', '2020-W52'],
    ['day', '1959-01-08', 'week', '1959-W02'],
    ['day', '1959-12-31', 'quarter', '1959-Q4'],
    ['time', '1959-12-31T23:59:59.000', 'month', '1959-12'],
    ['week', '2019-W14', 'month', '2019-04'],
    ['month', '1959-06', 'half', '1959-H1'],
    ['quarter', '2021-Q4', 'half', '2021-H2'],
    ['half', '1959-H2', 'year', '1959'],
    ['quarter', '1959-Q4', 'year', '1959'],
  ];

  it.each(cases)('%s %s is in %s %s', (from, text, to, expected) => {
    const values = Float64Array.of(parsePeriod(from, text)!);
    expect(periodText(to, inFrequency(values, from, to)![0]!)).toBe(expected);
  });
});
