/** What commands refuse before they begin, in English: options that do not go together, and what is missing. */
import { family } from '../../family.js';
import type { Lists, Texts } from '../../told.js';

interface OfOption {
  readonly option: string;
}

interface OfCommand {
  readonly command: string;
}

export interface OneDataFile extends OfCommand {
  readonly more: readonly string[];
  /** The option that names columns. */
  readonly option: string | undefined;
}

/** One model, where several were found: as many as `found`, if it is known. */
export interface OneModel {
  /** The option or command that works with one. */
  readonly subject: string;
  readonly found: number | undefined;
  readonly isEach?: boolean;
}

export interface NoFormula extends OfCommand {
  readonly file: string;
  /** Whether --estimator says that a formula follows. */
  readonly isNamed: boolean;
}

/** Why a folder, or the place in a bucket, cannot take a plan. */
export type PlanObstacle =
  | { readonly found: 'files'; readonly place: string }
  | { readonly found: 'file'; readonly place: string }
  | { readonly found: 'plan'; readonly place: string }
  | { readonly found: 'object'; readonly place: string; readonly object: string };

/** What the options of scripts may hold. */
const scriptWords = {
  name: 'a name without blanks',
  image: 'the name of an image',
  store: 'an address s3://bucket/prefix',
  shell: 'a shell line',
  claim: 'the name of a claim, with or without a folder in its volume, such as econ/jobs/7',
  user: 'numeric ids of a user and a group, at least 1, such as 1000:1000',
  label: 'a label such as team=econ',
};

export type ScriptValue = keyof typeof scriptWords;

export const misuse = family('usage', {
  /** Something that an option or command needs. */
  'needs-bootstrap': '{option} needs a bootstrap; set the key bootstrap or the option --bootstrap',
  'needs-option': '{option} needs {needed}',
  /** The options of a bootstrap over specifications. */
  'need-bootstrap': '--scheme, --seed, --ci and --p-value need --bootstrap',
  published: '--published needs --their-engine: it vouches for the engine of the bundle',
  signature: "--signature needs --signed-by, the signer's public key",
  printed: '--printed needs a study file (.yaml, .yml or .json) among the files',
  together: '{option} cannot be used with {other}',
  /** What needs all rows at once. */
  stream: ({ reason }: { readonly reason: 'bootstrap' | 'query' | 'standard-input' | 'save' }) => {
    const what = {
      bootstrap: 'a bootstrap',
      query: 'a query',
      'standard-input': 'standard input',
      save: 'the option --save',
    };
    return `--stream cannot be used with ${what[reason]}`;
  },
  confidential: '--confidential cannot be used with --data: it ships synthetic data',
  'check-text': '--check-text cannot be used with --json, which prints the result of the study',
  claim: 'plan: --claim cannot be used with --store; leave one out',
  trust: '--trust-queue cannot be used with a key in WASMETRICS_QUEUE_KEY; unset one',
  bundle: 'expected one of --check, --seal and --outputs-only',
  'bench-input':
    'bench needs model data in a file that other programs can read, not standard input',
  'bundle-input': 'bundle needs a file or folder, not standard input',
  'watch-input': '--watch needs a file, not standard input',
  'data-not-given':
    '{file} names {data}, which is not among the files of this command; only these are opened, so name it too',
  'port-in-use': 'another program uses port {port}; name another one, or leave out --port',
  init: 'expected a data file that the study can name',
  /** The file or folder that a venue takes. */
  venue: ({
    takes,
    title,
    found,
  }: {
    readonly takes: 'folder' | 'zip';
    readonly title: string;
    readonly found: string;
  }) =>
    takes === 'folder'
      ? `--out: expected a folder, as ${title} takes no zip files, found ${found}`
      : `--out: expected a file that ends in .zip, as ${title} takes, found ${found}`,
  'one-table': '{argument}: expected one table in the file to name {table}, found {found}',
  'one-data-file': ({ command, more, option }: OneDataFile) => {
    const advice = option === undefined ? '' : `; name columns with ${option} ${more.join(',')}`;
    return `${command}: expected one data file, found also ${more.join(' ')}${advice}`;
  },
  'one-model': ({ subject, found, isEach }: OneModel) => {
    if (subject.startsWith('--')) {
      return `${subject}: expected one model with it, found ${found ?? 'several'}; choose one ${found === undefined ? 'by' : 'with'} --model`;
    }
    const each = isEach === true ? ', and plan each' : '';
    return `${subject}: expected one model, found ${found}; choose one with --model${each}`;
  },
  'one-formula':
    '{option}: expected a formula of one model with it, found one of {found}, which would overwrite the file; run them one by one',
  save: '--save needs one model; choose it with --model',
  adjust: '--adjust: expected hypotheses that a coefficient is 0, found {found}',
  'set-result': '--set: expected a model, found the result {path}; name its model file',
  /** What a saved result lacks. */
  result: ({
    subject,
    lacks,
  }: {
    readonly subject: string;
    readonly lacks: 'data' | 'replicates';
  }) => {
    const needs = subject.startsWith('--') ? 'needs model files' : 'needs a model file';
    return `${subject} ${needs}, as a saved result ${lacks === 'data' ? 'carries no data' : 'has no replicates'}`;
  },
  'no-model': "missing required argument 'model', or data and a formula",
  'no-formula': ({ command, file, isNamed }: NoFormula) => {
    const what = isNamed ? `--estimator and ${file}` : `the data file ${file}`;
    return `${command}: expected a formula such as "y ~ x" after ${what}, found none; write "${command} ${file} FORMULA", or name a model file`;
  },
  'formula-option':
    '{option}: expected data and a formula with it, found the model file {file}; write it there or use --set',
  'after-model':
    '{command}: expected no argument after the model, found {found}; write a formula with ~',
  'model-of-formula': '--model: expected a model file with it, found a formula; leave it out',
  'no-data': "missing required argument 'data', or --sql",
  'data-and-query': 'expected a data file or --sql, found both: {path}',
  'option-of-files': ({ option, isModel }: OfOption & { readonly isModel: boolean }) =>
    isModel
      ? `${option} is an option of files, and data.sql reads none`
      : `${option} is an option of files, and --sql reads none; write it in the query`,
  'no-shard': 'run: expected --shard, or --redis for all parts, found neither',
  'no-address': 'run: expected an address after --redis or in REDIS_URL, found neither',
  'plan-command':
    'plan: expected a command that repeats work, found {command} without a bootstrap, permutations or simulations; set the key bootstrap or the option --bootstrap',
  'plan-place': (detail: PlanObstacle) => {
    const { place } = detail;
    if (detail.found === 'files')
      return `plan: expected a new or empty folder, found files in ${place}`;
    if (detail.found === 'file')
      return `plan: expected a new or empty folder, found the file ${place}`;
    return detail.found === 'plan'
      ? `plan: expected a folder for this plan alone, found another plan in ${place}`
      : `plan: expected nothing below ${place}, found ${detail.object}; name another folder with --store`;
  },
  scheduler: ({ option, schedulers, found }: OfOption & Texts<'found'> & Lists<'schedulers'>) =>
    `plan: --${option} needs --for ${schedulers.join(', ')}, found ${found}; leave it out`,
  'script-option': ({
    option,
    expected,
    found,
  }: OfOption & { readonly expected: ScriptValue; readonly found: string }) =>
    `plan: --${option}: expected ${scriptWords[expected]}, found ${JSON.stringify(found)}`,
});
