/** First stages, strength and validity of instruments as text. */
import type {
  ConfidenceSet,
  Critical,
  FirstStage,
  FitResult,
  RobustSets,
  Tests,
} from '../results/fit.js';
import { percent, pValue, short, statistic } from '../tables/format.js';
import type { TextTable } from '../tables/table.js';
import { distribution, testRow, type TestRow } from './specification-tests.js';

const noEffect = 'endogenous variables have no effect';
const exogenous = 'endogenous variables are exogenous';
const valid = 'valid instruments';

/** Tests of identification, validity and endogeneity, a line each; none for models without instruments. */
export function instrumentTestRows(result: FitResult): TestRow[] {
  const { tests } = result;
  return [
    ...validityRows(result),
    ...(tests.cTests ?? []).flatMap(({ instruments, test }) =>
      testRow('C', `${instruments.join(' ')} valid, given the others`, test),
    ),
    ...endogeneityRows(result),
    ...testRow('Anderson LM', 'coefficients are not identified (not robust)', tests.anderson),
    ...(isRobust(result)
      ? testRow(
          'KP LM',
          'coefficients are not identified (Kleibergen-Paap)',
          tests.kleibergenPaapLM,
        )
      : []),
    ...testRow('AR', `${noEffect} (Anderson-Rubin)`, tests.andersonRubin),
    ...testRow('K', `${noEffect} (Kleibergen)`, tests.kleibergenK),
    ...testRow('CLR', `${noEffect} (Moreira)`, tests.clr),
  ];
}

/** Of the robust tests of unadjusted results some are those that are not robust. */
function isRobust({ vcov }: FitResult): boolean {
  return vcov.type !== 'unadjusted';
}

/** Those that go with the estimator: LIML has its own. Sargan's and Hansen's stand with the tests of all models. */
function validityRows({ estimator, kappa, tests }: FitResult): TestRow[] {
  if (estimator !== 'iv') return [];
  if (kappa !== 1) {
    return [
      ...testRow('LR', `${valid} (of LIML, not robust)`, tests.andersonRubinLR),
      ...testRow('Basmann F', `${valid} (of LIML, not robust)`, tests.basmannF),
    ];
  }
  return [
    ...testRow('Basmann', `${valid} (not robust)`, tests.basmann),
    ...testRow('score', `${valid} (robust, Wooldridge)`, tests.wooldridgeScore),
  ];
}

function endogeneityRows(result: FitResult): TestRow[] {
  const { tests } = result;
  return [
    ...testRow('Durbin', `${exogenous} (not robust)`, tests.durbin),
    ...testRow('Wu-Hausman', `${exogenous} (not robust)`, tests.wuHausman),
    ...testRow('robust score', `${exogenous} (Wooldridge)`, tests.robustScore),
    ...testRow('regression', `${exogenous} (robust)`, tests.robustRegressionF),
  ];
}

/** A line for each endogenous variable: how strong the instruments are for it. */
export function firstStageTable({ firstStage = [] }: Tests): TextTable {
  const share = (x: number) => x.toFixed(4);
  return {
    columns: [
      { heading: 'first stage', align: 'left' },
      ...['partial F', 'under null', 'p', 'partial R2', 'Shea R2', 'SW F', 'root MSE'].map(
        (heading) => ({ heading, align: 'right' as const }),
      ),
    ],
    rows: firstStage.map((stage) => [
      stage.endogenous,
      ...strengthCells(stage),
      share(stage.partialR2),
      share(stage.sheaR2),
      statistic(stage.swF.stat ?? NaN),
      short(stage.rmse, 6),
    ]),
  };
}

function strengthCells({ partialF }: FirstStage): string[] {
  if (partialF.stat === null) return ['.', '', ''];
  return [statistic(partialF.stat), distribution(partialF.df), pValue(partialF.pValue)];
}

/** Statistics that are compared with tables of critical values, and sets of coefficients. */
export function strengthNotes(result: FitResult): string[] {
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
  const known = Object.entries(stockYogoNames).flatMap(([key, words]) => {
    const values = craggDonald.criticalValues[key as keyof typeof stockYogoNames];
    return values === undefined ? [] : [`${words} ${criticalWords(values)}`];
  });
  const table = known.length === 0 ? 'no critical values are tabulated' : known.join('; ');
  return [`Cragg-Donald F: ${statistic(craggDonald.stat)}; Stock-Yogo: ${table}`];
}

function kleibergenPaapNotes({ kleibergenPaapF }: Tests): string[] {
  if (kleibergenPaapF === undefined) return [];
  const { stat, reason } = kleibergenPaapF;
  if (stat === null) return [`Kleibergen-Paap F: not available: ${reason}`];
  return [`Kleibergen-Paap F: ${statistic(stat)}, robust, without critical values of its own`];
}

function effectiveNotes({ effectiveF }: Tests): string[] {
  if (effectiveF === undefined) return [];
  const { stat, dfEffective, criticalValues } = effectiveF;
  return [
    `effective F: ${statistic(stat)} with ${short(dfEffective)} effective instruments; bias of 2SLS ${criticalWords(criticalValues.tsls)}; bias of LIML ${criticalWords(criticalValues.liml)}`,
  ];
}

function tfNotes({ tF }: Tests): string[] {
  if (tF === undefined) return [];
  const { criticalValue, adjustment, reason } = tF;
  if (criticalValue === null || adjustment === null) return [`tF: not available: ${reason}`];
  return [
    `tF: 5% critical value of t ${short(criticalValue, 3)}, which is a standard error ${short(adjustment, 3)} times as large`,
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
  return [`${percent(level)} sets of ${variable}: ${known.join('; ')}`];
}

/** `[-1.868, -0.649]`, `(-inf, 2.1] and [3.4, inf) (disjoint)`, `empty`. */
export function setWords({ kind, intervals, reason }: ConfidenceSet): string {
  if (kind === 'unavailable') return `not available: ${reason}`;
  if (kind === 'empty') return 'empty: no value is accepted';
  if (kind === 'everything') return 'every value';
  const words = intervals.map(([low, high]) => {
    const left = low === null ? '(-inf' : `[${short(low, 6)}`;
    const right = high === null ? 'inf)' : `${short(high, 6)}]`;
    return `${left}, ${right}`;
  });
  return `${words.join(' and ')}${kind === 'bounded' ? '' : ` (${kind})`}`;
}
