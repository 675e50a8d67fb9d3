/** Covariances in Stata: `robust`, `cluster(id)`, `vce(cluster id)`, `vce(hac bartlett 4)`, `vce(bootstrap, reps(99))`. */
import type { GmmModelInput } from '../../../models/gmm/model.js';
import type { Kernel, LinearCovarianceInput } from '../../../models/linear/model/model.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../../reader.js';
import { numberOf, type Options, readSuboptions } from '../options.js';
import { readVarlist } from '../read-varlist.js';
import type { StataCommand } from './command.js';
import { commandProblem } from '../../../words/errors/interchange/commands.js';
import { commandFault } from '../../../words/errors/interchange/syntax.js';
import { note } from '../../../words/errors/interchange/notes.js';

export type VceKind = 'unadjusted' | 'robust' | 'HC2' | 'HC3' | 'cluster' | 'hac';

/** What a command says of its covariance. */
export interface Vce {
  readonly kind: VceKind;
  readonly cluster?: readonly string[];
  readonly kernel?: Kernel;
  readonly bandwidth?: number | 'auto';
  /** A bootstrap that every estimator has. */
  readonly bootstrap?: GmmModelInput['bootstrap'];
}

const words: readonly (readonly [word: string, shortest: number, kind: VceKind | 'bootstrap'])[] = [
  ['ols', 3, 'unadjusted'],
  ['unadjusted', 2, 'unadjusted'],
  ['conventional', 4, 'unadjusted'],
  ['iid', 3, 'unadjusted'],
  ['robust', 1, 'robust'],
  ['cluster', 2, 'cluster'],
  ['hc2', 3, 'HC2'],
  ['hc3', 3, 'HC3'],
  ['hac', 3, 'hac'],
  ['bootstrap', 4, 'bootstrap'],
];

/** Options of a covariance, for commands that take them. */
export const vceOptions: Options = {
  vce: { shortest: 3, argument: true },
  robust: { shortest: 1 },
  cluster: { shortest: 2, argument: true },
};

/** The covariance that the options name; undefined without one. @throws InputError `command-syntax` */
export function readVce({ flags }: StataCommand): Vce | undefined {
  const isRobust = flags.has('robust');
  const cluster = flags.get('cluster')?.argument;
  if (cluster !== undefined) return { kind: 'cluster', cluster: clusterNames(cluster) };
  const argument = flags.get('vce')?.argument;
  if (argument !== undefined) return readKind(argument);
  return isRobust ? { kind: 'robust' } : undefined;
}

/** Reads `cluster id year`, `hac bartlett 4`. */
export function readKind(argument: Reader): Vce {
  const expected = { among: words.map(([word]) => word) };
  const [word] = expect(argument, /[a-z]+[23]?/i, expected);
  const lower = word.toLowerCase();
  const kind = words.find(([full, least]) => full.startsWith(lower) && lower.length >= least)?.[2];
  if (kind === undefined) {
    const problem = commandFault.part({ expected, found: word });
    throw failure(argument, problem, argument.position - word.length);
  }
  if (kind === 'cluster') return { kind, cluster: clusterNames(argument) };
  if (kind === 'hac') return readHac(argument);
  if (kind === 'bootstrap') return readBootstrap(argument);
  if (kind === 'HC2' && !ended(argument))
    throw failure(argument, commandProblem['clustered-hc2'](), argument.position);
  if (!ended(argument)) throw unexpected(argument, 'end-of-covariance');
  return { kind };
}

/** Columns of clusters; the intersection `a#b` is no column. */
function clusterNames(argument: Reader): string[] {
  const { position: start } = argument;
  const names = readVarlist(argument, { range: '/' });
  if (!ended(argument)) throw unexpected(argument, 'cluster-column');
  const product = names.find((name) => !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(name));
  if (product === undefined) return names;
  const problem = commandProblem['cluster-product']({ product });
  throw failure(argument, problem, start);
}

const kernels: Readonly<Record<string, Kernel>> = {
  bartlett: 'bartlett',
  nwest: 'bartlett',
  parzen: 'parzen',
  gallant: 'parzen',
  quadraticspectral: 'qs',
  andrews: 'qs',
};

