/** The columns of units and periods, which the model has as its panel. */
import { useComputed } from '@preact/signals';
import { KeyControl } from '../model/control.js';
import { controlsOf } from '../model/layout.js';
import { model } from '../session/model.js';

export function PanelChoice() {
  const estimator = useComputed(() => model.value.estimator).value;
  return (
    <div class="fields">
      {controlsOf('panel', estimator).map((schema) => (
        <KeyControl key={schema.key} schema={schema} />
      ))}
    </div>
  );
}
