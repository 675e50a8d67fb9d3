/** Errors of the syntax of other programs' commands, in English. */
import { show } from '../../text/messages.js';
import { suggested, type Suggestion } from '../../text/suggestion.js';
import { family } from '../../family.js';
import { says, type Told } from '../../told.js';
import { adviceOn } from '../methods.js';

export const commandSyntax = says(
  'command-syntax',
  ({ problem }: { readonly problem: Told }) => problem.text,
);

const expectedWords = {
  'end-of-condition': 'an operator or the end of the condition',
  'end-of-value': 'an operator or the end of the value',
  'operator-or-parenthesis': 'an operator or ")"',
  operand: 'a column, a number or a text',
  'python-list': 'a list such as ["east", "west"]',
  literal: 'a number or a text',
  'list-separator': '"," or the end of the list',
  'lags-and-semicolon': 'the number of lags and ";"',
  'dpanel-item': 'a series, GMM(), GMMlevel() or an option',
  'comma-and-lags': '"," and two lags',
  'semicolon-or-option': '";" or an option such as --two-step',
  series: 'a series',
  'number-of-lags': 'the number of lags',
  statement: 'a statement',
  'name-and-equals': 'a name and "="',
  'hc-version': 'a version from 0 to 3',
  file: 'a file',
  'quiet-option': 'an option such as --quiet',
  'panel-vars': 'two columns and --panel-vars',
  'condition-and-restrict': 'a condition and --restrict',
  weights: 'the weights',
  semicolon: '";" before the instruments',
  'robust-option': 'an option such as --robust',
  'bar-before-instruments': '"|" before the instruments',
  'third-part': 'a third part or the end',
  'comma-before-lags': '"," before the lags',
  'first-lag': 'the first lag',
  'last-lag': 'the last lag or "."',
  option: 'an option',
  'python-column': 'a column such as df["id"]',
  'quoted-column': 'a column name in quotes',
  dictionary: 'a dictionary such as {"groups": df["id"]}',
  'end-of-dictionary': 'the end of the dictionary',
  'name-and-colon': 'a name in quotes and ":"',
  'list-items': 'texts or numbers in a list',
  'end-of-list': 'the end of the list',
  'one-value': 'one value',
  'end-of-argument': '")" and the end of the argument',
  tilde: '"~" after the outcome',
  'bar-before-windows': '"|" before the windows of instruments',
  'end-of-formula': '"+", "|" or the end of the formula',
  'parenthesis-after-lags': '")" after the lags',
  'lag-or-range': 'a lag or a range such as 1:2',
  variable: 'a variable',
  power: '"^" and a whole number',
  column: 'a column',
  'r-covariance':
    'vcovHC(), vcovCL(), NeweyWest() or sandwich(); write one of them, or set vcov in the model',
  'end-of-covariance': 'the end of the covariance',
  'variable-or-end': 'a variable, "," or the end',
  'two-lags': 'two lags',
  'variable-or-comma': 'a variable or ","',
  number: 'a number',
  'one-number': 'one number',
  'one-estimator': 'fe, re or be alone',
  'variable-after-operator': 'a variable after the operator',
  'end-of-range': 'the last variable of the range',
  'cluster-column': 'a column of clusters',
  kernel: 'a kernel',
  'absorbed-column': 'a column to absorb',
  'lags-or-opt': 'a number of lags or opt',
  'number-or-auto': 'a number or auto',
  units: 'the column of the units',
  'one-name': 'one name',
  level: 'a level',
  ref: 'ref = and a level',
  'number-as-power': 'a number as the power',
  'whole-number': 'a whole number',
  'quoted-text': 'a text in quotes',
} as const;

/** What a reader of commands expects next: one of these, or words of the command. */
export type CommandExpected =
  | keyof typeof expectedWords
  /** The last after "or". */
  | { readonly oneOf: readonly string[] }
  | { readonly either: readonly string[] }
  | { readonly among: readonly string[] }
  | { readonly variableAfter: string }
  | { readonly openedAfter: string }
  | { readonly closedAfterColumnOf: string }
  | { readonly callOf: string };

