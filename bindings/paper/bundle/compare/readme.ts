/** The numbers that the program wrote into a README, after its author has filled it in. */
import { CHECKED, TODO } from '../readme/words.js';
import { checkStatements, collapsed, type Statement, type StatementCheck } from './statements.js';

/**
 * Checks that the README `given` has each number and command of the README `made` by the program. Its author may fill in what is
 * marked TODO, tick boxes, and add or change sentences without numbers of the program.
 */
export function checkReadme(made: string, given: string): StatementCheck {
  const written = made.split('\n').map(collapsed);
  return checkStatements(
    statementsOf(written),
    linesShown(given),
    new Set([...written, ...written.map(ticked)]),
  );
}

const ticked = (line: string) => line.replace(/^- \[ \]/, '- [x]');

/** The lines that a reader sees: comments of HTML are not shown. */
function linesShown(text: string): readonly string[] {
  return text
    .replace(/<!--[^]*?(-->|$)/g, '')
    .split('\n')
    .map((line) => collapsed(line).replace(/^- \[X\]/, '- [x]'))
    .filter((line) => line !== '');
}

/** Lines with numbers and commands. Headings and boxes are the author's, and so is what follows TODO in a line. */
function statementsOf(lines: readonly string[]): readonly Statement[] {
  let isCode = false;
  return lines.flatMap((line): readonly Statement[] => {
    if (line.startsWith('```')) isCode = !isCode;
    else if (isCode) return [{ parts: [line], between: 'nothing' }];
    const isStatement = /\d/.test(line) && !/^(#|- \[ \]|```)/.test(line);
    return isStatement ? statementIn(line) : [];
  });
}

function statementIn(line: string): readonly Statement[] {
  const checked = line.indexOf(CHECKED);
  if (checked >= 0) {
    return [{ parts: [line.slice(checked)], between: 'nothing', isOptional: true }];
  }
  if (line.startsWith('|')) return [{ parts: line.split(TODO), between: 'cell' }];
  const [stated = ''] = line.split(TODO);
  return /\d/.test(stated) ? [{ parts: [stated.trim()], between: 'nothing' }] : [];
}
