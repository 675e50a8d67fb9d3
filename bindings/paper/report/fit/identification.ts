/** First stages, strength and validity of instruments. */
import { isRobust as hasRobust } from '../../../models/covariances/registry.js';
import { has } from '../../../models/registry.js';
import type { Critical, FirstStage, FitResult, RobustSets, Tests } from '../../../results/fit.js';
import { empty, left, maybe, notes, number, right, table, words } from '../../tables/blocks.js';
import type { Block, Cell } from '../../tables/document.js';
import { digits, percent, pValue, short, statistic } from '../../../words/text/format.js';
import { full, inForms, longer, summary } from '../../tables/forms.js';
import { fixed } from '../../../words/text/rounding.js';
import { setWords } from '../words/confidence-set.js';
import { isExactlyIdentified } from '../words/instruments.js';
import { distribution, testLine, type TestLine } from './specification-tests.js';

const valid = 'valid instruments';

/** `w is`, `regressors are`. */
function subject({ endogenous = [] }: FitResult, verb: readonly [one: string, many: string]) {
  return endogenous.length === 1 ? `${endogenous[0]} ${verb[0]}` : `regressors ${verb[1]}`;
}

/**
 * Tests of strength, identification, validity and endogeneity, one line each; none for models without instruments.
 * Short forms show one test per hypothesis, the robust one if the covariance is robust. With one endogenous regressor
 * its first-stage F tests identification.
 */
export function identificationTests(result: FitResult): TestLine[] {
  const { tests } = result;
  const robust = isRobust(result);
  const identified = (result.endogenous ?? []).length === 1 ? full : longer;
  const unidentified = `${subject(result, ['is', 'are'])} not identified`;
  const caution = robust ? ' (not robust)' : '';
  const noEffect = `${subject(result, ['has', 'have'])} no effect`;
  return [
    ...inForms(summary, strengthLines(result)),
    ...inForms(
      robust ? full : identified,
      testLine('Anderson LM', `${unidentified}${caution}`, tests.anderson),
    ),
    ...(robust
      ? inForms(identified, testLine('Kleibergen-Paap', unidentified, tests.kleibergenPaapLM))
      : []),
    ...validityTests(result),
    ...(tests.cTests ?? []).flatMap(({ instruments, test }) =>
      testLine('C', `${instruments.join(' ')} valid, if the others are`, test),
    ),
    ...endogeneityTests(result),
    ...testLine('Anderson-Rubin', noEffect, tests.andersonRubin),
    ...inForms(full, testLine('Kleibergen K', noEffect, tests.kleibergenK)),
    ...inForms(full, testLine('Moreira CLR', noEffect, tests.clr)),
  ];
}

/** True for a robust covariance. With an unadjusted one, some tests equal their non-robust versions. */
export function isRobust({ vcov }: FitResult): boolean {
  return hasRobust(vcov);
}

/** The worst-case bias, in per cent, of the critical values in short forms. */
const BIAS = '10';

/** The effective F, and its 5% critical value for a bias of `BIAS` per cent of the estimator. */
export function effectiveStrength({ tests, kappa = 1 }: FitResult) {
  if (tests.effectiveF === undefined) return undefined;
  const { stat, criticalValues } = tests.effectiveF;
  const critical = (kappa === 1 ? criticalValues.tsls : criticalValues.liml)[BIAS];
  return critical === undefined ? undefined : { stat, critical, bias: `${BIAS}%` };
}

/**
 * The strength of the instruments: the first stage, conditional on the other endogenous variables if there are several.
 */
function strengthLines(result: FitResult): TestLine[] {
  const { firstStage = [] } = result.tests;
  const effective = effectiveStrength(result);
  if (firstStage.length > 1) {
    return firstStage.flatMap(({ endogenous, swF }) =>
      testLine('first-stage SW F', `${endogenous} is not identified`, swF),
    );
  }
  const lines = firstStage.flatMap(({ partialF }) =>
    testLine('first-stage F', 'irrelevant instruments', partialF),
  );
  if (effective === undefined) return lines;
  const { stat, critical, bias } = effective;
  return [
    ...lines,
    {
      name: 'effective F',
      hypothesis: `weak instruments (bias > ${bias})`,
      test: { stat, pValue: NaN },
      distribution: `5%: ${fixed(critical, 2)}`,
    },
  ];
}

/**
 * Tests specific to a k-class estimator, such as those of LIML; Sargan's and Hansen's are among the tests of all
 * models.
 */
function validityTests(result: FitResult): TestLine[] {
  const { kappa, tests } = result;
  if (has(result).moments) return [];
  if (kappa !== 1) {
    return inForms(full, [
      ...testLine('LR', `${valid} (LIML, not robust)`, tests.andersonRubinLR),
      ...testLine('Basmann F', `${valid} (LIML, not robust)`, tests.basmannF),
    ]);
  }
  return [
    ...inForms(full, testLine('Basmann', `${valid} (not robust)`, tests.basmann)),
    ...inForms(
      isRobust(result) && !isExactlyIdentified(tests) ? longer : full,
      testLine('Wooldridge score', `${valid} (robust)`, tests.wooldridgeScore),
    ),
  ];
}

