import { readFile } from 'node:fs/promises';

/** The data for the browser. */
export async function GET() {
  return new Response(await readFile('../abdata.csv'));
}
