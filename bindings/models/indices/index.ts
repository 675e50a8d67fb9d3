export { compositeIndex } from './composite-index.js';
export { indexMethods, type IndexOptions } from './options.js';
export { withIndex } from './index-column.js';
export type * from '../../results/indices/composite-index.js';
