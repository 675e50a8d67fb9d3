/** Words of a command line that no command takes, and values that no option takes, in English. */
import { adviceOn } from '../methods.js';
import { family } from '../../family.js';
import { says, type Told } from '../../told.js';

export { methodNamed } from '../../text/method-names.js';

export const missingArgument = says(
  'usage/missing-argument',
  "missing required argument '{argument}'; write {usage}",
);
export const missingValue = says(
  'usage/missing-value',
  "option '{option}' argument missing; write its value after it",
);
export const missingOption = says(
  'usage/missing-option',
  "required option '{option}' not specified",
);
export const conflicting = says(
  'usage/conflicting',
  "option '{option}' cannot be used with option '{other}'",
);

export const needs = says('usage/needs', '{option} needs {other}');
export const noHypotheses = says(
  'usage/no-hypotheses',
  'expected hypotheses such as "w = k", --function, --diagnostics or --hausman, found none',
);

interface Unknown {
  readonly found: string;
  /** Words that look like it. */
  readonly similar: readonly string[];
}

/** The method of another program that the word names; its sentence is in `methods.ts`. */
interface OfMethod {
  readonly method: string | undefined;
}

const meant = ({ similar }: Unknown) => {
  if (similar.length === 0) return '';
  const one = similar.length === 1 ? '' : 'one of ';
  return ` (Did you mean ${one}${similar.join(', ')}?)`;
};

export const unknownOption = says(
  'usage/unknown-option',
  (detail: Unknown & { readonly usage?: string }) =>
    `unknown option '${detail.found}'${meant(detail)}${detail.usage === undefined ? '' : `; write ${detail.usage}`}`,
);
export const unknownCommand = says('usage/unknown-command', (detail: Unknown & OfMethod) => {
  const advice = adviceOn(detail.method);
  const sent =
    advice ??
    (isFile(detail.found)
      ? `it names a file; write a command before it, as in wasmetrics describe ${detail.found}`
      : 'wasmetrics --help lists the commands');
  const isSimilar = advice === undefined && detail.similar.length > 0;
  return `unknown command '${detail.found}'${isSimilar ? meant(detail) : `: ${sent}`}`;
});

/** True for a word like `data.csv` or a path. */
export const isFile = (word: string): boolean => /[\w)]\.[a-z][a-z\d]{1,7}$|[/\\]\w/i.test(word);

export interface ExcessArguments {
  /** The words that are too many. */
  readonly extra: readonly string[];
  /** True if the command takes a formula, whose words a shell separates. */
  readonly takesFormula: boolean;
  readonly command: string | undefined;
  readonly expected: number;
  readonly found: number;
}

export const excessArguments = says(
  'usage/excess-arguments',
  ({ command, expected, found, extra, takesFormula }: ExcessArguments) => {
    const of = command === undefined ? '' : ` for '${command}'`;
    const hint = takesFormula
      ? `a formula is one argument in quotes, as in wasmetrics ${command} data.csv "y ~ x1 + x2"`
      : `remove ${extra.join(' ')}, or put words that belong together in quotes`;
    return `too many arguments${of}. Expected ${expected} argument${expected === 1 ? '' : 's'} but got ${found}; ${hint}`;
  },
);

/** The value of an option, or of an argument of the command. */
export interface InvalidValue {
  readonly option: string;
  readonly isOption: boolean;
  readonly found: string;
  readonly reason: Told;
}

export const invalidValue = says(
  'usage/value',
  ({ option, isOption, found, reason }: InvalidValue) =>
    isOption
      ? `option '${option}' argument '${found}' is invalid. ${reason.text}`
      : `command-argument value '${found}' is invalid for argument '${option}'. ${reason.text}`,
);
export const unknownLanguage = says(
  'usage/language',
  ({ found, known }: { readonly found: string; readonly known: readonly string[] }) =>
    `WASMETRICS_LANGUAGE: expected one of ${known.join(', ')}, found ${found}`,
);

/** What was not done when somebody pressed Ctrl-C. */
const unfinished = {
  replicates: 'the first replicates were done',
  table: 'the first table was complete',
  study: 'the study was complete',
  work: 'the work was known',
  units: 'the first units were done',
  specifications: 'the first specifications were done',
  test: 'the test was done',
  panels: 'the first panels were done',
  sets: 'the sets were computed',
};

export type Unfinished = keyof typeof unfinished;

export const interrupted = says(
  'interrupted/command',
  ({ before }: { readonly before: Unfinished }) => `stopped before ${unfinished[before]}`,
);

export const usageValue = family('usage-value', {
  choices: ({ choices }: { readonly choices: readonly string[] }) =>
    `Expected one of ${choices.join(', ')}.`,
  number: 'Expected a number.',
  count: 'Expected a whole number of at least 0.',
  positive: 'Expected a whole number of at least 1.',
  port: 'Expected a port: a whole number of at most {most}.',
  amount: 'Expected a number above 0 and at most {most}.',
  labels: 'Expected name=label,name=label.',
  levels: 'Expected levels of significance of at most 0.2, such as 0.1,0.05,0.01.',
  replicates: 'Expected a file that ends in .csv or .arrow.',
  set: 'Expected key=value such as vcov.type=HC3.',
  'set-twice': '{path} is set twice; leave one out.',
  'set-yaml': ({ cause }: { readonly cause: Told }) => `${cause.text}; write the value as YAML.`,
  duration: 'Expected a duration such as 90s, 55m or 1h30m.',
  shard: 'Expected i/N with i from 1 to N, such as 2/4.',
  violation: 'Expected KIND or KIND=SIZE, such as endogeneity.k=0.5.',
  at: 'Expected values by variable, such as "z=1,2,3" or "z=1; g=a".',
});
