/** `df.groupby("id").agg(m=("y", "mean"))` and `pd.concat([df, e])` of pandas. */
import type { Call } from '../../arguments.js';
import type { Operand } from '../../filters/filter.js';
import { acceptCall, acceptParts } from '../../r/call.js';
import { accept, ended, type Reader } from '../../reader.js';
import type { ScriptFrame } from '../../static/frame.js';
import { groupedFrame } from '../../static/groups.js';
import { withRowsOf } from '../../static/joins.js';
import { acceptMethod, pythonText, quotedText } from './arguments.js';

/** Statistics of pandas by the names that `build` has. */
const statistics: Readonly<Record<string, string>> = {
  mean: 'mean',
  sum: 'sum',
  min: 'min',
  max: 'max',
  median: 'median',
  std: 'sd',
  count: 'count',
};

type Column = readonly [name: string, of: string, statistic: string];

const textOf = (value: Reader): string | undefined => {
  const text = quotedText(value);
  return text === undefined ? undefined : pythonText(text);
};

/** `"id"` or `["id", "year"]`; undefined for another expression. */
function names(text: string): string[] | undefined {
  const inside = /^\[([^]*)\]$/.exec(text.trim())?.[1] ?? text;
  const parts = inside.split(',').map((part) => /^\s*(["'])([^"']+)\1\s*$/.exec(part)?.[2]);
  return parts.includes(undefined) ? undefined : (parts as string[]);
}

/** The frame with a row for each group; undefined for another text, and for what no expression has. */
export function groupedText(
  text: string,
  line: number,
  frameOf: (text: string) => ScriptFrame | undefined,
): ScriptFrame | undefined {
  const start = text.search(/\.\s*groupby\s*\(/);
  const frame = start < 0 ? undefined : frameOf(text.slice(0, start));
  if (frame === undefined) return undefined;
  const reader: Reader = { text, position: start };
  const by = keysOf(acceptMethod(reader)!);
  const columns = columnsOf(reader)?.map(valueOf);
  const isRead = by !== undefined && columns?.includes(undefined) === false;
  while (isRead && !ended(reader)) {
    const method = acceptMethod(reader);
    if (method?.name !== 'reset_index' || method.args.length > 0) return undefined;
  }
  if (!isRead) return undefined;
  return groupedFrame(frame, by, columns as (readonly [string, Operand])[], line);
}

/** The columns of the groups; undefined with options that change the rows. */
function keysOf({ args: [keys, ...options] }: Call): string[] | undefined {
  const isKnown = options.every(({ name = '' }) => /^(?:as_index|sort|observed)$/.test(name));
  return isKnown ? names(pythonText(keys?.value) ?? '') : undefined;
}

/** The column with its value; undefined for a statistic that no expression has. */
function valueOf([column, of, statistic]: Column): readonly [string, Operand] | undefined {
  if (!Object.hasOwn(statistics, statistic)) return undefined;
  const name = statistics[statistic]!;
  return [column, { kind: 'summary', name, of: { kind: 'column', name: of }, by: [] }];
}

/** `["y"].mean()`, `[["y", "x"]].mean()`, `.agg(m=("y", "mean"))` or `.agg({"y": "mean"})`. */
function columnsOf(reader: Reader): Column[] | undefined {
  const selected =
    accept(reader, /\[/) === undefined
      ? undefined
      : names(
          acceptParts(reader)
            .map((part) => pythonText(part)!)
            .join(','),
        );
  const method = acceptMethod(reader);
  if (method === undefined) return undefined;
  const [first, ...others] = method.args;
  if (method.name !== 'agg' && method.name !== 'aggregate') {
    return method.args.length > 0 ? undefined : selected?.map((one) => [one, one, method.name]);
  }
  if (first?.name !== undefined) return listed(method.args.map(namedPair));
  if (first === undefined || others.length > 0) return undefined;
  const word = textOf(first.value);
  if (word !== undefined) return selected?.map((one) => [one, one, word]);
  const inside = /^\{([^]*)\}$/.exec(pythonText(first.value)!)?.[1];
  return inside === undefined ? undefined : listed(inside.split(',').map(keyedPair));
}

const listed = (columns: readonly (Column | undefined)[]): Column[] | undefined =>
  columns.includes(undefined) ? undefined : (columns as Column[]);

/** `m=("y", "mean")`. */
function namedPair({ name = '', value }: Call['args'][number]): Column | undefined {
  const list = (pythonText(value) ?? '').replace(/^\(([^]*)\)$/, '[$1]');
  const [of, statistic, ...more] = names(list) ?? [];
  return statistic === undefined || more.length > 0 ? undefined : [name, of!, statistic];
}

/** `"y": "mean"`. */
function keyedPair(text: string): Column | undefined {
  const [, of, statistic] = /^\s*["']([^"']+)["']\s*:\s*["'](\w+)["']\s*$/.exec(text) ?? [];
  return of === undefined ? undefined : [of, of, statistic!];
}

/** `pd.concat([df, e], ignore_index=True)`; undefined for another text. */
export function stackedText(
  text: string,
  frames: ReadonlyMap<string, ScriptFrame>,
): ScriptFrame | undefined {
  const reader: Reader = { text, position: 0 };
  accept(reader, /(?:pd|pandas)\./);
  const call = /concat\s*\(/y.test(text.slice(reader.position)) ? acceptCall(reader) : undefined;
  if (call?.name !== 'concat' || !ended(reader)) return undefined;
  const [list, ...options] = call.args;
  if (options.some(({ name }) => !/^(?:ignore_index|sort|join)$/.test(name ?? '')))
    return undefined;
  if (options.some(({ name, value }) => name === 'join' && textOf(value) !== 'outer'))
    return undefined;
  const inside = /^\[([^]*)\]$/.exec(pythonText(list?.value) ?? '')?.[1];
  const [first, ...others] = (inside ?? '').split(',').map((name) => frames.get(name.trim()));
  return withRowsOf(first, others);
}
