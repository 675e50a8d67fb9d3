/** Lists and suggestions in Chinese sentences. */
import { EFFECTS } from '../text/omitted.js';
import type { Suggestion } from '../text/suggestion.js';

/** Maximum number of names in a list. */
const NAMES = 12;

/** Names with a mark between; of many the first twelve and the number of all. */
export function listed(names: readonly string[], mark = '、'): string {
  const list = names.slice(0, NAMES).join(mark);
  return names.length > NAMES ? `${list}等${names.length}个` : list;
}

/** Names in quotation marks, as columns in sentences about files. */
export function quoted(names: readonly string[]): string {
  return listed(names.map((name) => `“${name}”`));
}

/** What explains a regressor, by the names of results: an absorbed effect is `id effects`. */
export const explainers = (names: readonly string[]): readonly string[] =>
  names.map((name) =>
    name.endsWith(EFFECTS) ? `${name.slice(0, -EFFECTS.length)}的固定效应` : name,
  );

/** What a wrong name may have meant, in parentheses. */
export function suggested(suggestion: Suggestion): string {
  if ('near' in suggestion) return `（是否为“${suggestion.near}”？）`;
  if ('among' in suggestion) return `（可用：${listed(suggestion.among)}）`;
  const { twin, there, here } = suggestion;
  return `（是否为“${twin}”？两者看起来相同，但其中为 ${points(there)}，此处为 ${points(here)}）`;
}

const points = (all: readonly string[]) => (all.length === 0 ? '空' : listed(all, ' '));

/** The text after Chinese, with a space before another script. */
export const spaced = (text: string) => (/^[!-~]/.test(text) ? ` ${text}` : text);

/** `A、B和C`. */
export function series(names: readonly string[]): string {
  const before = names.slice(0, -1);
  return before.length === 0 ? names.join('') : `${before.join('、')}和${names.at(-1)!}`;
}
