/** Options for linear models. */
import { InputError } from '../../bindings/index.js';
import {
  covarianceDetail,
  covarianceHelp,
  covarianceTexts,
} from '../../bindings/entries/report.js';
import { clustersTwice, unnamedWeights } from '../../bindings/words/errors/program/models.js';
import { textIn } from '../help/texts.js';
import { helpOf, helpOfKey, keyOf, wordsOf } from './help.js';
import { partsOf } from '../options/lists.js';
import { numberOrText } from '../options/numbers.js';
import {
  type CommandOption,
  errorHeading,
  modelHeading,
  type OptionValues,
  panelHeading,
  sampleHeading,
  under,
} from './describe.js';

/** Which weights rows have, for all estimators. */
export const rowOptions: readonly CommandOption[] = [
  {
    flags: '--weights <column:type>',
    help: helpOfKey('weights', 'analytic, frequency or probability'),
  },
];

const kernel = keyOf('vcov.kernel', 'ols');
const clusters = keyOf('vcov.cluster', 'ols');

/** Options of all linear models. The small-sample factor has different defaults and is not among them. */
export const sampleOptions: readonly CommandOption[] = [
  ...under(panelHeading, [
    { flags: '--unit <column>', help: helpOfKey('panel.unit') },
    { flags: '--time <column>', help: helpOfKey('panel.time') },
  ]),
  ...under(sampleHeading, rowOptions),
  ...under(errorHeading, [
    { flags: '--order <column>', help: helpOfKey('vcov.order') },
    { flags: '--kernel <name>', words: wordsOf(kernel), help: helpOf(kernel) },
  ]),
];

/** Short forms of `--vcov` and of the effects in a formula. */
export const errorOptions: readonly CommandOption[] = [
  {
    flags: '--robust',
    help: 'the same as --vcov robust',
    excludes: ['vcov'],
    heading: errorHeading,
  },
  {
    flags: '--cluster <columns>',
    help: (_, words) => words.written(textIn(helpOf(clusters), words), words.or(['a,b', '"a b"'])),
    read: partsOf,
    heading: errorHeading,
  },
  {
    flags: '--absorb <columns>',
    help: 'absorb the effects of these columns, as after | in a formula',
    heading: modelHeading,
  },
];

/** The formula with the effects of `--absorb`, as an option in the notation of Stata. */
export function withAbsorbed(formula: string, { absorb }: OptionValues): string {
  if (typeof absorb !== 'string') return formula;
  const columns = partsOf(absorb).map((name) =>
    /^(?:(?:i\.)?[\p{L}_][\p{L}\p{N}_:#^]*|[a-z]+\(.*\)|`.*`)$/u.test(name) ? name : `\`${name}\``,
  );
  return `${formula}, absorb(${columns.join(' ')})`;
}

export const linearOptions: readonly CommandOption[] = [
  ...sampleOptions,
  ...errorOptions,
  {
    flags: '--vcov <spec>',
    words: covarianceTexts(),
    help: (_, words) => covarianceHelp(undefined, words.covariance),
    heading: errorHeading,
  },
  {
    flags: '--no-small',
    help: helpOf(keyOf('vcov.small', 'ols')),
    heading: errorHeading,
  },
];

/** `--unit id --time year`; undefined if neither column is named. */
export function panelKeys({ unit, time }: OptionValues): unknown {
  return unit === undefined && time === undefined ? undefined : { unit, time };
}

/** `emp:analytic`, split at the last colon. */
export function weightKeys({ weights }: OptionValues): unknown {
  if (typeof weights !== 'string') return undefined;
  const [, column, type] = /^(.*?)(?::([^:]*))?$/s.exec(weights)!;
  if (type === undefined) throw new InputError(unnamedWeights({ column: column! }), '--weights');
  return { column, type };
}

/** `cluster:id,year`, `hac:4`, `hac:auto`, `HC3`. */
export function covarianceKeys({ order, kernel, small, ...values }: OptionValues): unknown {
  return { ...errorKeys(values), order, kernel, small };
}

/** The type and clusters of `--vcov`, `--robust` and `--cluster`. */
export function errorKeys({ vcov, robust, cluster }: OptionValues): Dependence {
  const written = dependenceKeys(robust === true && cluster === undefined ? 'robust' : vcov);
  if (cluster === undefined) return written;
  if (written.cluster === undefined) return { type: 'cluster', ...written, cluster };
  throw new InputError(clustersTwice({ found: cluster }), '--cluster');
}

interface Dependence {
  readonly type?: string;
  readonly cluster?: unknown;
}

/** The type, and the detail after its colon under its key. */
export function dependenceKeys(spec: unknown): Dependence {
  const [, type, detail] = /^([^:]*)(?::(.*))?$/s.exec(typeof spec === 'string' ? spec : '')!;
  return {
    ...(type !== '' && { type: type! }),
    ...(detail !== undefined && detailKeys(covarianceDetail(type!) ?? 'cluster', detail)),
  };
}

function detailKeys(key: string, detail: string): object {
  return { [key]: key === 'cluster' ? partsOf(detail) : numberOrText(detail.toLowerCase()) };
}

/** Types with a number of lags, a kernel and an order. */
export function takesLags(type: string | undefined): boolean {
  return covarianceDetail(type ?? '') === 'bandwidth';
}
