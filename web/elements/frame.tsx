/** What is around a result: the fallback until there is one, what is being done, and why there is none. */
import type { ComponentChildren } from 'preact';
import { words } from '../words/words.js';
import type { Shown } from './shown.js';

export interface FrameProps {
  readonly element: Shown;
  /** What is said until there is a result. */
  readonly waiting: string;
  readonly children: ComponentChildren;
}

export function Frame({ element, waiting, children }: FrameProps) {
  const { value: failure } = element.failed;
  const isShown = element.shown.value !== undefined;
  const isWaiting = !isShown && failure === undefined;
  return (
    <div part="frame" class="frame" aria-busy={isWaiting}>
      {!isShown && <slot />}
      <p part="status" class="note status" role="status">
        {isWaiting ? waiting : ''}
      </p>
      {failure !== undefined && (
        <div part="error" class="failure" role="alert">
          {isShown && <p>{words.value.results.notEstimated}</p>}
          {failure.message} <span class="code">[{failure.code}]</span>
        </div>
      )}
      {children}
    </div>
  );
}

/** What to know about a result. */
export function Notes({ warnings }: { readonly warnings: readonly string[] }) {
  if (warnings.length === 0) return null;
  return (
    <ul part="warnings" class="warnings">
      {warnings.map((warning) => (
        <li key={warning}>{warning}</li>
      ))}
    </ul>
  );
}
