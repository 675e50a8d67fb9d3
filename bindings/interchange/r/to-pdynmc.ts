/**
 * A model as an R script with pdynmc (Fritsch, Pua and Schnurbus 2021). Variables are listed by role: windows of
 * endogenous variables and of the outcome start at lag 2, those of predetermined variables at lag 1. The level
 * equations of pdynmc do not reproduce xtabond2 and are rejected.
 */
import { isPlainR, rString } from '../../core/escapes/r.js';
import { type Formula, parseTerms, termName } from '../../data/index.js';
import type { DpdModel, Lags } from '../../models/dpd/model.js';
import { collapsed, folding, oneEquationGroups } from '../one-equation.js';
import { consecutive, lagsByVariable } from '../lags.js';
import {
  checkLimits,
  checkPlainGroups,
  type Difference,
  commentsOn,
  type Limit,
  iteratedErrors,
  limits,
  refusal,
} from '../programs.js';
import { rComments, rData, rVector } from './writer.js';
import { unexpressed } from '../../words/errors/interchange/exports.js';
import { unexpressedModel } from '../../words/errors/interchange/limits.js';

const program = 'pdynmc';

const refused: readonly Limit[] = [
  limits.levelAlone,
  ['system', ({ system }) => system, unexpressedModel['xtabond2-levels']],
  limits.deviations,
  limits.bridge,
  limits.step,
  limits.weights,
  limits.where,
  limits.components,
  limits.nonlinear,
  limits.cue,
  limits.clusters,
  limits.small,
  limits.windmeijerStep,
  limits.sandwich,
  ['gmm', (model) => collapsed(model) === undefined, unexpressedModel['mixed-collapse']],
];

const differences: readonly Difference[] = [
  iteratedErrors,
  folding,
  [
    ({ gmm }) => gmm.length > 1 || gmm.some(({ vars }) => vars.length > 1),
    'unbalanced panels: pdynmc uses instruments of predetermined and endogenous variables also in rows that have no equation',
  ],
  [
    ({ steps }) => steps === 1,
    'J after one step uses the one-step weight, so it differs from Hansen in wasmetrics',
  ],
];

interface Variable {
  readonly name: string;
  /** The deepest lag among the regressors. */
  readonly depth: number;
  readonly window?: Lags;
}

export function toPdynmc(model: DpdModel, formula: Formula): string {
  checkLimits(program, { model, formula }, refused);
  checkPlainGroups(program, model);
  const outcome = columnName(termName(formula.depvar), 'formula');
  const windows = windowsOf(model);
  const variables = variablesOf(formula, outcome, windows);
  const others = variables.filter(({ name }) => name !== outcome);
  const lagged = variables.find(({ name }) => name === outcome);
  if (lagged?.window?.[0] !== 2) {
    throw refusal(program, 'gmm', unexpressed['lags-of-outcome']({ outcome }));
  }
  const further = others.filter(({ window }) => window === undefined);
  checkFurther(model, further);
  const { unit, time } = model.panel;
  const args = [
    'dat = d',
    `varname.i = ${rString(unit)}, varname.t = ${rString(time)}`,
    'use.mc.diff = TRUE, use.mc.lev = FALSE, use.mc.nonlin = FALSE',
    ...(collapsed(model) === true ? ['inst.collapse = TRUE'] : []),
    `inst.stata = TRUE, include.y = TRUE, varname.y = ${rString(outcome)}, lagTerms.y = ${lagged.depth}`,
    ...(lagged.window[1] === null ? [] : [`maxLags.y = ${lagged.window[1]}`]),
    ...withRole(others),
    ...furtherArguments(further),
    ...(model.timeEffects
      ? [`include.dum = TRUE, dum.diff = TRUE, dum.lev = FALSE, varname.dum = ${rString(time)}`]
      : []),
    `w.mat = "${model.h === 1 ? 'identity' : 'iid.err'}", std.err = "${covariance(model)}"`,
    `estimation = "${{ 1: 'onestep', 2: 'twostep', iterated: 'iterative', cue: '' }[model.steps]}", opt.meth = "none"`,
  ];
  const comments = commentsOn(program, { model, formula }, differences);
  return [
    ...rComments(comments),
    'library(pdynmc)',
    rData(model),
    `fit <- pdynmc(${args.join(',\n  ')})`,
    'summary(fit)',
  ].join('\n');
}

