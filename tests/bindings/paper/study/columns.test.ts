/** Claims, figures and texts name printed columns; what is not there is not testable, and the rest of the study runs. */
import { readFileSync } from 'node:fs';
import { readTable } from 'wasmetrics/data';
import {
  checkText,
  fillTemplate,
  judgeClaims,
  numbersOf,
  runStudy,
  type StudyInput,
} from 'wasmetrics/study';
import { beforeAll, describe, expect, it } from 'vitest';

const csv = new URL('../../../../examples/provinces/provinces.csv', import.meta.url);
const data = readTable(readFileSync(csv));

const iv = {
  estimator: 'iv',
  formula: 'Level ~ IL | Gov ~ LlnGDPpc',
  part: ['first', 'second'],
};
const ols = { estimator: 'ols', formula: 'Level ~ Gov + IL' };
const study = {
  panel: { unit: 'province', time: 'year' },
  tables: {
    T1: { models: [iv, ols, { ...ols, formula: 'Level ~ IL' }] },
    T2: { describe: ['Level', 'Gov'] },
    T3: { models: [{ ...ols, formula: 'Level ~ Gvo' }] },
    T4: { model: iv, split: { by: 'GovSupport', at: 'mean' } },
    T5: {
      models: [ols, { ...ols, formula: 'Level ~ Gov' }, { ...ols, formula: 'Level1 ~ Gov' }],
      panels: [
        { title: 'One', models: [1, 2] },
        { title: 'Two', models: [3] },
      ],
    },
    T6: { models: [{ ...ols, formula: 'Level ~ Gov + G2' }, ols] },
    T7: { tests: 'T1.2' },
  },
  build: { Level1: '2*Level', G2: '3*Gov' },
} as unknown as StudyInput;

type Run = Awaited<ReturnType<typeof runStudy>>;
let whole: Run;
let run: (claims: Record<string, string>, more?: object) => Promise<Run>;
beforeAll(async () => {
  const table = await data;
  whole = await runStudy(study, table, { workers: 0 });
  run = (claims, more = {}) => runStudy({ ...study, claims, ...more }, table, { workers: 0 });
});

async function judged(claim: string) {
  const { claims, failed } = await judgeClaims({ H1: claim }, whole);
  return { ...claims[0]!, code: failed.find(({ id }) => id === 'H1')?.error.code };
}

describe('a claim', () => {
  it('names a printed column, and its verdict says which', async () => {
    const { models, places } = whole;
    expect(
      places.filter(({ table }) => table === 'T1').map(({ id, columns }) => [id, columns]),
    ).toEqual([
      ['T1.1', [1, 2]],
      ['T1.2', [3]],
      ['T1.3', [4]],
    ]);
    for (const [name, model, estimator] of [
      ['T1.2', 'T1.1', '2SLS'],
      ['T1.3', 'T1.2', 'OLS'],
      ['T1 column 3', 'T1.2', 'OLS'],
      ['T1第3列', 'T1.2', 'OLS'],
      ['T4.low', 'T4.1', '2SLS'],
      ['T4.4', 'T4.2', '2SLS'],
    ] as const) {
      const claim = await judged(`${name}: Gov > 0`);
      const { table, column } = claim;
      expect(claim.estimate).toBe(models[model]!.params['Gov']);
      expect(claim.estimator).toBe(estimator);
      expect(claim.reason.startsWith(`${table} column (${column}), ${estimator}: Gov is `)).toBe(
        true,
      );
    }
    const first = await judged('T1.1: LlnGDPpc > 0');
    expect(first).toMatchObject({
      column: 1,
      estimator: 'first stage of Gov',
      verdict: 'supported',
    });
  });

  it('that may mean a first stage or its model names both columns', async () => {
    const both = await judged('T1.1: IL > 0');
    expect(both).toMatchObject({
      verdict: 'not testable',
      code: 'bad-claim',
      reason:
        'T1.1 may mean T1 column (1), first stage of Gov, or T1 column (2), 2SLS, as both have IL; write "T1(1)" or T1.2.',
    });
    expect(await judged('T1(1): IL > 0')).toMatchObject({ column: 1 });
    expect(await judged('T1.1: Gov > 0')).toMatchObject({
      code: 'unknown-term',
      reason: expect.stringContaining('; columns (2) and (3) have it.') as string,
    });
  });

  it('on a table is about its models, not about their first stages', async () => {
    const { parts } = await judged('T1: IL != 0');
    expect(parts!.map(({ place }) => place)).toEqual(['T1.2', 'T1.3', 'T1.4']);
    expect(await judged('T1: LlnGDPpc > 0')).toMatchObject({ column: 1 });
  });

  it('on panels below each other needs the panel where both have the column', async () => {
    expect(await judged('T5.1: Gov > 0')).toMatchObject({
      code: 'bad-claim',
      reason: 'T5.1 is in panels A and B; write T5.A1 or T5.B1.',
    });
    const [a, b] = [await judged('T5.A1: Gov > 0'), await judged('T5 B(1): Gov > 0')];
    expect(b.estimate).not.toBe(a.estimate);
    expect(b.reason).toMatch(/^T5 panel B column \(1\), OLS: /);
    expect(await judged('T5.2: Gov > 0')).toMatchObject({ column: 2, verdict: 'supported' });
  });

  it('on a table that left the coefficient out says where, and what to do', async () => {
    const claim = await judged('T6: G2 > 0');
    expect(claim).toMatchObject({ verdict: 'not testable', code: undefined });
    expect(claim.reason).toBe(
      'T6 column (1), OLS: G2 was left out, as it is collinear with Gov; name the columns that have it.',
    );
  });

  it.each([
    ['T1.7: Gov > 0', 'unknown-model', 'T1 has columns (1), (2), (3) and (4), found "T1.7".'],
    ['T9.1: Gov > 0', 'unknown-table', 'The study has no table "T9" (did you mean "T1"?).'],
    [
      'T1: Gvo > 0',
      'unknown-term',
      'T1: no column has the coefficient "Gvo" (did you mean "Gov"?).',
    ],
    ['T2.1: Gov > 0', 'unknown-model', 'expected a table of models, found T2, which has none.'],
    ['T3.1: Gov > 0', undefined, /^T3 failed: T3\.1: unknown column "Gvo"/],
    ['T1.2 and T9: Gov > 0', 'unknown-table', 'The study has no table "T9" (did you mean "T1"?).'],
  ])('on what is not there is not testable: %s', async (claim, code, reason) => {
    const { claims, failed, tables } = await run({ H1: claim, H2: 'T1.3: Gov > 0' });
    expect(claims[0]).toMatchObject({ verdict: 'not testable' });
    expect(claims[0]!.reason).toMatch(
      typeof reason === 'string'
        ? new RegExp(`^${reason.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}$`)
        : reason,
    );
    expect(claims[1]).toMatchObject({ verdict: 'supported' });
    expect(Object.keys(tables)).toEqual(['T1', 'T2', 'T4', 'T5', 'T6', 'T7']);
    expect(failed.find(({ id }) => id === 'H1')?.error.code).toBe(code);
  });
});

