/** Columns whose names look like operators: a word of exactly that spelling is the column, in every text of a model. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import {
  compareGroups,
  fitFile,
  fitModel,
  type FitResult,
  margins,
  type ModelInput,
  multipleTests,
  multiverse,
  parseModel,
  permutationTest,
  wald,
} from 'wasmetrics';
import { resolveNames } from 'wasmetrics/data';
import { runStudy } from 'wasmetrics/study';
import { noise } from './resamples.js';

const folder = mkdtempSync(join(tmpdir(), 'dotted-'));
afterAll(() => rmSync(folder, { recursive: true }));

const panel = { unit: 'id', time: 't' } as const;
type Columns = Readonly<Record<string, readonly number[]>>;

/** The operators of three programs, and names that no operator begins. */
const words = fc
  .tuple(
    fc.constantFrom('l', 'L', 'f', 'F', 'd', 'D', 's', 'S', 'c', 'i', 'o', 'L2', 'l1', 'D2', 'b2'),
    fc.constantFrom('x', 'w', 'x.w', 'z_1', 'größe'),
  )
  .map((parts) => parts.join('.'));
const plainWords = fc.constantFrom('gdp.pc', 'log.wage', 'a.b.c', 'ib.x', 'x..y', 'L_.x', 'Lx.y');

/** A panel with the columns `x` and `w`, and one called `name` whose values are others. */
function columnsWith(name: string, seed: number): Columns {
  const next = noise(seed);
  const rows = Array.from({ length: 120 }, (_, i) => i);
  const other = rows.map(() => Math.round(4 * next()));
  return {
    id: rows.map((i) => 1 + Math.floor(i / 8)),
    t: rows.map((i) => 1 + (i % 8)),
    g: rows.map((i) => (i >> 3) % 3),
    y: rows.map((i) => other[i]! + next() + 0.1 * (i % 8)),
    x: rows.map(next),
    w: rows.map(next),
    z_1: rows.map(next),
    größe: rows.map(next),
    'x.w': rows.map(next),
    [name]: other,
  };
}

/** Models with a hole for the name of a column, in each text that has one. */
const models: readonly ((name: string) => ModelInput)[] = [
  (name) => ({ estimator: 'ols', formula: `y ~ ${name} + w`, panel }),
  (name) => ({ estimator: 'ols', formula: `${name} ~ x + w` }),
  (name) => ({ estimator: 'ols', formula: `y ~ i(${name}) + w` }),
  (name) => ({ estimator: 'ols', formula: `y ~ w*${name} + ${name}^2`, panel }),
  (name) => ({ estimator: 'ols', formula: `y ~ L.${name} + abs(${name})`, panel }),
  (name) => ({ estimator: 'ols', formula: `y ~ x | ${name}` }),
  (name) => ({ estimator: 'ols', formula: 'y ~ x', where: `${name} > 0`, panel }),
  (name) => ({ estimator: 'ols', formula: 'y ~ v', build: { v: `${name} * 2` }, panel }),
  (name) => ({ estimator: 'panel', formula: `y ~ ${name}`, panel, effects: 'within' }),
  (name) => ({ estimator: 'iv', formula: `y ~ w | x ~ ${name} + z_1` }),
  (name) => ({ estimator: 'gmm', formula: `y ~ 1 | ${name} ~ x + z_1` }),
  (name) => ({
    estimator: 'dpd',
    formula: `y ~ L1.y + ${name}`,
    panel,
    gmm: [
      { vars: ['y'], lags: [2, 3], collapse: true },
      { vars: [name], lags: [1, 2], collapse: true },
    ],
  }),
  (name) => ({
    estimator: 'dpd',
    formula: `y ~ L1.y + ${name}`,
    panel,
    gmm: [{ vars: ['y'], lags: [2, 3], collapse: true }],
    iv: [{ vars: [name] }],
  }),
];

const numbers = ({ params, stdErrors, nobs }: FitResult) => ({
  nobs,
  params: Object.values(params),
  stdErrors: Object.values(stdErrors),
});

