/** Words about the claims, in Chinese. */
import type { Words } from '../../en/index.js';

export const claims: Words['claims'] = {};
