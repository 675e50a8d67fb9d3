/** Tables say the levels of their intervals, and mark columns with other weights or rows. */
import { type FitResult, fitModel } from 'wasmetrics';
import { regressionTable, renderTable, type TableFormat } from 'wasmetrics/report';
import { beforeAll, describe, expect, it } from 'vitest';

const rows = Array.from({ length: 40 }, (_, i) => ({
  y: ((i * 7) % 11) + i / 20,
  x: (i * 5) % 13,
  w: 1 + (i % 3),
  t: i % 8,
  g: i % 2 === 0 ? 'a' : 'b',
}));
const model = { estimator: 'ols', formula: 'y ~ x' } as const;
const fitted = (keys: object) => fitModel(rows, { ...model, ...keys } as never);

let plain: FitResult;
let low: FitResult;
let weighted: FitResult;
let late: FitResult;
beforeAll(async () => {
  [plain, low, weighted, late] = (await Promise.all([
    fitted({}),
    fitted({ level: 0.9 }),
    fitted({ weights: { column: 'w', type: 'frequency' } }),
    fitted({ where: 't >= 4' }),
  ])) as [FitResult, FitResult, FitResult, FitResult];
});

describe('notes', () => {
  it('say the level of intervals, by columns where they differ', () => {
    const below = ['interval'] as const;
    const notes = (fits: FitResult[], more: object = {}) =>
      regressionTable(fits, { below, ...more }).notes.join('\n');
    expect(notes([plain])).toContain('95% confidence intervals in brackets; conventional.');
    expect(notes([low, low])).toContain('90% confidence intervals in brackets');
    expect(notes([plain, low, plain])).toContain(
      '(1), (3): 95% confidence intervals; (2): 90% confidence intervals.',
    );
    expect(notes([plain], { shape: 'columns' })).toContain('95% confidence intervals.');
    expect(notes([plain, low], { language: 'zh' })).toContain(
      '(1)：95%置信区间；(2)：90%置信区间。',
    );
    expect(regressionTable([plain, low]).notes.join('\n')).not.toContain('intervals');
  });

  it('mark columns with weights, their kind and column', () => {
    const notes = (fits: FitResult[], more: object = {}) => regressionTable(fits, more).notes;
    expect(notes([plain, weighted])).toContain('(2): weighted by w (frequency weights).');
    expect(notes([weighted], { labels: { w: 'population' } })).toContain(
      'Weighted by population (frequency weights).',
    );
    expect(notes([plain, weighted], { language: 'zh' })).toContain('(2)：以w加权（频数权重）。');
    const saved = JSON.parse(JSON.stringify(weighted)) as FitResult;
    expect(notes([plain, saved])).toContain('(2): weighted by w (frequency weights).');
  });

  it('mark columns with other rows', async () => {
    const { notes } = regressionTable([plain, late]);
    expect(notes).toContain('(2): rows with t >= 4.');
    expect(notes).toContain('Samples differ across columns: 20 to 40 observations; fewer in (2).');
    expect(regressionTable([late, late]).notes.join()).not.toContain('rows with');
    const [a, b] = await Promise.all(['a', 'b'].map((g) => fitted({ where: `g == "${g}"` })));
    const split = regressionTable([a!, b!]);
    expect(split.spans.map(({ head }) => head)).toContain('g: a');
    expect(split.notes.join()).not.toContain('rows with');
    const named = { columns: ['a', 'b'], spans: [{ head: 'g', over: [1, 2] }] };
    const cut = await Promise.all(['a', 'b'].map((g) => fitted({ where: `\`g\` == "${g}"` })));
    expect(regressionTable(cut, named).notes.join()).not.toContain('rows with');
    expect(regressionTable(cut, { ...named, columns: ['A', 'B'] }).notes).toContain(
      '(1): rows with `g` == "a"; (2): rows with `g` == "b".',
    );
  });

  it.each(['text', 'markdown', 'html', 'latex', 'typst', 'csv'] as const satisfies TableFormat[])(
    'are in the format %s',
    (format) => {
      const table = regressionTable([plain, low, weighted, late], { below: ['interval'] });
      const text = String(renderTable(table, format))
        .replace(/\\|\s+/g, ' ')
        .replace(/\s+/g, ' ');
      for (const part of ['(2): 90', '(3): weighted by w', 'rows with t']) {
        expect(text).toContain(part);
      }
    },
  );
});
