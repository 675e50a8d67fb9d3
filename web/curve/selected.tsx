/** The specification that is looked at: its numbers, its rows and its code. */
import { useEffect, useState } from 'preact/hooks';
import { ask } from '../engine/client.js';
import type { Specification } from 'wasmetrics/types';
import { asInput, change, type WrittenModel } from '../session/model.js';
import { openNumber } from '../session/number.js';
import { openPanel } from '../session/view.js';
import { count, decimal, probability } from '../words/numbers.js';
import { words } from '../words/words.js';
import { intervalOf } from './rows.js';
import { place, selected, shown, task } from './state.js';

export function Selected() {
  const say = words.value.curve;
  const one = selected.value;
  if (one === undefined) return <p>{say.none}</p>;
  return (
    <div class="selected-specification">
      <label class="field">
        <span class="field-label">{say.specification}</span>
        <input
          type="range"
          min={0}
          max={shown.value.length - 1}
          value={Math.min(place.value, shown.value.length - 1)}
          aria-valuetext={sentenceOf(one)}
          onInput={({ currentTarget }) => (place.value = currentTarget.valueAsNumber)}
        />
      </label>
      <p>{sentenceOf(one)}</p>
      <Code one={one} />
    </div>
  );
}

/** Its numbers, what it chose, its rows and why it does not count, if it does not. */
function sentenceOf(one: Specification): string {
  const say = words.value.curve;
  const { estimate, choices, refusals, own } = one;
  const { estimate: value, stdError, pValue, nobs } = estimate!;
  const interval = intervalOf(one);
  return [
    say.numbers(decimal(value), decimal(stdError), probability(pValue)),
    interval && say.interval(decimal(interval[0]), decimal(interval[1])),
    Object.entries(choices)
      .map(([name, option]) => `${name} ${String(option)}`)
      .join(', '),
    say.rows(count(nobs)),
    refusals.length > 0 ? say.refused(refusals.join(', ')) : undefined,
    own ? say.own : undefined,
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('; ');
}

function Code({ one }: { readonly one: Specification }) {
  const say = words.value.curve;
  const model = useModel(one);
  const coefficient = task.state.value.answer!.result.coefficient;
  async function source(written: WrittenModel): Promise<void> {
    const { fit } = await ask('fit', asInput(written));
    openNumber({ fit, model: written, coefficient });
  }
  return (
    <>
      <div class="row">
        <button
          type="button"
          disabled={model === undefined}
          onClick={() => {
            change(model!);
            openPanel.value = 'estimate';
          }}
        >
          {say.open}
        </button>
        <button type="button" disabled={model === undefined} onClick={() => void source(model!)}>
          {words.value.results.whereFrom}
        </button>
      </div>
      <pre aria-label={say.code} tabIndex={0}>
        <code>{model && JSON.stringify(model, null, 2)}</code>
      </pre>
    </>
  );
}

/** The model of the specification, once it has been looked at for a moment; never that of the one before. */
function useModel(one: Specification): WrittenModel | undefined {
  const [known, setKnown] = useState<{
    readonly of: Specification;
    readonly model: WrittenModel;
  }>();
  useEffect(() => {
    const request = task.state.peek().request!;
    let isNewest = true;
    const timer = setTimeout(() => {
      ask('specificationModel', { ...request, choices: one.choices }).then(
        (model) => isNewest && setKnown({ of: one, model }),
        () => isNewest && setKnown(undefined),
      );
    }, 60);
    return () => {
      isNewest = false;
      clearTimeout(timer);
    };
  }, [one]);
  return known?.of === one ? known.model : undefined;
}