function expectedText(expected: CommandExpected): string {
  if (typeof expected === 'string') return expectedWords[expected];
  if ('oneOf' in expected) return expected.oneOf.join(', ').replace(/, ([^,]+|",")$/, ' or $1');
  if ('either' in expected) return expected.either.join(' or ');
  if ('among' in expected) return expected.among.join(', ');
  if ('variableAfter' in expected) return `a variable after "${expected.variableAfter}"`;
  if ('openedAfter' in expected) return `"(" after ${expected.openedAfter}`;
  if ('callOf' in expected) return `a call of ${expected.callOf}()`;
  return `")" after the column of ${expected.closedAfterColumnOf}()`;
}

export interface UnexpectedPart {
  readonly expected: CommandExpected;
  /** Undefined at the end. */
  readonly found: string | undefined;
}

interface Meant {
  readonly word: string;
  readonly meant: Suggestion;
}

export interface OtherFunction {
  readonly language: string | undefined;
  readonly name: string;
  readonly known: readonly string[];
}

const commandWords = {
  stata: 'xtabond2, xtdpdgmm, regress or another one of Stata',
  'of-stata': 'of Stata',
  python: 'in statsmodels, linearmodels or pyfixest',
  'of-python': 'of Python',
  'of-r': 'of R',
  r: 'lm(), plm(), ivreg() or feols()',
} as const;

/** Which command is expected once: one of these, or as it is written. */
export type OneCommand = keyof typeof commandWords | { readonly code: string };

const statementWords = {
  python: 'a model of statsmodels, linearmodels or pyfixest, or a data frame',
  r: 'lm(), plm(), ivreg(), feols(), a data frame or a covariance',
} as const;

interface Near {
  /** The nearest known word. */
  readonly near: string | undefined;
}
const nearText = ({ near }: Near) => (near === undefined ? '' : ` (did you mean "${near}"?)`);

const waysOut = {
  generate: 'make the column in the data, or with build: in the model file',
  by: 'write the command once for each group with if, or use wasmetrics groups --by',
  printed: 'the result of the model has these tests',
  'panel-tests': 'no test here replaces it; vcov: cluster and driscoll-kraay allow for such errors',
  suest: 'wasmetrics groups model.yaml --by GROUP compares a coefficient between groups',
  'predictive-margins':
    'predictive margins are not in this version; wasmetrics predict model.yaml --new FILE predicts rows that you choose',
  elasticities:
    'elasticities are not in this version; with logs in the formula the coefficients are elasticities',
  append: 'the key append takes files as they are; otherwise make one file of both',
  collapse:
    'reshape: {groups: ...} makes a row per group once, from columns of the file; build: mean(x, by: g) has the mean in every row',
  'collapse-order':
    'reshape: {groups: ...} has no first or last row of a group; write the file with a row per group',
  permute:
    'permutations of any statistic are not in this version; wasmetrics groups model.yaml --by GROUP --method permutation permutes the labels of two groups',
  rolling: 'write the command once for each window with if',
  'two-way-table':
    'a table of counts is not in this version; wasmetrics describe FILE --by g counts rows',
  jackknife: 'write vcov: HC3, which is close to the jackknife, or CV3 for the one over clusters',
  survey: 'survey designs are not in this version; weights: and vcov: cluster come nearest',
  imputation: 'estimates of several imputed data sets are not combined in this version',
  document: 'write the model without it; wasmetrics study prints the tables of all models',
  cells: 'tables are those of a study, which wasmetrics study writes whole',
  graph:
    'figures of a study and wasmetrics plot show estimates; graphs of the data are not translated',
} as const;

/** What to write instead of a common command that is not translated. */
export type WayOut = keyof typeof waysOut;

