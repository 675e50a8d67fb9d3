/** The choices of the paper, each with a control and the author's value. */
import type { ComponentChildren } from 'preact';
import { Choice, Switch } from '../components/choice.js';
import { Range } from '../components/range.js';
import { author, backToAuthor, choose, sameValue, study, studyResult } from '../session/study.js';
import { words } from '../words/words.js';
import { type Choice as StudyChoice, choicesOf, valueAt } from './choices.js';

export function ChoiceControls({
  tables,
}: {
  /** Only the choices of the whole study and of these tables. */
  readonly tables: readonly string[];
}) {
  if (author.value === undefined) return null;
  const choices = choicesOf(author.value).filter(
    ({ table }) => table === undefined || tables.includes(table),
  );
  return (
    <>
      {choices.map((choice) => (
        <Control key={choice.path.join('.')} choice={choice} />
      ))}
    </>
  );
}

function Control({ choice }: { readonly choice: StudyChoice }) {
  const value = valueAt(study.value, choice.path);
  const original = valueAt(author.value, choice.path);
  const props = {
    value,
    original,
    onChange: (changed: unknown) => choose(choice.path, changed),
  };
  const { name, control, say } = parts(choice, props);
  const moved = !sameValue(value, original);
  return (
    <div class={moved ? 'choice moved' : 'choice'}>
      {control}
      {moved && (
        <button
          type="button"
          class="restore"
          aria-label={words.value.read.restore(name)}
          onClick={() => backToAuthor(choice.path)}
        >
          {words.value.read.byAuthor(say(original))} ↺
        </button>
      )}
    </div>
  );
}

/** What the study calls a column. */
const labelOf = (name: string) => studyResult.value?.labels?.[name] ?? name;
const labelsOf = (names: readonly string[]) => names.map(labelOf).join(', ');

interface Values {
  readonly value: unknown;
  readonly original: unknown;
  readonly onChange: (value: unknown) => void;
}

interface Parts {
  readonly name: string;
  readonly control: ComponentChildren;
  /** A value in words. */
  readonly say: (value: unknown) => string;
}

/** What a choice is called, its control, and how its values are said. */
function parts(choice: StudyChoice, values: Values): Parts {
  switch (choice.kind) {
    case 'errors':
      return errorsControl(values);
    case 'members':
      return membersControl(choice.name, choice.members, values);
    case 'lags':
      return lagsControl(words.value.read.lagsOf(labelsOf(choice.vars), choice.table!), values);
    case 'collapse':
      return switchControl(
        words.value.read.collapsed(labelsOf(choice.vars), choice.table!),
        values,
      );
    case 'steps':
      return listControl(words.value.read.steps(choice.table!), [1, 2], values);
    case 'cut':
      return listControl(
        words.value.read.cut(labelOf(choice.by), choice.table!),
        ['mean', 'median'],
        values,
      );
  }
}

/** Errors of rows, and clusters by the unit of the panel. */
const errorTypes = ['unadjusted', 'HC1', 'HC3', 'CV1', 'CV2', 'CV3'];

function errorsControl({ value, onChange }: Values): Parts {
  const name = words.value.read.errors;
  const unit = valueAt(study.value, ['panel', 'unit']) as string | undefined;
  const typeOf = (vcov: unknown) => (vcov as { readonly type?: string } | undefined)?.type ?? '';
  const written = (type: string) => (type.startsWith('CV') ? { type, cluster: [unit] } : { type });
  const types = errorTypes.filter((type) => unit !== undefined || !type.startsWith('CV'));
  const current = typeOf(value);
  const say = (type: string) => (type.startsWith('CV') ? `${type} (${unit})` : type);
  return {
    name,
    say: (vcov) => say(typeOf(vcov)),
    control: (
      <Choice
        label={name}
        value={current}
        options={types.includes(current) ? types : [current, ...types]}
        say={say}
        onChange={(type) => onChange(written(type))}
      />
    ),
  };
}

function membersControl(set: string, members: readonly string[], values: Values): Parts {
  const name = words.value.read.ofSet(set);
  const present = values.value as readonly string[];
  const toggled = (member: string, on: boolean) =>
    members.filter((other) => (other === member ? on : present.includes(other)));
  return {
    name,
    say: (list) => labelsOf(list as readonly string[]),
    control: (
      <fieldset class="members">
        <legend>{name}</legend>
        {members.map((member) => (
          <Switch
            key={member}
            label={labelOf(member)}
            on={present.includes(member)}
            onChange={(on) => values.onChange(toggled(member, on))}
          />
        ))}
      </fieldset>
    ),
  };
}

function lagsControl(name: string, { value, original, onChange }: Values): Parts {
  const { firstLag, lastLag, lags } = words.value.model;
  const [from, last] = value as readonly [number, number | null];
  const [first, end] = original as readonly [number, number | null];
  const most = Math.max(5, from, last ?? 0, first, end ?? 0) + 1;
  const saySide = (lag: number) => (lag === most ? words.value.app.all : String(lag));
  const say = (pair: unknown) => {
    const [a, b] = pair as readonly [number, number | null];
    return lags(String(a), saySide(b ?? most));
  };
  return {
    name,
    say,
    control: (
      <div class="field" role="group" aria-label={name}>
        <span class="field-label">{name}</span>
        <output>{say(value)}</output>
        <Range
          least={0}
          most={most}
          from={from}
          to={last ?? most}
          fromLabel={firstLag(name)}
          toLabel={lastLag(name)}
          say={saySide}
          onChange={(a, b) => onChange([Math.min(a, most - 1), b === most ? null : b])}
        />
      </div>
    ),
  };
}

function switchControl(name: string, { value, original, onChange }: Values): Parts {
  const { on, off } = words.value.read;
  return {
    name,
    say: (collapsed) => (collapsed === true ? on : off),
    control: (
      <Switch
        label={name}
        on={value === true}
        onChange={(collapse) => onChange(collapse || original !== undefined ? collapse : undefined)}
      />
    ),
  };
}

function listControl(name: string, options: readonly unknown[], values: Values): Parts {
  return {
    name,
    say: String,
    control: (
      <Choice
        label={name}
        value={String(values.value)}
        options={options.map(String)}
        onChange={(text) => values.onChange(options.find((option) => String(option) === text))}
      />
    ),
  };
}
