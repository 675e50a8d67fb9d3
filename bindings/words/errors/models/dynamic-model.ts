/** Errors of models of dynamic panels, in English. */
import { type Numbers, says, type Texts } from '../../told.js';
import { counted } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';

export const emptySet = says(
  'empty-set',
  'the set "{set}" has no instruments; expected groups, vars and equation with instruments in common',
);
export const unknownGroup = says(
  'unknown-group',
  ({
    group,
    near,
  }: {
    readonly group: string;
    readonly groups: readonly string[];
    readonly near: Suggestion;
  }) => `no group "${group}"${suggested(near)}`,
);

export interface LagsTooDeep {
  readonly group: number;
  readonly variable: string;
  readonly from: number;
  readonly deepest: number;
  readonly periods: number;
  readonly first: number | string;
  readonly last: number | string;
}

export const lagsTooDeep = says('lags-too-deep', (detail: LagsTooDeep) => {
  const { group, variable, from, deepest, periods, first, last } = detail;
  return `gmm[${group}] takes lags of ${variable} from ${from}; expected at most ${deepest}, as the panel has ${counted(periods, 'period')}, ${first} to ${last}`;
});
export const windowTooWide = says(
  'window-too-wide',
  (detail: Texts<'variable'> & Numbers<'group' | 'lags' | 'periods'>) =>
    `gmm[${detail.group}] takes ${counted(detail.lags, 'lag')} of ${detail.variable} in ${counted(detail.periods, 'period')}; expected fewer: shorten the window, collapse it, or check panel.time and panel.step`,
);
export const twoRoles = says(
  'role-conflict/roles',
  (detail: { readonly variable: string; readonly roles: readonly string[] }) =>
    `roles: ${detail.variable} is ${detail.roles.join(' and ')}; expected one role`,
);

export interface EarlyLags {
  readonly variable: string;
  readonly role: string;
  /** The first valid lag. */
  readonly first: number;
  readonly group: number;
  /** The equation whose error the earlier ones are correlated with. */
  readonly equation: string;
  readonly found: readonly (number | null)[];
}

export const earlyLags = says('role-conflict/lags', (detail: EarlyLags) => {
  const { variable, role, first, group, equation, found } = detail;
  const earlier = equation === 'level' ? 'differences' : 'lags';
  return `gmm[${group}].lags: expected lags from ${first} on, as ${variable} is ${role} and earlier ${earlier} are correlated with the error of the ${equation} equation; found ${JSON.stringify(found)}`;
});
export const correlatedValue = says(
  'role-conflict/current',
  (detail: { readonly variable: string; readonly role: string; readonly group: number }) => {
    const { variable, role, group } = detail;
    const expected =
      role === 'predetermined' ? 'equation level, or lags under gmm' : 'lags of it under gmm';
    return `iv[${group}]: ${variable} is ${role}: its current value is correlated with the error of this equation; expected ${expected}`;
  },
);
export const noLags = says(
  'bad-value/lags',
  ({ role }: { readonly path: string; readonly role: 'exogenous' | undefined }) =>
    `expected lags, or a role that gives them, found ${role === undefined ? 'neither' : 'role exogenous, of which every lag is valid'}`,
);

const limits = {
  small: 'vcov.small, whose factor differs',
  gaps: 'gaps strict, as it takes differences across gaps',
  fod: 'transform fod, which it does not have',
  'fod-lags': 'transform fod, in which its lag(1 2) is lags [2, 3] under xtabond2',
  dpdstyle:
    'unadjusted one-step errors of a system with --dpdstyle (h 2), which use the level residuals',
  system:
    'system models, whose other instruments it splits by equation and whose AR tests leave level residuals out',
  unadjusted: 'unadjusted one-step errors',
  sigma2: 'unadjusted one-step errors, which it computes without sigma2',
  both: 'ordinary instruments of both equations, which it has in one equation each',
  iterated: 'iterated and continuously updated estimates',
  weights: 'weights',
  components: 'principal components',
  nonlinear: 'nonlinear moment conditions',
  'doubly-corrected': 'the doubly corrected covariance',
  clusters: 'clusters other than the unit',
  'one-row': 'systems over units with one complete row, which it leaves out',
  'time-effects': 'time effects and --dpdstyle (h 2) where units have gaps',
};

/** What the conventions of a program are not reproduced for. */
export type Limit = keyof typeof limits;

export const limitWords: Readonly<Record<Limit, string>> = limits;

export const notReproduced = says(
  'not-reproduced',
  ({ compat, what }: { readonly compat: string; readonly what: string; readonly limit: Limit }) =>
    `${compat} is not reproduced for ${what}; expected another model, or compat xtabond2`,
);
