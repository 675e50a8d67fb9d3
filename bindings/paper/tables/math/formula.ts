/** Formulas in labels, read from a small part of TeX; only what is known is ever written. */
import { marks, operators, symbols } from './symbols.js';

export type Formula = readonly Part[];

export type Part =
  | { readonly kind: 'name' | 'number' | 'operator' | 'words'; readonly text: string }
  | {
      readonly kind: 'script';
      readonly base: Formula;
      readonly sub?: Formula;
      readonly sup?: Formula;
    }
  | { readonly kind: 'fraction'; readonly over: Formula; readonly under: Formula }
  | { readonly kind: 'root'; readonly of: Formula }
  /** A combining character above the base. */
  | { readonly kind: 'accent'; readonly mark: string; readonly of: Formula };

/** What is left of a formula while it is read. */
interface Rest {
  readonly tokens: readonly string[];
  next: number;
}

/** The parts of a formula; undefined for anything outside the notation. */
function parseFormula(tex: string): Formula | undefined {
  const tokens = tex.match(/\\[A-Za-z]+|\\.|\d+(?:\.\d+)?|\S|\s+/gu) ?? [];
  const rest: Rest = { tokens, next: 0 };
  const parts = formulaIn(rest);
  return parts !== undefined && parts.length > 0 && rest.next === tokens.length ? parts : undefined;
}

function formulaIn(rest: Rest): Formula | undefined {
  const parts: Part[] = [];
  for (let token = peek(rest); token !== undefined && token !== '}'; token = peek(rest)) {
    if (token === '_' || token === '^') {
      const base = parts.pop();
      const script = scriptOf(base, rest);
      if (script === undefined) return undefined;
      parts.push(script);
      continue;
    }
    const part = partIn(rest);
    if (part === undefined) return undefined;
    parts.push(...part);
  }
  return parts;
}

/** The next token that is no space. */
function peek(rest: Rest): string | undefined {
  while (rest.tokens[rest.next]?.trim() === '') rest.next++;
  return rest.tokens[rest.next];
}

function take(rest: Rest): string {
  const token = peek(rest) ?? '';
  rest.next++;
  return token;
}

function scriptOf(base: Part | undefined, rest: Rest): Part | undefined {
  const isSub = take(rest) === '_';
  const of = argumentIn(rest);
  if (base === undefined || of === undefined) return undefined;
  const key = isSub ? 'sub' : 'sup';
  if (base.kind !== 'script') return { kind: 'script', base: [base], [key]: of };
  return base[key] === undefined ? { ...base, [key]: of } : undefined;
}

/** A part in braces, or the next one. */
function argumentIn(rest: Rest): Formula | undefined {
  if (peek(rest) !== '{') return partIn(rest);
  take(rest);
  const parts = formulaIn(rest);
  return parts !== undefined && take(rest) === '}' ? parts : undefined;
}

function partIn(rest: Rest): Formula | undefined {
  const token = peek(rest);
  if (token === '{') return argumentIn(rest);
  if (token === undefined || '}_^'.includes(token)) return undefined;
  take(rest);
  if (token.startsWith('\\') && token.length > 1) return commandIn(token.slice(1), rest);
  if (/^\d/.test(token)) return [{ kind: 'number', text: token }];
  if (/^\p{L}$/u.test(token)) return [{ kind: 'name', text: token }];
  return operators.includes(token) ? [{ kind: 'operator', text: token }] : undefined;
}

function commandIn(name: string, rest: Rest): Formula | undefined {
  if (name === 'text' || name === 'mathrm') return wordsIn(rest);
  if (name === 'frac') {
    const [over, under] = [argumentIn(rest), argumentIn(rest)];
    return over && under && [{ kind: 'fraction', over, under }];
  }
  if (name === 'sqrt' || Object.hasOwn(marks, name)) {
    const of = argumentIn(rest);
    if (of === undefined) return undefined;
    return [name === 'sqrt' ? { kind: 'root', of } : { kind: 'accent', mark: marks[name]!, of }];
  }
  const symbol = symbols.get(name);
  if (symbol === undefined) return undefined;
  return [{ kind: /\p{L}/u.test(symbol) ? 'name' : 'operator', text: symbol }];
}

function wordsIn(rest: Rest): Formula | undefined {
  if (take(rest) !== '{') return undefined;
  let text = '';
  while (rest.next < rest.tokens.length) {
    const token = rest.tokens[rest.next++]!;
    if (token === '}') return [{ kind: 'words', text }];
    if (/[\\{$]/.test(token)) return undefined;
    text += token;
  }
  return undefined;
}

/** Text of a label, or a formula in it. */
export type Run = { readonly text: string } | { readonly formula: Formula };

const MARK = 'math:';

/** A label that is one formula, with braces around it, so that it can become a part of others. */
export function braced(label: string): string {
  if (!label.startsWith(MARK) || label.startsWith(`${MARK}{`)) return label;
  return `${MARK}{${label.slice(MARK.length).trim()}}`;
}

/** The texts and formulas of a label; what cannot be read stays text. */
export function runsOf(label: string): Run[] {
  if (!label.includes(MARK)) return [{ text: label }];
  const runs: Run[] = [];
  let left = braced(label);
  for (let start = left.indexOf(`${MARK}{`); start >= 0; start = left.indexOf(`${MARK}{`)) {
    const end = closing(left, start + MARK.length);
    const formula = parseFormula(left.slice(start + MARK.length + 1, end));
    if (end < 0 || formula === undefined) break;
    if (start > 0) runs.push({ text: left.slice(0, start) });
    runs.push({ formula });
    left = left.slice(end + 1);
  }
  return left === '' ? runs : [...runs, { text: left }];
}

/** The place of the brace that closes the one at `open`; -1 if there is none. */
function closing(text: string, open: number): number {
  let depth = 0;
  for (let i = open; i < text.length; i++) {
    if (text[i] === '{') depth++;
    if (text[i] === '}') depth--;
    if (depth === 0) return i;
  }
  return -1;
}

/** The label with each formula written by `write` and each text by `escape`. */
export function written(
  label: string,
  escape: (text: string) => string,
  write: (formula: Formula) => string,
): string {
  if (!label.includes(MARK)) return escape(label);
  return runsOf(label)
    .map((run) => ('formula' in run ? write(run.formula) : escape(run.text)))
    .join('');
}