function endogeneityTests(result: FitResult): TestLine[] {
  const { durbin, wuHausman, robustScore, robustRegressionF } = result.tests;
  const robust = isRobust(result) && robustRegressionF !== undefined;
  const caution = robust ? ' (not robust)' : '';
  const exogenous = `${subject(result, ['is', 'are'])} exogenous`;
  return [
    ...inForms(full, testLine('Durbin', `${exogenous}${caution}`, durbin)),
    ...inForms(robust ? full : longer, testLine('Wu-Hausman', `${exogenous}${caution}`, wuHausman)),
    ...inForms(full, testLine('robust score', `${exogenous} (Wooldridge)`, robustScore)),
    ...inForms(robust ? longer : full, testLine('robust Wu-Hausman', exogenous, robustRegressionF)),
  ];
}

/** A row per endogenous variable with the strength of its instruments, and confidence sets that do not depend on it. */
export function firstStageBlocks(result: FitResult): Block[] {
  const { firstStage = [] } = result.tests;
  const headings = ['partial F', 'under null', 'p', 'partial R2', 'Shea R2', 'SW F', 'root MSE'];
  const share = (x: number) => fixed(x, 4);
  const rows = firstStage.map((stage) => ({
    cells: [
      words(stage.endogenous),
      ...strengthCells(stage),
      number(stage.partialR2, share),
      number(stage.sheaR2, share),
      maybe(stage.swF.stat, statistic),
      number(stage.rmse, digits),
    ],
  }));
  return [
    ...table('First stages', [left('first stage'), ...headings.map(right)], rows),
    ...notes(strengthNotes(result)),
  ];
}

function strengthCells({ partialF }: FirstStage): Cell[] {
  if (partialF.stat === null) return [maybe(null, statistic), empty, empty];
  const { stat, df, pValue: p } = partialF;
  return [number(stat, statistic), words(distribution(df)), number(p, pValue)];
}

/** Statistics that are compared with tables of critical values, and sets of coefficients. */
function strengthNotes(result: FitResult): string[] {
  const { tests } = result;
  return [
    ...craggDonaldNotes(tests),
    ...(isRobust(result) ? kleibergenPaapNotes(tests) : []),
    ...effectiveNotes(tests),
    ...tfNotes(tests),
    ...(tests.confidenceSets ?? []).flatMap(setNotes),
  ];
}

const stockYogoNames = {
  tslsBias: 'bias of 2SLS',
  tslsSize: 'size of 2SLS',
  limlSize: 'size of LIML',
  fullerBias: 'bias of Fuller',
} as const;

function craggDonaldNotes({ craggDonald }: Tests): string[] {
  if (craggDonald === undefined) return [];
  const known = Object.entries(stockYogoNames).flatMap(([key, name]) => {
    const values = craggDonald.criticalValues[key as keyof typeof stockYogoNames];
    return values === undefined ? [] : [`${name} ${criticalWords(values)}`];
  });
  const critical =
    known.length === 0
      ? 'Stock and Yogo tabulate no critical values'
      : `Stock-Yogo critical values: ${known.join('; ')}`;
  return [`Cragg-Donald F: ${statistic(craggDonald.stat)}; ${critical}`];
}

function kleibergenPaapNotes({ kleibergenPaapF }: Tests): string[] {
  if (kleibergenPaapF === undefined) return [];
  const { stat, reason } = kleibergenPaapF;
  if (stat === null) return [`Kleibergen-Paap F: not available: ${reason}`];
  return [`Kleibergen-Paap F: ${statistic(stat)} (robust; it has no critical values)`];
}

function effectiveNotes({ effectiveF }: Tests): string[] {
  if (effectiveF === undefined) return [];
  const { stat, dfEffective, criticalValues } = effectiveF;
  const { tsls, liml } = criticalValues;
  return [
    `effective F: ${statistic(stat)} with ${short(dfEffective)} effective degrees of freedom; critical values: bias of 2SLS ${criticalWords(tsls)}; bias of LIML ${criticalWords(liml)}`,
  ];
}

function tfNotes({ tF }: Tests): string[] {
  if (tF === undefined) return [];
  const { criticalValue, adjustment, reason } = tF;
  if (criticalValue === null || adjustment === null) return [`tF: not available: ${reason}`];
  return [
    `tF: 5% critical value ${short(criticalValue, 3)}; multiply the standard error by ${short(adjustment, 3)}`,
  ];
}

/** `10% 19.93, 15% 11.59`. */
function criticalWords(values: Critical): string {
  return Object.entries(values)
    .map(([share, value]) => `${share}% ${fixed(value, 2)}`)
    .join(', ');
}

function setNotes({ variable, level, ar, k, clr, arProjection }: RobustSets): string[] {
  const sets = [
    ['AR', ar],
    ['K', k],
    ['CLR', clr],
    ['projected AR', arProjection],
  ] as const;
  const known = sets.flatMap(([name, set]) =>
    set === undefined ? [] : [`${name} ${setWords(set)}`],
  );
  if (known.length === 0) return [];
  return [`${percent(level)} confidence sets of ${variable}: ${known.join('; ')}`];
}
