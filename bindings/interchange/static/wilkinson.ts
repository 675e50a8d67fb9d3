/**
 * Formulas of R and Python (Wilkinson and Rogers 1973) as parts of a model's formula: `y ~ log(x) + factor(g):z`. The
 * languages differ in the names of functions and in the sign of powers.
 */
import { withoutEscapes } from '../../core/escapes/code-points.js';
import { parseTerms, termName } from '../../data/index.js';
import { checkTerms, nested, wholeNumbers } from '../bounds.js';
import { accept, ended, expect, failure, type Reader, unexpected } from '../reader.js';
import { scriptProblem } from '../../words/errors/interchange/scripts.js';
import { commandFault } from '../../words/errors/interchange/syntax.js';

export interface Dialect {
  readonly language: string;
  /** Names of functions as in a model's formula, by their names in the language. */
  readonly functions: Readonly<Record<string, string>>;
  /** Functions that make dummies. */
  readonly factors: readonly string[];
  /** Those of them that take a reference level. */
  readonly levelled: readonly string[];
  readonly lags: readonly string[];
  readonly leads: readonly string[];
  readonly differences: readonly string[];
  /** Functions whose text argument is a column name, such as `Q("gross output")`. */
  readonly quotes: readonly string[];
  readonly power: RegExp;
  readonly name: RegExp;
}

/** Terms joined by `+` and `-`. */
export interface Sum {
  readonly terms: readonly string[];
  /** Terms after a minus. */
  readonly removed: readonly string[];
  /** Undefined if neither 0 nor 1 is named. */
  readonly intercept: boolean | undefined;
  /** True if a dot means the terms of the part before. */
  readonly dot: boolean;
}

/** A part between bars; with `~` it has a left side. */
export interface Part extends Sum {
  readonly left?: Sum;
}

export interface WrittenFormula {
  readonly depvar: string;
  readonly parts: readonly Part[];
}

/** Reads the whole formula. Throws InputError `command-syntax` with a caret. */
export function readFormula(reader: Reader, dialect: Dialect): WrittenFormula {
  const start = reader.position;
  const outcome = readProduct(reader, dialect);
  if (outcome.length !== 1) throw failure(reader, scriptProblem['one-outcome'](), start);
  expect(reader, /~/, 'tilde');
  const parts = [readPart(reader, dialect)];
  while (accept(reader, /\|/) !== undefined) parts.push(readPart(reader, dialect));
  if (!ended(reader)) throw unexpected(reader, 'end-of-formula');
  return { depvar: outcome[0]!, parts };
}

function readPart(reader: Reader, dialect: Dialect): Part {
  const sum = readSum(reader, dialect);
  if (accept(reader, /~/) === undefined) return sum;
  return { ...readSum(reader, dialect), left: sum };
}

/** Reads terms up to a bar, a bracket or the end. Throws InputError `command-syntax` with a caret. */
export function readSum(reader: Reader, dialect: Dialect): Sum {
  const terms: string[] = [];
  const removed: string[] = [];
  let intercept: boolean | undefined;
  let dot = false;
  let sign = accept(reader, /[-+]/)?.[0] ?? '+';
  do {
    const number = accept(reader, /[01](?![\w.])/)?.[0];
    if (number !== undefined) intercept = (number === '1') === (sign === '+');
    else if (accept(reader, /\.(?![\w.])/) !== undefined) dot = true;
    else (sign === '-' ? removed : terms).push(...readProduct(reader, dialect));
    sign = accept(reader, /[-+]/)?.[0] ?? '';
  } while (sign !== '');
  return { terms, removed, intercept, dot };
}

/** Factors joined by `:` and `*`. */
function readProduct(reader: Reader, dialect: Dialect): string[] {
  let terms = readFactor(reader, dialect);
  for (;;) {
    const cross = accept(reader, /:(?!:)|%in%|\*(?!\*)|\^(?=\s*[A-Za-z.])/)?.[0];
    if (cross === undefined) return terms;
    const next = readFactor(reader, dialect);
    checkTerms(reader, (terms.length + 1) * (next.length + 1));
    const products = terms.flatMap((one) => next.map((other) => `${one}:${other}`));
    terms = cross === '*' ? [...terms, ...next, ...products] : products;
  }
}

