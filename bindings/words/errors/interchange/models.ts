/** Errors of models that another program cannot express, in English. */
import { show } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import { type Lists, says, type Texts, type Told } from '../../told.js';

interface OfKey {
  readonly program: string;
  readonly key: string;
}

export const notExpressed = says(
  'not-expressed/key',
  ({ program, what }: OfKey & { readonly what: Told }) => `${program} cannot express ${what.text}`,
);
export const noEstimator = says(
  'not-expressed/estimator',
  ({ program, estimator, use }: OfKey & Texts<'estimator'> & Lists<'use'>) =>
    `${program} cannot express ${estimator}; use one of ${use.join(', ')}`,
);
export const noCommand = says(
  'not-expressed/commands',
  ({ program, refused }: OfKey & { readonly refused: readonly Told[] }) =>
    `no command of ${program} can express it: ${refused.map(({ text }) => text).join('; ')}`,
);
export const functionInFilter = says(
  'not-expressed/function',
  ({ program }: { readonly key: 'where'; readonly program: string }) =>
    `a function is not written in ${program}; build a column in the data file`,
);
export const nameInFilter = says(
  'not-expressed/name',
  ({ name }: { readonly key: 'where'; readonly name: string }) =>
    `a filter cannot hold the column name ${JSON.stringify(name)}; make a column of it in the data`,
);
export const quotesInFilter = says<'not-expressed/quotes', [{ readonly key: 'where' }]>(
  'not-expressed/quotes',
  () => 'a filter cannot hold a text with both kinds of quotes; make a column of it in the data',
);

export const missingInFilter = says<'not-expressed/missing', [{ readonly key: 'where' }]>(
  'not-expressed/missing',
  () => 'a filter cannot hold a missing value; write missing(x); make a column of it in the data',
);
export const equationWithoutInstruments = says(
  'unexpressed/equation',
  ({ equation, outcome }: { readonly equation: 'diff' | 'level'; readonly outcome: string }) =>
    `a ${equation === 'diff' ? 'differenced' : 'level'} equation without GMM-style instruments of ${outcome}`,
);
export const otherLevelInstruments = says(
  'unexpressed/level-instruments',
  'instruments of the level equation other than the first lagged difference of every variable with a window',
);
export const dummiesOfTerm = says(
  'unexpressed/dummies',
  '{term}; add it to the data as a column. For period dummies, list i() of the time column under iv as well',
);
export const textInFilter = says(
  'unexpressed/filter-text',
  ({ text }: { readonly text: string }) => `the text ${show(text)} in a filter`,
);
export const noCompat = says(
  'no-compat',
  ({ estimator }: { readonly estimator: string | undefined }) =>
    `expected gretl, plm or xtdpdgmm in a dynamic panel model, found ${estimator === undefined ? 'xtabond2' : `the estimator ${estimator}`}`,
);
export const unknownProgram = says(
  'unknown-program',
  ({ found, meant }: UnknownProgram) => `unknown program ${show(found)}${suggested(meant)}`,
);

export interface UnknownProgram {
  readonly found: unknown;
  readonly available: readonly string[];
  readonly meant: Suggestion;
}

const bounds = {
  script: (most: number) => `a script of at most ${most} characters`,
  statement: (most: number) => `statements of at most ${most} characters`,
  blanks: (most: number) => `at most ${most} blanks between the words of a statement`,
  models: (most: number) => `a script of at most ${most} models`,
  filters: (most: number) => `at most ${most} conditions on the rows of the data`,
  nesting: (most: number) => `at most ${most} nested parentheses, operators and functions`,
  terms: (most: number) => `at most ${most} terms from a product or lags`,
  variables: (most: number) => `lists of at most ${most} variables`,
  range: (most: number) => `at most ${most} numbers in a range`,
} as const;

const waysOut: Readonly<Partial<Record<BoundName, string>>> = {
  nesting: 'remove some',
  terms: 'write fewer',
  variables: 'write fewer',
  range: 'write a shorter one',
};

/** What is limited in imported code. */
export type BoundName = keyof typeof bounds;

/** How many there are: a count, more than the limit, one of a length, or a range. */
export type BoundCount =
  number | 'more' | { readonly length: number } | { readonly first: number; readonly last: number };

const countText = (found: BoundCount): string => {
  if (typeof found !== 'object') return String(found);
  return 'length' in found ? `one of ${found.length}` : `${found.first} to ${found.last}`;
};

export const beyondBound = says(
  'command-problem/bound',
  ({
    of,
    most,
    found,
  }: {
    readonly of: BoundName;
    readonly most: number;
    readonly found: BoundCount;
  }) =>
    `${of === 'range' ? 'command: ' : ''}expected ${bounds[of](most)}, found ${countText(found)}; ${waysOut[of] ?? 'make it shorter'}`,
);

/** What plm() is refused for. */
export type PlmFault =
  | { readonly models: readonly string[]; readonly found: string }
  | 'nested'
  | { readonly effect: string; readonly model: string }
  | 'instruments'
  | { readonly method: string }
  | { readonly argument: string };

export const plmFault = says('script-problem/plm', ({ fault }: { readonly fault: PlmFault }) => {
  return `plm(): ${plmText(fault)}`;
});

function plmText(fault: PlmFault): string {
  if (fault === 'nested') return 'nested effects are not available';
  if (fault === 'instruments') return 'instruments are not translated; use ivreg() or feols()';
  if ('models' in fault) return `expected ${fault.models.join(', ')}, found model "${fault.found}"`;
  if ('effect' in fault)
    return `expected effect = "individual" with model "${fault.model}", found "${fault.effect}"`;
  if ('method' in fault) return `expected random.method = "swar", found "${fault.method}"`;
  return `${fault.argument} is not available`;
}
