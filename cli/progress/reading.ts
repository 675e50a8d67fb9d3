/** A line on a terminal with the progress of a long read. */
import type { ReadProgress } from '../../bindings/entries/data.js';
import { visibleLine } from '../../bindings/entries/report.js';
import { type Output, terminalWidth } from '../host.js';
import type { ProgressOptions } from './progress.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import type { Told } from '../../bindings/words/told.js';
import { grouped } from './words.js';

const firstMs = 1000;
const everyMs = 100;
const megabyte = 1e6;

interface Reading {
  update(progress: ReadProgress): void;
  /** Erases the line. */
  done(): void;
}

/**
 * Shows the progress of reading `name` after a second. Nothing is shown with JSON, or if the output is not a terminal.
 */
export function readingLine(
  name: string,
  { json = false, progress }: ProgressOptions,
  output: Output,
  says: (told: Told) => string = ({ text }) => text,
): Reading {
  const isShown = output.isTTY === true && !json && progress !== false;
  if (!isShown || process.env['CI'] !== undefined) {
    return { update: () => undefined, done: () => undefined };
  }
  const start = performance.now();
  let next = start + firstMs;
  let drawn = false;
  const draw = (line: string): void => {
    const width = Math.max(1, (terminalWidth(output) ?? 80) - 1);
    output.write(`\r\u001b[K${visibleLine(line).slice(0, width)}`);
  };
  return {
    update(reading) {
      const now = performance.now();
      if (now < next) return;
      next = now + everyMs;
      drawn = true;
      draw(says(readingTold(name, reading, (now - start) / 1000)));
    },
    done() {
      if (drawn) draw('');
    },
  };
}

export function readingTold(
  name: string,
  { bytesRead, bytes, rows }: ReadProgress,
  seconds: number,
): Told {
  const rate = bytesRead / seconds;
  return notices.reading({
    name,
    read: grouped(bytesRead / megabyte),
    all: bytes === undefined ? undefined : grouped(bytes / megabyte),
    speed: (rate / megabyte).toFixed(1),
    secondsLeft: ((bytes ?? bytesRead) - bytesRead) / rate,
    rows,
  });
}
