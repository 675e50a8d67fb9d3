import { Argument, type Command } from 'commander';
import { type Candidates, candidatesOf } from '../completion/words.js';
import { filesLine, scripts, type Shell, shells } from '../completion/scripts.js';
import { visibleLine } from '../../bindings/index.js';
import { readData } from '../data/data.js';
import { type Host, printPage } from '../host.js';
import { addEstimatorOptions, namesKnownEstimator } from '../models/formula.js';

const examples = `
Examples:
  source <(wasmetrics completion bash)
  wasmetrics completion fish > ~/.config/fish/completions/wasmetrics.fish`;

/** `wasmetrics completion bash`: a script with which a shell completes commands, options, words, columns and files. */
export function addCompletion(program: Command, host: Host): void {
  program
    .command('completion')
    .description('print a script that completes commands in bash, zsh or fish')
    .addArgument(new Argument('<shell>', 'shell of the script').choices(shells))
    .addHelpText('after', examples)
    .action((shell: Shell) => printPage(host, scripts[shell]));
  program
    .command('complete-words', { hidden: true })
    .argument('[words...]', 'words of the command line, of which the last is to be completed')
    .action(async (words: readonly string[]) => {
      if (namesKnownEstimator(words)) addEstimatorOptions(program, words);
      const lines = await linesOf(host, candidatesOf(program, words));
      if (lines.length > 0) printPage(host, lines.join('\n'));
    });
}

/** A line per candidate, with a tab before its help. */
async function linesOf(host: Host, candidates: Candidates): Promise<string[]> {
  if (candidates.kind === 'files') return [filesLine];
  if (candidates.kind === 'columns') {
    const { file, before, start } = candidates;
    const { names, columns } = await readData(host, file, { usedBy: [] }, { progress: false });
    const matching = [...(names ?? columns.keys())].filter((name) => name.startsWith(start));
    return matching.map((name) => visibleLine(`${before}${name}`));
  }
  return candidates.words.map(({ word, help = '' }) => (help === '' ? word : `${word}\t${help}`));
}
