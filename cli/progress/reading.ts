/** A line on a terminal with the progress of a long read. */
import type { ReadProgress } from '../../bindings/entries/data.js';
import { visibleLine } from '../../bindings/entries/report.js';
import type { Output } from '../host.js';
import type { ProgressOptions } from './progress.js';
import { duration, grouped } from './words.js';

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
): Reading {
  const isShown = output.isTTY === true && !json && progress !== false;
  if (!isShown || process.env['CI'] !== undefined) {
    return { update: () => undefined, done: () => undefined };
  }
  const start = performance.now();
  let next = start + firstMs;
  let drawn = false;
  const draw = (line: string): void => {
    const width = Math.max(1, (output.columns ?? 80) - 1);
    output.write(`\r\u001b[K${visibleLine(line).slice(0, width)}`);
  };
  return {
    update(reading) {
      const now = performance.now();
      if (now < next) return;
      next = now + everyMs;
      drawn = true;
      draw(`reading ${name}: ${readingWords(reading, (now - start) / 1000)}`);
    },
    done() {
      if (drawn) draw('');
    },
  };
}

/** `41 of 274 MB, 4.2 MB/s, 56 s left, 1,234,567 rows`. */
export function readingWords({ bytesRead, bytes, rows }: ReadProgress, seconds: number): string {
  const rate = bytesRead / seconds;
  const speed = `${(rate / megabyte).toFixed(1)} MB/s`;
  const read = grouped(bytesRead / megabyte);
  if (bytes === undefined) return `${read} MB, ${speed}`;
  const left = duration((bytes - bytesRead) / rate);
  return `${read} of ${grouped(bytes / megabyte)} MB, ${speed}, ${left} left, ${grouped(rows)} rows`;
}
