/** The words below a table, in the wordings of programs and journals. */
import type { Draw } from './numbers/draw.js';
import type { ErrorKind, Study } from './studies/study.js';
import type { Below, Bracket, Quantity, Style } from './style.js';

const kinds: Readonly<Record<ErrorKind, readonly string[]>> = {
  classical: [
    'standard errors',
    'classical standard errors',
    's.e.',
    'std. errors',
    'OLS standard errors',
  ],
  HC1: [
    'robust standard errors',
    'heteroskedasticity-robust standard errors',
    'White standard errors',
    'standard errors robust to heteroscedasticity',
  ],
  cluster: [
    'standard errors clustered by region',
    'clustered standard errors',
    'cluster-robust standard errors',
    'standard errors, clustered at the region level,',
  ],
  bootstrap: ['bootstrapped standard errors', 'bootstrap standard errors (500 replications)'],
  twoway: ['standard errors clustered by region and year', 'two-way clustered standard errors'],
  hac: ['Newey-West standard errors', 'HAC standard errors'],
  ml: ['standard errors', 'asymptotic standard errors'],
};

const quantities: Readonly<Record<Exclude<Quantity, 'se'>, readonly string[]>> = {
  t: [
    't statistics',
    't-statistics',
    't-values',
    't-ratios',
    'T-statistics',
    'robust t-statistics',
  ],
  z: ['z statistics', 'z-statistics', 'z-values'],
  p: ['p-values', 'p values', 'P-values'],
  ci: ['95% confidence intervals', '95% CI'],
};

const places: Readonly<Record<Bracket, readonly string[]>> = {
  '(': ['parentheses', 'parentheses', 'parenthesis', 'round brackets'],
  '[': ['brackets', 'square brackets', 'brackets'],
  '{': ['braces', 'curly brackets'],
};

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function quantityWords(draw: Draw, { quantity }: Below, errors: ErrorKind): string {
  if (quantity === 'se') return draw.pick(kinds[errors]);
  const words = draw
    .pick(quantities[quantity])
    .replace(/^robust /, () => (errors === 'HC1' || errors === 'cluster' ? 'robust ' : ''));
  const isBased = quantity === 't' && errors !== 'ml' && draw.chance(0.15);
  return isBased ? `${words} based on ${kinds[errors][0]!}` : words;
}

/** What is in which brackets, in one of many forms. */
export function belowNote(draw: Draw, { below }: Style, { errors }: Study): string {
  const parts = below.map(
    (one) => [quantityWords(draw, one, errors), draw.pick(places[one.bracket])] as const,
  );
  const [[quantity, place], second] = parts as unknown as [
    readonly [string, string],
    readonly [string, string] | undefined,
  ];
  if (second === undefined) {
    return draw.pick([
      `${capital(quantity)} in ${place}`,
      `${capital(quantity)} in ${place}`,
      `${capital(quantity)} are in ${place}`,
      `${capital(quantity)} are reported in ${place}`,
      `${capital(place)} contain ${quantity}`,
      `Numbers in ${place} are ${quantity}`,
      `Values in ${place} are ${quantity}`,
      `${capital(quantity)} (in ${place})`,
      `The ${quantity} are given in ${place} below the coefficients`,
      `${capital(place)}: ${quantity}`,
    ]);
  }
  const [other, there] = second;
  return draw.pick([
    ...[', ', ' and ', '; ', '. ', ', and ', ', with '].map((mark) => {
      const next = mark === '. ' ? capital(other) : other;
      return `${capital(quantity)} in ${place}${mark}${next} in ${there}`;
    }),
    `${capital(quantity)} and ${other} in ${place} and ${there}, respectively`,
    `${capital(quantity)} and ${other} are shown in ${place} and ${there} respectively`,
    `${capital(place)}: ${quantity}; ${there}: ${other}`,
    `${capital(quantity)} (${place}) and ${other} (${there})`,
    `${capital(place)} contain ${quantity} and ${there} contain ${other}`,
    `${capital(quantity)} are in ${place} and ${other} are in ${there}`,
    `Numbers in ${place} are ${quantity}, those in ${there} are ${other}`,
    `In ${place} ${quantity}, in ${there} ${other}`,
    `${capital(other)} in ${there}, ${quantity} in ${place}`,
  ]);
}

const dropZero = (text: string) => text.replace(/^0/, '');

/** The legend of stars, in one of many forms. */
export function legendNote(draw: Draw, { legend, decimal }: Style): string {
  const pairs = Object.entries(legend).sort(([, a], [, b]) => a - b);
  if (pairs.length === 0) return '';
  const write = draw.chance(0.3) ? dropZero : (text: string) => text;
  const level = (value: number) => write(String(value).replace('.', decimal));
  const percent = (value: number) =>
    `${String(Number((100 * value).toPrecision(3))).replace('.', decimal)}%`;
  const rising = draw.chance(0.5) ? [...pairs].reverse() : pairs;
  const list = (items: readonly string[]) =>
    `${items.slice(0, -1).join(', ')} and ${items.at(-1)!}`;
  const marks = rising.map(([mark]) => mark);
  const levels = rising.map(([, value]) => percent(value));
  return draw.pick([
    rising.map(([mark, value]) => `${mark} p<${level(value)}`).join(decimal === ',' ? '; ' : ', '),
    rising
      .map(([mark, value]) => `${mark} p < ${level(value)}`)
      .join(decimal === ',' ? '; ' : ', '),
    rising.map(([mark, value]) => `${mark}p<${level(value)}`).join('; '),
    rising.map(([mark, value]) => `${mark} p≤${level(value)}`).join('; '),
    `${list(marks)} denote significance at the ${list(levels)} levels`,
    `${list(marks)} indicate significance at the ${list(levels)} level, respectively`,
    rising.map(([mark, value]) => `${mark} significant at ${percent(value)}`).join('; '),
    `Significance levels: ${rising.map(([mark, value]) => `${mark} ${percent(value)}`).join('; ')}`,
    `Signif. codes: ${rising.map(([mark, value]) => `${mark}: ${level(value)}`).join(decimal === ',' ? '; ' : ', ')}`,
    rising.map(([mark, value]) => `${mark} = ${percent(value)}`).join('; '),
    `Significance: ${rising.map(([mark, value]) => `${mark}=p<${level(value)}`).join('; ')}`,
  ]);
}

/** All words below a table, a sentence each. */
export function notesOf(draw: Draw, style: Style, study: Study): string[] {
  const kind = draw.pick(kinds[study.errors]);
  const isNamed = style.below.some(({ quantity }) => quantity === 'se');
  const errors =
    isNamed || draw.chance(0.4) ? [] : [`Inference is based on ${kind.replace(/,/g, '')}`];
  const all = [belowNote(draw, style, study), ...errors, ...study.notes, legendNote(draw, style)];
  return all.filter((text) => text !== '');
}
