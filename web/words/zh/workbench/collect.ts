/** Words about the collect, in Chinese. */
import type { Words } from '../../en/index.js';

export const collect: Words['collect'] = {};
