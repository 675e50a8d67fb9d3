/** Compares the numbers in an author's text with the study's. */
import { visible } from '../../bindings/entries/report.js';
import { checkText, numbersOf, type StudyResult } from '../../bindings/entries/study.js';
import { textChecked } from '../../bindings/words/errors/program/study.js';
import { type Host, inLanguage, print, printPage } from '../host.js';
import { readText } from '../io.js';

/** Prints numbers that no longer match. Returns how many there are. */
export async function checkTexts(
  host: Host,
  result: StudyResult,
  paths: readonly string[],
  json: boolean,
): Promise<number> {
  const say = inLanguage(host);
  const numbers = numbersOf(result);
  const checks = [];
  for (const path of paths)
    checks.push({ path, ...checkText(await readText(host, path), numbers) });
  const count = checks.reduce((sum, { findings }) => sum + findings.length, 0);
  if (json) {
    print(host, JSON.stringify({ text: checks }, null, 2));
    return count;
  }
  for (const { path, findings, named, compared, told } of checks) {
    const lines = findings.map(
      ({ line, column, told }) => `${path}:${line}:${column}: ${say(told)}`,
    );
    const summary = textChecked({ path, named, compared, findings: findings.length });
    printPage(host, [...lines, ...[summary, ...told].map(say)].map(visible).join('\n'));
  }
  return count;
}
