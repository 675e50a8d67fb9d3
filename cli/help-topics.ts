/** Topics of help for commands with more options than fit a screen. */

/** A command with more options shows those that people use, and the topics of the others. */
export const MOST_OPTIONS = 30;

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

/** The topic of the options below a heading; undefined for those of the command itself and of help. */
export function topicOf(heading: string): Topic | undefined {
  const known = starts.find(([start]) => heading.startsWith(start));
  return known === undefined ? 'model' : known[1];
}

/** The topic that follows `--help` on a command line. */
export function namedTopic(args: readonly string[]): Topic | 'all' | undefined {
  const end = args.indexOf('--');
  const options = end < 0 ? args : args.slice(0, end);
  const word = options[options.findIndex((arg) => arg === '--help' || arg === '-h') + 1];
  if (!options.includes('--help') && !options.includes('-h')) return undefined;
  return word !== undefined && (word === 'all' || Object.hasOwn(topics, word))
    ? (word as Topic | 'all')
    : undefined;
}

/** Options that most runs of a command with many options use. */
// prettier-ignore
export const common: ReadonlySet<string> = new Set([
  '--effects', '--method', '--gmm', '--iv', '--endogenous', '--steps',
  '--unit', '--time', '--where', '--weights', '--absorb', '--vcov', '--bootstrap', '--seed',
  '--data', '--set', '--json', '--to',
]);

/** Examples that help of many options shows. */
const FEW_EXAMPLES = 2;

/** A text below the options with its first examples alone; an example may go on in lines further to the right. */
export function fewExamples(text: string): string {
  const starts = [...text.matchAll(/^ {2}npx /gm)].map(({ index }) => index);
  const end = starts[FEW_EXAMPLES];
  if (end === undefined) return text;
  return `${text.slice(0, end)}  --help all shows ${starts.length - FEW_EXAMPLES} more`;
}
