/** First stages, strength and validity of instruments. */
import { isRobust as hasRobust } from '../../../models/covariances/registry.js';
import { has } from '../../../models/registry.js';
import type { Critical, FirstStage, FitResult, RobustSets, Tests } from '../../../results/fit.js';
import { empty, left, maybe, notes, number, rights, table, verbatim } from '../../tables/blocks.js';
import type { Block, Cell } from '../../tables/draft.js';
import { digits, percent, pValue, short, statistic } from '../../../words/text/format.js';
import { full, inForms, longer, summary } from '../../tables/forms.js';
import { fixed } from '../../../words/text/rounding.js';
import { setWords } from '../words/confidence-set.js';
import { isExactlyIdentified } from '../words/instruments.js';
import { distribution, testLine, type TestLine } from './specification-tests.js';
import { because, list, type Said, say, type Word } from '../../../words/phrase.js';

/** What is said of one endogenous regressor, or of several. */
const ofOne = {
  unidentified: '{} is not identified',
  noEffect: '{} has no effect',
  exogenous: '{} is exogenous',
} as const;
const ofMany = {
  unidentified: 'regressors are not identified',
  noEffect: 'regressors have no effect',
  exogenous: 'regressors are exogenous',
} as const;

function claim({ endogenous = [] }: FitResult, what: keyof typeof ofOne): Said {
  const [name = ''] = endogenous;
  return endogenous.length === 1 ? say(ofOne[what], name) : say(ofMany[what]);
}

/** With a robust covariance, the versions for homoskedastic errors are marked. */
const cautioned = (said: Said, isMarked: boolean) =>
  isMarked ? say('{} (not robust)', said) : said;

/**
 * Tests of strength, identification, validity and endogeneity, one line each; none for models without instruments.
 * Short forms show one test per hypothesis, the robust one if the covariance is robust. With one endogenous regressor
 * its first-stage F tests identification.
 */
export function identificationTests(result: FitResult): TestLine[] {
  const { tests } = result;
  const robust = isRobust(result);
  const identified = (result.endogenous ?? []).length === 1 ? full : longer;
  const unidentified = claim(result, 'unidentified');
  const noEffect = claim(result, 'noEffect');
  return [
    ...inForms(summary, strengthLines(result)),
    ...inForms(
      robust ? full : identified,
      testLine('Anderson LM', cautioned(unidentified, robust), tests.anderson),
    ),
    ...(robust
      ? inForms(identified, testLine('Kleibergen-Paap', unidentified, tests.kleibergenPaapLM))
      : []),
    ...validityTests(result),
    ...(tests.cTests ?? []).flatMap(({ instruments, test }) =>
      testLine('C', say('{} valid, if the others are', instruments.join(' ')), test),
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
      testLine('first-stage SW F', say('{} is not identified', endogenous), swF),
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
      hypothesis: say('weak instruments (bias > {})', bias),
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
      ...testLine('LR', say('valid instruments (LIML, not robust)'), tests.andersonRubinLR),
      ...testLine('Basmann F', say('valid instruments (LIML, not robust)'), tests.basmannF),
    ]);
  }
  return [
    ...inForms(full, testLine('Basmann', say('valid instruments (not robust)'), tests.basmann)),
    ...inForms(
      isRobust(result) && !isExactlyIdentified(tests) ? longer : full,
      testLine('Wooldridge score', say('valid instruments (robust)'), tests.wooldridgeScore),
    ),
  ];
}

function endogeneityTests(result: FitResult): TestLine[] {
  const { durbin, wuHausman, robustScore, robustRegressionF } = result.tests;
  const robust = isRobust(result) && robustRegressionF !== undefined;
  const exogenous = claim(result, 'exogenous');
  return [
    ...inForms(full, testLine('Durbin', cautioned(exogenous, robust), durbin)),
    ...inForms(
      robust ? full : longer,
      testLine('Wu-Hausman', cautioned(exogenous, robust), wuHausman),
    ),
    ...inForms(full, testLine('robust score', say('{} (Wooldridge)', exogenous), robustScore)),
    ...inForms(robust ? longer : full, testLine('robust Wu-Hausman', exogenous, robustRegressionF)),
  ];
}

