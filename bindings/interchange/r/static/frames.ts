/** Statements of R that make, filter and order data frames. */
import type { Call } from '../../arguments.js';
import type { Filter } from '../../filters/filter.js';
import { copyOf, withMade } from '../../derived.js';
import { type ScriptFrame, withFilter } from '../../static/frame.js';
import { argumentText, acceptCall } from '../call.js';
import { assignments, withColumns } from './columns.js';
import { nameOf } from './estimators.js';
import { fileOf, type Frames, isFileReader } from './files.js';
import { filtered } from './filters.js';
import { groupedBy, groupedTable, isGrouping } from './groups.js';
import { isJoin, joinedBy } from '../scripts/joins.js';
import { withoutPipes } from './pipes.js';

/** `d2 <- subset(d, year > 2000)`, `d2 <- d[d$year > 2000, ]` and `d2 <- d`. */
export function readRows(target: string, text: string, line: number, script: Frames): boolean {
  const rows = rowsOf(text, line, script);
  if (rows === undefined) return false;
  script.frames.set(target, rows);
  return true;
}

/**
 * The data frame of `subset(d, year > 2000)`, `d |> filter(year > 2000)`, `d[d$year > 2000, ]` or `d`; undefined for other
 * expressions.
 */
export function rowsOf(
  text: string,
  line: number,
  script: Frames,
  depth = 0,
): ScriptFrame | undefined {
  if (depth > maxDepth) return undefined;
  const plain = withoutPipes(text).trim();
  const reader = { text: plain, position: 0 };
  const call = acceptCall(reader);
  if (call !== undefined && reader.position === plain.length)
    return chosenBy(call, line, script, depth);
  const grouped = /\[[^]*,\s*(?:key)?by\s*=/.test(plain)
    ? groupedTable(plain, line, (name) => script.frames.get(name))
    : undefined;
  if (grouped !== undefined) return grouped;
  const chosen = /^([A-Za-z.][\w.]*)(?:\[\s*([^]+?)\s*,\s*\])?$/.exec(plain);
  if (chosen === null) return undefined;
  const [, name, condition] = chosen;
  if (condition === undefined) return script.frames.get(name!);
  const frame = script.frames.get(name!) ?? {};
  const order = /^order\((?:[\w.]+\$)?([\w.]+)\)$/.exec(condition.trim())?.[1];
  if (order !== undefined) return { ...frame, order };
  return filtered(frame, [{ text: condition, position: 0 }], name);
}

/** Maximum nesting of calls; each reads the text of the calls inside it. */
const maxDepth = 100;

/** Calls that keep every row and the names of the columns. */
// prettier-ignore
const neutral = [
  'select', 'as.data.frame', 'as_tibble', 'tibble', 'droplevels', 'relocate',
  'data.frame', 'data.table', 'as.data.table', 'setDT', 'setDF', 'copy',
];

type Rows = (
  frame: ScriptFrame,
  rest: Call['args'],
  of: string | undefined,
  line: number,
) => ScriptFrame | undefined;

/** Calls on a data frame that are read, without the frame itself. */
const choosers: Readonly<Record<string, Rows>> = {
  subset: (frame, rest, of) => {
    const rows = rest.filter(({ name }) => name !== 'select');
    if (rows.length > 1 || rows.some(({ name }) => ![undefined, 'subset'].includes(name))) {
      return undefined;
    }
    return filtered(
      frame,
      rows.map(({ value }) => value),
      of,
    );
  },
  filter: (frame, rest, of) =>
    rest.some(({ name }) => name !== undefined)
      ? undefined
      : filtered(
          frame,
          rest.map(({ value }) => value),
          of,
        ),
  drop_na: (frame, rest) => {
    const columns = rest.map(({ value }) => nameOf(argumentText(value)));
    if (columns.length === 0 || columns.includes(undefined)) return undefined;
    const of = columns.map((name) => ({ kind: 'column', name: name! }) as const);
    const filter: Filter = { kind: 'not', of: { kind: 'absence', of } };
    return withFilter(frame, filter);
  },
  arrange: (frame, rest) => {
    const order = argumentText(rest.at(-1)?.value);
    const isName = rest.every(({ name }) => name === undefined) && nameOf(order) !== undefined;
    if (!isName) return undefined;
    const names = rest.map(({ value }) => argumentText(value)!);
    const sortedBy = names.length === 2 ? ([names[0]!, names[1]!] as const) : undefined;
    return { ...frame, order: order!, sortedBy };
  },
  group_by: (frame, rest) => {
    const groups = rest.map(({ value }) => nameOf(argumentText(value)));
    if (groups.includes(undefined) || rest.some(({ name }) => name !== undefined)) return undefined;
    return { ...frame, groups: groups as string[] };
  },
  ungroup: (frame) => ({ ...frame, groups: undefined }),
  mutate: named,
  transform: named,
  within: (frame, rest, of, line) => {
    const pairs = rest.length === 1 ? assignments(argumentText(rest[0]!.value)!) : undefined;
    return pairs === undefined ? undefined : withColumns(frame, pairs, of, line).frame;
  },
  rename: (frame, rest, _, line) => {
    let { derived } = frame;
    for (const { name, value } of rest) {
      const before = nameOf(argumentText(value));
      if (name === undefined || before === undefined) return undefined;
      derived = withMade(derived, name, copyOf(before, derived, line));
    }
    return { ...frame, ...(derived === undefined ? {} : { derived }) };
  },
};

/** `mutate(d, f = factor(g))`. Options of mutate() begin with a dot. */
function named(
  frame: ScriptFrame,
  rest: Call['args'],
  of: string | undefined,
  line: number,
): ScriptFrame | undefined {
  const by = rest.find(({ name }) => name === '.by');
  const columns = rest.filter((one) => one !== by);
  if (columns.some(({ name }) => name === undefined || name.startsWith('.'))) return undefined;
  const listed = by === undefined ? undefined : argumentText(by.value)!.replace(/^c\(|\)$/g, '');
  const groups = listed?.split(',').map((name) => name.trim());
  const pairs = columns.map(({ name, value }): [string, string] => [name!, argumentText(value)!]);
  const grouped = groups === undefined ? frame : { ...frame, groups };
  return { ...withColumns(grouped, pairs, of, line).frame, groups: frame.groups };
}

/** The frame of a call that makes other rows, or reads a file at the head of a pipe; undefined for other calls. */
function wholeFrame(
  call: Call,
  line: number,
  script: Frames,
  depth: number,
): ScriptFrame | undefined {
  if (isGrouping(call.name)) {
    return groupedBy(call, line, (text) => rowsOf(text, line, script, depth + 1));
  }
  return depth > 0 && isFileReader(call.name) ? fileOf(call) : undefined;
}

function chosenBy(
  { name, args, offset }: Call,
  line: number,
  script: Frames,
  depth: number,
): ScriptFrame | undefined {
  const [first, ...rest] = args;
  const whole = wholeFrame({ name, args, offset }, line, script, depth);
  if (whole !== undefined || first === undefined) return whole;
  const isNeutral = neutral.includes(name);
  const choose = Object.hasOwn(choosers, name) ? choosers[name] : undefined;
  if (!isNeutral && choose === undefined && !isJoin(name)) return undefined;
  if (first.name !== undefined && !['x', '.data', '_data', 'data'].includes(first.name))
    return undefined;
  const inner = argumentText(first.value)!;
  const frame =
    rowsOf(inner, line, script, depth + 1) ?? (nameOf(inner) === undefined ? undefined : {});
  if (isJoin(name)) {
    const otherOf = (text: string) => rowsOf(text, line, script, depth + 1);
    return frame && joinedBy({ name, args, offset }, frame, otherOf);
  }
  if (frame === undefined || choose === undefined) return frame;
  return choose(frame, rest, nameOf(inner), line);
}

/** `d$ly <- log(d$y)`, `d[["ly"]] <- ...` and `d[, "ly"] <- ...`; false if the column is not translated. */
export function readColumn(
  [frame, column, expression]: readonly [string, string, string],
  line: number,
  { frames }: Frames,
): boolean {
  const made = withColumns(frames.get(frame) ?? {}, [[column, expression]], frame, line);
  frames.set(frame, made.frame);
  if (made.error !== undefined) throw made.error;
  return made.isRead;
}

/** `d[, f := factor(g)]` of data.table; undefined for another statement, false if a column is not translated. */
export function readAssigned(text: string, line: number, { frames }: Frames): boolean | undefined {
  const match = /^([A-Za-z.][\w.]*)\[\s*,([^]*)\]$/.exec(text.trim());
  if (match === null || !/:=/.test(match[2]!)) return undefined;
  const [, frame, inside] = match;
  const pairs = pairsOf(inside!.trim());
  if (pairs === undefined) return false;
  const made = withColumns(frames.get(frame!) ?? {}, pairs, frame, line);
  frames.set(frame!, made.frame);
  return made.isRead;
}

/** `f := factor(g)` and `` `:=`(f = factor(g), ly = log(y)) ``. */
function pairsOf(text: string): [string, string][] | undefined {
  const one = /^`?([\p{L}.][\p{L}\p{N}_.]*)`?\s*:=\s*([^]+)$/u.exec(text);
  if (one !== null) return hasComma(one[2]!) ? undefined : [[one[1]!, one[2]!]];
  const call = /^`:=`(\([^]*\))$/.exec(text)?.[1];
  const args = call === undefined ? undefined : acceptCall({ text: `f${call}`, position: 0 })?.args;
  if (args === undefined || args.some(({ name }) => name === undefined)) return undefined;
  return args.map(({ name, value }): [string, string] => [name!, argumentText(value)!]);
}

/** True for a comma outside brackets, after which data.table has groups. */
function hasComma(text: string): boolean {
  return (acceptCall({ text: `f(${text})`, position: 0 })?.args.length ?? 2) > 1;
}
