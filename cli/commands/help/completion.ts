import { Argument, type Command } from 'commander';
import { help as english } from '../../../bindings/words/en/help.js';
import { textIn } from '../../help/texts.js';
import { type Candidates, candidatesOf } from '../../completion/words.js';
import { visibleLine } from '../../../bindings/entries/report.js';
import { readData } from '../../data/data.js';
import { type Host, printPage } from '../../host.js';
import { addEstimatorOptions, namesKnownEstimator } from '../../models/formula.js';

/** The scripts that connect a shell's completion with `wasmetrics complete-words`. */
const shells = ['bash', 'zsh', 'fish'] as const;
type Shell = (typeof shells)[number];

/** The line that asks the shell to complete file names. */
const filesLine = ':files';

const bash = `# Completion of wasmetrics for bash. Add to ~/.bashrc: source <(wasmetrics completion bash)
_wasmetrics() {
  local current="\${COMP_WORDS[COMP_CWORD]}" line word
  [[ $current == "=" ]] && current=""
  local -a words=("\${COMP_WORDS[@]:1:COMP_CWORD-1}")
  [[ \${COMP_WORDS[COMP_CWORD]} == "=" ]] && words+=("=")
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == ${filesLine} ]]; then
      compopt -o filenames 2>/dev/null
      while IFS= read -r line; do COMPREPLY+=("$line"); done < <(compgen -f -- "$current")
      return
    fi
    printf -v word '%q' "\${line%%$'\\t'*}"
    COMPREPLY+=("$word")
  done < <("\${COMP_WORDS[0]}" complete-words -- "\${words[@]}" "$current" 2>/dev/null)
}
complete -F _wasmetrics wasmetrics`;

const zsh = `#compdef wasmetrics
# Completion of wasmetrics for zsh. Add to ~/.zshrc after compinit: source <(wasmetrics completion zsh)
_wasmetrics() {
  local line
  local -a lines items
  lines=("\${(@f)$("\${words[1]}" complete-words -- "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ $lines[1] == ${filesLine} ]]; then
    _files
    return
  fi
  for line in $lines; do
    if [[ $line == *$'\\t'* ]]; then
      items+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
    elif [[ -n $line ]]; then
      items+=("\${line//:/\\\\:}")
    fi
  done
  _describe wasmetrics items
}
compdef _wasmetrics wasmetrics`;

const fish = `# Completion of wasmetrics for fish. Save as ~/.config/fish/completions/wasmetrics.fish
function __wasmetrics_complete
    set -l words (commandline -opc)
    set -l current (commandline -ct)
    set -l lines ($words[1] complete-words -- $words[2..-1] "$current" 2>/dev/null)
    if test "$lines[1]" = ${filesLine}
        __fish_complete_path "$current"
    else
        printf '%s\\n' $lines
    end
end
complete -c wasmetrics -f -a '(__wasmetrics_complete)'`;

const scripts: Readonly<Record<Shell, string>> = { bash, zsh, fish };

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

/** One line per candidate: the word, a tab, its help. */
async function linesOf(host: Host, candidates: Candidates): Promise<string[]> {
  if (candidates.kind === 'files') return [filesLine];
  if (candidates.kind === 'columns') {
    const { file, before, start } = candidates;
    const { names, columns } = await readData(host, file, { usedBy: [] }, { progress: false });
    const matching = [...(names ?? columns.keys())].filter((name) => name.startsWith(start));
    return matching.map((name) => visibleLine(`${before}${name}`));
  }
  const words = host.spoken?.help ?? english;
  return candidates.words.map(({ word, help = '' }) =>
    help === '' ? word : `${word}\t${textIn(help, words)}`,
  );
}
