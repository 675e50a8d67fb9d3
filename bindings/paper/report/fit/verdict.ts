/** What the tests of a fit imply together, in a few sentences. A test that does not reject is not called proof. */
import { has } from '../../../models/registry.js';
import type { ArTest, FitResult, Test } from '../../../results/fit.js';
import { pValuesOf } from '../../../results/p-values.js';

import { percent, statistic } from '../../../words/text/format.js';
import { fixed } from '../../../words/text/rounding.js';
import { effectiveStrength, isRobust } from './identification.js';
import {
  list,
  type Phrase,
  plural,
  type Said,
  said,
  say,
  series,
  type Word,
} from '../../../words/phrase.js';

/** A test, what its rejection means, and the consequence. */
interface Claim {
  readonly name: Word | Said;
  readonly hypothesis: Word | Said;
  readonly pValue: number | null | undefined;
  readonly ifRejected?: Word | Said;
}

/** A paragraph; nothing if there is nothing to report. */
export function verdict(result: FitResult): Said[] {
  const alpha = 1 - result.level;
  const claims = claimsOf(result).filter(({ pValue }) => Number.isFinite(pValue ?? NaN));
  const rejects = ({ pValue }: Claim) => pValue! < alpha;
  const clauses = claims.map((claim) =>
    say(
      rejects(claim) ? '{} rejects {}' : '{} does not reject {}',
      said(claim.name),
      said(claim.hypothesis),
    ),
  );
  const tests = say(
    'At the {} level {}{}.',
    percent(alpha),
    clauseSeries(clauses),
    instrumentWords(result),
  );
  const sentences = [
    ...strengthSentence(result),
    ...(clauses.length === 0 ? [] : [tests]),
    ...[
      ...new Set(claims.flatMap((claim) => (rejects(claim) ? (claim.ifRejected ?? []) : []))),
    ].map(said),
  ];
  return sentences.length === 0 ? [] : [list(sentences, ' ')];
}

/** `a, b and c`, of clauses. */
function clauseSeries(clauses: readonly Said[]): Phrase {
  const last = clauses.at(-1) ?? '';
  return clauses.length <= 1
    ? last
    : say('{} and {}@clauses', list(clauses.slice(0, -1), ', '), last);
}

function claimsOf(result: FitResult): Claim[] {
  if (has(result).dynamics) return dynamicClaims(result);
  return result.endogenous === undefined ? slopeClaims(result) : instrumentClaims(result);
}

function slopeClaims({ tests }: FitResult): Claim[] {
  const { f, wald, effects } = tests;
  const slopes = 'that all slopes are 0';
  return [
    { name: 'the F test', hypothesis: slopes, pValue: f?.pValue },
    { name: 'the Wald test', hypothesis: slopes, pValue: f === undefined ? wald?.pValue : null },
    {
      name: 'the F test of the effects',
      hypothesis: 'that they are equal',
      pValue: effects?.pValue,
    },
  ];
}

const invalid = 'Some instruments are not valid, or the model is misspecified.';

function instrumentClaims(result: FitResult): Claim[] {
  const { tests, endogenous = [] } = result;
  const robust = isRobust(result);
  const { hansen, sargan, wooldridgeScore, robustRegressionF, wuHausman } = tests;
  const [name, valid] = validityOf({
    hansen,
    wooldridgeScore: robust ? wooldridgeScore : undefined,
    sargan,
  });
  const regression = robust ? robustRegressionF : undefined;
  const one = endogenous.length === 1;
  const names = series(endogenous);
  const identified = robust ? tests.kleibergenPaapLM : tests.anderson;
  return [
    {
      name: 'the effective F',
      hypothesis: 'weak instruments',
      pValue: isStrong(result) ? 0 : null,
    },
    {
      name: robust ? 'Kleibergen-Paap' : 'Anderson',
      hypothesis: say(one ? 'that {} is not identified' : 'that {} are not identified', names),
      pValue: one ? null : identified?.pValue,
    },
    { name, hypothesis: 'the instruments', pValue: valid?.pValue, ifRejected: invalid },
    {
      name: regression === undefined ? 'Wu-Hausman' : 'the robust Wu-Hausman test',
      hypothesis: say(one ? 'that {} is exogenous' : 'that {} are exogenous', names),
      pValue: (regression ?? wuHausman)?.pValue,
    },
  ];
}

/** The test of validity that the table shows. */
function validityOf(tests: {
  readonly hansen: Test | undefined;
  readonly wooldridgeScore: Test | undefined;
  readonly sargan: Test | undefined;
}): readonly [name: Word, test: Test | undefined] {
  if (tests.hansen !== undefined) return ['Hansen', tests.hansen];
  if (tests.wooldridgeScore !== undefined)
    return ["Wooldridge's score test", tests.wooldridgeScore];
  return ['Sargan', tests.sargan];
}

/** The significance level of the effective F's critical value. */
const STRENGTH_LEVEL = 0.05;

/** True if the effective F is above its 5% critical value, and the report's level is 5%. */
function isStrong(result: FitResult): boolean {
  const effective = effectiveStrength(result);
  if (effective === undefined || effective.stat <= effective.critical) return false;
  return Math.abs(1 - result.level - STRENGTH_LEVEL) < 1e-9;
}

/** The effective F with its critical value, unless its test is among the rejections. */
function strengthSentence(result: FitResult): Said[] {
  const effective = effectiveStrength(result);
  if (effective === undefined || isStrong(result)) return [];
  const { stat, critical, bias } = effective;
  const value = say('{}, its 5% critical value for a bias of {}', fixed(critical, 2), bias);
  if (stat > critical) return [say('The effective F of {} is above {}.', statistic(stat), value)];
  const advice = say('rely on Anderson-Rubin, not on {}', String(result.statistic));
  return [say('The effective F of {} is not above {}: {}.', statistic(stat), value, advice)];
}

function dynamicClaims({ tests }: FitResult): Claim[] {
  const { hansen, sargan, levelHansen } = pValuesOf(tests);
  const { ar = [] } = tests;
  const validity = tests.hansen === undefined ? 'Sargan' : 'Hansen';
  return [
    ...ar.flatMap(serialClaim),
    {
      name: validity,
      hypothesis: 'the instruments',
      pValue: tests.hansen === undefined ? sargan : hansen,
      ifRejected: invalid,
    },
    {
      name: 'diff-in-Hansen',
      hypothesis: 'those of the levels',
      pValue: levelHansen,
      ifRejected: 'Compare with difference GMM.',
    },
  ];
}

/**
 * Differenced errors are always correlated at order 1, so only higher orders are evidence against lags as instruments.
 */
function serialClaim({ order, pValue, residuals }: ArTest): Claim[] {
  const expected = residuals === 'differenced' ? 1 : 0;
  if (order <= expected) return [];
  return [
    {
      name: say('AR({})', order),
      hypothesis: 'serially uncorrelated errors',
      pValue,
      ifRejected: say('Lags up to {} are not valid instruments.', order),
    },
  ];
}

/** `; 51 instruments for 140 units`. */
function instrumentWords(result: FitResult): Phrase {
  const { rankInstruments, ngroups } = result;
  if (rankInstruments === undefined || ngroups === undefined) return '';
  if (!has(result).unitErrors) return '';
  return say('; {} for {}', plural(rankInstruments, 'instrument'), plural(ngroups, 'unit'));
}
