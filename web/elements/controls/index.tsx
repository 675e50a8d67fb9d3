/** The controls of a model: each change is estimated at once. */
import { Switch } from '../../components/choice.js';
import { Range } from '../../components/range.js';
import { formulaOf, partsOf } from '../../model/formula.js';
import { withValue } from '../../session/paths.js';
import { words } from '../../words/words.js';
import { controlsNamed, knownNames, type NamedControl } from './names.js';
import { KeyControl } from './key-control.js';
import type { ShownModel } from '../shown.js';
import type { ControlProps, Kind } from './props.js';
import { withPeriods, periodsIn } from './sample.js';
import { said } from '../../words/elements.js';
import type { OpenedModel } from '../worker/questions.js';

export function Controls({ element }: { readonly element: ShownModel }) {
  const names = element.names.value;
  const { value: opened } = element.opened;
  const { value: model } = element.current;
  if (names.length === 0 || opened === undefined || model === undefined) return null;
  const { controls } = said.value;
  return (
    <>
      <div part="controls" class="controls" role="group" aria-label={controls}>
        {names
          .flatMap((name) => controlsNamed(name, opened))
          .map((control) => (
            <Control key={keyOf(control)} {...{ control, model, opened, element }} />
          ))}
        {model !== opened.model && (
          <button part="restore" type="button" onClick={() => element.change(opened.model)}>
            {words.value.read.backToAuthor}
          </button>
        )}
      </div>
      <Unknown names={names} opened={opened} />
    </>
  );
}

/** Names of controls that the model does not have. */
function Unknown({ names, opened }: { names: readonly string[]; opened: OpenedModel }) {
  const { unknownControl } = said.value;
  return names
    .filter((name) => controlsNamed(name, opened).length === 0)
    .map((name) => (
      <div key={name} part="error" class="failure" role="alert">
        {unknownControl(name, knownNames(opened).join(', '))} <code>[unknown-control]</code>
      </div>
    ));
}

const keyOf = (control: NamedControl) => (control.kind === 'key' ? control.path : control.kind);

function Control({ control, ...props }: ControlProps & { readonly control: NamedControl }) {
  if (control.kind === 'sample') return <Sample {...props} {...control} />;
  if (control.kind === 'regressors') return <Regressors {...props} {...control} />;
  return <KeyControl {...props} {...control} />;
}

function Regressors({ formula: author, model, element }: Kind<'regressors'>) {
  const { regressors } = words.value.model;
  const parts = partsOf(String(model['formula'])) ?? author;
  const toggle = (term: string, on: boolean) => {
    const kept = author.regressors.filter((other) =>
      other === term ? on : parts.regressors.includes(other),
    );
    const formula = formulaOf({ ...parts, regressors: kept });
    element.change(withValue(model, 'formula', formula));
  };
  return (
    <fieldset class="members">
      <legend>{regressors}</legend>
      {author.regressors.map((term) => (
        <Switch
          key={term}
          label={term}
          on={parts.regressors.includes(term)}
          onChange={(on) => toggle(term, on)}
        />
      ))}
    </fieldset>
  );
}

/** The rows of some periods, of those that the author's condition keeps. */
function Sample({ time, periods: [least, most], model, opened, element }: Kind<'sample'>) {
  const { periods, firstPeriod, lastPeriod, fromTo } = words.value.read;
  const author = opened.model['where'] as string | undefined;
  const [from, to] = periodsIn(model, author) ?? [least, most];
  return (
    <div class="field" role="group" aria-label={periods}>
      <span class="field-label">{periods}</span>
      <output>{fromTo(String(from), String(to))}</output>
      <Range
        least={least}
        most={most}
        from={from}
        to={to}
        fromLabel={firstPeriod}
        toLabel={lastPeriod}
        onChange={(a, b) => {
          const isWhole = a === least && b === most;
          element.change(
            withPeriods(model, author, isWhole ? undefined : { time, from: a, to: b }),
          );
        }}
      />
    </div>
  );
}
