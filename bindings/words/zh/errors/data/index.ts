/** Errors of tables, build steps and formulas, in Chinese. */
import type * as english from '../../../errors/data/index.js';
import type { Retold } from '../../../told.js';
import { formulas } from './formulas.js';
import { idioms } from './idioms.js';
import { merges } from './merges.js';
import { panels } from './panels.js';
import { reshapes } from './reshapes.js';
import { several } from './several.js';
import { syntax } from './syntax.js';
import { tables } from './tables.js';
import { types } from './types.js';

export const data: Retold<typeof english> = {
  ...formulas,
  ...idioms,
  ...merges,
  ...panels,
  ...reshapes,
  ...several,
  ...syntax,
  ...tables,
  ...types,
};
