/** Data frames of pandas: how a script makes, filters and orders them. */
import {
  type Arguments,
  because,
  type Call,
  type Noted,
  type Signature,
  withArguments,
} from '../../arguments.js';
import { copyOf, withMade } from '../../derived.js';
import type { Filter } from '../../filters/filter.js';
import { maskFilter, queryFilter } from '../../filters/python.js';
import { accept, ended, failure, type Reader } from '../../reader.js';
import { acceptCall, acceptParts } from '../../r/call.js';
import { type ScriptFrame, withChange, withFilter } from '../../static/frame.js';
import { type KeyPair, withJoin } from '../../static/joins.js';
import {
  acceptMethod,
  dictionary,
  pythonColumns,
  pythonFlag,
  pythonText,
  pythonWord,
  quotedText,
} from './arguments.js';
import { groupedText, stackedText } from './groups.js';
import { typed, withColumns } from './columns.js';
import { fileFrame, isFileReader } from './files.js';
import { scriptProblem } from '../../../words/errors/interchange/scripts.js';

export type PythonFrames = ReadonlyMap<string, ScriptFrame>;

/** The name of a data frame, if the text is one; masks may only use its columns. */
export function frameName(text: string | undefined): string | undefined {
  return text !== undefined && /^[A-Za-z_]\w*$/.test(text) ? text : undefined;
}

/** Where a data frame is read. */
interface Site {
  readonly frames: PythonFrames;
  readonly line: number;
}

/**
 * The data frame of `df[df["year"] > 2000]`, `pd.read_csv("firms.csv").set_index(["id", "year"])` or `df`; undefined for
 * other expressions.
 */
export function frameOfText(text: string, site: Site): ScriptFrame | undefined {
  const whole =
    groupedText(text, site.line, (of) => frameOfText(of, site)) ?? stackedText(text, site.frames);
  if (whole !== undefined) return whole;
  const reader: Reader = { text: asMethod(text), position: 0 };
  const file = acceptFile(reader);
  const name = file === undefined ? accept(reader, /[A-Za-z_]\w*/)?.[0] : undefined;
  const base = file ?? site.frames.get(name ?? '') ?? (name === undefined ? undefined : {});
  if (base === undefined) return undefined;
  const isKnown = file !== undefined || site.frames.has(name!);
  let frame: ScriptFrame | undefined = base;
  let isChanged = false;
  while (frame !== undefined && !ended(reader)) {
    frame = nextFrame(frame, reader, name, site);
    isChanged = true;
  }
  return isChanged || isKnown ? frame : undefined;
}

/** `pd.read_csv("firms.csv")`. */
function acceptFile(reader: Reader): ScriptFrame | undefined {
  if (!/^\s*(?:pd|pandas)\.read_/.test(reader.text)) return undefined;
  accept(reader, /(?:pd|pandas)\./);
  const call = acceptCall(reader);
  return call === undefined || !isFileReader(call.name) ? undefined : fileFrame(call);
}

