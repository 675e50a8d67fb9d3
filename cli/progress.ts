import { SingleBar } from 'cli-progress';
import type { Progress } from '../bindings/index.js';

/** Shows how far a bootstrap is, on standard error. */
export interface Reporter {
  update(progress: Progress): void;
  done(): void;
}

export interface ProgressOptions {
  readonly json?: boolean | undefined;
  /** true always, false never; otherwise a bar or lines, and nothing beside JSON. */
  readonly progress?: boolean | undefined;
}

const lineEveryMs = 2000;

/** A bar at a terminal, a line every two seconds elsewhere, beside `--json` one JSON object a line. */
export function progressReporter({ json = false, progress }: ProgressOptions): Reporter {
  if (progress === false || (json && progress === undefined)) return silent;
  if (json) return jsonLines;
  return process.stderr.isTTY ? bar() : lines();
}

const silent: Reporter = { update: () => undefined, done: () => undefined };

const jsonLines: Reporter = {
  update: (progress) => void process.stderr.write(`${JSON.stringify({ progress })}\n`),
  done: () => undefined,
};

function lines(): Reporter {
  let next = lineEveryMs;
  return {
    update(progress) {
      if (progress.elapsedMs < next) return;
      next = progress.elapsedMs + lineEveryMs;
      process.stderr.write(`bootstrap: ${sentence(progress)}\n`);
    },
    done: () => undefined,
  };
}

/**
 * The signal handler of cli-progress stays off, as the first Ctrl-C must leave the process alive; so do the
 * terminal modes that only that handler would restore.
 */
function bar(): Reporter {
  const shown = new SingleBar({
    stream: process.stderr,
    format: '{bar} {sentence}',
    barCompleteChar: '#',
    barIncompleteChar: '-',
    barsize: 16,
    clearOnComplete: true,
    gracefulExit: false,
    hideCursor: false,
    linewrap: true,
  });
  let started = false;
  return {
    update(progress) {
      const payload = { sentence: sentence(progress) };
      if (!started) shown.start(progress.total, progress.done, payload);
      else shown.update(progress.done, payload);
      started = true;
    },
    done() {
      if (started) shown.stop();
    },
  };
}

function grouped(n: number): string {
  return Math.round(n).toLocaleString('en-US');
}

function sentence({ done, total, rate, remainingMs, failed }: Progress): string {
  const of = `${grouped(done)}/${grouped(total)} replicates`;
  return `${of}, ${grouped(rate)}/s, ${duration(remainingMs)} left, ${grouped(failed)} failed`;
}

function duration(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (!Number.isFinite(seconds)) return 'unknown time';
  if (seconds < 60) return `${seconds} s`;
  return `${Math.floor(seconds / 60)} min ${String(seconds % 60).padStart(2, '0')} s`;
}
