/** A coefficient in several groups of rows. */
import { signal } from '@preact/signals';
import type { GroupComparison } from 'wasmetrics';
import { Choice } from '../components/choice.js';
import { NumberField } from '../components/number-field.js';
import type { GroupDifference } from 'wasmetrics/types';
import { Forest } from '../figures/forest.js';
import { data } from '../session/data.js';
import { fit } from '../session/estimate.js';
import { words } from '../words/words.js';
import { Check } from './check.js';
import { CoefficientChoice, coefficientOf } from './coefficient.js';
import { tasks } from './tasks.js';

const by = signal('');
const of = signal('');
const reps = signal(999);
const seed = signal(1);

export function Groups() {
  const { groups: say, reps: repsLabel, seed: seedLabel } = words.value.checks;
  const columns = (data.value?.columns ?? []).map(({ name }) => name);
  const column = columns.includes(by.value) ? by.value : (columns[0] ?? '');
  const coefficient = coefficientOf(fit.value, of.value);
  const options = { by: column, of: coefficient, reps: reps.value, seed: seed.value };
  return (
    <Check
      task={tasks.groups}
      say={say}
      options={options}
      ready={coefficient !== ''}
      figure={(result) => <Differences result={result} label={say.figure} />}
    >
      <Choice
        label={say.by}
        value={column}
        options={columns}
        onChange={(name) => (by.value = name)}
      />
      <CoefficientChoice chosen={of} />
      <NumberField
        label={repsLabel}
        value={reps.value}
        least={99}
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

function Differences({
  result,
  label,
}: {
  readonly result: GroupComparison;
  readonly label: string;
}) {
  const rows = oneMethod(result).map(({ between: [first, second], method, estimate, confInt }) => ({
    label: `${second} − ${first}, ${method}`,
    value: estimate!,
    intervals: [confInt!],
  }));
  return rows.length === 0 ? null : <Forest label={label} file="groups" rows={rows} />;
}

/** The differences by the method to report, or by another if that one has no intervals. */
function oneMethod({ differences, chosen }: GroupComparison): readonly GroupDifference[] {
  const drawn = differences.filter(
    ({ estimate, confInt }) => estimate !== null && confInt !== null,
  );
  const methods = drawn.map(({ method }) => method);
  const method = methods.includes(chosen.method) ? chosen.method : methods[0];
  return drawn.filter((difference) => difference.method === method);
}
