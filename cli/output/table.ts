/** Tables for papers, as every command writes them. */
import { type Command, Option } from 'commander';
import {
  reportLanguages,
  type PaperTable,
  renderTable,
  type RenderOptions,
  tableStyles,
  type TableFormat,
  tableFormatWarnings,
  tableWarningTexts,
  tableFormats,
  type TableSpec,
} from '../../bindings/entries/report.js';
import { type Host, printError } from '../host.js';
import { checkOutputs, type Paths } from '../files/outputs.js';
import { outputHeading } from '../options/report-options.js';
import { tableFormat } from './formats.js';
import { writeRendered } from './rendered.js';

export interface TableOutputOptions extends Pick<TableSpec, 'style' | 'language'> {
  readonly to?: TableFormat;
  readonly output?: string;
  readonly float?: boolean;
  readonly label?: string;
  readonly tabularray?: boolean;
  readonly json?: boolean;
}

/** Adds the options of tables for papers: format, file, style and language. */
export function withTableOutput(command: Command, usual = 'by the name of the file, or text') {
  const options = [
    new Option('--to <format>', `format (default: ${usual})`).choices(tableFormats),
    new Option('-o, --output <file>', 'file to write (default: standard output)'),
    new Option('--style <name>', 'style of the table').choices(tableStyles),
    new Option('--language <name>', 'language of its words').choices(reportLanguages),
    new Option('--label <name>', 'label of the table in LaTeX, Typst and Quarto'),
    new Option('--no-float', 'leave out float and caption in LaTeX and Typst'),
    new Option('--tabularray', 'write LaTeX with tabularray (default: booktabs)'),
  ];
  for (const option of options) command.addOption(option.helpGroup(outputHeading));
  return command;
}

/** True if a command that also prints a report should write a table. */
export function asksForTable({ to, output }: TableOutputOptions): boolean {
  return to !== undefined || output !== undefined;
}

/** The command line's choices that affect the table itself. */
export function tableChoices({ style, language }: TableOutputOptions) {
  return { ...(style !== undefined && { style }), ...(language !== undefined && { language }) };
}

/** Refuses a wrong format or output before anything is computed. */
export async function checkTableOutput(
  host: Host,
  options: TableOutputOptions,
  inputs: Paths,
): Promise<void> {
  formatOf(options);
  await checkOutputs(host, [['--output', options.output]], inputs);
}

/** The start of a file that makes a table a page: its encoding, and the width on a phone. */
const pageStart =
  '<!doctype html>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Table</title>\n';

export async function writeTable(
  host: Host,
  table: PaperTable,
  options: TableOutputOptions,
): Promise<void> {
  const { output, label, float = true, tabularray = false } = options;
  const width = output === undefined ? host.stdout.columns : undefined;
  const format: RenderOptions = { width, label, float, tabularray };
  const to = formatOf(options);
  const written = await renderTable(table, to, format);
  const isPage = to === 'html' && output !== undefined;
  await writeRendered(host, isPage ? `${pageStart}${String(written)}` : written, output);
  const warnings = to === 'json' ? [] : tableWarningTexts(table);
  for (const text of [...warnings, ...tableFormatWarnings(table, to)]) printError(host, text);
}

/** The requested format, or the format of the file's extension. */
function formatOf({ to, output, json }: TableOutputOptions): TableFormat {
  if (to !== undefined) return to;
  if (output === undefined) return json === true ? 'json' : 'text';
  return tableFormat(output, { subject: 'table', hasTo: true });
}
