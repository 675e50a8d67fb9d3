/** Statements of Python that are not translated, or not run, and change a data frame. */
import type { Statement } from '../../script.js';
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
  const verb = frame === undefined ? 'made' : 'changed';
  const change = `the data frame ${name} is ${verb} on line ${line} by a statement that is not translated; change the data or the model to match`;
  frames.set(name, withChange(frame ?? {}, change));
}

/** The statements, and those of them that are in a block: `for`, `if`, `def` and the like. */
export function outsideBlocks(text: string, statements: readonly Statement[]) {
  const lines = text.replace(/\r\n?/g, '\n').split('\n');
  const indents = statements.map(({ line }) => /^[ \t]*/.exec(lines[line - 1] ?? '')![0].length);
  const least = indents.reduce((one, other) => Math.min(one, other), Infinity);
  const inBlocks = new Set(statements.filter((_, i) => indents[i]! > least));
  return { statements, inBlocks };
}
