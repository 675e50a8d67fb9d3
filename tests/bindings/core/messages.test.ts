import { describe, expect, it, test } from 'vitest';
import { InputError } from '../../../bindings/core/errors/errors.js';
import { listed, messageOf, show, showWord } from '../../../bindings/words/text/messages.js';

describe('a message', () => {
  it('has one line, with control characters as in JSON', () => {
    expect(messageOf('column "a\nb\0c\u2028": expected text', '')).toBe(
      'column "a\\nb\\u0000c\\u2028": expected text',
    );
  });

  it('has at most 500 characters and keeps its end', () => {
    const message = messageOf(`model: found ${'x'.repeat(1_000_000)}; divide it`, '');
    expect(message).toHaveLength(500);
    expect(message).toMatch(/^model: found x+\.\.\.x+; divide it$/);
  });

  it('counts the lines that show a place', () => {
    const { message } = new InputError(
      { id: 'code', detail: {}, text: 'x'.repeat(600) },
      { excerpt: '  y ~ x\n      ^' },
    );
    expect(message).toHaveLength(500);
    expect(message.split('\n')).toHaveLength(3);
  });

  it('keeps the lines that show a place as long as they are, whatever they hold', () => {
    const bad = { id: 'code', detail: {}, text: 'x: bad' };
    const { message } = new InputError(bad, {
      excerpt: `  y\u001b~${'\0'.repeat(60)}x\n   ^`,
    });
    expect(message).toBe(`x: bad\n  y\uFFFD~${'\uFFFD'.repeat(60)}x\n   ^`);
    const long = new InputError(bad, { excerpt: `  ${'y'.repeat(600)}` });
    expect(long.message).toBe('x: bad');
  });

  it('does not cut a character in two', () => {
    expect(messageOf('😀'.repeat(400), '')).not.toMatch(/[\ud800-\udfff]/u);
  });
});

test('lists show twelve names and count the others', () => {
  const names = Array.from({ length: 448 }, (_, i) => `x${i}`);
  expect(listed(names)).toBe('x0, x1, x2, x3, x4, x5, x6, x7, x8, x9, x10, x11, ... and 436 more');
  expect(listed(names.slice(0, 12))).not.toContain('more');
});

describe('values are shown', () => {
  const cyclic: unknown[] = [];
  cyclic.push(cyclic);
  let deep: unknown = 1;
  for (let i = 0; i < 20_000; i++) deep = [deep];

  it.each([
    [undefined, 'nothing'],
    [null, 'null'],
    [NaN, 'NaN'],
    [10n, '"10"'],
    ['x', '"x"'],
    [Symbol('x'), 'a symbol'],
    [() => 1, 'a function'],
    [Object.create(null), '{}'],
    [cyclic, 'a list of 1'],
    [deep, 'a list of 1'],
    [Array.from({ length: 1000 }, () => 0), 'a list of 1000'],
  ])('case %#', (value, words) => {
    expect(show(value)).toBe(words);
  });

  it('as words without quotes', () => {
    expect([showWord('x'), showWord(''), showWord(1)]).toEqual(['x', '""', '1']);
    expect(showWord('x'.repeat(1000))).toHaveLength(60);
  });
});
