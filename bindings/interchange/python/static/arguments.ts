/** Calls and arguments of Python. */
import { accept, type Reader } from '../../reader.js';
import { acceptCall, type RArguments, type RCall } from '../../r/call.js';
import type { Dialect } from '../../static/wilkinson.js';

export const pythonDialect: Dialect = {
  language: 'Python',
  functions: Object.fromEntries(
    ['log', 'exp', 'sqrt', 'abs'].flatMap((name) => [
      [name, name],
      [`np.${name}`, name],
      [`numpy.${name}`, name],
    ]),
  ),
  factors: ['C', 'i'],
  lags: [],
  leads: [],
  differences: [],
  quotes: ['Q'],
  power: /\*\*/,
  name: /[A-Za-z_][\w.]*/,
};

/** The text of an argument. */
export function pythonText(value: Reader | undefined): string | undefined {
  return value === undefined ? undefined : value.text.slice(value.position, value.end).trim();
}

/** True or False; undefined without the argument. */
export function pythonFlag(args: RArguments, name: string): boolean | undefined {
  const text = pythonText(args.get(name));
  return text === undefined ? undefined : text === 'True';
}

/** A text in quotes, and where it begins; undefined for another expression. */
export function quotedText(value: Reader | undefined): Reader | undefined {
  if (value === undefined) return undefined;
  const quoted = /^\s*f?("""|'''|"|')([^]*?)\1\s*$/.exec(
    value.text.slice(value.position, value.end),
  );
  if (quoted === null) return undefined;
  const position = value.position + quoted[0].indexOf(quoted[1]!) + quoted[1]!.length;
  return { text: value.text, position, end: position + quoted[2]!.length };
}

/** The columns of `df["id"]`, `df.id`, `data[["id", "year"]]`, `"id"` or `"id+year"`. */
export function pythonColumns(text: string): string[] {
  const quoted = [...text.matchAll(/["']([^"']+)["']/g)].flatMap(([, names]) =>
    names!.split('+').map((name) => name.trim()),
  );
  if (quoted.length > 0) return quoted.filter((name) => name !== 'group');
  const attribute = /^\w+\.(\w+)(?:\.(?:values|astype\(.*\)))?$/.exec(text.trim())?.[1];
  return attribute === undefined ? [] : [attribute];
}

/** The next call of a chain: `.fit(...)`. */
export function acceptMethod(reader: Reader): RCall | undefined {
  if (accept(reader, /\.(?=\s*[A-Za-z_]\w*\s*\()/) === undefined) return undefined;
  return acceptCall(reader);
}

/** A condition of pandas as a filter. */
export function pythonCondition(text: string): string {
  return text
    .trim()
    .replace(/\b[A-Za-z_]\w*\[\s*["']([^"']+)["']\s*\]/g, '$1')
    .replace(/\b[A-Za-z_]\w*\.(?=[A-Za-z_]\w*\b(?!\s*\())/g, '')
    .replace(/([\w.]+)\.isin\(\s*\[([^\]]*)\]\s*\)/g, '$1 in ($2)')
    .replace(/\bin\s*\[([^\]]*)\]/g, 'in ($1)')
    .replace(
      /("[^"]*"|'[^']*')|\band\b|&+|\bor\b|\|+|\bnot\b|~/g,
      (word, quoted: string | undefined) => {
        if (quoted !== undefined) return quoted;
        if (word === 'and' || word.startsWith('&')) return '&&';
        return word === 'or' || word.startsWith('|') ? '||' : '!';
      },
    )
    .replace(/\s*&&\s*(\w+) == \1(?=\s*(?:&&|$))/g, (whole, name: string) =>
      new RegExp(`\\b${name}\\s*(?:!=|<|>|in\\b|==\\s*(?!${name}\\b))`).test(text) ? '' : whole,
    );
}
