/** What to do about errors of the library, in the words of the command line. */
import { InputError } from '../../bindings/index.js';
import { readTable } from '../../bindings/entries/data.js';
import { starterStudy } from '../../bindings/entries/study.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import type { Told } from '../../bindings/words/told.js';
import { readInput } from '../io.js';
import { type Failed, numberHint } from './number-keys.js';
import type { Host } from '../host.js';
import { isDataName } from '../options/data-name.js';

/** What an error says to do next that its message does not; undefined if nothing. `args` are those of the command. */
export async function hintOf(
  error: InputError,
  args: readonly string[],
  host: Host,
): Promise<Told | undefined> {
  if (isWithoutTilde(error)) return formulaHint(args, host);
  return failureHint(error) ?? clusterHint(error) ?? numberHint(error);
}

/** The same for a part of a study, whose keys are those of a file. */
export const failureHint = (failed: Failed): Told | undefined =>
  covarianceHint(failed) ?? functionHint(failed);

/** Covariances by the words of other programs and papers, the first that fits. */
const covariances: readonly (readonly [RegExp, string])[] = [
  [/two-?way/i, 'cluster:id,year'],
  [/clust|^cr\d?|^crv/i, 'cluster:id'],
  [/driscoll|^dk|scc/i, 'driscoll-kraay:4'],
  [/newey|^nw|autocorr/i, 'hac:4'],
  [/^iid|^non-?robust|classic|convention|homosk|^ols|^standard|^none/i, 'unadjusted'],
  [/white|^hc(?!\d)|^het|huber|eicker|sandwich|robust/i, 'HC1'],
];

/** A value of a key that has none of the expected words. */
interface Mistyped extends Readonly<Record<string, unknown>> {
  readonly path?: string;
  readonly expectation?: {
    readonly detail: { readonly words?: readonly string[]; readonly type?: string };
  };
}

/** A clustered covariance in one text: `cluster:id` for the usual one, `CV2:id` and `CV3:id` by name. */
function clusteredText(expectation: Mistyped['expectation']): string {
  return `${expectation?.detail.type?.replace(/^CV1$/, 'cluster') ?? 'cluster'}:id`;
}

/** The covariance that a word of another program means, if the estimator has it. */
function covarianceHint({ code, detail }: Failed): Told | undefined {
  const { path = '', expectation, ...value } = (detail ?? {}) as Mistyped;
  const written = value['found'];
  if (code !== 'bad-value') return undefined;
  if (/vcov\.cluster$/.test(path) && written === undefined) {
    return notices.meant({ text: clusteredText(expectation) });
  }
  if (!/vcov\.type$/.test(path) || typeof written !== 'string') return undefined;
  const meant = covariances.find(([words]) => words.test(written.trim()))?.[1];
  const words = expectation?.detail.words ?? [];
  if (meant === undefined) return undefined;
  const isKnown = words.includes(meant.split(':')[0]!);
  return notices.meant({ text: isKnown ? meant : 'robust' });
}

/** What clusters by pairs of columns, as `id^year`, or by a lag may be. */
function clusterHint({ code, detail, telling }: InputError): Told | undefined {
  const column = (detail as { readonly column?: string }).column ?? '';
  const isCluster = [telling.of, telling.key].some((one) => one?.endsWith('vcov.cluster'));
  const [, one, other] = /^\s*([^\s^#*:+]+)\s*[\^#*:+]+\s*([^\s^#*:+]+)\s*$/.exec(column) ?? [];
  if (code !== 'unknown-column' || !isCluster || other === undefined) return undefined;
  return notices['cluster-pairs']({
    text: `cluster:${one},${other}`,
    command: `${one} * 10000 + ${other}`,
  });
}

/** Functions of rows before this one. */
function functionHint({ detail }: Failed): Told | undefined {
  const { problem } = (detail ?? {}) as { readonly problem?: Told };
  const { name } = (problem?.detail ?? {}) as { readonly name?: string };
  const isRunning =
    problem?.id === 'syntax-problem/function' &&
    /^(?:cum|running|roll|mov|ma$|ewm)/i.test(name ?? '');
  return isRunning ? notices['no-running']() : undefined;
}

function isWithoutTilde({ code, detail }: InputError): boolean {
  const { problem } = detail as { readonly problem?: Told };
  const { expected } = (problem?.detail ?? {}) as {
    readonly expected?: { readonly symbol?: string };
  };
  return code === 'formula-syntax' && expected?.symbol === '~';
}

/** Bytes of the largest file that is read for an example. */
const MOST_BYTES = 50_000_000;

/** A formula of the columns of the data, the outcome as it is written if there is such a column. */
async function formulaHint(args: readonly string[], host: Host): Promise<Told> {
  const path = args.find(isDataName);
  const formula = path === undefined ? undefined : await formulaOf(path, args, host);
  return notices.formula({ text: formula ?? 'y ~ x' });
}

async function formulaOf(
  path: string,
  args: readonly string[],
  host: Host,
): Promise<string | undefined> {
  try {
    const table = await readTable(await readInput(host, path, MOST_BYTES), { name: path });
    const { outcome, regressor, controls, formula } = await starterStudy(table, { data: path });
    const written = args.find((one) => table.columns.get(one)?.kind === 'number');
    const other = [regressor, outcome, ...controls].find((name) => name !== written);
    return written === undefined || other === undefined ? formula : `${written} ~ ${other}`;
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}
