/** Statements of a do-file that make, rename or choose data. */
import {
  codesOf,
  copyOf,
  type Derived,
  factorOf,
  isRead,
  type Made,
  resolvedFilter,
  termOf,
  withMade,
} from '../../../derived.js';
import { withCondition, withSentences } from '../../../bounds.js';
import { fileAfter } from '../../../made.js';
import type { Frame } from '../frame.js';
import { withoutGroups } from '../parts.js';
import { dropsOtherRows } from './merge.js';
import { computedColumns, type MadeColumn } from './make.js';
import { stataFilter } from '../../../filters/stata.js';
import { rowsNotRead } from '../../../../words/errors/interchange/notes.js';
import type { Told } from '../../../../words/told.js';

const types = '(?:byte|int|long|float|double|strL|str\\d+)';
const generate = new RegExp(
  `^g(?:e(?:n(?:e(?:r(?:a(?:te?)?)?)?)?)?)?\\s+(?:${types}\\s+)?(\\w+)(?::\\w+)?\\s*=\\s*([^=][^]*)$`,
);
const otherMade =
  /^(?:egen|replace|gen\w*|g|tabulate|tab|predict|recode|merge|bysort|bys|by|destring|tostring|encode|decode|winsor2?|xtile|mvdecode|mvencode)\b/;

/** Reads `generate ly = ln(y)`, `egen`, `encode`, `rename`, `keep if`; false for another statement. */
export function readColumns(text: string, line: number, frame: Frame): boolean {
  const made = madeColumns(text, line, frame);
  if (made !== undefined) {
    for (const [name, meaning] of made) frame.derived = withMade(frame.derived, name, meaning);
    return made.every(([, meaning]) => isRead(meaning));
  }
  const renamed = renamedColumn(text, line, frame.derived);
  if (renamed !== undefined) {
    for (const [name, meaning] of renamed) frame.derived = withMade(frame.derived, name, meaning);
    return true;
  }
  if (/^(?:sort|gsort|order|compress|describe|label|format)\b/.test(text)) return true;
  if (/^(?:keep|drop)\s+(?!if\b|in\b)[\w*?\s-]+$/.test(text)) return true;
  if (dropsOtherRows(text, frame)) return true;
  const chosen = /^(keep|drop)\s+if(?![\w.])\s*([^]+)$/.exec(text);
  if (chosen !== null) return readFilter(chosen[1]!, chosen[2]!, frame);
  markUnread(text, line, frame);
  return false;
}

/** The columns that a statement computes, those that it names if it is not translated; undefined for another statement. */
function madeColumns(text: string, line: number, frame: Frame): readonly MadeColumn[] | undefined {
  const [, name, expression] = generate.exec(text) ?? [];
  const same = name === undefined ? undefined : termMade(expression!, frame.derived, line);
  if (same?.same !== undefined) return [[name!, same]];
  try {
    const made = computedColumns(text, line, frame);
    if (made === undefined || same?.term === undefined) return made;
    return made.map(([one, meaning]) => [one, { ...same, ...meaning }] as const);
  } catch (error) {
    if (same?.term !== undefined) return [[name!, same]];
    markUnread(text, line, frame);
    throw error;
  }
}

