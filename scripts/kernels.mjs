/** Writes down what the kernels for tests are compiled from. Run by `npm run build:kernels`. */
import { writeFileSync } from 'node:fs';
import { kernelSourcesHash } from './core-sources.js';

writeFileSync(new URL('../build/kernel-sources.sha256', import.meta.url), kernelSourcesHash());
