/** The library in a real browser, from a host that sends no special headers. */
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bootstrap, fitModel, multiverse, withBootstrap } from 'wasmetrics';
import { parseCsv } from 'wasmetrics/data';
import { toJson } from 'wasmetrics/report';
import type { DpdModelInput } from 'wasmetrics/types';
import { cases, committedHashes } from '../determinism-cases.js';
import type { Case } from '../fingerprint.js';
import { blankPage } from './blank-page.js';
import { changedModel, choicesOf } from './variants.js';
import { visit } from './visit.js';

const { open } = visit(blankPage);

describe.each(Object.entries(cases))('in the browser, %s', (name, item) => {
  let page: Page;
  beforeAll(async () => {
    page = await open('/');
    expect(await page.evaluate(() => crossOriginIsolated)).toBe(false);
  });
  afterAll(() => page.close());

  test('gives the result of Node, digit for digit', async () => {
    const fit = await fitModel(parseCsv(item.csv), item.model);
    const { result } = bootstrap(fit, { reps: 300, workers: 1 });
    const inPage = await page.evaluate(async ({ model, csv }: Case) => {
      const { bootstrap, fitModel, parseCsv, toJson, withBootstrap } = wasmetrics;
      const fit = await fitModel(parseCsv(csv), model);
      return toJson(withBootstrap(fit, await bootstrap(fit, { reps: 300, workers: 1 }).result));
    }, item);
    expect(inPage).toBe(toJson(withBootstrap(fit, await result)));
  });

  test.each([undefined, { reps: 40, ci: 'bca' } as const])(
    'estimates the specifications of a multiverse in workers as Node does, bootstrap: %j',
    async (bootstrap) => {
      const model = item.model as DpdModelInput;
      const over = choicesOf(model);
      const options = { over, bootstrap };
      const here = await multiverse(parseCsv(item.csv), model, { ...options, workers: 0 });
      const inPage = await page.evaluate(
        async ({ model, csv, options }) => {
          const { multiverse, parseCsv } = wasmetrics;
          return JSON.stringify(await multiverse(parseCsv(csv), model, { ...options, workers: 2 }));
        },
        { model, csv: item.csv, options },
      );
      expect(inPage).toBe(JSON.stringify(here));
    },
  );

  test('goes on from a checkpoint of Node to the result of Node', async () => {
    const fit = await fitModel(parseCsv(item.csv), item.model);
    const options = { reps: 600, workers: 1, ci: ['normal'] } as const;
    const written: Uint8Array[] = [];
    const stop = new AbortController();
    const checkpoint = {
      name: 'memory',
      read: () => Promise.resolve(undefined),
      write: (bytes: Uint8Array) => Promise.resolve(void written.push(bytes)),
    };
    const part = bootstrap(fit, { ...options, checkpoint, signal: stop.signal });
    for await (const { done } of part) if (done > 0) stop.abort();
    await part.result;
    const inPage = await page.evaluate(
      async ({ item, options, stored }) => {
        const { bootstrap, fitModel, parseCsv, toJson, withBootstrap } = wasmetrics;
        const checkpoint = {
          name: 'memory',
          read: () => Promise.resolve(Uint8Array.from(stored)),
          write: () => Promise.resolve(),
        };
        const all = { ...options, checkpoint, resume: true };
        const fit = await fitModel(parseCsv(item.csv), item.model);
        return toJson(withBootstrap(fit, await bootstrap(fit, all)));
      },
      { item, options, stored: [...written.at(-1)!] },
    );
    const { result } = bootstrap(fit, options);
    expect(inPage).toBe(toJson(withBootstrap(fit, await result)));
  });

  test('bootstraps one model after another, digit for digit as Node does', async () => {
    const models = [item.model, changedModel(item.model as DpdModelInput), item.model];
    for (const model of models) {
      const fit = await fitModel(parseCsv(item.csv), model);
      const { result } = bootstrap(fit, { reps: 300, workers: 0 });
      const inPage = await page.evaluate(
        async ({ model, csv }) => {
          const { bootstrap, fitModel, parseCsv, toJson, withBootstrap } = wasmetrics;
          const fit = await fitModel(parseCsv(csv), model);
          return toJson(withBootstrap(fit, await bootstrap(fit, { reps: 300, workers: 1 }).result));
        },
        { model, csv: item.csv },
      );
      expect(inPage).toBe(toJson(withBootstrap(fit, await result)));
    }
  });

  test.each([0, 1, 2])('gives the committed bits with %i workers', async (workers) => {
    const inPage = await page.evaluate(({ item, workers }) => fingerprintOf(item, workers), {
      item,
      workers,
    });
    expect(inPage).toEqual(committedHashes()[name]);
  });
});
