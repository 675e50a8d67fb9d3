/** Makes a claim of a coefficient, in the words of study files. */
import { useState } from 'preact/hooks';
import { Choice } from '../components/choice.js';
import { saveClaim } from '../session/claims.js';
import type { OpenedNumber } from '../session/number.js';
import { words } from '../words/words.js';

const relations = ['> 0', '< 0', '!= 0', '= 0 within'] as const;
type Relation = (typeof relations)[number];
const levels = ['0.1', '0.05', '0.01'];

export function SaveClaim({ number }: { readonly number: OpenedNumber }) {
  const say = words.value.claims;
  const { model, coefficient = '', fit } = number;
  const [relation, setRelation] = useState<Relation>(fit.params[coefficient]! < 0 ? '< 0' : '> 0');
  const [level, setLevel] = useState('0.05');
  const [band, setBand] = useState('0.1');
  const [saved, setSaved] = useState('');
  const within = relation === '= 0 within' ? ` ${band}` : '';
  const statement = `${coefficient} ${relation}${within} at ${level}`;
  return (
    <fieldset class="group">
      <legend>{say.claim}</legend>
      <div class="controls">
        <Choice
          label={say.relation}
          value={relation}
          options={relations}
          say={(one) => say.relations[one as Relation]}
          onChange={(one) => setRelation(one as Relation)}
        />
        {relation === '= 0 within' && (
          <label class="field">
            <span class="field-label">{say.band}</span>
            <input
              type="number"
              min="0"
              step="any"
              value={band}
              onInput={({ currentTarget }) => setBand(currentTarget.value)}
            />
          </label>
        )}
        <Choice label={say.level} value={level} options={levels} onChange={setLevel} />
        <button
          type="button"
          onClick={() => {
            saveClaim(model, statement);
            setSaved(statement);
          }}
        >
          {say.save}
        </button>
      </div>
      <p class="note" role="status">
        {saved !== '' && say.saved(saved)}
      </p>
    </fieldset>
  );
}