/** `hac bartlett 4`; `opt` selects lags by Newey and West (1994). */
function readHac(argument: Reader): Vce {
  const expected = { among: Object.keys(kernels) };
  const [word] = expect(argument, /[a-z]+/i, expected);
  const lower = word.toLowerCase();
  const name = Object.keys(kernels).find((full) => lower.length > 1 && full.startsWith(lower));
  if (name === undefined) {
    const problem = commandFault.part({ expected, found: word });
    throw failure(argument, problem, argument.position - word.length);
  }
  const lags = expect(argument, /opt\b|\d+/, 'lags-or-opt')[0];
  if (!ended(argument)) throw unexpected(argument, 'end-of-covariance');
  const bandwidth = lags === 'opt' ? 'auto' : Number(lags);
  return { kind: 'hac', kernel: kernels[name]!, bandwidth };
}

const bootstrapOptions: Options = {
  reps: { shortest: 1, argument: true },
  seed: { shortest: 4, argument: true },
  cluster: { shortest: 2, argument: true },
  nodots: { shortest: 6 },
};

/** `bootstrap, reps(500) seed(1) cluster(id)`; Stata's default is 50 replicates. */
function readBootstrap(argument: Reader): Vce {
  const flags = readSuboptions(argument, bootstrapOptions, 'bootstrap');
  const seed = numberOf(flags.get('seed'));
  const cluster = flags.get('cluster')?.argument;
  const column = cluster === undefined ? undefined : clusterNames(cluster)[0]!;
  const bootstrap = {
    scheme: column === undefined ? 'pairs' : 'cluster',
    reps: numberOf(flags.get('reps')) ?? 50,
    ...(seed === undefined ? {} : { seed }),
    ...(column === undefined ? {} : { cluster: column }),
  } as const;
  return { kind: 'unadjusted', bootstrap };
}

/** Whether a command has the small-sample factor, and whether the model has it by default. */
export interface SmallSample {
  readonly small: boolean;
  readonly byDefault: boolean;
}

/** The covariance as a key of a linear model. */
function covarianceOf(
  vce: Vce | undefined,
  { small, byDefault }: SmallSample,
): LinearCovarianceInput {
  const kind = vce?.kind ?? 'unadjusted';
  const type = kind === 'robust' ? (small ? 'HC1' : 'HC0') : kind;
  return {
    type,
    ...(vce?.cluster === undefined ? {} : { cluster: vce.cluster }),
    ...(kind === 'hac' ? { kernel: vce!.kernel, bandwidth: vce!.bandwidth } : {}),
    ...(small === byDefault ? {} : { small }),
  };
}

/** The keys `vcov` and `bootstrap`, and a note on the draws. */
export function errorKeys(command: StataCommand, vce: Vce | undefined, sample: SmallSample) {
  const isWeighted = command.weights?.type === 'probability' && vce === undefined;
  const kind = isWeighted ? ({ kind: 'robust' } as const) : vce;
  if (vce?.bootstrap !== undefined) command.notes.push(note('other-draws'));
  return {
    vcov: withOrder(command, covarianceOf(kind, sample)),
    ...(vce?.bootstrap === undefined ? {} : { bootstrap: vce.bootstrap }),
  };
}

/** `hac` of a single series that `tsset` orders. */
export function withOrder(
  { known }: StataCommand,
  vcov: LinearCovarianceInput,
): LinearCovarianceInput {
  if (vcov.type !== 'hac' || known.unit !== undefined) return vcov;
  return { ...vcov, order: known.time ?? 'year' };
}

/** Reads a number in parentheses that may be a word, such as `bw(auto)`. */
export function wordOrNumber(argument: Reader): number | 'auto' {
  const word = expect(argument, /auto\b|\d+(?:\.\d+)?/, 'number-or-auto')[0];
  if (accept(argument, /\S/) !== undefined) throw unexpected(argument, 'one-number');
  return word === 'auto' ? 'auto' : Number(word);
}
