/** Terms as chips, with a search that adds one. */
import { useId } from 'preact/hooks';
import { words } from '../words/words.js';

export interface TermListProps {
  readonly label: string;
  readonly terms: readonly string[];
  /** Names that the search offers. */
  readonly offered: readonly string[];
  readonly onChange: (terms: readonly string[]) => void;
}

export function TermList({ label, terms, offered, onChange }: TermListProps) {
  const listId = useId();
  const { addTo, remove } = words.value.model;
  function submit(event: Event): void {
    const field = event.currentTarget as HTMLInputElement;
    const term = field.value.trim();
    if (term === '' || terms.includes(term)) return;
    onChange([...terms, term]);
    field.value = '';
  }
  return (
    <div class="field" role="group" aria-label={label}>
      <span class="field-label">{label}</span>
      <ul class="chips">
        {terms.map((term) => (
          <li key={term} class="chip">
            <code>{term}</code>
            <button
              type="button"
              aria-label={remove(term)}
              onClick={() => onChange(terms.filter((other) => other !== term))}
            >
              ×
            </button>
          </li>
        ))}
        <li>
          <input
            class="chip-input"
            list={listId}
            placeholder={words.value.app.add}
            aria-label={addTo(label)}
            autocomplete="off"
            onChange={submit}
          />
          <datalist id={listId}>
            {offered
              .filter((name) => !terms.includes(name))
              .map((name) => (
                <option key={name} value={name} />
              ))}
          </datalist>
        </li>
      </ul>
    </div>
  );
}
