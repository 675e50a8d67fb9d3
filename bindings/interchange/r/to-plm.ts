/** A model as an R script with pgmm() of plm (Croissant and Millo 2008). */
import { type Formula, parseFormula, parseTerms, type Term, termName } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model.js';
import { collapsed, folding, type OneEquationGroup, oneEquationGroups } from '../one-equation.js';
import { allLags, laggedOf, runsOf } from '../lags.js';
import {
  checkLimits,
  checkPlainGroups,
  type Difference,
  commentsOn,
  type Limit,
  limits,
  refusal,
} from '../programs.js';
import { rComments, rData, rSeries, rVector } from './writer.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';
import { unexpressedModel } from '../../words/errors/interchange/limits.js';
import { otherLevelInstruments } from '../../words/errors/interchange/models.js';

const program = 'plm';

const refused: readonly Limit[] = [
  limits.levelAlone,
  limits.deviations,
  limits.bridge,
  limits.step,
  limits.weights,
  limits.where,
  limits.components,
  limits.nonlinear,
  limits.iterated,
  limits.cue,
  limits.clusters,
  limits.small,
  limits.doublyCorrected,
  limits.sandwich,
  ['gmm', (model) => collapsed(model) === undefined, unexpressedModel['mixed-collapse']],
  ['h', ({ h, system }) => h === 1 && system, unexpressedModel['identity-of-system']],
];

const differences: readonly Difference[] = [
  folding,
  [
    ({ system }) => system,
    'AR tests of a system: plm omits the level residuals from the middle term',
  ],
  [
    ({ steps }) => steps === 1,
    'sargan() after one step equals neither Sargan nor Hansen of wasmetrics',
  ],
  [
    ({ steps }) => steps === 2,
    'singular weighting matrix: plm may use another generalised inverse or fail',
  ],
  [
    ({ steps, compat }) => steps === 2 && compat !== 'plm',
    "sargan() is Hansen's two-step J of wasmetrics",
  ],
  [
    ({ steps, vcov }) => steps === 1 && vcov.type === 'unadjusted',
    'unadjusted one-step standard errors: plm omits sigma2',
  ],
  [
    hasOutsideInstruments,
    'instruments that are not regressors: plm replaces missing values by 0 and keeps the row (mz: true)',
  ],
];

export function toPlm(model: DpdModel, formula: Formula): string {
  checkLimits(program, { model, formula }, refused);
  checkPlainGroups(program, { ...model, iv: model.iv.map((group) => ({ ...group, mz: false })) });
  checkIntercept(model, formula);
  checkDepth(model, formula);
  const regressors = sum(formula.regressors, 'formula');
  const instruments = ordinary(model);
  checkStarts(model, formula);
  checkOrdinary(model, formula, instruments);
  const parts = [
    regressors,
    windows(model).join(' + '),
    ...(instruments.length === 0 ? [] : [sum(instruments, 'iv')]),
  ];
  const lines = [
    `${rSeries(program, formula.depvar, 'formula')} ~ ${parts.join(' | ')}`,
    'data = d',
    `effect = "${model.timeEffects ? 'twoways' : 'individual'}"`,
    `model = "${model.steps === 1 ? 'onestep' : 'twosteps'}"`,
    `transformation = "${model.system ? 'ld' : 'd'}"`,
    ...(collapsed(model) === true ? ['collapse = TRUE'] : []),
    ...(model.h === 3 ? [] : [`fsm = "${firstStep(model)}"`]),
  ];
  const comments = commentsOn(program, { model, formula }, differences);
  const robust = model.vcov.type === 'unadjusted' ? 'FALSE' : 'TRUE';
  const { unit, time } = model.panel;
  return [
    ...rComments(comments),
    'library(plm)',
    rData(model),
    `d <- pdata.frame(d, index = ${rVector([unit, time])})`,
    `fit <- pgmm(${lines.join(', ')})`,
    `summary(fit, robust = ${robust})`,
  ].join('\n');
}

/** True if rows may be lost to missing instruments; instruments that are regressors never cost a row. */
function hasOutsideInstruments({ formula, iv }: DpdModel): boolean {
  const regressors = parseFormula(formula).regressors.map(termName);
  const strict = iv.filter(({ mz }) => !mz).flatMap(({ vars }) => vars.flatMap(parseTerms));
  return strict.some((term) => !regressors.includes(termName(term)));
}

/** In pgmm(), a system has a constant only with time effects. */
function checkIntercept({ system, timeEffects }: DpdModel, { intercept }: Formula): void {
  if (!system || intercept === timeEffects) return;
  const what = intercept
    ? unexpressed['intercept-without-effects']()
    : unexpressed['effects-without-intercept']();
  throw refusal(program, 'formula', what);
}

