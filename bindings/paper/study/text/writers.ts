/** Files with the numbers of a study, for other documents. */
import { isLatexKey } from '../../../core/escapes/latex.js';
import { visibleLine } from '../../../words/text/visible.js';
import { typstString } from '../../../core/escapes/typst.js';
import type { StudyNumber, StudyNumbers } from './number.js';
import { checkTexts, escapedProse } from './template.js';
import { readable } from '../../../results/read.js';

const latexHead = `% Numbers of a study: \\wm{T4.2.Gov} writes the number of that name.
\\providecommand{\\wm}[1]{%
  \\ifcsname wm@\\detokenize{#1}\\endcsname
    \\csname wm@\\detokenize{#1}\\endcsname
  \\else
    \\errmessage{numbers.tex: the study has no number #1}%
  \\fi}
\\providecommand{\\wmdefine}[2]{\\expandafter\\def\\csname wm@\\detokenize{#1}\\endcsname{#2}}
`;

/**
 * `numbers.tex`: the command `\wm{T4.2.Gov}`, because names of LaTeX commands cannot contain digits. Names with `%`,
 * `\`, braces, `#`, `~` or `^` are left out, and a comment names them.
 */
export function writeLatexNumbers(numbers: StudyNumbers): string {
  checkTexts('numbers', '', numbers);
  return readable(() => latexNumbers(numbers));
}

function latexNumbers(numbers: StudyNumbers): string {
  const [usable, others] = [true, false].map((isUsable) =>
    Object.keys(numbers).filter((name) => isLatexKey(name) === isUsable),
  ) as [string[], string[]];
  const left = others.map(
    (name) => `% left out, as LaTeX cannot write its name: ${visibleLine(name)}\n`,
  );
  const lines = usable.map(
    (name) => `\\wmdefine{${name}}{${escapedProse('latex', numbers[name]!.text)}}\n`,
  );
  return latexHead + left.join('') + lines.join('');
}

/** `numbers.typ`: the function `wm("T4.2.Gov")`. */
export function writeTypstNumbers(numbers: StudyNumbers): string {
  checkTexts('numbers', '', numbers);
  return readable(() => typstNumbers(numbers));
}

function typstNumbers(numbers: StudyNumbers): string {
  const lines = Object.entries(numbers).map(
    ([name, { text }]) => `  ${typstString(name)}: ${typstString(text)},\n`,
  );
  return `// Numbers of a study: #wm("T4.2.Gov") writes the number of that name.
#let wm-numbers = (:
${lines.join('')})
#let wm(name) = wm-numbers.at(name)
`.replace('(:\n  ', '(\n  ');
}

/** `numbers.json`: text and value by name. */
export function writeJsonNumbers(numbers: StudyNumbers): string {
  checkTexts('numbers', '', numbers);
  return readable(() => jsonNumbers(numbers));
}

function jsonNumbers(numbers: StudyNumbers): string {
  const plain = Object.entries(numbers).map(
    ([name, { text, value, kind }]): [string, StudyNumber] => [name, { text, value, kind }],
  );
  return `${JSON.stringify(Object.fromEntries(plain), null, 1)}\n`;
}
