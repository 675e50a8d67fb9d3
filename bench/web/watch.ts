/** What a page records of itself while it is measured. `watch` runs in the page before its own scripts. */

export interface Watched {
  /** Milliseconds from the start of the visit to the first coefficient: in the document, and painted. */
  readonly first?: { readonly changed: number; readonly painted: number };
  /** Tasks of the main thread that took longer than 50 ms: when, and how long. */
  readonly long: { readonly start: number; readonly duration: number }[];
  /** The longest time that a progress bar without a count was shown. */
  uncounted: number;
  /** Presses a key that moves a slider and says how long the new numbers took; undefined if none came. */
  step: (slider: HTMLInputElement, value: number) => Promise<Step | undefined>;
}

/** Milliseconds from the event of a slider to new numbers: in the document, and painted. */
export interface Step {
  readonly changed: number;
  readonly painted: number;
}

declare global {
  // A property of the window of the page.
  var watched: Watched | undefined;
}

/** Milliseconds after which no new numbers are expected. */
export const patience = 2000;

/** Runs in the page, so it may use nothing from outside. */
function watch(limit: number): void {
  const painted = () =>
    new Promise<number>((resolve) => {
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => resolve(performance.now());
        port2.postMessage(0);
      });
    });
  const numbers = () => document.querySelector('table.coefficients')?.textContent ?? '';
  const changedFrom = (before: string, patience: number) =>
    new Promise<number | undefined>((resolve) => {
      const look = () => {
        if (numbers() === before) return;
        observer.disconnect();
        resolve(performance.now());
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true, characterData: true });
      setTimeout(() => (observer.disconnect(), resolve(undefined)), patience);
    });

  const step: Watched['step'] = async (slider, value) => {
    const before = numbers();
    slider.value = String(value);
    const start = performance.now();
    const change = changedFrom(before, limit);
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const changed = await change;
    if (changed === undefined) return undefined;
    return { changed: changed - start, painted: (await painted()) - start };
  };
  const watched: { -readonly [Key in keyof Watched]: Watched[Key] } = {
    long: [],
    uncounted: 0,
    step,
  };
  globalThis.watched = watched;
  void changedFrom('', 60_000).then(async (changed) => {
    if (changed !== undefined) watched.first = { changed, painted: await painted() };
  });
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) {
      watched.long.push({ start: startTime, duration });
    }
  }).observe({ type: 'longtask', buffered: true });
  const since = new Map<Element, number>();
  new MutationObserver(() => {
    const now = performance.now();
    const shown = new Set(document.querySelectorAll('progress:not([value])'));
    for (const bar of shown) if (!since.has(bar)) since.set(bar, now);
    for (const [bar, start] of since) {
      if (shown.has(bar)) continue;
      watched.uncounted = Math.max(watched.uncounted, now - start);
      since.delete(bar);
    }
  }).observe(document, { childList: true, subtree: true, attributes: true });
}

/** The script of a page that is measured. Its compiler names functions by a helper, which the page lacks. */
export const watching = {
  content: `globalThis.__name = (named) => named;\n(${watch.toString()})(${patience});`,
};
