import { expect, test } from 'vitest';
import { InputError } from '../../../bindings/core/errors/errors.js';
import { quoted } from '../../../bindings/core/errors/quoted.js';
import { retold, says, type Told, toldAgain } from '../../../bindings/words/told.js';

const missing = says('no-file', 'no file {file}');
const refused = says(
  'refused',
  ({ cause }: { readonly cause: Told }) => `refused (${cause.text}); mend it`,
);
const words = {
  'no-file': ({ file }: { readonly file: string }) => `没有文件 ${file}`,
  refused: ({ cause }: { readonly cause: Told }) => `被拒绝（${cause.text}）；请修正`,
};

test('a sentence quotes another error in its own language, with the subject', () => {
  const cause = new InputError(missing({ file: 'a.csv' }), { of: 'study', key: 'data' });
  const error = new InputError(refused({ cause: quoted(cause) }), 'bundle');
  expect(error.message).toBe('bundle: refused (study: data: no file a.csv); mend it');
  expect(retold(words, error.told)).toBe('被拒绝（study: data: 没有文件 a.csv）；请修正');
});

test('what a language has no words for is quoted in English', () => {
  const other = { id: 'other', detail: {}, text: 'something else' };
  expect(retold(words, refused({ cause: other }))).toBe('被拒绝（something else）；请修正');
});

test('a text has the parts of its detail where it names them, as they are', () => {
  const tell = says('no-row', 'row {row} of {file} has no {file}');
  const told = tell({ row: 3, file: '$& {row}' });
  expect(told).toEqual({
    id: 'no-row',
    detail: { row: 3, file: '$& {row}' },
    text: 'row 3 of $& {row} has no $& {row}',
  });
  expect(toldAgain(told, { row: 4, file: 'a.csv' }).text).toBe('row 4 of a.csv has no a.csv');
});
