/** Errors of values of options and keys, in Chinese. */
import { retold, type Retold } from '../../told.js';
import { show, showWord } from '../../text/messages.js';
import type * as english from '../../errors/values.js';
import { expectations } from '../expectations/index.js';

const expectedOf = ({ expected, expectation }: english.BadValue) =>
  expectation === undefined ? expected : retold(expectations, expectation);

export const values: Retold<typeof english> = {
  'bad-value/argument': (detail) => `应为${expectedOf(detail)}，实为 ${showWord(detail.found)}`,
  'bad-value/key': (detail) => `应为${expectedOf(detail)}，实为 ${show(detail.found)}`,
};
