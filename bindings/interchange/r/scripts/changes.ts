/** Statements of R that are not translated and change a data frame. */
import type { Reader, Statement } from '../../reader.js';
import type { ScriptFrame } from '../../static/frame.js';
import { unreadFrame } from '../../static/unread.js';
import { acceptParts, argumentText } from '../call.js';

/** Marks the data frames that the statement makes or changes. */
export function leftFrame(statement: Statement, frames: Map<string, ScriptFrame>): void {
  const name = changedName(statement.text, frames);
  if (name === undefined) return;
  frames.set(name, unreadFrame(statement, name, frames));
}

/** `d <- merge(d, e)`, `d$x[d$x < 0] <- NA`, `names(d)[2] <- "z"`, and `setnames(d, "x", "z")` of data.table. */
function changedName(text: string, frames: ReadonlyMap<string, ScriptFrame>): string | undefined {
  const [, left] = /^([^]*?)(?:<-|=(?!=))/.exec(text) ?? [];
  const target = /^([A-Za-z.][\w.]*)\s*$/.exec(left ?? '')?.[1];
  if (target !== undefined) return target;
  const byReference = /^set\w*\(\s*([A-Za-z.][\w.]*)/.exec(text)?.[1];
  if (byReference !== undefined) return byReference;
  const part = left ?? (/^[A-Za-z.][\w.]*\[/.test(text) ? text : undefined);
  return part?.match(/[A-Za-z.][\w.]*/g)?.find((word) => frames.has(word));
}

/** The results of a script by name. */
interface Results {
  readonly estimates: Map<string, unknown>;
  readonly dynamic: Map<string, unknown>;
  readonly lists: Map<string, unknown>;
  /** Names of results that are not translated. */
  readonly unread: Set<string>;
}

/** Marks the result of a statement that is not translated, so that no table shows an earlier model under its name. */
export function forgetResult(text: string, { estimates, dynamic, lists, unread }: Results): void {
  const name = /^([A-Za-z.][\w.]*)\s*(?:<-|=(?!=))/.exec(text)?.[1];
  if (name === undefined) return;
  estimates.delete(name);
  dynamic.delete(name);
  lists.delete(name);
  unread.add(name);
}

/** `d$x[d$x < 0] <- NA` and `d[d$x < 0, "x"] <- NA` as `d$x <- case_when(d$x < 0 ~ NA, TRUE ~ d$x)`; other texts as they are. */
export function asWholeColumn(text: string): string {
  const [start, frame, column] =
    /^([A-Za-z.][\w.]*)(?:\$([A-Za-z.][\w.]*)|\[\[\s*["'][\w.]+["']\s*\]\])?\[(?!\[)/.exec(text) ??
    [];
  if (start === undefined) return text;
  const reader: Reader = { text, position: start.length };
  const [first = '', ...others] = acceptParts(reader).map((part) => argumentText(part)!);
  const [, value] = /^\s*(?:<-|=(?!=))\s*([^]+)$/.exec(text.slice(reader.position)) ?? [];
  const name = columnOf(column ?? /\[\[\s*["']([\w.]+)["']/.exec(start)?.[1], others);
  const rows = first.replace(/^which\(([^]*)\)$/, '$1');
  // Rows by number are not those of a condition.
  const isCondition = /[<>]|[=!]=|%in%|is\.na\(/.test(rows);
  if (name === undefined || value === undefined || !isCondition) return text;
  const whole = `${frame!}$${name}`;
  return `${whole} <- case_when(${rows} ~ ${value}, TRUE ~ ${whole})`;
}

/** The column before the brackets, or the one that is the second of them. */
function columnOf(before: string | undefined, others: readonly string[]): string | undefined {
  if (before !== undefined) return others.length === 0 ? before : undefined;
  return others.length === 1 ? /^["']([\w.]+)["']$/.exec(others[0]!)?.[1] : undefined;
}
