import { describe, expect, test } from 'vitest';
import { multiverse } from 'wasmetrics';
import { multiverseSvg, toCsv, toText } from 'wasmetrics/report';
import type { BootstrapEstimate, DpdModelInput } from 'wasmetrics/types';
import { niceTicks } from '../../../../bindings/paper/figures/layout/axis.js';
import { data, model } from '../../analysis/sensitivity/example.js';

const run = (over: object, rest: object = {}) =>
  multiverse(data, model, { over, workers: 0, ...rest });

/** Elements that are opened and not closed in order, and numbers that are none. */
function flaws(svg: string): string[] {
  const open: string[] = [];
  const wrong: string[] = svg.match(/NaN|Infinity|undefined/g) ?? [];
  for (const [whole, close, name, self] of svg.matchAll(/<(\/?)([a-z]+)[^>]*?(\/?)>/g)) {
    if (self === '/') continue;
    if (close === '') open.push(name!);
    else if (open.pop() !== name) wrong.push(whole);
  }
  return [...wrong, ...open];
}

describe('the specification curve', () => {
  test('is drawn for one specification, for many and for none', async () => {
    const many = { lastLag: [2, 3, 4, null], collapse: [true, false], h: [1, 2, 3], steps: [1, 2] };
    const none = await run({ lastLag: [0] }, { coefficient: '_cons', admissible: {} });
    const failed = { ...none, specifications: none.specifications.filter((one) => !one.own) };
    for (const result of [await run({ steps: [2] }), await run(many), failed]) {
      const svg = multiverseSvg(result);
      expect(flaws(svg)).toEqual([]);
      expect(svg).toContain('width="321"');
    }
  });

  test('stands arrows for estimates beyond the frame, and says where they lie', async () => {
    const result = await run({ lastLag: [2, 3, 4, null], collapse: [true, false], h: [1, 2, 3] });
    const far = result.specifications.findIndex(({ own }) => !own);
    const specifications = result.specifications.map((one, i) =>
      i === far
        ? {
            ...one,
            estimate: {
              ...one.estimate!,
              estimate: 812,
              confInt: [811, 814] as [number, number],
            },
          }
        : one,
    );
    const points = (svg: string) => svg.match(/[\d.]+h0/g)!.length;
    const [plain, svg] = [result, { ...result, specifications }].map((one) => multiverseSvg(one));
    expect(plain).not.toContain('arrows');
    expect(svg).toContain('arrows: 1 beyond the frame, at 812');
    expect(points(svg!)).toBe(points(plain!) - 1);
    expect(flaws(svg!)).toEqual([]);
  });

  test('marks each specification with the value that it has', async () => {
    const result = await run({ steps: [1, 2], system: [true, false] });
    const svg = multiverseSvg(result);
    const marks = [...svg.matchAll(/<path d="((?:M[\d.]+ [\d.]+V[\d.]+)+)"[^>]*opacity="1"/g)].map(
      ([, path]) => path!.match(/M/g)!.length,
    );
    expect(marks).toEqual([2, 2, 2, 2]);
  });

  test('shows the tests, the instruments and the rows of each specification that has them', async () => {
    const result = await run({ steps: [1, 2], system: [true, false] });
    const svg = multiverseSvg(result);
    const dots = [
      ...svg.matchAll(/<path d="((?:M[\d.]+ [\d.]+h0)+)" fill="none" stroke="#222"/g),
    ].map(([, path]) => path!.match(/M/g)!.length);
    expect(dots).toEqual([4, 4, 2, 4, 4]);
  });

  test('says how many intervals reach out of the frame', async () => {
    const result = await run({ steps: [1, 2], system: [true, false] });
    expect(multiverseSvg(result)).not.toContain(' cut<');
    const specifications = result.specifications.map((one, i) =>
      i === 3 ? { ...one, estimate: { ...one.estimate!, confInt: [-1e3, 1e3] as const } } : one,
    );
    expect(multiverseSvg({ ...result, specifications })).toContain('95% intervals, 1 cut<');
  });

  test('draws the intervals of the bootstrap, and says which', async () => {
    const asked = { bootstrap: { reps: 19, seed: 4, ci: 'basic' } };
    const result = await run({ steps: [1, 2, 'iterated'] }, asked);
    const svg = multiverseSvg(result);
    expect(flaws(svg)).toEqual([]);
    expect(svg).toContain('L1.n in n: 3 estimates, 1 without interval<');
    expect(svg).toContain('>bootstrap: 19 replicates, seed 4<');
    expect(svg).toMatch(/>lines: 95% basic(, \d cut)?</);
    const lines = [...svg.matchAll(/d="((?:M[\d.]+ [\d.]+V[\d.]+)+)"[^>]*#(?:dcdcdc|9cc3e6)/g)];
    expect(lines.map(([, path]) => path!.match(/V/g)!.length)).toEqual([2]);
    const two = multiverseSvg(await run({ steps: [1, 2, 'iterated'] }));
    expect(two).not.toContain('bootstrap');
  });

  test('escapes what XML would read as its own', async () => {
    const result = await run({ steps: [2] });
    expect(flaws(multiverseSvg({ ...result, coefficient: 'a<b & c' }))).toEqual([]);
    expect(multiverseSvg({ ...result, coefficient: 'a<b & c' })).toContain('a&lt;b &amp; c');
  });
});

test('the CSV has a line for each specification, empty cells where there is no number', async () => {
  const result = await run({ lastLag: [0, 4] });
  const [heading, own, first, second, ...rest] = toCsv(result).split('\n');
  expect(heading).toMatch(/^lastLag,own,admissible,estimate,/);
  expect(own).toMatch(/^mixed,true,false,0\.945/);
  expect(first).toMatch(/^0,false,false,{13}"model: gmm/);
  expect(second).toMatch(/^4,false,false,\d/);
  expect(rest).toEqual([]);
});

test('the CSV has the bootstrap of each specification last, or why there is none', async () => {
  const result = await run({ steps: [2, 'iterated'] }, { bootstrap: { reps: 19, ci: 'normal' } });
  const [heading, second, iterated] = toCsv(result).split('\n');
  const columns =
    'bootstrapStdError,bootstrapPValue,bootstrapLow,bootstrapHigh,bootstrapFailed,bootstrapFailure';
  expect(heading!.endsWith(`,failure,${columns}`)).toBe(true);
  const found = result.specifications[0]!.estimate!.bootstrap as BootstrapEstimate;
  const numbers = [found.stdError, found.pValue, ...found.confInt!, found.failed];
  expect(second!.endsWith(`,,${numbers.join(',')},`)).toBe(true);
  expect(iterated).toMatch(/,{6}bootstrap: steps iterated cannot be bootstrapped;/);
});

test('the text says how the specifications are bootstrapped, and which are not', async () => {
  const over = { steps: [2, 'iterated'], h: [3] };
  const rule = { hansen: [0, 1], ar2: 0 };
  const asked = { bootstrap: { reps: 39, seed: 5, ci: 'basic' }, admissible: rule };
  const text = toText(await run(over, asked));
  expect(text).toMatch(
    /^bootstrap +basic intervals from 39 replicates each, seed 5; no replicate\s+failed; 1 specification without a bootstrap$/m,
  );
  expect(text).toMatch(/bootstrap \([\d.]+\),\s+basic\s+95%\s+from/);
  expect(text).toMatch(
    /with\s+a\s+basic interval\s+that\s+excludes\s+0 in\s+1\s+of\s+1\s+\(100%\),\s+1\s+without an\s+interval/,
  );
  expect(text).toMatch(
    /the sign of\s+the\s+author's\s+estimate\s+and\s+an\s+interval\s+that\s+excludes\s+0$/m,
  );
  expect(text).toMatch(
    /^warning: 1 specification without a bootstrap: bootstrap: steps iterated\s+cannot\s+be/m,
  );
});

test('the text says that no specification has a bootstrap', async () => {
  const iterated: DpdModelInput = { ...model, steps: 'iterated' };
  const asked = { over: { h: [3] }, bootstrap: { reps: 9 }, workers: 0 } as const;
  const text = toText(await multiverse(data, iterated, asked));
  expect(text).toMatch(/^all .*; positive in 1;\s+no\s+bootstrap\s+intervals$/m);
  expect(text).toMatch(/no bootstrap; /);
});

test('the text gives the share of the distinct estimates where some are the same', async () => {
  const over = { h: [2, 3], steps: [1, 2], system: [false] };
  const text = toText(await run(over, { coefficient: 'w' }));
  expect(text).toMatch(
    /significant at 5%\s+in 5 of 5 \(100%\), among\s+distinct\s+estimates\s+in\s+3 of 3 \(100%\)/,
  );
});

test('the text lists the reasons of failures', async () => {
  const text = toText(await run({ lastLag: [0, 4] }));
  expect(text).toMatch(/^warning: 1 specification failed: model: gmm\[0\]\.lags: expected a pair/m);
  expect(text).toMatch(/not admissible: Hansen/);
});

test('ticks are round numbers within the bounds', () => {
  expect(niceTicks(-0.03, 1.02)).toEqual([0, 0.2, 0.4, 0.6, 0.8, 1]);
  expect(niceTicks(-1.65, 0.1)).toEqual([-1.5, -1, -0.5, 0]);
  expect(niceTicks(1200, 5300)).toEqual([2000, 3000, 4000, 5000]);
  expect(niceTicks(-2e-7, 3e-7)).toEqual([-2e-7, -1e-7, 0, 1e-7, 2e-7, 3e-7]);
  expect(niceTicks(3, 3)).toEqual([3]);
});
