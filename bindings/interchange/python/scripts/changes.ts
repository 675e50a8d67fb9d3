/** Statements of Python that are not translated and change a data frame. */
import { frameNotRead } from '../../../words/errors/interchange/notes.js';
import type { Statement } from '../../reader.js';
import { type ScriptFrame, withChange } from '../../static/frame.js';

/** Methods and attributes of a frame that change nothing. */
const harmless =
  /^\w+\s*\.\s*(?:head|tail|describe|info|plot|hist|boxplot|shape|dtypes|corr|cov|to_\w+|sample|value_counts|groupby|pivot_table|mean|nunique|isna|isnull|notna|columns|index)\b(?!\s*=(?!=))/;

/** Marks the data frame that the statement makes or changes. */
export function leftFrame({ text, line }: Statement, frames: Map<string, ScriptFrame>): void {
  const target = /^([A-Za-z_]\w*)\s*=(?!=)/.exec(text)?.[1];
  const first = /^([A-Za-z_]\w*)\s*(?:\.|\[)/.exec(text)?.[1];
  const changed = first !== undefined && frames.has(first) && !harmless.test(text);
  const name = target ?? (changed ? first : undefined);
  if (name === undefined) return;
  const frame = frames.get(name);
  const change = frameNotRead({ name, line, isMade: frame === undefined });
  frames.set(name, withChange(frame ?? {}, change));
}
