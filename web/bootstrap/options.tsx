/** How the replicates are drawn. */
import type { BootstrapOptions } from 'wasmetrics';
import { Choice, Switch } from '../components/choice.js';
import { NumberField } from '../components/number-field.js';
import type { ChosenBootstrap } from '../engine/questions/bootstraps.js';
import { data } from '../session/data.js';
import { words } from '../words/words.js';
import { options, processors } from './state.js';

type Scheme = NonNullable<BootstrapOptions['scheme']>;
type Interval = NonNullable<BootstrapOptions['ci']>[number];

const schemes: readonly Scheme[] = [
  'pairs',
  'cluster',
  'wild',
  'wild-cluster',
  'residual',
  'block',
  'stationary',
];
const intervals: readonly Interval[] = [
  'percentile',
  'basic',
  'normal',
  'studentized',
  'bca',
  'inverted',
];
/** Stands for what the model itself asks for. */
const usual = '';

export function BootstrapOptionsForm() {
  const say = words.value.bootstrap;
  const { reps, scheme, cluster, seed = 1, workers = processors, ci = [] } = options.value;
  const set = (part: Partial<ChosenBootstrap>) => (options.value = { ...options.value, ...part });
  const columns = (data.value?.columns ?? []).map(({ name }) => name);
  return (
    <>
      <div class="controls">
        <NumberField label={say.reps} value={reps} least={1} onChange={(n) => set({ reps: n })} />
        <Choice
          label={say.scheme}
          value={scheme ?? usual}
          options={[usual, ...schemes]}
          say={(one) => (one === usual ? say.usual : say.schemes[one as Scheme])}
          onChange={(one) => set({ scheme: one === usual ? undefined : (one as Scheme) })}
        />
        <Choice
          label={say.cluster}
          value={cluster ?? usual}
          options={[usual, ...columns]}
          say={(one) => (one === usual ? say.usual : one)}
          onChange={(one) => set({ cluster: one === usual ? undefined : one })}
        />
        <NumberField label={say.seed} value={seed} least={0} onChange={(n) => set({ seed: n })} />
        <NumberField
          label={say.workers}
          value={workers}
          least={0}
          most={2 * processors}
          onChange={(n) => set({ workers: n })}
        />
      </div>
      <fieldset class="group row">
        <legend>{say.intervals}</legend>
        {intervals.map((one) => (
          <Switch
            key={one}
            label={say.methods[one]}
            on={ci.includes(one)}
            onChange={(on) =>
              set({ ci: intervals.filter((other) => (other === one ? on : ci.includes(other))) })
            }
          />
        ))}
      </fieldset>
    </>
  );
}
