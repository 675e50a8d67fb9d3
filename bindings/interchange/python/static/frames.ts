/** Statements of Python that read, choose and order data frames and make their columns. */
import { type Derived, derive } from '../../derived.js';
import type { RCall } from '../../r/call.js';
import { pythonColumns, pythonCondition, pythonText, quotedText } from './arguments.js';
import type { Frame } from './frame.js';

/** What a script has said of its data. */
export interface Frames {
  readonly frames: Map<string, Frame>;
  readonly derived: Derived;
}

/** `df = pd.read_csv("firms.csv")`, `df = df.set_index(["id", "year"])`, `df = df.query("year > 2000")`. */
export function readFrame(
  name: string | undefined,
  method: RCall | undefined,
  target: string | undefined,
  { frames }: Frames,
): boolean {
  if (name === undefined || method === undefined) return false;
  const [first] = method.args;
  if (/^(?:pd|pandas)$/.test(name) && method.name.startsWith('read_') && target !== undefined) {
    const path = quotedText(first?.value);
    frames.set(
      target,
      path === undefined ? {} : { data: path.text.slice(path.position, path.end) },
    );
    return true;
  }
  const frame = frames.get(name);
  if (frame === undefined) return false;
  const columns = first === undefined ? [] : pythonColumns(pythonText(first.value)!);
  const changed: Frame | undefined = {
    set_index: () => ({
      ...frame,
      ...(columns.length === 2 ? { unit: columns[0], time: columns[1] } : {}),
    }),
    sort_values: () => ({ ...frame, order: columns.at(-1) }),
    query: () => filtered(frame, pythonText(first?.value)!.slice(1, -1)),
    reset_index: () => frame,
    copy: () => frame,
    dropna: () =>
      first?.name === 'subset'
        ? { ...frame, present: [...(frame.present ?? []), ...columns] }
        : undefined,
  }[method.name as 'copy']?.();
  if (changed === undefined) return false;
  frames.set(target ?? name, changed);
  return true;
}

/** The frame with the sentence on a statement that changed it and is not translated. */
export function changedFrame(frame: Frame | undefined, name: string, line: number): Frame {
  const verb = frame === undefined ? 'made' : 'changed';
  const change = `the data frame ${name} is ${verb} on line ${line} by a statement that is not translated; change the data or the model to match`;
  return { ...frame, changes: [...(frame?.changes ?? []), change] };
}

/** The rows that meet a condition too. */
export function filtered(frame: Frame, text: string): Frame {
  const where = [frame.where, pythonCondition(text)].filter((one) => one !== undefined);
  return {
    ...frame,
    where: where
      .map((one) => (where.length > 1 && one.includes('||') ? `(${one})` : one))
      .join(' && '),
  };
}

/** `df2 = df[df["year"] > 2000]` and `df2 = df`. */
export function readRows(target: string, text: string, { frames }: Frames): boolean {
  const rows = rowsOf(text, frames);
  if (rows === undefined) return false;
  frames.set(target, rows);
  return true;
}

/** The data frame of `df[df["year"] > 2000]`, `df.query("year > 2000")` or `df`; undefined for other expressions. */
export function rowsOf(text: string, frames: ReadonlyMap<string, Frame>): Frame | undefined {
  const indexed = /^([^]+)\.(set_index\([^()]*\)|reset_index\(\)|copy\(\))$/.exec(text);
  if (indexed !== null) {
    const inner = indexed[1]!;
    const frame = rowsOf(inner, frames) ?? (/^\w+$/.test(inner) ? {} : undefined);
    const columns = pythonColumns(indexed[2]!);
    if (frame === undefined || columns.length !== 2) return frame;
    return { ...frame, unit: columns[0], time: columns[1] };
  }
  const queried = /^([A-Za-z_]\w*)\.query\(\s*(["'])([^]*)\2\s*\)$/.exec(text);
  if (queried !== null) {
    return filtered(frames.get(queried[1]!) ?? {}, queried[3]!);
  }
  const rows = /^([A-Za-z_]\w*)(?:\.loc)?\[([^]+)\]$/.exec(text);
  if (rows === null) return frames.get(text);
  const [, name, condition] = rows;
  return /^\s*\[/.test(condition!) ? undefined : filtered(frames.get(name!) ?? {}, condition!);
}

/** `df["ly"] = np.log(df["y"])`. */
export function readColumn(
  [, frame, quoted, attribute, expression]: RegExpExecArray,
  line: number,
  { derived, frames }: Frames,
): boolean {
  if (!frames.has(frame!)) return false;
  const name = quoted ?? attribute!;
  const plain = expression!
    .replace(/\b[A-Za-z_]\w*\[\s*["']([^"']+)["']\s*\]/g, '$1')
    .replaceAll(`${frame!}.`, '')
    .replace(/\b(?:np|numpy)\./g, '')
    .replace(/\.astype\([^)]*\)|\.astype\("?\w+"?\)/g, '')
    .trim();
  const powered = plain.replace(/\s*\*\*\s*/g, '^');
  const term = /[-+/,&|=<>"]/.test(powered)
    ? undefined
    : derive(powered.replace(/\s*\*\s*/g, ':'), derived);
  if (plain !== name) derived.set(name, { term, line });
  return term !== undefined;
}
