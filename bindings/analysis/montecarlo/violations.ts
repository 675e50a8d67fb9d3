/** The violations of a power study: those in the options, or those that apply to the model. */
import * as v from 'valibot';
import { badArgument, isKeyed } from '../../core/arguments/arguments.js';
import type { InputError } from '../../core/errors/errors.js';
import { listed } from '../../words/text/messages.js';
import type { Regressor } from './process/responses.js';
import { usualSizes, type Violation, type ViolationKind } from './process/violations.js';
import type { Warning } from '../../results/common.js';
import { simulationWarnings } from '../../words/en/warnings/simulations.js';
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

const listExpected = 'a list of {kind, size, variable}';

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

function resolved(input: ViolationInput, model: Breakable): Violation {
  const { kind, variable } = input;
  const kinds = Object.keys(usualSizes);
  if (!kinds.includes(kind)) {
    throw badArgument('power', 'violations', `one of ${kinds.join(', ')}`, kind);
  }
  const size = sizeOf(input);
  if (variable !== undefined && kind !== 'endogeneity') throw bad(kind, 'no variable', variable);
  switch (kind) {
    case 'serial-correlation':
      return { kind, size };
    case 'endogeneity':
      return { kind, size, variables: variablesOf(input, model) };
    case 'initial-conditions': {
      const expected = 'GMM-style instruments of the level equation';
      if (!model.level) throw bad(kind, expected, 'none');
      if (model.effectSd > 0) return { kind, size };
      throw bad(kind, 'an estimated variance of the unit effects above 0', 0);
    }
  }
}

function sizeOf({ kind, size = usualSizes[kind] }: ViolationInput): number {
  const bound = kind === 'initial-conditions' ? Infinity : 1;
  const number = typeof size === 'number' ? Math.abs(size) : NaN;
  if (number > 0 && number < bound) return size;
  const range = bound === 1 ? ' between -1 and 1' : '';
  throw bad(kind, `a size${range} other than 0`, size);
}

/** The regressors that are correlated with the error. */
function variablesOf({ kind, variable }: ViolationInput, model: Breakable): string[] {
  const names = declared(model);
  if (names.length === 0) throw bad(kind, 'an exogenous or predetermined regressor', 'none');
  if (variable === undefined) return names;
  if (names.includes(variable)) return [variable];
  throw bad(kind, `one of ${listed(names)}`, variable);
}

function bad(kind: ViolationKind, expected: string, value: unknown): InputError {
  return badArgument('power', `violations: ${kind}`, expected, value);
}
