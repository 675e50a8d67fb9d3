/** How a file is read, where its format leaves a choice. */
import { useEffect } from 'preact/hooks';
import type { ReadChoices } from '../engine/questions/tables.js';
import { Choice } from '../components/choice.js';
import { data, dataFailure, tried } from '../session/data.js';
import { readWith } from '../opening/files.js';
import { words } from '../words/words.js';
import { askEndings, kindOf } from './file-kind.js';
import { sheetNames } from './ways-out.js';

const encodings =
  'gb18030 big5 shift_jis euc-jp euc-kr windows-1252 iso-8859-15 windows-1250 iso-8859-2 windows-1251 koi8-r ' +
  'windows-1253 windows-1254 windows-1255 windows-1256 utf-16le utf-16be utf-8';

/** Options with a control of their own. Others are set by the ways out of warnings. */
const shown = ['encoding', 'decimal', 'sheet', 'header'];

let sheetsOfFile: { file: Blob; names: readonly string[] } | undefined;

/** The sheets that a warning or a failure about this file has named, now or before. */
function sheets(file: Blob): readonly string[] {
  const named = sheetNames(data.value?.warnings ?? [], dataFailure.value);
  if (named.length > 0) sheetsOfFile = { file, names: named };
  return sheetsOfFile?.file === file ? sheetsOfFile.names : [];
}

export function Reading() {
  useEffect(() => void askEndings(), []);
  const last = tried.value;
  if (last === undefined) return null;
  const kind = kindOf(last.name);
  if (kind === 'other') return null;
  const options = last.options ?? {};
  const set = (key: keyof ReadChoices, value: unknown) => {
    const others = Object.entries(options).filter(([name]) => name !== key);
    void readWith(Object.fromEntries(value === undefined ? others : [...others, [key, value]]));
  };
  const { howToRead } = words.value.data;
  return (
    <details class="reading" open={dataFailure.value !== undefined || undefined}>
      <summary>{howToRead}</summary>
      {kind === 'text' && <TextChoices options={options} set={set} />}
      {kind === 'sheet' && <Sheet options={options} names={sheets(last.file)} set={set} />}
      <Header options={options} set={set} />
      <Others options={options} set={set} />
    </details>
  );
}

interface Choices {
  readonly options: ReadChoices;
  readonly set: (key: keyof ReadChoices, value: unknown) => void;
}

function TextChoices({ options, set }: Choices) {
  const { encoding, encodingNames, asFound, decimal, signs } = words.value.data;
  const listed = [
    ...new Set([...encodings.split(' '), ...(options.encoding ? [options.encoding] : [])]),
  ];
  return (
    <>
      <Choice
        label={encoding}
        value={options.encoding ?? ''}
        options={['', ...listed]}
        say={(name) => (name === '' ? asFound : (encodingNames[name] ?? name))}
        onChange={(name) => set('encoding', name || undefined)}
      />
      <Choice
        label={decimal}
        value={options.decimal ?? ''}
        options={['', '.', ',']}
        say={(sign) => (sign === '' ? asFound : signs[sign as '.' | ','])}
        onChange={(sign) => set('decimal', sign || undefined)}
      />
    </>
  );
}

/** A list of the sheets, if their names are known; else a field for a name or a number. */
function Sheet({ options, names, set }: Choices & { readonly names: readonly string[] }) {
  const { sheet, firstSheet } = words.value.data;
  const value = String(options.sheet ?? '');
  const change = (text: string) =>
    set(
      'sheet',
      text === '' ? undefined : /^\d+$/.test(text) && !names.includes(text) ? Number(text) : text,
    );
  if (names.length > 0) {
    return (
      <Choice
        label={sheet}
        value={value}
        options={['', ...names]}
        say={(name) => (name === '' ? firstSheet : name)}
        onChange={change}
      />
    );
  }
  return (
    <label class="field">
      <span class="field-label">{sheet}</span>
      <input
        value={value}
        placeholder={firstSheet}
        autocomplete="off"
        onChange={(event) => change(event.currentTarget.value.trim())}
      />
    </label>
  );
}

/** One row of names, or rows of names, labels and units: `2` or `2, 3`. */
function Header({ options, set }: Choices) {
  const { headerRow, asFound } = words.value.data;
  return (
    <label class="field">
      <span class="field-label">{headerRow}</span>
      <input
        value={[options.header ?? []].flat().join(', ')}
        placeholder={asFound}
        inputmode="numeric"
        autocomplete="off"
        onChange={(event) => {
          const rows = (event.currentTarget.value.match(/\d+/g) ?? []).map(Number);
          set('header', rows.length > 1 ? rows : rows[0]);
        }}
      />
    </label>
  );
}

/** Options that ways out have set, each of which can be taken away. */
function Others({ options, set }: Choices) {
  const { remove } = words.value.model;
  const others = Object.entries(options).filter(([key]) => !shown.includes(key));
  if (others.length === 0) return null;
  return (
    <ul class="chips">
      {others.map(([key, value]) => {
        const text = `${key}: ${JSON.stringify(value)}`;
        return (
          <li key={key} class="chip">
            <code>{text}</code>
            <button
              type="button"
              aria-label={remove(text)}
              onClick={() => set(key as keyof ReadChoices, undefined)}
            >
              ×
            </button>
          </li>
        );
      })}
    </ul>
  );
}
