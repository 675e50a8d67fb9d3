/** Asks the browser to keep the page for visits without a network. */

/** A page that was given files by a program, or is a file itself, is not kept. */
const canBeKept = () =>
  'serviceWorker' in navigator &&
  isSecureContext &&
  location.protocol.startsWith('http') &&
  document.getElementById('opened') === null;

/** Milliseconds in which the page loads what it shows first. */
const rest = 3000;

/** A browser that refuses, as in private windows, leaves the page as it is. */
export async function keepPage(): Promise<void> {
  if (!canBeKept()) return;
  await new Promise((resolve) => setTimeout(resolve, rest));
  await navigator.serviceWorker.register('../service-worker.js').catch(() => undefined);
}
