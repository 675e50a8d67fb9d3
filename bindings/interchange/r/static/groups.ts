/** `group_by() |> summarise()`, `aggregate()`, `d[, .(m = mean(y)), by = id]` and `rbind()` of R. */
import type { Call } from '../../arguments.js';
import type { Filter, Operand } from '../../filters/filter.js';
import { rColumn } from '../../filters/r-values.js';
import { type ScriptFrame, withFilter } from '../../static/frame.js';
import { groupedFrame } from '../../static/groups.js';
import { withRowsOf } from '../../static/joins.js';
import { acceptCall, argumentText } from '../call.js';
import { filtered } from './filters.js';

type FrameOf = (text: string) => ScriptFrame | undefined;

const plainName = /^[\p{L}.][\p{L}\p{N}_.]*$/u;

/** The frame of a call that stacks frames or makes a row for each group; undefined for other calls. */
export function groupedBy(
  { name, args }: Call,
  line: number,
  frameOf: FrameOf,
): ScriptFrame | undefined {
  if (name === 'rbind' || name === 'bind_rows' || name === 'rbindlist')
    return stacked(args, frameOf);
  const [first, ...rest] = args;
  const inner = argumentText(first?.value) ?? '';
  if (name === 'aggregate') return aggregated(args, line, frameOf);
  const frame = frameOf(inner);
  return frame && summarised(frame, rest, line);
}

export const isGrouping = (name: string): boolean =>
  ['rbind', 'bind_rows', 'rbindlist', 'aggregate', 'summarise', 'summarize'].includes(name);

/** `rbind(d, e)` and `rbindlist(list(d, e), fill = TRUE)`. */
function stacked(args: Call['args'], frameOf: FrameOf): ScriptFrame | undefined {
  const options = args.filter(({ name }) => name !== undefined);
  if (options.some(({ name }) => name !== 'fill' && name !== 'use.names')) return undefined;
  const listed = args
    .filter(({ name }) => name === undefined)
    .map(({ value }) => argumentText(value)!);
  const [only] = listed;
  const inside = listed.length === 1 ? acceptCall({ text: only!, position: 0 }) : undefined;
  const names =
    inside?.name === 'list' ? inside.args.map(({ value }) => argumentText(value)!) : listed;
  const [first, ...others] = names.map(frameOf);
  return withRowsOf(first, others);
}

/** `summarise(m = mean(y), n = n(), .groups = "drop")` of a frame with groups, or with `.by`. */
function summarised(frame: ScriptFrame, args: Call['args'], line: number): ScriptFrame | undefined {
  const by = args.find(({ name }) => name === '.by');
  const listed = by === undefined ? undefined : argumentText(by.value)!.replace(/^c\(|\)$/g, '');
  const groups = listed?.split(',').map((name) => name.trim()) ?? frame.groups ?? [];
  const columns = args.filter(({ name }) => name !== '.by' && name !== '.groups');
  return withValues(frame, groups, columns, line);
}

function withValues(
  frame: ScriptFrame,
  groups: readonly string[],
  columns: Call['args'],
  line: number,
): ScriptFrame | undefined {
  const rows = { ...frame, groups: undefined };
  const values: (readonly [string, Operand])[] = [];
  for (const { name, value } of columns) {
    const text = argumentText(value)!;
    // An expression may name a column that was made before it.
    const words: readonly string[] = text.match(/[\p{L}.][\p{L}\p{N}_.]*/gu) ?? [];
    const isMade = values.some(([made]) => words.includes(made));
    if (name === undefined || isMade) return undefined;
    values.push([name, rColumn({ text, position: 0 }, undefined, rows)]);
  }
  return groupedFrame(rows, groups, values, line);
}

/** `aggregate(cbind(y, x) ~ id + year, data = d, FUN = mean)`, of the rows with all its columns. */
function aggregated(args: Call['args'], line: number, frameOf: FrameOf): ScriptFrame | undefined {
  const given = new Map(
    args.map(({ name, value }, i) => [name ?? ['x', 'data', 'FUN'][i] ?? '', argumentText(value)!]),
  );
  const known = ['x', 'formula', 'data', 'FUN', 'na.rm'];
  const [left, right, ...others] = (given.get('x') ?? given.get('formula') ?? '').split('~');
  const frame = frameOf(given.get('data') ?? '');
  const statistic = given.get('FUN') ?? '';
  const isRead = [...given.keys()].every((name) => known.includes(name)) && others.length === 0;
  if (!isRead || right === undefined || frame === undefined || !plainName.test(statistic))
    return undefined;
  const inside = /^\s*cbind\(([^()]*)\)\s*$/.exec(left!)?.[1] ?? left!;
  const values = inside.split(',').map((name) => name.trim());
  const by = right.split('+').map((name) => name.trim());
  if (![...values, ...by].every((name) => plainName.test(name))) return undefined;
  const of = [...values, ...by].map((name): Operand => ({ kind: 'column', name }));
  const whole: Filter = { kind: 'not', of: { kind: 'absence', of } };
  const columns = values.map((name) => ({
    name,
    value: { text: `${statistic}(${name}, na.rm = TRUE)`, position: 0 },
  }));
  const kept = withFilter(frame, whole);
  if (statistic === 'length') {
    const count: Operand = { kind: 'summary', name: 'count', of: undefined, by: [] };
    return groupedFrame(
      kept,
      by,
      values.map((name) => [name, count] as const),
      line,
    );
  }
  return withValues(kept, by, columns, line);
}

/** `d[x > 0, .(m = mean(y), n = .N), by = .(id, year)]` of data.table; undefined for another text. */
export function groupedTable(
  text: string,
  line: number,
  frameOf: FrameOf,
): ScriptFrame | undefined {
  const [, name, inside] = /^([A-Za-z.][\w.]*)\[([^]*)\]$/.exec(text.trim()) ?? [];
  const frame = name === undefined ? undefined : frameOf(name);
  if (frame === undefined) return undefined;
  const isBlank = /^\s*,/.test(inside!);
  const { args } = acceptCall({ text: `f(${isBlank ? `TRUE${inside!}` : inside!})`, position: 0 })!;
  const [rows, columns, by] = args;
  const list = listOf(argumentText(columns?.value));
  if (!/^(?:key)?by$/.test(by?.name ?? '') || list === undefined || args.length > 3)
    return undefined;
  const names = argumentText(by!.value)!
    .replace(/^(?:\.|c|list)\(|\)$/g, '')
    .split(',')
    .map((one) => one.trim().replace(/^["']|["']$/g, ''));
  const kept = isBlank ? frame : filtered(frame, [rows!.value], name);
  if (!names.every((one) => plainName.test(one))) return undefined;
  return kept && withValues(kept, names, list, line);
}

/** The parts of `.(m = mean(y), n = .N)`; undefined for another expression. */
function listOf(text = ''): Call['args'] | undefined {
  const call = acceptCall({ text: text.replace(/^\.\(/, 'list('), position: 0 });
  if (call?.name !== 'list') return undefined;
  return call.args.map((one) =>
    argumentText(one.value) === '.N' ? { ...one, value: { text: 'n()', position: 0 } } : one,
  );
}
