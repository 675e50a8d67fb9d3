/** A claim of the paper: its verdict, the numbers that decide, and how they moved. */
import type { JudgedClaim } from 'wasmetrics/study';
import { PScale } from '../figures/p-scale.js';
import { probability } from '../words/numbers.js';
import { words } from '../words/words.js';

/** Signs of the verdicts, so that colour is not the only cue. */
export const signs: Readonly<Record<Verdict, string>> = {
  supported: '✓',
  'not supported': '✗',
  mixed: '≈',
  'not testable': '?',
};

type Verdict = JudgedClaim['verdict'];

export interface ClaimCardProps {
  readonly claim: JudgedClaim;
  /** The same claim with the author's choices. */
  readonly author: JudgedClaim | undefined;
}

export function ClaimCard({ claim, author }: ClaimCardProps) {
  const { verdicts, wasVerdict, whatChanges } = words.value.read;
  const { id, says, claim: written, verdict, reason, changes = [] } = claim;
  const differs = author !== undefined && author.verdict !== verdict;
  return (
    <article class="claim card" aria-labelledby={`claim-${id}`}>
      <header>
        <span class="claim-id">{id}</span>
        <strong class={`verdict ${verdict.replace(' ', '-')}`}>
          <span aria-hidden="true">{signs[verdict]}</span> {verdicts[verdict]}
        </strong>
      </header>
      <h3 id={`claim-${id}`}>{says ?? <code>{written}</code>}</h3>
      {says !== undefined && <code class="note">{written}</code>}
      <Probability claim={claim} before={author?.pValue ?? undefined} />
      {differs && <p class="was">{wasVerdict(verdicts[author.verdict])}</p>}
      <p>{reason}</p>
      {changes.length > 0 && (
        <details>
          <summary>{whatChanges}</summary>
          <ul>
            {changes.map((change) => (
              <li key={change}>{change}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
}

function Probability({
  claim,
  before,
}: {
  readonly claim: JudgedClaim;
  readonly before: number | undefined;
}) {
  const { p, pBelow, level: says } = words.value.read;
  const { pValue, level = 0.05 } = claim;
  if (pValue === null) return null;
  const text = probability(pValue);
  return (
    <p class="probability">
      <PScale value={pValue} level={level} before={before} />
      <span>
        {text.startsWith('<') ? pBelow(text) : p(text)}
        <span class="visually-hidden">{says(String(level))}</span>
      </span>
    </p>
  );
}
