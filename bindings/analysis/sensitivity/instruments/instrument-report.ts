/** How the number and choice of instruments shape a dynamic panel's estimates (Roodman 2009b). */
import { inOnePiece } from '../../../core/jobs/one-piece.js';
import { checkKeys } from '../../../core/arguments/arguments.js';
import { engineFor } from '../../../core/engine/engine.js';
import type { DynamicModel } from '../../../models/dynamic/model/model.js';
import { groupNames } from '../../../models/dynamic/design/instrument-specs.js';
import type { FitResult } from '../../../results/fit.js';
import { dynamicData, fitDynamic } from '../../../models/refits/dynamic.js';
import { attempt, type Failure, isFailure } from '../../../core/jobs/failures.js';
import { type LocalOptions, localSchemas } from '../../../core/jobs/run-options.js';
import { verdictOf } from './verdict.js';
import type { ByName } from '../../../results/common.js';
import type { Variant, WindowVariant, Bounds, InstrumentReport } from './result.js';

/**
 * Estimates the model with shorter and longer windows, collapsed or not, and without each group of instruments.
 *
 * @throws InputError `result-without-data`, `not-dynamic`, `data-changed`
 */
export async function instruments(
  fit: FitResult,
  options: LocalOptions = {},
): Promise<InstrumentReport> {
  checkKeys('instruments', localSchemas, options);
  const { model: written, data, sample } = dynamicData('instruments', fit);
  return inOnePiece(options, async () => {
    const engine = await engineFor(options.engine);
    const model = { ...written, diffHansen: [], baselines: false };
    const whole = fitDynamic(engine, { ...model, baselines: true }, data).result;
    const bounds = boundsOf(whole);
    const refit = (variant: DynamicModel) =>
      attempt(() => variantOf(fitDynamic(engine, variant, data).result, { whole, bounds }));
    const original = variantOf(whole, { whole, bounds });
    const windows = windowVariants(model, sample.design.nperiods, refit);
    const groups = groupVariants(model).map(({ group, without }) => ({
      group,
      outcome: refit(without),
    }));
    const count = whole.instrumentCount!;
    const findings = { count, own: original, bounds, windows, groups };
    const { title, depvar } = whole;
    return { kind: 'instruments', title, depvar, ...findings, verdict: verdictOf(findings) };
  });
}

/** With more instruments than this, wider windows take long and add nothing to the report. */
const MANY = 500;

interface Standard {
  readonly whole: FitResult;
  readonly bounds: Bounds | null;
}

function boundsOf({ baselines }: FitResult): Bounds | null {
  if (baselines === undefined) return null;
  const { pooledOls, within } = baselines;
  if (pooledOls.params === null || within.params === null) return null;
  const [coefficient] = Object.keys(within.params);
  const bound = {
    within: within.params[coefficient!]!,
    pooledOls: pooledOls.params[coefficient!]!,
  };
  return { coefficient: coefficient!, ...bound };
}

function variantOf(fit: FitResult, { whole, bounds }: Standard): Variant {
  const { params, stdErrors, ninstruments, rankInstruments, ngroups, tests } = fit;
  const shifts = Object.entries(whole.params).flatMap(([name, value]) => {
    const other = params[name];
    return other === undefined ? [] : [[name, (other - value) / whole.stdErrors[name]!]];
  });
  return {
    columns: ninstruments!,
    rank: rankInstruments!,
    ratio: rankInstruments! / ngroups!,
    hansen: tests.hansen!,
    params,
    stdErrors,
    shifts: Object.fromEntries(shifts) as ByName,
    position: bounds && positionOf(params[bounds.coefficient]!, bounds),
  };
}

function positionOf(estimate: number, { within, pooledOls }: Bounds): number {
  return (estimate - within) / (pooledOls - within);
}

function windowVariants(
  model: DynamicModel,
  nperiods: number,
  refit: (model: DynamicModel) => Variant | Failure,
): WindowVariant[] {
  if (model.gmm.length === 0) return [];
  const deepest = nperiods - Math.min(...model.gmm.map(({ lags }) => lags[0]));
  const lengths = lengthsUpTo(Math.max(1, deepest));
  return [false, true].flatMap((collapse) => {
    const variants: WindowVariant[] = [];
    for (const lags of lengths) {
      const outcome = refit(withWindows(model, lags, collapse));
      variants.push({ lags, collapse, outcome });
      if (!isFailure(outcome) && (outcome.ratio > 1 || outcome.rank > MANY)) break;
    }
    return variants;
  });
}

/** 1, 2, 3, 4, 6, 8, 12, 16, ... and `last`. */
function lengthsUpTo(last: number): number[] {
  const lengths: number[] = [];
  for (let power = 1; power < last; power *= 2) {
    lengths.push(power);
    const between = 1.5 * power;
    if (power > 1 && between < last) lengths.push(between);
  }
  return [...lengths, last];
}

function withWindows(model: DynamicModel, lags: number, collapse: boolean): DynamicModel {
  const gmm = model.gmm.map((group) => {
    const [first, last] = group.lags;
    const level = group.equation === 'level' && model.transform !== 'level';
    return { ...group, collapse, lags: [first, level ? last : first + lags - 1] as const };
  });
  return { ...model, gmm };
}

function groupVariants(model: DynamicModel): { group: string; without: DynamicModel }[] {
  const names = groupNames(model);
  const { gmm, iv } = model;
  const omit = <T>(list: readonly T[], place: number) => list.filter((_, i) => i !== place);
  const single = [
    ...gmm.map((_, g) => ({ group: names[g]!, without: { ...model, gmm: omit(gmm, g) } })),
    ...iv.map((_, g) => ({
      group: names[gmm.length + g]!,
      without: { ...model, iv: omit(iv, g) },
    })),
  ];
  const level = gmm.some(({ equation }) => equation !== 'diff');
  if (!model.system || model.transform === 'level' || !level) return single;
  const transformed = gmm
    .filter(({ equation }) => equation !== 'level')
    .map((group) => ({ ...group, equation: 'diff' as const }));
  return [
    { group: 'gmm instruments for levels', without: { ...model, gmm: transformed } },
    ...single,
  ];
}
