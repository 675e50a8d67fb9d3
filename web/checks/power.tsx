/** How often the tests of a dynamic panel reject. */
import { signal } from '@preact/signals';
import type { PowerResult } from 'wasmetrics';
import { NumberField } from '../components/number-field.js';
import { Forest, type ForestRow } from '../figures/forest.js';
import { words } from '../words/words.js';
import { Check } from './check.js';
import { tasks } from './tasks.js';

const reps = signal(200);
const seed = signal(1);

export function Power() {
  const { power: say, panels, seed: seedLabel } = words.value.checks;
  return (
    <Check
      task={tasks.power}
      say={say}
      options={{ reps: reps.value, seed: seed.value }}
      figure={(result) => <Rates result={result} />}
    >
      <NumberField
        label={panels}
        value={reps.value}
        least={20}
        onChange={(number) => (reps.value = number)}
      />
      <NumberField
        label={seedLabel}
        value={seed.value}
        least={0}
        onChange={(number) => (seed.value = number)}
      />
    </Check>
  );
}

/** The rate of each test in each case, one Monte Carlo error to each side. */
function Rates({ result }: { readonly result: PowerResult }) {
  const { power: say } = words.value.checks;
  const rows = result.cases.flatMap(({ words: violated, rejected }) =>
    (Object.keys(say.tests) as (keyof typeof say.tests)[]).flatMap((test): ForestRow[] => {
      const rate = rejected[test];
      if (rate === null) return [];
      const { share, monteCarloError: error } = rate;
      const label = `${say.tests[test]}: ${violated}`;
      return [{ label, value: share, intervals: [[share - error, share + error]] }];
    }),
  );
  return <Forest label={say.figure} file="power" rows={rows} at={1 - result.level} />;
}
