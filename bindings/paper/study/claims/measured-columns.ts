/** The term of a claim in each of its columns, and columns that the claim may have meant instead. */
import type { Engine } from '../../../core/engine/engine.js';
import { EconError, InputError } from '../../../core/errors/errors.js';
import { suggestionOf } from '../../../data/nearest.js';
import type { Clause } from '../../../words/vocabulary/claims.js';
import { inputError } from '../../../data/place.js';
import type { FitResult } from '../../../results/fit.js';
import { printedColumns, resultOf } from '../columns/printed.js';
import { columnForm } from '../columns/reference.js';
import { inNoColumn, twoMeanings } from '../../../words/errors/paper/claims.js';
import type { Claim, CoefficientStatement } from './claim.js';
import { failureOfError } from './decision.js';
import { measure, type Measured } from './measured.js';
import {
  columnName,
  placeOfColumn,
  type JudgedStudy,
  type NamedColumn,
  type ResolvedColumn,
  termError,
} from './named-columns.js';

type CoefficientClaim = Claim & { readonly statement: CoefficientStatement };

interface Unknown {
  /** The error, if the column does not have the term. */
  readonly unknown?: EconError;
}

/** A column with the term. */
export interface TermColumn extends Unknown {
  readonly named: ResolvedColumn;
  readonly measured: Measured;
}

/** A column whose term has no test, and why. */
export interface ReasonedColumn extends Unknown {
  readonly named: NamedColumn;
  readonly clause: Clause;
}

export type MeasuredColumn = TermColumn | ReasonedColumn;

export function measuredIn(
  engine: Engine,
  claim: CoefficientClaim,
  named: NamedColumn,
): MeasuredColumn {
  if ('failure' in named) return { named, clause: named.failure };
  const { fit, column, isOfTable } = named;
  if (fit.warnings.some(({ code }) => code === 'perfect-fit')) {
    return { named, clause: { code: 'fits-exactly' } };
  }
  try {
    return { named, measured: measure(engine, fit, claim.statement.term) };
  } catch (error) {
    if (!(error instanceof EconError)) throw error;
    const clause: Clause = { code: 'failed', ...failureOfError(error) };
    if (error.code === 'unknown-term') return { named, clause, unknown: error };
    if (error.code !== 'omitted-coefficient' && error.code !== 'undefined-function') {
      throw termError(claim, columnName({ column, fit }), error);
    }
    return { named, clause: omittedClause(error, isOfTable) ?? clause };
  }
}

/** That the coefficient was left out; undefined for another error. */
function omittedClause({ detail }: EconError, isOfTable: boolean): Clause | undefined {
  const { coefficient: of, explainedBy } = detail;
  if (typeof of !== 'string' || !Array.isArray(explainedBy)) return undefined;
  return { code: 'omitted', of, explainedBy: explainedBy as readonly string[], isOfTable };
}

/**
 * If a first stage's name is also its model's key, it may mean the model's estimates.
 *
 * @throws InputError `bad-claim` that names both columns, if both have the term
 */
export function checkMeaning(
  engine: Engine,
  claim: CoefficientClaim,
  { named, unknown }: MeasuredColumn,
): void {
  if ('failure' in named || named.estimate === undefined || unknown !== undefined) return;
  const { column, estimate } = named;
  if (!hasTerm(engine, claim, estimate.fit)) return;
  const { text, statement } = claim;
  const offset = claim.models.find(({ name }) => name === column.id)?.offset ?? 0;
  const detail = {
    found: column.id,
    written: columnForm(column.id),
    column: placeOfColumn(named),
    estimate: placeOfColumn(estimate),
    estimateColumn: estimate.column.id,
    term: statement.term,
  };
  throw inputError({ text, offset }, twoMeanings(detail));
}

/**
 * The error for a column without the term, with the columns of its table that have it; or for a table in which no
 * column has it.
 */
export function withoutTerm(
  engine: Engine,
  claim: CoefficientClaim,
  { named, unknown }: MeasuredColumn,
  study: JudgedStudy,
): InputError {
  if ('failure' in named || unknown === undefined) return termError(claim, '', unknown);
  const { column, isOfTable } = named;
  const { table, panel } = column;
  const shown = printedColumns(study).flatMap((studyColumn) => {
    const fit = studyColumn.table === table ? resultOf(study, studyColumn) : undefined;
    return fit === undefined ? [] : [{ fit, column: studyColumn.column, panel: studyColumn.panel }];
  });
  if (isOfTable) {
    const { term } = claim.statement;
    const known = [...new Set(shown.flatMap(({ fit }) => Object.keys(fit.params)))];
    const missing = inNoColumn({ found: term, meant: suggestionOf(term, known) });
    return termError(claim, table, new InputError(missing));
  }
  const others = shown.filter((one) => one.panel === panel && hasTerm(engine, claim, one.fit));
  const columns = others.map((one) => one.column);
  const missing = unknown.retold({ detail: { ...unknown.detail, columns } });
  return termError(claim, columnName(named), missing);
}

function hasTerm(engine: Engine, { statement }: CoefficientClaim, fit: FitResult): boolean {
  try {
    measure(engine, fit, statement.term);
    return true;
  } catch (error) {
    if (error instanceof EconError) return false;
    throw error;
  }
}
