/** Statements of R that are not translated and change a data frame. */
import type { Statement } from '../../reader.js';
import type { ScriptFrame } from '../../static/frame.js';
import { unreadFrame } from '../../static/unread.js';

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
