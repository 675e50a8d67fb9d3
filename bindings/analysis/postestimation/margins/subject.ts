/** The variable whose effect is asked for, and the derivatives of the regressors. */
import * as said from '../../../words/errors/analysis/postestimation.js';
import { oneRegressor } from '../../../words/expectations/analysis/options.js';
import type { Told } from '../../../words/told.js';
import { badArgument } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';

import {
  checkOmitted,
  columnsOf,
  parseTerms,
  suggestionOf,
  type Term,
  termKey,
} from '../../../data/index.js';
import type { Warning } from '../../../results/common.js';
import type { FitResult } from '../../../results/fit.js';
import { lagsInside, onVariables, variableName, type Variables } from './atoms.js';
import type { DesignTerm } from '../rows/design-terms.js';
import { moderatorsOf, type Slopes, slopesOf } from './slopes.js';
import { postestimationWarnings } from '../../../words/en/warnings/postestimation.js';
import { warning } from '../../../words/warning.js';

export interface Subject extends Slopes {
  readonly name: string;
  /** Names of the variables and factors that change the effect. */
  readonly moderators: ReadonlySet<string>;
  readonly warnings: readonly Warning[];
}

/**
 * Finds the variable in the regressors. A function such as `log(x)` can be the variable if `x` occurs nowhere else.
 *
 * @throws InputError `unknown-variable`, `omitted-coefficient`, `bad-value` for a factor, a product or several terms
 */
export function subjectOf(
  fit: FitResult,
  designs: readonly DesignTerm[],
  written: string,
): Subject {
  const term = oneTerm(written, designs);
  const name = variableName(term);
  const isFunction = term.kind === 'call' || term.kind === 'power';
  const whole = isFunction ? termKey(term) : undefined;
  const kept = new Set(fit.vcov.names);
  const all = slopesOf(designs, name, whole);
  checkKnown(name, all, isFunction ? term : undefined);
  if (all.slopes.length > 0 && !all.slopes.some((slope) => kept.has(slope.name))) {
    checkOmitted('margins: of', fit.omitted ?? [], all.slopes[0]!.name);
  }
  const used = slopesOf(
    designs.filter((design) => kept.has(design.name)),
    name,
    whole,
  );
  const gone = all.slopes.map((slope) => slope.name).filter((one) => !kept.has(one));
  return {
    ...used,
    name,
    moderators: moderatorsOf(used.slopes),
    warnings: [...omittedWarning(name, gone), ...heldFixed(name, term, all.variables)],
  };
}

function oneTerm(written: string, designs: readonly DesignTerm[]): Term {
  const exact = designs
    .flatMap(({ factors }) => factors)
    .find((factor) => factor.kind === 'column' && factor.name === written);
  if (exact !== undefined && exact.kind === 'column') return exact;
  const terms = parseTerms(written);
  const [first] = terms;
  const term = first && lagsInside(first);
  if (terms.length === 1 && term !== undefined) {
    if (term.kind === 'dummies') throw factorError(term.of.name);
    if (term.kind !== 'interaction') return term;
  }
  throw badArgument('margins', 'of', oneRegressor(), written);
}

function refused(told: Told): InputError {
  return new InputError(told, { of: 'margins', key: 'of' });
}

function factorError(name: string): InputError {
  return refused(said.derivativeOfFactor({ path: 'of', found: name }));
}

function checkKnown(name: string, all: Slopes, whole: Term | undefined): void {
  if (all.slopes.length === 0) {
    if (all.factors.has(name)) throw factorError(name);
    const near = suggestionOf(name, all.variables.keys());
    throw refused(said.unknownVariable({ variable: name, near }));
  }
  if (whole === undefined) return;
  const inside: Variables = new Map();
  onVariables(whole, inside);
  const shared = [...inside.keys()].filter((one) => all.variables.has(one));
  if (shared.length === 0) return;
  throw refused(said.sharedVariable({ path: 'of', found: name, shared }));
}

function omittedWarning(name: string, gone: readonly string[]): Warning[] {
  if (gone.length === 0) return [];
  return [warning(postestimationWarnings, 'omitted-in-effect', { of: name, omitted: gone })];
}

/** Lags and differences of the variable, which are held fixed when it changes. */
function heldFixed(name: string, term: Term, variables: Variables): Warning[] {
  const columns = new Set(columnsOf(term));
  const others = [...variables]
    .filter(([other, of]) => other !== name && columnsOf(of).some((column) => columns.has(column)))
    .map(([other]) => other);
  if (others.length === 0) return [];
  return [warning(postestimationWarnings, 'held-fixed', { of: name, others })];
}
