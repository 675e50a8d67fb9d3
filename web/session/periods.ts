/** How many periods the panel has, which the sliders of lags need: asked after the first estimate, and when the panel changes. */
import { computed, effect, signal } from '@preact/signals';
import { ask, EngineFailure } from '../engine/client.js';
import { valueAt } from './paths.js';
import { columnNames } from './data.js';
import { isSettled } from './estimate.js';
import { model } from './model.js';

const periods = signal(9);

/** The longest lag that a panel of this length has. */
export const longestLag = computed(() => Math.max(1, periods.value - 1));

const unit = computed(() => valueAt(model.value, 'panel.unit'));
const time = computed(() => valueAt(model.value, 'panel.time'));

effect(() => {
  const columns = columnNames.value;
  const [unitName, timeName] = [unit.value, time.value] as [string, string];
  if (isSettled.value && columns.includes(unitName) && columns.includes(timeName)) {
    void countPeriods(unitName, timeName);
  }
});

/** A panel that cannot be read is told of by the estimate. */
async function countPeriods(unitName: string, timeName: string): Promise<void> {
  try {
    const report = await ask('panel', { unit: unitName, time: timeName });
    periods.value = report.periods;
  } catch (error) {
    if (!(error instanceof EngineFailure)) throw error;
  }
}
