/** What commands refuse before they begin, in English: options that do not go together, and what is missing. */
import { type Lists, says, type Texts } from '../../told.js';

interface OfOption {
  readonly option: string;
}

interface OfCommand {
  readonly command: string;
}

/** Something that an option or command needs. */
export const needsBootstrap = says(
  'usage/needs-bootstrap',
  '{option} needs a bootstrap; set the key bootstrap or the option --bootstrap',
);
export const needsOption = says('usage/needs-option', '{option} needs {needed}');

/** The options of a bootstrap over specifications. */
export const needBootstrap = says(
  'usage/need-bootstrap',
  '--scheme, --seed, --ci and --p-value need --bootstrap',
);
export const publishedAlone = says(
  'usage/published',
  '--published needs --their-engine: it vouches for the engine of the bundle',
);
export const signatureAlone = says(
  'usage/signature',
  "--signature needs --signed-by, the signer's public key",
);
export const printedAlone = says(
  'usage/printed',
  '--printed needs a study file (.yaml, .yml or .json) among the files',
);
export const together = says('usage/together', '{option} cannot be used with {other}');

/** What needs all rows at once. */
export const streamsNot = says(
  'usage/stream',
  ({ reason }: { readonly reason: 'bootstrap' | 'query' | 'standard-input' | 'save' }) => {
    const what = {
      bootstrap: 'a bootstrap',
      query: 'a query',
      'standard-input': 'standard input',
      save: 'the option --save',
    };
    return `--stream cannot be used with ${what[reason]}`;
  },
);
export const confidentialData = says(
  'usage/confidential',
  '--confidential cannot be used with --data: it ships synthetic data',
);
export const checkTextJson = says(
  'usage/check-text',
  '--check-text cannot be used with --json, which prints the result of the study',
);
export const claimAndStore = says(
  'usage/claim',
  'plan: --claim cannot be used with --store; leave one out',
);
export const trustAndKey = says(
  'usage/trust',
  '--trust-queue cannot be used with a key in WASMETRICS_QUEUE_KEY; unset one',
);
export const oneOfThree = says(
  'usage/bundle',
  'expected one of --check, --seal and --outputs-only',
);
export const bundleInput = says(
  'usage/bundle-input',
  'bundle needs a file or folder, not standard input',
);
export const watchInput = says('usage/watch-input', '--watch needs a file, not standard input');
export const initInput = says('usage/init', 'expected a data file that the study can name');

