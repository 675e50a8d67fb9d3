/** Tables for papers, as every command writes them. */
import { type Command, Option } from 'commander';
import {
  type CommonSpec,
  type DocumentOptions,
  reportLanguages,
  type PaperTable,
  renderTable,
  type RenderOptions,
  resultTable,
  type TabledResult,
  tableStyles,
  type TableFormat,
  tableFormatWarnings,
  tableWarningTexts,
  tableFormats,
  type TableSpec,
} from '../../bindings/entries/report.js';
import { InputError } from '../../bindings/index.js';
import { noTableKeys } from '../../bindings/words/errors/program/models.js';
import { type Host, printError, terminalWidth } from '../host.js';
import { readDocument } from '../io.js';
import type { Shown } from '../models/each.js';
import { isKeyed } from '../models/written.js';
import { printResult } from '../print.js';
import { checkOutputs, type Paths } from '../files/outputs.js';
import { outputHeading } from '../options/report-options.js';
import { tableFormat } from './formats.js';
import { writeRendered } from './rendered.js';

export interface TableOutputOptions extends Pick<TableSpec, 'style' | 'language'> {
  readonly spec?: string;
  readonly to?: TableFormat;
  readonly output?: string;
  readonly float?: boolean;
  readonly label?: string;
  readonly tabularray?: boolean;
  readonly fragment?: boolean;
  readonly json?: boolean;
}

/** Adds the options of tables for papers: format, file, style and language. */
export function withTableOutput(command: Command, usual = 'by the name of the file, or text') {
  const options = [
    new Option('--to <format>', `format (default: ${usual})`).choices(tableFormats),
    new Option('-o, --output <file>', 'file to write (default: standard output)'),
    new Option('--spec <file>', 'what the table shows and how, YAML or JSON'),
    new Option('--style <name>', 'style of the table').choices(tableStyles),
    new Option('--language <name>', 'language of its words').choices(reportLanguages),
    new Option('--label <name>', 'label of the table in LaTeX, Typst and Quarto'),
    new Option('--no-float', 'leave out float and caption in LaTeX and Typst'),
    new Option('--tabularray', 'write LaTeX with tabularray (default: booktabs)'),
    new Option('--fragment', 'write the rows of a LaTeX table only'),
  ];
  for (const option of options) command.addOption(option.helpGroup(outputHeading));
  return command;
}

/** True if a command that also prints a report should write a table. */
export function asksForTable({ to, output, spec, style, label }: TableOutputOptions): boolean {
  return [to, output, spec, style, label].some((option) => option !== undefined);
}

/** The keys of the file that --spec names, with the command line's choices. */
export async function tableSpec<Spec extends CommonSpec = TableSpec>(
  host: Host,
  { spec, style, language }: TableOutputOptions,
): Promise<Spec> {
  const document = spec === undefined ? {} : await readDocument(host, spec);
  const given: unknown = isKeyed(document) && 'table' in document ? document['table'] : document;
  if (!isKeyed(given)) throw new InputError(noTableKeys({ file: spec }), spec);
  return {
    ...(given as unknown as Spec),
    ...(style !== undefined && { style }),
    ...(language !== undefined && { language }),
  };
}

interface TableShown extends Shown, Omit<DocumentOptions, 'labels'> {
  /** What a table calls columns. */
  readonly labels?: Readonly<Record<string, string>> | undefined;
}

/** Prints a report of a result, or writes its table if options ask for one. */
export async function printOrTable(
  host: Host,
  result: TabledResult,
  { labels, ...shown }: TableShown,
  options: TableOutputOptions,
): Promise<void> {
  if (!asksForTable(options)) return printResult(host, result, shown);
  const spec = await tableSpec(host, options);
  const named = { ...spec, labels: { ...labels, ...spec.labels } };
  await writeTable(host, resultTable(result, named), options);
}

/** Refuses a wrong format or output before anything is computed. */
export async function checkTableOutput(
  host: Host,
  options: TableOutputOptions,
  inputs: Paths,
): Promise<void> {
  formatOf(options);
  await checkOutputs(host, [['--output', options.output]], [['--spec', options.spec], ...inputs]);
}

/** The start of a file that makes a table a page: its encoding, and the width on a phone. */
const pageStart =
  '<!doctype html>\n<meta charset="utf-8">\n<meta name="viewport" content="width=device-width">\n<title>Table</title>\n';

export async function writeTable(
  host: Host,
  table: PaperTable,
  options: TableOutputOptions,
): Promise<void> {
  const { output, label, float = true, tabularray = false, fragment = false } = options;
  const width = output === undefined ? terminalWidth(host.stdout) : undefined;
  const format: RenderOptions = { width, label, float, tabularray, fragment };
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
