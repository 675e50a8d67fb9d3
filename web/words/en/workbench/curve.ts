/** Words about the specification curve, in English. */
export const curve = {
  title: 'Specification curve',
  about:
    'The coefficient under every combination of choices. What varies is the key multiverse of the model, or else the usual choices.',
  run: 'Estimate all',
  counts: (shown: string, all: string, failed: string) =>
    `${shown} of ${all} specifications are shown; ${failed} have no estimate.`,
  apart:
    'Blue: the interval excludes 0. Hollow and grey: refused by a test. On the right, the interval of the chosen model and the range over the choices: different kinds of uncertainty.',
  ofModel: 'model',
  ofChoices: 'choices',
  observations: 'rows used',
  sortBy: 'Sort first by',
  byEstimate: 'the estimate alone',
  options: 'Leave out or join options',
  option: 'Option',
  median: 'Median estimate',
  join: 'Join',
  split: 'Split',
  joinWith: (option: string, other: string) => `Join ${option} with ${other}`,
  splitOf: (option: string) => `Split ${option}`,
  specification: 'Specification',
  none: 'No specification is left.',
  numbers: (estimate: string, error: string, p: string) => `${estimate} (${error}), p ${p}`,
  interval: (low: string, high: string) => `${low} to ${high}`,
  rows: (rows: string) => `${rows} rows`,
  refused: (tests: string) => `refused by ${tests}`,
  refusedBy: 'Refused by',
  own: 'the model as written',
  open: 'Open this model',
  code: 'Code of the specification',
};
