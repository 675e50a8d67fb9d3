/** Hypotheses and functions of coefficients in texts of R and Python. */
import type { AfterKeys } from '../../study/tests.js';

type NameOf = (name: string) => string;

/** Coefficients in a text. */
export const coefficients =
  /(?:log|exp|sqrt)\([A-Za-z_]\w*\)|(?<![\w.])[A-Za-z_]\w*(?::[A-Za-z_]\w*)*(?!\s*\()/g;

/** The texts of `c("x = 0", "z = 0")` or `"x = 0, z = 0"`; undefined for another expression. */
export function textsOf(text = ''): string[] | undefined {
  const isPlain = /^(?:(?:c\(|\[|\()\s*)?(?:["'][^"']*["']\s*,?\s*)+[\])]?$/.test(text);
  if (!isPlain) return undefined;
  return [...text.matchAll(/["']([^"']*)["']/g)].flatMap(([, one]) => one!.split(','));
}

/** The expression with names as results have them. */
function written(text: string, nameOf: NameOf): string {
  return text
    .replace(/\(?\bIntercept\)?|\bconst\b/g, '_cons')
    .replace(/\bnp\./g, '')
    .replace(coefficients, (whole) => whole.replace(/[A-Za-z_]\w*(?!\w|\()/g, nameOf))
    .trim();
}

export function hypothesesOf(text: string | undefined, nameOf: NameOf): AfterKeys | undefined {
  const texts = textsOf(text)?.map((one) => written(one, nameOf).replace('==', '='));
  if (texts === undefined || texts.some((one) => !/^[\w.+\-*/\s=:()]+$/.test(one)))
    return undefined;
  return { hypotheses: texts.map((one) => (one.includes('=') ? one : `${one} = 0`)) };
}

export function functionsOf(text: string | undefined, nameOf: NameOf): AfterKeys | undefined {
  const functions = textsOf(text);
  return functions && { functions: functions.map((one) => written(one, nameOf)) };
}
