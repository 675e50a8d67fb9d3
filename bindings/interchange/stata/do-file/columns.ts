/** Statements of a do-file that make, rename or choose data. */
import type { ImportOptions } from '../../imported.js';
import { type Derived, derive } from '../../derived.js';
import { conditionOf } from '../read-condition.js';

/** What a do-file has said so far. */
export interface Frame {
  known: ImportOptions;
  readonly derived: Derived;
  /** Filters of `keep if` and `drop if`. */
  filters: string[];
  /** Sentences on statements that change the rows and are not translated. */
  changes: string[];
}

const generate =
  /^g(?:e(?:n(?:e(?:r(?:a(?:te?)?)?)?)?)?)?\s+(?:(?:byte|int|long|float|double)\s+)?(\w+)\s*=\s*([^=][^]*)$/;
const otherMade =
  /^(?:egen|replace|gen\w*|g|tabulate|tab|predict|recode|merge|bysort|bys|by|destring|winsor2?|xtile)\b/;

/** Reads `generate ly = ln(y)`, `encode`, `rename`, `keep if`; false for another statement. */
export function readColumns(text: string, line: number, frame: Frame): boolean {
  const made = generate.exec(text);
  if (made !== null) {
    const [, name, expression] = made;
    const term = termOf(expression!, frame);
    frame.derived.set(name!, { term, line });
    return term !== undefined;
  }
  const renamed =
    /^encode\s+(\w+)\s*,\s*gen(?:erate)?\((\w+)\)\s*$/.exec(text) ??
    /^ren(?:ame)?\s+(\w+)\s+(\w+)\s*$/.exec(text);
  if (renamed !== null) {
    const [, from, to] = renamed;
    const known = frame.derived.get(from!);
    frame.derived.set(to!, known ?? { term: from!, line });
    return true;
  }
  if (/^(?:destring(?!.*\bgen)|sort|gsort|order|compress|describe|label|format)\b/.test(text))
    return true;
  const chosen = /^(keep|drop)\s+if\s+([^]+)$/.exec(text);
  if (chosen !== null) return readFilter(chosen[1]!, chosen[2]!, frame);
  markUnread(text, line, frame);
  return false;
}

/** `ln(y)`, `x^2`, `x*z` or `L.x` as a term; undefined for other expressions. */
function termOf(expression: string, { derived }: Frame): string | undefined {
  const plain = expression.trim().replace(/\bln\(/g, 'log(');
  if (/[-+/,&|=<>]|\sif\s|"/.test(plain)) return undefined;
  const squared = plain.replace(/\b(\w+)\s*\*\s*\1\b(?!\s*[*^(])/, '$1^2');
  return derive(squared.replace(/\s*\*\s*/g, ':'), derived);
}

function readFilter(word: string, text: string, frame: Frame): boolean {
  const missing = /^(?:missing|mi)\(([^()]*)\)$|^(\w+)\s*==\s*\.$/.exec(text.trim());
  const isDrop = word === 'drop';
  const condition = isDrop && missing !== null ? `!missing(${missing[1] ?? missing[2]!})` : text;
  const filter = conditionOf(condition, { text, position: 0 }, 0);
  frame.filters.push(isDrop && missing === null ? `!(${filter})` : filter);
  return true;
}

const otherRows =
  /^(?:keep|drop)\s+(?:if|in)\b|^(?:merge|joinby|append|collapse|contract|reshape|expand|duplicates\s+drop|fillin|tsfill|sample|bsample|stack|cross|xtdata|use|import|insheet|restore)\b/;

/** True for a statement that makes or changes columns or rows. */
export function changesData(text: string): boolean {
  return otherMade.test(text) || otherRows.test(text);
}

/** The sentence on an unread statement that changes the rows of the data; undefined for others. */
export function rowChange(text: string, line: number): string | undefined {
  if (!otherRows.test(text)) return undefined;
  const [command] = /^\S+/.exec(text)!;
  return `${command} on line ${line} changes the rows and is not translated; make its data a file and name it`;
}

/** Columns that an unread statement makes are unknown from then on. */
function markUnread(text: string, line: number, { derived }: Frame): void {
  if (!otherMade.test(text)) return;
  const name =
    /\b(?:egen|replace|gen\w*|g|predict|recode|winsor2?|xtile)\s+(?:(?:byte|int|long|float|double)\s+)?(\w+)/.exec(
      text,
    )?.[1];
  if (name !== undefined) derived.set(name, { term: undefined, line });
}
