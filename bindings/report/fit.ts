import pc from 'picocolors';
import type { BootstrapResult, FitResult } from '../results/fit.js';
import { bootstrapTestLines, expressionTable, isComplete, jackknifeTable } from './bootstrap.js';
import { coefficientTable } from './coefficients.js';
import {
  baselineNote,
  baselineNotes,
  baselineTable,
  conditionLines,
  longRunTable,
} from './dynamic.js';
import { firstStageTable, instrumentTestRows, strengthNotes } from './instruments.js';
import { labelled, tableLines, width, wrap, type TextTable } from '../tables/table.js';
import {
  arPeriodNotes,
  diffHansenNotes,
  diffHansenTable,
  instrumentTable,
  testRows,
  type TestRow,
  testTableOf,
} from './specification-tests.js';
import { bootstrapWords, facts } from './words.js';

export interface TextOptions {
  /** Escape codes for a terminal; default false. */
  readonly color?: boolean;
  /** Bootstrap replicates per second, to be printed with the bootstrap; results do not carry it. */
  readonly rate?: number | undefined;
}

/** The longest reason for a missing test that a table of tests has room for. */
const reasonWidth = 60;

const bootstrapNote = (boot: BootstrapResult) =>
  `indented lines: bootstrap standard error,${isComplete(boot) ? '' : ' its MC error,'} ${boot.pValueMethod} p, bias, interval by its method`;
const diffHansenNote =
  'null: the other instruments are valid ("without"); the group is valid too ("difference")';

type Colors = ReturnType<typeof pc.createColors>;

/** A table under a rule, its heading in bold; nothing when it has no rows. */
function section(table: TextTable, colors: Colors): string[] {
  if (table.rows.length === 0) return [];
  const [heading, ...rows] = tableLines(table);
  return ['', colors.bold(heading!), ...rows];
}

function header(result: FitResult, colors: Colors, rate: number | undefined): string[] {
  const { title, bootstrap } = result;
  return [
    colors.bold(title),
    '',
    ...facts(result).flatMap(([label, words]) => labelled(label, words)),
    ...(bootstrap === undefined ? [] : labelled('bootstrap', bootstrapWords(bootstrap, rate))),
  ];
}

function coefficientLines(result: FitResult, colors: Colors): string[] {
  const table = section(coefficientTable(result), colors);
  const { bootstrap } = result;
  return bootstrap === undefined ? table : [...table, colors.dim(bootstrapNote(bootstrap))];
}

function bootstrapLines({ bootstrap }: FitResult, colors: Colors): string[] {
  if (bootstrap === undefined) return [];
  const tests = bootstrapTestLines(bootstrap);
  return [
    ...section(expressionTable(bootstrap), colors),
    ...(tests.length === 0 ? [] : ['', ...tests.flatMap((line) => wrap(line, width, '  '))]),
    ...section(jackknifeTable(bootstrap), colors),
  ];
}

/** Tests in a table, those with a longer reason for missing than it has room for below it, by reason. */
function testLines(result: FitResult, colors: Colors): string[] {
  const rows = [...testRows(result.tests), ...instrumentTestRows(result)];
  const fits = ([, words, stat]: TestRow) => stat !== '' || words.length <= reasonWidth;
  const names = new Map<string, string[]>();
  for (const [name, words] of rows.filter((row) => !fits(row))) {
    names.set(words, [...(names.get(words) ?? []), name]);
  }
  const notes = [...names].map(([words, missing]) => `${missing.join(', ')} ${words}`);
  return [
    ...section(testTableOf(rows.filter(fits)), colors),
    ...notes.flatMap((note) => wrap(note, width, '  ')),
    ...arPeriodNotes(result.tests)
      .flatMap((note) => wrap(note, width, '  '))
      .map(colors.dim),
  ];
}

function firstStageLines(result: FitResult, colors: Colors): string[] {
  const notes = strengthNotes(result).flatMap((note) => wrap(note, width, '  '));
  return [...section(firstStageTable(result.tests), colors), ...notes];
}

function diffHansenLines(result: FitResult, colors: Colors): string[] {
  const tests = result.tests.diffHansen ?? [];
  if (tests.length === 0) return [];
  return [
    ...section(diffHansenTable(tests), colors),
    ...diffHansenNotes(tests).flatMap((note) => wrap(note, width, '  ')),
    colors.dim(diffHansenNote),
  ];
}

/** The lagged outcome by other estimators. */
function baselineLines(result: FitResult, colors: Colors): string[] {
  if (result.baselines === undefined) return [];
  return [
    ...section(baselineTable(result), colors),
    ...baselineNotes(result).flatMap((note) => wrap(note, width, '  ')),
    colors.dim(baselineNote),
  ];
}

/** The table of instruments; reasons go on under their own column. */
function instrumentLines(result: FitResult, colors: Colors): string[] {
  const [space, heading, ...rows] = section(instrumentTable(result), colors);
  if (heading === undefined) return [];
  const indent = ' '.repeat(tableLines(instrumentTable(result))[0]!.indexOf('left out'));
  return [space!, heading, ...rows.flatMap((row) => wrap(row, width, indent))];
}

function momentLines({ momentConditions }: FitResult, colors: Colors): string[] {
  const lines = conditionLines(momentConditions);
  if (lines.length === 0) return [];
  return ['', colors.bold('moment conditions'), ...lines.flatMap((one) => wrap(one, width, '  '))];
}

function warningLines({ warnings, bootstrap }: FitResult, colors: Colors): string[] {
  const all = [...warnings, ...(bootstrap?.warnings ?? [])];
  if (all.length === 0) return [];
  return [
    '',
    ...all.flatMap(({ message }) => wrap(`warning: ${message}`, width, '  ')).map(colors.yellow),
  ];
}

function engineLine({ engine }: FitResult): string {
  return `wasmetrics ${engine.version}, ${engine.wasm} build ${engine.sha256.slice(0, 12)}`;
}

/**
 * The result as a page for a terminal: sample, coefficients, tests with their null hypotheses in
 * words, instruments, warnings. Lines have at most 98 characters unless a name is longer than its
 * column; nothing is left out that the result says about why a number is missing.
 */
export function toText(result: FitResult, { color = false, rate }: TextOptions = {}): string {
  const colors = pc.createColors(color);
  const lines = [
    ...header(result, colors, rate),
    ...coefficientLines(result, colors),
    ...section(longRunTable(result), colors),
    ...bootstrapLines(result, colors),
    ...baselineLines(result, colors),
    ...testLines(result, colors),
    ...firstStageLines(result, colors),
    ...diffHansenLines(result, colors),
    ...instrumentLines(result, colors),
    ...momentLines(result, colors),
    ...warningLines(result, colors),
    '',
    colors.dim(engineLine(result)),
  ];
  return lines.join('\n');
}