function covariance({ vcov }: DpdModel): string {
  if (vcov.type === 'doubly-corrected') return 'dbl.corrected';
  return vcov.type === 'unadjusted' ? 'unadjusted' : 'corrected';
}

function columnName(name: string, key: string): string {
  if (isPlainR(name)) return name;
  throw refusal(program, key, unexpressed['term-column']({ term: name }));
}

function windowsOf(model: DpdModel): Map<string, Lags> {
  const windows = new Map<string, Lags>();
  for (const { key, of, lags } of oneEquationGroups(model)) {
    const name = columnName(termName(of), `${key}.vars`);
    if (windows.has(name)) throw refusal(program, key, unexpressed['two-windows']({ name }));
    if (lags[0] !== 1 && lags[0] !== 2) {
      throw refusal(program, `${key}.lags`, unexpressed['other-windows']());
    }
    windows.set(name, lags);
  }
  return windows;
}

function variablesOf(
  { regressors }: Formula,
  outcome: string,
  windows: ReadonlyMap<string, Lags>,
): Variable[] {
  const variables = lagsByVariable(regressors).map(({ of, lags }): Variable => {
    const name = columnName(termName(of), 'formula');
    const first = name === outcome ? 1 : 0;
    if (!consecutive(lags, first)) {
      throw refusal(program, 'formula', unexpressed['consecutive-from']({ name, first }));
    }
    const window = windows.get(name);
    const depth = first + lags.length - 1;
    return window === undefined ? { name, depth } : { name, depth, window };
  });
  const names = variables.map(({ name }) => name);
  const outside = [...windows.keys()].find((name) => !names.includes(name));
  if (outside === undefined) return variables;
  throw refusal(program, 'gmm', unexpressed['outside-instruments']({ names: outside }));
}

/** Regressors without a window instrument themselves. */
function checkFurther(model: DpdModel, further: readonly Variable[]): void {
  const given = lagsByVariable(model.iv.flatMap(({ vars }) => vars.flatMap(parseTerms)));
  const written = ({ name, lags }: { name: string; lags: readonly number[] }) =>
    `${name} ${[...lags].sort((a, b) => a - b).join()}`;
  const instruments = given.map(({ of, lags }) => written({ name: termName(of), lags })).sort();
  const regressors = further
    .map(({ name, depth }) =>
      written({ name, lags: Array.from({ length: depth + 1 }, (_, i) => i) }),
    )
    .sort();
  if (instruments.join('|') === regressors.join('|')) return;
  throw refusal(program, 'iv', unexpressed['other-ordinary']());
}

function withRole(variables: readonly Variable[]): string[] {
  const roles = [
    ['end', 2],
    ['pre', 1],
  ] as const;
  const parts = roles.flatMap(([role, first]) => {
    const ofRole = variables.filter(({ window }) => window?.[0] === first);
    return ofRole.length === 0 ? [] : [roleArguments(role, ofRole)];
  });
  return parts.length === 0 ? [] : ['include.x = TRUE', ...parts];
}

function roleArguments(role: string, variables: readonly Variable[]): string {
  const deepest = variables.map(({ window }) => window![1]);
  const limited = deepest.some((last) => last !== null);
  if (limited && deepest.includes(null)) {
    throw refusal(program, 'gmm', unexpressed['last-lags']());
  }
  const names = `varname.reg.${role} = ${rVector(variables.map(({ name }) => name))}`;
  const terms = `lagTerms.reg.${role} = ${rVector(variables.map(({ depth }) => depth))}`;
  const ends = limited ? `, maxLags.reg.${role} = ${rVector(deepest.map(Number))}` : '';
  return `${names}, ${terms}${ends}`;
}

function furtherArguments(further: readonly Variable[]): string[] {
  if (further.length === 0) return [];
  const names = rVector(further.map(({ name }) => name));
  const terms = rVector(further.map(({ depth }) => depth));
  return [
    'fur.con = TRUE, fur.con.diff = TRUE, fur.con.lev = FALSE',
    `varname.reg.fur = ${names}, lagTerms.reg.fur = ${terms}`,
  ];
}
