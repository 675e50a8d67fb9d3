/** First stages, strength and validity of instruments. */
import type { Critical, FirstStage, FitResult, RobustSets, Tests } from '../../results/fit.js';
import { empty, left, maybe, notes, number, right, table, words } from '../../tables/blocks.js';
import type { Block, Cell } from '../../tables/document.js';
import { measure, percent, pValue, short, statistic } from '../../tables/format.js';
import { setWords } from '../words/confidence-set.js';
import { distribution, testLine, type TestLine } from './specification-tests.js';

const noEffect = 'endogenous variables have no effect';
const exogenous = 'endogenous variables are exogenous';
const valid = 'valid instruments';
const unidentified = 'coefficients are not identified';

/** Tests of identification, validity and endogeneity, a line each; none for models without instruments. */
export function identificationTests(result: FitResult): TestLine[] {
  const { tests } = result;
  const kleibergenPaap = isRobust(result) ? tests.kleibergenPaapLM : undefined;
  return [
    ...validityTests(result),
    ...(tests.cTests ?? []).flatMap(({ instruments, test }) =>
      testLine('C', `${instruments.join(' ')} valid, if the others are`, test),
    ),
    ...endogeneityTests(result),
    ...testLine('Anderson LM', `${unidentified} (not robust)`, tests.anderson),
    ...testLine('KP LM', `${unidentified} (Kleibergen-Paap)`, kleibergenPaap),
    ...testLine('AR', `${noEffect} (Anderson-Rubin)`, tests.andersonRubin),
    ...testLine('K', `${noEffect} (Kleibergen)`, tests.kleibergenK),
    ...testLine('CLR', `${noEffect} (Moreira)`, tests.clr),
  ];
}

/** Some tests of unadjusted results equal those that are not robust. */
function isRobust({ vcov }: FitResult): boolean {
  return vcov.type !== 'unadjusted';
}

/** Those that go with the estimator, as LIML has other ones; Sargan's and Hansen's are among the tests of all models. */
function validityTests({ estimator, kappa, tests }: FitResult): TestLine[] {
  if (estimator !== 'iv') return [];
  if (kappa !== 1) {
    return [
      ...testLine('LR', `${valid} (LIML, not robust)`, tests.andersonRubinLR),
      ...testLine('Basmann F', `${valid} (LIML, not robust)`, tests.basmannF),
    ];
  }
  return [
    ...testLine('Basmann', `${valid} (not robust)`, tests.basmann),
    ...testLine('score', `${valid} (robust, Wooldridge)`, tests.wooldridgeScore),
  ];
}

function endogeneityTests({ tests }: FitResult): TestLine[] {
  return [
    ...testLine('Durbin', `${exogenous} (not robust)`, tests.durbin),
    ...testLine('Wu-Hausman', `${exogenous} (not robust)`, tests.wuHausman),
    ...testLine('robust score', `${exogenous} (Wooldridge)`, tests.robustScore),
    ...testLine('regression', `${exogenous} (robust)`, tests.robustRegressionF),
  ];
}

/** A row for each endogenous variable, how strong the instruments are for it, and sets that do not rest on that. */
export function firstStageBlocks(result: FitResult): Block[] {
  const { firstStage = [] } = result.tests;
  const headings = ['partial F', 'under null', 'p', 'partial R2', 'Shea R2', 'SW F', 'root MSE'];
  const share = (x: number) => x.toFixed(4);
  const rows = firstStage.map((stage) => ({
    cells: [
      words(stage.endogenous),
      ...strengthCells(stage),
      number(stage.partialR2, share),
      number(stage.sheaR2, share),
      maybe(stage.swF.stat, statistic),
      number(stage.rmse, measure),
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
    .map(([share, value]) => `${share}% ${value.toFixed(2)}`)
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
