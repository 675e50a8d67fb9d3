/** What undermines a verdict: tests of the specification, weak instruments, and other defensible models. */
import { has } from '../../../../models/registry.js';
import type { Tests } from '../../../../results/fit.js';
import type { Specification } from '../../../../analysis/sensitivity/multiverse/result.js';
import type { Change } from '../../../../words/vocabulary/claims.js';
import type { StudyCurve } from '../../result.js';
import type { CoefficientStatement } from '../claim.js';
import { sided } from '../bootstrapped.js';
import { sidesOf } from '../coefficient.js';
import { verdictOf } from '../decision.js';
import type { Judged } from './errors.js';

/** The tests of overidentifying restrictions; the first that a result has counts. */
const overidentifying = ['hansen', 'jTest', 'sargan'] as const;
/** Below this level a test of the specification rejects. */
const LEVEL = 0.05;
/** Staiger and Stock's rule of thumb, where no critical value is known. */
const RULE_OF_THUMB = 10;
/** Share of the worst-case bias, in per cent, of Montiel Olea and Pflueger's critical value. */
const BIAS = '10';
/** Below this share of admissible specifications the one of the study is an exception. */
const MAJORITY = 0.5;

export function specificationFacts(judged: Judged): Change[] {
  const { fit } = judged;
  if (has(fit).dynamics)
    return [...instrumentCount(judged), ...overidentified(judged), ...serial(judged)];
  if (fit.endogenous === undefined) return [];
  return [...overidentified(judged), ...weak(judged), ...andersonRubin(judged)];
}

function instrumentCount({ fit }: Judged): Change[] {
  const { rankInstruments: rank = 0, ngroups = Infinity } = fit;
  if (rank <= ngroups) return [];
  return [{ code: 'many-instruments', instruments: rank, units: ngroups }];
}

function overidentified({ fit: { tests } }: Judged): Change[] {
  const name = overidentifying.find((one) => tests[one] !== undefined);
  const pValue = name && tests[name]?.pValue;
  if (typeof pValue !== 'number' || !(pValue < LEVEL)) return [];
  return [{ code: 'overidentified', test: name!, pValue, level: LEVEL }];
}

/** Second-order serial correlation of the differenced residuals makes the second lag an invalid instrument. */
function serial({ fit: { tests } }: Judged): Change[] {
  const second = tests.ar?.find(({ order }) => order === 2);
  if (second === undefined) return [];
  const { pValue, periods, pairs, reason } = second;
  if (pValue === null) {
    return [{ code: 'no-serial', reason }];
  }
  if (pValue < LEVEL) return [{ code: 'serial', pValue, level: LEVEL }];
  if (periods === undefined || periods[0] !== periods[1]) return [];
  return [{ code: 'one-period', period: periods[0], pairs }];
}

function weak({ fit: { tests } }: Judged): Change[] {
  const { effectiveF, kleibergenPaapF } = tests;
  const critical = effectiveF?.criticalValues.tsls[BIAS];
  if (effectiveF !== undefined && critical !== undefined) {
    if (!(effectiveF.stat < critical)) return [];
    return [{ code: 'weak-effective', f: effectiveF.stat, critical, bias: BIAS }];
  }
  const stat = kleibergenPaapF?.stat;
  if (stat === undefined || stat === null || !(stat < RULE_OF_THUMB)) return [];
  return [{ code: 'weak-rule', f: stat, rule: RULE_OF_THUMB }];
}

/** A test whose size does not depend on the strength of the instruments, of the only endogenous variable. */
function andersonRubin({ fit, measured, test, decision }: Judged): Change[] {
  const { endogenous = [], tests } = fit;
  const { relation, value } = test.statement;
  const reported = tests.andersonRubin?.pValue;
  const isOnly = endogenous.length === 1 && measured.name === endogenous[0];
  if (!isOnly || relation === '=' || value !== 0 || typeof reported !== 'number') return [];
  const pValue = sided(reported, relation, 'symmetric', measured.estimate);
  const isSupported = pValue < test.level;
  if (isSupported && hasOtherSign(tests.confidenceSets, relation)) return [];
  if (isSupported === (decision.verdict === 'supported')) return [];
  const decided = { sides: sidesOf(relation), pValue, level: test.level };
  const by = { code: 'anderson-rubin' } as const;
  return [{ code: 'p', by, ...decided, verdict: verdictOf(isSupported) }];
}

/**
 * True if the Anderson-Rubin set of the only endogenous regressor has values of the sign that a claim excludes, apart
 * from 0 or without bound. With weak instruments the test may reject 0 and not them, so that half of its p-value is no
 * p-value of a one-sided claim.
 */
function hasOtherSign(sets: Tests['confidenceSets'], relation: string): boolean {
  const intervals = relation === '!=' ? [] : (sets?.[0]?.ar?.intervals ?? []);
  return intervals.some(([low, high]) =>
    relation === '>'
      ? low === null || (high !== null && high < 0)
      : high === null || (low !== null && low > 0),
  );
}

/** The share of the admissible specifications of a curve that support the claim, where most of them disagree with it. */
export function curveFacts(curves: readonly StudyCurve[], judged: Judged): Change[] {
  const { measured, test, decision } = judged;
  const { statement, level } = test;
  if (statement.relation === '=' || statement.value !== 0) return [];
  return curves.flatMap(({ figure, model, result }) => {
    if (model !== judged.model || result.coefficient !== measured.name) return [];
    const judgeable = result.specifications.filter(
      ({ admissible, estimate }) =>
        admissible && estimate !== null && Number.isFinite(estimate.pValue),
    );
    const supporting = judgeable.filter((specification) =>
      supports(specification, statement, level),
    ).length;
    const share = supporting / judgeable.length;
    const isSupported = decision.verdict === 'supported';
    if (judgeable.length === 0 || share >= MAJORITY === isSupported) return [];
    return [{ code: 'curve', figure, supporting, of: judgeable.length }];
  });
}

function supports(
  { estimate }: Specification,
  { relation }: CoefficientStatement,
  level: number,
): boolean {
  return sided(estimate!.pValue, relation, 'symmetric', estimate!.estimate) < level;
}
