/** A text field that searches a list: the pattern "combobox with list" of the ARIA guide. */
import { useId, useRef, useState } from 'preact/hooks';
import type { ControlProps } from './control-props.js';

export interface Option {
  readonly value: string;
  /** What is said of it, such as a column's label. */
  readonly note?: string | undefined;
}

export interface ComboboxProps {
  readonly control: ControlProps;
  /** What the field holds while nobody types. */
  readonly value: string;
  readonly placeholder?: string;
  /** The options for what is typed, the best first. */
  readonly search: (query: string) => readonly Option[];
  /** True if any text may be picked, not only options. */
  readonly free?: boolean;
  readonly onPick: (value: string) => void;
  /** Called by the key Backspace in an empty field. */
  readonly onErase?: () => void;
  readonly onLeave?: () => void;
  /** Called when a field with a value is left empty. */
  readonly onClear?: () => void;
}

export function Combobox(props: ComboboxProps) {
  const { label, ...aria } = props.control;
  const listId = useId();
  const box = useSearch(props);
  const { options, active } = box;
  return (
    <div class="combobox">
      <input
        {...aria}
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={options.length > 0}
        aria-controls={listId}
        aria-activedescendant={options[active] && `${listId}-${active}`}
        autocomplete="off"
        spellcheck={false}
        placeholder={props.placeholder}
        value={box.query ?? props.value}
        onInput={(event) => box.type(event.currentTarget.value)}
        onClick={box.open}
        onBlur={box.leave}
        onKeyDown={box.press}
      />
      <ul
        ref={box.list}
        id={listId}
        role="listbox"
        aria-label={label}
        hidden={options.length === 0}
      >
        {options.map((option, place) => (
          <li
            key={option.value}
            id={`${listId}-${place}`}
            role="option"
            aria-selected={place === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => box.pick(option.value)}
          >
            <code>{option.value}</code>
            {option.note && <span class="note">{option.note}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
}

interface SearchState {
  readonly query: string | undefined;
  readonly isOpen: boolean;
  /** The place of the option that the arrows have reached. */
  readonly active: number;
}

const atRest: SearchState = { query: undefined, isOpen: false, active: -1 };

/** What is typed, the options for it, and the one that the arrows have reached. */
function useSearch({ value, search, free, onPick, onErase, onLeave, onClear }: ComboboxProps) {
  // Keys may come faster than the field is drawn, so what they do reads the newest state.
  const state = useRef<SearchState>(atRest);
  const [, redraw] = useState(atRest);
  const set = (changed: Partial<SearchState>) => {
    state.current = { ...state.current, ...changed };
    redraw(state.current);
  };
  const optionsNow = () => (state.current.isOpen ? search(state.current.query ?? '') : []);
  const list = useRef<HTMLUListElement>(null);

  const close = () => set({ isOpen: false, active: -1 });
  const pick = (picked: string) => {
    set(atRest);
    onPick(picked);
  };
  const activate = (step: number) => {
    const count = search(state.current.query ?? '').length;
    const active = Math.min(Math.max(state.current.active + step, 0), count - 1);
    set({ isOpen: true, active });
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  };
  const type = (text: string) =>
    set({ query: text, isOpen: true, active: text !== '' && search(text).length > 0 ? 0 : -1 });
  /** A text that is left is picked if it is one of the options; other texts of a field with a value are undone. */
  const leave = () => {
    close();
    const typed = state.current.query?.trim();
    const isOption = () => search(typed!).some((option) => option.value === typed);
    if (typed && (isOption() || (free && value !== ''))) pick(typed);
    else if (value !== '') set({ query: undefined });
    if (typed === '' && value !== '') onClear?.();
    onLeave?.();
  };
  const enter = () => {
    const { query, active } = state.current;
    const chosen = optionsNow()[active]?.value ?? (free ? query?.trim() : undefined);
    if (chosen) pick(chosen);
  };
  const press = (event: KeyboardEvent) => {
    const { query, isOpen } = state.current;
    const isBusy = isOpen || query !== undefined;
    const keys: Readonly<Record<string, (() => void) | false>> = {
      ArrowDown: () => activate(1),
      ArrowUp: () => activate(-1),
      Enter: isBusy && enter,
      Escape: isBusy && (isOpen ? close : () => set({ query: undefined })),
      Backspace: onErase !== undefined && (query ?? value) === '' && onErase,
    };
    const act = keys[event.key];
    if (!act || event.isComposing) return;
    event.preventDefault();
    act();
  };
  const { query, active } = state.current;
  const open = () => set({ isOpen: true });
  return { query, active, options: optionsNow(), list, type, pick, leave, press, open };
}

const mostOptions = 60;

/** Options whose value or note has the query in it; those that begin with it first. */
export function matching(options: readonly Option[], query: string): Option[] {
  const wanted = query.trim().toLowerCase();
  const place = ({ value, note = '' }: Option) => {
    const name = value.toLowerCase();
    if (name === wanted) return 0;
    if (name.startsWith(wanted)) return 1;
    return name.includes(wanted) || note.toLowerCase().includes(wanted) ? 2 : 3;
  };
  const places = options.map((option) => ({ option, at: place(option) }));
  const found = places.filter(({ at }) => at < 3).sort((a, b) => a.at - b.at);
  return found.slice(0, mostOptions).map(({ option }) => option);
}
