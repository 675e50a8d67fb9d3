import { type BootstrapProgress, visible } from '../../bindings/index.js';
import type { Output } from '../host.js';
import type { Reporter } from './reporter.js';
import { screen } from './screen.js';
import { largestError, sentence } from './words.js';

export interface ProgressOptions {
  readonly json?: boolean | undefined;
  /** true: always; false: never; default: a bar or lines, but nothing with JSON. */
  readonly progress?: boolean | undefined;
}

const lineEveryMs = 2000;
const jsonEveryMs = 250;
const screenEveryMs = 100;

/**
 * A terminal gets a bar with the current standard errors, other outputs a line every two seconds. With `--json`, each
 * line is a JSON object.
 */
export function progressReporter(
  { json = false, progress }: ProgressOptions,
  output: Output,
): Reporter {
  if (progress === false || (json && progress === undefined)) return silent;
  if (json) return every(jsonEveryMs, jsonLines(output));
  return output.isTTY === true ? every(screenEveryMs, screen(output)) : lines(output);
}

const silent: Reporter = { update: () => undefined, done: () => undefined };

/** Passes on the first update, at most one update per `ms` milliseconds, and the last one. */
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

function lines(output: Output): Reporter {
  let next = lineEveryMs / 1000;
  return {
    update(progress) {
      if (progress.secondsElapsed < next) return;
      next = progress.secondsElapsed + lineEveryMs / 1000;
      const errors = `Monte Carlo error of standard errors at most ${largestError(progress)}`;
      output.write(`bootstrap: ${sentence(progress)}; ${errors}\n`);
    },
    done: () => undefined,
  };
}
