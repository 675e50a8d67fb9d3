/** The choices of the paper, each with a control and the author's value. */
import type { ComponentChildren } from 'preact';
import { Choice, Switch } from '../components/choice.js';
import { Range } from '../components/range.js';
import {
  author,
  backToAuthor,
  choose,
  periods,
  sameValue,
  study,
  studyResult,
} from '../papers/study.js';
import { words } from '../words/words.js';
import { type Choice as StudyChoice, choicesOf, valueAt } from '../papers/choices.js';

export function ChoiceControls({
  tables,
}: {
  /** Only the choices of the whole study and of these tables. */
  readonly tables: readonly string[];
}) {
  if (author.value === undefined) return null;
  const choices = choicesOf(author.value).filter(
    ({ kind, table }) =>
      (kind !== 'periods' || periods.value !== undefined) &&
      (table === undefined || tables.includes(table)),
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
          aria-label={`${words.value.read.restore(name)}, ${words.value.read.byAuthor(say(original))}`}
          onClick={() => backToAuthor(choice.path)}
        >
          {words.value.read.byAuthor(say(original))} <span aria-hidden="true">↺</span>
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
    case 'periods':
      return periodsControl(choice.time, values);
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

/** Errors of rows. */
const ofRows = ['unadjusted', 'HC1', 'HC3'];
/** Errors clustered by the unit of the panel. */
const ofUnits = ['CV1', 'CV2', 'CV3'];

function errorsControl({ value, onChange }: Values): Parts {
  const name = words.value.read.errors;
  const unit = valueAt(study.value, ['panel', 'unit']) as string | undefined;
  const typeOf = (vcov: unknown) => (vcov as { readonly type?: string } | undefined)?.type ?? '';
  const clustered = (type: string) => ofUnits.includes(type);
  const types = unit === undefined ? ofRows : [...ofRows, ...ofUnits];
  const current = typeOf(value);
  const say = (type: string) => (clustered(type) ? `${type} (${labelOf(unit!)})` : type);
  return {
    name,
    say: (vcov) => say(typeOf(vcov)),
    control: (
      <Choice
        label={name}
        value={current}
        options={types.includes(current) ? types : [current, ...types]}
        say={say}
        onChange={(type) => onChange(clustered(type) ? { type, cluster: [unit] } : { type })}
      />
    ),
  };
}

/** The rows of some periods: `year >= 2018 && year <= 2020`; all of them without a condition. */
function periodsControl(time: string, { value, onChange }: Values): Parts {
  const { periods: name, firstPeriod, lastPeriod, fromTo } = words.value.read;
  const [least, most] = periods.value!;
  const numbers =
    String(value ?? '')
      .match(/-?[\d.]+/g)
      ?.map(Number) ?? [];
  const { 0: from = least, 1: to = most } = numbers;
  const condition = (a: number, b: number) =>
    a === least && b === most ? undefined : `${quoted(time)} >= ${a} && ${quoted(time)} <= ${b}`;
  return {
    name,
    say: () => fromTo(String(least), String(most)),
    control: (
      <div class="field" role="group" aria-label={name}>
        <span class="field-label">{name}</span>
        <output>{fromTo(String(from), String(to))}</output>
        <Range
          least={least}
          most={most}
          from={from}
          to={to}
          fromLabel={firstPeriod}
          toLabel={lastPeriod}
          onChange={(a, b) => onChange(condition(a, b))}
        />
      </div>
    ),
  };
}

/** A name in a condition: in backticks if it is no word. */
const quoted = (name: string) => (/^[A-Za-z_]\w*$/.test(name) ? name : `\`${name}\``);

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
