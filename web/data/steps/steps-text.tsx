/** The steps as text: the keys `build` and `where` of a model file. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { ask, EngineFailure } from '../../engine/client.js';
import { change, model, withKey } from '../../session/model.js';
import { words } from '../../words/words.js';

export function StepsText() {
  const { textLabel, textHelp } = words.value.steps;
  const { build, where } = model.value;
  const [text, setText] = useState('');
  const [fault, setFault] = useState('');
  /** What this text has made of the model: such a change does not rewrite the text. */
  const own = useRef('');
  const now = JSON.stringify([build, where]);

  useEffect(() => {
    if (now === own.current) return;
    void ask('writeSteps', { build, where }).then((written) => setText(written));
  }, [now]);

  const read = async (written: string) => {
    setText(written);
    try {
      const steps = await ask('readSteps', written);
      own.current = JSON.stringify([steps.build, steps.where]);
      setFault('');
      change(withKey(withKey(model.value, 'build', steps.build), 'where', steps.where), 'steps');
    } catch (error) {
      if (!(error instanceof EngineFailure)) throw error;
      setFault(error.failure.message);
    }
  };

  return (
    <label class="field">
      <span class="field-label">{textLabel}</span>
      <textarea
        rows={10}
        value={text}
        spellcheck={false}
        aria-describedby="steps-text-help"
        aria-invalid={fault !== ''}
        onInput={(event) => void read(event.currentTarget.value)}
      />
      <span class="note" id="steps-text-help">
        {textHelp}
      </span>
      {fault !== '' && (
        <span class="failure" role="alert">
          {fault}
        </span>
      )}
    </label>
  );
}
