/** Tables for papers as every command writes them. */
import { type Command, Option } from 'commander';
import {
  InputError,
  languages,
  type PaperTable,
  render,
  type RenderOptions,
  styles,
  type TableFormat,
  tableFormats,
  type TableSpec,
} from '../bindings/index.js';
import { writeWhole } from './files.js';
import { type Host, printPage } from './host.js';
import { checkOutputs, type Paths } from './outputs.js';
import { outputHeading } from './report-options.js';

export interface TableOutputOptions extends Pick<TableSpec, 'style' | 'language'> {
  readonly to?: TableFormat;
  readonly output?: string;
  readonly float?: boolean;
  readonly label?: string;
  readonly tabularray?: boolean;
  readonly json?: boolean;
}

/** The endings of files whose format has another name. */
const endings: Readonly<Record<string, TableFormat>> = {
  txt: 'text',
  md: 'markdown',
  htm: 'html',
  tex: 'latex',
  typ: 'typst',
  qmd: 'quarto',
};

/** Adds the options of tables for papers: format, file, style and language. */
export function withTableOutput(command: Command, usual = 'by the name of the file, or text') {
  const options = [
    new Option('--to <format>', `format (default: ${usual})`).choices(tableFormats),
    new Option('-o, --output <file>', 'file to write (default: standard output)'),
    new Option('--style <name>', 'style of the table').choices(styles),
    new Option('--language <name>', 'language of its words').choices(languages),
    new Option('--label <name>', 'label of the table in LaTeX, Typst and Quarto'),
    new Option('--no-float', 'leave out float and caption in LaTeX and Typst'),
    new Option('--tabularray', 'write LaTeX with tabularray (default: booktabs)'),
  ];
  for (const option of options) command.addOption(option.helpGroup(outputHeading));
  return command;
}

/** True if a command that also prints a report is asked for a table. */
export function asksForTable({ to, output }: TableOutputOptions): boolean {
  return to !== undefined || output !== undefined;
}

/** The choices of the command line that belong to the table itself. */
export function tableChoices({ style, language }: TableOutputOptions) {
  return { ...(style !== undefined && { style }), ...(language !== undefined && { language }) };
}

/** Refuses a format or an output before anything is computed. */
export async function checkTableOutput(
  host: Host,
  options: TableOutputOptions,
  inputs: Paths,
): Promise<void> {
  tableFormat(options);
  await checkOutputs(host, [['--output', options.output]], inputs);
}

export async function writeTable(
  host: Host,
  table: PaperTable,
  options: TableOutputOptions,
): Promise<void> {
  const { output, label, float = true, tabularray = false } = options;
  const width = output === undefined ? host.stdout.columns : undefined;
  const format: RenderOptions = { width, label, float, tabularray };
  const written = await render(table, tableFormat(options), format);
  if (output !== undefined) {
    await writeWhole(host, output, typeof written === 'string' ? [written, '\n'] : [written]);
  } else if (typeof written === 'string') printPage(host, written);
  else host.stdout.write(written);
}

/** The format that is asked for, or that the name of the file says. */
export function tableFormat({
  to,
  output,
  json,
}: Pick<TableOutputOptions, 'to' | 'output' | 'json'>): TableFormat {
  if (to !== undefined) return to;
  if (output === undefined) return json === true ? 'json' : 'text';
  const ending = /\.([a-z]+)$/i.exec(output)?.[1]?.toLowerCase() ?? '';
  const format = endings[ending] ?? ending;
  if (tableFormats.includes(format as TableFormat)) return format as TableFormat;
  const message = `table: expected a file that ends in .txt, .md, .html, .tex, .typ, .qmd, .csv, .json, .docx or .xlsx, found ${output}; rename it or use --to`;
  throw new InputError('bad-value', message, { path: 'to', found: output });
}
