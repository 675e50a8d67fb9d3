import { InputError } from '../core/errors/errors.js';
import { type Formula, suggestionOf } from '../data/index.js';
import type { DpdModel } from '../models/dpd/model.js';
import type { DataFile } from '../models/schema/data-keys.js';
import { unexpressed } from '../words/errors/interchange/exports.js';
import { unexpressedCovariance } from '../words/errors/interchange/covariance-limits.js';
import { unexpressedModel } from '../words/errors/interchange/limits.js';
import { notExpressed, unknownProgram } from '../words/errors/interchange/models.js';
import { type Told } from '../words/told.js';

/** Programs for which a dynamic panel model can be exported. */
export const dynamicPrograms = [
  'xtabond2',
  'xtdpdgmm',
  'gretl',
  'plm',
  'pdynmc',
  'pydynpd',
] as const;

/** Programs and commands for static models; `stata`, `r` and `python` choose the first that can express the model. */
// prettier-ignore
export const staticPrograms = [
  'stata', 'regress', 'areg', 'reghdfe', 'xtreg', 'ivregress', 'ivreg2', 'ivreghdfe', 'r', 'lm',
  'fixest', 'plm', 'AER', 'python', 'statsmodels', 'linearmodels', 'pyfixest', 'gretl',
] as const;

type AnyProgram = (typeof dynamicPrograms)[number] | (typeof staticPrograms)[number];

/** Programs that models are exported for and imported from. */
export const programs: readonly AnyProgram[] = [
  ...new Set([...dynamicPrograms, ...staticPrograms]),
];

export type Program = AnyProgram;

/** @throws InputError `unknown-program` */
export function checkProgram(name: unknown): asserts name is Program {
  if (programs.includes(name as Program)) return;
  const meant = suggestionOf(typeof name === 'string' ? name : '', programs);
  throw new InputError(unknownProgram({ found: name, available: programs, meant }));
}

/** A model and its parsed formula. */
export interface Parsed<M> {
  readonly model: M;
  readonly formula: Formula;
}

/** What a program cannot express: the key of the model, the models concerned, and what is missing. */
export type Limit<M = DpdModel> = readonly [
  key: string,
  applies: (model: M, formula: Formula) => boolean,
  what: () => Told,
];

/** A difference between the program's results and those of wasmetrics: the models concerned, and the difference. */
export type Difference<M = DpdModel> = readonly [
  applies: (model: M, formula: Formula) => boolean,
  text: string,
];

/** The data file of a model; models with a query have already been refused. */
export function dataFileOf({ data }: Pick<DpdModel, 'data'>): DataFile | undefined {
  return data !== undefined && 'file' in data ? data : undefined;
}

/** The error for a key that the program cannot express. */
export function refusal(program: Program, key: string, what: Told): InputError {
  return new InputError(notExpressed({ program, key, what }), { of: 'model', key });
}

/** @throws InputError `not-expressed` for the first limit that applies to the model */
export function checkLimits<M>(
  program: Program,
  { model, formula }: Parsed<M>,
  limits: readonly Limit<M>[],
): void {
  const met = limits.find(([, applies]) => applies(model, formula));
  if (met !== undefined) throw refusal(program, met[0], met[2]());
}

const ordinaryKeys = ['transform', 'passthru', 'mz'] as const;

const groupWords = {
  transform: unexpressed['group-transform'](),
  passthru: unexpressed.untransformed(),
  mz: unexpressed['instruments-as-zero'](),
} as const;

/**
 * For programs whose groups have only variables, lags and equations.
 *
 * @throws InputError `not-expressed` for the first group with `transform`, `passthru` or `mz`
 */
export function checkPlainGroups(program: Program, { gmm, iv }: DpdModel): void {
  const groups = [
    ...gmm.map((group, g) => ({ key: `gmm[${g}]`, group: { ...group, mz: false } })),
    ...iv.map((group, g) => ({ key: `iv[${g}]`, group })),
  ];
  for (const { key, group } of groups) {
    const given = ordinaryKeys.find((name) => group[name] !== undefined && group[name] !== false);
    if (given !== undefined) throw refusal(program, `${key}.${given}`, groupWords[given]);
  }
}

