/** The verdicts in one line at the foot of the screen, while the claims are out of sight. */
import type { JudgedClaim } from 'wasmetrics/study';
import { probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { signs } from './claim-card.js';

export function VerdictLine({ claims }: { readonly claims: readonly JudgedClaim[] }) {
  const { verdicts } = words.value.read;
  return (
    <div class="foot-line" aria-hidden="true">
      {claims.map(({ id, verdict, pValue }) => (
        <span key={id}>
          {id}{' '}
          <strong class={`verdict ${verdict.replace(' ', '-')}`}>
            {signs[verdict]} <span class="in-words">{verdicts[verdict]}</span>
          </strong>{' '}
          {pValue !== null && <span class="note">p {probability(pValue)}</span>}
        </span>
      ))}
    </div>
  );
}
