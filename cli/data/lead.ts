/** What the columns of a data file may be in a model, and the commands that come next. */
import { describeData, type ReshapeInput } from '../../bindings/entries/data.js';
import { shellWord } from '../../bindings/entries/report.js';
import { InputError } from '../../bindings/index.js';
import {
  type StarterOptions,
  starterStudy,
  type StarterStudy,
} from '../../bindings/entries/study.js';
import { type ColumnKinds, notices } from '../../bindings/words/errors/program/notices.js';
import { type Host, notice } from '../host.js';
import { flagsOf, type NumberKeys, type SuggestedKeys } from './number-keys.js';
import type { ReaderKeys } from './reader-options.js';

type Described = Awaited<ReturnType<typeof describeData>>;
type Data = Parameters<typeof starterStudy>[0];

interface Lead {
  readonly data: Data;
  readonly result: Described;
  /** The options with which the file is read. */
  readonly reader: ReaderKeys;
  /** The key `reshape` with which the data were made. */
  readonly reshape?: ReshapeInput | undefined;
}

/** Skewness from which a positive column is said to be skewed. */
const SKEWED = 1;
/** Most columns that are named of a kind. */
const MOST = 8;

/** Says the panel, the kinds of columns, and the next commands, which can be typed as they are. */
export async function leadOn(
  host: Host,
  path: string,
  { data, result, reader, reshape }: Lead,
): Promise<void> {
  const keys = flagsOf(await readerKeysOf(data, result));
  const read =
    Object.keys(reader).length === 0 ? [] : ['--read', shellWord(JSON.stringify(reader))];
  const file = [shellWord(path), ...read];
  const shaped = reshape === undefined ? [] : ['--reshape', shellWord(JSON.stringify(reshape))];
  if (keys.length > 0) return say(host, ['describe', ...file, ...shaped, ...keys]);
  sayEither(host, ['describe', ...file, ...shaped], result.warnings);
  const starter = await started(data, { data: path, reshape });
  const guessed = starter?.reshape;
  if (guessed !== undefined) {
    notice(host, notices.reshape(guessed));
    say(host, ['describe', ...file, '--reshape', shellWord(guessed.text)]);
    return say(host, ['init', ...file]);
  }
  const kinds = kindsOf(result, starter);
  if (starter?.panel !== undefined) notice(host, notices.panel(starter.panel));
  if (Object.values(kinds).some(({ length }) => length > 0)) notice(host, notices.kinds(kinds));
  if (starter === undefined) return;
  const { formula, panel } = starter;
  const columns =
    panel === undefined ? [] : ['--unit', shellWord(panel.unit), '--time', shellWord(panel.time)];
  say(host, [
    panel === undefined ? 'ols' : 'panel',
    shellWord(path),
    shellWord(formula),
    ...columns,
    ...read,
    ...shaped,
  ]);
  say(host, ['init', ...file, ...shaped]);
}

/** Says the two commands for columns whose commas are decimals or separate thousands. */
export function sayEither(
  host: Host,
  command: readonly string[],
  warnings: readonly { readonly detail?: unknown }[],
): void {
  const isEither = warnings.some(({ detail }) => hintOf(detail)?.kind === 'comma');
  if (!isEither) return;
  for (const key of ['--thousands', '--decimal']) say(host, [...command, key, ',']);
}

/** Says the command that reads a file that was refused, if the error names a key; otherwise nothing. */
export function leadFrom(host: Host, path: string, reader: ReaderKeys, error: unknown): void {
  const keys = keysOfError(error);
  if (keys === undefined) return;
  const read = { ...reader, ...keys };
  say(host, ['describe', shellWord(path), '--read', shellWord(JSON.stringify(read))]);
}

/** The key of the reader that an error names: the encoding, the row of the names, or the last row above notes. */
export function keysOfError(error: unknown): SuggestedKeys | undefined {
  if (!(error instanceof InputError)) return undefined;
  const { likely, encoding, fixed, isNote, row, names } = error.detail;
  if (error.code === 'bad-encoding' && typeof likely === 'string') {
    return likely === encoding || fixed === true ? undefined : { encoding: likely };
  }
  if (error.code !== 'ragged-row') return undefined;
  if (isNote === true) return { lastRow: Number(row) - 1 };
  return typeof names === 'number' ? { header: names } : undefined;
}

