import { readFile } from 'node:fs/promises';

/** The data for the browser. */
export default defineEventHandler(() => readFile('../abdata.csv'));
