/** What the columns of a data file may be in a model, and the commands that come next. */
import { type describeData } from '../../bindings/entries/data.js';
import { shellWord } from '../../bindings/entries/report.js';
import { InputError } from '../../bindings/index.js';
import { starterStudy, type StarterStudy } from '../../bindings/entries/study.js';
import { type ColumnKinds, notices } from '../../bindings/words/errors/program/notices.js';
import { type Host, notice } from '../host.js';
import type { ReaderKeys } from './reader-options.js';

type Described = Awaited<ReturnType<typeof describeData>>;
/** Options that say how numbers are written. */
interface NumberKeys {
  readonly decimal?: string;
  readonly thousands?: string;
  readonly percent?: true;
  readonly marks?: true;
  readonly missing?: readonly string[];
}
type Data = Parameters<typeof starterStudy>[0];

interface Lead {
  readonly data: Data;
  readonly result: Described;
  /** The options with which the file is read. */
  readonly reader: ReaderKeys;
}

/** Skewness from which a positive column is said to be skewed. */
const SKEWED = 1;
/** Most columns that are named of a kind. */
const MOST = 8;

/** Says the panel, the kinds of columns, and the next commands, which can be typed as they are. */
export async function leadOn(
  host: Host,
  path: string,
  { data, result, reader }: Lead,
): Promise<void> {
  const keys = keysOf(result);
  const read =
    Object.keys(reader).length === 0 ? [] : ['--read', shellWord(JSON.stringify(reader))];
  const file = [shellWord(path), ...read];
  if (keys.length > 0) return say(host, ['describe', ...file, ...keys]);
  const starter = await started(data, path);
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
  ]);
  say(host, ['init', ...file]);
}

function say(host: Host, words: readonly string[]): void {
  notice(host, notices.next({ command: `npx wasmetrics ${words.join(' ')}` }));
}

/** The study that `init` would write; undefined for data of which it makes none. */
async function started(data: Data, path: string): Promise<StarterStudy | undefined> {
  try {
    return await starterStudy(data, { data: path });
  } catch (error) {
    if (error instanceof InputError) return undefined;
    throw error;
  }
}

/** The flags with which columns of text become numbers and dates. */
function keysOf({ warnings, columns }: Described): string[] {
  const all: NumberKeys = Object.assign({}, ...warnings.map(numberKeys)) as NumberKeys;
  const missing = [...new Set(warnings.flatMap((one) => numberKeys(one).missing ?? []))];
  const types = Object.entries(dateTypesOf(columns)).map(([name, type]) => `${name}=${type}`);
  const { decimal, thousands, percent, marks } = all;
  return [
    ...(decimal === undefined ? [] : ['--decimal', shellWord(decimal)]),
    ...(thousands === undefined ? [] : ['--thousands', shellWord(thousands)]),
    ...(percent === true ? ['--percent'] : []),
    ...(marks === true ? ['--marks'] : []),
    ...(missing.length === 0 ? [] : ['--missing', shellWord(missing.join(','))]),
    ...(types.length === 0 ? [] : ['--types', shellWord(types.join(','))]),
  ];
}

/** The types of columns whose texts are dates that can be read in one way only. */
export function dateTypesOf(columns: Described['columns']): Readonly<Record<string, string>> {
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

function numberKeys({ detail }: Described['warnings'][number]): NumberKeys {
  const { keys, hint } = (detail ?? {}) as {
    readonly keys?: NumberKeys;
    readonly hint?: { readonly kind: string; readonly keys?: NumberKeys };
  };
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