/** `ln(y)`, `x^2`, `x*z` or `L.x` as a term. */
function termMade(expression: string, derived: Derived, line: number): Made {
  const plain = expression.trim().replace(/\bln\(/g, 'log(');
  const isSigned = /[-+/,&|=<>]|\sif\s|"/.test(plain.replace(/\^-(?=\d)/g, '^'));
  if (isSigned || /\b_[nN]\b/.test(plain)) return { line };
  const squared = plain.replace(/\b(\w+)\s*\*\s*\1\b(?!\s*[*^(])/, '$1^2');
  return termOf(squared.replace(/\s*\*\s*/g, ':'), derived, line);
}

/** The columns that a statement copies, codes or renames; undefined for another statement. */
function renamedColumn(
  text: string,
  line: number,
  derived: Derived,
): [name: string, made: Made][] | undefined {
  const rename = /^ren(?:ame)?\s+(\w+)\s+(\w+)\s*$/.exec(text);
  if (rename !== null) return [[rename[2]!, copyOf(rename[1]!, derived, line)]];
  const several = /^ren(?:ame)?\s+\(([\w\s]+)\)\s+\(([\w\s]+)\)\s*$/.exec(text);
  if (several !== null) {
    const [before, after] = [several[1]!, several[2]!].map((list) => list.trim().split(/\s+/));
    return after!.map((name, i) => [name, copyOf(before![i] ?? name, derived, line)]);
  }
  const coded = /^(en|de)code\s+(\w+)\s*,\s*gen(?:erate)?\((\w+)\)\s*$/.exec(text);
  if (coded !== null) {
    const [, , from, to] = coded;
    // The scripts of export code a column only if it is text.
    const isExported = from === `${to!}_text`;
    return [[to!, isExported ? copyOf(from, derived, line) : codesOf(from!, derived, line)]];
  }
  const group = /^egen\s+(?:\w+\s+)?(\w+)\s*=\s*group\(\s*(\w+)\s*\)\s*$/.exec(text);
  if (group !== null) return [[group[1]!, codesOf(group[2]!, derived, line)]];
  return typedColumns(text, line, derived);
}

/** `destring x, replace` and `tostring g, generate(s)`, without options that change values. */
function typedColumns(text: string, line: number, derived: Derived): [string, Made][] | undefined {
  const typed = /^(de|to)string\s+([\w\s]+?)\s*,\s*(?:replace|gen(?:erate)?\(([\w\s]+)\))\s*$/.exec(
    text,
  );
  if (typed === null) return undefined;
  const [, direction, from, to] = typed;
  const before = from!.trim().split(/\s+/);
  const after = to === undefined ? before : to.trim().split(/\s+/);
  const makes = direction === 'to' ? factorOf : copyOf;
  return after.map((name, i) => [name, makes(before[i] ?? name, derived, line)]);
}

function readFilter(word: string, text: string, frame: Frame): boolean {
  const written = stataFilter({ text, position: 0 }, word === 'drop');
  const { filter, lacking } = resolvedFilter(written, frame.derived);
  frame.filters = withCondition(frame.filters, filter);
  frame.changes = withSentences(frame.changes, lacking);
  return true;
}

const otherRows =
  /^(?:keep|drop)\s+(?:if|in)\b|^(?:merge|joinby|append|collapse|contract|reshape|expand|duplicates\s+drop|fillin|sample|bsample|stack|cross|xtdata|use|import|insheet|restore)\b/;

/** True for a statement that makes or changes columns or rows. */
export function changesData(text: string): boolean {
  return otherMade.test(text) || otherRows.test(withoutGroups(text));
}

/** A statement that changes the rows and is not translated. */
interface RowChange {
  /** The file that the user is to make of the data after it. */
  readonly data: string;
  readonly sentence: Told;
}

/** What an unread statement that changes the rows leaves; undefined for others. */
export function rowChange(text: string, line: number): RowChange | undefined {
  const file = `${fileAfter(line)}.dta`;
  const plain = withoutGroups(text);
  if (!otherRows.test(plain)) return undefined;
  const [command] = /^\S+/.exec(plain)!;
  return { data: file, sentence: rowsNotRead({ command, line, file }) };
}

const oneMade = new RegExp(
  `\\b(?:egen|replace|gen\\w*|g|predict|xtile)\\s+(?:${types}\\s+)?(\\w+)`,
);
const severalMade =
  /^(?:recode|winsor2?|mvdecode|mvencode|destring|tostring|encode|decode)\s+([\w\s]+?)\s*(?:[,(]|\bif\b|$)/;

/** Forgets columns that an untranslated statement makes or changes. */
function markUnread(text: string, line: number, frame: Frame): void {
  if (!otherMade.test(text)) return;
  const generated = /,[^]*\bg(?:e(?:n(?:erate)?)?)?\(([\w\s]+)\)/.exec(text)?.[1];
  const listed = severalMade.exec(text)?.[1];
  const names = generated ?? listed ?? oneMade.exec(text)?.[1] ?? '';
  for (const name of names.split(/\s+/).filter((one) => one !== '')) {
    frame.derived = withMade(frame.derived, name, { line });
  }
}
