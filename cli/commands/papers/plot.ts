import { type Command, Option } from 'commander';
import {
  type Figure,
  type FigureFormat,
  figureFormats,
  reportLanguages,
  renderTable,
  renderFigure,
} from '../../../bindings/entries/report.js';
import { withReaderOptions } from '../../data/reader-options.js';
import { withDataSteps } from '../../data/steps.js';
import { type Host, print, printPage, terminalWidth } from '../../host.js';
import { printWarning } from '../../warnings.js';
import { withFormula } from '../../models/formula.js';
import { withModelArguments } from '../../models/source.js';
import { number } from '../../options/numbers.js';
import { checkOutputs } from '../../files/outputs.js';
import { dataKinds } from '../../plots/data.js';
import type { PlotKind, PlotOptions } from '../../plots/kind.js';
import { modelKinds } from '../../plots/models.js';
import { studyKinds } from '../../plots/studies.js';
import { withRefitOptions } from '../../refits.js';
import { labelsOf } from '../../options/report-options.js';
import { figureFormat, tableFormat } from '../../output/formats.js';
import { writeRendered } from '../../output/rendered.js';

interface OutputOptions extends PlotOptions {
  readonly output?: string;
  readonly to?: FigureFormat;
  readonly table?: string;
  readonly font?: string;
  readonly dpi?: number;
  readonly ast?: boolean;
}

/** `wasmetrics plot KIND`: figures with the width of a journal column, one command per kind. */
export function addPlot(program: Command, host: Host): void {
  const plot = program
    .command('plot')
    .description(
      'draw a figure: coefficients, specification curve, bootstrap, residuals and others',
    )
    .addHelpText(
      'after',
      '\nExample, from a checkout:\n  npx wasmetrics plot coefficients examples/employment.yaml -o coefficients.svg',
    );
  for (const kind of [...modelKinds, ...studyKinds]) {
    addKind(withRefitOptions(modelCommand(plot, kind)), kind, host);
  }
  for (const kind of dataKinds) {
    const data = plot.command(kind.name).argument('[data]', dataWords);
    const command = withDataSteps(withReaderOptions(data));
    addKind(command.option('--json', 'print the figure and errors as JSON'), kind, host);
  }
}

const dataWords = 'data file, or - for standard input; none with --sql';
const severalWords =
  'model files or results printed with --json; or a data file and formulas of models';

function modelCommand(plot: Command, { name, several, formula = {} }: PlotKind): Command {
  const command = plot.command(name);
  if (several !== true) return withModelArguments(command, formula);
  const words = '[options] <models... | data formulas...>';
  return withFormula(command.usage(words).argument('<models...>', severalWords), formula);
}

function addKind(command: Command, kind: PlotKind, host: Host): void {
  kind
    .options(command.description(kind.description))
    .option(
      '-o, --output <file>',
      'figure to write, as .svg, .png, .pdf or .vl.json (default: print its numbers)',
    )
    .addOption(
      new Option('--to <format>', 'format (default: by the name of the file)').choices(
        figureFormats,
      ),
    )
    .option(
      '--table <file>',
      'also write the numbers of the figure, as .csv, .html, .md and others',
    )
    .option('--title <text>', 'title of the figure')
    .option(
      '--labels <names>',
      'labels of columns and coefficients, as name=label,name=label',
      labelsOf,
    )
    .addOption(new Option('--language <name>', 'language of its words').choices(reportLanguages))
    .option('--font <file>', 'font file for PNG (default: the fonts of the system)')
    .option('--dpi <number>', 'dots per inch of PNG (default: 300)', number)
    .option('--ast', 'draw without eval, by the package vega-interpreter')
    .addHelpText('after', `\nExample, from a checkout:\n  npx wasmetrics plot ${kind.example}`)
    .action(async () => {
      const options = command.opts<OutputOptions>();
      const format = formatOf(options);
      const tableKind =
        options.table === undefined
          ? undefined
          : tableFormat(options.table, { subject: '--table' });
      const { inputs, draw } = await kind.plan(host, command, options);
      const outputs = [
        ['--output', options.output],
        ['--table', options.table],
      ] as const;
      await checkOutputs(host, outputs, [...inputs, ['--font', options.font]]);
      const figure = await draw();
      warn(host, figure, options);
      if (tableKind !== undefined) {
        const written = await renderTable(figure.table, tableKind);
        await writeRendered(host, written, options.table);
      }
      await writeFigure(host, figure, format, options);
    });
}

/** Writes or prints the figure; without a file and a format, its numbers. */
async function writeFigure(
  host: Host,
  figure: Figure,
  format: FigureFormat | undefined,
  { output, json, font, dpi, ast }: OutputOptions,
): Promise<void> {
  if (format === undefined) {
    if (json === true) print(host, JSON.stringify(figure, null, 2));
    else printPage(host, renderTable(figure.table, 'text', { width: terminalWidth(host.stdout) }));
    return;
  }
  const drawn = await renderFigure(figure, format, { font, dpi, ast });
  await writeRendered(host, drawn, output);
}

function warn(host: Host, { warnings }: Figure, { json, output }: OutputOptions): void {
  if (json === true && output === undefined) return; // the figure has the warnings
  for (const warning of warnings) printWarning(host, warning, { json });
}

function formatOf({ to, output }: OutputOptions): FigureFormat | undefined {
  if (to !== undefined || output === undefined) return to;
  return figureFormat(output, { subject: 'plot', hasTo: true });
}
