/** An estimator with another name that answers as one of the library has the same analyses: none knows it by name. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fitModel } from '../../../../bindings/index.js';
import { estimatorNames } from '../../../../bindings/models/registry.js';
import { registerTwins, twinOf } from '../twins.js';
import { analyses, outcomeOf } from './check-estimator.js';
import { dataOf, modelOf } from './models.js';

let forget: () => void;
beforeAll(async () => {
  forget = await registerTwins();
});
afterAll(() => forget());

/** Code of other programs is written by the names of estimators. */
const byName = /^(exportModel|compatReport|starterStudy)/;
const others = Object.keys(analyses).filter((name) => !byName.test(name));

test.each(estimatorNames())(
  '%s',
  async (name) => {
    const table = dataOf();
    const model = modelOf(name);
    const twin = { ...model, estimator: twinOf(name) } as never;
    const [own, its] = [
      { table, model, fit: await fitModel(table, model), of: 'w' },
      { table, model: twin, fit: await fitModel(table, twin), of: 'w' },
    ];
    const differing: string[] = [];
    for (const analysis of others) {
      const outcomes = [
        await outcomeOf(analyses[analysis]!, own),
        await outcomeOf(analyses[analysis]!, its),
      ];
      if (outcomes[0] !== outcomes[1]) differing.push(`${analysis}: ${outcomes.join(', ')}`);
    }
    expect(differing).toEqual([]);
  },
  120_000,
);
