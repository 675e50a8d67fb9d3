/** The buttons of a long task and how far it is. */
import type { Progress } from 'wasmetrics';
import type { Failure } from '../engine/protocol.js';
import { count } from '../words/numbers.js';
import { spoken } from '../session/spoken.js';
import { words } from '../words/words.js';

export interface RunningProps {
  readonly running: boolean;
  readonly progress: Pick<Progress, 'done' | 'total' | 'secondsLeft'> | undefined;
  readonly failure: Failure | undefined;
  /** What the button that starts it says. */
  readonly label: string;
  readonly onStart: () => void;
  readonly onStop: () => void;
}

export function Running(props: RunningProps) {
  const { running, progress, failure, label, onStart, onStop } = props;
  const say = words.value.running;
  return (
    <>
      <div class="row">
        <button type="button" class="primary" disabled={running} onClick={onStart}>
          {label}
        </button>
        {running && (
          <button type="button" onClick={onStop}>
            {say.stop}
          </button>
        )}
        {running && <Bar progress={progress} />}
      </div>
      {failure !== undefined && (
        <p class="failure" role="alert">
          {spoken(failure)}
        </p>
      )}
    </>
  );
}

function Bar({ progress }: Pick<RunningProps, 'progress'>) {
  const say = words.value.running;
  if (progress === undefined) return <progress aria-label={say.progress} />;
  const { done, total, secondsLeft } = progress;
  const left = Number.isFinite(secondsLeft) ? say.left(secondsLeft.toFixed(0)) : '';
  return (
    <>
      <progress aria-label={say.progress} value={done} max={total} />
      <span class="note">
        {say.done(count(done), count(total))} {left}
      </span>
    </>
  );
}
