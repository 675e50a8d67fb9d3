/** Stars of tables of R and Python, by program. */
import type { TableKeys } from '../../study/table.js';
import { type Family, isNone, type TableArguments } from './arguments.js';
import { listedValues, textsIn } from '../scripts/texts.js';

type Stars = Readonly<Record<string, number>>;

/** Stars where a program prints them without an argument that says which. */
const usual: Readonly<Record<Family, Stars>> = {
  modelsummary: { '***': 0.001, '**': 0.01, '*': 0.05, '+': 0.1 },
  stargazer: { '***': 0.01, '**': 0.05, '*': 0.1 },
  fixest: { '***': 0.001, '**': 0.01, '*': 0.05, '.': 0.1 },
  pyfixest: { '***': 0.001, '**': 0.01, '*': 0.05 },
  texreg: { '***': 0.001, '**': 0.01, '*': 0.05 },
  huxtable: { '***': 0.001, '**': 0.01, '*': 0.05 },
  statsmodels: { '***': 0.01, '**': 0.05, '*': 0.1 },
  linearmodels: { '***': 0.01, '**': 0.05, '*': 0.1 },
};

/** Programs that print none unless they are asked for. */
const without: readonly Family[] = ['modelsummary', 'statsmodels', 'linearmodels'];

export function starsOf(family: Family, args: TableArguments): TableKeys['stars'] {
  if (family === 'stargazer') return starsOfStargazer(args);
  const known = family === 'fixest' && writesTex(args) ? usual.stargazer : usual[family];
  const name = ['stars', 'signif.code', 'signifCode', 'signif_code'].find((one) => args.has(one));
  if (name === undefined) {
    const isGlued = /\{stars\}/.test(args.get('estimate') ?? '');
    return without.includes(family) && !isGlued ? false : known;
  }
  const given = args.get(name)!;
  if (/^(?:TRUE|T|True)$/.test(given)) return known;
  if (isNone(given) || given === 'numeric(0)') return false;
  const stars = namedStars(given) ?? listedStars(family, given, args);
  if (stars === undefined) args.lose(name);
  return stars ?? known;
}

/** Stars of levels without words; undefined for other expressions. */
function listedStars(family: Family, given: string, args: TableArguments): Stars | undefined {
  if (/^["']letters["']$/.test(given)) return { a: 0.01, b: 0.05, c: 0.1 };
  if (family === 'texreg') return texregStars(given, args);
  const inside = /^\[([^]*)\]$/.exec(given)?.[1];
  const levels = family === 'pyfixest' && inside !== undefined ? levelsIn(`c(${inside})`) : [];
  return levels.length === 3 ? asStars(levels, ['***', '**', '*']) : undefined;
}

/** etable() has other stars in TeX, which it writes to files. */
function writesTex(args: TableArguments): boolean {
  return /^T/.test(args.get('tex') ?? '') || args.has('file');
}

function asStars(levels: readonly number[], words: readonly string[]): Stars {
  const pairs = levels.map((level, i) => [words[i]!, level] as const);
  return Object.fromEntries(pairs.sort((a, b) => a[1] - b[1]));
}

/** Levels below one; none for other values. */
function levelsIn(text: string): number[] {
  const levels = (listedValues(text) ?? []).map(Number);
  return levels.every((level) => level > 0 && level < 1) ? levels : [];
}

/** `c("*" = 0.1, "**" = 0.05)`; undefined for another expression. */
function namedStars(text: string): Stars | undefined {
  const pair = String.raw`["'\x60]([^"'\x60]+)["'\x60]\s*=\s*([\d.]+)`;
  if (!new RegExp(`^(?:c|list)\\(\\s*${pair}(?:\\s*,\\s*${pair})*\\s*\\)$`).test(text)) {
    return undefined;
  }
  const pairs = [...text.matchAll(new RegExp(pair, 'g'))];
  return asStars(
    pairs.map(([, , level]) => Number(level)),
    pairs.map(([, word]) => word!),
  );
}

/** Levels of texreg, of which the largest of four has a symbol that is no star. */
function texregStars(text: string, args: TableArguments): Stars | undefined {
  const levels = levelsIn(text).sort((a, b) => b - a);
  const [symbol = '.'] = textsIn(args.get('symbol')) ?? [];
  const words = levels.length === 4 ? [symbol, '*', '**', '***'] : ['*', '**', '***'];
  return levels.length === 0 || levels.length > 4 ? undefined : asStars(levels, words);
}

/** `star.cutoffs` go from the largest level, and `star.char` with them. */
function starsOfStargazer(args: TableArguments): TableKeys['stars'] {
  const given = args.get('star.cutoffs') ?? 'c(0.1, 0.05, 0.01)';
  const report = textsIn(args.get('report'))?.[0];
  if (isNone(given) || report?.includes('*') === false) return false;
  const levels = levelsIn(given);
  const words = starWords(args.get('star.char') ?? '"*"', levels.length);
  const isOrdered = levels.every((level, i) => i === 0 || level < levels[i - 1]!);
  if (isOrdered && levels.length > 0 && words.length === levels.length)
    return asStars(levels, words);
  for (const name of ['star.cutoffs', 'star.char']) if (args.has(name)) args.lose(name);
  return usual.stargazer;
}

/** One word is repeated for each level. */
function starWords(text: string, count: number): readonly string[] {
  const words = textsIn(text) ?? [];
  const [first = ''] = words;
  if (words.length !== 1) return words.slice(0, count);
  return Array.from({ length: count }, (_, i) => first.repeat(i + 1));
}
