/** What the columns of a study are: one row per variable, including those that the study builds. */
import { inOnePiece } from '../../core/jobs/one-piece.js';
import { checkKeys } from '../../core/arguments/arguments.js';
import { type LocalOptions, localSchemas } from '../../core/jobs/run-options.js';
import { badArgument } from '../../core/arguments/arguments.js';
import { codeMarkdown, readableMarkdown } from '../../core/escapes/markdown.js';
import { csvCell } from '../../core/escapes/spreadsheet.js';
import { newEngine } from '../../core/engine/engine.js';
import {
  type BuildStep,
  type Column,
  type DataInput,
  stepWords,
  type Table,
  toTable,
} from '../../data/index.js';
import { descriptionOf } from '../../analysis/describe/index.js';
import { runSteps } from '../../models/preparation/prepare.js';
import type { DataPlace } from '../../models/schema/data-keys.js';
import { readStudy } from '../study/file/read.js';
import type { StudyInput } from '../study/file/input.js';
import { aFunction } from '../../words/expectations/values.js';

/** A column of the data as the tables read them. */
export interface CodebookRow {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly type: string;
  readonly n: number;
  readonly missing: number;
  readonly min: number | string | null;
  readonly max: number | string | null;
  readonly mean: number | null;
  readonly sd: number | null;
  readonly distinct: number;
  /** Levels with their labels, where there are few. */
  readonly levels: string;
  /** The file, or the step that builds the column. */
  readonly source: string;
}

/** Prefix of the step that builds a column. */
export const BUILT = 'built: ';

/** Most levels that a codebook lists. */
const MOST_LEVELS = 20;

/**
 * The variables of a study after its steps, in the order of the data.
 *
 * @throws as `runStudy`, for the data and their steps
 */
export async function bundleCodebook(
  study: StudyInput,
  data: DataInput,
  read: (place: DataPlace) => Promise<Table>,
  options: LocalOptions = {},
): Promise<readonly CodebookRow[]> {
  checkKeys('bundleCodebook', localSchemas, options);
  if (typeof read !== 'function') throw badArgument('bundleCodebook', 'read', aFunction(), read);
  return inOnePiece(options, async () => {
    const { steps, labels, data: place } = readStudy(study);
    const source = toTable(data);
    const { table } = await runSteps(source, steps, {
      engine: options.engine ?? (await newEngine()),
      read,
    });
    const built = new Map((steps.build ?? []).map((step) => [step.name, step]));
    const merged = new Map(
      (table.prepared?.built.merge ?? []).flatMap(({ file, columns }) =>
        columns.map((name) => [name, file] as const),
      ),
    );
    const file = place !== undefined && 'file' in place ? place.file : 'data';
    const { columns, names } = descriptionOf(table);
    return names.map((name) => {
      const { type, label, unit, n, missing, min, max, mean, sd, distinct } = columns[name]!;
      return {
        name,
        label: labels[name] ?? label ?? '',
        unit: unit ?? '',
        type,
        n,
        missing,
        min,
        max,
        mean,
        sd,
        distinct,
        levels: levelsOf(table.columns.get(name)!, distinct),
        source: sourceOf(built.get(name), merged.get(name) ?? file),
      };
    });
  });
}

function sourceOf(step: BuildStep | undefined, file: string): string {
  return step === undefined ? file : BUILT + stepWords(step);
}

/** `1 = east; 2 = west`, or `east; west`; empty for numbers without labels and for many texts. */
function levelsOf({ kind, values, valueLabels }: Column, distinct: number): string {
  if (valueLabels !== undefined) {
    return [...valueLabels].map(([value, label]) => `${value} = ${label}`).join('; ');
  }
  if (kind === 'number' || distinct > MOST_LEVELS) return '';
  return [...new Set(values)]
    .filter((value) => value !== '')
    .sort()
    .join('; ');
}

const heads = [
  'name',
  'label',
  'unit',
  'type',
  'n',
  'missing',
  'min',
  'max',
  'mean',
  'sd',
] as const;
const tail = ['distinct', 'levels', 'source'] as const;

function digits(value: number | string | null): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : (value ?? '');
}

/** The codebook as CSV. */
export function codebookCsv(rows: readonly CodebookRow[]): string {
  const keys = [...heads, ...tail];
  const lines = rows.map((row) => keys.map((key) => csvCell(digits(row[key]))).join(','));
  return [keys.join(','), ...lines, ''].join('\n');
}

/** The codebook as Markdown: a table of numbers, then the levels and the sources. */
export function codebookMarkdown(rows: readonly CodebookRow[], note: string): string {
  const line = (cells: readonly string[]) => `| ${cells.map(readableMarkdown).join(' | ')} |`;
  const numbers = rows.map((row) => line(heads.map((key) => digits(row[key]))));
  const details = rows.map(
    ({ name, distinct, levels, source }) =>
      `- ${codeMarkdown(name)}: ${readableMarkdown(`${distinct} distinct values${levels === '' ? '' : ` (${levels})`}; ${source}`)}`,
  );
  return [
    '# Codebook',
    '',
    `${rows.length} variables, after the steps of the study. ${note}`,
    '',
    line(heads),
    line(heads.map(() => '---')),
    ...numbers,
    '',
    '## Values and sources',
    '',
    ...details,
    '',
  ].join('\n');
}
