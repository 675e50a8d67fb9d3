/** The table of a benchmark run. */
import type { Timing } from '../alternate.js';
import type { Machine } from './machine.js';

export interface Group {
  readonly title: string;
  /** What is counted: `fit`, `replicate`, `start`. */
  readonly item: string;
  readonly timings: readonly Timing[];
}

/** What `--save` writes. */
export interface Baseline {
  readonly machine: Machine;
  /** A note on the machine during the run. */
  readonly note: string;
  readonly rounds: number;
  readonly groups: readonly Group[];
  /** Bytes of the core instance during a bootstrap, by panel. */
  readonly memory: Readonly<Record<string, number>>;
}

const HEADINGS = ['', 'median time', 'rate', 'time ratio', 'processor'];

/** One aligned table; the ratios of time and of processor time are relative to the first line of each group. */
export function formatGroups(groups: readonly Group[]): string {
  const lines = groups.flatMap(({ title, item, timings }) => [
    [`${title}, per ${item}`, '', '', '', ''],
    ...timings.map(({ name, milliseconds, ratio, processorRatio }) => [
      `  ${name}`,
      formatTime(milliseconds),
      `${formatCount(1000 / milliseconds)}/s`,
      formatRatio(ratio),
      processorRatio === undefined ? '' : formatRatio(processorRatio),
    ]),
  ]);
  const table = [HEADINGS, ...lines];
  const widths = HEADINGS.map((_, column) =>
    Math.max(...table.filter(hasNumbers).map((line) => line[column]!.length)),
  );
  return table.map((line) => formatLine(line, widths)).join('\n');
}

function hasNumbers(line: readonly string[]): boolean {
  return line[1] !== '';
}

function formatLine(line: readonly string[], widths: readonly number[]): string {
  if (!hasNumbers(line)) return `\n${line[0]}`;
  return line
    .map((cell, column) =>
      column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
    )
    .join('  ');
}

function formatTime(milliseconds: number): string {
  if (milliseconds >= 1000) return `${(milliseconds / 1000).toFixed(2)} s`;
  if (milliseconds >= 1) return `${milliseconds.toFixed(2)} ms`;
  return `${(milliseconds * 1000).toFixed(1)} us`;
}

function formatCount(count: number): string {
  return count >= 100 ? Math.round(count).toLocaleString('en-GB') : count.toPrecision(3);
}

function formatRatio(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio.toPrecision(3);
}