const backquoted = (name: string) => `\`${name}\``;

describe.each(models.map((model) => [JSON.stringify(model('NAME')), model] as const))(
  '%s',
  (_, model) => {
    it('names the column with and without backquotes, also from a file', async () => {
      const property = fc.asyncProperty(
        fc.oneof(words, plainWords),
        fc.integer({ min: 1, max: 1e6 }),
        async (name, seed) => {
          const data = columnsWith(name, seed);
          const plain = await fitModel(data, model(name));
          const quoted = await fitModel(data, model(backquoted(name)));
          expect(numbers(plain)).toEqual(numbers(quoted));
          expect(Object.keys(plain.params)).toEqual(Object.keys(quoted.params));
          expect(codes(quoted)).not.toContain('operator-like-name');
          const again = await fitModel(data, { ...parseModel(model(name)) });
          expect(numbers(again)).toEqual(numbers(quoted));
        },
      );
      await fc.assert(property, { seed: 20240607, numRuns: 25 });
    });
  },
);

const codes = ({ warnings }: FitResult) => warnings.map(({ code }) => code);

describe('the operator', () => {
  it.each([
    ['l.x', 'L(1).x'],
    ['L.x', 'L(1).x'],
    ['L2.x', 'L(2).x'],
    ['f.x', 'F(1).x'],
    ['D.x', 'D(1).x'],
    ['s.x', 'D(1).x'],
    ['i.g', 'i(g)'],
    ['b2.g', 'i(g, ref=2)'],
  ])('%s is written as %s next to such a column', async (word, form) => {
    const data = columnsWith(word, 4);
    const { warnings, params } = await fitModel(data, {
      estimator: 'ols',
      formula: `y ~ ${word}`,
      panel,
    });
    expect(Object.keys(params)).toContain(backquoted(word));
    const message = warnings.find(({ code }) => code === 'operator-like-name')?.message;
    expect(message).toContain(`write ${form} for the operator`);
    expect(message).toContain(`\`${word}\``);
    const without = Object.fromEntries(Object.entries(data).filter(([name]) => name !== word));
    const [operator, only] = await Promise.all([
      fitModel(data, { estimator: 'ols', formula: `y ~ ${form}`, panel }),
      fitModel(without, { estimator: 'ols', formula: `y ~ ${word}`, panel }),
    ]);
    expect(numbers(operator)).toEqual(numbers(only));
    expect(codes(operator)).not.toContain('operator-like-name');
  });

  it('c.x warns with the name of the number', async () => {
    const fit = await fitModel(columnsWith('c.x', 4), { estimator: 'ols', formula: 'y ~ c.x' });
    const { message } = fit.warnings.find(({ code }) => code === 'operator-like-name')!;
    expect(message).toContain('write x for the operator');
  });

  it('is read where no such column exists, and does not warn', async () => {
    const data = columnsWith('v', 9);
    const lag = await fitModel(data, { estimator: 'ols', formula: 'y ~ l.x + c.w', panel });
    expect(Object.keys(lag.params)).toEqual(['L1.x', 'w', '_cons']);
    expect(codes(lag)).toEqual([]);
  });

  it('stays a lag in what is derived from a model with a column L1.x', async () => {
    const data = columnsWith('L1.x', 5);
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ L.x + w', panel };
    const fit = await fitModel(data, model);
    const many = await multiverse(data, model, { over: { controls: ['w'] } });
    expect(many.specifications.find(({ own }) => own)?.estimate).toMatchObject({
      estimate: fit.params['L1.x'],
    });
  });
});

