/** Every public function, called with arguments of the wrong kind: it returns, or says so with a typed error. */
import { beforeAll, expect, test } from 'vitest';
import * as index from 'wasmetrics';
import * as audit from 'wasmetrics/audit';
import * as bundle from 'wasmetrics/bundle';
import * as data from 'wasmetrics/data';
import * as distributions from 'wasmetrics/distributions';
import * as estimators from 'wasmetrics/estimators';
import * as interchange from 'wasmetrics/interchange';
import * as jobs from 'wasmetrics/jobs';
import * as linalg from 'wasmetrics/linalg';
import * as random from 'wasmetrics/random';
import * as report from 'wasmetrics/report';
import * as resampling from 'wasmetrics/resampling';
import * as study from 'wasmetrics/study';

const entries: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  ...{ index, audit, bundle, data, distributions, estimators, interchange },
  ...{ jobs, linalg, random, report, resampling, study },
};

/** Those that set up the whole process. */
const apart = ['init', 'configure', 'loadEngine', 'compileCore'];
type Called = (...args: readonly unknown[]) => unknown;
const isClass = (value: Called) => /^class\b/.test(Function.prototype.toString.call(value));
const functions = (entry: string) =>
  Object.entries(entries[entry]!).flatMap(([name, value]) =>
    typeof value !== 'function' || apart.includes(name) || isClass(value as Called)
      ? []
      : [{ name, call: value as Called }],
  );

const kinds: Record<string, unknown> = {
  nothing: undefined,
  null: null,
  number: 5,
  text: 'abc',
  object: {},
  list: [],
  function: () => 1,
};

beforeAll(async () => {
  await estimators.ready();
  const fit = await index.ols({ y: [1, 2, 4, 3], x: [1, 3, 2, 5] }, 'y ~ x');
  Object.assign(kinds, { fit, 'another result': await index.wald(fit, 'x') });
});

/** What a call throws that is no error of the library. */
async function strange(call: Called, args: readonly unknown[]): Promise<string | undefined> {
  try {
    const value = await call(...args);
    await (value as { readonly result?: unknown } | undefined)?.result;
    return undefined;
  } catch (error) {
    return error instanceof index.EconError ? undefined : String(error);
  }
}

test.each(Object.keys(entries))('functions of %s throw typed errors only', async (entry) => {
  const found: string[] = [];
  for (const { name, call } of functions(entry)) {
    for (const [first, value] of Object.entries(kinds)) {
      const seconds = [['', []], ...Object.entries(kinds).map(([kind, other]) => [kind, [other]])];
      for (const [second, others] of seconds as [string, unknown[]][]) {
        const error = await strange(call, [value, ...others]);
        if (error !== undefined) found.push(`${name}(${first}, ${second}): ${error}`);
      }
    }
  }
  expect(found).toEqual([]);
});

test('a figure of a table without its columns says what it needs', async () => {
  const call = report.heatmapFigure as unknown as Called;
  const message = await Promise.resolve(call({ id: [1] }, {})).catch(({ message }) => message);
  expect(message).toBe('figure: unit: expected the name of a column, found nothing');
});
