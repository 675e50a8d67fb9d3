/** Random models: import reads the code that export writes as the same model. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EconError } from '../../../bindings/core/errors/errors.js';
import { exportModel, type ExportProgram } from '../../../bindings/interchange/index.js';
import type { DpdModelInput } from '../../../bindings/models/index.js';
import { instrumentByInstrument } from './cases.js';
import { dynamicPrograms } from '../../../bindings/interchange/programs.js';
import { importDynamic } from './importing.js';

const frame = {
  data: 'firms.csv',
  panel: { unit: 'firm', time: 'wave' },
  estimator: 'dpd',
} as const;

const common = {
  lags: fc.constantFrom(['L1.n'], ['L1.n', 'L2.n']),
  timeEffects: fc.boolean(),
  steps: fc.constantFrom<1 | 2 | 'iterated'>(1, 2, 2, 'iterated'),
  h: fc.constantFrom<1 | 2 | 3>(1, 2, 3, 3),
  robust: fc.boolean(),
} as const;

const covariance = (steps: 1 | 2 | 'iterated', robust: boolean) =>
  ({ type: !robust ? 'unadjusted' : steps === 1 ? 'robust' : 'windmeijer' }) as const;

const group = fc
  .record({
    vars: fc.subarray(['n', 'w', 'k', 'L1.w', 'q'], { minLength: 1, maxLength: 2 }),
    first: fc.constantFrom(1, 2, 2, 3),
    width: fc.constantFrom(0, 1, 2, null),
    collapse: fc.boolean(),
    equation: fc.constantFrom('both', 'diff', 'level'),
  } as const)
  .map(({ first, width, ...rest }) => {
    return { ...rest, lags: [first, width === null ? null : first + width] as const };
  });

const ordinary = fc.record({
  vars: fc.subarray(['w', 'k', 'L1.k', 'q', 'log(ys)'], { minLength: 1, maxLength: 2 }),
  equation: fc.constantFrom('both', 'diff', 'level'),
  mz: fc.boolean(),
  passthru: fc.constant(false),
} as const);

/** Models of any kind, with a level equation in systems only. */
const anyModel = fc
  .record({
    ...common,
    others: fc.subarray(['w', 'L1.w', 'k', 'L1.k', 'L2.k', 'log(ys)', 'D.ys'], { maxLength: 3 }),
    intercept: fc.boolean(),
    transform: fc.constantFrom('fd', 'fd', 'fd', 'fod'),
    system: fc.boolean(),
    gmm: fc.array(group, { minLength: 1, maxLength: 3 }),
    iv: fc.array(ordinary, { maxLength: 2 }),
    nonlinear: fc.constantFrom<boolean | 'collapse'>(false, false, true, 'collapse'),
  } as const)
  .map(({ lags, others, intercept, robust, ...rest }): DpdModelInput => {
    const { system, gmm, iv, steps, nonlinear } = rest;
    const placed = <Group extends { readonly equation: 'both' | 'diff' | 'level' }>(one: Group) =>
      system ? one : { ...one, equation: 'both' as const };
    return {
      ...rest,
      ...frame,
      formula: `n ~ ${[...(intercept ? [] : ['0']), ...lags, ...others].join(' + ')}`,
      gmm: gmm.map(placed),
      iv: iv.map(placed),
      nonlinear: steps === 1 ? false : nonlinear,
      vcov: covariance(steps, robust),
    };
  });

/** Difference GMM whose variables have a window or instrument themselves. */
const byRole = fc
  .record({
    ...common,
    last: fc.constantFrom(null, 2, 3, 4),
    depths: fc.tuple(...['w', 'k', 'ys'].map(() => fc.constantFrom(undefined, 0, 1))),
    firsts: fc.tuple(...['w', 'k', 'ys'].map(() => fc.constantFrom(undefined, 1, 2))),
    collapse: fc.boolean(),
  } as const)
  .map(({ lags, last, depths, firsts, collapse, robust, ...rest }): DpdModelInput => {
    const variables = ['w', 'k', 'ys'].map((name, v) => {
      const names = depths[v] === undefined ? [] : [name, `L1.${name}`].slice(0, depths[v] + 1);
      return { name, names, first: firsts[v] };
    });
    const given = variables.filter(({ names }) => names.length > 0);
    const window = (name: string, first: number) => ({
      vars: [name],
      lags: [first, last] as const,
      collapse,
    });
    const alone = given.filter(({ first }) => first === undefined).flatMap(({ names }) => names);
    return {
      ...rest,
      ...frame,
      system: false,
      formula: `n ~ ${[...lags, ...given.flatMap(({ names }) => names)].join(' + ')}`,
      gmm: [
        window('n', 2),
        ...given.flatMap(({ name, first }) => (first === undefined ? [] : [window(name, first)])),
      ],
      iv: alone.length === 0 ? [] : [{ vars: alone }],
      vcov: covariance(rest.steps, robust),
    };
  });

function exported(model: DpdModelInput, as: ExportProgram): string | undefined {
  try {
    return exportModel(model, as);
  } catch (error) {
    expect(error).toBeInstanceOf(EconError);
    expect(error).toMatchObject({ code: 'not-expressed' });
    return undefined;
  }
}

/** The form that all equivalent models share: equal weights and transformations, no repeated instruments. */
function sameWords(input: DpdModelInput) {
  const rest = instrumentByInstrument({ ...input, compat: undefined, gaps: undefined });
  const regressors = [...rest.formula.regressors].sort();
  const served = [...rest.gmm, ...rest.iv].map(({ equation }) => equation);
  const transformed = served.some((equation) => equation !== 'level');
  const level = rest.formula.intercept || rest.timeEffects || served.some((one) => one !== 'diff');
  const system = rest.system && level;
  const deviations = rest.transform === 'fod' && transformed;
  return {
    ...rest,
    formula: { ...rest.formula, regressors },
    system,
    h: !system && (rest.h === 2 || deviations) ? 3 : rest.h,
    transform: transformed || !system ? rest.transform : 'fd',
    gmm: distinct(rest.gmm),
    iv: distinct(rest.iv.map((one) => ({ ...one, mz: one.mz && !regressors.includes(one.name) }))),
  };
}

/** True if a comment names a difference that changes the model. */
function saysDifference(code: string): boolean {
  return /plm replaces missing values by 0/.test(code);
}

function distinct<T>(list: readonly T[]): T[] {
  return [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];
}

test('random models come back from each program', () => {
  const written = new Map(dynamicPrograms.map((as) => [as, 0]));
  fc.assert(
    fc.property(fc.oneof(anyModel, byRole), (model) => {
      const original = sameWords(model);
      for (const as of dynamicPrograms) {
        const code = exported(model, as);
        if (code === undefined || saysDifference(code)) continue;
        written.set(as, written.get(as)! + 1);
        const back = importDynamic(code).model;
        expect(back, as).toMatchObject(frame);
        expect(sameWords(back), as).toEqual(original);
      }
    }),
    { seed: 20260730, numRuns: 600 },
  );
  for (const [as, models] of written) expect(models, as).toBeGreaterThan(40);
});
