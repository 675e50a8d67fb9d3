/** The language of row filters. It is loaded when a model that has a filter is read; `parseModel` and workers have it. */
import { onFirstUse } from '../core/values/first-use.js';

export const filters = onFirstUse(() => import('./where.js'));
