/** Several formulas in one text, in the notation of fixest: `c(y1, y2) ~ x + sw(a, b) | csw0(f, g)`. */
import * as said from '../../../words/errors/data/several.js';
import { inputError } from '../../place.js';
import { callOf, splitTop } from './split.js';

/** More models than these in one text are a mistake. */
const maxFormulas = 1000;

type Steps = (terms: readonly string[]) => readonly string[];

const cumulative: Steps = (terms) => terms.map((_, i) => sum(terms.slice(0, i + 1)));

/** All sets of the terms, small ones first. */
const subsets: Steps = (terms) => {
  const all = terms.reduce<string[][]>(
    (sets, term) => [...sets, ...sets.map((set) => [...set, term])],
    [[]],
  );
  return all.sort((a, b) => a.length - b.length).map(sum);
};

const sum = (terms: readonly string[]) => terms.join(' + ');

/** The sums that each function makes of its terms; an empty text is a sum of no term. */
const stepwise: ReadonlyMap<string, Steps> = new Map<string, Steps>([
  ['sw', (terms) => terms],
  ['sw0', (terms) => ['', ...terms]],
  ['csw', cumulative],
  ['csw0', (terms) => ['', ...cumulative(terms)]],
  ['mvsw', subsets],
]);

const call = /(?<![\p{L}\p{N}_.])(?:c?sw0?|mvsw|c)\s*\(/u;

/** Blanks instead of what is in quotes, so that places stay. */
const withoutQuoted = (text: string) =>
  text.replace(/`[^`]*`|"[^"]*"|'[^']*'/g, (part) => ' '.repeat(part.length));

/** True if a text calls one of the functions; the text may still be wrong. */
export function hasSteps(text: string): boolean {
  return call.test(withoutQuoted(text));
}

/**
 * The formulas that a text describes: every outcome of `c()` with every step of `sw()`, `sw0()`, `csw()`, `csw0()` and
 * `mvsw()`, in the order of fixest: absorbed effects change last, then outcomes; of other terms the last changes first.
 * A text without these functions is the only formula.
 *
 * @throws InputError `formula-syntax` for a function that is no term of its own, `too-many-models`
 */
export function formulasOf(text: string): readonly string[] {
  if (!hasSteps(text)) return [text];
  const { parts: sides, separators: ends } = splitTop(text, /,|\bif\b/y);
  const [head = ''] = sides;
  const end = sides.slice(1).map((side, i) => (ends[i] === ',' ? `, ${side}` : ` if ${side}`));
  const { parts, separators } = splitTop(head, /~|\|/y);
  const choices = parts.map((part, i) => {
    if (i === 0) return separators[0] === '~' ? outcomes(part, text) : plain(part, text);
    return alternatives(part, text, i > 1 && !isEffects(i, separators));
  });
  if (parts.length === 3 && isEffects(2, separators)) checkRegressors(parts, choices, text);
  const chosen = isEffects(2, separators)
    ? crossed([choices[2]!, ...choices.filter((_, i) => i !== 2)], text).map(
        ([effects = '', depvar = '', regressors = '', ...rest]) => [
          depvar,
          regressors,
          effects,
          ...rest,
        ],
      )
    : crossed(choices, text);
  return chosen.map((some) => joined(some, separators) + end.join(''));
}

/** True for the part after the first bar if it has absorbed effects, not endogenous regressors. */
function isEffects(part: number, separators: readonly string[]): boolean {
  return part === 2 && separators[1] === '|' && separators[2] !== '~';
}

/** Refuses a model with effects only, which has no coefficients. */
function checkRegressors(
  parts: readonly string[],
  [, regressors = [], effects = []]: readonly (readonly string[])[],
  text: string,
): void {
  if (!regressors.includes('') || effects.every((part) => part === '')) return;
  throw inputError({ text, offset: text.indexOf(parts[1]!) }, said.noneLeft({ part: parts[1]! }));
}

/** One of each list, in every combination. */
function crossed(lists: readonly (readonly string[])[], text: string): readonly string[][] {
  const count = lists.reduce((product, { length }) => product * length, 1);
  checkCount(count, text);
  return lists.reduce<string[][]>(
    (all, list) => all.flatMap((before) => list.map((one) => [...before, one])),
    [[]],
  );
}

/** The parts with what separates them, without effects of which none is chosen. */
function joined(parts: readonly string[], separators: readonly string[]): string {
  return parts.reduce((text, part, i) => {
    if (i === 1) return `${text} ~ ${part === '' ? '1' : part}`;
    return part === '' ? text : `${text} ${separators[i - 1]} ${part}`;
  });
}

function outcomes(part: string, text: string): readonly string[] {
  const { name, args } = callOf(part) ?? {};
  return name === 'c' ? termsOf('c', args!, text) : plain(part, text);
}

/** The sums that a part may be. */
function alternatives(part: string, text: string, isNeeded: boolean): readonly string[] {
  const { parts, separators } = splitTop(part, /(?<!\^\s*)[+-]/y);
  const choices = parts.map((term, i) => {
    const { name = '', args = [] } = callOf(term) ?? {};
    const stepsOf = stepwise.get(name);
    if (stepsOf === undefined) return plain(term, text);
    if (separators[i - 1] === '-') throw misplaced(name, text);
    const terms = termsOf(name, args, text);
    if (name === 'mvsw') checkCount(2 ** terms.length, text);
    return stepsOf(terms);
  });
  const sums = crossed(choices, text).map((terms) => signed(terms, separators));
  if (isNeeded && sums.includes('')) throw inputError({ text, offset: 0 }, said.noneLeft({ part }));
  return sums;
}

/** The terms with the signs before them, without those that are empty. */
function signed(terms: readonly string[], signs: readonly string[]): string {
  return terms.reduce((all, term, i) => {
    if (term === '') return all;
    const sign = signs[i - 1] ?? '+';
    if (all === '') return sign === '-' ? `- ${term}` : term;
    return `${all} ${sign} ${term}`;
  }, '');
}

/** The arguments of a function, in none of which another one stands. */
function termsOf(name: string, args: readonly string[], text: string): readonly string[] {
  if (args.length === 0 || args.includes('')) throw misplaced(name, text);
  return args.flatMap((arg) => plain(arg, text));
}

/** A part in which none of the functions stands. */
function plain(part: string, text: string): readonly string[] {
  const [opening] = call.exec(withoutQuoted(part)) ?? [];
  if (opening !== undefined) throw misplaced(opening.slice(0, -1).trim(), text);
  return [part];
}

function misplaced(name: string, text: string): Error {
  const offset = text.search(new RegExp(`(?<![\\p{L}\\p{N}_.])${name}\\s*\\(`, 'u'));
  return inputError({ text, offset }, said.misplacedSteps({ name }));
}

function checkCount(count: number, text: string): void {
  if (count <= maxFormulas) return;
  throw inputError({ text, offset: 0 }, said.manyModels({ found: count, most: maxFormulas }));
}
