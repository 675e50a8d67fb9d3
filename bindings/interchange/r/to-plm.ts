/** A model as a script of R with plm, function pgmm (Croissant and Millo 2008). */
import { type Formula, parseFormula, parseTerms, type Term, termName } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model/model.js';
import { collapsed, folding, type Half, halvesOf } from '../halves.js';
import { allLags, laggedOf, runsOf } from '../lags.js';
import {
  checkLimits,
  checkPlainGroups,
  type Difference,
  differencesOf,
  leftOut,
  type Limit,
  limits,
  refusal,
} from '../programs.js';
import { rComments, rData, rSeries } from './r.js';

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
  ['gmm', (model) => collapsed(model) === undefined, 'groups of which only some are collapsed'],
  ['h', ({ h, system }) => h === 1 && system, 'the identity as one-step matrix of a system (h 1)'],
];

const differences: readonly Difference[] = [
  folding,
  [
    ({ system }) => system,
    'AR tests of a system: plm leaves the level residuals out of the middle term',
  ],
  [({ steps }) => steps === 1, 'sargan() after one step is neither Sargan nor Hansen here'],
  [
    ({ steps }) => steps === 2,
    'a singular weighting matrix: plm may take another generalised inverse or stop',
  ],
  [({ steps, compat }) => steps === 2 && compat !== 'plm', "sargan() is Hansen's two-step J here"],
  [
    ({ steps, vcov }) => steps === 1 && vcov.type === 'unadjusted',
    'unadjusted one-step errors: plm leaves sigma2 out',
  ],
  [
    hasOutsideInstruments,
    'instruments that are no regressors: where one is missing, plm takes 0 and keeps the row (mz: true)',
  ],
];

export function toPlm(model: DpdModel, formula: Formula): string {
  checkLimits(program, model, refused);
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
  const comments = [...differencesOf(model, differences), ...leftOut(program, model, [])];
  const robust = model.vcov.type === 'unadjusted' ? 'FALSE' : 'TRUE';
  const { unit, time } = model.panel;
  return [
    ...rComments(comments),
    'library(plm)',
    rData(model),
    `d <- pdata.frame(d, index = c(${JSON.stringify(unit)}, ${JSON.stringify(time)}))`,
    `fit <- pgmm(${lines.join(', ')})`,
    `summary(fit, robust = ${robust})`,
  ].join('\n');
}

/** Whether a row may be lost for an instrument, as those that are regressors are there wherever a row is. */
function hasOutsideInstruments({ formula, iv }: DpdModel): boolean {
  const regressors = parseFormula(formula).regressors.map(termName);
  const strict = iv.filter(({ mz }) => !mz).flatMap(({ vars }) => vars.flatMap(parseTerms));
  return strict.some((term) => !regressors.includes(termName(term)));
}

/** A system has a constant with time effects only. */
function checkIntercept({ system, timeEffects }: DpdModel, { intercept }: Formula): void {
  if (!system || intercept === timeEffects) return;
  const what = intercept
    ? 'the intercept of a system without time effects; write 0 +'
    : 'a system with time effects and no intercept';
  throw refusal(program, 'formula', what);
}

/** pgmm stops at systems with deeper lags of the regressors. */
export const deepestOfSystem = 2;

function checkDepth({ system }: DpdModel, { regressors }: Formula): void {
  const deepest = Math.max(0, ...regressors.map((term) => laggedOf(term).by));
  if (!system || deepest <= deepestOfSystem) return;
  throw refusal(program, 'formula', `lags deeper than ${deepestOfSystem} in a system`);
}

/** One-step matrices by xtabond2's number of H. */
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

/** In a system every variable has its first lagged difference in the level equation, whatever its window. */
function windows(model: DpdModel): string[] {
  const halves = halvesOf(model);
  const named = (equation: Half['equation']) => halves.filter((half) => half.equation === equation);
  const levels = named('level');
  const diffs = named('diff');
  checkOneWindow(diffs);
  if (model.system) checkLevels(diffs, levels);
  return diffs.map(({ key, of, lags: [first, last] }) => {
    return `lag(${rSeries(program, of, `${key}.vars`)}, ${first}:${last ?? allLags})`;
  });
}

/** pgmm joins the windows of a variable. */
function checkOneWindow(diffs: readonly Half[]): void {
  const names = diffs.map(({ of }) => termName(of));
  const second = diffs.find((_, i) => names.indexOf(names[i]!) < i);
  if (second === undefined) return;
  throw refusal(program, second.key, `two windows of ${termName(second.of)}`);
}

function checkLevels(diffs: readonly Half[], levels: readonly Half[]): void {
  const rule =
    'in a system other than the first lagged difference of every variable in the level equation';
  const other = levels.find(({ lags }) => lags[0] !== 1 || lags[1] !== 1);
  if (other !== undefined) throw refusal(program, `${other.key}.lags`, `instruments ${rule}`);
  const names = (halves: readonly Half[]) => halves.map(({ of }) => termName(of)).sort();
  const [left, right] = [names(diffs), names(levels)];
  if (left.length === right.length && left.every((one, i) => one === right[i])) return;
  throw refusal(program, 'gmm', `instruments ${rule}`);
}

/** A system has each ordinary instrument twice: one column for each equation. */
function ordinary(model: DpdModel): Term[] {
  const terms = { diff: [] as Term[], level: [] as Term[] };
  model.iv.forEach((group, g) => {
    const key = `iv[${g}]`;
    if (model.system && group.equation === 'both') {
      const what = 'one column in both equations; write a group for diff and one for level';
      throw refusal(program, `${key}.equation`, what);
    }
    terms[group.equation === 'level' ? 'level' : 'diff'].push(...group.vars.flatMap(parseTerms));
  });
  const names = (list: readonly Term[]) => list.map(termName).sort().join(' ');
  if (model.system && names(terms.diff) !== names(terms.level)) {
    throw refusal(program, 'iv', 'ordinary instruments of one equation');
  }
  return terms.diff;
}

/** Of windows that start deeper, pgmm takes the unit's first value as well, or leaves out periods or stops. */
function checkStarts(model: DpdModel, { regressors }: Formula): void {
  const deepest = Math.max(0, ...regressors.map((term) => laggedOf(term).by));
  const deeper = halvesOf(model).find(({ lags }) => lags[0] > deepest + 1);
  if (deeper === undefined) return;
  const what = `windows that start beyond lag ${deepest + 1}, which it misplaces`;
  throw refusal(program, `${deeper.key}.lags`, what);
}

/** Without a third part, pgmm takes regressors that have no window as their own instruments. */
function checkOrdinary(
  model: DpdModel,
  { regressors }: Formula,
  instruments: readonly Term[],
): void {
  if (instruments.length > 0) return;
  const windowed = new Set(halvesOf(model).map(({ of }) => termName(of)));
  const alone = regressors.find((term) => !windowed.has(termName(laggedOf(term).of)));
  if (alone === undefined) return;
  throw refusal(program, 'iv', `a regressor without instruments (${termName(alone)})`);
}
