/** Errors of values of options and keys, in Chinese. */
import { retold, type Retold } from '../../told.js';
import { show, showWord } from '../../text/messages.js';
import type * as english from '../../errors/values.js';
import { expectations } from '../expectations/index.js';
import { spaced } from '../text.js';

const expectedOf = ({ expectation }: english.BadValue) => spaced(retold(expectations, expectation));

/** The value, or what was found in it. */
function findingOf(
  { found, finding }: english.BadValue,
  shown: (value: unknown) => string = show,
): string {
  if (finding !== undefined) return retold(expectations, finding);
  if (found === undefined) return '空缺';
  if (typeof found === 'function') return '函数';
  if (typeof found === 'symbol') return '符号';
  const text = shown(found);
  if (Array.isArray(found)) return text.startsWith('[') ? text : `含 ${found.length} 项的列表`;
  return typeof found === 'object' && found !== null && !/^["[{]/.test(text) ? '对象' : text;
}

const wrong = (detail: english.BadValue) =>
  `应为${expectedOf(detail)}，实为${spaced(findingOf(detail))}`;

export const values: Retold<typeof english> = {
  subject: ({ subject, sentence }) => `${subject}：${sentence}`,
  'bad-value/argument': (detail) =>
    `应为${expectedOf(detail)}，实为${spaced(findingOf(detail, showWord))}`,
  'bad-value/key': wrong,
  'bad-result/value': wrong,
};