/** The frame after the next part of a chain: rows in brackets, or a method. */
function nextFrame(
  frame: ScriptFrame,
  reader: Reader,
  name: string | undefined,
  { line, frames }: Site,
): ScriptFrame | undefined {
  if (accept(reader, /(?:\.loc\s*)?\[/) !== undefined) {
    const [mask, ...others] = acceptParts(reader);
    if (mask === undefined || others.some((one) => pythonText(one) !== ':')) return undefined;
    const text = pythonText(mask)!;
    // A list of columns keeps every row; a single column is not a frame.
    if (text.startsWith('[')) return frame;
    return /^["']/.test(text) ? undefined : withFilter(frame, maskFilter(mask, name));
  }
  const method = acceptMethod(reader);
  if (method?.name === 'merge') return mergedFrame(frame, method, frames);
  return method === undefined ? undefined : methodFrame(frame, method, name ?? '', line);
}

const mergeSignature: Signature = {
  command: 'merge()',
  positions: ['right', 'how', 'on'],
  translated: ['right', 'how', 'on', 'left_on', 'right_on'],
  ignored: because('it changes no row', ['validate', 'sort', 'suffixes', 'copy']),
  isSilent: true,
};

/** `df.merge(e, on="year", how="left")`; undefined for joins that keep other rows. */
function mergedFrame(
  frame: ScriptFrame,
  method: Call,
  frames: PythonFrames,
): ScriptFrame | undefined {
  const { joined } = withArguments(method, mergeSignature, (args) => {
    const how = pythonWord(args.get('how')) ?? 'inner';
    const columns = (name: string) => {
      const value = args.get(name);
      return value === undefined ? [] : pythonColumns(value);
    };
    const [both, left, right] = [columns('on'), columns('left_on'), columns('right_on')];
    const keys =
      both.length > 0
        ? both.map((one): KeyPair => [one, one])
        : left.map((one, i): KeyPair => [one, right[i] ?? one]);
    const other = frames.get(pythonText(args.get('right')) ?? '');
    const isRead = how === 'inner' || how === 'left';
    return {
      joined: isRead ? withJoin(frame, { other, keys, isInner: how === 'inner' }) : undefined,
      notes: [],
    };
  });
  return joined;
}

/** `pd.merge(df, e, on="year")` as `df.merge(e, on="year")`. */
function asMethod(text: string): string {
  const [, name, rest] =
    /^\s*(?:pd|pandas)\.merge\(\s*(?:left\s*=\s*)?(\w+)\s*,([^]*)$/.exec(text) ?? [];
  return name === undefined ? text : `${name}.merge(${rest!}`;
}

interface Framed extends Noted {
  readonly frame: ScriptFrame | undefined;
}

interface Method {
  readonly signature: Signature;
  readonly read: (frame: ScriptFrame, args: Arguments) => ScriptFrame | undefined;
}

function signatureOf(
  command: string,
  translated: readonly string[],
  ignored: readonly string[] = [],
): Signature {
  const [first] = translated;
  return {
    command: `${command}()`,
    positions: first === undefined ? [] : [first],
    translated,
    ignored: because('it keeps the rows and the values of the columns', [...ignored, 'inplace']),
    isSilent: true,
  };
}

const neutral = ['reset_index', 'copy', 'sort_index'];

/** Methods that are read, by name. */
const frameMethods: Readonly<Record<string, Method>> = {
  set_index: {
    signature: signatureOf('set_index', ['keys'], ['drop', 'verify_integrity']),
    read: (frame, args) => {
      const columns = pythonColumns(args.get('keys')!);
      return columns.length === 2 ? { ...frame, unit: columns[0]!, time: columns[1]! } : frame;
    },
  },
  sort_values: {
    signature: signatureOf('sort_values', ['by'], ['kind', 'na_position', 'ignore_index']),
    read: (frame, args) => {
      const names = pythonColumns(args.get('by')!);
      const sortedBy = names.length === 2 ? ([names[0]!, names[1]!] as const) : undefined;
      return { ...frame, order: names.at(-1)!, sortedBy };
    },
  },
  query: {
    signature: signatureOf('query', ['expr'], ['engine', 'parser']),
    read: (frame, args) => {
      const value = args.get('expr');
      const text = quotedText(value);
      if (text === undefined) throw failure(value!, scriptProblem.query());
      return withFilter(frame, queryFilter(text));
    },
  },
  dropna: {
    signature: { ...signatureOf('dropna', ['axis', 'subset'], ['ignore_index']), positions: [] },
    read: (frame, args) => {
      const subset = args.get('subset');
      if (subset === undefined) return undefined;
      const of = pythonColumns(subset).map((name) => ({ kind: 'column', name }) as const);
      const filter: Filter = { kind: 'not', of: { kind: 'absence', of } };
      return withFilter(frame, filter);
    },
  },
  drop: {
    signature: signatureOf('drop', ['labels', 'columns', 'axis'], ['errors']),
    read: (frame, args) => {
      const isColumns =
        args.has('columns') || /^(?:1|["']columns["'])$/.test(pythonText(args.get('axis')) ?? '');
      args.get('labels');
      return isColumns ? frame : undefined;
    },
  },
  ...Object.fromEntries(
    neutral.map((name): [string, Method] => [
      name,
      {
        signature: signatureOf(name, [], ['deep', 'drop', 'level', 'axis', 'ascending', 'names']),
        read: (frame) => frame,
      },
    ]),
  ),
};

function methodFrame(
  frame: ScriptFrame,
  method: Call,
  name: string,
  line: number,
): ScriptFrame | undefined {
  if (method.name === 'assign') return assigned(frame, method, name, line);
  if (method.name === 'rename') return renamed(frame, method, line);
  if (method.name === 'astype') return retyped(frame, method, line);
  const known = Object.hasOwn(frameMethods, method.name) ? frameMethods[method.name]! : undefined;
  if (known === undefined) return undefined;
  const { frame: read, notes } = withArguments(method, known.signature, (args): Framed => {
    args.get('inplace');
    return { frame: known.read(frame, args), notes: [] };
  });
  return read === undefined ? undefined : notes.reduce(withChange, read);
}

/** `df.assign(ly=np.log(df["y"]), f=lambda d: d.g.astype("category"))`. */
function assigned(
  frame: ScriptFrame,
  { args }: Call,
  name: string,
  line: number,
): ScriptFrame | undefined {
  if (args.some((argument) => argument.name === undefined)) return undefined;
  const pairs = args.map((argument): [string, string] => [
    argument.name!,
    pythonText(argument.value)!,
  ]);
  return withColumns(frame, pairs, name, line).frame;
}

/** `df.rename(columns={"gdp": "y"})`. */
function renamed(frame: ScriptFrame, { args }: Call, line: number): ScriptFrame | undefined {
  const [columns, ...others] = args.filter(({ name }) => name !== 'inplace');
  if (columns?.name !== 'columns' || others.length > 0) return undefined;
  let { derived } = frame;
  for (const { name, value } of dictionary(columns.value)) {
    const after = quotedText(value);
    if (after === undefined) return undefined;
    derived = withMade(derived, pythonText(after)!, copyOf(name!, derived, line));
  }
  return { ...frame, ...(derived === undefined ? {} : { derived }) };
}

/** `df.astype({"g": "category"})`. */
function retyped(frame: ScriptFrame, { args }: Call, line: number): ScriptFrame | undefined {
  const [types, ...others] = args;
  if (types === undefined || others.length > 0 || !pythonText(types.value)!.startsWith('{'))
    return undefined;
  let { derived } = frame;
  for (const { name, value } of dictionary(types.value)) {
    derived = withMade(derived, name!, typed(name!, pythonText(value)!, derived, line));
  }
  return { ...frame, ...(derived === undefined ? {} : { derived }) };
}

/** True for `inplace=True` in the last method of a chain. */
export function isInPlace(method: Call): boolean {
  const value = method.args.find(({ name }) => name === 'inplace')?.value;
  if (value === undefined) return false;
  return pythonFlag({ get: () => value, has: () => true }, 'inplace') === true;
}