describe('what names a coefficient', () => {
  const data = columnsWith('L.x', 11);
  const model: ModelInput = { estimator: 'ols', formula: 'y ~ L.x*w', panel };

  it.each(['L.x = 0', 'L.x = w', 'L.x:w = 0', 'L.x/(1 + w) = 0'])('%s', async (text) => {
    const fit = await fitModel(data, model);
    const quoted = text.replaceAll('L.x', backquoted('L.x'));
    const [plain, other] = await Promise.all([wald(fit, text), wald(fit, quoted)]);
    expect(plain).toEqual(other);
  });

  it('tests, margins, comparisons and multiverses', async () => {
    const fit = await fitModel(data, model);
    const of = backquoted('L.x');
    expect((await permutationTest(fit, { of: 'L.x', reps: 99 })).of).toBe(of);
    expect(
      (await multipleTests([fit], { of: ['L.x'], adjust: ['holm'] })).hypotheses[0],
    ).toMatchObject({ name: of });
    expect((await margins(fit, { of: 'L.x' })).effects.length).toBeGreaterThan(0);
    const groups = await compareGroups(data, model, { by: 'g', of: 'L.x', methods: ['wald'] });
    expect(groups.of).toBe(of);
    const many = await multiverse(data, model, { coefficient: 'L.x', over: { controls: ['z_1'] } });
    expect(many.coefficient).toBe(of);
  });
});

describe('a study and files', () => {
  const data = columnsWith('l.x', 21);
  const formula = 'y ~ l.x + w';

  it('tables, claims and figures name the column', async () => {
    const study = await runStudy(
      {
        panel,
        tables: {
          T1: { models: [{ estimator: 'ols', formula }] },
          T2: { describe: ['l.x'], where: 'l.x > 0' },
          T3: {
            model: { estimator: 'ols', formula },
            split: { by: 'g' },
            compare: { of: 'l.x', by: ['wald'] },
          },
        },
        figures: { F1: { coefficients: 'l.x', of: 'T1' } },
        claims: { C1: 'T1.1: l.x > 0', C2: 'T1.1: `l.x` > 0' },
      },
      data,
    );
    expect(study.failed).toEqual([]);
    const fit = await fitModel(data, { estimator: 'ols', formula: 'y ~ `l.x` + w' });
    expect(Object.values(study.models['T1.1']!.params)).toEqual(Object.values(fit.params));
    const [one, two] = study.claims;
    expect(one).toMatchObject({ verdict: two!.verdict, estimate: two!.estimate });
  });

  it('streams the column of a file', async () => {
    const path = join(folder, 'd.csv');
    const names = Object.keys(data);
    const lines = data['y']!.map((_, row) => names.map((name) => data[name]![row]).join(','));
    writeFileSync(path, [names.join(','), ...lines].join('\n'));
    const model: ModelInput = { estimator: 'ols', formula };
    const streamed = await fitFile(path, model, { stream: true });
    expect(streamed).toEqual(await fitFile(path, model, { stream: false }));
    expect(codes(streamed)).toContain('operator-like-name');
  });

  it('resolveNames gives the model that a file of it may hold', async () => {
    const model: ModelInput = { estimator: 'ols', formula: 'y ~ l.x + l.w | i.g', panel };
    const resolved = await resolveNames(model, () => Promise.resolve(data));
    expect(resolved.formula).toBe('y ~ `l.x` + L1.w | g');
    const text: ModelInput = { estimator: 'ols', formula: 'y ~ x' };
    const never = () => Promise.reject(new Error('not needed'));
    expect(await resolveNames(text, never)).toBe(text);
  });
});

describe('a column called as a function of another', () => {
  it.each(['log(z)', 'x^2', 'x:w', 'i(g)'])('%s is computed, with a warning', async (name) => {
    const data = { ...columnsWith('z', 3), [name]: columnsWith('z', 8)['x']! };
    const without = columnsWith('z', 3);
    const fit = await fitModel(data, { estimator: 'ols', formula: `y ~ ${name} + w` });
    const plain = await fitModel(without, { estimator: 'ols', formula: `y ~ ${name} + w` });
    expect(numbers(fit)).toEqual(numbers(plain));
    expect(codes(fit)).toContain('operator-like-name');
    expect(codes(plain)).not.toContain('operator-like-name');
    const column = await fitModel(data, { estimator: 'ols', formula: `y ~ \`${name}\` + w` });
    expect(column.params).toHaveProperty([backquoted(name)]);
    expect(codes(column)).not.toContain('operator-like-name');
  });
});
