/** A Stata line without its command: `y x1 x2 (x = z) [aw=w] if year > 2000, absorb(id) vce(cluster id)`. */
import { NoMeaning } from './no-meaning.js';
import { callOf, splitTop, wordsOf } from './split.js';
import { endogenousPart } from './tilde.js';
import * as said from '../../../words/errors/data/idioms.js';

/** The parts of a line that are not variables. */
export interface Line {
  readonly variables: string;
  readonly condition: string | undefined;
  readonly weights: string | undefined;
  readonly options: string | undefined;
}

/** Splits options, weights and a condition off a formula or a list of variables. */
export function splitLine(text: string): Line {
  const { parts } = splitTop(text, /,/y);
  const [first, ...others] = parts;
  const options = others.length === 0 ? undefined : others.join(' ').trim();
  const weights = /\[([^\]~]*=[^\]~]*)\]/.exec(first!)?.[1];
  const body = weights === undefined ? first! : first!.replace(`[${weights}]`, ' ').trim();
  const range = /\s+in\s+(?:-?\w+\/-?\w+|\d+)(?=\s|$)/.exec(body)?.[0].trim();
  if (range !== undefined) {
    throw new NoMeaning(range, said.rangeOfRows({ part: range }));
  }
  const conditions = splitTop(body, /\s+if\s+/y).parts;
  const [variables, ...condition] = conditions;
  return {
    variables: variables!.trim(),
    condition: condition.length === 0 ? undefined : condition.join(' if '),
    weights,
    options,
  };
}

const commands =
  /^(?:reg(?:r|re|res|ress)?|xtreg|areg|reghdfe|ivreg(?:ress|2|hdfe)?|xtivreg2?|xtabond2?|xtdpd(?:gmm|sys)?|feols|felm|plm|lm)$/;

/**
 * Makes a formula with `~` from a list of variables whose first is the outcome; undefined for other texts. `alone` is
 * true if options or a condition follow, so that the outcome may be the only variable.
 */
export function withTildeFromList(text: string, alone: boolean): string | undefined {
  if (splitTop(text, /[+~|*:^=<>]|\s-/y).separators.length > 0) return undefined;
  const [depvar, ...regressors] = wordsOf(text);
  if (depvar === undefined || (regressors.length === 0 && !alone)) return undefined;
  if (![depvar, ...regressors].every(isVariable)) return undefined;
  if (commands.test(depvar)) {
    const write = regressors.join(' ') || 'y x1 x2';
    throw new NoMeaning(depvar, said.otherCommand({ part: depvar, write }));
  }
  const range = regressors.find((word) => /^[\p{L}_]\w*-[\p{L}_]\w*$/u.test(word));
  if (range !== undefined) {
    const [from, to] = range.split('-') as [string, string];
    throw new NoMeaning(range, said.rangeOfColumns({ part: range, from, to }));
  }
  return `${depvar} ~ ${regressors.join(' + ') || '1'}`;
}

function isVariable(word: string): boolean {
  return (
    /^[\p{L}\p{N}_.`([]/u.test(word) &&
    (endogenousPart(word) !== undefined || !/[,"']/.test(word.replace(/\([^)]*\)/g, '')))
  );
}

/** Translates a Stata condition to the operators of `where`. */
export function whereOf(condition: string): string {
  if (/[<>=]\s*\.(?!\d)|missing\(/.test(condition)) {
    throw new NoMeaning(condition, said.missingInCondition({ part: condition }));
  }
  const { parts, separators } = splitTop(condition, /[&|]+|~=/y);
  const operators: Readonly<Record<string, string>> = { '&': '&&', '|': '||', '~=': '!=' };
  return parts
    .map((part, i) => {
      const separator = separators[i];
      const inside = /^(!?)\((.*)\)$/s.exec(part);
      const text =
        inside === null ? withoutFunctions(part) : `${inside[1]}(${whereOf(inside[2]!)})`;
      return separator === undefined ? text : `${text} ${operators[separator] ?? separator}`;
    })
    .join(' ');
}

/** `inlist(x, 1, 2)` and `inrange(x, 1, 9)`. */
function withoutFunctions(part: string): string {
  const { name = '', args = [] } = callOf(part) ?? {};
  const [column, first, last] = args;
  if (name === 'inlist') return `${column} in (${args.slice(1).join(', ')})`;
  if (name === 'inrange') return `(${column} >= ${first} && ${column} <= ${last})`;
  return part;
}