/** A note for iterated estimates, whose standard errors programs correct in different ways. */
export const iteratedErrors: Difference = [
  ({ steps, vcov }) => steps === 'iterated' && vcov.type === 'windmeijer',
  'standard errors of iterated estimates: wasmetrics corrects them at the fixed point, other programs by another rule',
];

/** Limits that several programs share. */
export const limits = {
  levelAlone: [
    'transform',
    ({ transform }) => transform === 'level',
    unexpressedModel['level-alone'],
  ],
  deviations: [
    'transform',
    ({ transform }) => transform === 'fod',
    unexpressedModel['forward-deviations'],
  ],
  bridge: ['gaps', ({ gaps }) => gaps === 'bridge', unexpressedModel['bridged-gaps']],
  step: [
    'panel.step',
    ({ panel }: { panel?: { step: number } | undefined }) =>
      panel !== undefined && panel.step !== 1,
    unexpressedModel['step-of-periods'],
  ],
  weights: [
    'weights',
    ({ weights }: { weights?: unknown }) => weights !== undefined,
    unexpressedCovariance.weights,
  ],
  where: ['where', ({ where }) => where !== undefined, unexpressedModel['row-filter']],
  components: ['pca', ({ pca }) => pca !== false, unexpressedModel.components],
  nonlinear: ['nonlinear', ({ nonlinear }) => nonlinear !== false, unexpressedModel.nonlinear],
  iterated: ['steps', ({ steps }) => steps === 'iterated', unexpressedModel.iterated],
  cue: ['steps', ({ steps }) => steps === 'cue', unexpressedModel.cue],
  clusters: [
    'vcov.cluster',
    ({ vcov }) => vcov.cluster !== undefined,
    unexpressedCovariance.clusters,
  ],
  small: ['vcov.small', ({ vcov }) => vcov.small, unexpressedCovariance.small],
  doublyCorrected: [
    'vcov.type',
    ({ vcov }) => vcov.type === 'doubly-corrected',
    unexpressedCovariance['doubly-corrected'],
  ],
  windmeijerStep: [
    'vcov.type',
    ({ vcov }) => vcov.type === 'windmeijer-step',
    unexpressedCovariance['windmeijer-step'],
  ],
  sandwich: [
    'vcov.type',
    ({ vcov, steps }) => vcov.type === 'robust' && steps !== 1 && steps !== 'cue',
    unexpressedCovariance.uncorrected,
  ],
} as const satisfies Record<string, Limit>;

/** Keys of models on which no estimate depends. */
interface Reporting {
  readonly level: number;
  readonly arOrders?: number;
  readonly arLevels?: boolean;
  readonly diffHansen?: readonly unknown[];
  readonly cTests?: readonly unknown[];
  readonly bootstrap?: unknown;
  readonly compat?: string;
}

/** For comments: the differences that apply to the model, and the keys that the program need not express. */
export function commentsOn<M extends Reporting>(
  program: Program,
  { model, formula }: Parsed<M>,
  differences: readonly Difference<M>[],
  expressed: readonly (keyof Reporting)[] = [],
): string[] {
  const { level, arOrders = 2, arLevels, diffHansen = [], cTests = [], bootstrap, compat } = model;
  const present: readonly (readonly [keyof Reporting, boolean])[] = [
    ['level', level !== 0.95],
    ['arOrders', arOrders !== 2],
    ['arLevels', arLevels === true],
    ['diffHansen', diffHansen.length > 0],
    ['cTests', cTests.length > 0],
    ['bootstrap', bootstrap !== undefined],
  ];
  const keys = present.filter(([key, is]) => is && !expressed.includes(key)).map(([key]) => key);
  const otherRules = compat !== undefined && compat !== 'xtabond2' && compat !== program;
  return [
    ...differences.filter(([applies]) => applies(model, formula)).map(([, text]) => text),
    ...(otherRules ? [`not exported: compat: ${compat}, an option of wasmetrics only`] : []),
    ...(keys.length > 0
      ? [`not exported, because the estimates do not depend on it: ${keys.join(', ')}`]
      : []),
  ];
}
