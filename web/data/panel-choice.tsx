/** The columns of units and periods, which the model has as its panel. */
import { Choice } from '../components/choice.js';
import { columnNames } from '../session/data.js';
import { setPanel } from '../session/files.js';
import { model } from '../session/model.js';
import { words } from '../words/words.js';

export function PanelChoice() {
  const { unit: unitLabel, time: timeLabel } = words.value.model;
  const { unit = '', time = '' } = (model.value['panel'] ?? {}) as {
    readonly unit?: string;
    readonly time?: string;
  };
  const options = (chosen: string) => [...new Set(['', ...columnNames.value, chosen])];
  const say = (name: string) => (name === '' ? words.value.app.none : name);
  return (
    <div class="pair">
      <Choice
        label={unitLabel}
        value={unit}
        options={options(unit)}
        say={say}
        onChange={(name) => setPanel({ unit: name })}
      />
      <Choice
        label={timeLabel}
        value={time}
        options={options(time)}
        say={say}
        onChange={(name) => setPanel({ time: name })}
      />
    </div>
  );
}
