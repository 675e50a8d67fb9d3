/** The columns of units and periods, which the model has as its panel. */
import { useComputed } from '@preact/signals';
import { useEffect, useState } from 'preact/hooks';
import type { FirstModel } from '../engine/questions/tables.js';
import { KeyControl } from '../model/control.js';
import { controlsOf } from '../model/layout.js';
import { data } from '../session/data.js';
import { suggestedPanel } from '../opening/files.js';
import { model, setKey } from '../session/model.js';
import { words } from '../words/words.js';

export function PanelChoice() {
  const estimator = useComputed(() => model.value.estimator).value;
  return (
    <>
      <div class="fields">
        {controlsOf('panel', estimator).map((schema) => (
          <KeyControl key={schema.key} schema={schema} />
        ))}
      </div>
      <SuggestedPanel />
    </>
  );
}

/** The panel that the columns suggest, to be taken by a button. */
function SuggestedPanel() {
  const [panel, setPanel] = useState<FirstModel['panel']>(undefined);
  const written = JSON.stringify(model.value['panel']);
  useEffect(() => {
    setPanel(undefined);
    void suggestedPanel().then(setPanel);
  }, [data.value, written]);
  if (panel === undefined) return null;
  return (
    <p class="notice">
      <button type="button" onClick={() => setKey('panel', panel)}>
        {words.value.data.usePanel(panel.unit, panel.time)}
      </button>
    </p>
  );
}
