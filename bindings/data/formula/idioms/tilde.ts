/** Formulas with `~` or `=`: the idioms of R and Python, and endogenous regressors in parentheses. */
import { NoMeaning } from './no-meaning.js';
import { insideOf, splitTop } from './split.js';
import { translateTerm } from './terms.js';
import { allColumns, slopesByGroup } from '../../../words/errors/data/idioms.js';

/** The parts that options add to a formula. */
interface Added {
  readonly absorbed?: readonly string[];
  readonly intercept?: boolean;
}

/** The blank in `x (w = z)`, where a formula with a tilde lacks a plus. */
const beforeGroup = /(?<=[\w`)])(?<!\bi)\s+(?=\([^(),]*[^(),=<>!~]=(?!=))/g;

const equalsSign = /(?<![=<>!~])=(?!=)/y;

/** A canonical formula; undefined for a text whose number of parts is not that of a formula. */
export function translateTilde(text: string, options: Added = {}): string | undefined {
  const { parts, separators } = splitTop(text, /\|\||~|\|/y);
  const [depvar, regressors, ...others] = parts;
  if (separators[0] !== '~' || regressors === undefined || depvar === undefined) return undefined;
  const tail = tailOf(others, separators.slice(1));
  if (tail === undefined) return undefined;
  const { exogenous, endogenous, instruments } = splitEndogenous(regressors);
  const { absorbed = [], intercept = true } = options;
  if (!intercept) exogenous.push({ sign: '-', text: '1' });
  return printParts({
    depvar: translateTerm(depvar).join(' + '),
    regressors: exogenous,
    effects: [...tail.effects, ...absorbed].flatMap(translateEffect),
    endogenous: [...endogenous, ...tail.endogenous],
    instruments: [...instruments, ...tail.instruments],
  });
}

/** Replaces the equals sign in `y = x1 + x2` by a tilde; undefined unless there is exactly one outside parentheses. */
export function withTilde(text: string): string | undefined {
  if (splitTop(text, /~/y).separators.length > 0) return text;
  const { parts, separators } = splitTop(text, equalsSign);
  return separators.length === 1 ? parts.join(' ~ ') : undefined;
}

type Tail = Pick<FormulaParts, 'effects' | 'endogenous' | 'instruments'>;

/** The parts after the regressors: `| fe`, `| x ~ z` or `| fe | x ~ z`. */
function tailOf(parts: readonly string[], separators: readonly string[]): Tail | undefined {
  const shape = separators.join('');
  const [first = '', second = '', third = ''] = parts;
  const none = { effects: [], endogenous: [], instruments: [] };
  if (shape === '') return none;
  if (shape === '|') return { ...none, effects: listed(first) };
  if (shape === '|~') return { ...none, endogenous: terms(first), instruments: terms(second) };
  if (shape !== '||~') return undefined;
  return { effects: listed(first), endogenous: terms(second), instruments: terms(third) };
}

function listed(text: string): readonly string[] {
  return splitTop(text, /\+/y).parts;
}

function terms(text: string): string[] {
  return listed(text).flatMap((term) => translateTerm(term));
}

/** Separates Stata's `(x = z1 z2)` and linearmodels' `[x ~ z1 + z2]` from the regressors. */
function splitEndogenous(listed: string) {
  const text = listed.replace(beforeGroup, ' + ');
  const exogenous: Signed[] = [];
  const endogenous: string[] = [];
  const instruments: string[] = [];
  const { parts, separators } = splitTop(text, /[+-]/y);
  parts.forEach((term, i) => {
    const sign = separators[i - 1] === '-' ? '-' : '+';
    const sides = endogenousPart(term);
    if (term === '' && i === 0 && separators[0] === '-') return;
    if (sides === undefined) exogenous.push(...signed(term, sign));
    else {
      endogenous.push(...variables(sides[0]));
      instruments.push(...variables(sides[1]));
    }
  });
  return { exogenous, endogenous, instruments };
}

function signed(term: string, sign: '+' | '-'): Signed[] {
  if (term === '.') {
    throw new NoMeaning(term, allColumns());
  }
  return translateTerm(term).map((text) => ({ sign, text }));
}

/** The endogenous variables and the instruments of such a part; undefined for another term. */
export function endogenousPart(term: string): readonly [string, string] | undefined {
  const inside = insideOf(term) ?? /^\[(.*)\]$/s.exec(term)?.[1];
  if (inside === undefined) return undefined;
  const { parts } = splitTop(inside, /(?<![=<>!~])=(?!=)|~/y);
  return parts.length === 2 ? [parts[0]!, parts[1]!] : undefined;
}

/** Variables separated by `+` or spaces. */
function variables(text: string): string[] {
  return splitTop(text, /\s*\+\s*|\s+(?![\^*:#+])(?<![\^*:#+]\s+)/y)
    .parts.filter((part) => part !== '')
    .flatMap((part) => translateTerm(part));
}

/**
 * Translates an absorbed effect: `factor(id)`, `i.id` and `id#year` mean `id` and `id:year`, and so does fixest's
 * `id^year`.
 */
function translateEffect(text: string): string[] {
  const { parts } = splitTop(text, /#|\^/y);
  const columns = parts.map((part) => {
    const terms = translateTerm(part);
    const dummies = /^i\((.*?)(?:, ref=.*)?\)$/.exec(terms[0]!)?.[1]; // a reference level drops no rows
    return terms.length === 1 ? (dummies ?? terms[0]!) : part;
  });
  if (/##|#\s*c\.|\[/.test(text)) {
    throw new NoMeaning(text, slopesByGroup({ part: text }));
  }
  return [columns.join(':')];
}

/** A regressor or a number with its sign: `+ x`, `- 1`. */
interface Signed {
  readonly sign: '+' | '-';
  readonly text: string;
}

/** The parts of a canonical formula as texts. */
interface FormulaParts {
  readonly depvar: string;
  readonly regressors: readonly Signed[];
  readonly effects: readonly string[];
  readonly endogenous: readonly string[];
  readonly instruments: readonly string[];
}

/** `y ~ x1 + x2 | fe | endogenous ~ instruments`. A formula without regressors has `1`, the intercept. */
function printParts(parts: FormulaParts): string {
  const { depvar, regressors, effects, endogenous, instruments } = parts;
  const [first = { sign: '+', text: '1' }, ...others] = regressors;
  const right = [
    `${first.sign === '-' ? '- ' : ''}${first.text}`,
    ...others.map(({ sign, text }) => `${sign} ${text}`),
  ].join(' ');
  return [
    `${depvar} ~ ${right}`,
    ...(effects.length > 0 ? [effects.join(' + ')] : []),
    ...(endogenous.length > 0 ? [`${endogenous.join(' + ')} ~ ${instruments.join(' + ')}`] : []),
  ].join(' | ');
}
