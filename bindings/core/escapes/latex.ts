/** Text in LaTeX. */
import { visibleLine } from '../../words/text/visible.js';

/**
 * `R²` and `χ²` become commands, because not every font has these characters. A bracket is put in braces, because
 * otherwise it would be the argument of a preceding line end or item.
 */
const commands: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': "''",
  '*': '\\textasteriskcentered{}',
  '`': '\\textasciigrave{}',
  '[': '{[}',
  ']': '{]}',
  '\u00b2': '\\textsuperscript{2}',
  '\u03c7': '\\(\\chi\\)',
  '\u0394': '\\(\\Delta\\)',
  '\u00d7': '\\(\\times\\)',
  '\u2713': '\\checkmark{}',
  '\u2020': '\\textdagger{}',
  '\u2021': '\\textdaggerdbl{}',
  '\u2212': '\\(-\\)',
};

/** Characters that form ligatures when repeated: dashes, quotes and low quotes. */
const ligatures = /-(?=-)|'(?=['"])|"(?=['"])|,(?=,)/g;

export function escapedLatex(text: string): string {
  return visibleLine(text)
    .replace(
      /[\\~^<>|*`[\]\u00b2\u03c7\u0394\u00d7\u2713\u2020\u2021\u2212&%$#_{}]/g,
      (sign) => commands[sign] ?? `\\${sign}`,
    )
    .replace(ligatures, '$&{}')
    .replace(/"/g, "''");
}

/** True for a key that a command can contain unchanged: TeX reads `^^5c` as a backslash. */
export function isLatexKey(text: string): boolean {
  return /^[^\\{}%#~^\p{Cc}]*$/u.test(text);
}
