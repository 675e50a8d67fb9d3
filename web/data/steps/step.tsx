/** A step that builds a column, and what came of it. */
import { Choice } from '../../components/choice.js';
import { matching } from '../../components/combobox.js';
import { TermList } from '../../components/term-list.js';
import { columnNames, preparedData } from '../../session/data.js';
import { count } from '../../words/numbers.js';
import { words } from '../../words/words.js';
import {
  expressionOf,
  kindOf,
  type StepBody,
  withExpression,
  type WrittenStep,
} from './written.js';

export interface StepProps {
  readonly step: WrittenStep;
  readonly isFirst: boolean;
  readonly onChange: (step: WrittenStep) => void;
  readonly onRemove: () => void;
  readonly onRaise: () => void;
}

export function Step({ step, isFirst, onChange, onRemove, onRaise }: StepProps) {
  const { nameOf, remove, raise } = words.value.steps;
  const { name, body } = step;
  return (
    <li class="step">
      <div class="row">
        <input
          class="formula step-name"
          aria-label={nameOf(name)}
          value={name}
          spellcheck={false}
          onChange={(event) =>
            onChange({ ...step, name: event.currentTarget.value.trim() || name })
          }
        />
        <button type="button" disabled={isFirst} aria-label={raise(name)} onClick={onRaise}>
          ↑
        </button>
        <button type="button" aria-label={remove(name)} onClick={onRemove}>
          ×
        </button>
      </div>
      <Body name={name} body={body} onChange={(changed) => onChange({ name, body: changed })} />
      <Outcome name={name} />
    </li>
  );
}

interface BodyProps {
  /** The new column. */
  readonly name: string;
  readonly body: StepBody;
  readonly onChange: (body: StepBody) => void;
}

/** The fields of a step, by its kind. */
export function Body({ name, body, onChange }: BodyProps) {
  const kind = kindOf(body);
  if (typeof body === 'object' && kind === 'split') return <Split {...{ name, body, onChange }} />;
  if (typeof body === 'object' && kind === 'index') return <Index {...{ name, body, onChange }} />;
  const { expressionFor } = words.value.steps;
  return (
    <input
      class="formula wide"
      aria-label={expressionFor(name)}
      value={expressionOf(body)}
      placeholder="log(x)"
      spellcheck={false}
      autocomplete="off"
      onInput={(event) => onChange(withExpression(body, event.currentTarget.value))}
    />
  );
}

interface KeyedProps extends BodyProps {
  readonly body: Readonly<Record<string, unknown>>;
}

const cuts = ['mean', 'median', 'terciles'];
const levels = ['row', 'unit', 'year'];

/** A column in parts: below and above its mean, or between cut points. */
function Split({ body, onChange }: KeyedProps) {
  const { splitColumn, cutAt, cutNames, points, level, levelNames } = words.value.steps;
  const at = body['at'];
  const isNamed = typeof at === 'string' && cuts.includes(at);
  return (
    <div class="fields">
      <Choice
        label={splitColumn}
        value={String(body['split'])}
        options={[...new Set([...columnNames.value, String(body['split'])])]}
        onChange={(split) => onChange({ ...body, split })}
      />
      <Choice
        label={cutAt}
        value={isNamed ? at : ''}
        options={[...cuts, '']}
        say={(cut) => cutNames[cut] ?? points}
        onChange={(cut) => onChange({ ...body, at: cut === '' ? [0] : cut })}
      />
      {!isNamed && (
        <label class="field">
          <span class="field-label">{points}</span>
          <input
            value={[at].flat().join(', ')}
            onChange={(event) => {
              const texts = event.currentTarget.value
                .split(/[\s,;]+/)
                .filter((text) => text !== '');
              onChange({ ...body, at: texts.map(Number) });
            }}
          />
        </label>
      )}
      <Choice
        label={level}
        value={String(body['level'] ?? 'row')}
        options={levels}
        say={(one) => levelNames[one] ?? one}
        onChange={(one) => onChange({ ...body, level: one })}
      />
    </div>
  );
}

const methods = ['entropy', 'topsis', 'critic', 'cv', 'equal', 'pca'];

/** An index of columns, each of which raises it or, with a minus before its name, lowers it. */
function Index({ name, body, onChange }: KeyedProps) {
  const { method, indexColumns } = words.value.steps;
  const written = body['columns'] as readonly string[] | Readonly<Record<string, string>>;
  const isList = Array.isArray(written);
  const terms = isList
    ? (written as readonly string[])
    : Object.entries(written).map(([column, sign]) => (sign === '-' ? `-${column}` : column));
  const options = columnNames.value.map((value) => ({ value }));
  const columnsOf = (chosen: readonly string[]) =>
    isList && body['index'] === 'pca'
      ? chosen
      : Object.fromEntries(
          chosen.map((term) => (term.startsWith('-') ? [term.slice(1), '-'] : [term, '+'])),
        );
  return (
    <div class="fields">
      <Choice
        label={method}
        value={String(body['index'])}
        options={[...new Set([...methods, String(body['index'])])]}
        onChange={(index) => onChange({ ...body, index })}
      />
      <div class="field" role="group" aria-label={indexColumns(name)}>
        <span class="field-label">{indexColumns(name)}</span>
        <TermList
          label={indexColumns(name)}
          terms={terms}
          search={(query) => matching(options, query)}
          onChange={(chosen) => onChange({ ...body, columns: columnsOf(chosen) })}
        />
      </div>
    </div>
  );
}

/** How many values the step made, and why others are missing. */
function Outcome({ name }: { readonly name: string }) {
  const { made } = words.value.steps;
  const { missingBecause } = words.value.look;
  const prepared = preparedData.value;
  const built = prepared?.built.find((column) => column.name === name);
  if (prepared === undefined || built === undefined) return null;
  return (
    <p class="note" role="status">
      {made(count(prepared.nrows - built.missing))}
      {built.reasons.map(({ reason, cells }) => ` ${missingBecause(count(cells), reason)}.`)}
    </p>
  );
}