function readFactor(reader: Reader, dialect: Dialect): string[] {
  if (accept(reader, /\(/) !== undefined) {
    const { terms } = nested(reader, () => readSum(reader, dialect));
    expect(reader, /\)/, { oneOf: ['")"'] });
    const order = Number(accept(reader, /(?:\^|\*\*)\s*([2-4])(?![\d.])/)?.[1] ?? 1);
    checkTerms(reader, countCrossed(terms.length, order));
    return crossed(terms, order);
  }
  const quoted = accept(reader, /`[^`]+`/);
  if (quoted !== undefined) {
    return [dialect.language === 'R' ? withoutEscapes(quoted[0]) : quoted[0]];
  }
  const { position: start } = reader;
  const [name] = expect(reader, dialect.name, 'variable');
  if (accept(reader, /\(/) !== undefined) {
    return nested(reader, () => readCall(reader, name, start, dialect));
  }
  return [columnName(name)];
}

/** Products of at most `order` of `n` terms. */
function countCrossed(n: number, order: number): number {
  let [count, all] = [1, 0];
  for (let k = 1; k <= order; ++k) all += count *= (n - k + 1) / k;
  return Math.round(all);
}

/** `(a + b)^2` has a, b and a:b. */
function crossed(terms: readonly string[], order: number): string[] {
  let products = terms.map((term, i) => ({ term, last: i }));
  const all = [...terms];
  for (let n = 2; n <= order; ++n) {
    products = products.flatMap(({ term, last }) =>
      terms.slice(last + 1).map((next, i) => ({ term: `${term}:${next}`, last: last + 1 + i })),
    );
    all.push(...products.map(({ term }) => term));
  }
  return all;
}

const quotedName =
  /\\?"((?:[^"\\]|\\{1,2}[xuU][\da-f]{2,8})+)\\?"|\\?'((?:[^'\\]|\\{1,2}[xuU][\da-f]{2,8})+)\\?'/;

function readCall(reader: Reader, name: string, start: number, dialect: Dialect): string[] {
  if (dialect.factors.includes(name)) return readDummies(reader, name, dialect);
  if (name === 'relevel') return [readRelevel(reader, dialect)];
  if (dialect.quotes.includes(name)) {
    // In a formula in double quotes, the script escapes the double quotes of the name.
    const [, double, single] = expect(reader, quotedName, 'quoted-column');
    expect(reader, /\)/, { oneOf: ['")"'] });
    return [columnName(withoutEscapes(double ?? single!))];
  }
  if (name === 'I') return [readArithmetic(reader, dialect)];
  const called = dialect.functions[name];
  if (called !== undefined) {
    const inner = readArithmeticTerm(reader, dialect);
    expect(reader, /\)/, { oneOf: ['")"'] });
    return [`${called}(${inner})`];
  }
  return readShift(reader, name, start, dialect);
}

function readShift(reader: Reader, name: string, start: number, dialect: Dialect): string[] {
  const { language, lags, leads, differences, functions, factors } = dialect;
  const kinds = [
    ['L', lags],
    ['F', leads],
    ['D', differences],
  ] as const;
  const letter = kinds.find(([, names]) => names.includes(name))?.[0];
  if (letter === undefined) {
    const listed = [...Object.keys(functions), ...factors, ...lags, ...leads, ...differences, 'I'];
    throw failure(
      reader,
      commandFault['formula-function']({ language, name, known: listed }),
      start,
    );
  }
  const of = readArithmeticTerm(reader, dialect);
  accept(reader, /,\s*(?:k\s*=\s*|lag\s*=\s*)?/);
  const orders = reader.text[reader.position] === ')' ? [1] : readNumbers(reader);
  expect(reader, /\)/, 'parenthesis-after-lags');
  return orders.map((order) => termName(parseTerms(shiftText(letter, order, of))[0]!));
}

function shiftText(letter: 'L' | 'F' | 'D', order: number, of: string): string {
  if (order === 0) return of;
  const forward = order < 0 && letter !== 'D' ? { L: 'F', F: 'L' }[letter] : letter;
  return `${forward}${Math.abs(order)}.(${of})`;
}

/** `2`, `1:3`, `-1` or `c(1, 3)`. */
function readNumbers(reader: Reader): number[] {
  if (accept(reader, /c\s*\(/) !== undefined) {
    const numbers = nested(reader, () => readNumbers(reader));
    while (accept(reader, /,/) !== undefined)
      checkTerms(reader, numbers.push(...nested(reader, () => readNumbers(reader))));
    expect(reader, /\)/, { oneOf: ['")"'] });
    return numbers;
  }
  const from = Number(expect(reader, /(-?\d+)L?/, 'lag-or-range')[1]);
  const to = Number(accept(reader, /:\s*(-?\d+)/)?.[1] ?? from);
  return wholeNumbers(from, to);
}

/** A level as a formula of a model writes it, which has no escapes. */
function readLevel(reader: Reader): string {
  const start = reader.position;
  const [written] = expect(reader, /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|-?[\d.]+/, 'level');
  if (!written.includes('\\')) return written;
  const level = withoutEscapes(written.slice(1, -1));
  if (!level.includes("'")) return `'${level}'`;
  if (!level.includes('"')) return `"${level}"`;
  throw failure(reader, scriptProblem['both-quotes'](), start);
}

/** The arguments of `factor(g)`, `i(g, ref = 3)`, `C(g, Treatment(reference=3))`. */
function readDummies(reader: Reader, name: string, dialect: Dialect): string[] {
  const inner = readFactor(reader, dialect)[0]!;
  const other = name === 'i' ? readInteracted(reader) : undefined;
  let ref: string | undefined;
  if (dialect.levelled.includes(name) && accept(reader, /,/) !== undefined) {
    expect(reader, /(?:Treatment\s*\(\s*)?(?:ref(?:erence)?\s*=\s*)?(?=["'\d-])/, 'ref');
    ref = readLevel(reader);
    accept(reader, /\)(?=\s*\))/);
  }
  expect(reader, /\)/, { closedAfterColumnOf: name });
  const column = inner.startsWith('i(') ? inner.slice(2, -1) : inner;
  const dummies = `i(${column}${ref === undefined ? '' : `, ref=${ref}`})`;
  if (other === undefined) return [dummies];
  // With the variable itself in the model, its products are relative to the reference level.
  return ref === undefined ? [`${dummies}:${other}`] : [other, `${dummies}:${other}`];
}

/** The second variable of `i(year, treated, ref = 2000)` of fixest, where `i.g` is a factor. */
function readInteracted(reader: Reader): string | undefined {
  const [, isFactor, variable] =
    accept(reader, /,\s*(?!ref\b|keep\b|bin\b)(i\.)?([A-Za-z_][\w.]*)(?=\s*[,)])/) ?? [];
  if (variable === undefined) return undefined;
  return isFactor === undefined ? columnName(variable) : `i(${columnName(variable)})`;
}

/** `relevel(factor(g), ref = "2")`. */
function readRelevel(reader: Reader, dialect: Dialect): string {
  const inner = readFactor(reader, dialect)[0]!;
  expect(reader, /,\s*(?:ref\s*=\s*)?/, { oneOf: ['","'] });
  const ref = readLevel(reader);
  expect(reader, /\)/, { oneOf: ['")"'] });
  const number = /^["'](-?\d+)["']$/.exec(ref)?.[1];
  return `i(${inner.replace(/^i\(|\)$/g, '')}, ref=${number ?? ref})`;
}

/** The argument of `I()`: a product of powers. */
function readArithmetic(reader: Reader, dialect: Dialect): string {
  const term = readArithmeticTerm(reader, dialect);
  expect(reader, /\)/, { oneOf: ['")"'] });
  return term;
}

/** A product of functions and powers of columns as a term; an empty text if the expression is something else. */
export function termText(expression: string, dialect: Dialect): string {
  const reader: Reader = { text: expression, position: 0 };
  try {
    const term = readArithmeticTerm(reader, dialect);
    return ended(reader) ? term : '';
  } catch {
    return '';
  }
}

function readArithmeticTerm(reader: Reader, dialect: Dialect): string {
  const factors = [readPower(reader, dialect)];
  while (accept(reader, /\*(?!\*)/) !== undefined) factors.push(readPower(reader, dialect));
  const [first] = factors;
  const isPower = factors.length > 1 && factors.every((one) => one === first);
  return isPower ? `${first!}^${factors.length}` : factors.join(':');
}

function readPower(reader: Reader, dialect: Dialect): string {
  const { position: start } = reader;
  const terms = readFactor(reader, dialect);
  if (terms.length !== 1) throw failure(reader, scriptProblem['one-variable'](), start);
  if (accept(reader, dialect.power) === undefined) return terms[0]!;
  const [exponent] = expect(reader, /-?\d+(?:\.\d+)?/, 'number-as-power');
  return termName(parseTerms(`(${terms[0]!})^${exponent}`)[0]!);
}

/** Names with periods are written in backquotes, as periods are operators in a model's formula. */
function columnName(name: string): string {
  return /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}

/** Effects, endogenous variables and instruments of the parts after the first: `y ~ x | fe | w ~ z`. */
export function fixestParts([, ...rest]: readonly Part[]) {
  const last = rest.at(-1);
  const instrumented = last?.left === undefined ? undefined : last;
  const hasEffects = rest.length > Number(instrumented !== undefined);
  return {
    effects: hasEffects ? rest[0]!.terms : [],
    endogenous: instrumented?.left?.terms ?? [],
    excluded: instrumented?.terms ?? [],
  };
}
