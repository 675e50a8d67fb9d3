/** Expressions of Python as values of columns: `np.where(df["x"] > 0, 1, 0)`, `df.groupby("g")["x"].transform("mean")`. */
import { accept, expect, failure, type Reader } from '../reader.js';
import type { Condition, Filter, Operand, Test } from './filter.js';
import {
  conditionOf,
  type Grammar,
  isCondition,
  operandOf,
  type Part,
  readValue,
  type ReadPart,
} from './grammar.js';
import { filterOf, pandas } from './logic.js';
import { pythonGrammar } from './python.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** The panel of a data frame. */
export interface PythonRows {
  readonly unit?: string | undefined;
}

const one: Operand = { kind: 'number', text: '1' };
const zero: Operand = { kind: 'number', text: '0' };

/** The value of an expression in columns of a data frame. @throws InputError `command-syntax` */
export function pythonColumn(reader: Reader, frame: string, rows: PythonRows): Operand {
  const base = pythonGrammar(frame, false, true);
  const grammar: Grammar = {
    ...base,
    numberOf: (condition) => indicator(condition),
    atom: (atomReader, whole) => readPart(atomReader, whole, { frame, rows, grammar, base }),
    suffix: (atomReader, of, least) =>
      withMethod(atomReader, of, { frame, rows, grammar, base }) ??
      base.suffix?.(atomReader, of, least),
  };
  return readValue(reader, grammar);
}

function indicator(condition: Condition): Operand {
  return { kind: 'choice', test: filterOf(condition, pandas), yes: one, no: zero };
}

interface Site {
  readonly frame: string;
  readonly rows: PythonRows;
  readonly grammar: Grammar;
  readonly base: Grammar;
}

