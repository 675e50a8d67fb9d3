/** Every status of the core becomes a typed error with a sentence, in the words of every estimator. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { failureReason } from '../../../bindings/analysis/bootstrap/summary/summarize.js';
import { EconError } from '../../../bindings/core/errors/errors.js';
import { statusError, statusTold } from '../../../bindings/core/engine/status-sentences.js';
import { Status } from '../../../bindings/core/engine/status.js';
import { fitModel, type ModelInput } from '../../../bindings/index.js';
import { contextOf } from '../../../bindings/models/context.js';
import { dynamicError } from '../../../bindings/models/dynamic/estimate/errors.js';
import type { FitContext } from '../../../bindings/models/fit-context.js';
import { linearOf } from '../../../bindings/models/fitted-model.js';
import { instrumentError } from '../../../bindings/models/instruments/errors.js';
import { linearError } from '../../../bindings/models/linear/estimate/errors.js';
import { LEAVE_OUT, withRemedy } from '../../../bindings/models/linear/estimate/omit-collinear.js';
import {
  regressionError,
  transformationError,
} from '../../../bindings/models/linear/estimate/transformed-errors.js';
import { simulate } from '../../properties/panels.js';
import type { PanelFitted } from '../../../bindings/models/panel/fit.js';
import type { OlsFitted } from '../../../bindings/models/ols/fit.js';
import type { IvFitted } from '../../../bindings/models/iv/rows.js';
import type { GmmFitted } from '../../../bindings/models/gmm/rows.js';
import type { DynamicFit } from '../../../bindings/models/dynamic/fit.js';
import type { DpdModel } from '../../../bindings/models/dpd/model.js';

const source = readFileSync(new URL('../../../assembly/status.ts', import.meta.url), 'utf8');
const statuses = [...source.matchAll(/^ {2}(\w+) = (\d+),$/gm)]
  .map(([, name, number]) => [name!, Number(number)] as const)
  .filter(([name]) => name !== 'Ok');
const names = Object.keys(Status).filter((name) => /[a-z][A-Z]/.test(name));

const data = simulate({ units: 24, periods: 6, seed: 8 });
const panel = { unit: 'unit', time: 'time' };
const formula = 'y ~ x1 + z1';
const instruments = 'y ~ z1 | x1 ~ L.x1 + L2.x1';
const lags = { formula: 'y ~ L.y + x1', gmm: [{ vars: ['y'], lags: [2, 3] }], panel } as const;

const models: Readonly<Record<string, ModelInput>> = {
  'least squares': { estimator: 'ols', formula },
  'least squares with lags of errors': {
    estimator: 'ols',
    formula,
    panel,
    vcov: { type: 'hac', bandwidth: 1 },
  },
  'absorbed effects': { estimator: 'ols', formula: `${formula} | unit` },
  within: { estimator: 'panel', formula, panel },
  random: { estimator: 'panel', effects: 'random', formula, panel },
  between: { estimator: 'panel', effects: 'between', formula, panel },
  'first differences': { estimator: 'panel', effects: 'first-difference', formula, panel },
  '2SLS': { estimator: 'iv', formula: instruments, panel },
  '2SLS within': { estimator: 'iv', formula: instruments, panel, effects: 'within' },
  LIML: { estimator: 'iv', method: 'liml', formula: instruments, panel },
  'two-step GMM': { estimator: 'gmm', formula: instruments, panel },
  'iterated GMM': { estimator: 'gmm', method: 'iterated', formula: instruments, panel },
  'continuously updated GMM': { estimator: 'gmm', method: 'cue', formula: instruments, panel },
  'difference GMM': { estimator: 'dpd', ...lags },
  'system GMM': { estimator: 'dpd', system: true, ...lags },
};

function isOf<Fit extends FitContext>(context: FitContext, estimator: string): context is Fit {
  return context.estimator === estimator;
}

/** The errors of a status without any detail: of the estimate, and of the transformation before it. */
function errorsOf(context: FitContext, status: number): EconError[] {
  const failure = { status, detail: -1, bandwidth: 0, dependence: new Float64Array() };
  const vanished = new Int32Array();
  if (isOf<DynamicFit<DpdModel>>(context, 'dpd')) {
    const counts = { nparams: 2, rank: 1, rankTwoStep: 1, ninstruments: 1, ndiff: 1, nlevel: 1 };
    const fit = { ...counts, detail: 0 };
    return [dynamicError(status, fit, context.model, context.sample, new Int32Array())];
  }
  if (isOf<IvFitted>(context, 'iv') || isOf<GmmFitted>(context, 'gmm')) {
    const { problem, sample } = context;
    const rest = { dropped: [], rankInstruments: 1, rankWeight: 1, iterations: 1, objective: 1 };
    const failed = { ...failure, ...rest, best: {} };
    return [failed, { ...failed, detail: 0, vanished }].map((each) =>
      instrumentError(each, problem, sample),
    );
  }
  const { estimator, model, sample } = context as OlsFitted | PanelFitted;
  const { vcov, absorb, weights } = model;
  const { transformation } = linearOf(context)!;
  const transformed = { estimator, weightType: weights?.type, vcov, absorb, transformation };
  return [
    linearError(estimator, failure, sample),
    regressionError(failure, transformed, sample),
    transformationError({ status, place: 0, vanished }, transformed, sample),
  ];
}

function expectSentence(message: string): void {
  expect(message).not.toMatch(/core returned|core failed|undefined|NaN/);
  for (const name of names) expect(message).not.toContain(name);
  expect(message).not.toContain('\n');
  expect(message.length).toBeLessThanOrEqual(500);
  expect(message).toMatch(/expected|; /);
}

describe('statuses of the core', () => {
  test('are found in its source', () => {
    expect(statuses.length).toBe(Object.keys(Status).length - 2);
  });

  test.each(statuses)('%s has a sentence with what was expected, found and to do', (_, status) => {
    const error = statusError('ols', status);
    expect(error).toBeInstanceOf(EconError);
    expect(error.status).toBe(status);
    expect(error.message).toMatch(/^ols: expected .+, found .+; .+$/);
    expectSentence(error.message);
    const { code, message } = failureReason(status)!;
    expect(code).toBe(error.code);
    for (const name of names) expect(message).not.toContain(name);
  });

  test('keep their names in bindings/core, so that no message can print one', () => {
    const root = new URL('../../../bindings/', import.meta.url).pathname;
    const naming = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .filter((file) => !/^(core|generated)\//.test(file))
      .filter((file) => readFileSync(root + file, 'utf8').includes('statusName'));
    expect(naming).toEqual([]);
  });

  test('that no build of the core has are traps', () => {
    expect(statusTold(77)).toEqual(statusTold(Status.Trap));
  });

  test.each(Object.entries(models))('are told in the words of %s', async (_, model) => {
    const context = contextOf(await fitModel(data, model))!;
    for (const [name, status] of statuses) {
      for (const error of errorsOf(context, status)) {
        expect(error, name).toBeInstanceOf(EconError);
        expect(error.status, name).toBe(status);
        expect(error.message, name).toMatch(new RegExp(`^${model.estimator}: `));
        // Callers add the way out of collinear regressors.
        const told = 'collinear' in error.detail ? withRemedy(error, LEAVE_OUT) : error;
        expectSentence((told as EconError).message);
      }
    }
  });
});