function say(host: Host, words: readonly string[]): void {
  notice(host, notices.next({ command: `npx wasmetrics ${words.join(' ')}` }));
}

/** The study that `init` would write; undefined for data of which it makes none. */
async function started(data: Data, options: StarterOptions): Promise<StarterStudy | undefined> {
  try {
    return await starterStudy(data, options);
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/**
 * The keys of readers with which columns of text become numbers and dates: only the dates for a layout whose texts are
 * read by `reshape`, and no signs that exclude each other.
 */
export async function readerKeysOf(data: Data, described?: Described): Promise<SuggestedKeys> {
  const { warnings, columns } = described ?? (await describeData(data));
  const types = dateTypesOf(columns);
  const dates = Object.keys(types).length > 0 ? { types } : {};
  const header = warnings.find(({ code }) => code === 'title-line')?.detail;
  if (header !== undefined) return { header: (header as { names: number | number[] }).names };
  const starter = await started(data, { data: 'data' });
  if (starter?.reshape?.text === 'eurostat') return dates;
  const { decimal, thousands, ...others } = Object.assign(
    {},
    ...warnings.map(numberKeys),
  ) as NumberKeys;
  const missing = [...new Set(warnings.flatMap((one) => numberKeys(one).missing ?? []))];
  return {
    ...others,
    ...(decimal !== thousands && decimal !== undefined && { decimal }),
    ...(decimal !== thousands && thousands !== undefined && { thousands }),
    ...(missing.length > 0 && { missing }),
    ...dates,
  };
}

/** The types of columns whose texts are dates that can be read in one way only. */
function dateTypesOf(columns: Described['columns']): Readonly<Record<string, string>> {
  const types = Object.entries(columns).flatMap(([name, { dateTypes = [] }]) =>
    dateTypes.length === 1 && !/[,=]/.test(name) ? [[name, dateTypes[0]!] as const] : [],
  );
  return Object.fromEntries(types);
}

const signs: Readonly<Record<string, NumberKeys>> = {
  percent: { percent: true },
  marks: { marks: true },
  'comma-thousands': { thousands: ',' },
  'space-thousands': { thousands: ' ' },
  'apostrophe-thousands': { thousands: "'" },
  'comma-decimal': { decimal: ',' },
  'comma-decimal-point-thousands': { decimal: ',', thousands: '.' },
  'point-thousands-comma-decimal': { decimal: ',', thousands: '.' },
};

const hintOf = (detail: unknown) =>
  (detail as { readonly hint?: { readonly kind: string; readonly keys?: NumberKeys } } | undefined)
    ?.hint;

function numberKeys({ detail }: Described['warnings'][number]): NumberKeys {
  const { keys } = (detail ?? {}) as { readonly keys?: NumberKeys };
  const hint = hintOf(detail);
  const { cell, others, cells } = (detail ?? {}) as Partial<Record<'others' | 'cells', number>> & {
    readonly cell?: string;
  };
  if (hint?.kind === 'missing' && 2 * (others ?? 0) < (cells ?? 0)) return { missing: [cell!] };
  return keys ?? hint?.keys ?? signs[hint?.kind ?? ''] ?? {};
}

function kindsOf({ columns }: Described, starter: StarterStudy | undefined): ColumnKinds {
  const keys = [starter?.panel?.unit, starter?.panel?.time];
  const others = Object.entries(columns).filter(([name]) => !keys.includes(name));
  const of = (kind: keyof ColumnKinds) =>
    others.flatMap(([name, column]) => (kindOf(column) === kind ? [name] : [])).slice(0, MOST);
  return { indicators: of('indicators'), shares: of('shares'), logs: of('logs') };
}

function kindOf(column: Described['columns'][string]): keyof ColumnKinds | undefined {
  if (!('skewness' in column)) return undefined;
  const { min, max, distinct, skewness } = column;
  if (typeof min !== 'number' || typeof max !== 'number') return undefined;
  if (distinct === 2) return min === 0 && max === 1 ? 'indicators' : undefined;
  if (min >= 0 && max <= 1) return 'shares';
  return min > 0 && (skewness ?? 0) > SKEWED ? 'logs' : undefined;
}
