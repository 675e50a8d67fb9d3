/** The section of a README that maps tables and figures to the study's entries and to output files. */
import { codeMarkdown, readableMarkdown } from '../../../core/escapes/markdown.js';
import { type BundleFacts, type BundleItem, paths } from '../facts.js';
import { box, counted, tableRow, toTick } from './words.js';

export function itemSections(facts: BundleFacts): string[] {
  const { items, numbers, study } = facts;
  const shown = items.filter(({ kind }) => kind !== 'claim');
  const claims = items.filter(({ kind }) => kind === 'claim');
  const failed = items.filter((item) => item.failed !== undefined);
  const isSynthetic = facts.syntheticStudy !== undefined;
  const heads = ['Figure/Table #', 'Title', 'Program entry', 'Output file', 'Note'];
  return [
    '## List of tables and programs',
    '',
    toTick(madeWords(shown.length, failed.length)),
    '',
    'The provided code reproduces:',
    '',
    box('All numbers provided in text in the paper'),
    box('All tables and figures in the paper'),
    box('Selected tables and figures in the paper, as explained and justified below.'),
    '',
    tableRow(heads),
    tableRow(heads.map(() => '---')),
    ...shown.map((item) => itemRow(item, study, isSynthetic)),
    '',
    '### In-text numbers',
    '',
    `\`${paths.numbers}\` has the ${numbers} numbers of the study by name, such as \`T4.2.Gov\`: the coefficient of Gov in column (2) of table T4. TODO: the name of each number that the text of the paper quotes, unless a template fills it in.`,
    '',
    ...(claims.length === 0 ? [] : claimSection(claims, study, isSynthetic)),
  ];
}

function madeWords(shown: number, failed: number): string {
  const made = `the study made all ${shown} of its tables and figures`;
  return failed === 0
    ? `${made}; only the authors know whether the paper has others.`
    : `${counted(failed, 'item')} of the study could not be made, as noted below.`;
}

function claimSection(
  claims: readonly BundleItem[],
  study: string,
  isSynthetic: boolean,
): string[] {
  const heads = ['Claim', 'Statement', 'Program entry', 'Output file', 'Note'];
  return [
    '### Claims',
    '',
    tableRow(heads),
    tableRow(heads.map(() => '---')),
    ...claims.map((item) => itemRow(item, study, isSynthetic)),
    '',
  ];
}

function itemRow(item: BundleItem, study: string, isSynthetic: boolean): string {
  const { id, title, entry, line, files, failed, fromSynthetic } = item;
  const place = line === undefined ? '' : `, line ${line}`;
  const note =
    failed !== undefined
      ? `not made: ${failed}`
      : isSynthetic
        ? fromSynthetic
          ? 'reproducible from the synthetic data'
          : 'runs on the synthetic data; the numbers of the paper need the confidential data'
        : '';
  const outputs = files.map((file) => codeMarkdown(file)).join(', ');
  return tableRow([
    readableMarkdown(id),
    readableMarkdown(title),
    `${codeMarkdown(entry)} of ${codeMarkdown(study)}${place}`,
    outputs,
    readableMarkdown(note),
  ]);
}
