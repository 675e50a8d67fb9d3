import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as checked from '../../../bindings/core/arguments/visible-text.js';
import { visible, visibleLine, visibleMessage } from '../../../bindings/words/text/visible.js';

test.each([
  ['a bell', 'a\u0007b', 'a\\u0007b'],
  ['an escape sequence', '\u001b[31mred', '\\u001b[31mred'],
  ['a C1 control', '\u009b31m', '\\u009b31m'],
  ['delete', '\u007f', '\\u007f'],
  ['a bidirectional override', 'a\u202eb\u202c', 'a\\u202eb\\u202c'],
  ['an isolate', '\u2066x\u2069', '\\u2066x\\u2069'],
  ['characters of no width', 'a\u200bb\u200d\ufeff', 'a\\u200bb\\u200d\\ufeff'],
  ['a tag beyond U+FFFF', '\u{e0041}', '\\udb40\\udc41'],
  ['half a surrogate pair', '\ud800', '\\ud800'],
  ['a carriage return and a tab', 'a\r\tb', 'a\\r\\tb'],
])('%s is shown as an escape', (_, text, shown) => {
  expect(visible(text)).toBe(shown);
  expect(visibleLine(text)).toBe(shown);
});

test.each(['Müller', '浙江', '😀', 'a  b', 'naïve', 'é', 'e\u0301', '\\', '—'])(
  '%s stays',
  (text) => {
    expect(visibleLine(text)).toBe(text);
  },
);

test('a line feed stays in text, not in a line, and in a message only before an indented line', () => {
  expect(visible('a\nb')).toBe('a\nb');
  expect(visibleLine('a\nb')).toBe('a\\nb');
  expect(visibleMessage('a\nb\n  c\n  ^')).toBe('a\\nb\n  c\n  ^');
});

test('JSON stays the same JSON', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json = JSON.stringify(value, null, 2);
      expect(JSON.parse(visible(json))).toEqual(JSON.parse(json));
    }),
  );
});

test('no control character is left in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      expect(visibleLine(text)).not.toMatch(/[\p{Cc}\p{Cs}]/u);
      expect(visible(text)).not.toMatch(/(?!\n)\p{Cc}/u);
    }),
  );
});

test.each([checked.visible, checked.visibleLine, checked.visibleMessage])(
  'the exported functions refuse what is not a text: %s',
  (show) => {
    for (const text of [undefined, null, 1, {}, ['a']]) {
      expect(() => show(text as never)).toThrow(
        expect.objectContaining({ code: 'bad-value' }) as Error,
      );
    }
    expect(() => show(undefined as never)).toThrow(`${show.name}: text: expected a text, found`);
    expect(show('a\u0007')).toBe('a\\u0007');
  },
);
