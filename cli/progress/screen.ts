/**
 * The progress bar at a terminal and, below it, the current standard errors. To redraw, the cursor moves up to the
 * first line and erases from there. No terminal mode is changed, because the second Ctrl-C ends the process at once.
 */
import { type BootstrapProgress, visibleLine } from '../../bindings/index.js';
import type { Output } from '../host.js';
import type { Reporter } from './reporter.js';
import { percent, sentence } from './words.js';

const barWidth = 16;
/** Lines reserved for the bar, the heading and the cursor. */
const reservedRows = 4;

export function screen(output: Output): Reporter {
  let height = 0;
  const draw = (lines: readonly string[]) => {
    const width = Math.max(1, (output.columns ?? 80) - 1);
    const erase = height === 0 ? '' : `\u001b[${height}A\r\u001b[J`;
    height = lines.length;
    output.write(erase + lines.map((line) => `${visibleLine(line).slice(0, width)}\n`).join(''));
  };
  return {
    update: (progress) => draw([bar(progress), ...table(progress, output.rows ?? 24)]),
    done: () => draw([]),
  };
}

function bar(progress: BootstrapProgress): string {
  const full = Math.floor((barWidth * progress.done) / progress.total);
  return `${'#'.repeat(full).padEnd(barWidth, '-')} ${sentence(progress)}`;
}

function table({ stdErrors, monteCarloError }: BootstrapProgress, rows: number): string[] {
  const all = Object.entries(stdErrors);
  const shown = all.slice(0, Math.max(0, rows - reservedRows));
  const width = Math.max(...shown.map(([name]) => name.length));
  const line = (name: string, cells: readonly string[]) =>
    [name.padEnd(width), ...cells.map((cell) => cell.padStart(12))].join('');
  return [
    line('', ['std. error', 'MC error', 'relative']),
    ...shown.map(([name, value]) => {
      const error = monteCarloError[name]!;
      return line(name, [digits(value), digits(error), percent(error / value)]);
    }),
  ];
}

function digits(x: number): string {
  return Number.isFinite(x) ? x.toPrecision(4) : '?';
}
