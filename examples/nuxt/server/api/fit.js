import { readFile } from 'node:fs/promises';
import { estimate } from '#shared/estimate.js';

/** A route of the server. `npm install && npm run dev` in this folder serves it with its page. */
export default defineEventHandler(async () => estimate(await readFile('../abdata.csv')));
