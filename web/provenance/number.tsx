/** The number itself, with all its digits. */
import { labelOf } from '../results/labels.js';
import type { OpenedNumber } from '../session/number.js';
import { titleOf } from '../components/spoken.js';
import { percent } from '../words/numbers.js';
import { words } from '../words/words.js';

export function NumberShown({ number: { fit, coefficient } }: { readonly number: OpenedNumber }) {
  const say = words.value.provenance;
  if (coefficient === undefined) return <h2 id="number-heading">{titleOf(fit)}</h2>;
  const label = labelOf(fit, coefficient);
  const [low, high] = fit.confInt[coefficient]!;
  const facts = [
    [say.estimate, fit.params[coefficient]],
    [say.stdError, fit.stdErrors[coefficient]],
    [fit.statistic, fit.statistics[coefficient]],
    [say.pValue, fit.pValues[coefficient]],
    [say.interval(percent(fit.level)), `${low} – ${high}`],
  ] as const;
  return (
    <>
      <h2 id="number-heading">
        <code>{coefficient}</code> {label}
      </h2>
      <p class="note">{titleOf(fit)}</p>
      <Facts facts={facts} />
    </>
  );
}

/** Labels with what belongs to them; what is undefined is not shown. */
export function Facts({
  facts,
}: {
  readonly facts: readonly (readonly [string, string | number | undefined])[];
}) {
  return (
    <dl class="facts">
      {facts.map(
        ([label, value]) =>
          value !== undefined && (
            <div key={`${label}${value}`}>
              <dt>{label}</dt>
              <dd>{String(value)}</dd>
            </div>
          ),
      )}
    </dl>
  );
}
