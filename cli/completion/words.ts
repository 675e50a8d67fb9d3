/** Finds what can follow the words of an unfinished command line. */
import type { Argument, Command, Option } from 'commander';
import { type Text, textOf } from '../help/texts.js';
import { suggested } from './suggested.js';
import { isDataName } from '../options/data-name.js';

/** A word that may come next, and its help. */
export interface Candidate {
  readonly word: string;
  readonly help?: Text;
}

/** Words that may come next, file names, or the columns of a data file. */
export type Candidates =
  | { readonly kind: 'words'; readonly words: readonly Candidate[] }
  | { readonly kind: 'files' }
  | {
      readonly kind: 'columns';
      readonly file: string;
      readonly before: string;
      readonly start: string;
    };

const none: Candidates = { kind: 'words', words: [] };
const files: Candidates = { kind: 'files' };

/** Candidates for the last of the words; the others are complete. The program's name is not among them. */
export function candidatesOf(program: Command, words: readonly string[]): Candidates {
  const current = words.at(-1) ?? '';
  const [first, ...rest] = words;
  if (first === undefined || words.length === 1) {
    return current.startsWith('-') ? optionWords(program, current) : commandWords(program, current);
  }
  if (first === 'help') return rest.length === 1 ? commandWords(program, current) : none;
  const command = program.commands.find((one) => one.name() === first);
  if (command === undefined) return none;
  return ofCommand(command, rest);
}

function ofCommand(command: Command, words: readonly string[]): Candidates {
  const read = operandsIn(command, words.slice(0, -1));
  const current = words.at(-1)!;
  const [, long, begun] = /^(--[^=]+)=(.*)$/s.exec(current) ?? [];
  const inline = long === undefined ? undefined : optionOf(command, long);
  if (inline !== undefined)
    return values(command, inline, { ...read, current: begun!, lead: `${long}=` });
  // Bash separates `--vcov=HC` into three words.
  const [before, equals] = [words.at(-3), words.at(-2)];
  const split = equals === '=' ? optionOf(command, before ?? '') : undefined;
  const option = split ?? read.open;
  if (option !== undefined) return values(command, option, { ...read, current, lead: '' });
  if (current.startsWith('-') && current !== '-') return optionWords(command, current);
  const { registeredArguments: all } = command;
  const argument = all[Math.min(read.operands.length, all.length - 1)];
  return argument === undefined ? none : argumentWords(argument, current);
}

interface Read {
  readonly operands: readonly string[];
  /** The option whose value is incomplete. */
  readonly open: Option | undefined;
}

/** The operands among complete words, without options and their values. */
function operandsIn(command: Command, words: readonly string[]): Read {
  const operands: string[] = [];
  let open: Option | undefined;
  for (const word of words) {
    if (open !== undefined && (open.required || !word.startsWith('-'))) {
      open = open.variadic && word !== '=' ? open : word === '=' ? open : undefined;
      continue;
    }
    open = undefined;
    if (!word.startsWith('-') || word === '-') operands.push(word);
    else if (!word.includes('=')) open = takesValue(optionOf(command, word));
  }
  return { operands, open: open?.required === true || open?.variadic === true ? open : undefined };
}

function takesValue(option: Option | undefined): Option | undefined {
  return option !== undefined && (option.required || option.optional) ? option : undefined;
}

function optionOf(command: Command, word: string): Option | undefined {
  return command.options.find(({ long, short }) => word === long || word === short);
}

interface Begun extends Read {
  readonly current: string;
  /** The text before the value in the same word. */
  readonly lead: string;
}

function values(command: Command, option: Option, { current, lead, operands }: Begun): Candidates {
  const words = option.argChoices ?? suggested(option);
  if (words !== undefined)
    return starting(
      words.map((word) => ({ word: lead + word })),
      lead + current,
    );
  const [, placeholder = ''] = /<([^>]*)>|\[([^\]]*)\]$/.exec(option.flags) ?? [];
  if (/file|model/.test(placeholder) && option.long !== '--model') return files;
  if (!/column|vars|regressor|names|instruments/.test(placeholder)) return none;
  const data = dataOf(command, operands);
  // A list, as in --cluster id,year, is continued after its last comma.
  const [before] = /^.*[,\s]/s.exec(current) ?? [''];
  return data === undefined
    ? none
    : {
        kind: 'columns',
        file: data,
        before: lead + before,
        start: current.slice(before!.length),
      };
}

/** The operand that is a data file, judging by its name. */
function dataOf(command: Command, operands: readonly string[]): string | undefined {
  const [first] = operands;
  const name = command.registeredArguments[0]?.name();
  const isData = name === 'data' || name === 'file' || isDataName(first ?? '');
  return isData ? first : undefined;
}

function argumentWords(argument: Argument, current: string): Candidates {
  const words = argument.argChoices ?? suggested(argument);
  if (words !== undefined)
    return starting(
      words.map((word) => ({ word })),
      current,
    );
  return /model|data|file|out|command/.test(argument.name()) ? files : none;
}

function commandWords({ commands }: Command, current: string): Candidates {
  const visible = commands.filter(
    (command) => !(command as unknown as { readonly _hidden: boolean })._hidden,
  );
  return starting(
    visible.map((command) => ({ word: command.name(), help: command.description() })),
    current,
  );
}

function optionWords(command: Command, current: string): Candidates {
  const help = { word: '--help', help: 'display help for command' };
  const options = command.options.filter(({ hidden, long }) => !hidden && long !== undefined);
  return starting(
    [...options.map((option) => ({ word: option.long!, help: textOf(option) })), help],
    current,
  );
}

function starting(words: readonly Candidate[], start: string): Candidates {
  return { kind: 'words', words: words.filter(({ word }) => word.startsWith(start)) };
}
