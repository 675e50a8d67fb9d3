/** Expressions of R as values of columns: `ifelse(x > 0, log(x), 0)`, `x - mean(x, na.rm = TRUE)`, `dplyr::lag(x)`. */
import { accept, expect, failure, type Reader } from '../reader.js';
import type { Condition, Operand, Test } from './filter.js';
import {
  conditionOf,
  type Grammar,
  isCondition,
  operandOf,
  type Part,
  readValue,
  type ReadPart,
} from './grammar.js';
import { filterOf, threeValued } from './logic.js';
import { average, strict, summaries, winsorized } from './r-groups.js';
import { readAtom, rGrammar } from './r.js';
import { commandProblem } from '../../words/errors/interchange/commands.js';

/** The groups and the panel of a data frame. */
export interface RRows {
  readonly groups?: readonly string[] | undefined;
  readonly unit?: string | undefined;
  readonly order?: string | undefined;
}

const one: Operand = { kind: 'number', text: '1' };
const zero: Operand = { kind: 'number', text: '0' };

/** The value of an expression in columns of a data frame. @throws InputError `command-syntax` */
export function rColumn(reader: Reader, frame: string | undefined, rows: RRows): Operand {
  return readValue(reader, grammarOf(frame, rows));
}

function grammarOf(frame: string | undefined, rows: RRows): Grammar {
  const grammar: Grammar = {
    ...rGrammar(frame, true),
    atom: (reader, whole) => {
      const start = reader.position;
      if (
        accept(reader, /(?:NA(?:_(?:real|integer|character)_)?|NaN|NULL)(?![\w.])/) !== undefined
      ) {
        return { kind: 'absent' };
      }
      const call = accept(reader, /(?:[A-Za-z.][\w.]*::)?([A-Za-z.][\w.]*)\s*\(/)?.[1];
      const site: Site = { reader, whole, frame, rows, grammar, start };
      const part = call === undefined ? undefined : called(call, site);
      if (part !== undefined) return part;
      reader.position = start;
      return readAtom(reader, whole, frame, grammar);
    },
    numberOf: (condition) => choiceOf(condition, one, zero),
  };
  return grammar;
}

/** `yes` where the condition is true, `no` where it is false, a missing value where it is missing. */
function choiceOf(condition: Condition, yes: Operand, no: Operand): Operand {
  const isFalse = filterOf(condition, threeValued, true);
  if (yes.kind === 'absent') return { kind: 'choice', test: isFalse, yes: no };
  if (condition.kind === 'compare') {
    return { kind: 'choice', test: condition, yes, ...(no.kind === 'absent' ? {} : { no }) };
  }
  const test = filterOf(condition, threeValued);
  if (no.kind === 'absent') return { kind: 'choice', test, yes };
  const otherwise: Operand = isTotal(condition) ? no : { kind: 'choice', test: isFalse, yes: no };
  return { kind: 'choice', test, yes, no: otherwise };
}

/** True if the condition is true or false in every row. */
function isTotal(condition: Condition): boolean {
  switch (condition.kind) {
    case 'absence':
    case 'holds':
    case 'member':
      return true;
    case 'not':
      return isTotal(condition.of);
    case 'and':
    case 'or':
      return condition.of.every(isTotal);
    default:
      return false;
  }
}

interface Site {
  readonly reader: Reader;
  readonly whole: ReadPart;
  readonly frame: string | undefined;
  readonly rows: RRows;
  readonly grammar: Grammar;
  readonly start: number;
}

interface NamedPart {
  readonly name: string | undefined;
  readonly part: Part;
}

/** The arguments up to the closing parenthesis. */
function readArguments({ reader, whole }: Site): NamedPart[] {
  const parts: NamedPart[] = [];
  while (accept(reader, /\)/) === undefined) {
    if (parts.length > 0) expect(reader, /,/, 'list-separator');
    const name = accept(reader, /([A-Za-z.][\w.]*)\s*=(?!=)/)?.[1];
    parts.push({ name, part: whole() });
  }
  return parts;
}

// prettier-ignore
const elementary: Readonly<Record<string, 'log' | 'exp' | 'sqrt' | 'abs' | 'floor' | 'ceil'>> = {
  log: 'log', exp: 'exp', sqrt: 'sqrt', abs: 'abs', floor: 'floor', ceiling: 'ceil',
};

/** The value of a call; undefined for one that is a condition or unknown. */
function called(name: string, site: Site): Part | undefined {
  if (name === 'case_when') return caseWhen(site);
  if (
    /^(?:ifelse|if_else|fifelse|ave|scale|Winsorize|quantile|lag|lead|diff|n|row_number|percent_rank)$/.test(
      name,
    )
  ) {
    return special(name, site);
  }
  if (Object.hasOwn(elementary, name)) {
    const [of, ...others] = operands(site);
    if (of === undefined || others.length > 0) return undefined;
    return { kind: 'call', name: elementary[name]!, of };
  }
  if (/^(?:log1p|log10|log2|pmin|pmax|as\.numeric|as\.integer|as\.double|I)$/.test(name))
    return converted(name, site);
  return summaries.includes(name) ? summary(name, site) : undefined;
}

function operands(site: Site): Operand[] {
  const { reader, start, grammar } = site;
  return readArguments(site).map(({ part }) => operandOf(part, reader, start, grammar));
}

