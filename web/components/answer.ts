/** An answer of the engine that a component shows, asked for again when what it depends on changes. */
import { useEffect, useState } from 'preact/hooks';
import { ask, EngineFailure } from '../engine/client.js';
import type { Failure } from '../engine/failure.js';
import type { Answer, Asks, QuestionName } from '../engine/protocol.js';

export interface Outcome<Name extends QuestionName> {
  /** The newest answer. It stays while the next one is awaited, and if there is none. */
  readonly answer?: Answer<Name>;
  readonly failure?: Failure | undefined;
}

/** Asks when `inputs` change; an undefined value asks nothing. */
export function useAnswer<Name extends QuestionName>(
  name: Name,
  value: Asks<Name> | undefined,
  inputs: readonly unknown[],
): Outcome<Name> {
  const [outcome, setOutcome] = useState<Outcome<Name>>({});
  useEffect(() => {
    if (value === undefined) return undefined;
    let isNewest = true;
    const keep = (next: Outcome<Name>) => isNewest && setOutcome((last) => ({ ...last, ...next }));
    ask(name, value).then(
      (answer) => keep({ answer, failure: undefined }),
      (error: unknown) => {
        if (!(error instanceof EngineFailure)) throw error;
        keep({ failure: error.failure });
      },
    );
    return () => void (isNewest = false);
  }, inputs);
  return outcome;
}
