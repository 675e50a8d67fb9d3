/** One line of progress for all models of a study. */
import { visible } from '../../bindings/entries/report.js';
import type { StudyProgress } from '../../bindings/entries/study.js';
import { lineEveryMs, type Output } from '../host.js';
import type { ProgressOptions } from '../progress/progress.js';
import { notices } from '../../bindings/words/errors/program/notices.js';
import type { Told } from '../../bindings/words/told.js';

export interface StudyReporter {
  readonly update: (progress: StudyProgress) => void;
  readonly done: () => void;
}

const SCREEN_EVERY_MS = 100;
const BAR_WIDTH = 16;

/** On a terminal a bar that is redrawn; elsewhere a line every two seconds; with `--json` an object per line. */
export function studyReporter(
  { json = false, progress }: ProgressOptions,
  output: Output,
  says: (told: Told) => string = ({ text }) => text,
): StudyReporter {
  if (progress === false || (json && progress === undefined)) {
    return { update: () => undefined, done: () => undefined };
  }
  const isScreen = output.isTTY === true && !json;
  const everyMs = isScreen ? SCREEN_EVERY_MS : lineEveryMs(output);
  let next = performance.now() + everyMs;
  return {
    update(state) {
      if (performance.now() < next) return;
      next = performance.now() + everyMs;
      if (json) output.write(`${visible(JSON.stringify({ progress: state }))}\n`);
      else if (isScreen) output.write(`\r\u001b[K${bar(state)} ${says(toldOf(state))}`);
      else output.write(`${says(notices['study-line']({ progress: toldOf(state) }))}\n`);
    },
    done() {
      if (isScreen) output.write('\r\u001b[K');
    },
  };
}

const toldOf = ({ id, done, total, secondsLeft, failed }: StudyProgress) =>
  notices.study({ id, done, total, secondsLeft, failed });

function bar({ done, total }: StudyProgress): string {
  const full = total === 0 ? 0 : Math.floor((BAR_WIDTH * done) / total);
  return '#'.repeat(full).padEnd(BAR_WIDTH, '-');
}
