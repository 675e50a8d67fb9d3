/** Judges a claim about a coefficient in each of its columns. */
import type { Engine } from '../../../core/engine/engine.js';
import type { Change } from '../../../words/vocabulary/claims.js';
import { isOfModel } from '../columns/printed.js';
import { judgeByBootstrap } from './bootstrapped.js';
import { type ErrorChoice, type Judged, otherErrors } from './changes/errors.js';
import { curveFacts, specificationFacts } from './changes/specification.js';
import type { Claim, CoefficientStatement } from './claim.js';
import { judgeCoefficient, supportedByTost } from './coefficient.js';
import type { PlacedDecision } from './combined.js';
import { type Decision, untestable } from './decision.js';
import {
  checkMeaning,
  type MeasuredColumn,
  measuredIn,
  type ReasonedColumn,
  type TermColumn,
  withoutTerm,
} from './measured-columns.js';
import {
  columnsOfClaim,
  type JudgedStudy,
  type NamedColumn,
  placeOfColumn,
} from './named-columns.js';

export interface Judging extends ErrorChoice {
  readonly study: JudgedStudy;
  /** The tables whose models are judged by their bootstrap unless a claim says otherwise. */
  readonly bootstrapped: readonly string[];
}

type CoefficientClaim = Claim & { readonly statement: CoefficientStatement };

/**
 * The decision of each column that the claim names. For a whole table these are the columns with the term; first stages
 * and reduced forms count only if no other column has it.
 *
 * @throws InputError as `columnsOfClaim`; `unknown-term` and others for the term; `bad-claim` for a name that may mean
 *   two columns
 */
export async function judgeColumns(
  judging: Judging,
  claim: CoefficientClaim,
): Promise<PlacedDecision[]> {
  const { engine, study } = judging;
  const measured = columnsOfClaim(claim, study).map((named) => measuredIn(engine, claim, named));
  for (const one of measured) checkMeaning(engine, claim, one);
  const missing = measured.find(({ named, unknown }) => unknown !== undefined && !ofTable(named));
  const chosen = chosenOf(measured);
  if (missing !== undefined || chosen.length === 0) {
    throw withoutTerm(engine, claim, missing ?? measured[0]!, study);
  }
  const decisions: PlacedDecision[] = [];
  for (const one of chosen) {
    decisions.push('clause' in one ? unjudged(one) : await judgeColumn(judging, claim, one));
  }
  return decisions;
}

const ofTable = (named: NamedColumn) => 'column' in named && named.isOfTable;

/** The columns with the term; for a table, without first stages and reduced forms unless only these have it. */
function chosenOf(measured: readonly MeasuredColumn[]): readonly (TermColumn | ReasonedColumn)[] {
  const having = measured.filter((measuredColumn) => measuredColumn.unknown === undefined);
  const isPart = ({ named }: MeasuredColumn) =>
    ofTable(named) && 'column' in named && !isOfModel(named.column);
  const hasEstimate = (table: string) =>
    having.some(
      (measuredColumn) =>
        !isPart(measuredColumn) &&
        'column' in measuredColumn.named &&
        measuredColumn.named.column.table === table,
    );
  return having.filter(
    (measuredColumn) =>
      !isPart(measuredColumn) ||
      !('column' in measuredColumn.named) ||
      !hasEstimate(measuredColumn.named.column.table),
  );
}

function unjudged({ named, clause }: ReasonedColumn): PlacedDecision {
  return { ...untestable([clause]), ...placeOf(named), changes: [] };
}

/** What a decision says of its column. */
function placeOf(named: NamedColumn) {
  if ('failure' in named) {
    const { name, table } = named;
    return { place: name, model: name, table };
  }
  const { id, model, table, column, estimator } = named.column;
  return { place: id, model, table, start: placeOfColumn(named), column, estimator };
}

async function judgeColumn(
  judging: Judging,
  claim: CoefficientClaim,
  { named, measured }: TermColumn,
): Promise<PlacedDecision> {
  const { engine, study, bootstrapped } = judging;
  const { column, fit } = named;
  const { statement, level } = claim;
  const test = { statement, level, subject: statement.term };
  const place = { id: column.id, model: column.model, fit, measured, test };
  const usual = bootstrapped.includes(column.table) ? 'bootstrap' : 'analytic';
  const isByBootstrap = (claim.by ?? usual) === 'bootstrap';
  const decision = isByBootstrap
    ? byBootstrap(engine, place)
    : judgeCoefficient(engine, measured, test);
  const placed = { ...decision, ...placeOf(named) };
  if (decision.verdict === 'not testable') return { ...placed, changes: [] };
  const judged: Judged = { ...place, decision, isByBootstrap };
  const changes = [
    ...tost(claim, decision),
    ...(await otherErrors(judging, judged)),
    ...curveFacts(study.curves ?? [], judged),
    ...specificationFacts(judged),
  ];
  return { ...placed, changes };
}

function byBootstrap(
  engine: Engine,
  { fit, measured, test }: Pick<Judged, 'fit' | 'measured' | 'test'>,
): Decision {
  const judged =
    fit.bootstrap === undefined
      ? undefined
      : judgeByBootstrap(engine, measured, fit.bootstrap, test);
  if (judged !== undefined) return judged;
  const of = fit.bootstrap !== undefined && { of: test.statement.term };
  return untestable([{ code: 'no-bootstrap', ...of }], measured.estimate);
}

/** Two one-sided tests at a level use the interval of 1 - 2 level, which is narrower than the one that decides. */
function tost({ statement, level }: Claim, decision: Decision): Change[] {
  if (statement.kind !== 'coefficient' || statement.relation !== '=') return [];
  if (!supportedByTost(decision, level)) return [];
  return [{ code: 'tost', level }];
}
