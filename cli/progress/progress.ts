import type { BootstrapProgress } from '../../bindings/index.js';
import { visible, visibleLine } from '../../bindings/entries/report.js';
import { lineEveryMs, type Output, terminalWidth } from '../host.js';
import { pad, widthOf } from '../../bindings/paper/tables/writers/measure.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import type { Told } from '../../bindings/words/told.js';
import type { Reporter } from './reporter.js';
import { largestError, percent } from './words.js';

/**
 * The progress bar on a terminal, with the current standard errors below it. To redraw, the cursor moves up to the
 * first line and erases from there. Terminal modes are not changed, because a second Ctrl-C ends the process at once.
 */
const barWidth = 16;
/** Lines reserved for the bar, the heading and the cursor. */
const reservedRows = 4;

/** Says what is told in the language of the command. */
type Says = (told: Told) => string;

function screen(output: Output, says: Says): Reporter {
  let height = 0;
  const draw = (lines: readonly string[]) => {
    const width = Math.max(1, (terminalWidth(output) ?? 80) - 1);
    const erase = height === 0 ? '' : `\u001b[${height}A\r\u001b[J`;
    height = lines.length;
    output.write(erase + lines.map((line) => `${visibleLine(line).slice(0, width)}\n`).join(''));
  };
  return {
    update: (progress) => draw([bar(progress, says), ...table(progress, output.rows ?? 24, says)]),
    done: () => draw([]),
  };
}

function bar(progress: BootstrapProgress, says: Says): string {
  const full = Math.floor((barWidth * progress.done) / progress.total);
  return `${'#'.repeat(full).padEnd(barWidth, '-')} ${says(notices.replicates(detailOf(progress)))}`;
}

function detailOf({ done, total, rate, secondsLeft, failed }: BootstrapProgress) {
  return { done, total, rate, secondsLeft, failed };
}

function table(
  { stdErrors, monteCarloError }: BootstrapProgress,
  rows: number,
  says: Says,
): string[] {
  const all = Object.entries(stdErrors);
  const shown = all.slice(0, Math.max(0, rows - reservedRows));
  const width = Math.max(...shown.map(([name]) => widthOf(name)));
  const headings = [
    notices['error-column'](),
    notices['monte-carlo-column'](),
    notices['relative-column'](),
  ];
  const line = (name: string, cells: readonly string[]) =>
    [pad(name, width, 'left'), ...cells.map((cell) => pad(cell, 12, 'right'))].join('');
  return [
    line('', headings.map(says)),
    ...shown.map(([name, value]) => {
      const error = monteCarloError[name]!;
      return line(name, [digits(value), digits(error), percent(error / value)]);
    }),
  ];
}

function digits(x: number): string {
  return Number.isFinite(x) ? x.toPrecision(4) : '?';
}

export interface ProgressOptions {
  readonly json?: boolean | undefined;
  /** true: always; false: never; default: a bar or lines, but nothing with JSON. */
  readonly progress?: boolean | undefined;
}

const jsonEveryMs = 250;
const screenEveryMs = 100;

/**
 * Prints a bar with the current standard errors on a terminal, else a line every two seconds. With `--json`, each line
 * is a JSON object.
 */
export function progressReporter(
  { json = false, progress }: ProgressOptions,
  output: Output,
  says: Says = ({ text }) => text,
): Reporter {
  if (progress === false || (json && progress === undefined)) return silent;
  if (json) return every(jsonEveryMs, jsonLines(output));
  return output.isTTY === true ? every(screenEveryMs, screen(output, says)) : lines(output, says);
}

const silent: Reporter = { update: () => undefined, done: () => undefined };

/** Passes on the first update, then at most one per `ms` milliseconds, and the last one. */
function every(ms: number, reporter: Reporter): Reporter {
  let next = 0;
  let unseen: BootstrapProgress | undefined;
  return {
    update(progress) {
      unseen = progress;
      if (performance.now() < next) return;
      next = performance.now() + ms;
      unseen = undefined;
      reporter.update(progress);
    },
    done() {
      if (unseen !== undefined) reporter.update(unseen);
      reporter.done();
    },
  };
}

function jsonLines(output: Output): Reporter {
  return {
    update(progress) {
      const line = { progress: { ...progress, reps: progress.total } };
      output.write(`${visible(JSON.stringify(line))}\n`);
    },
    done: () => undefined,
  };
}

function lines(output: Output, says: Says): Reporter {
  const everySeconds = lineEveryMs(output) / 1000;
  let next = everySeconds;
  return {
    update(progress) {
      if (progress.secondsElapsed < next) return;
      next = progress.secondsElapsed + everySeconds;
      const replicates = notices.replicates(detailOf(progress));
      const error = largestError(progress);
      output.write(`${says(notices.bootstrap({ replicates, error }))}\n`);
    },
    done: () => undefined,
  };
}
