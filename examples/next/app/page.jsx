import { readFile } from 'node:fs/promises';
import { Browser } from './browser.jsx';
import { estimate } from './estimate.js';

/** A server component. `npm install && npm run dev` in this folder serves it. */
export default async function Page() {
  return (
    <main>
      <pre id="server">{await estimate(await readFile('../abdata.csv'))}</pre>
      <Browser />
    </main>
  );
}
