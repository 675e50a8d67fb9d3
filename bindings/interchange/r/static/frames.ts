/** Statements of R that make, choose and order data frames and their columns. */
import { parseForeignWhere } from '../../../data/index.js';
import { type Derived, derive } from '../../derived.js';
import type { Collected } from '../../script.js';
import { matchArguments, type RCall, textOf, textsOf } from '../call.js';
import { rCondition } from './arguments.js';
import { argumentText, type FrameKeys } from './estimators.js';

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
export function readRows(target: string, text: string, { frames }: Frames): boolean {
  const rows = rowsOf(text, frames);
  if (rows === undefined) return false;
  frames.set(target, rows);
  return true;
}

/** The data frame of `subset(d, year > 2000)`, `d[d$year > 2000, ]` or `d`; undefined for other expressions. */
export function rowsOf(
  text: string,
  frames: ReadonlyMap<string, FrameKeys>,
): FrameKeys | undefined {
  const chosen =
    /^\s*subset\(\s*([\w.]+)\s*,\s*([^]+)\)\s*$/.exec(text) ??
    /^\s*([A-Za-z.][\w.]*)\[\s*([^]+?)\s*,\s*\]\s*$/.exec(text) ??
    /^\s*([A-Za-z.][\w.]*)()\s*$/.exec(text);
  const frame = chosen === null ? undefined : frames.get(chosen[1]!);
  if (chosen === null || frame === undefined) return undefined;
  const order = /^order\((?:[\w.]+\$)?([\w.]+)\)$/.exec(chosen[2]!.trim())?.[1];
  if (order !== undefined) return { ...frame, order };
  if (chosen[2] === '') return frame;
  const where = [frame.where, rCondition(chosen[2]!)].filter((one) => one !== undefined);
  const joined = where.map((one) => (where.length > 1 && one.includes('||') ? `(${one})` : one));
  parseForeignWhere(joined.join(' && '));
  return { ...frame, where: joined.join(' && ') };
}

/** `d$ly <- log(d$y)`. */
export function readColumn(
  [, frame, dollar, brackets, expression]: RegExpExecArray,
  line: number,
  { derived }: Frames,
): boolean {
  const name = dollar ?? brackets!;
  const plain = expression!.replaceAll(`${frame!}$`, '').trim();
  const factor = /^(?:as\.)?(?:factor|numeric|character)\(\s*([\w.]+)\s*\)$/.exec(plain)?.[1];
  const term =
    factor ??
    (/[-+/,&|=<>"]/.test(plain) ? undefined : derive(plain.replace(/\s*\*\s*/g, ':'), derived));
  if (factor !== name) derived.set(name, { term, line });
  return term !== undefined;
}
