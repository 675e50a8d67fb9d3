/** The violations of a power study: those in the options, or those that apply to the model. */
import { wordOf } from '../../core/arguments/choices.js';
import { badFinding } from '../../core/errors/bad-argument.js';
import * as wanted from '../../words/expectations/analysis/options.js';
import { keyedLists } from '../../words/expectations/models/models.js';
import { expects } from '../../words/expects.js';
import type { Told } from '../../words/told.js';
import * as v from 'valibot';
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import type { InputError } from '../../core/errors/errors.js';

import type { Regressor } from './process/responses.js';
import { usualSizes, type Violation, type ViolationKind } from './process/violations.js';
import type { Warning } from '../../results/common.js';
import { simulationWarnings } from '../../words/en/warnings/analyses.js';
import { warning } from '../../words/warning.js';

/** A violation to simulate; without a size it has the default size. */
export interface ViolationInput {
  /** The moment condition that is violated. */
  readonly kind: ViolationKind;
  /** Coefficient, multiple of the unit effect, or correlation; default 0.3, 1 and 0.3. */
  readonly size?: number | undefined;
  /** `endogeneity` only: one regressor; default all exogenous and predetermined ones. */
  readonly variable?: string | undefined;
}

const listExpected = expects(keyedLists({ keys: ['kind', 'size', 'variable'] }));

/** A list of objects; `violationsOf` checks them against the model. */
export const violationsSchema = v.custom<readonly ViolationInput[]>(
  (value) => Array.isArray(value) && Array.from(value).every(isKeyed),
  listExpected,
);

/** The features of a model that violations depend on. */
export interface Breakable {
  readonly regressors: readonly Regressor[];
  /** True if it has moment conditions of a level equation. */
  readonly level: boolean;
  /** Standard deviation of the unit effects. */
  readonly effectSd: number;
}

export interface Violations {
  readonly violations: readonly Violation[];
  readonly warnings: readonly Warning[];
}

/** @throws InputError `bad-value` for a violation that is unknown, has size 0, or does not apply to the model */
export function violationsOf(
  inputs: readonly ViolationInput[] | undefined,
  model: Breakable,
): Violations {
  const warnings: Warning[] = [];
  if (inputs !== undefined) {
    return { violations: inputs.map((input) => resolved(input, model)), warnings };
  }
  if (model.level && model.effectSd === 0) {
    warnings.push(warning(simulationWarnings, 'no-effect-variance', {}));
  }
  const usual: ViolationInput[] = [
    { kind: 'serial-correlation' },
    ...(model.level && model.effectSd > 0 ? [{ kind: 'initial-conditions' } as const] : []),
    ...(declared(model).length > 0 ? [{ kind: 'endogeneity' } as const] : []),
  ];
  return { violations: usual.map((input) => resolved(input, model)), warnings };
}

function declared({ regressors }: Breakable): string[] {
  return regressors.filter(({ role }) => role !== 'endogenous').map(({ variable }) => variable);
}

function resolved(given: ViolationInput, model: Breakable): Violation {
  const kinds = Object.keys(usualSizes) as ViolationKind[];
  const kind = wordOf('power', 'violations', kinds, given.kind);
  const input = { ...given, kind };
  const { variable } = input;
  const size = sizeOf(input);
  if (variable !== undefined && kind !== 'endogeneity')
    throw bad(kind, wanted.noVariable(), variable);
  switch (kind) {
    case 'serial-correlation':
      return { kind, size };
    case 'endogeneity':
      return { kind, size, variables: variablesOf(input, model) };
    case 'initial-conditions': {
      if (!model.level) throw missing(kind, wanted.levelInstruments());
      if (model.effectSd > 0) return { kind, size };
      throw bad(kind, wanted.effectVariance(), 0);
    }
  }
}

function sizeOf({ kind, size = usualSizes[kind] }: ViolationInput): number {
  const bound = kind === 'initial-conditions' ? Infinity : 1;
  const number = typeof size === 'number' ? Math.abs(size) : NaN;
  if (number > 0 && number < bound) return size;
  throw bad(kind, bound === 1 ? wanted.sizeBelowOne() : wanted.sizeNotZero(), size);
}

/** The regressors that are correlated with the error. */
function variablesOf({ kind, variable }: ViolationInput, model: Breakable): string[] {
  const names = declared(model);
  if (names.length === 0) throw missing(kind, wanted.exogenousRegressor());
  if (variable === undefined) return names;
  if (names.includes(variable)) return [variable];
  throw bad(kind, wanted.oneOfNames({ names }), variable);
}

function bad(kind: ViolationKind, expected: Told, value: unknown): InputError {
  return badArgument('power', `violations: ${kind}`, expected, value);
}

function missing(kind: ViolationKind, expected: Told): InputError {
  return badFinding('power', `violations: ${kind}`, expected, wanted.none());
}
