/** Errors of explanations, in Chinese. */
import type { Retold } from '../../../told.js';
import type * as english from '../../../errors/paper/explanations.js';
import { show } from '../../../text/messages.js';
import { suggested } from '../../text.js';

export const explanations: Retold<typeof english> = {
  'unknown-code': ({ found, meant }) => `未知的代码 ${show(found)}${suggested(meant)}`,
};
