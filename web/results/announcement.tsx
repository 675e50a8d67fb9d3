/** Says the estimate, or why there is none, to screen readers once a person has stopped moving a control. */
import { useEffect, useState } from 'preact/hooks';
import type { FitResult } from 'wasmetrics';
import type { Failure } from '../engine/failure.js';
import { decimal, probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { testsOf } from './statistics.js';

/** Milliseconds of rest after which a result is said. */
const rest = 700;
/** How many tests are said; the others are in the table. */
const said = 3;

export interface AnnouncementProps {
  readonly fit: FitResult | undefined;
  /** Why the model as it stands has no estimate. */
  readonly failure?: Failure | undefined;
}

export function Announcement({ fit: shown, failure: failed }: AnnouncementProps) {
  const [text, setText] = useState('');
  useEffect(() => {
    const { announcedFailure } = words.peek().results;
    const next =
      failed !== undefined
        ? announcedFailure(failed.message)
        : shown === undefined
          ? ''
          : sentenceOf(shown);
    const timer = setTimeout(() => setText(next), rest);
    return () => clearTimeout(timer);
  }, [shown, failed]);
  return (
    <p class="visually-hidden" role="status">
      {text}
    </p>
  );
}

function sentenceOf(fit: FitResult): string {
  const { announced } = words.peek().results;
  const [first] = Object.keys(fit.params);
  const tests = testsOf(fit)
    .slice(0, said)
    .map(({ name, pValue }) => `${name} p ${probability(pValue)}`);
  const estimate =
    first === undefined
      ? ''
      : `${first} ${decimal(fit.params[first]!)} (${decimal(fit.stdErrors[first]!)})`;
  return announced([estimate, ...tests].filter((part) => part !== '').join('; '));
}
