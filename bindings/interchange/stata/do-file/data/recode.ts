/** `recode x y (1 2 = 0) (3/max = 1 "high") (else = .), generate(a b)`: the first rule that a value meets decides. */
import type { Filter, Operand } from '../../../filters/filter.js';
import { chosen } from '../../../filters/stata-values.js';
import { optionOf, wordsOf } from '../parts.js';

/** A rule: the values that it is for, and the new one. */
interface Rule {
  readonly from: string;
  readonly to: string;
}

export interface Recoded {
  /** The columns of the statement, and their new names. */
  readonly columns: readonly (readonly [from: string, to: string])[];
  /** The new value of a column. */
  readonly valueOf: (column: string) => Operand;
}

const number = String.raw`-?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?`;
const listed = new RegExp(
  String.raw`^(?:${number}\s*/\s*(?:${number}|max)|min\s*/\s*${number}|${number}|\.)(?:\s+|$)`,
);

/** The columns and rules of the statement; undefined for a form that has no translation. */
export function recodeOf(body: string, options: string): Recoded | undefined {
  const [, names = '', text = ''] = /^recode\s+((?:[A-Za-z_]\w*\s+)+)([^]*)$/.exec(body) ?? [];
  const columns = wordsOf(names);
  const rules = rulesOf(text.trim());
  const left = options
    .replace(/\b(?:g\w*|pre\w*|label)\s*\([^()]*\)/g, '')
    .replace(/\b(?:copy\w*|test)\b/g, '');
  const after = newNames(columns, options);
  if (rules === undefined || after?.length !== columns.length || left.trim() !== '')
    return undefined;
  return {
    columns: columns.map((name, i) => [name, after[i]!]),
    valueOf: (column) => valueBy(rules, { kind: 'column', name: column }),
  };
}

/** The names of `generate()` or `prefix()`, or those of the columns. */
function newNames(columns: readonly string[], options: string): readonly string[] | undefined {
  const generated = optionOf(options, /g(?:e(?:n(?:e(?:r(?:a(?:te?)?)?)?)?)?)?/);
  if (generated !== undefined) return wordsOf(generated);
  const prefix = optionOf(options, /pre(?:f(?:ix?)?)?/);
  return prefix === undefined ? columns : columns.map((name) => `${prefix}${name}`);
}

/** `(1 2 = 0) (3 = 1)`, or one rule without parentheses; undefined for other texts. */
function rulesOf(text: string): Rule[] | undefined {
  const bare = text.replace(/"[^"]*"/g, '');
  const inside = bare.startsWith('(')
    ? [...bare.matchAll(/\(([^()]*)\)/g)].map(([, rule]) => rule!)
    : [bare];
  if (bare.startsWith('(') && bare.replace(/\([^()]*\)/g, '').trim() !== '') return undefined;
  const rules = inside.map(ruleOf);
  return rules.length === 0 || rules.includes(undefined) ? undefined : rules.map((rule) => rule!);
}

function ruleOf(text: string): Rule | undefined {
  const [, from, to] = new RegExp(String.raw`^([^=]+)=\s*(${number}|\.)\s*$`).exec(text) ?? [];
  if (from === undefined) return undefined;
  const rule = { from: from.trim(), to: to! };
  const isKnown = isRest(rule) || filterOf(rule.from, { kind: 'absent' }) !== undefined;
  return isKnown ? rule : undefined;
}

const isRest = ({ from }: Rule): boolean => /^(?:else|\*)$/.test(from);

function valueBy(rules: readonly Rule[], of: Operand): Operand {
  return rules.reduceRight<Operand>((no, rule) => {
    const yes: Operand = rule.to === '.' ? { kind: 'absent' } : { kind: 'number', text: rule.to };
    return isRest(rule) ? yes : chosen(filterOf(rule.from, of)!, yes, no);
  }, of);
}

/** The rows of `1 2`, `3/max`, `missing` or `nonmissing`; undefined for another text. */
function filterOf(from: string, of: Operand): Filter | undefined {
  const missing: Filter = { kind: 'absence', of: [of] };
  const present: Filter = { kind: 'not', of: missing };
  if (/^mis(?:s(?:ing)?)?$/.test(from)) return missing;
  if (/^nonm(?:iss(?:ing)?)?$/.test(from)) return present;
  const parts: Filter[] = [];
  for (let rest = from.replace(/\s*\/\s*/g, '/'); rest !== '';) {
    const [part] = listed.exec(rest) ?? [];
    if (part === undefined) return undefined;
    parts.push(part.trim() === '.' ? missing : within(part.trim(), of));
    rest = rest.slice(part.length);
  }
  return parts.length === 1 ? parts[0] : { kind: 'or', of: parts };
}

/** A value, or a range whose ends belong to it. */
function within(part: string, left: Operand): Filter {
  const compare = (operator: '==' | '>=' | '<=', text: string): Filter => ({
    kind: 'holds',
    of: { kind: 'compare', operator, left, right: { kind: 'number', text } },
  });
  const [low, high] = part.split('/') as [string, string | undefined];
  if (high === undefined) return compare('==', low);
  const ends = [
    ...(low === 'min' ? [] : [compare('>=', low)]),
    ...(high === 'max' ? [] : [compare('<=', high)]),
  ];
  return ends.length === 1 ? ends[0]! : { kind: 'and', of: ends };
}
