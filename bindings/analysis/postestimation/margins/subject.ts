/** The variable whose effect is asked for, and the derivatives of the regressors. */
import { badArgument } from '../../../core/arguments/arguments.js';
import { InputError } from '../../../core/errors/errors.js';
import { listed } from '../../../words/text/messages.js';
import {
  checkOmitted,
  columnsOf,
  parseTerms,
  suggestion,
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
  const expected = 'one variable of the regressors, such as x, L1.x or log(x)';
  throw badArgument('margins', 'of', expected, written);
}

function factorError(name: string): InputError {
  const message = `expected a numeric variable, found ${name}, a factor, which has no derivative; its coefficients are contrasts with the reference level, and a Wald test compares them`;
  return new InputError(
    'bad-value',
    message,
    { path: 'of', found: name },
    { of: 'margins', key: 'of' },
  );
}

function checkKnown(name: string, all: Slopes, whole: Term | undefined): void {
  if (all.slopes.length === 0) {
    if (all.factors.has(name)) throw factorError(name);
    const message = `expected a variable of the regressors, found "${name}"${suggestion(name, all.variables.keys())}`;
    throw new InputError(
      'unknown-variable',
      message,
      { variable: name },
      { of: 'margins', key: 'of' },
    );
  }
  if (whole === undefined) return;
  const inside: Variables = new Map();
  onVariables(whole, inside);
  const shared = [...inside.keys()].filter((one) => all.variables.has(one));
  if (shared.length === 0) return;
  const names = listed(shared);
  const message = `expected a variable that can change alone, found ${name}, and ${names} is also in other terms; use ${names}`;
  throw new InputError(
    'bad-value',
    message,
    { path: 'of', found: name },
    { of: 'margins', key: 'of' },
  );
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