function converted(name: string, site: Site): Operand | undefined {
  const all = operands(site);
  const [of, ...others] = all;
  if (of === undefined) return undefined;
  if (name === 'pmin' || name === 'pmax')
    return { kind: 'extreme', name: name === 'pmin' ? 'min' : 'max', of: all };
  if (others.length > 0) return undefined;
  const log = (inner: Operand): Operand => ({ kind: 'call', name: 'log', of: inner });
  const binary = (operator: '+' | '/', left: Operand, right: Operand): Operand => ({
    kind: 'arithmetic',
    operator,
    left,
    right,
  });
  if (name === 'log1p') return log(binary('+', one, of));
  if (name === 'log10' || name === 'log2') {
    return binary('/', log(of), log({ kind: 'number', text: name.slice(3) }));
  }
  if (name !== 'as.integer' || of.kind === 'choice') return of;
  const negative: Test = { kind: 'compare', operator: '<', left: of, right: zero };
  const [yes, no] = (['ceil', 'floor'] as const).map((to): Operand => ({
    kind: 'call',
    name: to,
    of,
  }));
  return { kind: 'choice', test: negative, yes: yes!, no: no! };
}

/** `case_when(x > 1 ~ 2, TRUE ~ 0)`: the first condition that is true. */
function caseWhen({ reader, whole, grammar, start }: Site): Operand {
  const cases: { readonly test: Condition | true; readonly value: Operand }[] = [];
  while (accept(reader, /\)/) === undefined) {
    if (cases.length > 0) expect(reader, /,/, 'list-separator');
    const isDefault = accept(reader, /\.default\s*=(?!=)|TRUE\s*~/) !== undefined;
    const test = isDefault ? true : conditionOf(whole(), grammar, reader, start);
    if (!isDefault) expect(reader, /~/, 'tilde');
    cases.push({ test, value: operandOf(whole(), reader, start, grammar) });
  }
  return cases.reduceRight<Operand>(
    (no, { test, value }) => {
      if (test === true) return value;
      const holds = filterOf(test, threeValued);
      if (value.kind === 'absent')
        return { kind: 'choice', test: { kind: 'not', of: holds }, yes: no };
      return { kind: 'choice', test: holds, yes: value, ...(no.kind === 'absent' ? {} : { no }) };
    },
    { kind: 'absent' },
  );
}

const groupsOf = ({ rows }: Site) => rows.groups ?? [];

/** `mean(x, na.rm = TRUE)` in the groups; without na.rm missing where a value of the group is. */
function summary(name: string, site: Site): Operand | undefined {
  const { reader, start, grammar } = site;
  const parts = readArguments(site);
  const [first, ...others] = parts.filter(({ name: argument }) => argument !== 'na.rm');
  if (first === undefined || others.length > 0) return undefined;
  const removes = parts.some(
    ({ name: argument, part }) => argument === 'na.rm' && part.kind === 'truth' && part.value,
  );
  const of = operandOf(first.part, reader, start, grammar);
  return strict({ kind: 'summary', name, of, by: groupsOf(site) }, removes);
}

function special(name: string, site: Site): Operand | undefined {
  const { reader, start, grammar, rows } = site;
  const text = reader.text.slice(reader.position, reader.end);
  const by = groupsOf(site);
  if (name === 'ave') return average(site, text);
  if (name === 'Winsorize') return winsorized(site, by, text);
  const parts = readArguments(site);
  const values = () => parts.map(({ part }) => operandOf(part, reader, start, grammar));
  if (/^(?:ifelse|if_else|fifelse)$/.test(name) && parts.length === 3) {
    const [yes, no] = parts.slice(1).map(({ part }) => operandOf(part, reader, start, grammar));
    return choiceOf(conditionOf(parts[0]!.part, grammar, reader, start), yes!, no!);
  }
  if (name === 'n' && parts.length === 0)
    return { kind: 'summary', name: 'count', of: undefined, by };
  if (name === 'row_number' && parts.length === 0 && rows.order !== undefined) {
    return { kind: 'summary', name: 'rank', of: { kind: 'column', name: rows.order }, by };
  }
  if (name === 'scale' && parts.length === 1) {
    accept(reader, /\[\s*,\s*1\s*\]/);
    return { kind: 'summary', name: 'std', of: values()[0]!, by };
  }
  if (/^(?:lag|lead|diff)$/.test(name)) return shifted(name, site, parts);
  return undefined;
}

/** Lags in the units of the panel. @throws InputError `command-syntax` for lags of rows without units */
function shifted(
  name: string,
  { reader, start, grammar, rows }: Site,
  parts: readonly NamedPart[],
): Operand {
  const [first, second] = parts.filter(
    ({ name: argument }) => !/^(?:order_by|default)$/.test(argument ?? ''),
  );
  const isUnit =
    rows.unit !== undefined && (rows.groups === undefined || rows.groups.join() === rows.unit);
  if (!isUnit || first === undefined || parts.length > 2) {
    throw failure(reader, commandProblem['other-row']({ index: `${name}()` }), start);
  }
  const count =
    second === undefined || isCondition(second.part) || second.part.kind !== 'number'
      ? 1
      : Number(second.part.text);
  const operator = { lag: 'L', lead: 'F', diff: 'D' }[name] as 'L' | 'F' | 'D';
  return {
    kind: 'shift',
    operator,
    order: count,
    of: operandOf(first.part, reader, start, grammar),
  };
}
