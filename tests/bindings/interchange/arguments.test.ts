/** Each documented argument of a command that is read is translated, ignored on purpose, refused, or named in a comment. */
import { describe, expect, it, test } from 'vitest';
import { InputError } from '../../../bindings/core/errors/errors.js';
import { importScript } from '../../../bindings/interchange/index.js';
import { type Documented, documented } from './documented/index.js';

interface Read {
  readonly model: string;
  readonly notes: readonly string[];
}

/** The model and its notes; undefined if a statement is refused. */
function read(text: string): Read | undefined {
  try {
    const { models, notTranslated } = importScript(text);
    const last = models.at(-1)!;
    const refused = notTranslated.filter((one) => one.includes('is not translated'));
    if (refused.length > 0) return undefined;
    return { model: JSON.stringify(last.model), notes: last.notes };
  } catch (error) {
    expect(error).toBeInstanceOf(InputError);
    return undefined;
  }
}

type Outcome = 'translated' | 'commented' | 'ignored' | 'refused' | 'lost';

function outcomeOf(one: Documented & { readonly separator: string }, argument: string): Outcome {
  const { text, separator, ignored } = one;
  const before = text.slice(0, text.indexOf('{}'));
  const line = before.slice(before.lastIndexOf('\n') + 1);
  const isStata = separator === ' ' && !argument.startsWith('--');
  const isFirst = /\($/.test(before) || argument.startsWith('.');
  const joined = isStata && !line.includes(',') ? ', ' : isFirst ? '' : separator;
  const plain = read(text.replace('{}', ''))!;
  const given = read(text.replace('{}', () => `${joined}${argument}`));
  if (given === undefined) return 'refused';
  if (given.model !== plain.model) return 'translated';
  if (given.notes.some((note) => !plain.notes.includes(note))) return 'commented';
  const names = argument.match(/[A-Za-z][\w.-]*/g)!;
  return names.some((name) => Object.hasOwn(ignored, name)) ? 'ignored' : 'lost';
}

describe('documented arguments', () => {
  it('are those of every command', () => {
    const count = documented.reduce((sum, one) => sum + one.arguments.length, 0);
    expect(documented.length).toBeGreaterThan(60);
    expect(count).toBeGreaterThan(500);
  });

  test.each(documented.map((one) => [one.command, one] as const))('of %s', (_, one) => {
    expect(read(one.text.replace('{}', ''))).toBeDefined();
    const lost = one.arguments.filter((argument) => outcomeOf(one, argument) === 'lost');
    expect(lost).toEqual([]);
  });

  it('that are ignored have a reason', () => {
    const reasons = documented.flatMap(({ ignored }) => Object.values(ignored));
    expect(reasons.filter((reason) => reason.trim() === '')).toEqual([]);
  });
});