/** pgmm() fails if regressors of a system have deeper lags. */
export const deepestOfSystem = 2;

function checkDepth({ system }: DpdModel, { regressors }: Formula): void {
  const deepest = Math.max(0, ...regressors.map((term) => laggedOf(term).by));
  if (!system || deepest <= deepestOfSystem) return;
  throw refusal(program, 'formula', unexpressed['deep-lags']({ most: deepestOfSystem }));
}

/** One-step weights by xtabond2's number of H. */
function firstStep({ h, system }: DpdModel): string {
  if (h === 1) return 'I';
  return system ? 'GI' : 'G';
}

/** `lag(n, 1:2) + w`. */
function sum(terms: readonly Term[], key: string): string {
  const written = runsOf(terms).map(({ of, first, last }) => {
    const name = rSeries(program, of, key);
    if (first === last) return first === 0 ? name : `lag(${name}, ${first})`;
    return `lag(${name}, ${first}:${last})`;
  });
  return written.join(' + ');
}

/** In a system, every variable has its first lagged difference in the level equation, whatever its window. */
function windows(model: DpdModel): string[] {
  const groups = oneEquationGroups(model);
  const named = (equation: OneEquationGroup['equation']) =>
    groups.filter((group) => group.equation === equation);
  const levels = named('level');
  const diffs = named('diff');
  checkOneWindow(diffs);
  if (model.system) checkLevels(diffs, levels);
  return diffs.map(({ key, of, lags: [first, last] }) => {
    return `lag(${rSeries(program, of, `${key}.vars`)}, ${first}:${last ?? allLags})`;
  });
}

/** pgmm() joins the windows of a variable, so there can be one per variable. */
function checkOneWindow(diffs: readonly OneEquationGroup[]): void {
  const names = diffs.map(({ of }) => termName(of));
  const second = diffs.find((_, i) => names.indexOf(names[i]!) < i);
  if (second === undefined) return;
  throw refusal(program, second.key, unexpressed['two-windows']({ name: termName(second.of) }));
}

function checkLevels(
  diffs: readonly OneEquationGroup[],
  levels: readonly OneEquationGroup[],
): void {
  const other = levels.find(({ lags }) => lags[0] !== 1 || lags[1] !== 1);
  if (other !== undefined) throw refusal(program, `${other.key}.lags`, otherLevelInstruments());
  const names = (groups: readonly OneEquationGroup[]) =>
    groups.map(({ of }) => termName(of)).sort();
  const [left, right] = [names(diffs), names(levels)];
  if (left.length === right.length && left.every((one, i) => one === right[i])) return;
  throw refusal(program, 'gmm', otherLevelInstruments());
}

/** A system has every ordinary instrument twice: one column per equation. */
function ordinary(model: DpdModel): Term[] {
  const terms = { diff: [] as Term[], level: [] as Term[] };
  model.iv.forEach((group, g) => {
    const key = `iv[${g}]`;
    if (model.system && group.equation === 'both') {
      const what = unexpressed['both-equations']();
      throw refusal(program, `${key}.equation`, what);
    }
    terms[group.equation === 'level' ? 'level' : 'diff'].push(...group.vars.flatMap(parseTerms));
  });
  const names = (list: readonly Term[]) => list.map(termName).sort().join(' ');
  if (model.system && names(terms.diff) !== names(terms.level)) {
    throw refusal(program, 'iv', unexpressed['one-equation']());
  }
  return terms.diff;
}

/** If a window starts deeper, pgmm() adds the unit's first value, leaves out periods or fails. */
function checkStarts(model: DpdModel, { regressors }: Formula): void {
  const deepest = Math.max(0, ...regressors.map((term) => laggedOf(term).by));
  const deeper = oneEquationGroups(model).find(({ lags }) => lags[0] > deepest + 1);
  if (deeper === undefined) return;
  const what = unexpressed['deep-windows']({ most: deepest + 1 });
  throw refusal(program, `${deeper.key}.lags`, what);
}

/** If the formula has no third part, pgmm() uses regressors without a window as instruments. */
function checkOrdinary(
  model: DpdModel,
  { regressors }: Formula,
  instruments: readonly Term[],
): void {
  if (instruments.length > 0) return;
  const windowed = new Set(oneEquationGroups(model).map(({ of }) => termName(of)));
  const alone = regressors.find((term) => !windowed.has(termName(laggedOf(term).of)));
  if (alone === undefined) return;
  throw refusal(program, 'iv', unexpressed['without-instruments']({ term: termName(alone) }));
}
