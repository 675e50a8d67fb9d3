import { InputError } from '../core/errors.js';
import { suggestion } from '../data/index.js';
import type { DpdModel } from '../models/dpd/model/model.js';

/** Programs whose code a dynamic panel model can be written as. */
export const programs = ['xtabond2', 'xtdpdgmm', 'gretl', 'plm', 'pdynmc', 'pydynpd'] as const;

export type Program = (typeof programs)[number];

/** @throws InputError `unknown-program` for what is none of the programs */
export function checkProgram(name: Program): void {
  if (programs.includes(name)) return;
  const message = `unknown program ${JSON.stringify(name)}${suggestion(String(name), programs)}`;
  throw new InputError('unknown-program', message, { found: name, available: programs });
}

/** What a program cannot be asked for: the key of the model, when it applies, and what is missing. */
export type Limit = readonly [key: string, applies: (model: DpdModel) => boolean, what: string];

/** Where a program's numbers differ from those of the same model here. */
export type Difference = readonly [applies: (model: DpdModel) => boolean, text: string];

/** The error for a key that the program has no words for. */
export function refusal(program: Program, key: string, what: string): InputError {
  const message = `model: ${key}: ${program} cannot express ${what}`;
  return new InputError('not-expressed', message, { program, key });
}

/** @throws InputError `not-expressed` for the first limit that the model meets */
export function checkLimits(program: Program, model: DpdModel, limits: readonly Limit[]): void {
  const met = limits.find(([, applies]) => applies(model));
  if (met !== undefined) throw refusal(program, met[0], met[2]);
}

const ordinaryKeys = ['transform', 'passthru', 'mz'] as const;

const groupWords = {
  transform: 'a transformation of its own',
  passthru: 'untransformed instruments',
  mz: 'missing instruments that cost no row',
} as const;

/**
 * For programs whose groups have variables, lags and equations and nothing else.
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

/** Differences that hold for the model, as sentences. */
export function differencesOf(model: DpdModel, all: readonly Difference[]): string[] {
  return all.filter(([applies]) => applies(model)).map(([, text]) => text);
}

/** Limits that most programs share. */
export const limits = {
  levelAlone: [
    'transform',
    ({ transform }) => transform === 'level',
    'the level equation alone (transform level)',
  ],
  deviations: [
    'transform',
    ({ transform }) => transform === 'fod',
    'forward orthogonal deviations (transform fod)',
  ],
  bridge: [
    'gaps',
    ({ gaps }) => gaps === 'bridge',
    'differences across gaps (gaps bridge, which compat gretl sets)',
  ],
  step: [
    'panel.step',
    ({ panel }) => panel.step !== 1,
    'periods that are not 1 apart; number them in the data',
  ],
  weights: ['weights', ({ weights }) => weights !== undefined, 'weights'],
  where: ['where', ({ where }) => where !== undefined, 'a row filter; filter the data file'],
  components: ['pca', ({ pca }) => pca !== false, 'principal components of instruments'],
  nonlinear: ['nonlinear', ({ nonlinear }) => nonlinear !== false, 'nonlinear conditions'],
  iterated: ['steps', ({ steps }) => steps === 'iterated', 'iterated estimates'],
  cue: ['steps', ({ steps }) => steps === 'cue', 'continuously updated estimates'],
  clusters: ['vcov.cluster', ({ vcov }) => vcov.cluster !== undefined, 'clusters'],
  small: ['vcov.small', ({ vcov }) => vcov.small, "Stata's small-sample factor"],
  doublyCorrected: [
    'vcov.type',
    ({ vcov }) => vcov.type === 'doubly-corrected',
    'the doubly corrected covariance',
  ],
  sandwich: [
    'vcov.type',
    ({ vcov, steps }) => vcov.type === 'robust' && steps !== 1 && steps !== 'cue',
    'a robust covariance without the Windmeijer correction after the first step',
  ],
} as const satisfies Record<string, Limit>;

/** Keys that change no estimate and that the program has no words for, as a sentence for a comment. */
export function leftOut(
  program: Program,
  model: DpdModel,
  expressed: readonly (keyof DpdModel)[],
): string[] {
  const applicable: readonly (readonly [keyof DpdModel, boolean])[] = [
    ['level', model.level !== 0.95],
    ['arOrders', model.arOrders !== 2],
    ['arLevels', model.arLevels],
    ['diffHansen', model.diffHansen.length > 0],
    ['bootstrap', model.bootstrap !== undefined],
  ];
  const keys = applicable.filter(([key, is]) => is && !expressed.includes(key)).map(([key]) => key);
  const compat =
    model.compat === 'xtabond2' || model.compat === program
      ? []
      : [`compat ${model.compat}: a rule of wasmetrics only`];
  return keys.length === 0
    ? compat
    : [...compat, `not exported, as the estimates do not rest on it: ${keys.join(', ')}`];
}
