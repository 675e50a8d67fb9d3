/** Arguments that are wrong in kind: each function says so with a typed error, before it computes. */
import {
  bootstrap,
  compareGroups,
  delta,
  compareDesigns,
  diagnostics,
  EconError,
  type FitResult,
  fitModel,
  hausman,
  influence,
  loadEngine,
  multiverse,
  ols,
  parseModel,
  parseResult,
  permutationTest,
  simulatePower,
  wald,
  weakIdentification,
  withBootstrap,
} from 'wasmetrics';
import { parseCsv, toTable } from 'wasmetrics/data';
import { importModel } from 'wasmetrics/interchange';
import { explainCode, replicatesCsv, toJson, toMarkdown, toText } from 'wasmetrics/report';
import { beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../properties/panels.js';

const data = simulate({ units: 10, periods: 5, seed: 1 });
const model = { estimator: 'ols', formula: 'y ~ x1' } as const;
const wrong = (value: unknown) => value as never;
const withMore: (...args: readonly unknown[]) => Promise<unknown> = ols as never;

function deepList(): unknown {
  let deep: unknown = 1;
  for (let i = 0; i < 20_000; i++) deep = [deep];
  return deep;
}

async function failure(run: () => unknown): Promise<string> {
  try {
    const value = await run();
    if (typeof value === 'object' && value !== null && 'result' in value) await value.result;
  } catch (error) {
    if (error instanceof EconError) return `${error.code}: ${error.message}`;
    throw error;
  }
  throw new Error('expected an error');
}

let fit: FitResult;
beforeAll(async () => {
  fit = await fitModel(data, model);
});

describe('a wrong argument is a typed error', () => {
  it.each<readonly [() => unknown, string]>([
    [
      () => parseCsv('\n\r\ufeff'),
      'empty-file: CSV: expected a header line and rows, found nothing',
    ],
    [
      () => parseModel({ ...model, level: 10n }),
      'bad-value: model: level: expected a confidence level',
    ],
    [
      () => parseModel({ ...model, where: deepList() }),
      'bad-value: model: where: expected a row filter',
    ],
    [() => fitModel(wrong(model), wrong([null])), 'bad-value: model: expected keys and values'],
    [
      () => fitModel(wrong([null]), model),
      'bad-data: data: expected a table, columns or rows, found null as row 1',
    ],
    [() => toTable(wrong({ x: { length: -1 } })), 'bad-column: data: column "x" must be an array'],
    [() => toTable(wrong({ x: { length: 1e9 } })), 'bad-column: data: column "x" must be an array'],
    [
      () => ols(data, wrong(undefined)),
      'bad-value: ols: model: expected a formula or options such as { formula:',
    ],
    [
      () => withMore(data, 'y ~ x1', { vcov: 'HC1' }),
      "bad-value: ols: options: expected a formula or options such as { formula: 'y ~ x' }, found",
    ],
    [
      () => bootstrap(fit, wrong(undefined)),
      'bad-value: bootstrap: options: expected keys and values',
    ],
    [
      () => bootstrap(wrong(null), { reps: 9 }),
      'bad-value: bootstrap: fit: expected a result of fitModel',
    ],
    [
      () => bootstrap(fit, wrong({ reps: 10n })),
      'bad-value: bootstrap: reps: expected a whole number',
    ],
    [
      () => withBootstrap(fit, wrong(1)),
      'bad-value: withBootstrap: result: expected a bootstrap, found 1',
    ],
    [
      () => compareGroups(data, model, wrong({ by: 'time', of: 'x1', reps: 9, methods: 'pairs' })),
      'bad-value: groups: methods: expected wald, suest, permutation, bootstrap, wild, cr2 or several of them, found pairs',
    ],
    [() => explainCode(wrong(null)), 'bad-value: explain: code: expected the code'],
    [
      () => multiverse(data, wrong(undefined)),
      'bad-value: model: expected keys and values, found nothing',
    ],
    [() => multiverse(wrong(undefined), wrong(data)), 'bad-value: model: estimator: expected'],
    [
      () => wald(wrong({}), 'x1'),
      'bad-value: hypothesis: fit.params: expected a value, found nothing',
    ],
    [
      () => delta(fit, wrong([1])),
      'bad-value: function: expressions: expected a text or a list of texts',
    ],
    [() => hausman(fit, wrong(null)), 'bad-value: hausman: fit: expected a result of fitModel'],
    [
      () => diagnostics(fit, { orders: 0 }),
      'bad-value: diagnostics: orders: expected a whole number',
    ],
    [
      () => permutationTest(fit, wrong(5)),
      'bad-value: permutation: options: expected keys and values',
    ],
    [
      () => influence(fit, wrong({ clusters: 'unit' })),
      'bad-value: influence: options: expected keys among',
    ],
    [
      () => simulatePower(fit, wrong({ violations: 'x' })),
      'bad-value: power: violations: expected a list',
    ],
    [
      () => compareDesigns(wrong(undefined)),
      'bad-value: design: fit: expected a result of fitModel',
    ],
    [
      () => weakIdentification(fit, { places: 2 }),
      'bad-value: weak: places: expected a whole number from 12',
    ],
    [
      () => importModel(wrong(1)),
      'bad-value: import: text: expected the text of a command, found 1',
    ],
    [() => loadEngine(wrong({ build: 'fast' })), 'bad-value: loadEngine: build: expected simd or'],
    [() => loadEngine(wrong(3)), 'bad-value: loadEngine: source: expected a module or { build }'],
    [() => [...replicatesCsv(wrong([]))], 'bad-value: replicates: columns: expected columns'],
    [() => toText(wrong(null)), 'bad-result: result: kind: expected one of fit, wald'],
    [
      () => toMarkdown({ ...fit, sample: wrong(null) }),
      'bad-result: result: sample: expected keys and values',
    ],
    [
      () => toJson(wrong({ kind: 'wald' })),
      'bad-result: result: hypotheses: expected a list, found nothing',
    ],
  ])('case %#', async (run, message) => {
    expect(await failure(run)).toContain(message);
  });

  it('but not for objects without a prototype', async () => {
    const plain = <T extends object>(value: T) =>
      Object.assign(Object.create(null) as object, value) as T;
    const { params } = await fitModel(plain(data), plain(model));
    expect(params).toEqual(fit.params);
  });
});

describe('columns of extreme size', () => {
  const scaled = (scale: number) => ({ ...data, x1: data['x1']!.map((x) => x * scale) });

  it('are refused as weights', async () => {
    const weighted = { ...model, weights: { column: 'w', type: 'analytic' } } as const;
    const rows = { ...data, w: data['x1']!.map(() => 1e308) };
    expect(await failure(() => fitModel(rows, weighted))).toContain('extreme-value: ols: weights');
  });

  it('have robust errors up to the bounds', async () => {
    const robust = { ...model, vcov: { type: 'HC1' } } as const;
    const [one, small] = await Promise.all(
      [1, 1e-70].map((scale) => fitModel(scaled(scale), robust)),
    );
    expect(small!.stdErrors['x1']! * 1e-70).toBeCloseTo(one!.stdErrors['x1']!, 10);
  });
});

describe('a result read from JSON', () => {
  it('has NaN where JSON has null for a number', () => {
    const { loglik } = parseResult(JSON.parse(toJson({ ...fit, loglik: Infinity })));
    expect(loglik).toBeNaN();
  });

  it.each([
    [{ stdErrors: { x1: 'a' } }, 'result: stdErrors.x1: expected a number, found "a"'],
    [{ tests: { f: {} } }, 'result: tests.f.stat: expected'],
    [{ confInt: { x1: [1] } }, 'result: confInt.x1: expected 2 values, found [1]'],
    [{ statistic: 'f' }, 'result: statistic: expected "t" or "z", found "f"'],
    [{ warnings: null }, 'result: warnings: expected a list, found null'],
  ])('has the shape of its kind: %j', async (change, message) => {
    const damaged: unknown = { ...(JSON.parse(toJson(fit)) as object), ...change };
    expect(await failure(() => parseResult(damaged))).toContain(`bad-result: ${message}`);
    expect(await failure(() => toText(damaged as FitResult))).toContain(`bad-result: ${message}`);
  });
});
