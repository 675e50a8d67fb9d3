/** Errors of models that the command line reads, in English. */
import { adviceOn } from '../methods.js';
import { says } from '../../told.js';

interface InFile {
  readonly file: string;
}

export const noModels = says(
  'bad-value/models-none',
  (_: InFile) => 'models: expected a list of models, found none; write each after "- "',
);
export const modelNoKeys = says(
  'bad-value/models-item',
  ({ place, found }: InFile & { readonly place: number; readonly found: unknown }) =>
    `models[${place}]: expected keys and values, found ${JSON.stringify(found)}`,
);
export const modelTwice = says(
  'bad-value/models-twice',
  ({ name }: InFile & { readonly name: string }) =>
    `models: expected each name once, found "${name}" twice; rename one`,
);
export const severalModels = says(
  'bad-value/models-several',
  ({ names }: InFile & { readonly names: readonly string[] }) =>
    `models: expected one model, found ${names.length}; choose one of ${names.join(', ')} by --model`,
);

export interface UnknownModel {
  readonly path: 'model';
  readonly found: string;
  readonly names: readonly string[];
  readonly file: string;
}

export const unknownModel = says(
  'bad-value/model-choice',
  ({ names, file, found }: UnknownModel) =>
    `expected one of ${names.join(', ')} in ${file}, found ${found}`,
);

export interface WrongOverride {
  readonly path: string;
  readonly found: unknown;
  /** The part of the path that exists. */
  readonly way: string;
  /** The last item of the list at `way`; undefined if it is not a list. */
  readonly most: number | undefined;
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
export const wrongOverride = says('bad-value/set', ({ path, found, way, most }: WrongOverride) => {
  const expected = most === undefined ? `keys in ${way}` : `an item of ${way} from 0 to ${most}`;
  return `--set ${path}: expected ${expected}, found ${shown(found)}; set ${way} as a whole`;
});

export interface UnknownEstimator {
  readonly path: 'estimator';
  readonly found: string;
  readonly names: readonly string[];
  /** A method of another program that it names. */
  readonly method: string | undefined;
}

export const unknownEstimatorOption = says(
  'unknown-estimator/option',
  ({ names, found, method }: UnknownEstimator) => {
    const advice = adviceOn(method);
    return `expected one of ${names.join(', ')}, found ${found}${advice === undefined ? '' : `; ${advice}`}`;
  },
);

export interface NotDynamic {
  readonly estimator: string;
  readonly dynamic: readonly string[];
  readonly hasInstruments: boolean;
}

export const notDynamic = says(
  'not-dynamic/command',
  ({ estimator, dynamic, hasInstruments }: NotDynamic) => {
    const expected = dynamic.join(' or ');
    const advice = hasInstruments
      ? 'wasmetrics fit prints the tests of its instruments'
      : `name a model whose estimator is ${expected}`;
    return `expected a dynamic panel model (estimator: ${expected}), found estimator: ${estimator}; ${advice}`;
  },
);

interface WrongText {
  readonly found: string;
}

export const badTestedSet = says(
  'bad-option/set',
  (_: WrongText) => 'Expected NAME: vars VARS[; diff|level] or NAME: groups GROUP[; diff|level].',
);
export const badGmmGroup = says(
  'bad-option/gmm',
  (_: WrongText) =>
    'Expected VARS,A:B[,collapse][,passthru][,fd|fod][,diff|level|both], as in "n w,2:4".',
);
export const clustersTwice = says(
  'bad-option/cluster',
  (_: { readonly found: unknown }) =>
    'expected clusters in one option, found those of --vcov as well; omit one',
);
export const noTableKeys = says(
  'bad-value/table-spec',
  (_: { readonly file: string | undefined }) =>
    'expected keys such as keep, labels and stats, found a value without keys',
);
export const unnamedWeights = says(
  'bad-option/weights',
  'expected what the weights of column {column} mean, as in {column}:analytic (inverse variances), {column}:frequency (counts of equal rows) or {column}:probability (sampling)',
);
