/** Conditions among choices, such as `if outcome = log(y) then not control k`. */
import { InputError } from '../../../core/errors/errors.js';
import { badCondition } from '../../../words/errors/analysis/sensitivity.js';
import type { ChoiceValue } from './dimension.js';

interface Choice {
  readonly name: string;
  readonly values: readonly ChoiceValue[];
}

type Chosen = Readonly<Record<string, ChoiceValue>>;

/** Whether a combination meets a condition on the choices in `names`. */
export interface Condition {
  readonly names: readonly string[];
  readonly holds: (chosen: Chosen) => boolean;
}

/**
 * Reads conditions: `if PART [and PART] then PART [and PART]`, where a part is a choice and its
 * value, or a control, possibly after `not`.
 *
 * @throws InputError `bad-value` for a text of another form, and for names of other choices and values
 */
export function conditionsOf(texts: readonly string[], choices: readonly Choice[]): Condition[] {
  return texts.map((text, i) => {
    const [, ...sides] = /^\s*if\s+(.+)\s+then\s+(.+)$/i.exec(text) ?? [];
    const parts = sides.map((side) =>
      side.split(/\s+and\s+/i).map((part) => partTest(part, choices)),
    );
    const [premises, conclusions] = parts;
    if (premises === undefined || parts.flat().includes(undefined)) {
      throw new InputError(
        badCondition({ path: `multiverse.conditions[${i}]`, found: text, choices }),
        {
          of: 'multiverse',
          key: `conditions[${i}]`,
        },
      );
    }
    return {
      names: parts.flat().map((part) => part!.names[0]!),
      holds: (chosen) =>
        !premises.every((part) => part!.holds(chosen)) ||
        conclusions!.every((part) => part!.holds(chosen)),
    };
  });
}

/** A name or a value as texts may write it: `cluster:id` is `cluster id`, and a control or a column needs no such word. */
const plain = (text: string) => text.replace(/^(?:control|build) |[\s:]+/g, '').toLowerCase();

/** The test of a part; undefined if it names no choice or no value of one. A control alone is in the model. */
function partTest(text: string, choices: readonly Choice[]): Condition | undefined {
  const [, not, rest = ''] = /^\s*(not\s+)?(.+)$/i.exec(text) ?? [];
  for (const { name, values } of choices) {
    const value = values.find((one) =>
      [`${name}=${String(one)}`, ...(one === true ? [name] : [])].some(
        (written) => plain(written) === plain(rest),
      ),
    );
    if (value === undefined) continue;
    return { names: [name], holds: (chosen) => (chosen[name] === value) !== (not !== undefined) };
  }
  return undefined;
}
