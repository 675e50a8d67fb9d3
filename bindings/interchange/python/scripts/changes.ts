/** Statements of Python that are not translated and change a data frame. */
import type { Reader } from '../../reader.js';
import { acceptParts, argumentText } from '../../r/call.js';
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

/** `df.loc[df["x"] > 1, "y"] = 0` as `df["y"] = np.where(df["x"] > 1, 0, df["y"])`; other texts as they are. */
export function asWholeColumn(text: string): string {
  const [start, frame] = /^([A-Za-z_]\w*)\.loc\s*\[/.exec(text) ?? [];
  if (start === undefined) return text;
  const reader: Reader = { text, position: start.length };
  const [rows, column, ...others] = acceptParts(reader).map(argumentText);
  const [, name] = /^["']([^"']+)["']$/.exec(column ?? '') ?? [];
  const [, value] = /^\s*=(?!=)\s*([^]+)$/.exec(text.slice(reader.position)) ?? [];
  const isKnown = name !== undefined && value !== undefined && others.length === 0;
  if (!isKnown || rows === ':') return text;
  return `${frame!}["${name}"] = np.where(${rows!}, ${value}, ${frame!}["${name}"])`;
}

/** `df = (pd.read_csv("x.csv").query("z > 0"))`, in which methods have lines of their own, without its parentheses. */
export function withoutParentheses(text: string): string {
  const [start, target] = /^([A-Za-z_]\w*\s*=\s*)\(/.exec(text) ?? [];
  if (start === undefined) return text;
  const reader: Reader = { text, position: start.length };
  const [inside, ...others] = acceptParts(reader).map(argumentText);
  const isWhole = text.slice(reader.position).trim() === '' && others.length === 0;
  // A line that begins with a method continues the one before.
  return isWhole && inside !== undefined ? `${target!}${inside.replace(/\s+\./g, '.')}` : text;
}

/** `print(smf.ols("y ~ x", df).fit().summary())` as the model; other texts as they are. */
export function withoutPrint(text: string): string {
  if (!/^print\s*\(/.test(text) || !/\.fit\s*\(|\bfeols\s*\(/.test(text)) return text;
  const reader: Reader = { text, position: text.indexOf('(') + 1 };
  const [inside, ...others] = acceptParts(reader).map(argumentText);
  return inside === undefined || others.length > 0 ? `show${text.slice(5)}` : inside;
}
