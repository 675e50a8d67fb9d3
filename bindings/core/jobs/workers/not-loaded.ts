/** Why a page could not load the script of a worker: its error event says nothing. */
import { fault } from '../../errors/cause.js';
import * as said from '../../../words/errors/core/workers.js';

/** What is used of a `SecurityPolicyViolationEvent`. */
interface Violation extends Event {
  readonly effectiveDirective?: string;
}

const violations = 'securitypolicyviolation';

/** Watches the policy of the page while a worker starts. */
export function watchPolicy() {
  let directive: string | undefined;
  const note = (event: Violation) => {
    if (/^(worker|child|script)-src/.test(event.effectiveDirective ?? '')) {
      directive ??= event.effectiveDirective;
    }
  };
  globalThis.addEventListener?.(violations, note);
  return {
    end: () => globalThis.removeEventListener?.(violations, note),
    refused: () => directive,
  };
}

/**
 * The error of a script that was not loaded: a policy refused it, or what its address answers is no script.
 *
 * @param url - undefined for a script that is a text
 */
export async function notLoaded(
  url: string | undefined,
  policy: ReturnType<typeof watchPolicy>,
): Promise<Error> {
  const answer = url === undefined ? undefined : await fetch(url).catch(() => undefined);
  const directive = policy.refused(); // the page hears of it in a turn of its own
  if (directive !== undefined) return fault(said.refusedByPolicy({ directive }));
  if (answer === undefined || url === undefined) return fault(said.scriptNotLoaded());
  const { ok, status, headers } = answer;
  if (!ok) return fault(said.badStatus({ url, status }));
  const type = headers.get('content-type')?.split(';')[0]?.trim() ?? 'nothing';
  if (/javascript|ecmascript/.test(type)) return fault(said.scriptNotLoaded());
  return fault(said.noScriptType({ url, type }));
}
