/** Errors of keys in files, in Chinese. */
import type { Retold } from '../../told.js';
import type * as english from '../../errors/keys.js';
import { suggested } from '../text.js';

export const keys: Retold<typeof english> = {
  'unknown-key': ({ path, meant }) => `未知的键 ${path}${suggested(meant)}`,
  'unknown-key/here': ({ meant }) => `未知的键${suggested(meant)}`,
  'unknown-key/unavailable': ({ path, estimator }) => `估计方法 ${estimator} 不支持 ${path}`,
};
