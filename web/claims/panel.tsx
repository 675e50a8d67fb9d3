/** The saved claims, each with its verdict and the numbers behind it. */
import { useEffect, useState } from 'preact/hooks';
import type { JudgedClaim } from 'wasmetrics/study';
import { save } from '../components/save.js';
import { writeText } from '../editor/patch.js';
import { ask, EngineFailure } from '../engine/client.js';
import type { Failure } from '../engine/failure.js';
import { claims, removeClaim, type SavedClaim, studyOf } from '../session/claims.js';
import { data } from '../session/data.js';
import { change } from '../session/model.js';
import { spoken } from '../components/spoken.js';
import { openPanel } from '../session/view.js';
import { language, words } from '../words/words.js';

export default function ClaimsPanel() {
  const say = words.value.claims;
  const { judged, failure } = useVerdicts();
  const saved = claims.value;
  const study = () => writeText(studyOf(saved, data.value?.name));
  return (
    <section class="card" aria-labelledby="claims-heading">
      <h2 id="claims-heading">{say.title}</h2>
      {saved.length === 0 && <p>{say.none}</p>}
      {failure !== undefined && (
        <p class="failure" role="alert">
          {spoken(failure)}
        </p>
      )}
      <ul class="warnings">
        {saved.map((claim) => (
          <Claim key={claim.id} claim={claim} verdict={judged.find(({ id }) => id === claim.id)} />
        ))}
      </ul>
      {saved.length > 0 && (
        <div class="row">
          <button type="button" onClick={() => save('study.yaml', study(), 'application/yaml')}>
            {say.saveStudy}
          </button>
        </div>
      )}
    </section>
  );
}

function useVerdicts(): {
  readonly judged: readonly JudgedClaim[];
  readonly failure: Failure | undefined;
} {
  const [judged, setJudged] = useState<readonly JudgedClaim[]>([]);
  const [failure, setFailure] = useState<Failure>();
  const saved = claims.value;
  const opened = data.value;
  const spokenIn = language.value;
  useEffect(() => {
    if (saved.length === 0 || opened === undefined) return undefined;
    const stop = new AbortController();
    ask('claims', { ...studyOf(saved), language: spokenIn }, { signal: stop.signal }).then(
      (answer) => {
        if (stop.signal.aborted) return;
        setJudged(answer);
        setFailure(undefined);
      },
      (error: unknown) => {
        if (!stop.signal.aborted && error instanceof EngineFailure) setFailure(error.failure);
      },
    );
    return () => stop.abort();
  }, [saved, opened, spokenIn]);
  return { judged, failure };
}

function Claim({
  claim: { id, model, statement },
  verdict,
}: {
  readonly claim: SavedClaim;
  readonly verdict: JudgedClaim | undefined;
}) {
  const say = words.value.claims;
  return (
    <li>
      <strong>{id}</strong> <code>{statement}</code>
      <p role="status">{verdict && `${say.verdicts[verdict.verdict]}. ${verdict.reason}`}</p>
      {verdict?.changes?.map((sentence) => (
        <p key={sentence} class="note">
          {sentence}
        </p>
      ))}
      <div class="row">
        <button
          type="button"
          class="small"
          aria-label={say.openOf(id)}
          onClick={() => {
            change(model);
            openPanel.value = 'estimate';
          }}
        >
          {say.open}
        </button>
        <button
          type="button"
          class="small"
          aria-label={say.removeOf(id)}
          onClick={() => removeClaim(id)}
        >
          ×
        </button>
      </div>
    </li>
  );
}
