/** The method that a comparison of groups recommends, and why. */
import type { GroupComparison } from '../../../results/groups.js';
import { because, type Phrase, say } from '../../../words/phrase.js';

export function recommendation({ method, why, told, reliable }: GroupComparison['chosen']): Phrase {
  return say(
    reliable === false ? 'none; least wrong {}: {}' : '{}: {}',
    String(method),
    because({ reason: why, told }),
  );
}
