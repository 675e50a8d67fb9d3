/** Topics of help for commands whose options do not fit on one screen. */

/** A command with more options than this shows the common ones, and the topics of the others. */
export const MOST_OPTIONS = 15;

export const topics = {
  model: 'the model, its sample, errors and tests',
  data: 'how data are read, joined and changed',
  bootstrap: 'the bootstrap',
  output: 'what is printed and written to files',
  run: 'workers, progress, streams and checkpoints',
} as const;

export type Topic = keyof typeof topics;

const starts: readonly (readonly [start: string, topic: Topic | undefined])[] = [
  ['Options', undefined],
  ['Reading the data', 'data'],
  ['Changing the data', 'data'],
  ['Bootstrap', 'bootstrap'],
  ['Output', 'output'],
  ['Running', 'run'],
  ['Help', undefined],
];

/** The topic of the options under a heading; undefined for the command's own options and for help. */
export function topicOf(heading: string): Topic | undefined {
  const known = starts.find(([start]) => heading.startsWith(start));
  return known === undefined ? 'model' : known[1];
}

/** The topic after `--help` on a command line. */
export function namedTopic(args: readonly string[]): Topic | 'all' | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const word = options[options.findIndex((arg) => arg === '--help' || arg === '-h') + 1];
  if (!options.includes('--help') && !options.includes('-h')) return undefined;
  return word !== undefined && (word === 'all' || Object.hasOwn(topics, word))
    ? (word as Topic | 'all')
    : undefined;
}

/** The commonly used options of a command with many options. */
// prettier-ignore
export const common: ReadonlySet<string> = new Set([
  '--effects', '--method', '--gmm', '--iv', '--endogenous', '--steps',
  '--unit', '--time', '--where', '--weights', '--absorb', '--vcov', '--bootstrap', '--seed',
  '--data', '--set', '--json', '--to',
]);

/** A text below the options with its first example alone; an example may go on in lines further to the right. */
export function firstExample(text: string): string {
  const second = [...text.matchAll(/^ {2}npx /gm)][1];
  return second === undefined ? text : text.slice(0, second.index).trimEnd();
}
