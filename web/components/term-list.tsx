/** Terms as chips, with a search that adds one. A chip that is pressed goes back into the search and is replaced. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { words } from '../words/words.js';
import { Combobox, type Option } from './combobox.js';
import type { ControlProps } from './control-props.js';

export interface TermListProps {
  readonly label: string;
  readonly terms: readonly string[];
  readonly search: (query: string) => readonly Option[];
  readonly control?: ControlProps;
  readonly onChange: (terms: readonly string[]) => void;
}

export function TermList({ label, terms, search, control, onChange }: TermListProps) {
  const { addTo, changeTerm, remove } = words.value.model;
  const [edited, setEdited] = useState<string | undefined>(undefined);
  const list = useRef<HTMLUListElement>(null);
  const place = edited === undefined ? -1 : terms.indexOf(edited);

  const add = (term: string) => {
    setEdited(undefined);
    if (place >= 0) onChange([...new Set(terms.map((other, i) => (i === place ? term : other)))]);
    else if (!terms.includes(term)) onChange([...terms, term]);
  };
  useEffect(() => {
    if (edited === undefined) return;
    const field = list.current?.querySelector('input');
    field?.focus();
    field?.select();
  }, [edited]);
  return (
    <ul class="chips" ref={list}>
      {terms.map((term) => (
        <li key={term} class="chip" aria-current={term === edited || undefined}>
          <button type="button" aria-label={changeTerm(term)} onClick={() => setEdited(term)}>
            <code>{term}</code>
          </button>
          <button
            type="button"
            aria-label={remove(term)}
            onClick={() => onChange(terms.filter((other) => other !== term))}
          >
            ×
          </button>
        </li>
      ))}
      <li class="chip-search">
        <Combobox
          control={{
            ...control,
            label,
            'aria-label': edited === undefined ? addTo(label) : changeTerm(edited),
          }}
          value={edited ?? ''}
          placeholder={words.value.app.add}
          search={search}
          free
          onPick={add}
          onErase={() => onChange(terms.slice(0, -1))}
          onLeave={() => setEdited(undefined)}
        />
      </li>
    </ul>
  );
}
