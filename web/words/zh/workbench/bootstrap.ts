/** Words about the bootstrap, in Chinese. */
import type { Words } from '../../en/index.js';

export const bootstrap: Words['bootstrap'] = {};
