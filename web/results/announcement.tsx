/** Says the estimate to screen readers once a person has stopped moving a control. */
import { useEffect, useState } from 'preact/hooks';
import type { FitResult } from 'wasmetrics';
import { decimal, probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { testsOf } from './statistics.js';

/** Milliseconds of rest after which a result is said. */
const rest = 700;
/** How many tests are said; the others are in the table. */
const said = 3;

export function Announcement({ fit }: { readonly fit: FitResult }) {
  const [text, setText] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setText(sentenceOf(fit)), rest);
    return () => clearTimeout(timer);
  }, [fit]);
  return (
    <p class="visually-hidden" role="status">
      {text}
    </p>
  );
}

function sentenceOf(fit: FitResult): string {
  const { announced } = words.value.results;
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
