/** How long new numbers take after a slider moves: for models that the page has not seen, and for those it has. */
import type { Page } from 'playwright-core';
import type { Step } from './watch.js';

/** Milliseconds of the steps: from the event to the change of the document, and to the painted frame. */
export interface Steps {
  readonly count: number;
  readonly changed: Spread;
  readonly painted: Spread;
}

export interface Spread {
  readonly median: number;
  readonly p90: number;
}

/** Moves the last lags of two windows: every pair once, then between two pairs. */
export async function moveSliders(page: Page): Promise<{ fresh: Steps; seen: Steps }> {
  const steps = await page.evaluate(async () => {
    const ends = Array.from(
      document.querySelectorAll<HTMLInputElement>('.range input:last-of-type'),
    );
    const [outer, inner] = ends as [HTMLInputElement, HTMLInputElement];
    const move = async (list: Step[], slider: HTMLInputElement, value: number) => {
      const step = await globalThis.watched!.step(slider, value);
      if (step !== undefined) list.push(step);
      await new Promise((resolve) => setTimeout(resolve, 20));
    };
    const fresh: Step[] = [];
    const seen: Step[] = [];
    const most = Number(inner.max);
    for (let first = 3; first <= Number(outer.max); first++) {
      await move(first === 3 ? [] : fresh, outer, first);
      for (let k = 0; k < most - 3; k++) {
        await move(fresh, inner, first % 2 === 1 ? 4 + k : most - k - 1);
      }
    }
    for (let i = 0; i < 40; i++) await move(seen, inner, 4 + (i % 2));
    return { fresh, seen: seen.slice(2) };
  });
  return { fresh: summaryOf(steps.fresh), seen: summaryOf(steps.seen) };
}

function summaryOf(steps: readonly Step[]): Steps {
  const spread = (key: keyof Step): Spread => {
    const sorted = steps.map((step) => step[key]).sort((a, b) => a - b);
    const quantile = (share: number) => sorted[Math.floor(share * (sorted.length - 1))] ?? NaN;
    return { median: quantile(0.5), p90: quantile(0.9) };
  };
  return { count: steps.length, changed: spread('changed'), painted: spread('painted') };
}
