/** A command's help: its options in a fixed order and, if there are many, only the common ones. */
import {
  type AddHelpTextContext,
  type AddHelpTextPosition,
  type Command,
  Help,
  type Option,
} from 'commander';
import type { HelpWords } from '../../bindings/words/en/help.js';
import { widthOf, wrap } from '../../bindings/paper/tables/writers/measure.js';
import { RefusingCommand } from './refusals.js';
import { descriptionIn, linesIn, textIn, textOf } from './texts.js';
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

/** What help shows, and in which words. */
export interface HelpSettings {
  readonly topic: Topic | 'all' | undefined;
  readonly words: HelpWords;
}

/** A command whose help on a topic has no text below the options; if there are many options, the text is short. */
export class HelpfulCommand extends RefusingCommand {
  readonly #settings: HelpSettings;

  constructor(name: string | undefined, settings: HelpSettings) {
    super(name);
    this.#settings = settings;
  }

  override createCommand(name?: string): Command {
    return new HelpfulCommand(name, this.#settings);
  }

  override addHelpText(
    position: AddHelpTextPosition,
    text: string | ((context: AddHelpTextContext) => string),
  ): this {
    if (typeof text !== 'string') return super.addHelpText(position, text);
    const { topic, words } = this.#settings;
    return super.addHelpText(position, ({ command }) => {
      const said = linesIn(text, words);
      if (topic === 'all' || !hasMany(command.createHelp().visibleOptions(command))) return said;
      return topic === undefined ? firstExample(said) : '';
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
export function formatHelp({ topic, words }: HelpSettings) {
  return (command: Command, helper: Help): string => {
    const visible = helper.visibleOptions(command);
    const isLong = hasMany(visible) && topic !== 'all';
    sayIn(helper, words, isLong && topic === undefined);
    helper.groupItems = (unsorted, shown, groupOf) => {
      const groups = Help.prototype.groupItems(unsorted, shown, (item) => {
        const { long } = item as Partial<Option>;
        return long === '--json' ? outputHeading : groupOf(item);
      });
      const ordered: Groups = new Map([...groups].sort(([a], [b]) => place(a) - place(b)));
      return (isLong ? chosenOf(ordered, topic) : ordered) as never;
    };
    helper.styleTitle = (heading) => titleIn(heading, command, words);
    const text = Help.prototype.formatHelp.call(helper, command, helper);
    return isLong ? `${text}\n${topicLines(visible, words)}` : text;
  };
}

/** Lets commander write in these words; short descriptions leave out accepted words, which the help of a topic lists. */
function sayIn(helper: Help, words: HelpWords, isShort: boolean): void {
  const { usage } = words;
  helper.commandDescription = (command) => textIn(command.description(), words);
  helper.subcommandDescription = (command) =>
    textIn(command.summary() || command.description(), words);
  helper.argumentDescription = (argument) => descriptionIn(argument, words);
  helper.optionDescription = (option) =>
    isShort && option.argChoices !== undefined
      ? textIn(textOf(option), words)
      : descriptionIn(option, words);
  helper.commandUsage = (command) =>
    Help.prototype.commandUsage
      .call(helper, command)
      .replace('[options]', usage.options)
      .replace('[command]', usage.command);
  helper.displayWidth = widthOf;
  helper.boxWrap = (text, width) =>
    width < helper.minWidthToWrap ? text : wrap(text, width).join('\n');
}

/** A heading: that of the command's own options names it. */
function titleIn(heading: string, command: Command, words: HelpWords): string {
  if (heading === plainHeading) return words.optionsOf(command.name());
  if (!heading.startsWith(formulaHeading)) return textIn(heading, words);
  return words.formulaOptionsOf(heading.slice(formulaHeading.length + 1, -1));
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
function topicLines(visible: readonly Option[], words: HelpWords): string {
  const counts = new Map<string, number>();
  for (const { helpGroupHeading: heading, long } of visible) {
    const topic = topicOf(long === '--json' ? outputHeading : (heading ?? plainHeading));
    if (topic !== undefined) counts.set(topic, (counts.get(topic) ?? 0) + 1);
  }
  const line = (topic: string, text: string) => `  --help ${topic.padEnd(12)}${text}`;
  const lines = Object.entries(topics).flatMap(([topic, meaning]) => {
    const count = counts.get(topic);
    return count === undefined ? [] : line(topic, words.counted(textIn(meaning, words), count));
  });
  const everything = line('all', textIn('everything', words));
  return [textIn('More options:', words), ...lines, everything, ''].join('\n');
}

/** Negative for the command's own options, 0 for those of models and data, which stay in order of declaration. */
function place(heading: string): number {
  if (heading === plainHeading) return -1;
  return 1 + last.findIndex((start) => heading.startsWith(start));
}