describe('a figure', () => {
  it('draws the column that it names, and refuses a first stage where a model is needed', async () => {
    const figures = {
      F1: { coefficients: 'Gov', of: ['T1', 'T4.4'] },
      F2: { bootstrap: 'Gov', of: 'T1.2', reps: 19 },
      F3: { bootstrap: 'LlnGDPpc', of: 'T1.1', reps: 19 },
      F4: { coefficients: 'IL', of: 'T1.1' },
      F5: { curve: 'Gov', of: 'T1.3', over: { controls: ['IL'] } },
      F6: { coefficients: 'Gov', of: 'T1.9' },
    };
    const { failed, curves, figures: drawn } = await run({}, { figures });
    expect(curves).toMatchObject([{ figure: 'F5', model: 'T1.2' }]);
    expect(Object.keys(drawn)).toEqual(['F1', 'F2', 'F5']);
    const spec = JSON.stringify(drawn['F1']!.spec);
    for (const id of ['T1.2', 'T1.3', 'T4.4']) expect(spec).toContain(`"${id}"`);
    const messages = Object.fromEntries(failed.map(({ id, error }) => [id, error.message]));
    expect(messages['F3']).toContain('such as T1.2, found "T1 column (1), first stage of Gov"');
    expect(messages['F4']).toContain('expected "T1(1)" for T1 column (1), first stage of Gov');
    expect(messages['F6']).toContain('T1 has columns (1), (2), (3) and (4), found T1.9');
  });

  it('and errors, progress and warnings name columns, too', async () => {
    const ids = new Set<string>();
    const { warnings, failed } = await runStudy(
      {
        ...study,
        tables: {
          T1: {
            models: [
              iv,
              {
                estimator: 'dpd',
                formula: 'Level ~ L.Level',
                gmm: [{ vars: ['Level'], lags: [2, 3] }],
              },
            ],
          },
          T2: { models: [iv, { ...ols, formula: 'Level ~ Gvo' }] },
        },
        defaults: { vcov: { type: 'HC1' } },
        claims: {},
      } as unknown as StudyInput,
      await data,
      { workers: 0, onProgress: ({ id }) => ids.add(id) },
    );
    expect(warnings.map(({ message }) => message)).toEqual([
      'T1.3: 1 default left out, which does not apply to dpd: vcov.type: "HC1"',
    ]);
    expect(failed[0]!.error.message).toMatch(/^T2\.3: unknown column "Gvo"/);
    expect([...ids]).toEqual(['T1.2', 'T1.3', 'T2.2']);
  });
});

describe('a text', () => {
  it('names numbers by their printed columns', async () => {
    const result = await run({ H1: 'T1.2: Gov > 0' });
    const numbers = numbersOf(result);
    const { models } = result;
    expect(numbers['T1.2.Gov']!.value).toBe(models['T1.1']!.params['Gov']);
    expect(numbers['T1.3.Gov']!.value).toBe(models['T1.2']!.params['Gov']);
    expect(numbers['T4.high.Gov']).toEqual(numbers['T4.4.Gov']);
    expect(numbers['T5.B1.Gov']!.value).toBe(models['T5.3']!.params['Gov']);
    expect(Object.hasOwn(numbers, 'T5.1.Gov')).toBe(false);
    expect(numbers['T5.2.Gov']).toEqual(numbers['T5.A2.Gov']);
    const written = fillTemplate(
      '{{T1.1.LlnGDPpc}} {{H1.table}} column {{H1.column}}, {{H1.estimator}}',
      numbers,
    );
    expect(written).toBe(`${numbers['T1.1.LlnGDPpc']!.text} T1 column (2), 2SLS`);
    expect(checkText('{{T1.9.Gov}}', numbers).findings).toHaveLength(1);
  });
});

it('only runs whole tables', async () => {
  const only = ['T1.2'];
  await expect(runStudy(study, await data, { only })).rejects.toThrow(
    'study: only: unknown table or figure "T1.2"; tables run whole, so name T1',
  );
});
