/** Statements of R that make, choose and order data frames and their columns. */
import { parseForeignWhere } from '../../../data/index.js';
import { type Derived, derive } from '../../derived.js';
import type { Collected } from '../../script.js';
import { acceptCall, matchArguments, type RCall, textOf, textsOf } from '../call.js';
import { rCondition } from './arguments.js';
import { argumentText, type FrameKeys } from './estimators.js';
import { withoutPipes } from './pipes.js';

/** What a script has said of its data. */
export interface Frames {
  readonly frames: Map<string, FrameKeys>;
  readonly derived: Derived;
  readonly collected: Collected;
}

/** `d <- read.csv("firms.csv")` and `d <- pdata.frame(d, index = c("id", "year"))`. */
export function readFrame(
  call: RCall,
  target: string | undefined,
  { frames, collected }: Frames,
): boolean {
  const readers = [
    'read.csv',
    'read_csv',
    'fread',
    'read.table',
    'read_dta',
    'read.dta',
    'read_excel',
    'read.csv2',
    'import',
  ];
  if (readers.includes(call.name) && target !== undefined) {
    const file = textOf(call.args.find(({ name }) => name === undefined || name === 'file')?.value);
    frames.set(target, file === undefined ? {} : { data: file });
    return true;
  }
  if (call.name === 'pdata.frame' && target !== undefined) {
    const args = matchArguments(
      call,
      ['x', 'index'],
      ['x', 'index', 'drop.index', 'row.names', 'stringsAsFactors'],
    );
    const [unit, time] = textsOf(args.get('index')) ?? [];
    const before = frames.get(argumentText(args.get('x')) ?? '') ?? {};
    frames.set(target, { ...before, ...(time === undefined ? {} : { unit, time }) });
    return true;
  }
  if (call.name === 'data') {
    collected.notes.push(
      `data(${argumentText(call.args[0]?.value) ?? ''}): left out; name a CSV file with data`,
    );
    return true;
  }
  return false;
}

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
export function rowsOf(text: string, line: number, script: Frames): FrameKeys | undefined {
  const plain = withoutPipes(text).trim();
  const reader = { text: plain, position: 0 };
  const call = acceptCall(reader);
  if (call !== undefined && reader.position === plain.length) return chosenBy(call, line, script);
  const chosen = /^([A-Za-z.][\w.]*)(?:\[\s*([^]+?)\s*,\s*\])?$/.exec(plain);
  if (chosen === null) return undefined;
  const [, name, condition] = chosen;
  if (condition === undefined) return script.frames.get(name!);
  const frame = script.frames.get(name!) ?? {};
  const order = /^order\((?:[\w.]+\$)?([\w.]+)\)$/.exec(condition.trim())?.[1];
  return order === undefined ? filtered(frame, [condition]) : { ...frame, order };
}

/** Calls that keep every row and the names of the columns. */
const neutral = ['select', 'as.data.frame', 'as_tibble', 'tibble', 'ungroup', 'droplevels'];

function chosenBy({ name, args }: RCall, line: number, script: Frames): FrameKeys | undefined {
  const known = ['subset', 'filter', 'mutate', 'transform', 'arrange', ...neutral];
  const [first, ...rest] = args;
  if (first === undefined || !known.includes(name)) return undefined;
  const inner = argumentText(first.value)!;
  const frame = rowsOf(inner, line, script) ?? (/^[\w.]+$/.test(inner) ? {} : undefined);
  if (frame === undefined || neutral.includes(name)) return frame;
  if (name === 'arrange') {
    const order = argumentText(rest.at(-1)?.value);
    return order !== undefined && /^[\w.]+$/.test(order) ? { ...frame, order } : undefined;
  }
  if (name === 'subset' || name === 'filter') {
    const conditions = rest.filter((one) => one.name !== 'select');
    return filtered(
      frame,
      conditions.map(({ value }) => argumentText(value)!),
    );
  }
  for (const one of rest) setColumn(one.name ?? '', argumentText(one.value)!, line, script);
  return frame;
}

/** The rows that meet all conditions. @throws InputError `where-syntax` */
function filtered(frame: FrameKeys, conditions: readonly string[]): FrameKeys {
  const all = [frame.where, ...conditions.map(rCondition)].filter((one) => one !== undefined);
  const joined = all.map((one) => (all.length > 1 && one.includes('||') ? `(${one})` : one));
  parseForeignWhere(joined.join(' && '));
  return { ...frame, where: joined.join(' && ') };
}

/** `d$ly <- log(d$y)`. */
export function readColumn(
  [, frame, dollar, brackets, expression]: RegExpExecArray,
  line: number,
  script: Frames,
): boolean {
  const plain = expression!.replaceAll(`${frame!}$`, '').trim();
  return setColumn(dollar ?? brackets!, plain, line, script);
}

/** Keeps the term of a new column; false if the column has none. */
function setColumn(name: string, plain: string, line: number, { derived }: Frames): boolean {
  const factor = /^(?:as\.)?(?:factor|numeric|character)\(\s*([\w.]+)\s*\)$/.exec(plain)?.[1];
  const term =
    factor ??
    (/[-+/,&|=<>"]/.test(plain) ? undefined : derive(plain.replace(/\s*\*\s*/g, ':'), derived));
  if (factor !== name) derived.set(name, { term, line });
  return term !== undefined;
}