/** The file or folder that a venue takes. */
export const venueTakes = says(
  'usage/venue',
  ({
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
);
export const oneTable = says(
  'usage/one-table',
  '{argument}: expected one table in the file to name {table}, found {found}',
);

export interface OneDataFile extends OfCommand {
  readonly more: readonly string[];
  /** The option that names columns. */
  readonly option: string | undefined;
}

export const oneDataFile = says('usage/one-data-file', ({ command, more, option }: OneDataFile) => {
  const advice = option === undefined ? '' : `; name columns with ${option} ${more.join(',')}`;
  return `${command}: expected one data file, found also ${more.join(' ')}${advice}`;
});

/** One model, where several were found: as many as `found`, if it is known. */
export interface OneModel {
  /** The option or command that works with one. */
  readonly subject: string;
  readonly found: number | undefined;
  readonly isEach?: boolean;
}

export const oneModel = says('usage/one-model', ({ subject, found, isEach }: OneModel) => {
  if (subject.startsWith('--')) {
    return `${subject}: expected one model with it, found ${found ?? 'several'}; choose one ${found === undefined ? 'by' : 'with'} --model`;
  }
  const each = isEach === true ? ', and plan each' : '';
  return `${subject}: expected one model, found ${found}; choose one with --model${each}`;
});
export const oneFormula = says(
  'usage/one-formula',
  '{option}: expected a formula of one model with it, found one of {found}, which would overwrite the file; run them one by one',
);
export const saveOneModel = says('usage/save', '--save needs one model; choose it with --model');
export const notHypothesis = says(
  'usage/adjust',
  '--adjust: expected hypotheses that a coefficient is 0, found {found}',
);
export const setResult = says(
  'usage/set-result',
  '--set: expected a model, found the result {path}; name its model file',
);

/** What a saved result lacks. */
export const resultLacks = says(
  'usage/result',
  ({ subject, lacks }: { readonly subject: string; readonly lacks: 'data' | 'replicates' }) => {
    const needs = subject.startsWith('--') ? 'needs model files' : 'needs a model file';
    return `${subject} ${needs}, as a saved result ${lacks === 'data' ? 'carries no data' : 'has no replicates'}`;
  },
);
export const noModel = says(
  'usage/no-model',
  "missing required argument 'model', or data and a formula",
);

export interface NoFormula extends OfCommand {
  readonly file: string;
  /** Whether --estimator says that a formula follows. */
  readonly isNamed: boolean;
}

export const noFormula = says('usage/no-formula', ({ command, file, isNamed }: NoFormula) => {
  const what = isNamed ? `--estimator and ${file}` : `the data file ${file}`;
  return `${command}: expected a formula such as "y ~ x" after ${what}, found none; write "${command} ${file} FORMULA", or name a model file`;
});
export const formulaOption = says(
  'usage/formula-option',
  '{option}: expected data and a formula with it, found the model file {file}; write it there or use --set',
);
export const afterModel = says(
  'usage/after-model',
  '{command}: expected no argument after the model, found {found}; write a formula with ~',
);
export const modelOfFormula = says(
  'usage/model-of-formula',
  '--model: expected a model file with it, found a formula; leave it out',
);
export const noData = says('usage/no-data', "missing required argument 'data', or --sql");
export const dataAndQuery = says(
  'usage/data-and-query',
  'expected a data file or --sql, found both: {path}',
);
export const optionOfFiles = says(
  'usage/option-of-files',
  ({ option, isModel }: OfOption & { readonly isModel: boolean }) =>
    isModel
      ? `${option} is an option of files, and data.sql reads none`
      : `${option} is an option of files, and --sql reads none; write it in the query`,
);
export const noShard = says(
  'usage/no-shard',
  'run: expected --shard, or --redis for all parts, found neither',
);
export const noAddress = says(
  'usage/no-address',
  'run: expected an address after --redis or in REDIS_URL, found neither',
);
export const planRefused = says(
  'usage/plan-command',
  'plan: expected a command that repeats work, found {command} without a bootstrap, permutations or simulations; set the key bootstrap or the option --bootstrap',
);

/** Why a folder, or the place in a bucket, cannot take a plan. */
export type PlanObstacle =
  | { readonly found: 'files'; readonly place: string }
  | { readonly found: 'plan'; readonly place: string }
  | { readonly found: 'object'; readonly place: string; readonly object: string };

export const planPlace = says('usage/plan-place', (detail: PlanObstacle) => {
  const { place } = detail;
  if (detail.found === 'files')
    return `plan: expected a new or empty folder, found files in ${place}`;
  return detail.found === 'plan'
    ? `plan: expected a folder for this plan alone, found another plan in ${place}`
    : `plan: expected nothing below ${place}, found ${detail.object}; name another folder with --store`;
});
export const ofScheduler = says(
  'usage/scheduler',
  ({ option, schedulers, found }: OfOption & Texts<'found'> & Lists<'schedulers'>) =>
    `plan: --${option} needs --for ${schedulers.join(', ')}, found ${found}; leave it out`,
);

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

export const badScriptOption = says(
  'usage/script-option',
  ({
    option,
    expected,
    found,
  }: OfOption & { readonly expected: ScriptValue; readonly found: string }) =>
    `plan: --${option}: expected ${scriptWords[expected]}, found ${JSON.stringify(found)}`,
);