export const wayOutText = (way: WayOut): string => waysOut[way];
export const covarianceType = says(
  'script-problem/cov-type',
  ({ word, panel }: { readonly word: string; readonly panel: boolean }) =>
    `fit(): expected cov_type unadjusted, robust or clustered${panel ? '' : ', or kernel with bandwidth'}, found "${word}"`,
);

const pdynmcFlags = {
  levels: 'level equations, whose instruments differ from those of wasmetrics',
  nonlinear: 'nonlinear conditions, whose first-step weight differs from that of wasmetrics',
  instruments: 'instruments that are not regressors',
  regressors: 'regressors that are not instruments',
  'level-equations': 'level equations',
  weight: 'a different one-step weight',
} as const;

/** What an argument of pdynmc() means that no model has. */
export type PdynmcFlag = keyof typeof pdynmcFlags;

export const refusedFlag = says(
  'script-problem/pdynmc-flag',
  ({ name, flag }: { readonly name: string; readonly flag: PdynmcFlag }) =>
    `${name}: expected FALSE, found TRUE; it means ${pdynmcFlags[flag]}`,
);

export const commandFault = family('command-problem', {
  part: ({ expected, found }: UnexpectedPart) =>
    `expected ${expectedText(expected)}, found ${found === undefined ? 'the end' : `"${found}"`}`,
  argument: ({ command, word, meant }: Meant & { readonly command: string }) =>
    `${command}: unknown or unsupported argument "${word}"${suggested(meant)}`,
  'unsupported-option': ({ command, word, meant }: Meant & { readonly command: string }) =>
    `${command}: unknown or unsupported option "${word}"${suggested(meant)}`,
  'unknown-option': ({ command, word, meant }: Meant & { readonly command: string }) =>
    `${command}: unknown option "${word}"${suggested(meant)}`,
  'no-option': ({ command, word, meant }: Meant & { readonly command: string }) =>
    `${command} has no option "${word}"${suggested(meant)}`,
  'list-function': ({ word, meant }: Meant) =>
    `unknown function ${word}() in a list${suggested(meant)}`,
  'gretl-statement': ({ word, meant }: Meant) =>
    `unknown gretl statement "${word}"${suggested(meant)}`,
  'unknown-part': ({ word, meant }: Meant) => `unknown part ${word}()${suggested(meant)}`,
  call: ({ word, meant }: Meant) => `unknown call ${word}()${suggested(meant)}`,
  match: ({ word, meant }: Meant) => `no column of the data matches "${word}"${suggested(meant)}`,
  'formula-function': ({ language, name, known }: OtherFunction) =>
    `${language === undefined ? '' : `${language}: `}unknown function ${name}(); expected ${known.join(', ')}`,
  one: ({ commands, several }: { readonly commands: OneCommand; readonly several: boolean }) =>
    `expected one command ${typeof commands === 'string' ? commandWords[commands] : commands.code}, found ${several ? 'a second one' : 'none'}`,
  statement: ({ language }: { readonly language: 'python' | 'r' }) =>
    `expected ${statementWords[language]}, found another statement`,
  'stata-command': ({
    known,
    word,
    near,
  }: Near & { readonly known: readonly string[]; readonly word: string }) =>
    `expected a command of Stata (${known.join(', ')}), found "${word}"${nearText({ near })}`,
  program: ({
    known,
    word,
    near,
  }: Near & { readonly known: readonly string[]; readonly word: string }) =>
    `expected a command of another program (${known.join(', ')}, or a command of pydynpd with its "|"), found ${word === '' ? 'none' : show(word)}${nearText({ near })}`,
  estimation: ({ first }: { readonly first: Told | '' }) =>
    `expected at least one command that estimates, found none; ${first === '' ? '' : first.text}`,
  method: ({ name, means }: { readonly name: string; readonly means: string | undefined }) =>
    `expected a command that is translated, found ${name}; ${adviceOn(means) ?? ''}`,
  translated: ({ way }: { readonly way: WayOut }) =>
    `expected a command that is translated; ${waysOut[way]}`,
});
