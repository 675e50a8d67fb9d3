/** Statements of Python that are not translated and change a data frame. */
import type { Statement } from '../../reader.js';
import type { ScriptFrame } from '../../static/frame.js';
import { unreadFrame } from '../../static/unread.js';

/** Methods and attributes of a frame that change nothing. */
const harmless =
  /^\w+\s*\.\s*(?:head|tail|describe|info|plot|hist|boxplot|shape|dtypes|corr|cov|to_\w+|sample|value_counts|groupby|pivot_table|mean|nunique|isna|isnull|notna|columns|index)\b(?!\s*=(?!=))/;

/** Marks the data frame that the statement makes or changes. */
export function leftFrame(statement: Statement, frames: Map<string, ScriptFrame>): void {
  const { text } = statement;
  const target = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(text)?.[1];
  const first = /^([A-Za-z_]\w*)\s*(?:\.|\[)/.exec(text)?.[1];
  const changed = first !== undefined && frames.has(first) && !harmless.test(text);
  const name = target ?? (changed ? first : undefined);
  if (name === undefined) return;
  frames.set(name, unreadFrame(statement, name, frames));
}
