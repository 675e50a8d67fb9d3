/** Words about the curve, in Chinese. */
import type { Words } from '../../en/index.js';

export const curve: Words['curve'] = {};
