/**
 * Calls of pgmm() of plm as models, as in plm 2.6-5. If the formula has no third part, variables without a window
 * instrument themselves. A system has the first lagged difference of every variable with a window, each ordinary
 * instrument in two columns, and a constant with time effects only. A missing instrument is 0.
 */
import type { DpdModelInput, IvGroupInput } from '../../models/dpd/model.js';
import { type Arguments, because, type Signature, withArguments } from '../arguments.js';
import { joined, type OneEquationInput } from '../one-equation.js';
import {
  defined,
  formulaText,
  type ReadModel,
  type ImportOptions,
  panelOf,
  withCompat,
} from '../imported.js';
import { allLags, lagName } from '../lags.js';
import { abbreviatedChoiceOf, checkData, choiceOf, flagOf, textsOf } from './call.js';
import { type LaggedSeries, readParts } from './formula.js';
import { failure, type Reader } from '../reader.js';
import { readR } from './script.js';
import { deepestOfSystem } from './to-plm.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';

export const pgmmSignature: Signature = {
  command: 'pgmm()',
  positions: ['formula', 'data'],
  translated: ['formula', 'data', 'effect', 'model', 'collapse', 'transformation', 'fsm', 'index'],
  ignored: because('pgmm() of plm 2.6-5 ignores it', ['subset', 'na.action']),
};

/** Reads a call, or a script that contains one. Throws InputError `command-syntax` with a caret. */
export function readPlm(text: string, options: ImportOptions): ReadModel<DpdModelInput> {
  const script = readR(text, 'pgmm', options);
  return withArguments(script.call, pgmmSignature, (args) => modelOf(args, script));
}

function modelOf(args: Arguments, script: ReturnType<typeof readR>): ReadModel<DpdModelInput> {
  const formula = args.get('formula');
  if (formula === undefined) {
    throw failure(script.reader, scriptProblem['pgmm-formula'](), script.call.offset);
  }
  checkData(args.get('data'));
  const notes = [...script.notes];
  const [unit, time] = textsOf(args.get('index')) ?? [];
  const panel = panelOf({ ...script.known, ...(time === undefined ? {} : { unit, time }) });
  const system = abbreviatedChoiceOf(args.get('transformation'), ['d', 'ld']) === 'ld';
  const timeEffects =
    abbreviatedChoiceOf(args.get('effect'), ['twoways', 'individual']) === 'twoways';
  const { data } = script.known;
  const model: DpdModelInput = {
    ...defined({ data }),
    panel,
    estimator: 'dpd',
    ...specification(formula, system, timeEffects, flagOf(args.get('collapse')) ?? false),
    ...(timeEffects ? { timeEffects } : {}),
    ...estimation(args, system, script.robust ?? true),
  };
  return withCompat('plm', model, notes);
}

/** Formula and instruments. */
function specification(
  reader: Reader,
  system: boolean,
  timeEffects: boolean,
  collapse: boolean,
): Pick<DpdModelInput, 'formula' | 'system' | 'gmm' | 'iv'> {
  const start = reader.position;
  const { outcome, regressors, windows, instruments } = readParts(reader);
  const deepest = Math.max(0, ...regressors.map(({ lags }) => Math.max(...lags)));
  checkStarts(windows, deepest, reader);
  if (system && deepest > deepestOfSystem) {
    const problem = scriptProblem['pgmm-lags']({ most: deepestOfSystem });
    throw failure(reader, problem, start);
  }
  const names = regressors.flatMap(lagged);
  const windowed = new Set(windows.map(({ name }) => name));
  const withoutWindow = regressors.filter(({ name }) => !windowed.has(name));
  const ordinary = (instruments ?? withoutWindow).flatMap(lagged);
  const variables = [outcome, ...names];
  return {
    formula: formulaText(reader, variables, !system || timeEffects, start),
    system,
    gmm: joined(
      windows.flatMap((laggedSeries) => windowGroups(laggedSeries, system, collapse)),
      system,
    ),
    iv: groups(ordinary, names, system),
  };
}

function lagged({ name, lags }: LaggedSeries): string[] {
  return lags.map((lag) => lagName(name, lag));
}

/** A window from the smallest to the largest lag, and in a system the first lagged difference. */
function windowGroups(
  { name, lags }: LaggedSeries,
  system: boolean,
  collapse: boolean,
): OneEquationInput[] {
  const last = Math.max(...lags);
  const common = { vars: [name], ...(collapse ? { collapse } : {}) } as const;
  const window = [Math.min(...lags), last >= allLags ? null : last] as const;
  const diff = { ...common, lags: window, equation: 'diff' } as const;
  return system ? [diff, { ...common, lags: [1, 1], equation: 'level' }] : [diff];
}

/** Instruments that are not regressors may be missing in complete rows. */
function groups(ordinary: readonly string[], regressors: readonly string[], system: boolean) {
  const inside = ordinary.filter((name) => regressors.includes(name));
  const outside = ordinary.filter((name) => !regressors.includes(name));
  const kinds: IvGroupInput[] = [{ vars: inside }, { vars: outside, mz: true }];
  const given = kinds.filter(({ vars }) => vars.length > 0);
  if (!system) return given;
  return given.flatMap((group): IvGroupInput[] => [
    { ...group, equation: 'diff' },
    { ...group, equation: 'level' },
  ]);
}

/** If a window starts deeper, pgmm() adds the unit's first value, leaves out periods or fails. */
function checkStarts(windows: readonly LaggedSeries[], deepest: number, reader: Reader): void {
  const deeper = windows.find(({ lags }) => Math.min(...lags) > deepest + 1);
  if (deeper === undefined) return;
  const problem = scriptProblem['pgmm-windows']({ most: deepest + 1 });
  throw failure(reader, problem, deeper.offset);
}

function estimation(args: Arguments, system: boolean, robust: boolean): Partial<DpdModelInput> {
  const steps =
    abbreviatedChoiceOf(args.get('model'), ['onestep', 'twosteps']) === 'twosteps' ? 2 : 1;
  const h = firstStep(args.get('fsm'), system);
  const corrected = steps === 2 ? 'windmeijer' : 'robust';
  return {
    steps,
    ...(h === 3 ? {} : { h }),
    vcov: { type: robust ? corrected : 'unadjusted' },
  };
}

/** One-step weights by xtabond2's number of H; without a level equation 2 and 3 are equal. */
function firstStep(value: Reader | undefined, system: boolean): 1 | 2 | 3 {
  if (system) return choiceOf(value, ['full', 'GI']) === 'GI' ? 2 : 3;
  return choiceOf(value, ['G', 'I']) === 'I' ? 1 : 3;
}