const ofCondition = /^\s*\.\s*(?:isna|isnull|notna|notnull|isin|between|eq|ne|lt|le|gt|ge)\s*\(/;

function readPart(reader: Reader, whole: ReadPart, site: Site): Part {
  const { frame, grammar } = site;
  const start = reader.position;
  if (accept(reader, /(?:np|numpy)\.nan\b|None\b|pd\.NA\b/) !== undefined)
    return { kind: 'absent' };
  const grouped = accept(
    reader,
    new RegExp(
      `${frame}\\.groupby\\(\\s*(\\[[^\\]]*\\]|["'][^"']+["'])[^()]*\\)\\s*(?:\\[\\s*["']([^"']+)["']\\s*\\]|\\.(\\w+)(?=\\.))`,
    ),
  );
  if (grouped !== undefined) {
    const by = [...grouped[1]!.matchAll(/["']([^"']+)["']/g)].map(([, name]) => name!);
    return ofGroups(reader, { kind: 'column', name: grouped[2] ?? grouped[3]! }, by, site);
  }
  const name = accept(
    reader,
    /(?:np|numpy)\.(where|log1p|log10|log|exp|sqrt|abs|maximum|minimum|floor|ceil)\s*\(/,
  )?.[1];
  if (name === undefined) {
    // The methods of a column are read here, as suffixes.
    const column = accept(
      reader,
      new RegExp(
        `${frame}\\s*(?:\\[\\s*(?:"([^"]+)"|'([^']+)')\\s*\\]|\\.([A-Za-z_]\\w*)(?!\\w|\\s*\\())`,
      ),
    );
    // Those that are conditions are read with their column.
    if (column !== undefined && ofCondition.test(reader.text.slice(reader.position))) {
      reader.position = start;
      return site.base.atom(reader, whole);
    }
    if (column !== undefined)
      return { kind: 'column', name: (column[1] ?? column[2] ?? column[3])! };
    return site.base.atom(reader, whole);
  }
  const parts = readArguments(reader, whole);
  if (name === 'where' && parts.length === 3) {
    const test = filterOf(conditionOf(parts[0]!.part, grammar, reader, start), pandas);
    const [yes, no] = parts.slice(1).map(({ part }) => operandOf(part, reader, start, grammar));
    return chosen(test, yes!, no!);
  }
  return functionOf(
    name,
    parts.map(({ part }) => operandOf(part, reader, start, grammar)),
  );
}

function chosen(test: Filter, yes: Operand, no: Operand): Operand {
  if (yes.kind === 'absent') return { kind: 'choice', test: { kind: 'not', of: test }, yes: no };
  return { kind: 'choice', test, yes, ...(no.kind === 'absent' ? {} : { no }) };
}

function functionOf(name: string, operands: readonly Operand[]): Operand {
  const [of] = operands as [Operand];
  const log = (inner: Operand): Operand => ({ kind: 'call', name: 'log', of: inner });
  switch (name) {
    case 'maximum':
    case 'minimum':
      return { kind: 'extreme', name: name === 'maximum' ? 'max' : 'min', of: operands };
    case 'log1p':
      return log({ kind: 'arithmetic', operator: '+', left: one, right: of });
    case 'log10':
      return {
        kind: 'arithmetic',
        operator: '/',
        left: log(of),
        right: log({ kind: 'number', text: '10' }),
      };
    default:
      return { kind: 'call', name: name as 'log' | 'exp' | 'sqrt' | 'abs' | 'floor' | 'ceil', of };
  }
}

interface NamedPart {
  readonly name: string | undefined;
  readonly part: Part;
}

function readArguments(reader: Reader, whole: ReadPart): NamedPart[] {
  const parts: NamedPart[] = [];
  while (accept(reader, /\)/) === undefined) {
    if (parts.length > 0) expect(reader, /,/, 'list-separator');
    const name = accept(reader, /(\w+)\s*=(?!=)/)?.[1];
    parts.push({ name, part: whole() });
  }
  return parts;
}

const statistics: Readonly<Record<string, string>> = {
  mean: 'mean',
  std: 'sd',
  min: 'min',
  max: 'max',
  median: 'median',
  sum: 'sum',
  count: 'count',
  rank: 'rank',
};

/** `.transform("mean")`, `.shift(1)`, `.diff()`, `.rank()` of groups. @throws InputError `command-syntax` */
function ofGroups(reader: Reader, of: Operand, by: readonly string[], { rows }: Site): Operand {
  const start = reader.position;
  const statistic = accept(reader, /\.transform\(\s*["'](\w+)["']\s*\)|\.(rank)\(\s*\)/);
  const word = statistic?.[1] ?? statistic?.[2];
  if (word === 'size') return { kind: 'summary', name: 'count', of: undefined, by };
  if (word !== undefined && Object.hasOwn(statistics, word))
    return { kind: 'summary', name: statistics[word]!, of, by };
  const shift = accept(reader, /\.(shift|diff)\(\s*(?:periods\s*=\s*)?(-?\d*)\s*\)/);
  const isUnit = by.length === 1 && by[0] === rows.unit;
  if (shift === undefined || !isUnit)
    throw failure(reader, commandProblem['other-row']({ index: 'groupby()' }), start);
  const order = Number(shift[2] === '' ? 1 : shift[2]);
  if (shift[1] === 'diff') {
    if (order === 1) return { kind: 'shift', operator: 'D', order: 1, of };
    throw failure(reader, commandProblem['other-row']({ index: 'diff()' }), start);
  }
  return { kind: 'shift', operator: order < 0 ? 'F' : 'L', order: Math.abs(order), of };
}

/** A method after a column or a parenthesis; undefined without one. */
function withMethod(reader: Reader, of: Part, site: Site): Part | undefined {
  const start = reader.position;
  const name = accept(
    reader,
    /\.\s*(astype|mean|std|min|max|median|sum|count|rank|quantile|clip|fillna|abs|mul|div|add|sub)\s*\(/,
  )?.[1];
  if (name === undefined) return undefined;
  if (name === 'astype') {
    const type = expect(reader, /["']?(?:np\.)?(int|float)\d*["']?\s*\)/, {
      oneOf: ['int', 'float'],
    })[1];
    return type === 'float' || isCondition(of)
      ? operandOf(of, reader, start, site.grammar)
      : whole(operandOf(of, reader, start, site.grammar));
  }
  const value = operandOf(of, reader, start, site.grammar);
  const parts = readArguments(reader, () => readInside(reader, site));
  const operands = parts.map(({ part }) => operandOf(part, reader, start, site.grammar));
  if (name === 'clip') return clipped(value, parts, operands);
  const result =
    operands.length === 0 ? ofColumn(name, value) : withOther(name, value, operands[0]!);
  if (result === undefined) throw failure(reader, commandProblem['python-method']({ name }), start);
  return result;
}

/** `x.mean()` and `x.abs()`. */
function ofColumn(name: string, of: Operand): Operand | undefined {
  if (name === 'abs') return { kind: 'call', name, of };
  const statistic = Object.hasOwn(statistics, name) ? statistics[name]! : undefined;
  return statistic === undefined ? undefined : { kind: 'summary', name: statistic, of, by: [] };
}

/** `x.quantile(0.9)`, `x.fillna(0)` and `x.mul(y)`. */
function withOther(name: string, of: Operand, other: Operand): Operand | undefined {
  if (name === 'quantile' && other.kind === 'number') {
    const percent = Number((100 * Number(other.text)).toPrecision(12));
    return { kind: 'summary', name, of, options: String(percent), by: [] };
  }
  if (name === 'fillna')
    return { kind: 'choice', test: { kind: 'absence', of: [of] }, yes: other, no: of };
  const operator = ({ mul: '*', div: '/', add: '+', sub: '-' } as const)[name as 'mul'] as
    '*' | undefined;
  return operator === undefined
    ? undefined
    : { kind: 'arithmetic', operator, left: of, right: other };
}

/** An argument of a method, with the operators of the language. */
function readInside(reader: Reader, { frame, rows }: Site): Part {
  const { text, position } = reader;
  const end = endOfArgument(text, position);
  const part = pythonColumn({ text, position, end }, frame, rows);
  reader.position = end;
  return part;
}

/** Where the argument ends: at a comma or parenthesis outside brackets. */
function endOfArgument(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; ++i) {
    if (/[([{]/.test(text[i]!)) ++depth;
    if (depth === 0 && /[,)]/.test(text[i]!)) return i;
    if (/[)\]}]/.test(text[i]!)) --depth;
  }
  return text.length;
}

function clipped(
  value: Operand,
  parts: readonly NamedPart[],
  operands: readonly Operand[],
): Operand {
  const bound = (name: string, position: number) => {
    const i = parts.findIndex(
      (part, place) => part.name === name || (part.name === undefined && place === position),
    );
    const operand = i < 0 ? undefined : operands[i];
    return operand?.kind === 'absent' ? undefined : operand;
  };
  const [lower, upper] = [bound('lower', 0), bound('upper', 1)];
  const raised: Operand =
    lower === undefined ? value : { kind: 'extreme', name: 'max', of: [value, lower] };
  return upper === undefined ? raised : { kind: 'extreme', name: 'min', of: [raised, upper] };
}

/** The number without its decimals. */
function whole(of: Operand): Operand {
  if (of.kind === 'choice') return of;
  const test: Test = { kind: 'compare', operator: '<', left: of, right: zero };
  const [yes, no] = (['ceil', 'floor'] as const).map((to): Operand => ({
    kind: 'call',
    name: to,
    of,
  }));
  return { kind: 'choice', test, yes: yes!, no: no! };
}
