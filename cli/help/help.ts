/** A command's help: its options in a fixed order and, if there are many, only the common ones. */
import {
  type AddHelpTextContext,
  type AddHelpTextPosition,
  type Command,
  Help,
  type Option,
} from 'commander';
import { RefusingCommand } from './refusals.js';
import { common, firstExample, MOST_OPTIONS, type Topic, topicOf, topics } from './topics.js';
import {
  formulaHeading,
  outputHeading,
  plainHeading,
  runHeading,
} from '../options/report-options.js';

/** Heading of the options for help and versions. */
export const helpHeading = 'Help:';

/** Groups that follow those of models and data, by the first words of their headings. */
const last: readonly string[] = [outputHeading, runHeading, formulaHeading, helpHeading];

const commonHeading = 'Common options:';

type Groups = Map<string, unknown[]>;

/** A command whose help on a topic has no text below the options; if there are many options, the text is short. */
export class HelpfulCommand extends RefusingCommand {
  readonly #topic: Topic | 'all' | undefined;

  constructor(name: string | undefined, topic: Topic | 'all' | undefined) {
    super(name);
    this.#topic = topic;
  }

  override createCommand(name?: string): Command {
    return new HelpfulCommand(name, this.#topic);
  }

  override addHelpText(
    position: AddHelpTextPosition,
    text: string | ((context: AddHelpTextContext) => string),
  ): this {
    if (typeof text !== 'string') return super.addHelpText(position, text);
    return super.addHelpText(position, ({ command }) => {
      if (this.#topic === 'all' || !hasMany(command.createHelp().visibleOptions(command)))
        return text;
      return this.#topic === undefined ? firstExample(text) : '';
    });
  }
}

function hasMany(options: readonly Option[]): boolean {
  return options.length > MOST_OPTIONS;
}

/**
 * Help with the command's own options first, and output, running and help last. With many options it shows only those
 * of the topic, or the common ones and the list of topics.
 */
export function formatHelp(topic: Topic | 'all' | undefined) {
  return (command: Command, helper: Help): string => {
    const visible = helper.visibleOptions(command);
    const isLong = hasMany(visible) && topic !== 'all';
    if (isLong && topic === undefined) helper.optionDescription = shortDescription;
    helper.groupItems = (unsorted, shown, groupOf) => {
      const groups = Help.prototype.groupItems(unsorted, shown, (item) => {
        const { long } = item as Partial<Option>;
        return long === '--json' ? outputHeading : groupOf(item);
      });
      const ordered: Groups = new Map([...groups].sort(([a], [b]) => place(a) - place(b)));
      const chosen = isLong ? chosenOf(ordered, topic) : ordered;
      return new Map(
        [...chosen].map(([heading, items]) => [headed(heading, command), items]),
      ) as never;
    };
    const text = Help.prototype.formatHelp.call(helper, command, helper);
    return isLong ? `${text}\n${topicLines(visible)}` : text;
  };
}

/** The description without the accepted words, which the help of its topic lists. */
function shortDescription(option: Option): string {
  return option.argChoices === undefined
    ? Help.prototype.optionDescription(option)
    : option.description;
}

/** The groups of a topic; without a topic, the command's own options and a group of common ones. */
function chosenOf(groups: Groups, topic: Topic | undefined): Groups {
  const chosen: Groups = new Map();
  const used: Option[] = [];
  for (const [heading, items] of groups) {
    if (heading === helpHeading) continue;
    if (!items.every(isOption)) chosen.set(heading, items);
    else if (topic !== undefined && topicOf(heading) === topic) chosen.set(heading, items);
    else if (topic === undefined) used.push(...items.filter((item) => isCommon(heading, item)));
  }
  if (used.length > 0) chosen.set(commonHeading, used);
  return new Map([...chosen].sort(([a], [b]) => place(a) - place(b)));
}

function isCommon(heading: string, { long }: Option): boolean {
  return heading === plainHeading || (!heading.startsWith(formulaHeading) && common.has(long!));
}

function isOption(item: unknown): item is Option {
  return typeof item === 'object' && item !== null && 'flags' in item;
}

/** One line per topic for which the command has options. */
function topicLines(visible: readonly Option[]): string {
  const counts = new Map<string, number>();
  for (const { helpGroupHeading: heading, long } of visible) {
    const topic = topicOf(long === '--json' ? outputHeading : (heading ?? plainHeading));
    if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const lines = Object.entries(topics).flatMap(([topic, words]) => {
    const count = counts.get(topic);
    if (count === undefined) return [];
    return [
      `  --help ${topic.padEnd(12)}${words} (${count} ${count === 1 ? 'option' : 'options'})`,
    ];
  });
  return ['More options:', ...lines, `  --help ${'all'.padEnd(12)}everything`, ''].join('\n');
}

function headed(heading: string, command: Command): string {
  return heading === plainHeading ? `Options of ${command.name()}:` : heading;
}

/** Negative for the command's own options, 0 for those of models and data, which stay in order of declaration. */
function place(heading: string): number {
  if (heading === plainHeading) return -1;
  return 1 + last.findIndex((start) => heading.startsWith(start));
}