/** A row per endogenous variable with the strength of its instruments, and confidence sets that do not depend on it. */
export function firstStageBlocks(result: FitResult): Block[] {
  const { firstStage = [] } = result.tests;
  const columns = [
    left('first stage'),
    ...rights('partial F', 'under null', 'p', 'partial R2', 'Shea R2', 'SW F', 'root MSE'),
  ];
  const share = (x: number) => fixed(x, 4);
  const rows = firstStage.map((stage) => ({
    cells: [
      verbatim(stage.endogenous),
      ...strengthCells(stage),
      number(stage.partialR2, share),
      number(stage.sheaR2, share),
      maybe(stage.swF.stat, statistic),
      number(stage.rmse, digits),
    ],
  }));
  return [...table('First stages', columns, rows), ...notes(strengthNotes(result))];
}

function strengthCells({ partialF }: FirstStage): Cell[] {
  if (partialF.stat === null) return [maybe(null, statistic), empty, empty];
  const { stat, df, pValue: p } = partialF;
  return [number(stat, statistic), verbatim(distribution(df)), number(p, pValue)];
}

/** Statistics that are compared with tables of critical values, and sets of coefficients. */
function strengthNotes(result: FitResult): Said[] {
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

function craggDonaldNotes({ craggDonald }: Tests): Said[] {
  if (craggDonald === undefined) return [];
  const known = Object.entries(stockYogoNames).flatMap(([key, name]) => {
    const values = craggDonald.criticalValues[key as keyof typeof stockYogoNames];
    return values === undefined ? [] : [say('{} {}', say(name), criticalWords(values))];
  });
  const critical =
    known.length === 0
      ? say('Stock and Yogo tabulate no critical values')
      : say('Stock-Yogo critical values: {}', list(known, '; '));
  return [say('Cragg-Donald F: {}; {}', statistic(craggDonald.stat), critical)];
}

function kleibergenPaapNotes({ kleibergenPaapF }: Tests): Said[] {
  if (kleibergenPaapF === undefined) return [];
  const { stat } = kleibergenPaapF;
  if (stat === null) {
    return [say('Kleibergen-Paap F: not available: {}', because(kleibergenPaapF))];
  }
  return [say('Kleibergen-Paap F: {} (robust; it has no critical values)', statistic(stat))];
}

function effectiveNotes({ effectiveF }: Tests): Said[] {
  if (effectiveF === undefined) return [];
  const { stat, dfEffective, criticalValues } = effectiveF;
  const { tsls, liml } = criticalValues;
  return [
    say(
      'effective F: {} with {} effective degrees of freedom; critical values: bias of 2SLS {}; bias of LIML {}',
      statistic(stat),
      short(dfEffective),
      criticalWords(tsls),
      criticalWords(liml),
    ),
  ];
}

function tfNotes({ tF }: Tests): Said[] {
  if (tF === undefined) return [];
  const { criticalValue, adjustment } = tF;
  if (criticalValue === null || adjustment === null) {
    return [say('tF: not available: {}', because(tF))];
  }
  return [
    say(
      'tF: 5% critical value {}; multiply the standard error by {}',
      short(criticalValue, 3),
      short(adjustment, 3),
    ),
  ];
}

/** `10% 19.93, 15% 11.59`. */
function criticalWords(values: Critical): string {
  return Object.entries(values)
    .map(([share, value]) => `${share}% ${fixed(value, 2)}`)
    .join(', ');
}

function setNotes({ variable, level, ar, k, clr, arProjection }: RobustSets): Said[] {
  const sets = [
    ['AR', ar],
    ['K', k],
    ['CLR', clr],
    ['projected AR', arProjection],
  ] as const satisfies readonly (readonly [Word, unknown])[];
  const known = sets.flatMap(([name, set]) =>
    set === undefined ? [] : [say('{} {}', say(name), setWords(set))],
  );
  if (known.length === 0) return [];
  return [say('{} confidence sets of {}: {}', percent(level), variable, list(known, '; '))];
}
