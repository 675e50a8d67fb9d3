/** The expectations of models in Chinese. */
import type { All } from '../../../vocabulary/errors.js';
import type * as english from '../../../expectations/models/index.js';
import { indices } from './indices.js';
import { models as modelsWords } from './models.js';
import { rules } from './rules.js';
import { steps } from './steps.js';

export const models: All<typeof english> = { ...indices, ...modelsWords, ...rules, ...steps };
