/** The options of a composite index. */
import type { Command } from 'commander';
import { InputError } from '../../bindings/index.js';
import type { IndexOptions } from '../../bindings/entries/data.js';
import { badDirection, otherTargets } from '../../bindings/words/errors/program/data.js';
import { listed } from '../options/lists.js';
import { number } from '../options/numbers.js';
import { plainHeading } from '../options/report-options.js';

/** Values of the flags. */
export interface IndexFlags extends Omit<
  IndexOptions,
  'columns' | 'method' | 'targets' | 'weights'
> {
  readonly columns: readonly string[];
  readonly weights?: IndexOptions['weights'];
  readonly targets?: readonly number[];
}

/** Adds the options that define the index. */
export function withIndexOptions(command: Command): Command {
  return command
    .requiredOption(
      '--columns <names>',
      'indicators with their directions, as a:+,b:- (for pca a,b)',
      listed,
    )
    .option('--normalise <rule>', 'minmax (default), zscore, vector, target or base:PERIOD')
    .option(
      '--targets <numbers>',
      'targets of the columns, as 10,20 (default: the best values)',
      numbers,
    )
    .option('--by <column>', 'weights and scores within the groups of this column')
    .option('--rescale-by <column>', 'normalisation within the groups of this column')
    .option('--weights <list>', 'given weights, as 0.5,0.3,0.2; for topsis or a method', weightsOf)
    .option('--aggregate <rule>', 'arithmetic (default) or geometric')
    .optionsGroup('Scores:')
    .option('--shift <number>', 'number added to the normalised values (default: 0)', number)
    .option('--unshifted-scores', 'scores from the values before the shift')
    .option('--values <kind>', 'what cv takes the variation of: normalised (default) or raw')
    .option('--compat <rule>', 'ln-periods: a faulty rule in circulation; see `explain ln-periods`')
    .optionsGroup('Principal components:')
    .option('--matrix <kind>', 'what pca decomposes: correlation (default) or covariance')
    .option('--keep <rule>', 'eigenvalue>=1 (default), share:0.85, n:2 or parallel')
    .option('--score <kind>', 'variance-share (default), first or unit-variance')
    .option('--sign <rule>', 'which loadings are positive: largest (default) or sum')
    .option('--seed <number>', 'seed of the random columns of --keep parallel (default: 1)', number)
    .optionsGroup(plainHeading)
    .option('--sensitivity', 'also rank the rows under other choices');
}

/** The library's options, without commander's other options. */
export function indexOptionsOf(method: IndexOptions['method'], flags: IndexFlags): IndexOptions {
  const { normalise, time, by, rescaleBy, shift, unshiftedScores, aggregate, values } = flags;
  const { compat, matrix, keep, score, sign, seed, sensitivity } = flags;
  const columns = columnsOf(method, flags.columns);
  const names = Array.isArray(columns) ? (columns as readonly string[]) : Object.keys(columns);
  const { targets, weights } = flags;
  if (targets !== undefined && targets.length !== names.length) {
    const wrong = { path: 'targets', found: targets, columns: names.length };
    throw new InputError(otherTargets(wrong), '--targets');
  }
  return {
    method,
    columns,
    normalise,
    time,
    by,
    rescaleBy,
    shift,
    unshiftedScores,
    aggregate,
    values,
    compat,
    matrix,
    keep,
    score,
    sign,
    seed,
    sensitivity,
    targets: targets && Object.fromEntries(names.map((name, j) => [name, targets[j]!])),
    weights,
  };
}

/** Reads columns: `a:+` is a with its direction; without directions it is a list. */
function columnsOf(method: string, words: readonly string[]): IndexOptions['columns'] {
  const parts = words.map((word) => /^(.*):([+-])$/s.exec(word));
  const missing = parts.findIndex((part) => part === null);
  if (missing < 0) {
    const pairs = parts.map((part): [string, '+' | '-'] => [part![1]!, part![2] as '+' | '-']);
    const twice = pairs.find(
      ([name], place) => pairs.findIndex(([other]) => other === name) < place,
    );
    if (twice === undefined) return Object.fromEntries(pairs);
    throw directionError(twice[0], true);
  }
  if (method === 'pca' && parts.every((part) => part === null)) return words;
  throw directionError(words[missing]!, false);
}

function directionError(word: string, isTwice: boolean): InputError {
  return new InputError(badDirection({ path: 'columns', found: word, isTwice }), '--columns');
}

/** A method, or a list of numbers. */
function weightsOf(text: string): IndexOptions['weights'] {
  const isWord = /^[a-z]+$/i.test(text);
  return isWord ? (text as Extract<IndexOptions['weights'], string>) : numbers(text);
}

function numbers(text: string): number[] {
  return listed(text).map(number);
}
