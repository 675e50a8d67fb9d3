/** The buttons of a long task and how far it is. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Progress } from 'wasmetrics';
import type { Failure } from '../engine/failure.js';
import { count } from '../words/numbers.js';
import { spoken } from './spoken.js';
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
  const [said, onStopPressed] = useSaid(running, failure !== undefined);
  return (
    <>
      <p class="visually-hidden" role="status">
        {said && say[said]}
      </p>
      <div class="row">
        <button type="button" class="primary" disabled={running} onClick={onStart}>
          {label}
        </button>
        {running && (
          <button
            type="button"
            onClick={() => {
              onStopPressed();
              onStop();
            }}
          >
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

/** What screen readers hear of a task: that it began, and how it ended; a failure is said by itself. */
function useSaid(running: boolean, failed: boolean) {
  const [said, setSaid] = useState<'started' | 'stopped' | 'ended'>();
  const before = useRef(running);
  const isStopped = useRef(false);
  useEffect(() => {
    if (before.current === running) return;
    before.current = running;
    if (running) isStopped.current = false;
    setSaid(running ? 'started' : failed ? undefined : isStopped.current ? 'stopped' : 'ended');
  }, [running, failed]);
  return [said, () => void (isStopped.current = true)] as const;
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
