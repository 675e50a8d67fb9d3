/** A model as a gretl script with the command dpanel. */
import { isGretlName } from '../../core/escapes/gretl.js';
import { type Formula, parseTerms, type Term, termName } from '../../data/index.js';
import type { DpdModel } from '../../models/dpd/model.js';
import { collapsed, folding, oneEquationGroups } from '../one-equation.js';
import { allLags, consecutive, laggedOf } from '../lags.js';
import {
  checkLimits,
  checkPlainGroups,
  dataFileOf,
  type Difference,
  commentsOn,
  type Limit,
  limits,
  refusal,
} from '../programs.js';

import { gretlData, gretlName } from './writer.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';
import { unexpressedModel } from '../../words/errors/interchange/limits.js';
import { equationWithoutInstruments } from '../../words/errors/interchange/models.js';

const program = 'gretl';

const refused: readonly Limit[] = [
  limits.levelAlone,
  limits.deviations,
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
  ['h', ({ h }) => h === 1, unexpressedModel.identity],
];

const differences: readonly Difference[] = [
  folding,
  [
    ({ gaps }) => gaps === 'strict',
    'gaps: gretl takes differences across them (gaps: bridge); without gaps and missing values the results are the same',
  ],
  [
    ({ timeEffects, h, compat }) => (timeEffects || h === 2) && compat !== 'gretl',
    'gaps: gretl differences period dummies across them by one period, and --dpdstyle treats errors across them as uncorrelated',
  ],
  [
    ({ system, compat }) => system && compat !== 'gretl',
    'Sargan: gretl divides sigma2 by level rows, wasmetrics by differenced rows (compat: gretl)',
  ],
  [
    ({ steps, vcov, compat }) => steps === 1 && vcov.type === 'unadjusted' && compat !== 'gretl',
    'unadjusted one-step standard errors are those of wasmetrics divided by the square root of 2 (compat: gretl)',
  ],
  [
    ({ h, compat }) => h === 2 && compat !== 'gretl',
    '--dpdstyle divides sigma2 by rows minus coefficients (in a system, from level residuals) and prints the two-step J as Sargan',
  ],
];

export function toGretl(model: DpdModel, formula: Formula): string {
  checkLimits(program, { model, formula }, refused);
  checkPlainGroups(program, model);
  checkDummies(model, formula);
  const { panel } = model;
  const data = dataFileOf(model);
  const { order, others } = autoregression(formula);
  const constant = model.system && formula.intercept ? ['const'] : [];
  const regressors = [...others.map((term) => series(term, 'formula')), ...constant];
  const instruments = [...gmmTerms(model, formula), ...ordinary(model), ...constant];
  const outcome = series(formula.depvar, 'formula');
  const comments = commentsOn(program, { model, formula }, differences);
  const list = [outcome, ...regressors].join(' ');
  const command = `dpanel ${order} ; ${list} ; ${instruments.join(' ')}${options(model)}`;
  return [
    ...comments.map((text) => `# ${text}`),
    gretlData(data),
    `setobs ${gretlName(panel.unit, 'panel.unit')} ${gretlName(panel.time, 'panel.time')} --panel-vars`,
    command,
  ].join('\n');
}

/** Without a constant, dpanel includes a dummy of the first period. */
function checkDummies({ system, timeEffects }: DpdModel, { intercept }: Formula): void {
  if (!system || !timeEffects || intercept) return;
  throw refusal(program, 'formula', unexpressed['effects-without-intercept']());
}

/** The lags of the outcome; dpanel always includes lags 1 to p. */
function autoregression({ depvar, regressors }: Formula): { order: number; others: Term[] } {
  const name = termName(depvar);
  const isLag = (term: Term) => term.kind === 'lag' && termName(term.of) === name;
  const lags = regressors.filter(isLag).map((term) => laggedOf(term).by);
  if (lags.length === 0 || !consecutive(lags, 1)) {
    throw refusal(program, 'formula', unexpressed['consecutive-lags']({ name }));
  }
  return { order: lags.length, others: regressors.filter((term) => !isLag(term)) };
}

function series(term: Term, key: string): string {
  const { of, by } = laggedOf(term);
  if (of.kind !== 'column' || !isGretlName(of.name)) {
    throw refusal(program, key, unexpressed['dpanel-term']({ term: termName(term) }));
  }
  return by === 0 ? of.name : `${of.name}(${by > 0 ? '-' : '+'}${Math.abs(by)})`;
}

/** Without instruments of the outcome, dpanel adds them, in a system for the level equation, too. */
function gmmTerms(model: DpdModel, { depvar }: Formula): string[] {
  const groups = oneEquationGroups(model);
  const outcome = termName(depvar);
  for (const equation of model.system ? (['diff', 'level'] as const) : (['diff'] as const)) {
    const given = groups.some(
      (group) => group.equation === equation && termName(group.of) === outcome,
    );
    if (given) continue;
    throw refusal(program, 'gmm', equationWithoutInstruments({ equation, outcome }));
  }
  return groups.map(({ key, of, equation, lags }) => {
    const [first, last] = lags;
    if (first < 0) throw refusal(program, `${key}.lags`, unexpressed['leads-as-instruments']());
    const name = equation === 'level' ? 'GMMlevel' : 'GMM';
    return `${name}(${series(of, `${key}.vars`)},${first},${last ?? allLags})`;
  });
}

function ordinary(model: DpdModel): string[] {
  return model.iv.flatMap((group, g) => {
    const key = `iv[${g}]`;
    if (group.equation !== 'both' && model.system) {
      throw refusal(program, `${key}.equation`, unexpressed['one-equation']());
    }
    return group.vars.flatMap(parseTerms).map((term) => series(term, `${key}.vars`));
  });
}

function options(model: DpdModel): string {
  const flags: readonly (readonly [boolean, string])[] = [
    [model.system, 'system'],
    [model.timeEffects, 'time-dummies'],
    [model.steps === 2, 'two-step'],
    [collapsed(model) === true, 'collapse'],
    [model.vcov.type === 'unadjusted', 'asymptotic'],
    [model.h === 2 && (model.system || model.compat === 'gretl'), 'dpdstyle'],
  ];
  return flags.map(([given, name]) => (given ? ` --${name}` : '')).join('');
}
