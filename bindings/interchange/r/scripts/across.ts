/** `across()` of dplyr written out for each of its columns. */
import type { Reader } from '../../reader.js';
import { acceptParts, argumentText } from '../call.js';

/** `mutate(across(c(x, z), log))` as `mutate(x = log(x), z = log(z))`; other texts as they are. */
export function withoutAcross(text: string): string {
  const start = /(?<![\w.])across\s*\(/.exec(text);
  if (start === null) return text;
  const reader: Reader = { text, position: start.index + start[0].length };
  const [columns = '', call = '', ...others] = acceptParts(reader).map((part) =>
    argumentText(part)!,
  );
  const names = /^(?:\.cols\s*=\s*)?(?:c\(\s*([\w.]+(?:\s*,\s*[\w.]+)*)\s*\)|([\w.]+))$/.exec(
    columns,
  );
  const valueOf = calledWith(call.replace(/^\.fns\s*=\s*/, ''), others);
  if (names === null || valueOf === undefined) return text;
  const list = (names[1] ?? names[2]!).split(/\s*,\s*/);
  const written = list.map((name) => `${name} = ${valueOf(name)}`).join(', ');
  return withoutAcross(`${text.slice(0, start.index)}${written}${text.slice(reader.position)}`);
}

/** `mean`, `~ mean(.x, na.rm = TRUE)`, `\\(x) log(x)`; undefined for other functions, and for new names. */
function calledWith(
  call: string,
  others: readonly string[],
): ((name: string) => string) | undefined {
  if (others.some((other) => !/^na\.rm\s*=/.test(other))) return undefined;
  const more = others.map((other) => `, ${other}`).join('');
  if (/^[A-Za-z.][\w.]*(?:::[\w.]+)?$/.test(call)) return (name) => `${call}(${name}${more})`;
  const [, formula] = /^~\s*([^]+)$/.exec(call) ?? [];
  if (formula !== undefined) return (name) => formula.replace(/(?<![\w.])\.x?(?![\w.])/g, name);
  const [, parameter, body] = /^(?:function|\\)\s*\((\w+)\)\s*([^{][^]*)$/.exec(call) ?? [];
  if (parameter === undefined) return undefined;
  return (name) => body!.replace(new RegExp(`(?<![\\w.])${parameter}(?![\\w.(])`, 'g'), name);
}
